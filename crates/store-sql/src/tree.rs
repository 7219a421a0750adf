//! Paths in the tree and chains of ancestors, for units and queries alike.
//!
//! A path is the chain of ids from the root down to the node itself, each as 32 hexadecimal digits and a `/`. A subtree is the
//! range from a path up to, and without, [`after`] it.

use std::collections::HashMap;

use tenure_domain::workspace::{Chain, Step};
use tenure_domain::{OrganizationId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::batch::CHUNK;
use crate::snapshots::workspace;
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    PATH = "select path from workspaces where organization_id = $1 and id = $2";
}

/// The path of a node below one with this path; the root's with an empty one.
pub(crate) fn below(parent: &str, id: WorkspaceId) -> String {
    format!("{parent}{}/", id.uuid().simple())
}

/// The first text after all paths at and below this one: `0` is the character after the `/` that ends it.
pub(crate) fn after(path: &str) -> String {
    format!("{}0", path.trim_end_matches('/'))
}

/// The path of a workspace with this chain.
pub(crate) fn path(chain: &Chain) -> String {
    chain.ids().fold(String::new(), |path, id| below(&path, id))
}

/// The ids of a path, root first.
pub(crate) fn ids(path: &str) -> Result<Vec<WorkspaceId>, StoreError> {
    let parse = |id: &str| Uuid::try_parse(id).map(WorkspaceId::new);
    path.split_terminator('/')
        .map(parse)
        .collect::<Result<_, _>>()
        .map_err(|_| StoreError::Corrupt("column path is no path".to_owned()))
}

/// The path of a workspace, if there is such.
pub(crate) async fn path_of<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    workspace: WorkspaceId,
) -> Result<Option<String>, StoreError> {
    let row = reads.row(&Sql::fixed(PATH).bind(organization).bind(workspace)).await?;
    row.map(|row| Ok(row.text("path")?.to_owned())).transpose()
}

/// The chains of these workspaces, each root first and itself last, in the order asked for; unknown ones are left out.
pub(crate) async fn chains<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    of: &[WorkspaceId],
) -> Result<Vec<Vec<Step>>, StoreError> {
    let mut nodes = Vec::new();
    for chunk in of.chunks(CHUNK) {
        let mut sql =
            Sql::build("with recursive up as (select id, parent_id, active, features_off from workspaces where organization_id = ");
        let organization = sql.arg(organization);
        sql.push_arg(organization).push(" and id in ").push_list(chunk.iter().copied());
        sql.push(reads.dialect().choose(
            " union select w.id, w.parent_id, w.active, w.features_off from up join workspaces w on w.organization_id = $1 \
             and w.id = up.parent_id",
            // One look for each, and never a hash of the whole tree.
            " union select w.id, w.parent_id, w.active, w.features_off from up cross join lateral (select * from workspaces s \
             where s.organization_id = $1 and s.id = up.parent_id limit 1) w",
        ));
        sql.push(") select id, parent_id, active, features_off from up");
        for row in reads.rows(&sql).await? {
            nodes.push(workspace::node(&row)?);
        }
    }
    assemble(nodes, of)
}

/// A node, and the one above it.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) step: Step,
    pub(crate) parent: Option<WorkspaceId>,
}

/// The chains of these workspaces, put together from nodes among which are all of them and all above.
pub(crate) fn assemble(nodes: Vec<Node>, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError> {
    let nodes: HashMap<WorkspaceId, Node> = nodes.into_iter().map(|node| (node.step.workspace, node)).collect();
    let chain = |id: &WorkspaceId| -> Result<Vec<Step>, StoreError> {
        let mut chain = Vec::new();
        let mut at = Some(*id);
        while let Some(id) = at {
            let node = nodes.get(&id).filter(|_| chain.len() < nodes.len());
            let node = node.ok_or_else(|| StoreError::Corrupt("a workspace's parents don't lead to a root".to_owned()))?;
            chain.push(node.step.clone());
            at = node.parent;
        }
        chain.reverse();
        Ok(chain)
    };
    of.iter().filter(|id| nodes.contains_key(id)).map(chain).collect()
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
