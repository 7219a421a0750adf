//! Workspaces.

use async_trait::async_trait;
use tenure_domain::workspace::{Step, Workspace};
use tenure_domain::{OrganizationId, WorkspaceId};

use crate::StoreError;

/// Reading the tree.
#[async_trait]
pub trait Workspaces: Send {
    /// One node.
    async fn find(&mut self, organization: OrganizationId, id: WorkspaceId) -> Result<Option<Workspace>, StoreError>;

    /// The chains of these workspaces, each root first and itself last, in the order asked for; unknown ones are left out.
    async fn chains(&mut self, organization: OrganizationId, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError>;
}

/// Writing the locked organization's tree.
#[async_trait]
pub trait WorkspaceChanges: Send {
    /// Makes a node below its parent.
    async fn insert(&mut self, workspace: &Workspace) -> Result<(), StoreError>;

    /// Changes a node's name, switches and settings, from the version it carries to the next. It stays where it is.
    async fn update(&mut self, workspace: &Workspace) -> Result<(), StoreError>;
}
