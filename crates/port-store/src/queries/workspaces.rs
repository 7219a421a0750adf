//! Which nodes of the tree a list has.

use tenure_domain::WorkspaceId;

/// Which workspaces.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkspaceFilter {
    /// This node and those below it.
    pub under: Option<WorkspaceId>,
    /// Down to this many levels below the root, or below `under`.
    pub depth: Option<u32>,
    /// With this text in their name. Anything; the store folds it.
    pub q: Option<String>,
}

impl WorkspaceFilter {
    /// This node alone.
    #[must_use]
    pub fn only(workspace: WorkspaceId) -> Self {
        Self { under: Some(workspace), depth: Some(0), q: None }
    }

    /// Those with this text in their name; all without one.
    #[must_use]
    pub fn named(q: Option<&str>) -> Self {
        Self { q: q.map(str::to_owned), ..Self::default() }
    }
}
