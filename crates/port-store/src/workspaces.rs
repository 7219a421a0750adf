//! Workspaces.

use async_trait::async_trait;
use tenure_domain::workspace::{Occupancy, Step, Workspace};
use tenure_domain::{Instant, OrganizationId, WorkspaceId};

use crate::StoreError;

/// How large a subtree is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subtree {
    /// How many workspaces it has, its top among them.
    pub workspaces: u32,
    /// How many levels there are below its top.
    pub levels_below: usize,
}

/// Reading the tree.
#[async_trait]
pub trait Workspaces: Send {
    /// One node.
    async fn find(&mut self, organization: OrganizationId, id: WorkspaceId) -> Result<Option<Workspace>, StoreError>;

    /// The chains of these workspaces, each root first and itself last, in the order asked for; unknown ones are left out.
    async fn chains(&mut self, organization: OrganizationId, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError>;

    /// How large the subtree of a workspace is; none if there is no such workspace.
    async fn subtree(&mut self, organization: OrganizationId, top: WorkspaceId) -> Result<Option<Subtree>, StoreError>;

    /// What is in a workspace.
    async fn occupancy(&mut self, organization: OrganizationId, id: WorkspaceId) -> Result<Occupancy, StoreError>;
}

/// Writing the locked organization's tree.
#[async_trait]
pub trait WorkspaceChanges: Send {
    /// Makes a node below its parent.
    async fn insert(&mut self, workspace: &Workspace) -> Result<(), StoreError>;

    /// Changes a node's name, switches and settings, from the version it carries to the next. It stays where it is.
    async fn update(&mut self, workspace: &Workspace) -> Result<(), StoreError>;

    /// Puts a node, with all below it, below its parent, which is another than before; from the version it carries to the next.
    async fn relocate(&mut self, workspace: &Workspace) -> Result<(), StoreError>;

    /// Keeps everybody from putting anything into a workspace until this unit ends: contacts are made without the organization's
    /// lock. What is read after it of what is in there, stays so.
    async fn hold(&mut self, id: WorkspaceId) -> Result<(), StoreError>;

    /// Takes an empty node, at the version it carries, out of the tree, with its portfolios, which hold nobody's contacts. Receipts
    /// that are about it are told at what lay above it, and what they could bring back there, they can't any more; those that were about
    /// nothing else can't be undone, and who was deleted by one isn't kept for it any longer.
    async fn remove(&mut self, workspace: &Workspace, now: Instant) -> Result<(), StoreError>;
}
