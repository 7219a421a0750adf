//! Grants: what a membership may do at one workspace and below.

mod offer;

use std::collections::BTreeSet;

pub use offer::{Offer, OfferRefused};

use crate::id::{MemberId, UserId, WorkspaceId};
use crate::instant::Instant;
use crate::keys::{LevelKey, PermissionKey, RestrictionKey};

/// Who gave something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Giver {
    /// A member, with the rights they have when it counts.
    Member(MemberId),
    /// An operator of the installation.
    Operator(UserId),
}

impl Giver {
    /// Whoever runs the server, on its command line, where nobody signs in.
    pub const SERVER: Self = Self::Operator(UserId::new(uuid::Uuid::nil()));
}

/// Levels, extra permissions and restrictions of one member at one workspace and below; at most one grant for each pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// Whose it is.
    pub member: MemberId,
    /// Where it begins.
    pub workspace: WorkspaceId,
    /// Its levels; at least one.
    pub levels: BTreeSet<LevelKey>,
    /// Permissions beyond the levels'.
    pub permissions: BTreeSet<PermissionKey>,
    /// Its limits.
    pub restrictions: BTreeSet<RestrictionKey>,
    /// Who gave it last: acceptance asks with their rights of that moment (R9).
    pub given_by: Giver,
    /// When it was given first.
    pub given_at: Instant,
    /// Counts its changes; two edits of one version can't both win.
    pub version: u64,
}

impl Grant {
    /// This grant as far as it counts as standing when all of it is asked about anew: with its restrictions alone. They count, so
    /// that one whose feature went off since must stay on and doesn't make the whole fail (R2).
    #[must_use]
    pub fn restrictions_alone(&self) -> Self {
        Self { levels: BTreeSet::new(), permissions: BTreeSet::new(), ..self.clone() }
    }

    /// What this grant would be, were it offered anew.
    pub fn as_offer(&self) -> Offer {
        Offer { levels: self.levels.clone(), permissions: self.permissions.clone(), restrictions: self.restrictions.clone() }
    }
}
