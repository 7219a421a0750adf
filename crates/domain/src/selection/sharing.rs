//! Having a resource in common: through whom a narrowed viewer sees contacts (R5).

use std::collections::BTreeSet;

use crate::access::Access;
use crate::access_model::{AccessModel, AssignedFrom, Reach, ResourceKindSpec};
use crate::bits::Level;
use crate::keys::{KindKey, LevelKey};

/// How the levels of a model reach into one kind, told so that a store can search by it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelReach {
    /// The kind.
    pub kind: KindKey,
    /// The levels that reach all of it, whatever is chosen.
    pub all: BTreeSet<LevelKey>,
    /// The levels that reach none of it: for somebody who has only such ones, nothing that was chosen counts.
    pub none: BTreeSet<LevelKey>,
    /// Whether resources of the kind may be in groups: then what was chosen has what is in its groups, too.
    pub grouped: bool,
}

/// What decides with whom a viewer has a resource of a kind in common, besides what both of them chose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sharing {
    /// How levels reach into the kind.
    pub levels: LevelReach,
    /// How far the viewer's own levels do.
    pub viewer: Reach,
}

impl AccessModel {
    /// How levels reach into a kind.
    pub fn level_reach(&self, kind: &KindKey) -> LevelReach {
        let that = |wanted: Reach| {
            let those = self.levels().filter(|level: &Level| self.reach(*level, kind.as_str()) == wanted);
            those.filter_map(|level| self.level_key(level).cloned()).collect()
        };
        let grouped = self.resource_kind(kind.as_str()).is_some_and(|spec| spec.grouped);
        LevelReach { kind: kind.clone(), all: that(Reach::All), none: that(Reach::None), grouped }
    }
}

impl Access {
    /// How far this member's levels let them reach into a kind: of several the widest wins (R3). Somebody without any level is
    /// bound by none.
    pub fn reach_into(&self, kind: &str) -> Reach {
        let levels = self.held().iter().flat_map(|held| held.levels.iter().collect::<Vec<_>>());
        levels.map(|level| self.model().reach(level, kind)).max().unwrap_or(Reach::Choose)
    }

    /// The kinds assigned from the resource's side of which what is chosen for them counts, and would count no more with this access: somebody
    /// else has to be found for what they alone had.
    pub fn leaves(&self, after: &Self) -> Vec<KindKey> {
        let counts = |access: &Self, kind: &str| !access.levels_anywhere().is_empty() && access.reach_into(kind) != Reach::None;
        let staffed = self.model().resource_kinds().iter().filter(|kind| kind.assigned_from != AssignedFrom::Member);
        let left = staffed.filter(|kind| counts(self, &kind.key) && !counts(after, &kind.key));
        left.filter_map(ResourceKindSpec::kind_key).collect()
    }

    /// What decides with whom they have a resource of a kind in common.
    pub fn sharing(&self, kind: &KindKey) -> Sharing {
        Sharing { levels: self.model().level_reach(kind), viewer: self.reach_into(kind.as_str()) }
    }
}
