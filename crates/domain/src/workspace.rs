//! Workspaces: the nodes of an organization's tree, and the chain of ancestors that access comes down along (R1).

mod change;
mod delete;
mod make;
mod relocate;

use std::collections::BTreeSet;

use crate::access_model::AccessModel;
use crate::bits::{Feature, Set};
use crate::id::{OrganizationId, WorkspaceId};
use crate::instant::Instant;
use crate::keys::{FeatureKey, WorkspaceKindKey};
use crate::text::Name;

pub use change::{ChangeRefused, WorkspaceChange, change};
pub use delete::{DeleteRefused, Occupancy, delete, may_delete};
pub use make::{MakeRefused, NewWorkspace, make};
pub use relocate::{
    Affected, Holder, MoveFacts, MoveFingerprint, MovePlan, MoveRefused, MovedWorkspace, ReachChange, plan_move, relocate,
};

/// A node of the tree, as stores keep it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workspace {
    /// The tenant it belongs to.
    pub organization: OrganizationId,
    /// Its id.
    pub id: WorkspaceId,
    /// The node above; none for the root.
    pub parent: Option<WorkspaceId>,
    /// The label that people read, where the model has labels.
    pub kind: Option<WorkspaceKindKey>,
    /// What people call it.
    pub name: Name,
    /// Whether it is switched on. Below a node that is off everything is off.
    pub active: bool,
    /// Features that are switched off here and below.
    pub features_off: BTreeSet<FeatureKey>,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

/// One node on the way from the root.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The node.
    pub workspace: WorkspaceId,
    /// Whether it is switched on itself.
    pub active: bool,
    /// Features that it switches off itself.
    pub features_off: BTreeSet<FeatureKey>,
}

/// The ids on the way from the root to a workspace, itself last: where in the tree it lies.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Chain {
    above: Vec<WorkspaceId>,
    workspace: WorkspaceId,
}

impl Chain {
    /// Of the root.
    pub const fn root(root: WorkspaceId) -> Self {
        Self { above: Vec::new(), workspace: root }
    }

    /// Of a workspace right below.
    #[must_use]
    pub fn child(mut self, workspace: WorkspaceId) -> Self {
        self.above.push(self.workspace);
        Self { workspace, ..self }
    }

    /// The workspace itself.
    pub const fn workspace(&self) -> WorkspaceId {
        self.workspace
    }

    /// Where it begins.
    pub fn top(&self) -> WorkspaceId {
        self.above.first().copied().unwrap_or(self.workspace)
    }

    /// Root first, the workspace last.
    pub fn ids(&self) -> impl Iterator<Item = WorkspaceId> + '_ {
        self.above.iter().copied().chain([self.workspace])
    }
}

/// A workspace with all its ancestors: what access at it depends on besides grants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    steps: Vec<Step>,
    off: Set<Feature>,
    active: bool,
}

impl Place {
    /// A place from its chain, root first. `None` for an empty chain: there is no such workspace.
    pub fn new(model: &AccessModel, steps: Vec<Step>) -> Option<Self> {
        let last = steps.last()?;
        debug_assert!(steps.iter().filter(|step| step.workspace == last.workspace).count() == 1, "a chain has no circles");
        let off = steps.iter().flat_map(|step| &step.features_off).filter_map(|key| model.feature(key.as_str())).collect();
        let active = steps.iter().all(|step| step.active);
        Some(Self { steps, off, active })
    }

    /// The same as if all of it were switched on.
    #[must_use]
    pub(crate) fn switched_on(&self) -> Self {
        let on = |step: &Step| Step { active: true, features_off: BTreeSet::new(), ..step.clone() };
        Self { steps: self.steps.iter().map(on).collect(), off: Set::EMPTY, active: true }
    }

    /// The workspace itself.
    pub fn workspace(&self) -> WorkspaceId {
        // INVARIANT: `new` refuses an empty chain, so the root id below is never made up.
        self.steps.last().map_or(WorkspaceId::new(uuid::Uuid::nil()), |step| step.workspace)
    }

    /// The organization's root.
    pub fn root(&self) -> WorkspaceId {
        self.steps.first().map_or_else(|| self.workspace(), |step| step.workspace)
    }

    /// Whether it is the root.
    pub fn is_root(&self) -> bool {
        self.steps.len() == 1
    }

    /// The lowest workspace that is at or above all of these; none of none.
    pub fn common<'a>(places: impl IntoIterator<Item = &'a Self>) -> Option<WorkspaceId> {
        let mut places = places.into_iter();
        let mut shared: Vec<WorkspaceId> = places.next()?.steps.iter().map(|step| step.workspace).collect();
        for place in places {
            let alike = shared.iter().zip(&place.steps).take_while(|(one, step)| **one == step.workspace).count();
            shared.truncate(alike);
        }
        shared.pop()
    }

    /// The chain, root first, itself last.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The ids of the chain.
    pub fn chain(&self) -> Chain {
        let above = self.steps.split_last().map_or(&[][..], |(_, above)| above);
        Chain { above: above.iter().map(|step| step.workspace).collect(), workspace: self.workspace() }
    }

    /// Whether this workspace is the given one or lies below it.
    pub fn is_within(&self, workspace: WorkspaceId) -> bool {
        self.steps.iter().any(|step| step.workspace == workspace)
    }

    /// Whether it and everything above it are switched on.
    pub fn is_active(&self) -> bool {
        self.active
    }

    /// The features that are switched off here, or above.
    pub fn features_off(&self) -> Set<Feature> {
        self.off
    }
}
