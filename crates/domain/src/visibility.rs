//! Restrictions that hold on data: masking (R4) and visibility (R5).

mod masked;

pub use masked::{MaskedContact, looks_like_address_or_number, mask_contact, pseudonym};

use crate::id::MemberId;
use crate::keys::KindKey;

/// How much of people is hidden from a viewer. Later ones hide more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Masking {
    /// Nothing.
    #[default]
    None,
    /// Phone numbers and e-mail addresses, and names of contacts that look like either.
    Partial,
    /// Names of contacts too.
    Full,
}

impl Masking {
    /// Whether phone numbers and e-mail addresses are hidden.
    pub fn hides_addresses(self) -> bool {
        self != Self::None
    }
}

/// Which contacts of a workspace a viewer sees.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Visibility {
    /// All.
    #[default]
    Everything,
    /// Those that the viewer holds, and those that nobody holds.
    OwnAndUnassigned,
    /// Those held by someone who has a resource of this kind in common with the viewer, the viewer's own among them.
    Shared(KindKey),
    /// Those that the viewer holds.
    Own,
}

impl Visibility {
    /// What is left under both: restrictions add up, so the answer is never wider than either.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Everything, it) | (it, Self::Everything) => it,
            (one, other) if one == other => one,
            // One's own contacts are in every reading, and two different narrowings share nothing else for certain.
            _ => Self::Own,
        }
    }

    /// Whether a viewer sees a contact that this member holds. `in_common` says whether holder and viewer have a resource
    /// of this kind in common.
    pub fn shows(&self, viewer: MemberId, holder: Option<MemberId>, in_common: impl FnOnce(&KindKey, MemberId) -> bool) -> bool {
        match (self, holder) {
            (Self::Everything, _) | (Self::OwnAndUnassigned, None) => true,
            (_, Some(holder)) if holder == viewer => true,
            (Self::Shared(kind), Some(holder)) => in_common(kind, holder),
            (Self::Own | Self::Shared(_), None) | (Self::Own | Self::OwnAndUnassigned, Some(_)) => false,
        }
    }
}
