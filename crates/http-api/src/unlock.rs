//! Lifting the lock on somebody's sign-in.

use axum::extract::State;
use axum::http::StatusCode;
use tenure_http_base::{AppState, Body, Ids, Inside, Problem, perform};
use tenure_usecases::UnlockMember;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::views::NothingMore;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(unlock_member))
}

/// Let a member try their password again at once, wherever they are. Where nothing is locked, nothing happens.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/unlock", tag = "members",
    params(("org" = uuid::Uuid, Path), ("member" = String, Path)), responses((status = 204)))]
async fn unlock_member(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    _body: Body<NothingMore>,
) -> Result<StatusCode, Problem> {
    let ask = UnlockMember { organization: inside.organization, member: ids.member(&inside)? };
    perform(&state, inside.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT)
}
