//! Revoking access, deactivating somebody, and removing them from the organization: from the plan, in numbers, with what becomes
//! of the contacts.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::AccessModel;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Act, Fingerprint, Fingerprinted, Handover, Plan, Receipt};
use tenure_domain::{KindKey, MemberId, PermissionKey, Refusal, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_port_store::{Bounded, MemberGrant, MemberRow};
use tenure_usecases::{DeactivateMember, DeleteMember, Ending, HadAlone, PlannedEnding, PlannedRevocation, Reader, RevokeAccess};

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::{PEOPLE, workspace_name};
use crate::people::{Choice, Face, PersonChoice};
use crate::respond::{go, page, sent_back};
use crate::rights::right_of;
use crate::words::Words;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/members/{member}/grants/{ws}/revocation", get(plan).post(end))
        .route("/organizations/{org}/members/{member}/deactivation", get(plan).post(end))
        .route("/organizations/{org}/members/{member}/deletion", get(plan).post(end))
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
struct LeavingPage {
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
    /// How many they keep; none where they can't.
    kept: Option<Bounded>,
    /// The resource kinds that are emptied, by name.
    empties: Vec<String>,
    /// What nobody would have any more.
    alone: HadAlone,
    invitations_sent: u32,
    tokens: u32,
    /// What stands in the way, in sentences.
    blockers: Vec<String>,
    /// Who could take the contacts over.
    successors: Vec<PersonChoice>,
    /// What is chosen to become of the contacts: `keep`, `unassign` or `assign_to`.
    contacts_go: &'static str,
    /// Who was looked for as a successor.
    find: String,
    reason: String,
    undo_days: u32,
    pending: bool,
    /// Whether they stand still and nothing else.
    deactivates: bool,
}

/// What the form says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeavingForm {
    /// `unassign`, `assign_to`, or of a deactivation `keep`.
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
    let form = LeavingForm { contacts: query.contacts, assign_to: query.assign_to, find: query.find, ..LeavingForm::default() };
    page(&shown(&desk, Notice::none(), form).await?)
}

fn successor(text: &str) -> Result<Option<MemberId>, Problem> {
    let mut fields = Fields::default();
    let to = said(text).and_then(|id| fields.take("/assign_to", "id", id.parse::<MemberId>()));
    fields.all_right()?;
    Ok(to)
}

/// What the page is about: access to a workspace where its address names one, else all of it, for good or for a while.
fn ending(desk: &Desk, contacts: &str) -> Result<Ending, Problem> {
    if !desk.ids.text("ws").is_empty() {
        return desk.ids.get("ws").map(Ending::Grant);
    }
    let deactivates = desk.asked.uri.path().ends_with("/deactivation");
    let keeps_contacts = !matches!(contacts, "unassign" | "assign_to");
    Ok(if deactivates { Ending::Acting { keeps_contacts } } else { Ending::Membership })
}

async fn shown(desk: &Desk, notice: Notice, form: LeavingForm) -> Result<LeavingPage, Problem> {
    let reader = desk.reader()?;
    let (organization, member, ending) = (desk.inside.organization, desk.ids.member(&desk.inside)?, ending(desk, &form.contacts)?);
    let to = successor(&form.assign_to)?.filter(|_| form.contacts == "assign_to");
    let handover = to.map_or(Handover::Unassign, Handover::AssignTo);
    let PlannedEnding { plan, invitations_sent, tokens } =
        desk.perform(PlannedRevocation { organization, member, ending, handover }).await?;
    let row = reader.member(member).await?;
    let found = successors(&reader, &plan, member, &form.find).await?;
    let workspace = match ending {
        Ending::Grant(workspace) => Some(Choice::new(workspace, workspace_name(&reader, workspace).await?, true)),
        Ending::Acting { .. } | Ending::Membership => None,
    };
    let deactivates = matches!(ending, Ending::Acting { .. });
    let stays = |of: &&MemberGrant| match ending {
        Ending::Grant(workspace) => of.grant.workspace != workspace,
        Ending::Acting { .. } => true,
        Ending::Membership => false,
    };
    let title = match ending {
        Ending::Grant(_) => "revocation-title",
        Ending::Acting { .. } => "deactivation-title",
        Ending::Membership => "deletion-title",
    };
    let queries = desk.state.queries();
    let kind = |key: &KindKey| reader.organization.model.resource_kind(key.as_str()).map(|kind| kind.name.clone());
    Ok(LeavingPage {
        frame: desk.frame(&reader, Place::Members, title),
        notice,
        action: match &workspace {
            Some(workspace) => desk.address(&format!("/members/{member}/grants/{}/revocation", workspace.key)),
            None if deactivates => desk.address(&format!("/members/{member}/deactivation")),
            None => desk.address(&format!("/members/{member}/deletion")),
        },
        face: Face::new(member.into(), name_of(&reader, &row)),
        workspace,
        loses: lost(desk.words(), &reader.organization.model, &plan),
        keeps: row.grants.iter().filter(stays).map(|of| of.workspace_name.clone()).collect(),
        fingerprint: plan.fingerprint.to_string(),
        contacts: queries.count_contacts(organization, &plan.portfolios, COUNTED).await?,
        kept: if deactivates { Some(queries.count_contacts(organization, &plan.kept, COUNTED).await?) } else { None },
        empties: plan.empties.iter().filter(|_| deactivates).filter_map(|had| kind(&had.kind)).collect(),
        alone: reader.had_alone(member, &plan.leaves).await?,
        invitations_sent,
        tokens: u32::try_from(tokens).unwrap_or(u32::MAX),
        blockers: blockers(desk, &plan),
        successors: choices(&reader, &found, to).await?,
        contacts_go: match &*form.contacts {
            "assign_to" => "assign_to",
            "unassign" => "unassign",
            _ if deactivates => "keep",
            _ => "unassign",
        },
        deactivates,
        find: form.find,
        reason: form.reason,
        undo_days: reader.organization.undo_days(),
        pending: row.membership.status == Status::Pending,
    })
}

/// Who could take over where contacts change hands; where none do, anywhere that the reader looks after.
async fn successors(reader: &Reader<'_>, plan: &Plan, except: MemberId, find: &str) -> Result<Vec<MemberRow>, Problem> {
    let at: Vec<WorkspaceId> = plan.handed_at.iter().copied().collect();
    let mut places = reader.known_places(&at).await?;
    if places.is_empty() {
        places.extend(reader.places.first().cloned());
    }
    Ok(reader.successors(&places, except, said(find), PEOPLE.into()).await?)
}

/// The names of the rights that are lost, each once.
fn lost(words: Words, model: &AccessModel, plan: &Plan) -> Vec<String> {
    let keys: BTreeSet<&PermissionKey> = plan.loses.iter().flat_map(|loss| &loss.permissions).collect();
    keys.into_iter().map(|key| right_of(words, model, key)).collect()
}

fn blockers(desk: &Desk, plan: &Plan) -> Vec<String> {
    plan.blockers.iter().map(|blocker| desk.words().refused(blocker.rule(), &blocker.to_string())).collect()
}

pub(super) fn name_of(reader: &Reader<'_>, row: &MemberRow) -> String {
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

async fn end(desk: Desk, Form(form, once): Form<LeavingForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&shown(&desk, Notice::none(), form).await?);
    }
    // The plan of what is done already can't be made again.
    if let Some(to) = desk.kept(&once).await? {
        return Ok(go(&to));
    }
    match carried_out(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            // The page that comes back has the plan of now.
            let again = shown(&desk, desk.notice(&problem), form).await?;
            sent_back(&problem, &again)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &LeavingForm, once: &Once) -> Result<String, Problem> {
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
    let (organization, member, ending) = (desk.inside.organization, desk.ids.member(&desk.inside)?, ending(desk, &form.contacts)?);
    let PlannedEnding { plan: now, .. } = desk.perform(PlannedRevocation { organization, member, ending, handover }).await?;
    let fingerprint = fingerprint.map(|seen| as_chosen(seen, now.fingerprint));
    let to = |receipt: &Receipt| led_to(desk, receipt);
    match ending {
        Ending::Grant(workspace) => {
            desk.once(once, RevokeAccess { organization, member, workspace, handover, fingerprint, reason }, to).await
        }
        Ending::Acting { keeps_contacts } => {
            let handover = (!keeps_contacts).then_some(handover);
            desk.once(once, DeactivateMember { organization, member, handover, fingerprint, reason }, to).await
        }
        Ending::Membership => desk.once(once, DeleteMember { organization, member, handover, fingerprint, reason }, to).await,
    }
}

/// Where one goes on: what was taken back from somebody pending can't come back, so it has no receipt to look at.
fn led_to(desk: &Desk, receipt: &Receipt) -> String {
    match receipt.act {
        Act::Deactivation => desk.address(&format!("/members/{}?done=deactivated", receipt.member)),
        _ if receipt.undo_until.is_none() => desk.address("/members?done=removed"),
        Act::Revocation => desk.address(&format!("/receipts/{}?done=revoked", receipt.id)),
        Act::Deletion => desk.address(&format!("/receipts/{}?done=removed", receipt.id)),
    }
}

/// The successor is chosen in the form itself, after its plan was made: the plan for whom was chosen takes its place, unless
/// something else has moved. What stands in the way of that successor, the deed says.
fn as_chosen(seen: Fingerprint, now: Fingerprint) -> Fingerprint {
    let chosen = |part: &Fingerprinted| matches!(part, Fingerprinted::Successor | Fingerprinted::Blockers);
    if seen.moved(&now).iter().all(chosen) { now } else { seen }
}
