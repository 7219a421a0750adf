//! When the mails of invitations leave: so many an hour and no more, so that nobody makes a spam cannon of them (R9).

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::Duration;

use super::Invitation;
use crate::email::EmailAddress;
use crate::grant::Giver;
use crate::instant::Instant;

/// An hour, in microseconds.
const HOUR: i64 = 3_600_000_000;

/// How long before it leaves a mail keeps its room, come what may: clocks differ, and whoever waited for the lock began before.
const SLACK: Duration = Duration::from_mins(1);

/// How many mails of invitations leave an organization within an hour by the clock, in UTC. What is more waits for the next hours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MailLimits {
    /// In all.
    pub an_hour: NonZeroU32,
    /// To addresses of one domain.
    pub an_hour_to_a_domain: NonZeroU32,
    /// How many may wait for a later hour; beyond that nobody is invited.
    pub waiting: u32,
}

impl Default for MailLimits {
    fn default() -> Self {
        let some = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self { an_hour: some(1_000), an_hour_to_a_domain: some(100), waiting: 10_000 }
    }
}

/// How many mails leave in one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MailHour {
    /// Which hour, counted since 1970.
    pub hour: i64,
    /// To addresses of this domain; empty for all together.
    pub domain: String,
    /// How many.
    pub mails: u32,
}

/// The room that an invitation's mail has among those that leave in its hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MailRoom {
    /// When it leaves.
    pub at: Instant,
    /// To which domain.
    pub domain: String,
}

impl MailRoom {
    /// The room of a mail that leaves then; operators' own offers take none.
    pub fn of(by: Giver, at: Instant, to: &EmailAddress) -> Option<Self> {
        match by {
            Giver::Member(_) => Some(Self { at, domain: to.domain().to_owned() }),
            Giver::Operator(_) => None,
        }
    }

    /// Whether the mail waits for its hour, so that its room is free again if it doesn't leave: what may have left by now was sent,
    /// whatever becomes of it. Clocks differ, and whoever asks may have waited for the lock since it was `now`.
    pub fn waits(&self, now: Instant) -> bool {
        self.at > now.plus(SLACK)
    }

    fn hours(&self, by: i32) -> [MailMove; 2] {
        let hour = MailHours::hour_of(self.at);
        ["", self.domain.as_str()].map(|domain| MailMove { hour, domain: domain.to_owned(), by })
    }
}

/// By how many mails an hour becomes fuller, or emptier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MailMove {
    /// Which hour, counted since 1970.
    pub hour: i64,
    /// To addresses of this domain; empty for all together.
    pub domain: String,
    /// By how many; less than zero for room that is given back.
    pub by: i32,
}

/// What becomes of the hours when an invitation is made (nothing before), sent anew, or ended, however it ends (nothing after).
pub fn mail_moves(before: Option<&Invitation>, after: Option<&Invitation>, now: Instant) -> Vec<MailMove> {
    let room = |of: Option<&Invitation>| of.and_then(|invitation| invitation.mail.clone());
    let (left, taken) = (room(before), room(after));
    let is_one_mail = before.map(|one| one.generation) == after.map(|one| one.generation);
    if left == taken && (is_one_mail || left.as_ref().is_some_and(|room| room.waits(now))) {
        return Vec::new();
    }
    let back = left.filter(|room| room.waits(now)).map(|room| room.hours(-1));
    back.into_iter().chain(taken.map(|room| room.hours(1))).flatten().collect()
}

/// The hours of one organization, from the present one on, and who leaves when.
///
/// ```
/// use std::num::NonZeroU32;
/// use tenure_domain::invitation::{MailHours, MailLimits};
/// use tenure_domain::{EmailAddress, Instant};
///
/// let limits = MailLimits { an_hour: NonZeroU32::MIN, ..MailLimits::default() };
/// let now = Instant::from_micros(1_000);
/// let mut hours = MailHours::new(limits, now, []);
/// let ada = EmailAddress::parse("ada@example.test").unwrap();
/// assert_eq!(hours.next(&ada), Some(now));
/// hours.take(&ada);
/// // The one of this hour is gone: the next leaves when the next hour begins.
/// assert_eq!(hours.next(&ada), Some(Instant::from_micros(3_600_000_000)));
/// ```
#[derive(Clone, Debug)]
pub struct MailHours {
    limits: MailLimits,
    now: Instant,
    /// By domain, then by hour; the empty domain counts all of them.
    taken: BTreeMap<String, BTreeMap<i64, u32>>,
}

impl MailHours {
    /// The hours as they are: those of all mails together, and those of the domains that are going to be asked for.
    pub fn new(limits: MailLimits, now: Instant, taken: impl IntoIterator<Item = MailHour>) -> Self {
        let mut hours = Self { limits, now, taken: BTreeMap::new() };
        for MailHour { hour, domain, mails } in taken {
            hours.taken.entry(domain).or_default().insert(hour, mails);
        }
        hours
    }

    /// The hour that an instant is in.
    pub const fn hour_of(at: Instant) -> i64 {
        at.micros().div_euclid(HOUR)
    }

    /// The present hour.
    pub const fn present(&self) -> i64 {
        Self::hour_of(self.now)
    }

    /// When a mail to this address would leave: now, or when the hour begins in which there is room for it. None if too many wait.
    pub fn next(&self, to: &EmailAddress) -> Option<Instant> {
        let (hour, present) = (self.hour_for(to), self.present());
        if hour <= present {
            return Some(self.now);
        }
        let waiting = self.taken.get("").map_or(0, |all| all.range(present + 1..).map(|(_, mails)| *mails).sum::<u32>());
        (waiting < self.limits.waiting).then(|| Instant::from_micros(hour.saturating_mul(HOUR)))
    }

    /// Takes that room, after it was [asked](Self::next) for.
    pub fn take(&mut self, to: &EmailAddress) {
        let hour = self.hour_for(to);
        for domain in ["", to.domain()] {
            *self.taken.entry(domain.to_owned()).or_default().entry(hour).or_default() += 1;
        }
    }

    /// Gives room back before other room is asked for, because the mail that has it is replaced.
    pub fn give_back(&mut self, room: &MailRoom) {
        if !room.waits(self.now) {
            return;
        }
        for domain in ["", &room.domain] {
            let hours = self.taken.get_mut(domain);
            if let Some(mails) = hours.and_then(|hours| hours.get_mut(&Self::hour_of(room.at))) {
                *mails = mails.saturating_sub(1);
            }
        }
    }

    fn mails(&self, hour: i64, domain: &str) -> u32 {
        self.taken.get(domain).and_then(|hours| hours.get(&hour)).copied().unwrap_or_default()
    }

    fn hour_for(&self, to: &EmailAddress) -> i64 {
        let limits = [("", self.limits.an_hour), (to.domain(), self.limits.an_hour_to_a_domain)];
        let is_full = |hour: &i64| limits.iter().any(|(domain, most)| self.mails(*hour, domain) >= most.get());
        // No more hours are full than mails may wait.
        let last = self.present().saturating_add(i64::from(self.limits.waiting) + 1);
        (self.present()..=last).find(|hour| !is_full(hour)).unwrap_or(last)
    }
}
