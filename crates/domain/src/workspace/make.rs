//! Making a workspace below another.

use super::{Place, Workspace};
use crate::decided::Decided;
use crate::event::Event;
use crate::id::WorkspaceId;
use crate::instant::Instant;
use crate::keys::WorkspaceKindKey;
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::text::Name;

/// The deepest a tree may be: access is looked up along the whole chain.
pub(super) const DEEPEST: usize = 32;

/// A workspace that is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewWorkspace {
    /// Its id.
    pub id: WorkspaceId,
    /// Its name.
    pub name: Name,
    /// Its label, where the model has labels.
    pub kind: Option<WorkspaceKindKey>,
    /// On or off; as its kind says when absent.
    pub active: Option<bool>,
}

/// Why no workspace was made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MakeRefused {
    /// The model has no such label.
    #[error("there is no workspace kind `{0}` in this organization")]
    UnknownKind(WorkspaceKindKey),
    /// Too deep.
    #[error("a tree is at most {DEEPEST} workspaces deep")]
    TooDeep,
}

impl Refusal for MakeRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::UnknownKind(_) => "unknown_kind",
            Self::TooDeep => "too_deep",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(if matches!(self, Self::TooDeep) { "/parent" } else { "/kind" }.to_owned())
    }
}

/// Makes a workspace. It gives its maker nothing new: access comes down from above.
pub fn make(
    organization: &Organization,
    parent: &Place,
    new: NewWorkspace,
    now: Instant,
) -> Result<Decided<Workspace>, MakeRefused> {
    let starts_inactive = match &new.kind {
        None => false,
        Some(kind) => match organization.model.workspace_kinds().iter().find(|(key, _, _)| key == kind) {
            Some((_, _, inactive)) => *inactive,
            None => return Err(MakeRefused::UnknownKind(kind.clone())),
        },
    };
    if parent.steps().len() >= DEEPEST {
        return Err(MakeRefused::TooDeep);
    }
    let workspace = Workspace {
        organization: organization.id,
        id: new.id,
        parent: Some(parent.workspace()),
        kind: new.kind,
        name: new.name,
        active: new.active.unwrap_or(!starts_inactive),
        features_off: [].into(),
        created_at: now,
        version: 1,
    };
    let event = Event::WorkspaceCreated { workspace: workspace.id, parent: parent.workspace(), name: workspace.name.to_string() };
    Ok(Decided::new(workspace, event))
}
