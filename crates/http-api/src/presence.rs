//! Beats: what a client sends now and then to say that somebody is there.

use axum::extract::State;
use axum::http::StatusCode;
use tenure_http_base::{AppState, Present, Problem};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(beat))
}

/// Say that one is online.
///
/// It holds for half a minute: send it every fifteen seconds. Whoever has a stream open needn't. It isn't taken for activity. A token can't: no program says that somebody is there.
#[utoipa::path(post, path = "/organizations/{org}/presence", tag = "presence", params(("org" = Uuid, Path)),
    responses((status = 204)))]
async fn beat(State(state): State<AppState>, present: Present) -> Result<StatusCode, Problem> {
    present.inside.by_session()?;
    state.tenure().beat(present.inside.membership()?);
    Ok(StatusCode::NO_CONTENT)
}
