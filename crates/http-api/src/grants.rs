//! Grants: what a member may do at one workspace and below.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use tenure_domain::access::Access;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::granting::{Difference, Preview, preview};
use tenure_domain::{MemberId, WorkspaceId};
use tenure_http_base::{AppState, Body, Ids, IfMatch, Inside, Listing, Problem, Query, perform, problem_of, tagged};
use tenure_port_store::MemberRow;
use tenure_usecases::{Expected, GrantAccess, Reader};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::revocations::UncoveredView;
use crate::selections::{ChoiceBody, choices};
use crate::views::GrantView;
use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_grants)).routes(routes!(read_grant, put_grant)).routes(routes!(preview_grant))
}

/// A member with all their grants, if the caller may see them.
async fn member_row(state: &AppState, reader: &Reader<'_>, member: MemberId) -> Result<MemberRow, Problem> {
    let row = state.queries().member(reader.id(), &reader.own_viewer(), member).await?;
    row.ok_or_else(|| Problem::not_found("there is no such member here, or they aren't yours to know of"))
}

/// List a member's grants.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/grants", tag = "grants",
    params(("org" = Uuid, Path), ("member" = String, Path)), responses((status = 200, body = Listing<GrantView>)))]
async fn list_grants(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Json<Listing<GrantView>>, Problem> {
    let row = inside.reader(&state)?.member(ids.member(&inside)?).await?;
    let items = row.grants.iter().map(|of| GrantView::of(&of.grant, Some(&of.workspace_name))).collect();
    Ok(Json(Listing { items, next: None, count: None }))
}

/// Read a grant, with the tag that changing it needs.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/grants/{ws}", tag = "grants",
    params(("org" = Uuid, Path), ("member" = String, Path), ("ws" = Uuid, Path)), responses((status = 200, body = GrantView)))]
async fn read_grant(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    let row = inside.reader(&state)?.member(ids.member(&inside)?).await?;
    let workspace: WorkspaceId = ids.get("ws")?;
    let found = row.grants.iter().find(|of| of.grant.workspace == workspace);
    let of = found.ok_or_else(|| Problem::not_found("this member has no grant at this workspace"))?;
    Ok(tagged(of.grant.version, Json(GrantView::of(&of.grant, Some(&of.workspace_name)))))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PutGrantBody {
    /// Keys of access levels; at least one.
    levels: Vec<String>,
    /// Keys of extra permissions.
    #[serde(default)]
    permissions: Vec<String>,
    /// Keys of restrictions.
    #[serde(default)]
    restrictions: Vec<String>,
    /// What they reach of resource kinds from now on, by the kinds' keys; others stay as they are. Levels that want exactly one of
    /// a kind refuse to be given without it (`selection_required`).
    #[serde(default)]
    selections: BTreeMap<String, ChoiceBody>,
    /// Why, for the journal.
    reason: Option<String>,
}

/// Give a member access to a workspace, or change it: the whole grant, against the tag that was read
/// (`If-None-Match: *` for a new one).
#[utoipa::path(put, path = "/organizations/{org}/members/{member}/grants/{ws}", tag = "grants",
    params(("org" = Uuid, Path), ("member" = String, Path), ("ws" = Uuid, Path),
        ("If-Match" = Option<String>, Header, description = "The tag of the grant to change. Without it, and without `If-None-Match`, the answer is 428."),
        ("If-None-Match" = Option<String>, Header, description = "`*` for a grant that is new there.")),
    request_body = PutGrantBody,
    responses((status = 200, body = GrantView), (status = 201, body = GrantView)))]
async fn put_grant(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<PutGrantBody>,
) -> Result<Response, Problem> {
    let expected = match if_match {
        IfMatch::Version(version) => Expected::Version(version),
        IfMatch::New => Expected::New,
        // Whatever is there is just what somebody else may have put there a moment ago.
        IfMatch::Absent | IfMatch::Any => {
            let how = "send the grant's tag as `If-Match`, or `If-None-Match: *` for a new one";
            return Err(Problem::precondition_required(how));
        }
    };
    let body = body.value;
    let mut fields = Fields::default();
    let offer = fields.offer(&body.levels, &body.permissions, &body.restrictions);
    let selections = choices(&mut fields, body.selections);
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let ask = GrantAccess {
        organization: inside.organization,
        member: ids.member(&inside)?,
        workspace: ids.get("ws")?,
        offer,
        selections,
        expected,
        reason,
    };
    let grant = perform(&state, inside.caller(), ask).await?;
    let status = if expected == Expected::New { StatusCode::CREATED } else { StatusCode::OK };
    Ok(tagged(grant.version, (status, Json(GrantView::of(&grant, None)))))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PreviewQuery {
    /// Repeat: keys of access levels.
    #[serde(default)]
    levels: Vec<String>,
    /// Repeat: keys of extra permissions.
    #[serde(default)]
    permissions: Vec<String>,
    /// Repeat: keys of restrictions.
    #[serde(default)]
    restrictions: Vec<String>,
}

/// What would be different at one workspace and below it, until a deeper entry says otherwise or something is switched off.
#[derive(Serialize, ToSchema)]
struct DifferenceView {
    workspace: Uuid,
    /// Permissions that the member doesn't have there, and would.
    gains: Vec<String>,
    /// Permissions that the member has there, and wouldn't.
    loses: Vec<String>,
    /// Restrictions that don't bind the member there, and would.
    begins: Vec<String>,
    /// Restrictions that bind the member there, and wouldn't.
    lifts: Vec<String>,
}

impl DifferenceView {
    fn of(difference: &Difference) -> Self {
        fn words<K: ToString>(keys: &[K]) -> Vec<String> {
            keys.iter().map(ToString::to_string).collect()
        }
        let Difference { workspace, gains, loses, begins, lifts } = difference;
        Self {
            workspace: (*workspace).into(),
            gains: words(gains),
            loses: words(loses),
            begins: words(begins),
            lifts: words(lifts),
        }
    }
}

/// What a grant would change, for somebody who isn't active as if they were.
#[derive(Serialize, ToSchema)]
struct PreviewView {
    #[serde(flatten)]
    here: DifferenceView,
    /// Where further grants below make it another difference, upper workspaces first; as far as the caller may know of them.
    below: Vec<DifferenceView>,
    uncovered: UncoveredView,
}

/// Preview what a grant would change.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/grants/{ws}/preview", tag = "grants",
    params(("org" = Uuid, Path), ("member" = String, Path), ("ws" = Uuid, Path), PreviewQuery),
    responses((status = 200, body = PreviewView)))]
async fn preview_grant(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<PreviewQuery>,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let place = reader.place(ids.get("ws")?).await?;
    let member = ids.member(&inside)?;
    // What somebody would gain or lose tells what they hold.
    if inside.member()? != member {
        reader.must(tenure_domain::access_model::engine::MEMBERS_VIEW, &place).await?;
    }
    let row = member_row(&state, &reader, member).await?;
    let mut fields = Fields::default();
    let offer = fields.offer(&query.levels, &query.permissions, &query.restrictions);
    fields.all_right()?;
    let offer = offer.shaped(&reader.organization.model).map_err(|refused| problem_of(&refused))?;
    let grants: Vec<Grant> = row.grants.iter().map(|of| of.grant.clone()).collect();
    let access = Access::new(reader.organization.setting(), row.membership.status, &grants);
    let offered = Grant {
        member: row.membership.id,
        workspace: place.workspace(),
        levels: offer.levels,
        permissions: offer.permissions,
        restrictions: offer.restrictions,
        given_by: Giver::Member(reader.membership.id),
        given_at: state.tenure().tools().clock.now(),
        version: 0,
    };
    let places = reader.places_of(&grants).await?;
    let uncovered = reader.left_alone(&row, &access, &access.with(&offered)).await?.into();
    let Preview { here, below } = preview(&access, &grants, &places, &place, &offered);
    let seen = reader.seen(below.iter().map(|difference| difference.workspace)).await?;
    let below = below.iter().filter(|difference| seen.contains(&difference.workspace)).map(DifferenceView::of);
    Ok(Json(PreviewView { here: DifferenceView::of(&here), below: below.collect(), uncovered }).into_response())
}
