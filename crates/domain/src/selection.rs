//! Selections: how far a membership reaches into one resource kind (R3).

mod bind;
mod select;
mod sharing;

use std::collections::BTreeSet;

pub use bind::{BindRefused, Choices, Choosing};
pub(crate) use bind::{Bound, bind, may_from_any_side, unfit};
pub use select::{MOST_CHOSEN, SelectFacts, SelectRefused, assign, select};
pub use sharing::{LevelReach, Sharing};

use crate::grant::Giver;
use crate::id::{MemberId, ResourceId};
use crate::keys::KindKey;

/// What somebody chose, or was given, of one resource kind.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Selection {
    /// None.
    #[default]
    None,
    /// All there are, and all there will be.
    All,
    /// Some of them; at least one.
    Only {
        /// One by one.
        resources: BTreeSet<ResourceId>,
    },
}

impl Selection {
    /// These resources, or none.
    pub fn only(resources: impl IntoIterator<Item = ResourceId>) -> Self {
        let resources: BTreeSet<ResourceId> = resources.into_iter().collect();
        if resources.is_empty() { Self::None } else { Self::Only { resources } }
    }

    /// The word for it in the journal.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::All => "all",
            Self::Only { .. } => "only",
        }
    }

    /// Whether it has this resource.
    pub fn covers(&self, resource: ResourceId) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Only { resources } => resources.contains(&resource),
        }
    }

    /// The resources that were chosen one by one.
    pub fn resources(&self) -> impl Iterator<Item = ResourceId> {
        let only = if let Self::Only { resources } = self { Some(resources) } else { None };
        only.into_iter().flatten().copied()
    }

    /// With this resource besides.
    #[must_use]
    pub fn with(&self, resource: ResourceId) -> Self {
        match self {
            Self::All => Self::All,
            Self::None | Self::Only { .. } => Self::only(self.resources().chain([resource])),
        }
    }

    /// Without this resource; what has all of them has it still.
    #[must_use]
    pub fn without(&self, resource: ResourceId) -> Self {
        match self {
            Self::All => Self::All,
            Self::None | Self::Only { .. } => Self::only(self.resources().filter(|one| *one != resource)),
        }
    }
}

/// A selection as stores keep it: one for each member and kind in which something was ever chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selected {
    /// Whose.
    pub member: MemberId,
    /// Of which kind.
    pub kind: KindKey,
    /// What.
    pub selection: Selection,
    /// Who chose last, of who is pending: acceptance asks with their rights of that moment (R9). None as long as nothing was ever
    /// chosen.
    pub chosen_by: Option<Giver>,
    /// Counts its changes; 0 as long as nothing was ever chosen.
    pub version: u64,
}

impl Selected {
    /// With another selection in its place. It is chosen by who adds to it; whoever only takes away leaves what is left to whom it is
    /// from.
    #[must_use]
    pub fn chosen(self, selection: Selection, by: Giver) -> Self {
        let all = selection == Selection::All && self.selection != Selection::All;
        let adds = all || selection.resources().any(|one| !self.selection.covers(one));
        let chosen_by = if adds { Some(by) } else { self.chosen_by.or(Some(by)) };
        Self { selection, chosen_by, ..self }
    }

    /// That of somebody for whom nothing was ever chosen.
    pub const fn nothing(member: MemberId, kind: KindKey) -> Self {
        Self { member, kind, selection: Selection::None, chosen_by: None, version: 0 }
    }
}
