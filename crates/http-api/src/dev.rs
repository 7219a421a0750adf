//! Helpers for development and demos, there only where mail is captured instead of sent.

use axum::Json;
use axum::extract::State;
use tenure_http_base::{AppState, Captured, Listing, Problem};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_captured_mail))
}

/// List captured mail, newest first. Only with the capture transport; without sign-in.
#[utoipa::path(get, path = "/dev/mail", tag = "development", responses((status = 200, body = Listing<Captured>)), security(()))]
async fn list_captured_mail(State(state): State<AppState>) -> Result<Json<Listing<Captured>>, Problem> {
    let mailbox = state.mailbox().ok_or_else(|| Problem::not_found("mail is not captured here"))?;
    Ok(Json(Listing { items: mailbox.list(), next: None, count: None }))
}
