//! Who asks: the session in the cookie, looked up in one query.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
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
        Caller::Session { session: self.principal.session, user: self.principal.user.id }
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
        let principal = principal(state, parts).await?;
        principal.map(|principal| Self { principal }).ok_or_else(|| Problem::unauthenticated("sign in first"))
    }
}

/// Somebody who may be signed in, or not.
#[derive(Clone, Debug)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

impl MaybeSignedIn {
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
