//! The one mapping from what an ask can fail with to what a client is told.

use std::time::Duration;

use tenure_domain::{Refusal, RefusalKind};
use tenure_port_store::StoreError;
use tenure_usecases::Failure;

use crate::Problem;

const GONE: &str = "there is no such thing here, or it isn't yours to know of";

impl<R: Refusal> From<Failure<R>> for Problem {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Refused(refused) => problem_of(&refused),
            Failure::Unauthenticated => Self::unauthenticated("sign in first"),
            Failure::SessionRequired => session_required(),
            Failure::NotFound => Self::not_found(GONE),
            Failure::Forbidden(refused) => problem_of(&refused),
            Failure::SecondFactorRequired => Self::factor_missing(),
            Failure::Stale => Self::stale("somebody else changed this in the meantime; read it again").with_rule("stale"),
            Failure::OtherRequest => {
                Self::invalid("this idempotency key was used for another request").with_rule("idempotency_key")
            }
            Failure::Outdated => StoreError::Contention.into(),
            Failure::Busy => Self::unavailable("too many sign-ins at once; try again in a moment").retry_after(2),
            Failure::RateLimited(wait) => {
                Self::too_many_requests("too many wrong passwords came from your network; try again later")
                    .with_rule("too_many_wrong_passwords")
                    .retry_after(seconds(wait))
            }
            Failure::Locked(wait) => {
                Self::locked("too many wrong passwords; try again later, or ask whoever manages your access to unlock it")
                    .with_rule("locked")
                    .retry_after(seconds(wait))
            }
            Failure::Store(error) => error.into(),
        }
    }
}

impl Problem {
    /// What somebody without a second factor is told in an organization that requires one.
    pub fn factor_missing() -> Self {
        Self::forbidden("this organization requires a second factor; add one to your login").with_rule("second_factor_required")
    }
}

/// What a token is told where only somebody who signed in may ask.
pub(crate) fn session_required() -> Problem {
    Problem::forbidden("this takes somebody who is signed in; a token can't do it").with_rule("session_required")
}

/// A time to wait in whole seconds, at the end of which it is over.
fn seconds(wait: Duration) -> u32 {
    u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1)
}

/// What a client is told of a decision's no.
pub fn problem_of(refused: &dyn Refusal) -> Problem {
    let sentence = refused.to_string();
    let problem = match refused.kind() {
        RefusalKind::Forbidden => Problem::forbidden(sentence),
        // All that doesn't exist is told in one way, or the way would tell what does.
        RefusalKind::NotFound => return Problem::not_found(GONE),
        RefusalKind::Conflict => Problem::conflict(sentence),
        RefusalKind::PlanMoved => Problem::plan_moved(sentence),
        RefusalKind::Stale => Problem::stale(sentence),
        RefusalKind::Invalid => Problem::invalid(sentence.clone()),
        RefusalKind::SelectionRequired => Problem::selection_required(sentence.clone()),
        RefusalKind::Unauthenticated => Problem::unauthenticated(sentence),
        RefusalKind::SecondFactorRequired => Problem::second_factor_required(sentence),
    };
    let problem = problem.with_rule(refused.rule());
    match refused.pointer() {
        Some(pointer) if matches!(refused.kind(), RefusalKind::Invalid | RefusalKind::SelectionRequired) => {
            problem.with_field(pointer, refused.rule(), refused.to_string())
        }
        _ => problem,
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken(what) => Self::conflict(format!("{what} is taken")).with_rule("taken"),
            StoreError::Stale(_) => Self::stale("somebody else changed this in the meantime; read it again").with_rule("stale"),
            StoreError::Contention => Self::unavailable("too many changes at once; try again in a moment").retry_after(1),
            StoreError::OutOfSpace => {
                tracing::error!("the database has no space left");
                Self::out_of_space("the database has no space left; nothing was changed")
            }
            StoreError::Unavailable(why) => {
                tracing::error!(%why, "the database is unavailable");
                Self::unavailable("the database is unavailable; try again in a moment").retry_after(5)
            }
            StoreError::Corrupt(why) => {
                tracing::error!(%why, "the database holds something that can't be read");
                Self::internal("something failed here, and the log says what")
            }
        }
    }
}
