//! The links by which somebody who forgot their password chooses another one: the newest counts, once, and not for long.

use std::time::Duration;

use crate::instant::Instant;
use crate::membership::Status;
use crate::refusal::{Refusal, RefusalKind};

/// The links to another password that were sent to one login.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResetLinks {
    /// Which of them is the newest; zero before the first.
    pub generation: u32,
    /// From then on the newest is dead too; none once it was used or another password was chosen.
    pub expires_at: Option<Instant>,
    /// When the mails left that still count against the limit.
    pub sent_at: Vec<Instant>,
}

impl ResetLinks {
    /// How long a link lives.
    pub const LASTS: Duration = Duration::from_hours(1);
    /// How many mails an address gets
    pub const MOST: usize = 5;
    /// within this.
    pub const WITHIN: Duration = Duration::from_mins(15);

    /// Whether this link opens anything.
    pub fn lives(&self, generation: u32, now: Instant) -> bool {
        // What was asked for by a clock that was ahead doesn't live for longer.
        self.generation == generation && self.expires_at.is_some_and(|end| now < end && end <= now.plus(Self::LASTS))
    }

    /// With another link, which kills the older ones; none where the address has had its mails for now.
    pub fn another(&self, now: Instant) -> Option<Self> {
        // A clock that went back must not keep somebody waiting for longer.
        let counts = |at: &Instant| *at <= now.plus(Self::WITHIN) && now < at.plus(Self::WITHIN);
        let mut sent_at: Vec<Instant> = self.sent_at.iter().copied().filter(counts).collect();
        if sent_at.len() >= Self::MOST {
            return None;
        }
        sent_at.push(now);
        let generation = self.generation.checked_add(1)?;
        Some(Self { generation, expires_at: Some(now.plus(Self::LASTS)), sent_at })
    }
}

/// The one answer to all dead links (c2): expired, used, older and made up alike, so that nobody learns from one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this link is no longer valid; ask for a new one")]
pub struct ResetLinkDead;

impl Refusal for ResetLinkDead {
    fn kind(&self) -> RefusalKind {
        RefusalKind::NotFound
    }

    fn rule(&self) -> &'static str {
        "dead_link"
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
