//! Selections: how far a membership reaches into one resource kind (R3).

mod bind;
mod named;
mod select;
mod sharing;

use std::collections::BTreeSet;

pub use bind::{BindRefused, Choices, Choosing};
pub(crate) use bind::{Bound, bind, effective, may_from_any_side, unfit};
pub use named::{Named, Part};
pub use select::{MOST_CHOSEN, SelectFacts, SelectRefused, assign, select};
pub use sharing::{LevelReach, Sharing};

use crate::grant::Giver;
use crate::id::{MemberId, ResourceGroupId, ResourceId};
use crate::keys::KindKey;
use crate::resource::Resource;

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
        /// Whatever is in these groups at a time.
        groups: BTreeSet<ResourceGroupId>,
    },
}

impl Selection {
    /// These resources and groups, or none.
    pub fn only(parts: impl IntoIterator<Item = impl Into<Part>>) -> Self {
        let (mut resources, mut groups) = (BTreeSet::new(), BTreeSet::new());
        for part in parts {
            match part.into() {
                Part::Resource(id) => resources.insert(id),
                Part::Group(id) => groups.insert(id),
            };
        }
        if resources.is_empty() && groups.is_empty() { Self::None } else { Self::Only { resources, groups } }
    }

    /// The word for it in the journal.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::All => "all",
            Self::Only { .. } => "only",
        }
    }

    /// Whether this was chosen by itself, or with all of the kind.
    pub fn has(&self, part: impl Into<Part>) -> bool {
        match (self, part.into()) {
            (Self::None, _) => false,
            (Self::All, _) => true,
            (Self::Only { resources, .. }, Part::Resource(id)) => resources.contains(&id),
            (Self::Only { groups, .. }, Part::Group(id)) => groups.contains(&id),
        }
    }

    /// Whether it has this resource: by itself, by a group it is in, or with all of the kind.
    pub fn covers(&self, resource: &Resource) -> bool {
        self.has(resource.id) || resource.groups.iter().any(|group| self.has(*group))
    }

    /// What was chosen: resources one by one, then groups.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.resources().map(Part::Resource).chain(self.groups().map(Part::Group))
    }

    /// The resources that were chosen one by one.
    pub fn resources(&self) -> impl Iterator<Item = ResourceId> {
        let only = if let Self::Only { resources, .. } = self { Some(resources) } else { None };
        only.into_iter().flatten().copied()
    }

    /// The groups that were chosen.
    pub fn groups(&self) -> impl Iterator<Item = ResourceGroupId> {
        let only = if let Self::Only { groups, .. } = self { Some(groups) } else { None };
        only.into_iter().flatten().copied()
    }

    /// Whether it is exactly one resource: a group is never that, whatever is in it.
    pub fn is_one(&self) -> bool {
        matches!(self, Self::Only { resources, groups } if resources.len() == 1 && groups.is_empty())
    }

    /// With this besides.
    #[must_use]
    pub fn with(&self, part: impl Into<Part>) -> Self {
        match self {
            Self::All => Self::All,
            Self::None | Self::Only { .. } => Self::only(self.parts().chain([part.into()])),
        }
    }

    /// Without this; what has all of them has it still.
    #[must_use]
    pub fn without(&self, part: impl Into<Part>) -> Self {
        let part = part.into();
        match self {
            Self::All => Self::All,
            Self::None | Self::Only { .. } => Self::only(self.parts().filter(|one| *one != part)),
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
        let adds = all || selection.parts().any(|one| !self.selection.has(one));
        let chosen_by = if adds { Some(by) } else { self.chosen_by.or(Some(by)) };
        Self { selection, chosen_by, ..self }
    }

    /// That of somebody for whom nothing was ever chosen.
    pub const fn nothing(member: MemberId, kind: KindKey) -> Self {
        Self { member, kind, selection: Selection::None, chosen_by: None, version: 0 }
    }
}
