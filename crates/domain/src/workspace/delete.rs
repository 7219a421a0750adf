//! Deleting a workspace: only an empty one, so that no access ends and no contact goes without a plan of its own (R1, R10, R11).

use super::{Place, Workspace};
use crate::access::Access;
use crate::access_model::engine;
use crate::bits::Index;
use crate::decided::Decided;
use crate::event::Event;
use crate::id::WorkspaceId;
use crate::may_grant::GrantRefused;
use crate::refusal::{Refusal, RefusalKind};

/// What a workspace still holds. How much of it isn't told: whoever arranges workspaces needn't be one who sees people or contacts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Occupancy {
    /// Others lie below it.
    pub workspaces: bool,
    /// Somebody has a grant at it, or is offered one.
    pub members: bool,
    /// It has contacts.
    pub contacts: bool,
}

impl Occupancy {
    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The words for what is in it.
    pub fn words(self) -> Vec<&'static str> {
        let all = [("workspaces", self.workspaces), ("members", self.members), ("contacts", self.contacts)];
        all.into_iter().filter_map(|(word, is_there)| is_there.then_some(word)).collect()
    }
}

/// Why a workspace was not deleted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DeleteRefused {
    /// It isn't the actor's to delete.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// The root is made with the organization, and stays.
    #[error("the root can't be deleted")]
    Root,
    /// Something is in it.
    #[error("there is still something in it: {}", .0.words().join(", "))]
    InUse(Occupancy),
}

impl DeleteRefused {
    /// What is in the way.
    pub fn holds(&self) -> Occupancy {
        if let Self::InUse(occupancy) = self { *occupancy } else { Occupancy::default() }
    }
}

impl Refusal for DeleteRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Root | Self::InUse(_) => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Root => "root",
            Self::InUse(_) => "in_use",
        }
    }
}

/// Whether somebody may delete a workspace, once it is empty; and what lies above it.
pub fn may_delete(by: &Access, place: &Place, workspace: &Workspace) -> Result<WorkspaceId, DeleteRefused> {
    if !by.can(engine::WORKSPACES_MANAGE, place) {
        let key = engine::KEYS.get(engine::WORKSPACES_MANAGE.at()).copied().unwrap_or_default();
        return Err(GrantRefused::MissingPermission(key).into());
    }
    workspace.parent.ok_or(DeleteRefused::Root)
}

/// Deletes a workspace in which nothing is.
pub fn delete(by: &Access, place: &Place, workspace: &Workspace, occupancy: Occupancy) -> Result<Decided<()>, DeleteRefused> {
    let parent = may_delete(by, place, workspace)?;
    if !occupancy.is_empty() {
        return Err(DeleteRefused::InUse(occupancy));
    }
    let event = Event::WorkspaceDeleted { workspace: workspace.id, parent, name: workspace.name.to_string() };
    Ok(Decided::new((), event))
}
