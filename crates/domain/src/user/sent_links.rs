//! Links that a login is sent by mail: the newest counts, once, and not for long.

use std::time::Duration;

use crate::instant::Instant;
use crate::refusal::{Refusal, RefusalKind};

/// The links of one purpose that were sent to one login.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SentLinks {
    /// Which of them is the newest; zero before the first.
    pub generation: u32,
    /// From then on the newest is dead too; none once it was used, or what it is for came about otherwise.
    pub expires_at: Option<Instant>,
    /// When the mails left that still count against the limit.
    pub sent_at: Vec<Instant>,
}

impl SentLinks {
    /// How many mails a login gets
    pub const MOST: usize = 5;
    /// within this.
    pub const WITHIN: Duration = Duration::from_mins(15);

    /// Whether this link opens anything; links of this purpose last so long.
    pub fn lives(&self, generation: u32, lasts: Duration, now: Instant) -> bool {
        // What was asked for by a clock that was ahead doesn't live for longer.
        self.generation == generation && self.expires_at.is_some_and(|end| now < end && end <= now.plus(lasts))
    }

    /// With another link, which kills the older ones; none where the login has had its mails for now.
    pub fn another(&self, lasts: Duration, now: Instant) -> Option<Self> {
        // A clock that went back must not keep somebody waiting for longer.
        let counts = |at: &Instant| *at <= now.plus(Self::WITHIN) && now < at.plus(Self::WITHIN);
        let mut sent_at: Vec<Instant> = self.sent_at.iter().copied().filter(counts).collect();
        if sent_at.len() >= Self::MOST {
            return None;
        }
        sent_at.push(now);
        let generation = self.generation.checked_add(1)?;
        Some(Self { generation, expires_at: Some(now.plus(lasts)), sent_at })
    }
}

/// The one answer to all dead links (c2): expired, used, older and made up alike, so that nobody learns from one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this link is no longer valid; ask for a new one")]
pub struct LinkDead;

impl Refusal for LinkDead {
    fn kind(&self) -> RefusalKind {
        RefusalKind::NotFound
    }

    fn rule(&self) -> &'static str {
        "dead_link"
    }
}
