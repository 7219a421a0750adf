//! How often a password may be tried (R17): what was tried when, and whether it may be tried again.

use std::time::Duration;

use crate::instant::Instant;

/// How many tries there may be in how long a time. Whoever has used them up waits as long, from the last of them on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    most: usize,
    within: Duration,
}

/// By how much the clocks of processes may differ. What was tried further in the future was tried before a clock jumped back, and
/// counts for nothing: no lock lasts for the year that a clock was wrong by.
const CLOCKS_DIFFER: Duration = Duration::from_mins(1);

impl Limit {
    /// Tries of one address's password from one network: enough for a person who types, and hopeless for one who guesses.
    pub const PASSWORD: Self = Self { most: 10, within: Duration::from_mins(15) };

    /// Failures from one network, whatever the addresses: a large office has fewer, one who tries a few passwords with everybody more.
    pub const NETWORK: Self = Self { most: 100, within: Duration::from_mins(15) };

    /// Mails to one address that ask to confirm it, whoever asked: it may be a stranger's.
    pub const CONFIRMATION: Self = Self { most: 5, within: Duration::from_mins(15) };

    /// Whether a lock that lasts until then is in force.
    pub fn is_in_force(self, until: Instant, now: Instant) -> bool {
        now < until && until <= self.latest(now)
    }

    /// The last instant until which a lock that is in force can last.
    pub fn latest(self, now: Instant) -> Instant {
        now.plus(CLOCKS_DIFFER).plus(self.within)
    }

    fn counts(self, tried: Instant, now: Instant) -> bool {
        self.is_in_force(tried.plus(self.within), now)
    }
}

/// When something was tried, as far as it still counts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tries(Vec<Instant>);

impl Tries {
    /// What was tried at these instants.
    pub const fn new(at: Vec<Instant>) -> Self {
        Self(at)
    }

    /// The instants.
    pub fn at(&self) -> &[Instant] {
        &self.0
    }

    /// Until when nothing may be tried, where that is so.
    pub fn locked_until(&self, limit: Limit, now: Instant) -> Option<Instant> {
        self.full_until(limit).filter(|until| limit.is_in_force(*until, now))
    }

    /// Until when nothing may be tried, at whatever time it is.
    pub fn full_until(&self, limit: Limit) -> Option<Instant> {
        if self.0.len() < limit.most { None } else { self.kept_until(limit) }
    }

    /// From when on none of them counts any more; none if there are none.
    pub fn kept_until(&self, limit: Limit) -> Option<Instant> {
        self.0.iter().max().map(|last| last.plus(limit.within))
    }

    /// Takes a try. Where none is left it says until when, and that somebody came in vain isn't counted.
    pub fn take(&mut self, limit: Limit, now: Instant) -> Result<(), Instant> {
        if let Some(until) = self.locked_until(limit, now) {
            return Err(until);
        }
        // The last of those that filled it up is among those that go, so there is room again.
        self.0.retain(|tried| limit.counts(*tried, now));
        self.0.push(now);
        Ok(())
    }

    /// Gives the last try back: what was to be tried never was.
    pub fn give_back(&mut self) {
        self.0.pop();
    }
}
