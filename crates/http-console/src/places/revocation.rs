//! Revoking access: from its plan, in numbers, with what becomes of the contacts.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::revocation::{Fingerprint, Fingerprinted, Handover, Plan, Receipt};
use tenure_domain::{MemberId, Refusal, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_port_store::{Bounded, MemberRow, PageAsk};
use tenure_usecases::{PlannedRevocation, Reader, RevokeAccess};

use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::people::{Choice, Face, PersonChoice};
use crate::respond::{go, page, page_as};

/// How far contacts are counted.
const COUNTED: u32 = 10_000;
/// How many people are offered as successors at a time.
const OFFERED: usize = 20;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}/grants/{ws}/revocation", get(plan).post(revoke))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct PlanQuery {
    #[serde(default)]
    assign_to: String,
    #[serde(default)]
    contacts: String,
    /// Looks for a successor.
    #[serde(default)]
    find: String,
}

#[derive(Template)]
#[template(path = "leaving.html")]
struct RevocationPage {
    frame: Frame,
    notice: Notice,
    /// Where the form goes.
    action: String,
    face: Face,
    /// Where access ends; none for all of it.
    workspace: Option<Choice>,
    fingerprint: String,
    loses: Vec<String>,
    keeps: Vec<String>,
    contacts: Bounded,
    invitations_sent: u32,
    /// What stands in the way, in sentences.
    blockers: Vec<String>,
    /// Who could take the contacts over.
    successors: Vec<PersonChoice>,
    /// Whether contacts are handed over at all.
    assigns: bool,
    /// Who was looked for as a successor.
    find: String,
    reason: String,
    undo_days: u32,
    pending: bool,
}

/// What the form says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RevokeForm {
    /// `unassign`, or `assign_to`.
    #[serde(default)]
    contacts: String,
    #[serde(default)]
    assign_to: String,
    #[serde(default)]
    fingerprint: String,
    #[serde(default)]
    reason: String,
    /// Looks for a successor.
    #[serde(default)]
    find: String,
    /// `preview` for the plan with what was chosen; else it is carried out.
    #[serde(default)]
    intent: String,
}

async fn plan(desk: Desk, Query(query): Query<PlanQuery>) -> Result<Response, Problem> {
    let form = RevokeForm { contacts: query.contacts, assign_to: query.assign_to, find: query.find, ..RevokeForm::default() };
    page(&shown(&desk, Notice::none(), form).await?)
}

fn successor(text: &str) -> Result<Option<MemberId>, Problem> {
    let mut fields = Fields::default();
    let to = said(text).and_then(|id| fields.take("/assign_to", "id", id.parse::<MemberId>()));
    fields.all_right()?;
    Ok(to)
}

async fn shown(desk: &Desk, notice: Notice, form: RevokeForm) -> Result<RevocationPage, Problem> {
    let reader = desk.reader().await?;
    let (member, workspace): (MemberId, WorkspaceId) = (desk.ids.member(&desk.inside)?, desk.ids.get("ws")?);
    let to = successor(&form.assign_to)?.filter(|_| form.contacts == "assign_to");
    let handover = to.map_or(Handover::Unassign, Handover::AssignTo);
    let ask = PlannedRevocation { organization: desk.inside.organization, member, workspace, handover };
    let (plan, invitations_sent) = desk.perform(ask).await?;
    let row = reader.member(member).await?;
    let place = reader.place(workspace).await?;
    let contacts = desk.state.queries().count_contacts(desk.inside.organization, &plan.portfolios, COUNTED).await?;
    let found = reader.successors(&place, member, said(&form.find), OFFERED).await?;
    let named = reader.workspaces(Some(workspace), Some(0), &PageAsk::first(1)).await?.items;
    let name = named.first().map(|one| one.name.to_string()).unwrap_or_default();
    let model = &reader.organization.model;
    let loses = plan
        .loses
        .iter()
        .map(|key| model.permission(key.as_str()).map_or_else(|| key.to_string(), |one| model.permission_name(one).to_owned()));
    Ok(RevocationPage {
        frame: desk.frame(&reader, Place::Members, "revocation-title"),
        notice,
        face: Face::new(member.into(), name_of(&reader, &row)),
        action: desk.address(&format!("/members/{member}/grants/{workspace}/revocation")),
        workspace: Some(Choice::new(workspace, name, true)),
        loses: loses.collect(),
        keeps: row.grants.iter().filter(|of| of.grant.workspace != workspace).map(|of| of.workspace_name.clone()).collect(),
        fingerprint: plan.fingerprint.to_string(),
        contacts,
        invitations_sent,
        blockers: blockers(desk, &plan),
        successors: choices(&reader, &found, to).await?,
        assigns: form.contacts == "assign_to",
        find: form.find,
        reason: form.reason,
        undo_days: reader.organization.undo_days(),
        pending: row.membership.status == tenure_domain::membership::Status::Pending,
    })
}

fn blockers(desk: &Desk, plan: &Plan) -> Vec<String> {
    plan.blockers.iter().map(|blocker| desk.words().refused(blocker.rule(), &blocker.to_string())).collect()
}

fn name_of(reader: &Reader<'_>, row: &MemberRow) -> String {
    let viewer = reader.own_viewer();
    display_name(&row.membership, masking_of(&row.membership, viewer.member, viewer.masking))
}

/// Those found, and whoever was chosen before, so that looking for somebody else doesn't lose them.
async fn choices(reader: &Reader<'_>, found: &[MemberRow], chosen: Option<MemberId>) -> Result<Vec<PersonChoice>, Problem> {
    let choice = |row: &MemberRow| PersonChoice {
        face: Face::new(row.membership.id.into(), name_of(reader, row)),
        chosen: chosen == Some(row.membership.id),
    };
    let mut choices: Vec<PersonChoice> = found.iter().map(choice).collect();
    if let Some(chosen) = chosen.filter(|chosen| !found.iter().any(|row| row.membership.id == *chosen)) {
        choices.insert(0, choice(&reader.member(chosen).await?));
    }
    Ok(choices)
}

async fn revoke(desk: Desk, Form(form): Form<RevokeForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&shown(&desk, Notice::none(), form).await?);
    }
    match carried_out(&desk, &form).await {
        Ok(receipt) => Ok(go(&desk.address(&format!("/receipts/{}?done=revoked", receipt.id)))),
        Err(problem) if is_for_the_form(&problem) => {
            let status = StatusCode::from_u16(problem.body().status).unwrap_or(StatusCode::CONFLICT);
            // The page that comes back has the plan of now.
            let sent_back = shown(&desk, desk.notice(&problem), form).await?;
            page_as(status, &sent_back)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &RevokeForm) -> Result<Receipt, Problem> {
    let mut fields = Fields::default();
    let fingerprint =
        said(&form.fingerprint).and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<Fingerprint>()));
    let reason = fields.reason_if(Some(&form.reason));
    fields.all_right()?;
    let handover = if form.contacts == "assign_to" {
        let to = successor(&form.assign_to)?;
        let nobody = || {
            Problem::invalid("choose who takes the contacts over").with_field("/assign_to", "successor_missing", "choose somebody")
        };
        Handover::AssignTo(to.ok_or_else(nobody)?)
    } else {
        Handover::Unassign
    };
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let workspace = desk.ids.get("ws")?;
    let (now, _) = desk.perform(PlannedRevocation { organization, member, workspace, handover }).await?;
    let fingerprint = fingerprint.map(|seen| as_chosen(seen, now.fingerprint));
    desk.perform(RevokeAccess { organization, member, workspace, handover, fingerprint, reason }).await
}

/// The successor is chosen in the form itself, after its plan was made: the plan for whom was chosen takes its place, unless
/// something else has moved. What stands in the way of that successor, the deed says.
fn as_chosen(seen: Fingerprint, now: Fingerprint) -> Fingerprint {
    let chosen = |part: &Fingerprinted| matches!(part, Fingerprinted::Successor | Fingerprinted::Blockers);
    if seen.moved(&now).iter().all(chosen) { now } else { seen }
}
