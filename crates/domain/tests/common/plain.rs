//! The rules read word by word over a document's own strings: what the engine says is held against this.
//!
//! Nothing here asks the engine anything; it is slow, short and meant to be compared with the sentences of the rules.

use std::collections::BTreeSet;

use tenure_domain::WorkspaceId;
use tenure_domain::access_model::{ModelSpec, RestrictionSpec};
use tenure_domain::grant::{Grant, Offer};
use tenure_domain::may_grant::Right;
use tenure_domain::membership::Status;
use tenure_domain::strategies::{Node, Person, Scene, Tree};

pub type Words = BTreeSet<String>;

#[derive(Clone, Debug)]
pub struct Plain {
    spec: ModelSpec,
    tree: Tree,
    features: Words,
    active: bool,
}

fn words<T: ToString>(of: impl IntoIterator<Item = T>) -> Words {
    of.into_iter().map(|one| one.to_string()).collect()
}

impl Plain {
    pub fn of(scene: &Scene) -> Self {
        let organization = &scene.organization;
        let plan = organization.plan.as_ref().map(ToString::to_string);
        let on = scene.spec.features.iter().filter(|feature| {
            let switched = organization.features.iter().find(|(key, _)| key.as_str() == feature.key);
            switched.map_or(plan.as_ref().is_some_and(|plan| feature.plans.contains(plan)), |(_, on)| *on)
        });
        let features = words(on.map(|feature| &feature.key));
        Self { spec: scene.spec.clone(), tree: scene.tree.clone(), features, active: organization.active }
    }

    /// These permissions with all that they imply.
    pub fn closed(&self, keys: impl IntoIterator<Item = String>) -> Words {
        let mut all: Words = keys.into_iter().collect();
        loop {
            let declared = self.spec.permissions.iter().filter(|permission| all.contains(&permission.key));
            let more: Words = declared.flat_map(|permission| permission.implies.clone()).collect();
            if more.is_subset(&all) {
                return all;
            }
            all.extend(more);
        }
    }

    /// A workspace and all above it.
    pub fn chain(&self, at: WorkspaceId) -> Vec<&Node> {
        let mut chain = Vec::new();
        let mut next = self.tree.nodes.iter().position(|node| node.id == at);
        while let Some(number) = next {
            chain.push(&self.tree.nodes[number]);
            next = self.tree.nodes[number].parent;
        }
        chain
    }

    pub fn is_off(&self, at: WorkspaceId) -> bool {
        self.chain(at).iter().any(|node| !node.active)
    }

    /// R1: the effective grants are those at a workspace and at every ancestor.
    pub fn here<'g>(&self, grants: &'g [Grant], at: WorkspaceId) -> Vec<&'g Grant> {
        let chain = self.chain(at);
        grants.iter().filter(|grant| chain.iter().any(|node| node.id == grant.workspace)).collect()
    }

    pub fn levels(&self, grants: &[Grant], at: WorkspaceId) -> Words {
        words(self.here(grants, at).into_iter().flat_map(|grant| &grant.levels))
    }

    pub fn restrictions(&self, grants: &[Grant], at: WorkspaceId) -> Words {
        words(self.here(grants, at).into_iter().flat_map(|grant| &grant.restrictions))
    }

    pub fn restriction(&self, key: &str) -> &RestrictionSpec {
        self.spec.restrictions.iter().find(|one| one.key == key).unwrap()
    }

    pub fn features_on(&self, at: WorkspaceId) -> Words {
        let off = words(self.chain(at).into_iter().flat_map(|node| &node.features_off));
        self.features.difference(&off).cloned().collect()
    }

    pub fn level_permissions(&self, level: &str) -> Words {
        self.closed(self.spec.levels.iter().filter(|one| one.key == level).flat_map(|one| one.permissions.clone()))
    }

    /// What grants alone say: levels and extra permissions, less what restrictions deny.
    pub fn by_grants(&self, grants: &[Grant], at: WorkspaceId) -> Words {
        let here = self.here(grants, at);
        let by_level = self.levels(grants, at).iter().flat_map(|level| self.level_permissions(level)).collect::<Words>();
        let by_extra = self.closed(words(here.iter().flat_map(|grant| &grant.permissions)));
        let denied = self.restrictions(grants, at).into_iter().flat_map(|key| self.closed(self.restriction(&key).denies.clone()));
        let denied: Words = denied.collect();
        by_level.union(&by_extra).filter(|key| !denied.contains(*key)).cloned().collect()
    }

    fn feature_of(&self, permission: &str) -> Option<&String> {
        self.spec.permissions.iter().find(|one| one.key == permission)?.feature.as_ref()
    }

    /// R2 and the last sentence of R1.
    pub fn effective(&self, status: Status, grants: &[Grant], at: WorkspaceId) -> Words {
        if status != Status::Active || !self.active {
            return Words::new();
        }
        let on = self.features_on(at);
        let off = self.is_off(at);
        let acts = |key: &String| !off || key.starts_with("workspaces.") || key.starts_with("members.");
        let on = |key: &String| self.feature_of(key).is_none_or(|feature| on.contains(feature));
        self.by_grants(grants, at).into_iter().filter(|key| acts(key) && on(key)).collect()
    }

    pub fn of_person(&self, person: &Person, at: WorkspaceId) -> Words {
        self.effective(person.membership.status, &person.grants, at)
    }

    pub fn manages(&self, grants: &[Grant], at: WorkspaceId) -> Words {
        let levels = self.levels(grants, at);
        words(self.spec.levels.iter().filter(|level| levels.contains(&level.key)).flat_map(|level| &level.manages))
    }

    /// R6, first sentence, of somebody who is here already.
    pub fn may_manage(&self, actor: &Person, target: Option<&Person>, at: WorkspaceId, right: Right) -> bool {
        let rights = self.of_person(actor, at);
        let entitled = rights.contains("members.manage") || (right == Right::Invite && rights.contains("members.invite"));
        let theirs = target.map_or(Words::new(), |target| self.levels(&target.grants, at));
        let oneself = target.is_some_and(|target| target.id() == actor.id());
        entitled && !oneself && theirs.is_subset(&self.manages(&actor.grants, at))
    }

    /// R6: who may give this offer, in the place of what stands there.
    pub fn may_give(&self, give: &Giving<'_>) -> bool {
        let Giving { actor, target, standing, offer, at, right } = *give;
        let has = self.of_person(actor, at);
        let on = self.features_on(at);
        let levels_managed = words(&offer.levels).is_subset(&self.manages(&actor.grants, at));
        let extras_had = offer.permissions.difference(&standing.permissions).all(|key| {
            let on = self.feature_of(key.as_str()).is_none_or(|feature| on.contains(feature));
            on && self.closed([key.to_string()]).is_subset(&has)
        });
        let limits_on = offer.restrictions.difference(&standing.restrictions).all(|key| {
            let feature = self.restriction(key.as_str()).feature.as_ref();
            feature.is_none_or(|feature| on.contains(feature))
        });
        let lifts_nothing = self.lifted(offer, standing).is_disjoint(&self.restrictions(&actor.grants, at));
        self.may_manage(actor, target, at, right) && levels_managed && extras_had && limits_on && lifts_nothing
    }

    /// The restrictions that an offer takes off, or leaves out where it could carry them.
    pub fn lifted(&self, offer: &Offer, standing: &Offer) -> Words {
        let taken_off = words(standing.restrictions.difference(&offer.restrictions));
        let levels = words(&offer.levels);
        let could = self.spec.restrictions.iter().filter(|one| one.levels.iter().any(|level| levels.contains(level)));
        let left_out = words(could.map(|one| &one.key)).difference(&words(&offer.restrictions)).cloned().collect();
        taken_off.union(&left_out).cloned().collect()
    }

    /// R8: active, with a password, at a level that governs, at the root.
    pub fn governs(&self, person: &Person) -> bool {
        let root = self.tree.nodes[0].id;
        let governing = words(self.spec.levels.iter().filter(|level| level.governs).map(|level| &level.key));
        let at_root = person.grants.iter().filter(|grant| grant.workspace == root);
        let levels = words(at_root.flat_map(|grant| &grant.levels));
        person.membership.status == Status::Active && person.has_password && !levels.is_disjoint(&governing)
    }
}

/// One act of giving.
#[derive(Clone, Copy, Debug)]
pub struct Giving<'a> {
    pub actor: &'a Person,
    pub target: Option<&'a Person>,
    pub standing: &'a Offer,
    pub offer: &'a Offer,
    pub at: WorkspaceId,
    pub right: Right,
}
