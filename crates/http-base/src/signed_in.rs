//! Who asks: the session in the cookie, looked up in one query.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use tenure_domain::SessionId;
use tenure_domain::user::Device;
use tenure_port_store::Principal;
use tenure_usecases::Caller;

use crate::{AppState, Problem, cookie};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who they are.
    pub principal: Principal,
}

impl SignedIn {
    /// As a caller.
    pub fn caller(&self) -> Caller {
        Caller::Session { session: self.principal.session.id, user: self.principal.user.id }
    }

    /// An operator; to anybody else, what operators see doesn't exist.
    pub fn operator(&self) -> Result<(), Problem> {
        if self.principal.user.operator {
            Ok(())
        } else {
            Err(Problem::not_found("there is no such thing here, or it isn't yours to know of"))
        }
    }
}

/// Takes note that somebody is here. Nobody's request is refused because it couldn't be remembered that they made it.
pub(crate) async fn note(state: &AppState, principal: &Principal) {
    if let Err(error) = state.tenure().seen(principal).await {
        tracing::warn!(%error, "it could not be remembered when somebody was last active");
    }
}

/// What a request comes from, as it says of itself.
#[derive(Clone, Debug)]
pub struct Using(pub Option<Device>);

impl<S: Sync> FromRequestParts<S> for Using {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let said = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self(said.and_then(Device::parse)))
    }
}

/// The hash of the secret that a request carries.
pub(crate) fn presented(state: &AppState, parts: &Parts) -> Option<[u8; 32]> {
    cookie::presented(state.settings(), &parts.headers).map(|secret| secret.hash())
}

async fn principal(state: &AppState, parts: &Parts) -> Result<Option<Principal>, Problem> {
    let Some(secret_hash) = presented(state, parts) else { return Ok(None) };
    let now = state.tenure().tools().clock.now();
    Ok(state.queries().principal(&secret_hash, None, now).await?)
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let principal = principal(state, parts).await?.ok_or_else(|| Problem::unauthenticated("sign in first"))?;
        note(state, &principal).await;
        Ok(Self { principal })
    }
}

/// Somebody who may be signed in, or not.
#[derive(Clone, Debug)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

impl MaybeSignedIn {
    /// The session that they have.
    pub fn session(&self) -> Option<SessionId> {
        self.0.as_ref().map(|signed_in| signed_in.principal.session.id)
    }

    /// As a caller.
    pub fn caller(&self) -> Caller {
        self.0.as_ref().map_or(Caller::Anonymous, SignedIn::caller)
    }
}

impl FromRequestParts<AppState> for MaybeSignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        Ok(Self(principal(state, parts).await?.map(|principal| SignedIn { principal })))
    }
}
