//! Paths in the tree and chains of ancestors, for units and queries alike.
//!
//! A path is the chain of ids from the root down to the node itself, each as 32 hexadecimal digits and a `/`. A subtree is the
//! range from a path up to, and without, [`after`] it.

use std::collections::HashMap;

use tenure_domain::workspace::Step;
use tenure_domain::{OrganizationId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::batch::CHUNK;
use crate::snapshots::workspace;
use crate::{Reads, Sql};

/// The path of a node below one with this path; the root's with an empty one.
pub(crate) fn below(parent: &str, id: WorkspaceId) -> String {
    format!("{parent}{}/", id.uuid().simple())
}

/// The first text after all paths at and below this one: `0` is the character after the `/` that ends it.
pub(crate) fn after(path: &str) -> String {
    format!("{}0", path.trim_end_matches('/'))
}

/// The ids of a path, root first.
pub(crate) fn ids(path: &str) -> Result<Vec<WorkspaceId>, StoreError> {
    let parse = |id: &str| Uuid::try_parse(id).map(WorkspaceId::new);
    path.split_terminator('/')
        .map(parse)
        .collect::<Result<_, _>>()
        .map_err(|_| StoreError::Corrupt("column path is no path".to_owned()))
}

/// The paths of these workspaces; unknown ones are left out.
pub(crate) async fn paths<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    of: &[WorkspaceId],
) -> Result<HashMap<WorkspaceId, String>, StoreError> {
    let mut paths = HashMap::with_capacity(of.len());
    for chunk in of.chunks(CHUNK) {
        let mut sql = Sql::build("select id, path from workspaces where organization_id = ");
        sql.push_bind(organization).push(" and id in ").push_list(chunk.iter().copied());
        for row in reads.rows(&sql).await? {
            paths.insert(row.id("id")?, row.text("path")?.to_owned());
        }
    }
    Ok(paths)
}

/// The chains of these workspaces, each root first and itself last, in the order asked for; unknown ones are left out.
pub(crate) async fn chains<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    of: &[WorkspaceId],
) -> Result<Vec<Vec<Step>>, StoreError> {
    let paths = paths(reads, organization, of).await?;
    let mut nodes = Vec::new();
    for path in paths.values() {
        nodes.extend(ids(path)?);
    }
    nodes.sort_unstable();
    nodes.dedup();
    let mut steps = HashMap::with_capacity(nodes.len());
    for chunk in nodes.chunks(CHUNK) {
        let mut sql = Sql::build("select id, active, features_off from workspaces where organization_id = ");
        sql.push_bind(organization).push(" and id in ").push_list(chunk.iter().copied());
        for row in reads.rows(&sql).await? {
            let step = workspace::step(&row)?;
            steps.insert(step.workspace, step);
        }
    }
    let chain = |path: &String| -> Result<Vec<Step>, StoreError> {
        let missing = || StoreError::Corrupt("column path names a workspace that is gone".to_owned());
        ids(path)?.into_iter().map(|id| steps.get(&id).cloned().ok_or_else(missing)).collect()
    };
    of.iter().filter_map(|id| paths.get(id)).map(chain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range_of_paths() {
        let [a, b, c] = [1, 2, 3].map(|id| WorkspaceId::new(Uuid::from_u128(id)));
        let root = below("", a);
        let child = below(&root, b);
        let sibling = below(&root, c);
        let within = |path: &str, of: &str| path >= of && *path < *after(of);
        assert!(within(&child, &root) && within(&child, &child) && within(&below(&child, c), &child));
        assert!(!within(&sibling, &child) && !within(&root, &child));
        assert_eq!(ids(&child).unwrap(), [a, b]);
        assert!(ids("x/").is_err());
    }
}
