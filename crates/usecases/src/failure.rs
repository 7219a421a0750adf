//! Everything that an ask can fail with.

use std::time::Duration;

use tenure_domain::Refusal;
use tenure_domain::may_grant::GrantRefused;
use tenure_port_store::StoreError;

/// Why an ask came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure<R> {
    /// The decision said no.
    #[error(transparent)]
    Refused(R),
    /// The caller's session has ended.
    #[error("you are not signed in")]
    Unauthenticated,
    /// It belongs to a login, and a token to a membership.
    #[error("this takes somebody who is signed in; a token can't do it")]
    SessionRequired,
    /// There is no such thing, or the caller may not know of it.
    #[error("there is no such thing here")]
    NotFound,
    /// A right is missing that has nothing to do with the thing itself.
    #[error(transparent)]
    Forbidden(GrantRefused),
    /// The organization requires a second factor, and the caller has none.
    #[error("this organization requires a second factor; add one to your login")]
    SecondFactorRequired,
    /// What was prepared rests on facts that have moved since: it is prepared and run again.
    #[error("too many changes at once; try again in a moment")]
    Outdated,
    /// Somebody else changed it in the meantime.
    #[error("somebody else changed this in the meantime; read it again")]
    Stale,
    /// The idempotency key was used for another body.
    #[error("this idempotency key was used for another request")]
    OtherRequest,
    /// Too many people sign in at once.
    #[error("too many sign-ins at once; try again in a moment")]
    Busy,
    /// Too many passwords that were wrong came from where the caller is.
    #[error("too many wrong passwords came from your network; try again later")]
    RateLimited(Duration),
    /// The caller, who is signed in, gave too many passwords that were wrong.
    #[error("too many wrong passwords; try again later, or ask whoever manages your access to unlock it")]
    Locked(Duration),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl<R> Failure<R> {
    /// The same failure of a use case with a wider refusal.
    pub fn map<S>(self, to: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Refused(refused) => Failure::Refused(to(refused)),
            Self::Unauthenticated => Failure::Unauthenticated,
            Self::SessionRequired => Failure::SessionRequired,
            Self::NotFound => Failure::NotFound,
            Self::Forbidden(refused) => Failure::Forbidden(refused),
            Self::SecondFactorRequired => Failure::SecondFactorRequired,
            Self::Outdated => Failure::Outdated,
            Self::Stale => Failure::Stale,
            Self::OtherRequest => Failure::OtherRequest,
            Self::Busy => Failure::Busy,
            Self::RateLimited(wait) => Failure::RateLimited(wait),
            Self::Locked(wait) => Failure::Locked(wait),
            Self::Store(error) => Failure::Store(error),
        }
    }

    /// The rule by which access was refused, if that is what happened.
    pub(crate) fn refused_access(&self) -> Option<&'static str>
    where
        R: Refusal,
    {
        match self {
            Self::Refused(refused) if refused.kind() == tenure_domain::RefusalKind::Forbidden => Some(refused.rule()),
            Self::SessionRequired => Some("session_required"),
            Self::Forbidden(refused) => Some(refused.rule()),
            _ => None,
        }
    }
}

impl<R> From<StoreError> for Failure<R> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale(_) => Self::Stale,
            other => Self::Store(other),
        }
    }
}
