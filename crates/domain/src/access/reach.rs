//! Where in the tree a member may do something, told so that a store can search by it.

use super::Access;
use crate::bits::Permission;
use crate::id::WorkspaceId;
use crate::workspace::{Place, Step};

/// Whether a permission holds from one workspace down, until a deeper entry says otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reached {
    /// The workspace.
    pub workspace: WorkspaceId,
    /// Whether the permission holds from here down.
    pub holds: bool,
}

/// Where a permission holds. The nearest entry at or above a workspace decides; without one it doesn't hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reaches {
    entries: Vec<Reached>,
}

impl Reaches {
    /// From these workspaces down, without an exception.
    pub fn from_roots(roots: impl IntoIterator<Item = WorkspaceId>) -> Self {
        Self { entries: roots.into_iter().map(|workspace| Reached { workspace, holds: true }).collect() }
    }

    /// The entries; at most one for each grant.
    pub fn entries(&self) -> &[Reached] {
        &self.entries
    }

    /// Whether it holds at a workspace: the nearest entry at or above it decides.
    pub fn holds_at(&self, place: &Place) -> bool {
        let entry = |step: &Step| self.entries.iter().find(|entry| entry.workspace == step.workspace);
        place.steps().iter().rev().find_map(entry).is_some_and(|entry| entry.holds)
    }

    /// Whether it holds anywhere.
    pub fn is_anywhere(&self) -> bool {
        self.entries.iter().any(|entry| entry.holds)
    }

    /// Whether it holds in the whole organization.
    pub fn is_everywhere(&self, root: WorkspaceId) -> bool {
        self.entries.iter().any(|entry| entry.workspace == root) && self.entries.iter().all(|entry| entry.holds)
    }
}

impl Access {
    /// Where all of these permissions hold, told as [`reaches`](Self::reaches) tells of one.
    pub fn reaches_all<'a>(&self, permissions: &[Permission], places: impl IntoIterator<Item = &'a Place>) -> Reaches {
        let all = |place: &Place| permissions.iter().all(|permission| self.can(*permission, place));
        let entry = |place: &Place| Reached { workspace: place.workspace(), holds: all(place) };
        Reaches { entries: places.into_iter().map(entry).collect() }
    }

    /// Where a permission holds. The places of this membership's grants must be given: an answer changes only there, because
    /// a permission without a feature comes and goes with grants alone. Ask only for such permissions; a feature or a switched
    /// off workspace between two grants would be missed.
    pub fn reaches<'a>(&self, permission: Permission, places: impl IntoIterator<Item = &'a Place>) -> Reaches {
        self.reaches_all(&[permission], places)
    }
}
