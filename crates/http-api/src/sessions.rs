//! One's own login: its sessions, and another password.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tenure_domain::user::Device;
use tenure_http_base::{AppState, Body, FromNetwork, Ids, Problem, Query, SignedIn, Using, perform, rfc3339};
use tenure_port_store::OwnSession;
use tenure_usecases::{ChangePassword, EndOtherSessions, EndSession};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::session::welcome;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_sessions, end_other_sessions))
        .routes(routes!(end_session))
        .routes(routes!(change_password))
}

/// Somewhere that one is signed in.
#[derive(Serialize, ToSchema)]
struct OwnSessionView {
    id: Uuid,
    /// Whether it is the one that asks.
    current: bool,
    /// What the browser said of itself at sign-in; null if it said nothing.
    device: Option<String>,
    created_at: String,
    /// When something was done in it last, to the minute.
    last_seen_at: String,
    /// From then on it is dead, whatever is done in it; without anything being done it is earlier.
    expires_at: String,
}

/// The sessions of a login that still let it in: the hundred that were used last.
#[derive(Serialize, ToSchema)]
struct OwnSessionsView {
    /// The one that was used last first.
    items: Vec<OwnSessionView>,
}

/// List one's own sessions.
#[utoipa::path(get, path = "/sessions", tag = "session", responses((status = 200, body = OwnSessionsView)))]
async fn list_sessions(State(state): State<AppState>, who: SignedIn) -> Result<Json<OwnSessionsView>, Problem> {
    let view = |session: OwnSession| OwnSessionView {
        id: session.id.into(),
        current: session.id == who.session.id,
        device: session.device.as_ref().map(Device::as_str).map(str::to_owned),
        created_at: rfc3339(session.created_at),
        last_seen_at: rfc3339(session.seen_at),
        expires_at: rfc3339(session.expires_at),
    };
    let sessions = state.tenure().sessions_of(who.principal.user.id).await?;
    Ok(Json(OwnSessionsView { items: sessions.into_iter().map(view).collect() }))
}

/// End one of one's own sessions.
#[utoipa::path(delete, path = "/sessions/{id}", tag = "session", params(("id" = Uuid, Path)), responses((status = 204)))]
async fn end_session(State(state): State<AppState>, who: SignedIn, ids: Ids) -> Result<StatusCode, Problem> {
    perform(&state, who.caller(), EndSession { session: ids.get("id")? }).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct EndQuery {
    /// `true`: all but the one that asks. Nothing else can be said: signing out ends that one.
    others: bool,
}

/// End all of one's own sessions but this one.
#[utoipa::path(delete, path = "/sessions", tag = "session", params(EndQuery), responses((status = 204)))]
async fn end_other_sessions(
    State(state): State<AppState>,
    who: SignedIn,
    Query(query): Query<EndQuery>,
) -> Result<StatusCode, Problem> {
    if !query.others {
        return Err(Problem::invalid("say `others=true`; signing out ends the session that asks").with_field(
            "others",
            "others_missing",
            "only `true` can be said",
        ));
    }
    perform(&state, who.caller(), EndOtherSessions).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangePasswordBody {
    #[schema(value_type = String)]
    current_password: SecretString,
    /// The new one: at least 12 characters.
    #[schema(value_type = String)]
    password: SecretString,
}

/// Choose another password. All sessions end, and a new one begins for who asked.
#[utoipa::path(post, path = "/me/password", tag = "session", request_body = ChangePasswordBody,
    responses((status = 200, body = crate::session::SessionView)))]
async fn change_password(
    State(state): State<AppState>,
    who: SignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    body: Body<ChangePasswordBody>,
) -> Result<Response, Problem> {
    let ChangePasswordBody { current_password, password } = body.value;
    let ask = ChangePassword::new(who.principal.user.id, current_password, password, using.0).from(network);
    // Read before: what fails after the deed would keep the new session from who asked.
    let memberships = state.queries().memberships_of(who.principal.user.id).await?;
    let signed_in = perform(&state, who.caller(), ask).await?;
    Ok(welcome(&state, &signed_in, memberships))
}
