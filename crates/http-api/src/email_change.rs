//! Another address to sign in with: asking for it, for oneself or for a member, and confirming it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::SecretString;
use serde::Deserialize;
use tenure_http_base::{AppState, Body, Fields, FromNetwork, Idempotency, Ids, Inside, Problem, SignedIn, perform};
use tenure_usecases::{ChangeEmail, ConfirmEmail, SendEmailChange};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::accepted::accepted;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(change_email)).routes(routes!(send_email_change)).routes(routes!(confirm_email))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeEmailBody {
    email: String,
    #[schema(value_type = String)]
    current_password: SecretString,
}

/// Ask for another address to sign in with. A link goes there, and nothing changes until it is used, with the password: within a day, once, the
/// newest alone.
#[utoipa::path(post, path = "/me/email", tag = "session", request_body = ChangeEmailBody, responses((status = 202)))]
async fn change_email(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    body: Body<ChangeEmailBody>,
) -> Result<StatusCode, Problem> {
    let ChangeEmailBody { email, current_password } = body.value;
    let ask = ChangeEmail::new(who.principal.user.id, current_password, Fields::only_email(&email)?, network);
    perform(&state, who.caller(), ask).await?;
    Ok(StatusCode::ACCEPTED)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SendEmailChangeBody {
    email: String,
}

/// Ask for another address for a member. They confirm it with their password, by a link that goes there. The answer tells neither whether
/// somebody has the address, nor whether the member belongs to other organizations.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/email", tag = "members", request_body = SendEmailChangeBody,
    params(("org" = Uuid, Path), ("member" = Uuid, Path), Idempotency), responses((status = 202)))]
async fn send_email_change(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<SendEmailChangeBody>,
) -> Result<Response, Problem> {
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let ask = SendEmailChange { organization, member, email: Fields::only_email(&body.value.email)? };
    accepted(&state, &inside, ask, idempotency, body.hash).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConfirmEmailBody {
    /// What stands behind `/email-confirmation/` in the link.
    token: String,
    /// The present password.
    #[schema(value_type = String)]
    password: SecretString,
}

/// Confirm an address with the link that went there, and the present password. From then on one signs in with it; the address before is told.
#[utoipa::path(post, path = "/email-confirmation", tag = "session", request_body = ConfirmEmailBody, responses((status = 204)),
    security(()))]
async fn confirm_email(
    State(state): State<AppState>,
    FromNetwork(network): FromNetwork,
    body: Body<ConfirmEmailBody>,
) -> Result<StatusCode, Problem> {
    let ConfirmEmailBody { token, password } = body.value;
    let link = state.tenure().open_email_link(&token)?;
    state.tenure().confirm_email(ConfirmEmail::new(link, password, network)).await?;
    Ok(StatusCode::NO_CONTENT)
}
