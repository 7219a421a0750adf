//! Signing in, who am I, signing out.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tenure_domain::EmailAddress;
use tenure_domain::Instant;
use tenure_domain::user::User;
use tenure_http_base::{
    AppState, Body, FromNetwork, MaybeSignedIn, Problem, SignedIn, Using, ended_cookie, perform, rfc3339, session_cookie,
};
use tenure_port_store::OfUser;
use tenure_usecases::{Caller, SignIn, SignOut};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(sign_in, who_am_i, sign_out)).routes(routes!(me))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignInBody {
    email: String,
    #[schema(value_type = String)]
    password: SecretString,
    /// A code of the login's second factor, or a recovery code. Who needs one is told so by a 401 with `second_factor_required`.
    #[schema(value_type = Option<String>)]
    second_factor: Option<SecretString>,
}

/// Somebody's login.
#[derive(Serialize, ToSchema)]
pub(crate) struct UserView {
    id: Uuid,
    email: String,
    email_confirmed: bool,
    /// The address that waits to be confirmed, by the link that went there.
    new_email: Option<String>,
    operator: bool,
}

impl UserView {
    pub(crate) fn of(user: &User, now: Instant) -> Self {
        Self {
            id: user.id.into(),
            email: user.email.to_string(),
            email_confirmed: user.email_confirmed,
            new_email: user.new_email.waiting(now).map(ToString::to_string),
            operator: user.operator,
        }
    }
}

/// An organization that a login belongs to.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfUserView {
    organization: Uuid,
    name: String,
    member: Uuid,
}

impl From<OfUser> for OfUserView {
    fn from(of: OfUser) -> Self {
        Self { organization: of.organization.into(), name: of.name, member: of.member.into() }
    }
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct SessionView {
    user: UserView,
    memberships: Vec<OfUserView>,
    /// When the session ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
}

/// Answers a sign-in: who it is, and the cookie.
pub(crate) async fn signed_in_response(state: &AppState, signed_in: &tenure_usecases::SignedIn) -> Result<Response, Problem> {
    let memberships = state.queries().memberships_of(signed_in.user.id).await?;
    Ok(welcome(state, signed_in, memberships))
}

/// The same, with where they are a member.
pub(crate) fn welcome(state: &AppState, signed_in: &tenure_usecases::SignedIn, memberships: Vec<OfUser>) -> Response {
    let view = SessionView {
        user: UserView::of(&signed_in.user, state.tenure().tools().clock.now()),
        memberships: memberships.into_iter().map(OfUserView::from).collect(),
        expires_at: Some(rfc3339(signed_in.expires_at)),
    };
    let mut response = Json(view).into_response();
    let now = state.tenure().tools().clock.now();
    if let Some(cookie) = session_cookie(state.settings(), &signed_in.secret, now, signed_in.expires_at) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Sign in. Whoever may not, gets the same answer for every reason.
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignInBody, responses((status = 200, body = SessionView)), security(()))]
async fn sign_in(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    body: Body<SignInBody>,
) -> Result<Response, Problem> {
    // An address that is none goes the same way as one that nobody has.
    let ask = SignIn::new(EmailAddress::parse(&body.value.email).ok(), body.value.password);
    let ask = ask.with_code(body.value.second_factor).on(using.0).from(network).replacing(who.session());
    let signed_in = perform(&state, Caller::Anonymous, ask).await?;
    signed_in_response(&state, &signed_in).await
}

/// Who is signed in, and where they are a member.
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = SessionView)))]
async fn who_am_i(State(state): State<AppState>, signed_in: SignedIn) -> Result<Json<SessionView>, Problem> {
    view_of(&state, &signed_in).await
}

/// The caller's own login, and where they are a member.
#[utoipa::path(get, path = "/me", tag = "session", responses((status = 200, body = SessionView)))]
async fn me(State(state): State<AppState>, signed_in: SignedIn) -> Result<Json<SessionView>, Problem> {
    view_of(&state, &signed_in).await
}

/// Who somebody is, and where they are a member.
pub(crate) async fn view_of(state: &AppState, SignedIn { principal, session }: &SignedIn) -> Result<Json<SessionView>, Problem> {
    let memberships = state.queries().memberships_of(principal.user.id).await?;
    Ok(Json(SessionView {
        user: UserView::of(&principal.user, state.tenure().tools().clock.now()),
        memberships: memberships.into_iter().map(OfUserView::from).collect(),
        expires_at: Some(rfc3339(session.expires_at)),
    }))
}

/// Sign out.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
async fn sign_out(State(state): State<AppState>, signed_in: SignedIn) -> Result<Response, Problem> {
    perform(&state, signed_in.caller(), SignOut).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = ended_cookie(state.settings()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
