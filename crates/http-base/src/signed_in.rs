//! Who asks: the session in the cookie, or whose token it is, looked up in one query.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use tenure_domain::SessionId;
use tenure_domain::user::Device;
use tenure_port_store::{OwnSession, Principal};
use tenure_usecases::Caller;

use crate::bearer::{Presented, presented};
use crate::problem_of::session_required;
use crate::{AppState, Problem};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who they are.
    pub principal: Principal,
    /// Their session. What is asked of a login, and not of a membership, a token can't ask.
    pub session: OwnSession,
}

impl SignedIn {
    /// As a caller.
    pub fn caller(&self) -> Caller {
        Caller::of(&self.principal)
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

/// What somebody is told who isn't known by what they show, whatever is wrong with it.
pub(crate) fn nobody() -> Problem {
    Problem::unauthenticated("sign in first")
}

async fn signed_in(state: &AppState, parts: &Parts) -> Result<Option<SignedIn>, Problem> {
    let Some(presented) = presented(state, parts) else { return Ok(None) };
    match (presented.principal(state, None).await?, presented) {
        (Some(principal), _) => {
            let session = principal.session().cloned().ok_or_else(session_required)?;
            Ok(Some(SignedIn { principal, session }))
        }
        (None, Presented::Session(_)) => Ok(None),
        // Whoever shows a token wants to be known by it.
        (None, Presented::Token(_) | Presented::Nonsense) => Err(nobody()),
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let signed_in = signed_in(state, parts).await?.ok_or_else(nobody)?;
        note(state, &signed_in.principal).await;
        Ok(signed_in)
    }
}

/// Somebody who may be signed in, or not.
#[derive(Clone, Debug)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

impl MaybeSignedIn {
    /// The session that they have.
    pub fn session(&self) -> Option<SessionId> {
        self.0.as_ref().map(|signed_in| signed_in.session.id)
    }

    /// As a caller.
    pub fn caller(&self) -> Caller {
        self.0.as_ref().map_or(Caller::Anonymous, SignedIn::caller)
    }
}

impl FromRequestParts<AppState> for MaybeSignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        Ok(Self(signed_in(state, parts).await?))
    }
}
