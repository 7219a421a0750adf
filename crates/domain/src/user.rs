//! Users: one login each, whatever number of organizations they belong to.

mod new_email;
mod resetting;
mod second_factor;
mod sent_links;

use crate::email::EmailAddress;
use std::time::Duration;

use crate::id::{SessionId, UserId};
use crate::instant::{DAY, Instant};

pub use new_email::{Former, NewEmail, NewEmailRefused};
pub use resetting::{RESET_LASTS, ResetRefused};
pub use second_factor::{ActiveFactor, BegunFactor, CodeRefused, FactorRefused, SecondFactor};
pub use sent_links::{LinkDead, SentLinks};

/// One login.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// Unique among users.
    pub email: EmailAddress,
    /// Whether the owner of the mailbox confirmed it.
    pub email_confirmed: bool,
    /// The password's hash, as a PHC string; none for somebody without a password.
    pub password_hash: Option<String>,
    /// The links to another password that they were sent.
    pub reset: SentLinks,
    /// The address that they are going to have.
    pub new_email: NewEmail,
    /// Whether they run the installation.
    pub operator: bool,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

impl User {
    /// Gives them another password. Links that were sent before open nothing from then on (c2): whoever asked for another address may have known
    /// the older password.
    pub fn choose_password(&mut self, hash: String) {
        self.password_hash = Some(hash);
        self.reset.expires_at = None;
        self.new_email.forget();
    }
}

/// A signed-in browser. The secret is kept by the browser alone; here is its SHA-256.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// SHA-256 of the cookie's value.
    pub secret_hash: [u8; 32],
    /// What it was begun on, as far as that said.
    pub device: Option<Device>,
    /// When somebody signed in.
    pub created_at: Instant,
    /// When something was done in it last, to the minute.
    pub seen_at: Instant,
    /// From then on it is dead, whatever is done in it.
    pub expires_at: Instant,
}

impl Session {
    /// How long it lives at most.
    pub const LASTS: Duration = DAY.saturating_mul(30);
    /// How long it lives without anything being done in it.
    pub const IDLES: Duration = DAY.saturating_mul(7);

    /// The last instant at which a session that began by now may end, with a day for clocks that differ or are put right: one that ends later
    /// was begun by a clock that was far ahead, and is dead.
    pub fn latest_end(now: Instant) -> Instant {
        now.plus(Self::LASTS + DAY)
    }
}

/// What a session was begun on, as a browser says of itself: for people to know their own by, and for nothing else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Device(String);

impl Device {
    /// How much of it is kept.
    const LONGEST: usize = 200;

    /// What is kept of what was said; none if that is nothing.
    pub fn parse(said: &str) -> Option<Self> {
        let kept: String = said.chars().filter(|letter| !letter.is_control()).take(Self::LONGEST).collect();
        let kept = kept.trim();
        (!kept.is_empty()).then(|| Self(kept.to_owned()))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
