//! Memberships: somebody's standing in one organization, with the profile they have there.

mod profile;
mod profile_change;

use std::fmt;
use std::str::FromStr;

pub use profile::{Digest, Language, Phone, Profile, ProfileRefused, TimeZone};
pub use profile_change::{Field, ProfileChange};

use crate::email::EmailAddress;
use crate::id::{MemberId, OrganizationId, UserId};
use crate::instant::Instant;

/// `pending` until accepted, then `active`, or `inactive` for a while.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Invited; acts nowhere.
    Pending,
    /// Acts as their grants say.
    Active,
    /// Deactivated; acts nowhere.
    Inactive,
}

impl Status {
    /// The word in code, SQL, JSON and URLs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Inactive => "inactive",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Status {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        [Self::Pending, Self::Active, Self::Inactive].into_iter().find(|status| status.word() == word).ok_or(UnknownWord)
    }
}

/// A word that stands for none of the allowed values.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this word is none of the allowed ones")]
pub struct UnknownWord;

/// Somebody's standing in one organization.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Membership {
    /// The tenant.
    pub organization: OrganizationId,
    /// The membership's own id, used in URLs, portfolios and journal.
    pub id: MemberId,
    /// The login, once the invitation was accepted.
    pub user: Option<UserId>,
    /// The tenant's copy of the address.
    pub email: EmailAddress,
    /// Pending, active or inactive.
    pub status: Status,
    /// Who they are here.
    pub profile: Profile,
    /// When it was made.
    pub created_at: Instant,
    /// When they last did something here; none for never.
    pub last_active_at: Option<Instant>,
    /// Counts its changes.
    pub version: u64,
}
