//! The HTTP API: a handler parses what came over the wire, asks a use case or a query, and renders what it gives.
//!
//! Everything is under `/api/v1`, but for health and metrics.

mod accepted;
mod access;
mod access_model;
mod contacts;
mod deactivations;
mod deletions;
mod dev;
mod docs;
mod email_change;
mod grants;
mod health;
mod insights;
mod invitation_link;
mod invitations;
mod jobs;
mod journal;
mod members;
mod operator;
mod organizations;
mod password_reset;
mod presence;
mod receipts;
mod resource_groups;
mod resource_members;
mod resources;
mod revocations;
mod second_factor;
mod selections;
mod session;
mod sessions;
mod setup;
mod statistics;
mod stream;
mod tokens;
mod unlock;
mod views;
mod workspaces;

use axum::Router;
use tenure_http_base::{AppState, around};
use utoipa_axum::router::OpenApiRouter;

pub use docs::openapi;

fn api() -> OpenApiRouter<AppState> {
    let versioned = OpenApiRouter::new()
        .merge(setup::routes())
        .merge(operator::routes())
        .merge(session::routes())
        .merge(second_factor::routes())
        .merge(sessions::routes())
        .merge(password_reset::routes())
        .merge(email_change::routes())
        .merge(organizations::routes())
        .merge(access_model::routes())
        .merge(workspaces::routes())
        .merge(members::routes())
        .merge(grants::routes())
        .merge(selections::routes())
        .merge(resources::routes())
        .merge(resource_groups::routes())
        .merge(resource_members::routes())
        .merge(invitations::routes())
        .merge(invitation_link::routes())
        .merge(revocations::routes())
        .merge(deactivations::routes())
        .merge(deletions::routes())
        .merge(unlock::routes())
        .merge(statistics::routes())
        .merge(tokens::routes())
        .merge(receipts::routes())
        .merge(jobs::routes())
        .merge(contacts::routes())
        .merge(access::routes())
        .merge(insights::routes())
        .merge(journal::routes())
        .merge(presence::routes())
        .merge(stream::routes())
        .merge(dev::routes());
    OpenApiRouter::with_openapi(docs::frame()).nest("/api/v1", versioned)
}

/// The API's routes without the layers around them, for a server that has other faces besides.
pub fn routes() -> Router<AppState> {
    let (routes, document) = api().split_for_parts();
    routes.merge(docs::routes(document)).merge(health::routes())
}

/// The whole API as a router, with its layers, to serve or to mount. Serve it with `into_make_service_with_connect_info::<SocketAddr>()`: wrong
/// passwords are counted by where they come from, and without that all of them come from one place.
pub fn router(state: AppState) -> Router {
    around(routes(), state, |_, _, _| None)
}
