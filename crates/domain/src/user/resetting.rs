//! Links by which somebody who forgot their password chooses another one.

use std::time::Duration;

use super::User;
use crate::instant::Instant;
use crate::membership::Status;
use crate::refusal::{Refusal, RefusalKind};

/// How long such a link lives.
pub const RESET_LASTS: Duration = Duration::from_hours(1);

impl User {
    /// Whether this link to another password opens anything.
    pub fn reset_lives(&self, generation: u32, now: Instant) -> bool {
        self.reset.lives(generation, RESET_LASTS, now)
    }
}

/// Why somebody is sent no link: they have no password here to forget.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ResetRefused {
    /// They have yet to accept.
    #[error("they haven't accepted their invitation yet; send that again")]
    Pending,
    /// They can't sign in here.
    #[error("this member is inactive; reactivate them first")]
    Inactive,
}

impl ResetRefused {
    /// Whoever is active may be sent one.
    pub fn unless_active(status: Status) -> Result<(), Self> {
        match status {
            Status::Active => Ok(()),
            Status::Pending => Err(Self::Pending),
            Status::Inactive => Err(Self::Inactive),
        }
    }
}

impl Refusal for ResetRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Conflict
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Inactive => "inactive",
        }
    }
}
