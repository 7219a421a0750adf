//! Lists of resources, and what members reach.

use tenure_domain::resource::Known;
use tenure_domain::selection::LevelReach;
use tenure_domain::{KindKey, MemberId, Name, ResourceId};

/// Which resources somebody may know of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceSights {
    /// Who looks.
    pub viewer: MemberId,
    /// What they may know of; of some kinds that is what they chose.
    pub known: Known,
}

/// Which resources.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResourceFilter {
    /// Of this kind.
    pub kind: Option<KindKey>,
    /// With this text in their name. Anything; the store folds it.
    pub q: Option<String>,
}

/// A resource that members are filtered by: who reaches it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceReached {
    /// The resource.
    pub resource: ResourceId,
    /// Whether everybody does.
    pub for_everyone: bool,
    /// How levels reach into its kind.
    pub levels: LevelReach,
}

/// What a member has of one kind, as far as the viewer may know of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SelectionRow {
    /// The kind.
    pub kind: KindKey,
    /// Whether they have all of it.
    pub all: bool,
    /// What they have one by one, by name.
    pub resources: Vec<(ResourceId, Name)>,
    /// How often it was changed.
    pub version: u64,
}
