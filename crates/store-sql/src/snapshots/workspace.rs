//! Rows of `workspaces w`, and the steps of chains.

use tenure_domain::workspace::{Step, Workspace};
use tenure_domain::{FeatureKey, Name, WorkspaceKindKey};
use tenure_port_store::StoreError;

use super::grant::read_keys;
use crate::Row;

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

/// The step in a row of `id`, `active` and `features_off`.
pub(crate) fn step(row: &Row) -> Result<Step, StoreError> {
    Ok(Step {
        workspace: row.id("id")?,
        active: row.bool("active")?,
        features_off: read_keys(row, "features_off", FeatureKey::parse)?,
    })
}
