//! Rows of `workspaces w`, and the nodes of chains.

use std::collections::BTreeSet;

use tenure_domain::workspace::{Step, Workspace};
use tenure_domain::{FeatureKey, Name, WorkspaceId, WorkspaceKindKey};
use tenure_port_store::StoreError;

use super::grant::read_keys;
use crate::Row;
use crate::tree::Node;

/// The columns of a workspace.
macro_rules! workspace_columns {
    () => {
        $crate::snapshots::columns!("w": organization_id id parent_id kind name active features_off created_at version)
    };
}
pub(crate) use workspace_columns;

/// The workspace in a row.
pub(crate) fn read(row: &Row) -> Result<Workspace, StoreError> {
    Ok(Workspace {
        organization: row.id("w_organization_id")?,
        id: row.id("w_id")?,
        parent: row.opt_id("w_parent_id")?,
        kind: row.opt_parse("w_kind", WorkspaceKindKey::parse)?,
        name: row.parse("w_name", Name::parse)?,
        active: row.bool("w_active")?,
        features_off: read_keys(row, "w_features_off", FeatureKey::parse)?,
        created_at: row.instant("w_created_at")?,
        version: row.number("w_version")?,
    })
}

/// The node in a row of `id`, `parent_id`, `active` and `features_off`.
pub(crate) fn node(row: &Row) -> Result<Node, StoreError> {
    let step = Step {
        workspace: row.id("id")?,
        active: row.bool("active")?,
        features_off: read_keys(row, "features_off", FeatureKey::parse)?,
    };
    Ok(Node { step, parent: row.opt_id("parent_id")? })
}

#[derive(serde::Deserialize)]
struct Kept {
    workspace: WorkspaceId,
    parent: Option<WorkspaceId>,
    active: bool,
    features_off: BTreeSet<FeatureKey>,
}

/// Nodes from their JSON array in a column; null stands for none.
pub(crate) fn nodes_from_json(row: &Row, column: &str) -> Result<Vec<Node>, StoreError> {
    let kept: Option<Vec<Kept>> = row.opt_json(column)?;
    let node = |Kept { workspace, parent, active, features_off }| Node { step: Step { workspace, active, features_off }, parent };
    Ok(kept.unwrap_or_default().into_iter().map(node).collect())
}
