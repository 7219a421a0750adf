//! Which resources somebody may know of: those they reach, and those of kinds that they manage or assign.

use std::collections::BTreeSet;

use super::{Resource, ResourceGroup};
use crate::access::Access;
use crate::access_model::{AccessModel, Reach, ResourceKindSpec, engine};
use crate::keys::KindKey;
use crate::selection::Selection;
use crate::workspace::Place;

/// The kinds of which somebody may know everything, and those of which what they chose. Of all kinds they know what is for everyone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// They manage resources, assign this kind somewhere, or reach all of it by level.
    pub whole: BTreeSet<KindKey>,
    /// What they chose of it, or were given, they reach.
    pub chosen: BTreeSet<KindKey>,
    /// Those of the chosen ones that may be in groups: they know of the groups that they chose, and of what is in them.
    pub grouped: BTreeSet<KindKey>,
}

impl Known {
    /// What somebody with this access may know of. `root` is the organization's, `places` are those of their grants.
    pub fn of(access: &Access, root: &Place, places: &[Place]) -> Self {
        let model = access.model();
        let manages = access.can(engine::RESOURCES_MANAGE, root);
        let mut known = Self::default();
        for kind in model.resource_kinds() {
            let Some(key) = kind.kind_key() else { continue };
            let assign = model.permission(&kind.assign_permission());
            let assigns = assign.is_some_and(|assign| places.iter().any(|place| access.can(assign, place)));
            match access.reach_into(&kind.key) {
                Reach::All => known.whole.insert(key),
                _ if manages || assigns => known.whole.insert(key),
                Reach::Choose | Reach::ExactlyOne => {
                    known.grouped.extend(kind.grouped.then(|| key.clone()));
                    known.chosen.insert(key)
                }
                Reach::None => false,
            };
        }
        known
    }

    /// What a program may know of that asks for itself: all there is of every kind.
    pub fn everything(model: &AccessModel) -> Self {
        let kinds = model.resource_kinds().iter().filter_map(ResourceKindSpec::kind_key);
        Self { whole: kinds.collect(), ..Self::default() }
    }

    /// Whether they may know of this one, given what they chose of its kind.
    pub fn has(&self, resource: &Resource, chosen: &Selection) -> bool {
        let by_choice = self.chosen.contains(&resource.kind) && chosen.covers(resource);
        resource.for_everyone || self.whole.contains(&resource.kind) || by_choice
    }

    /// Whether they may know of this group, given what they chose of its kind.
    pub fn has_group(&self, group: &ResourceGroup, chosen: &Selection) -> bool {
        self.whole.contains(&group.kind) || (self.chosen.contains(&group.kind) && chosen.has(group.id))
    }
}
