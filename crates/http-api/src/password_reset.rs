//! Forgotten passwords: asking for a link, using it, and having one sent to a member.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::EmailAddress;
use tenure_http_base::{AppState, Body, Idempotency, Ids, Inside, Problem, perform};
use tenure_usecases::{CompletePasswordReset, SendPasswordReset};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::accepted::accepted;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(request_password_reset))
        .routes(routes!(complete_password_reset))
        .routes(routes!(send_password_reset))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RequestBody {
    email: String,
}

/// Have a link to another password sent to an address. The answer is the same whoever it is, and whether or not a mail leaves.
#[utoipa::path(post, path = "/password-reset", tag = "session", request_body = RequestBody, responses((status = 202)), security(()))]
async fn request_password_reset(State(state): State<AppState>, body: Body<RequestBody>) -> Result<StatusCode, Problem> {
    // An address that is none goes the same way as one that nobody has.
    state.tenure().request_password_reset(EmailAddress::parse(&body.value.email).ok()).await?;
    Ok(StatusCode::ACCEPTED)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CompleteBody {
    /// What stands behind `/password-reset/` in the link.
    token: String,
    /// The new one: at least 12 characters.
    #[schema(value_type = String)]
    password: SecretString,
}

/// Choose another password with a link. All sessions end, and none begins: sign in with the new password.
#[utoipa::path(post, path = "/password-reset/complete", tag = "session", request_body = CompleteBody, responses((status = 204)),
    security(()))]
async fn complete_password_reset(State(state): State<AppState>, body: Body<CompleteBody>) -> Result<StatusCode, Problem> {
    let CompleteBody { token, password } = body.value;
    let link = state.tenure().open_reset_link(&token)?;
    perform(&state, tenure_usecases::Caller::Anonymous, CompletePasswordReset::new(link, password)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A body without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

/// Have a link to another password sent to a member. The answer is the same whether or not their address had its mails for now.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/password-reset", tag = "members",
    params(("org" = Uuid, Path), ("member" = Uuid, Path), Idempotency), responses((status = 202)))]
async fn send_password_reset(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<NothingMore>,
) -> Result<Response, Problem> {
    let ask = SendPasswordReset { organization: inside.organization, member: ids.member(&inside)? };
    accepted(&state, &inside, ask, idempotency, body.hash).await
}
