//! What an offer would change for somebody, before anybody changes it.

use crate::access::Access;
use crate::bits::{Permission, Restriction, Set};
use crate::grant::Grant;
use crate::id::WorkspaceId;
use crate::keys::{PermissionKey, RestrictionKey};
use crate::membership::Status;
use crate::workspace::{Place, Step};

/// What would be different at one workspace and below it, until a deeper entry says otherwise or something is switched off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The workspace.
    pub workspace: WorkspaceId,
    /// Permissions that the member doesn't have there, and would.
    pub gains: Vec<PermissionKey>,
    /// Permissions that the member has there, and wouldn't.
    pub loses: Vec<PermissionKey>,
    /// Restrictions that don't bind the member there, and would.
    pub begins: Vec<RestrictionKey>,
    /// Restrictions that bind the member there, and wouldn't.
    pub lifts: Vec<RestrictionKey>,
}

/// What an offer would change, and where: at its workspace, and at the workspaces below at which the member has further grants
/// that make it another change. Nothing changes anywhere else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// At the workspace of the offer.
    pub here: Difference,
    /// Below it, where it differs from what is said above; upper workspaces first.
    pub below: Vec<Difference>,
}

/// The same in bits.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sets {
    gains: Set<Permission>,
    loses: Set<Permission>,
    begins: Set<Restriction>,
    lifts: Set<Restriction>,
}

impl Sets {
    fn between(before: &Access, after: &Access, place: &Place) -> Self {
        let (had, has) = (before.permissions_at(place), after.permissions_at(place));
        let (bound, binds) = (before.restrictions_at(place), after.restrictions_at(place));
        Self { gains: has.minus(had), loses: had.minus(has), begins: binds.minus(bound), lifts: bound.minus(binds) }
    }

    fn told(self, access: &Access, workspace: WorkspaceId) -> Difference {
        let model = access.model();
        let permissions = |set: Set<Permission>| set.iter().filter_map(|one| model.permission_key(one).cloned()).collect();
        let restrictions = |set: Set<Restriction>| set.iter().filter_map(|one| model.restriction_key(one).cloned()).collect();
        Difference {
            workspace,
            gains: permissions(self.gains),
            loses: permissions(self.loses),
            begins: restrictions(self.begins),
            lifts: restrictions(self.lifts),
        }
    }
}

/// What an offer would change for somebody with these grants, whose workspaces are `places`. Somebody who is pending or inactive
/// can do nothing today; what is told of them is what they could, once they are active.
pub fn preview(access: &Access, grants: &[Grant], places: &[Place], place: &Place, offered: &Grant) -> Preview {
    let before = Access::new(access.setting().clone(), Status::Active, grants);
    let after = before.with(offered);
    let mut further: Vec<&Place> =
        places.iter().filter(|other| other.workspace() != place.workspace() && other.is_within(place.workspace())).collect();
    further.sort_by_key(|place| (place.steps().len(), place.workspace()));
    let mut said = vec![(place.workspace(), Sets::between(&before, &after, place))];
    for place in further {
        let sets = Sets::between(&before, &after, place);
        let above = |step: &Step| said.iter().find(|(workspace, _)| *workspace == step.workspace).map(|(_, sets)| *sets);
        if place.steps().iter().rev().find_map(above) != Some(sets) {
            said.push((place.workspace(), sets));
        }
    }
    let mut told = said.into_iter().map(|(workspace, sets)| sets.told(access, workspace));
    let nothing = Sets { gains: Set::EMPTY, loses: Set::EMPTY, begins: Set::EMPTY, lifts: Set::EMPTY };
    let here = told.next().unwrap_or_else(|| nothing.told(access, place.workspace()));
    Preview { here, below: told.collect() }
}
