//! Deleting a member from the organization: the plan, and the deed.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use tenure_domain::revocation::Loss;
use tenure_http_base::{AppState, Body, Idempotency, Ids, Inside, Problem, Query, perform, perform_once};
use tenure_usecases::{DeleteMember, Ending, PlannedEnding, PlannedRevocation};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::receipts::{CountView, ReceiptView};
use crate::revocations::{BlockerView, COUNTED, PlanQuery, RevokeAsked, RevokeBody, UncoveredView, blockers, rendered, told};

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(plan_deletion, delete_member))
}

/// What is lost at one workspace.
#[derive(Serialize, ToSchema)]
pub(crate) struct LossView {
    workspace: Uuid,
    permissions: Vec<String>,
}

impl LossView {
    pub(crate) fn of(loss: &Loss) -> Self {
        let permissions = loss.permissions.iter().map(ToString::to_string).collect();
        Self { workspace: loss.workspace.into(), permissions }
    }
}

/// What a deletion would do.
#[derive(Serialize, ToSchema)]
struct DeletionPlanView {
    /// The facts that it rests on: send it along, and nothing happens if they have moved.
    fingerprint: String,
    /// Permissions that are lost, at each workspace of a grant.
    loses: Vec<LossView>,
    /// How many bundles of contacts change hands.
    portfolios: usize,
    /// How many contacts that are.
    contacts: CountView,
    /// Invitations that they sent and that still wait; each is asked about again when it is accepted.
    invitations_sent: u32,
    /// How many API tokens they have; all of them end.
    tokens: usize,
    uncovered: UncoveredView,
    blockers: Vec<BlockerView>,
}

/// Plan a deletion; this changes nothing.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/deletion", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), PlanQuery), responses((status = 200, body = DeletionPlanView)))]
async fn plan_deletion(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<PlanQuery>,
) -> Result<Json<DeletionPlanView>, Problem> {
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let ask = PlannedRevocation { organization, member, ending: Ending::Membership, handover: query.handover() };
    // Whoever is shown the plan manages at every workspace that it names.
    let PlannedEnding { plan, invitations_sent, tokens } = perform(&state, inside.caller(), ask).await?;
    let contacts = state.queries().count_contacts(organization, &plan.portfolios, COUNTED).await?;
    Ok(Json(DeletionPlanView {
        fingerprint: plan.fingerprint.to_string(),
        loses: plan.loses.iter().map(LossView::of).collect(),
        portfolios: plan.portfolios.len(),
        contacts: contacts.into(),
        invitations_sent,
        tokens,
        uncovered: UncoveredView::of(&inside.reader(&state)?, member, &plan).await?,
        blockers: blockers(&plan),
    }))
}

/// Delete a member from the organization: all their access, with one handover of all their contacts.
///
/// Of somebody pending it withdraws the invitation. It can be undone from its receipt; afterwards their profile is erased.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/deletion", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), Idempotency), request_body = RevokeBody,
    responses((status = 200, body = ReceiptView)))]
async fn delete_member(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<RevokeBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let RevokeAsked { contacts, fingerprint, reason } = body.asked()?;
    let handover = contacts.unwrap_or_default();
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let ask = DeleteMember { organization, member, handover, fingerprint, reason };
    perform_once(&state, inside.caller(), ask, idempotency, hash, rendered).await.map_err(told)
}
