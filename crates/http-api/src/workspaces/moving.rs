//! Moving a workspace with all below it: the plan, and the deed.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::access_model::engine;
use tenure_domain::visibility::Masking;
use tenure_domain::workspace::{MoveFingerprint, MoveRefused, ReachChange, Workspace};
use tenure_domain::{MemberId, PermissionKey};
use tenure_http_base::{AppState, Body, Fields, Idempotency, Ids, Inside, Problem, Query, perform, perform_once, shown_name};
use tenure_usecases::{Failure, MoveWorkspace, PlannedMove};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::WorkspaceView;
use crate::receipts::CountView;

/// How many people a plan names.
const NAMED: usize = 100;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(plan_move, move_workspace))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MoveQuery {
    /// What it would lie below.
    parent: Uuid,
}

/// Somebody whose permissions in it would be others.
#[derive(Serialize, ToSchema)]
struct ReachChangeView {
    member: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    member_name: Option<String>,
    permissions: Vec<String>,
}

/// What a move would do.
#[derive(Serialize, ToSchema)]
struct MovePlanView {
    /// The facts that it rests on: send it along, and nothing happens if they have moved.
    fingerprint: String,
    /// How many workspaces would be moved.
    workspaces: u32,
    /// Who would gain permissions there by their grants, and which: the first hundred that the caller may see there.
    gains: Vec<ReachChangeView>,
    /// How many would in all.
    gaining: usize,
    /// Who would lose some, and which; likewise.
    loses: Vec<ReachChangeView>,
    losing: usize,
    /// Whether all of it comes on or goes off, because of what lies above; null if neither.
    active: Option<bool>,
    /// Features that are to be had there (`true`) or not any more (`false`), because of what lies above.
    features: BTreeMap<String, bool>,
    /// How many bundles of contacts would be left unassigned, because who holds them could not handle them any more.
    portfolios: usize,
    /// How many contacts those hold.
    contacts: CountView,
}

fn shown(
    changes: &[ReachChange],
    names: &BTreeMap<MemberId, String>,
    masking: Masking,
    of: impl Fn(&ReachChange) -> &[PermissionKey],
) -> (Vec<ReachChangeView>, usize) {
    let those = || changes.iter().filter(|change| !of(change).is_empty());
    let view = |change: &ReachChange| {
        let name = names.get(&change.member)?;
        Some(ReachChangeView {
            member: change.member.into(),
            member_name: shown_name(Some(name), masking),
            permissions: of(change).iter().map(ToString::to_string).collect(),
        })
    };
    (those().filter_map(view).take(NAMED).collect(), those().count())
}

/// Plan a move; this changes nothing.
#[utoipa::path(get, path = "/organizations/{org}/workspaces/{ws}/move", tag = "workspaces",
    params(("org" = Uuid, Path), ("ws" = Uuid, Path), MoveQuery), responses((status = 200, body = MovePlanView)))]
async fn plan_move(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<MoveQuery>,
) -> Result<Json<MovePlanView>, Problem> {
    let organization = inside.organization;
    let ask = PlannedMove { organization, workspace: ids.get("ws")?, parent: query.parent.into() };
    let (plan, subtree) = perform(&state, inside.caller(), ask).await?;
    let reader = inside.reader(&state)?;
    let people: Vec<MemberId> = plan.changes.iter().map(|change| change.member).collect();
    let names = reader.member_names(&people).await?;
    let masking = reader.access.masking_of_members();
    let contacts = state.queries().count_contacts(organization, &plan.left, COUNTED).await?;
    // Who may do what at a place is told to who sees members there.
    let nobody = BTreeMap::new();
    let seen_at = async |at| Ok::<_, Problem>(reader.access.can(engine::MEMBERS_VIEW, &reader.place(at).await?));
    let named_above = if seen_at(query.parent.into()).await? { &names } else { &nobody };
    let named_below = if seen_at(ids.get("ws")?).await? { &names } else { &nobody };
    let (gains, gaining) = shown(&plan.changes, named_above, masking, |change| &change.gains);
    let (loses, losing) = shown(&plan.changes, named_below, masking, |change| &change.loses);
    Ok(Json(MovePlanView {
        fingerprint: plan.fingerprint.to_string(),
        workspaces: subtree.workspaces,
        gains,
        gaining,
        loses,
        losing,
        active: plan.turns,
        features: plan.features.iter().map(|(key, on)| (key.to_string(), *on)).collect(),
        portfolios: plan.left.len(),
        contacts: contacts.into(),
    }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MoveBody {
    /// What it is to lie below.
    parent: Uuid,
    /// The plan that was looked at.
    fingerprint: Option<String>,
    /// Why, for the journal.
    reason: Option<String>,
}

/// Move a workspace with all below it.
///
/// It takes `workspaces.manage` where it is taken from and where it is put. Whoever has access above its new place reaches it from
/// the next request on, and whoever had it from above its old place alone does no more; what somebody gains has to be the caller's to
/// give. Contacts of those who may not handle them any more are left unassigned.
#[utoipa::path(post, path = "/organizations/{org}/workspaces/{ws}/move", tag = "workspaces",
    params(("org" = Uuid, Path), ("ws" = Uuid, Path), Idempotency), request_body = MoveBody, responses((status = 200, body = WorkspaceView)))]
async fn move_workspace(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<MoveBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let fingerprint = body.fingerprint.as_deref();
    let fingerprint = fingerprint.and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<MoveFingerprint>()));
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let (organization, parent) = (inside.organization, body.parent.into());
    let ask = MoveWorkspace { organization, workspace: ids.get("ws")?, parent, fingerprint, reason };
    let render = |workspace: &Workspace| (StatusCode::OK, json!(WorkspaceView::from(workspace)));
    perform_once(&state, inside.caller(), ask, idempotency, hash, render).await.map_err(told)
}

/// A plan that has moved is told with the fingerprint of now.
fn told(failure: Failure<MoveRefused>) -> Problem {
    let now = if let Failure::Refused(MoveRefused::Moved(now)) = &failure { Some(now.to_string()) } else { None };
    let problem = Problem::from(failure);
    now.into_iter().fold(problem, |problem, now| problem.with("difference", json!({ "fingerprint": now })))
}
