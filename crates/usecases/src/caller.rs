//! Who asks, and what the outside gives every ask: the time and new ids.

use chrono::Utc;
use tenure_domain::{Instant, MemberId, SessionId, UserId};
use uuid::Uuid;

/// Who asks, as far as their credential says. What they may do is read again inside the unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caller {
    /// Nobody that we know: signing in, accepting, setting up.
    Anonymous,
    /// Somebody with a session.
    Session {
        /// The session.
        session: SessionId,
        /// Whose it is.
        user: UserId,
    },
    /// A member for whom Tenure carries on with a job that they began.
    Member {
        /// Who.
        member: MemberId,
    },
}

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}

/// Where ids come from.
pub trait Ids: Send + Sync {
    /// A new one.
    fn next(&self) -> Uuid;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Utc::now().into()
    }
}

/// Version 7 ids: ordered by time, with randomness from the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct V7Ids;

impl Ids for V7Ids {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
