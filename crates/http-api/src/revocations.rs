//! Revoking access: the plan, and the deed. Deactivating and deleting somebody say the same in the same words.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::resource::Resource;
use tenure_domain::revocation::{Fingerprint, Fingerprinted, Handover, Plan, Receipt, RevokeRefused};
use tenure_domain::{MemberId, Reason, Refusal};
use tenure_http_base::{AppState, Body, Idempotency, Ids, Inside, Problem, Query, given, perform, perform_once};
use tenure_usecases::{Ending, Failure, HadAlone, PlannedEnding, PlannedRevocation, Reader, RevokeAccess};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::receipts::{CountView, ReceiptView};
use tenure_http_base::Fields;

/// How far contacts are counted.
pub(crate) const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(plan_revocation, revoke_access))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PlanQuery {
    /// Who would take the contacts over; without it they would be left unassigned.
    #[serde(default, deserialize_with = "given")]
    assign_to: Option<Uuid>,
}

impl PlanQuery {
    pub(crate) fn handover(&self) -> Handover {
        self.assign_to.map_or(Handover::Unassign, |to| Handover::AssignTo(to.into()))
    }
}

/// Something that stands in the way.
#[derive(Serialize, ToSchema)]
pub(crate) struct BlockerView {
    code: &'static str,
    detail: String,
}

/// What a revocation would do.
#[derive(Serialize, ToSchema)]
struct PlanView {
    /// The facts that it rests on: send it along, and nothing happens if they have moved.
    fingerprint: String,
    /// Permissions that are lost at this workspace.
    loses: Vec<String>,
    /// The workspaces of the grants that stay, as far as the caller may know of them.
    keeps: Vec<Uuid>,
    /// How many bundles of contacts change hands.
    portfolios: usize,
    /// How many contacts that are.
    contacts: CountView,
    /// Invitations that they sent and that still wait; each is asked about again when it is accepted.
    invitations_sent: u32,
    /// How many API tokens they have; each can do less from then on.
    tokens: usize,
    uncovered: UncoveredView,
    blockers: Vec<BlockerView>,
}

/// A resource that nobody would have any more.
#[derive(Serialize, ToSchema)]
struct LonelyView {
    id: Uuid,
    /// The resource kind's key.
    kind: String,
    name: String,
}

/// Resources assigned from their own side, such as queues, that this would leave with nobody: nobody else who is active has them by
/// choice.
#[derive(Serialize, ToSchema)]
pub(crate) struct UncoveredView {
    /// How many, as far as the caller may know of them.
    count: CountView,
    /// The first twenty.
    resources: Vec<LonelyView>,
}

impl UncoveredView {
    pub(crate) async fn of(reader: &Reader<'_>, member: MemberId, plan: &Plan) -> Result<Self, Problem> {
        Ok(Self::from(reader.had_alone(member, &plan.leaves).await?))
    }
}

impl From<HadAlone> for UncoveredView {
    fn from(HadAlone { first, count }: HadAlone) -> Self {
        let lonely = |one: &Resource| LonelyView { id: one.id.into(), kind: one.kind.to_string(), name: one.name.to_string() };
        Self { count: count.into(), resources: first.iter().map(lonely).collect() }
    }
}

pub(crate) fn blockers(plan: &Plan) -> Vec<BlockerView> {
    plan.blockers.iter().map(|blocker| BlockerView { code: blocker.rule(), detail: blocker.to_string() }).collect()
}

/// Plan a revocation; this changes nothing.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/grants/{ws}/revocation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), ("ws" = Uuid, Path), PlanQuery), responses((status = 200, body = PlanView)))]
async fn plan_revocation(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<PlanQuery>,
) -> Result<Json<PlanView>, Problem> {
    let (organization, ending) = (inside.organization, Ending::Grant(ids.get("ws")?));
    let member = ids.member(&inside)?;
    let ask = PlannedRevocation { organization, member, ending, handover: query.handover() };
    let PlannedEnding { plan, invitations_sent, tokens } = perform(&state, inside.caller(), ask).await?;
    let reader = inside.reader(&state)?;
    let keeps = reader.seen(plan.keeps.iter().copied()).await?;
    let contacts = state.queries().count_contacts(inside.organization, &plan.portfolios, COUNTED).await?;
    Ok(Json(PlanView {
        fingerprint: plan.fingerprint.to_string(),
        loses: plan.loses.iter().flat_map(|loss| &loss.permissions).map(ToString::to_string).collect(),
        keeps: keeps.into_iter().map(tenure_domain::WorkspaceId::uuid).collect(),
        portfolios: plan.portfolios.len(),
        contacts: contacts.into(),
        invitations_sent,
        tokens,
        uncovered: UncoveredView::of(&reader, member, &plan).await?,
        blockers: blockers(&plan),
    }))
}

/// What becomes of the contacts: `"unassign"`, or `{"assign_to": member}`.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ContactsBody {
    /// Leave them without an assignee.
    Unassign,
    /// Give them to this member.
    AssignTo(Uuid),
}

impl ContactsBody {
    /// Left unassigned where nothing was said.
    pub(crate) fn handover(of: Option<Self>) -> Handover {
        of.map_or(Handover::Unassign, Handover::from)
    }
}

impl From<ContactsBody> for Handover {
    fn from(of: ContactsBody) -> Self {
        match of {
            ContactsBody::AssignTo(to) => Self::AssignTo(to.into()),
            ContactsBody::Unassign => Self::Unassign,
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevokeBody {
    /// When absent `"unassign"`; of a deactivation, that they keep them.
    contacts: Option<ContactsBody>,
    /// The plan that was looked at.
    fingerprint: Option<String>,
    /// Why, for the journal.
    reason: Option<String>,
}

/// What a body asks for.
pub(crate) struct RevokeAsked {
    /// What becomes of the contacts, where that was said.
    pub(crate) contacts: Option<Handover>,
    pub(crate) fingerprint: Option<Fingerprint>,
    pub(crate) reason: Option<Reason>,
}

impl RevokeBody {
    pub(crate) fn asked(&self) -> Result<RevokeAsked, Problem> {
        let mut fields = Fields::default();
        let fingerprint = self.fingerprint.as_deref();
        let fingerprint = fingerprint.and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<Fingerprint>()));
        let reason = fields.reason_if(self.reason.as_deref());
        fields.all_right()?;
        Ok(RevokeAsked { contacts: self.contacts.map(Handover::from), fingerprint, reason })
    }
}

/// Revoke a member's access to a workspace, with one handover of all their contacts there.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/grants/{ws}/revocation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), ("ws" = Uuid, Path), Idempotency), request_body = RevokeBody,
    responses((status = 200, body = ReceiptView)))]
async fn revoke_access(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<RevokeBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let RevokeAsked { contacts, fingerprint, reason } = body.asked()?;
    let handover = contacts.unwrap_or_default();
    let (member, workspace) = (ids.member(&inside)?, ids.get("ws")?);
    let ask = RevokeAccess { organization: inside.organization, member, workspace, handover, fingerprint, reason };
    perform_once(&state, inside.caller(), ask, idempotency, hash, rendered).await.map_err(told)
}

/// Carrying out counts nothing: whoever wants the number reads the receipt.
pub(crate) fn rendered(receipt: &Receipt) -> (StatusCode, Value) {
    (StatusCode::OK, json!(ReceiptView::uncounted(receipt)))
}

/// A plan that has moved is told with what moved and how things are now.
pub(crate) fn told(failure: Failure<RevokeRefused>) -> Problem {
    let difference = match &failure {
        Failure::Refused(RevokeRefused::Moved { parts, now }) => Some(difference(parts, now)),
        _ => None,
    };
    let problem = Problem::from(failure);
    difference.into_iter().fold(problem, |problem, difference| problem.with("difference", difference))
}

/// The words for what moved.
pub(crate) fn moved(parts: &[Fingerprinted]) -> Vec<&'static str> {
    parts.iter().map(|part| part.word()).collect()
}

fn difference(parts: &[Fingerprinted], now: &Plan) -> Value {
    json!({
        "moved": moved(parts),
        "fingerprint": now.fingerprint.to_string(),
        "portfolios": now.portfolios.len(),
        "blockers": blockers(now),
    })
}
