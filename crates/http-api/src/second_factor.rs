//! One's own second factor: an authenticator's codes besides the password.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use tenure_domain::UserId;
use tenure_http_base::{AppState, Body, FromNetwork, Problem, SignedIn, Using, perform, rfc3339, session_cookie};
use tenure_usecases::{BeginSecondFactor, ConfirmSecondFactor, RemoveSecondFactor, RenewRecoveryCodes};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(read_second_factor, begin_second_factor))
        .routes(routes!(confirm_second_factor))
        .routes(routes!(renew_recovery_codes))
        .routes(routes!(remove_second_factor))
}

/// What one has as a second factor.
#[derive(Serialize, ToSchema)]
struct SecondFactorView {
    /// Whether signing in takes a code.
    enabled: bool,
    /// Since when; null if it doesn't.
    since: Option<String>,
    /// How many of the recovery codes haven't been used.
    #[schema(value_type = u32)]
    recovery_codes_left: u32,
    /// Whether an organization requires one.
    required: bool,
}

/// Read one's own second factor.
#[utoipa::path(get, path = "/me/second-factor", tag = "session", responses((status = 200, body = SecondFactorView)))]
async fn read_second_factor(State(state): State<AppState>, who: SignedIn) -> Result<Json<SecondFactorView>, Problem> {
    let own = state.tenure().second_factor_of(who.principal.user.id).await?;
    Ok(Json(SecondFactorView {
        enabled: own.active.is_some(),
        since: own.active.as_ref().map(|active| rfc3339(active.since)),
        recovery_codes_left: own.active.map_or(0, |active| active.recovery_codes_left),
        required: own.required,
    }))
}

/// What shows that somebody who is signed in is who they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProofBody {
    #[schema(value_type = String)]
    current_password: SecretString,
    /// A code of the present second factor, or a recovery code; not asked of who has none.
    #[schema(value_type = Option<String>)]
    second_factor: Option<SecretString>,
}

impl ProofBody {
    fn ask<U>(self, who: &SignedIn, ask: impl FnOnce(UserId, SecretString, Option<SecretString>) -> U) -> U {
        ask(who.principal.user.id, self.current_password, self.second_factor)
    }
}

/// What an authenticator needs, shown this once.
#[derive(Serialize, ToSchema)]
struct BegunFactorView {
    /// In letters (base32), to type.
    secret: String,
    /// As an `otpauth://` address.
    uri: String,
    /// That address as a QR code, in SVG.
    qr: String,
}

/// Begin a second factor. It counts for nothing until a code confirms it, within an hour; an older one counts until then.
#[utoipa::path(post, path = "/me/second-factor", tag = "session", request_body = ProofBody,
    responses((status = 200, body = BegunFactorView)))]
async fn begin_second_factor(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    body: Body<ProofBody>,
) -> Result<Json<BegunFactorView>, Problem> {
    let ask = body.value.ask(&who, |user, password, code| BeginSecondFactor::new(user, password, code, network));
    let shown = perform(&state, who.caller(), ask).await?;
    let text = |secret: &SecretString| secret.expose_secret().to_owned();
    Ok(Json(BegunFactorView { secret: text(&shown.secret), uri: text(&shown.uri), qr: text(&shown.qr) }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConfirmBody {
    /// The six digits that the authenticator shows.
    #[schema(value_type = String)]
    code: SecretString,
}

/// Recovery codes, shown this once.
#[derive(Serialize, ToSchema)]
struct RecoveryCodesView {
    /// Each lets its owner in once without the authenticator.
    recovery_codes: Vec<String>,
}

impl RecoveryCodesView {
    fn of(codes: &[SecretString]) -> Self {
        Self { recovery_codes: codes.iter().map(|code| code.expose_secret().to_owned()).collect() }
    }
}

/// Confirm a second factor with a code. All sessions end, and a new one begins for who asked.
#[utoipa::path(post, path = "/me/second-factor/confirmation", tag = "session", request_body = ConfirmBody,
    responses((status = 200, body = RecoveryCodesView)))]
async fn confirm_second_factor(
    State(state): State<AppState>,
    who: SignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    body: Body<ConfirmBody>,
) -> Result<Response, Problem> {
    let ask = ConfirmSecondFactor::new(who.principal.user.id, body.value.code, using.0, network);
    let confirmed = perform(&state, who.caller(), ask).await?;
    let mut response = Json(RecoveryCodesView::of(&confirmed.recovery_codes)).into_response();
    let (now, session) = (state.tenure().tools().clock.now(), &confirmed.signed_in);
    if let Some(cookie) = session_cookie(state.settings(), &session.secret, now, session.expires_at) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Have other recovery codes made. The older ones are dead then.
#[utoipa::path(post, path = "/me/second-factor/recovery-codes", tag = "session", request_body = ProofBody,
    responses((status = 200, body = RecoveryCodesView)))]
async fn renew_recovery_codes(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    body: Body<ProofBody>,
) -> Result<Json<RecoveryCodesView>, Problem> {
    let ask = body.value.ask(&who, |user, password, code| RenewRecoveryCodes::new(user, password, code, network));
    Ok(Json(RecoveryCodesView::of(&perform(&state, who.caller(), ask).await?)))
}

/// Remove one's second factor. It stays where an organization that requires one would be left without anybody in charge.
#[utoipa::path(post, path = "/me/second-factor/removal", tag = "session", request_body = ProofBody, responses((status = 204)))]
async fn remove_second_factor(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    body: Body<ProofBody>,
) -> Result<StatusCode, Problem> {
    let ask = body.value.ask(&who, |user, password, code| RemoveSecondFactor::new(user, password, code, network));
    perform(&state, who.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT)
}
