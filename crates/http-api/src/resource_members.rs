//! Who reaches a resource, and giving and taking it from its own side: teams, queues, partners.

use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tenure_http_base::{AppState, Cursors, Ids, Inside, ListAsk, ListQuery, Listing, Problem, Query, listing_response, perform};
use tenure_usecases::{AssignResource, Reaching};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::access::{ReasonView, reason};
use crate::views::MemberView;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_resource_members)).routes(routes!(add_resource_member, remove_resource_member))
}

/// Somebody who reaches a resource.
#[derive(Serialize, ToSchema)]
struct ReachingView {
    #[serde(flatten)]
    member: MemberView,
    /// What they reach it by: it is `for_everyone`, `implied` by a level, a `selection`, the `whole_kind`, or a `group` that was
    /// chosen for them.
    because: Vec<ReasonView>,
    /// Whether nobody else who is active has it by choice: taking it from them leaves it with nobody.
    alone: bool,
}

/// List the members who reach a resource, by name, as far as the caller may see them.
#[utoipa::path(get, path = "/organizations/{org}/resources/{id}/members", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), ListQuery), responses((status = 200, body = Listing<ReachingView>)))]
async fn list_resource_members(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<ListQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: String::new(),
        sort: "name".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let viewer = reader.own_viewer();
    let page = reader.resource_members(ids.get("id")?, &ask.page).await?;
    let now = state.tenure().tools().clock.now();
    let model = &reader.organization.model;
    let page = page.map(|Reaching { row, because, alone }| ReachingView {
        alone,
        because: because.iter().map(|one| reason(model, reader.organization.root.uuid(), one)).collect(),
        member: MemberView::of(&row, viewer.member, viewer.masking, now),
    });
    Ok(listing_response(&state, &uri, &ask, page, None))
}

async fn assign(state: &AppState, inside: &Inside, ids: &Ids, has: bool) -> Result<Response, Problem> {
    let ask = AssignResource { organization: inside.organization, resource: ids.get("id")?, member: ids.member(inside)?, has };
    perform(state, inside.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Give a member a resource, such as a place in a team. Nothing happens if they have it.
#[utoipa::path(put, path = "/organizations/{org}/resources/{id}/members/{member}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), ("member" = String, Path)), responses((status = 204)))]
async fn add_resource_member(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    assign(&state, &inside, &ids, true).await
}

/// Take a resource from a member. Nothing happens if they don't have it.
#[utoipa::path(delete, path = "/organizations/{org}/resources/{id}/members/{member}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), ("member" = String, Path)), responses((status = 204)))]
async fn remove_resource_member(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    assign(&state, &inside, &ids, false).await
}
