//! The tree: one root, every path its parent's and its own id, no circles.

use std::collections::HashMap;

use tenure_domain::WorkspaceId;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::{Place, Step};
use tenure_port_store::StoreError;

use super::Found;
use crate::snapshots::workspace::{self, workspace_columns};
use crate::statements::statement_texts;
use crate::{Reads, Sql, tree};

statement_texts! {
    WORKSPACES = concat!(
        "select ", workspace_columns!(), ", w.path, w.depth from workspaces w where w.organization_id = $1 and w.path > $2 \
         order by w.path limit $3");
}

/// One organization's tree.
pub(super) struct Tree {
    nodes: HashMap<WorkspaceId, Node>,
}

struct Node {
    parent: Option<WorkspaceId>,
    path: String,
    depth: i64,
    step: Step,
}

impl Tree {
    pub(super) async fn load(reads: &mut dyn Reads, organization: &Organization, found: &mut Found) -> Result<Self, StoreError> {
        let mut nodes = HashMap::new();
        let mut after = String::new();
        loop {
            let sql = Sql::fixed(WORKSPACES).bind(organization.id).bind(&after).bind(super::PIECE);
            let rows = reads.rows(&sql).await?;
            let Some(last) = rows.last() else { return Ok(Self { nodes }) };
            last.text("path")?.clone_into(&mut after);
            for row in &rows {
                let id: WorkspaceId = row.id("w_id")?;
                let Some(read) = found.readable(workspace::read(row), || format!("workspace {id}"))? else { continue };
                let step = Step { workspace: id, active: read.active, features_off: read.features_off };
                let node = Node { parent: read.parent, path: row.text("path")?.to_owned(), depth: row.int("depth")?, step };
                nodes.insert(id, node);
            }
        }
    }

    pub(super) fn check(&self, organization: &Organization, found: &mut Found) {
        found.add_if(!self.nodes.contains_key(&organization.root), "one_root", || "the root is missing".to_owned());
        for (id, node) in &self.nodes {
            let (path, depth) = match node.parent.map(|parent| self.nodes.get(&parent)) {
                None => {
                    found.add_if(*id != organization.root, "one_root", || format!("workspace {id} has nothing above it"));
                    (tree::below("", *id), 0)
                }
                Some(Some(parent)) => (tree::below(&parent.path, *id), parent.depth + 1),
                Some(None) => {
                    found.add("tree", format!("what is above workspace {id} is missing"));
                    continue;
                }
            };
            found.add_if(node.path != path, "tree", || format!("the path of workspace {id} isn't its parent's and its own"));
            found.add_if(node.depth != depth, "tree", || format!("the depth of workspace {id} isn't one more than its parent's"));
            found.add_if(self.place(organization, *id).is_none(), "tree", || format!("workspace {id} lies in a circle"));
        }
    }

    /// A workspace with all its ancestors; none if the way up doesn't end.
    pub(super) fn place(&self, organization: &Organization, workspace: WorkspaceId) -> Option<Place> {
        let mut steps = Vec::new();
        let mut at = Some(workspace);
        while let Some(id) = at {
            if steps.len() > self.nodes.len() {
                return None;
            }
            let node = self.nodes.get(&id)?;
            steps.push(node.step.clone());
            at = node.parent;
        }
        steps.reverse();
        Place::new(&organization.model, steps)
    }
}
