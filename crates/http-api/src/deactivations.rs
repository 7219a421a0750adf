//! Deactivating a member, from the plan, and reactivating them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::Refusal as _;
use tenure_domain::revocation::{ChosenAgain, Fingerprint, Fingerprinted, Handover, Lapsed, ReactivateRefused, Reactivated};
use tenure_domain::selection::{Selected, Selection};
use tenure_http_base::{AppState, Body, Fields, Idempotency, Ids, Inside, Problem, Query, given, perform, perform_once};
use tenure_port_store::Bounded;
use tenure_usecases::{DeactivateMember, Ending, Failure, PlannedEnding, PlannedReactivation, PlannedRevocation, ReactivateMember};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::deletions::LossView;
use crate::receipts::{CountView, ReceiptView};
use crate::revocations::{BlockerView, COUNTED, RevokeAsked, RevokeBody, UncoveredView, blockers, moved, rendered, told};

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(plan_deactivation, deactivate_member)).routes(routes!(plan_reactivation, reactivate_member))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DeactivationQuery {
    /// Who would take the contacts over.
    #[serde(default, deserialize_with = "given")]
    assign_to: Option<Uuid>,
    /// True: the contacts would be left unassigned. Without either they would keep them.
    #[serde(default)]
    unassign: bool,
}

impl DeactivationQuery {
    fn handover(&self) -> Option<Handover> {
        let unassign = self.unassign.then_some(Handover::Unassign);
        self.assign_to.map(|to| Handover::AssignTo(to.into())).or(unassign)
    }
}

/// A resource kind that a deactivation empties.
#[derive(Serialize, ToSchema)]
struct EmptiedView {
    /// The resource kind's key.
    kind: String,
    /// How many choices of it they have; all of the kind counts as one.
    choices: usize,
}

impl EmptiedView {
    fn of(had: &Selected) -> Self {
        let choices = if had.selection == Selection::All { 1 } else { had.selection.parts().count() };
        Self { kind: had.kind.to_string(), choices }
    }
}

/// What a deactivation would do.
#[derive(Serialize, ToSchema)]
struct DeactivationPlanView {
    /// The facts that it rests on: send it along, and nothing happens if they have moved.
    fingerprint: String,
    /// Permissions that stand still, at each workspace of a grant.
    loses: Vec<LossView>,
    /// The resource kinds of which they would have nothing any more.
    empties: Vec<EmptiedView>,
    /// How many bundles of contacts change hands.
    portfolios: usize,
    /// How many contacts that are.
    contacts: CountView,
    /// How many contacts they keep.
    kept_contacts: CountView,
    /// Invitations that they sent and that still wait; each is asked about again when it is accepted.
    invitations_sent: u32,
    /// How many API tokens they have; all of them end, and a reactivation brings none back.
    tokens: usize,
    uncovered: UncoveredView,
    blockers: Vec<BlockerView>,
}

/// Plan a deactivation; this changes nothing.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/deactivation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), DeactivationQuery), responses((status = 200, body = DeactivationPlanView)))]
async fn plan_deactivation(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<DeactivationQuery>,
) -> Result<Json<DeactivationPlanView>, Problem> {
    let (organization, member, handover) = (inside.organization, ids.member(&inside)?, query.handover());
    let (ending, handover) = (Ending::acting(handover), handover.unwrap_or_default());
    // Whoever is shown the plan manages at every workspace that it names.
    let ask = PlannedRevocation { organization, member, ending, handover };
    let PlannedEnding { plan, invitations_sent, tokens } = perform(&state, inside.caller(), ask).await?;
    let contacts = state.queries().count_contacts(organization, &plan.portfolios, COUNTED).await?;
    let kept = state.queries().count_contacts(organization, &plan.kept, COUNTED).await?;
    Ok(Json(DeactivationPlanView {
        fingerprint: plan.fingerprint.to_string(),
        loses: plan.loses.iter().map(LossView::of).collect(),
        empties: plan.empties.iter().map(EmptiedView::of).collect(),
        portfolios: plan.portfolios.len(),
        contacts: contacts.into(),
        kept_contacts: kept.into(),
        invitations_sent,
        tokens,
        uncovered: UncoveredView::of(&inside.reader(&state)?, member, &plan).await?,
        blockers: blockers(&plan),
    }))
}

/// Deactivate a member: from the next request on they act nowhere in the organization.
///
/// They keep their grants, and their contacts unless those are handed over. Resource kinds that say so, such as queues, are
/// emptied. It isn't undone but ended, at any time, by a reactivation.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/deactivation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), Idempotency), request_body = RevokeBody,
    responses((status = 200, body = ReceiptView)))]
async fn deactivate_member(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<RevokeBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let RevokeAsked { contacts: handover, fingerprint, reason } = body.asked()?;
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let ask = DeactivateMember { organization, member, handover, fingerprint, reason };
    perform_once(&state, inside.caller(), ask, idempotency, hash, rendered).await.map_err(told)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReactivateBody {
    /// The plan that was looked at; it takes one where something wouldn't come back.
    fingerprint: Option<String>,
    /// Why, for the journal.
    reason: Option<String>,
}

/// A grant of which not all comes back.
#[derive(Serialize, ToSchema)]
struct LapsedView {
    workspace: Uuid,
    /// The extra permissions that don't come back.
    permissions: Vec<String>,
    /// The restrictions that come onto it.
    restrictions: Vec<String>,
    /// The rule that says so.
    rule: &'static str,
    /// The same in a sentence.
    detail: String,
}

impl LapsedView {
    fn of(Lapsed { before, after, why }: &Lapsed) -> Self {
        Self {
            workspace: before.workspace.into(),
            permissions: before.permissions.difference(&after.permissions).map(ToString::to_string).collect(),
            restrictions: after.restrictions.difference(&before.restrictions).map(ToString::to_string).collect(),
            rule: why.rule(),
            detail: why.to_string(),
        }
    }
}

/// What the deactivation emptied of one resource kind, as far as the caller could give it again.
#[derive(Serialize, ToSchema)]
struct ClearedView {
    /// The resource kind's key.
    kind: String,
    /// Whether all of the kind was chosen.
    all: bool,
    resources: Vec<Uuid>,
    groups: Vec<Uuid>,
    /// How many choices are gone, or aren't the caller's to give.
    left_out: usize,
}

impl ClearedView {
    fn of(again: &ChosenAgain) -> Self {
        let Selected { kind, selection, .. } = &again.selected;
        Self {
            kind: kind.to_string(),
            all: *selection == Selection::All,
            resources: selection.resources().map(Into::into).collect(),
            groups: selection.groups().map(Into::into).collect(),
            left_out: again.left_out,
        }
    }
}

/// A grant that wakes.
#[derive(Serialize, ToSchema)]
struct WokenView {
    workspace: Uuid,
    levels: Vec<String>,
    permissions: Vec<String>,
    restrictions: Vec<String>,
}

/// What a reactivation would do.
#[derive(Serialize, ToSchema)]
struct ReactivationPlanView {
    /// The facts that it rests on: send it along, and nothing happens if they have moved.
    fingerprint: String,
    /// The grants as they would come back.
    grants: Vec<WokenView>,
    /// Those of which not all would: it isn't the caller's to give.
    lapsed: Vec<LapsedView>,
    /// The resource kinds of which less would be chosen, because not all of it is the caller's to give.
    narrowed: Vec<String>,
    /// How many bundles of contacts they couldn't keep with what would come back: those become unassigned.
    portfolios: usize,
    /// How many contacts that are. Absent where a plan that has moved is told anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    contacts: Option<CountView>,
    /// What the deactivation emptied. None of it comes back by itself.
    cleared: Vec<ClearedView>,
}

impl ReactivationPlanView {
    fn of(of: &Reactivated, contacts: Option<Bounded>) -> Self {
        let grants = of.grants.iter().map(|grant| WokenView {
            workspace: grant.workspace.into(),
            levels: grant.levels.iter().map(ToString::to_string).collect(),
            permissions: grant.permissions.iter().map(ToString::to_string).collect(),
            restrictions: grant.restrictions.iter().map(ToString::to_string).collect(),
        });
        Self {
            fingerprint: of.fingerprint.to_string(),
            grants: grants.collect(),
            lapsed: of.lapsed.iter().map(LapsedView::of).collect(),
            narrowed: narrowed(of),
            portfolios: of.left.len(),
            contacts: contacts.map(CountView::from),
            cleared: of.offered.iter().map(ClearedView::of).collect(),
        }
    }
}

fn narrowed(of: &Reactivated) -> Vec<String> {
    of.selections.iter().map(|one| one.kind.to_string()).collect()
}

/// Somebody who is active again.
#[derive(Serialize, ToSchema)]
struct ReactivatedView {
    member: Uuid,
    /// `active`.
    status: &'static str,
    /// Grants of which not all came back, because it isn't the caller's to give.
    lapsed: Vec<LapsedView>,
    /// The resource kinds of which less is chosen from now on, because not all of it is the caller's to give.
    narrowed: Vec<String>,
    /// How many bundles of contacts became unassigned, because they may not handle those any more.
    portfolios: usize,
    /// What the deactivation emptied. None of it came back by itself: assign it again where it is wanted.
    cleared: Vec<ClearedView>,
}

impl ReactivatedView {
    fn of(of: &Reactivated) -> Self {
        Self {
            member: of.membership.id.into(),
            status: of.membership.status.word(),
            lapsed: of.lapsed.iter().map(LapsedView::of).collect(),
            narrowed: narrowed(of),
            portfolios: of.left.len(),
            cleared: of.offered.iter().map(ClearedView::of).collect(),
        }
    }
}

/// Plan a reactivation: what would come back, what wouldn't and why, and what could be assigned again. This changes nothing.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/reactivation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path)), responses((status = 200, body = ReactivationPlanView)))]
async fn plan_reactivation(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Json<ReactivationPlanView>, Problem> {
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    // Whoever is shown the plan manages at every workspace of theirs.
    let plan = perform(&state, inside.caller(), PlannedReactivation { organization, member }).await?;
    let contacts = state.queries().count_contacts(organization, &plan.left, COUNTED).await?;
    Ok(Json(ReactivationPlanView::of(&plan, Some(contacts))))
}

/// Reactivate a member: they act again, with the grants that they had, as far as the caller may give them now.
///
/// Where something of them wouldn't come back, nothing happens without the plan's fingerprint.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/reactivation", tag = "revocation",
    params(("org" = Uuid, Path), ("member" = String, Path), Idempotency), request_body = ReactivateBody,
    responses((status = 200, body = ReactivatedView)))]
async fn reactivate_member(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<ReactivateBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let fingerprint = body.fingerprint.as_deref();
    let fingerprint = fingerprint.and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<Fingerprint>()));
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let ask = ReactivateMember { organization, member, fingerprint, reason };
    let render = |done: &Reactivated| (StatusCode::OK, json!(ReactivatedView::of(done)));
    perform_once(&state, inside.caller(), ask, idempotency, hash, render).await.map_err(told_now)
}

/// A plan that has moved is told with what moved and how things are now.
fn told_now(failure: Failure<ReactivateRefused>) -> Problem {
    let difference = match &failure {
        Failure::Refused(ReactivateRefused::Moved { parts, now }) => Some(difference(parts, now)),
        _ => None,
    };
    let problem = Problem::from(failure);
    difference.into_iter().fold(problem, |problem, difference| problem.with("difference", difference))
}

fn difference(parts: &[Fingerprinted], now: &Reactivated) -> Value {
    json!({ "moved": moved(parts), "plan": ReactivationPlanView::of(now, None) })
}
