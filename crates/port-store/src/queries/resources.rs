//! Lists of resources and of groups of them, and what members reach.

use std::collections::BTreeSet;

use tenure_domain::resource::{Known, Resource};
use tenure_domain::selection::{LevelReach, Part, Selection};
use tenure_domain::{KindKey, MemberId, Name, ResourceGroupId, ResourceId};

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
    /// In this group.
    pub group: Option<ResourceGroupId>,
}

/// Which groups of resources.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GroupFilter {
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

/// Which of some resources were chosen for which of some members, whether their levels let it count or not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    /// One by one.
    pub single: BTreeSet<(MemberId, ResourceId)>,
    /// By a group that it is in.
    pub grouped: BTreeSet<(MemberId, ResourceId, ResourceGroupId)>,
    /// With all of the kind.
    pub whole: BTreeSet<(MemberId, KindKey)>,
}

impl Choices {
    /// What a member chose of a resource's kind, as far as this resource goes.
    pub fn of(&self, member: MemberId, resource: &Resource) -> Selection {
        if self.whole.contains(&(member, resource.kind.clone())) {
            return Selection::All;
        }
        let single = self.single.contains(&(member, resource.id)).then_some(Part::Resource(resource.id));
        let in_those = resource.groups.iter().filter(|group| self.grouped.contains(&(member, resource.id, **group)));
        Selection::only(single.into_iter().chain(in_those.map(|group| Part::Group(*group))))
    }
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
    /// What groups of them they have, by name.
    pub groups: Vec<(ResourceGroupId, Name)>,
    /// How often it was changed.
    pub version: u64,
}

/// What lists show of what was chosen of one kind for a member, as far as the viewer may know of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListedRow {
    /// Whether all of it was.
    pub all: bool,
    /// The first that were chosen one by one, by name.
    pub first: Vec<(ResourceId, Name)>,
    /// The first groups of them that were chosen, by name.
    pub groups: Vec<(ResourceGroupId, Name)>,
}

/// What one member alone has of a kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Alone {
    /// The resources, by name.
    pub resources: Vec<Resource>,
    /// Whether all that they have of the kind was looked at.
    pub all_looked_at: bool,
}
