//! Where in the tree a member may do something, told so that a store can search by it.

use super::{Access, Setting};
use crate::bits::Permission;
use crate::id::{OrganizationId, WorkspaceId};
use crate::organization::Organization;
use crate::workspace::{Chain, Place, Step};

/// Whether a permission holds from one workspace down, until a deeper entry says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reached {
    /// From which workspace down, and where that lies.
    pub at: Chain,
    /// Whether the permission holds from here down.
    pub holds: bool,
}

/// Where in an organization a permission holds. The nearest entry at or above a workspace decides; without one it doesn't hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reaches {
    organization: OrganizationId,
    entries: Vec<Reached>,
}

impl Reaches {
    /// All of an organization.
    pub fn whole(organization: &Organization) -> Self {
        Self { organization: organization.id, entries: vec![Reached { at: Chain::root(organization.root), holds: true }] }
    }

    /// The organization that it is about.
    pub const fn organization(&self) -> OrganizationId {
        self.organization
    }

    /// The entries; at most one for each grant.
    pub fn entries(&self) -> &[Reached] {
        &self.entries
    }

    /// Whether it holds at a workspace: the nearest entry at or above it decides.
    pub fn holds_at(&self, place: &Place) -> bool {
        let entry = |step: &Step| self.entries.iter().find(|entry| entry.at.workspace() == step.workspace);
        place.steps().iter().rev().find_map(entry).is_some_and(|entry| entry.holds)
    }

    /// Whether it holds anywhere.
    pub fn is_anywhere(&self) -> bool {
        self.entries.iter().any(|entry| entry.holds)
    }

    /// Whether it holds in the whole organization.
    pub fn is_everywhere(&self, root: WorkspaceId) -> bool {
        self.entries.iter().any(|entry| entry.at.workspace() == root) && self.entries.iter().all(|entry| entry.holds)
    }
}

impl Access {
    /// From each of these places down, whatever may be done there: what somebody with grants there knows of.
    pub fn known<'a>(&self, places: impl IntoIterator<Item = &'a Place>) -> Reaches {
        self.reaches_all(&[], places)
    }

    /// Where all of these permissions hold, told as [`reaches`](Self::reaches) tells of one.
    pub fn reaches_all<'a>(&self, permissions: &[Permission], places: impl IntoIterator<Item = &'a Place>) -> Reaches {
        let all = |place: &Place| permissions.iter().all(|permission| self.can(*permission, place));
        let entry = |place: &Place| Reached { at: place.chain(), holds: all(place) };
        let Setting { organization, root, .. } = *self.setting();
        // A place of another organization is none of this one's, whatever it looks like.
        let entries = places.into_iter().filter(|place| place.root() == root).map(entry).collect();
        Reaches { organization, entries }
    }

    /// Where a permission holds. The places of this membership's grants must be given: an answer changes only there, because
    /// a permission without a feature comes and goes with grants alone. Ask only for such permissions; a feature or a switched
    /// off workspace between two grants would be missed.
    pub fn reaches<'a>(&self, permission: Permission, places: impl IntoIterator<Item = &'a Place>) -> Reaches {
        self.reaches_all(&[permission], places)
    }
}
