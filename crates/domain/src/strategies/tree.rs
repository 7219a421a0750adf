//! Random trees of workspaces: chains and forks, some nodes switched off, some switching features off.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::id;
use super::pick::{Pick, few, picks};
use crate::access_model::AccessModel;
use crate::id::WorkspaceId;
use crate::keys::FeatureKey;
use crate::workspace::{Place, Step};

/// A node of a random tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its id.
    pub id: WorkspaceId,
    /// Which node it lies below; none for the root.
    pub parent: Option<usize>,
    /// Whether it is switched on.
    pub active: bool,
    /// Features that it switches off.
    pub features_off: BTreeSet<FeatureKey>,
}

/// A random tree. The first node is the root; every other lies below one that comes before it.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Its nodes.
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The place of the node with this number.
    pub fn place(&self, model: &AccessModel, at: usize) -> Option<Place> {
        let mut steps = Vec::new();
        let mut next = Some(at);
        while let Some(node) = next.and_then(|at| self.nodes.get(at)) {
            steps.push(Step { workspace: node.id, active: node.active, features_off: node.features_off.clone() });
            next = node.parent;
        }
        steps.reverse();
        Place::new(model, steps)
    }

    /// Every place, the root first.
    pub fn places(&self, model: &AccessModel) -> Vec<Place> {
        (0..self.nodes.len()).filter_map(|at| self.place(model, at)).collect()
    }

    /// The place of this workspace.
    pub fn find(&self, model: &AccessModel, workspace: WorkspaceId) -> Option<Place> {
        self.place(model, self.nodes.iter().position(|node| node.id == workspace)?)
    }
}

#[derive(Clone, Debug)]
pub(super) struct RawNode {
    parent: Pick,
    off: bool,
    features_off: Pick,
}

pub(super) fn raw_trees() -> impl Strategy<Value = Vec<RawNode>> {
    let node = (picks(), prop::bool::weighted(0.18), few());
    vec(node.prop_map(|(parent, off, features_off)| RawNode { parent, off, features_off }), 0..=6)
}

/// The tree of these nodes, below a root that is switched on.
pub(super) fn grow(raw: &[RawNode], model: &AccessModel) -> Tree {
    let features: Vec<FeatureKey> = model.features().filter_map(|feature| model.feature_key(feature).cloned()).collect();
    let mut nodes = vec![Node { id: id(1), parent: None, active: true, features_off: BTreeSet::new() }];
    for raw in raw {
        let number = u64::try_from(nodes.len()).unwrap_or(u64::MAX).saturating_add(1);
        nodes.push(Node {
            id: id(number),
            parent: Some(raw.parent.below(nodes.len())),
            active: !raw.off,
            features_off: raw.features_off.some(&features).into_iter().collect(),
        });
    }
    Tree { nodes }
}

/// Trees of up to seven workspaces, with this model's features.
pub fn trees(model: &AccessModel) -> impl Strategy<Value = Tree> + use<> {
    let model = model.clone();
    raw_trees().prop_map(move |raw| grow(&raw, &model))
}
