//! Changes of the tree in a history: workspaces are made, moved and switched, and nobody's rights change beside them (R1, a6).

use tenure_domain::Name;
use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::strategies::{Node, Pick, Scene};
use tenure_domain::workspace::{NewWorkspace, Workspace, WorkspaceChange, change, make};

use crate::acts::somewhere;
use crate::house::{Done, House};
use crate::moves::Move;
use crate::plain::Plain;

/// How large a tree may grow: rights are asked about at each of its places.
const MOST: usize = 12;

impl House {
    pub fn make(&mut self, by: Pick, at: Pick, active: bool) -> Option<Done> {
        let actor = self.actor(by);
        let parent = somewhere(&self.scene, at);
        let may = actor.access(&self.scene.organization).can(engine::WORKSPACES_MANAGE, &parent);
        if !may || self.scene.tree.nodes.len() == MOST {
            return None;
        }
        let new = NewWorkspace { id: self.fresh(), name: Name::parse("New").unwrap(), kind: None, active: Some(active) };
        let decided = make(&self.scene.organization, &parent, new, self.scene.now).ok()?;
        let above = self.scene.tree.nodes.iter().position(|node| node.id == parent.workspace());
        let Workspace { id, active, features_off, .. } = decided.value;
        self.scene.tree.nodes.push(Node { id, parent: above, active, features_off });
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    pub fn relocate(&mut self, by: Pick, top: Pick, parent: Pick) -> Option<Done> {
        let asked = Move::of(&self.scene, top, parent);
        // Mostly somebody who may, or hardly anything would ever be moved.
        let able = asked.mover(&self.scene, by).filter(|_| by.below(4) > 0).cloned();
        let actor = able.unwrap_or_else(|| self.actor(by));
        let decided = asked.by(&self.scene, &actor).ok()?;
        if !decided.events.is_empty() {
            let after = asked.after(&self.scene);
            asked.gives_what_is_the_movers(&self.scene, &actor, &after);
            self.scene = after;
            self.hand_over(&decided.value.left, None);
        }
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    pub fn switch(&mut self, by: Pick, at: Pick, active: bool) -> Option<Done> {
        let actor = self.actor(by);
        let place = somewhere(&self.scene, at);
        let at = self.scene.tree.nodes.iter().position(|node| node.id == place.workspace())?;
        let node = &self.scene.tree.nodes[at];
        let before = Workspace {
            organization: self.scene.organization.id,
            id: node.id,
            parent: node.parent.map(|above| self.scene.tree.nodes[above].id),
            kind: None,
            name: Name::parse("Any").unwrap(),
            active: node.active,
            features_off: node.features_off.clone(),
            created_at: self.scene.now,
            version: 1,
        };
        let ask = WorkspaceChange { active: Some(active), ..WorkspaceChange::default() };
        let access = actor.access(&self.scene.organization);
        let decided = change(&self.scene.organization, &access, &place, &before, &ask).ok()?;
        self.scene.tree.nodes[at].active = decided.value.active;
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }
}

/// a6: a workspace that is made gives nobody anything that they don't have above it, and what is changed of somebody's access at one
/// workspace changes nothing above or beside it.
pub fn act_below_alone(before: &Scene, house: &House, done: &Done) {
    let (was_so, is_so) = (Plain::of(before), Plain::of(&house.scene));
    for event in &done.events {
        if let Event::WorkspaceCreated { workspace, parent, .. } = event {
            for person in &house.scene.people {
                let (there, above) = (is_so.of_person(person, *workspace), is_so.of_person(person, *parent));
                assert!(there.is_subset(&above), "a6: a new workspace gives nothing new");
            }
        }
    }
    for person in &house.scene.people {
        let Some(was) = before.people.iter().find(|one| one.id() == person.id()) else { continue };
        if was.grants == person.grants || was.membership.status != person.membership.status {
            continue;
        }
        for node in &before.tree.nodes {
            let chain = was_so.chain(node.id);
            let changed = chain.iter().any(|above| was.grant_at(above.id) != person.grant_at(above.id));
            let same = was_so.of_person(was, node.id) == is_so.of_person(person, node.id);
            assert!(changed || same, "a6: what is changed elsewhere changes nothing here");
        }
    }
}
