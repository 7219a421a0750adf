//! Moving a workspace with all below it, from its plan: who gains and who loses reach.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::{AccessModel, engine};
use tenure_domain::workspace::{MoveFingerprint, ReachChange};
use tenure_domain::{MemberId, PermissionKey, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, shown_name};
use tenure_port_store::Bounded;
use tenure_usecases::{MoveWorkspace, PlannedMove, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::{Workspaces, workspace_name, workspaces_where};
use crate::respond::{go, page, sent_back};
use crate::rights::right_of;
use crate::words::Words;

/// How many people a plan names.
const NAMED: usize = 20;
/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/workspaces/{ws}/move", get(look).post(carry_out))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct MoveForm {
    /// What it is to lie below.
    parent: String,
    fingerprint: String,
    reason: String,
    /// Looks for another parent.
    find: String,
    /// `preview` for the plan; else it is carried out.
    intent: String,
}

/// Somebody whose reach changes.
struct Changed {
    name: String,
    rights: Vec<String>,
}

/// The first of them whom the reader may see, and how many there are.
struct ChangedPeople {
    people: Vec<Changed>,
    all: u32,
}

impl ChangedPeople {
    fn are_more(&self) -> bool {
        usize::try_from(self.all).is_ok_and(|all| all > self.people.len())
    }
}

/// What a move would do, for a page.
struct PlanLines {
    fingerprint: String,
    workspaces: u32,
    contacts: Bounded,
    gains: ChangedPeople,
    loses: ChangedPeople,
    /// Whether all of it comes on or goes off.
    turns: Option<bool>,
    /// Features that are to be had there, or not any more.
    features: Vec<(String, bool)>,
}

#[derive(Template)]
#[template(path = "workspace_move.html")]
struct MovePage {
    frame: Frame,
    notice: Notice,
    id: Uuid,
    form: MoveForm,
    parents: Workspaces,
    plan: Option<PlanLines>,
}

async fn look(desk: Desk, Query(form): Query<MoveForm>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), form).await?)
}

fn parent_of(form: &MoveForm) -> Result<Option<WorkspaceId>, Problem> {
    let mut fields = Fields::default();
    let parent = said(&form.parent).and_then(|id| fields.take("/parent", "id", id.parse::<WorkspaceId>()));
    fields.all_right()?;
    Ok(parent)
}

async fn shown(desk: &Desk, notice: Notice, form: MoveForm) -> Result<MovePage, Problem> {
    let reader = desk.reader()?;
    let workspace: WorkspaceId = desk.ids.get("ws")?;
    let own = reader.place(workspace).await?;
    reader.must(engine::WORKSPACES_MANAGE, &own).await?;
    let manages = reader.reach(engine::WORKSPACES_MANAGE);
    let above = own.steps().iter().rev().nth(1).map(|step| step.workspace);
    // Where it lies already, and what lies below it, is nowhere to move it to.
    let offered = |place: &tenure_domain::workspace::Place| {
        manages.holds_at(place) && !place.is_within(workspace) && Some(place.workspace()) != above
    };
    let parents = workspaces_where(&reader, &form.parent, &form.find, offered).await?;
    let plan = match parent_of(&form)?.filter(|_| notice.sentence().is_none()) {
        Some(parent) => Some(plan(desk, &reader, workspace, parent).await?),
        None => None,
    };
    let name = workspace_name(&reader, workspace).await?;
    Ok(MovePage {
        frame: desk.titled(&reader, Place::Workspaces, desk.words().with("workspace-move-of", name)),
        notice,
        id: workspace.into(),
        form,
        parents,
        plan,
    })
}

async fn plan(desk: &Desk, reader: &Reader<'_>, workspace: WorkspaceId, parent: WorkspaceId) -> Result<PlanLines, Problem> {
    let organization = desk.inside.organization;
    let (plan, subtree) = desk.perform(PlannedMove { organization, workspace, parent }).await?;
    let people: Vec<MemberId> = plan.changes.iter().map(|change| change.member).collect();
    let names = reader.member_names(&people).await?;
    let masking = reader.access.masking_of_members();
    let names: BTreeMap<MemberId, String> =
        names.into_iter().filter_map(|(id, name)| Some((id, shown_name(Some(&name), masking)?))).collect();
    let model = &reader.organization.model;
    // Who may do what at a place is told to who sees members there.
    let nobody = BTreeMap::new();
    let seen_at = async |at| Ok::<_, Problem>(reader.access.can(engine::MEMBERS_VIEW, &reader.place(at).await?));
    let gainers = if seen_at(parent).await? { &names } else { &nobody };
    let losers = if seen_at(workspace).await? { &names } else { &nobody };
    Ok(PlanLines {
        fingerprint: plan.fingerprint.to_string(),
        workspaces: subtree.workspaces,
        contacts: desk.state.queries().count_contacts(organization, &plan.left, COUNTED).await?,
        gains: lines(desk.words(), model, &plan.changes, gainers, |change| &change.gains),
        loses: lines(desk.words(), model, &plan.changes, losers, |change| &change.loses),
        turns: plan.turns,
        features: plan.features.iter().map(|(key, on)| (desk.words().word("feature", key.as_str()), *on)).collect(),
    })
}

fn lines(
    words: Words,
    model: &AccessModel,
    changes: &[ReachChange],
    names: &BTreeMap<MemberId, String>,
    of: impl Fn(&ReachChange) -> &[PermissionKey],
) -> ChangedPeople {
    let those = || changes.iter().filter(|change| !of(change).is_empty());
    let line = |change: &ReachChange| {
        let rights = of(change).iter().map(|key| right_of(words, model, key)).collect();
        Some(Changed { name: names.get(&change.member)?.clone(), rights })
    };
    let people = those().filter_map(line).take(NAMED).collect();
    ChangedPeople { people, all: u32::try_from(those().count()).unwrap_or(u32::MAX) }
}

async fn carry_out(desk: Desk, Form(form, once): Form<MoveForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return match shown(&desk, Notice::none(), form.clone()).await {
            Ok(plan) => page(&plan),
            // What can't be planned is told where it is chosen.
            Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &shown(&desk, desk.notice(&problem), form).await?),
            Err(problem) => Err(problem),
        };
    }
    match carried_out(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if problem.body().code == "plan_moved" => {
            // The page that comes back has the plan of now.
            let notice = desk.notice(&problem);
            let again = MovePage { notice, ..shown(&desk, Notice::none(), form).await? };
            sent_back(&problem, &again)
        }
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &shown(&desk, desk.notice(&problem), form).await?),
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &MoveForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let fingerprint = said(&form.fingerprint);
    let fingerprint = fingerprint.and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<MoveFingerprint>()));
    let reason = fields.reason_if(said(&form.reason));
    fields.all_right()?;
    let nowhere = || Problem::invalid("choose what it is to lie below").with_field("/parent", "no_parent", "choose a workspace");
    let parent = parent_of(form)?.ok_or_else(nowhere)?;
    let (organization, workspace) = (desk.inside.organization, desk.ids.get("ws")?);
    let ask = MoveWorkspace { organization, workspace, parent, fingerprint, reason };
    desk.once(once, ask, |_| desk.address("/workspaces?done=workspace-moved")).await
}
