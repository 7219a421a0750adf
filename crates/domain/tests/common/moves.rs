//! Moving a subtree, asked of a random scene, and what must hold of it.

use tenure_domain::access_model::engine;
use tenure_domain::grant::Grant;
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::strategies::{Person, Pick, Scene};
use tenure_domain::workspace::{Affected, Holder, MoveFacts, MoveRefused, MovedWorkspace, Place, Workspace, plan_move, relocate};
use tenure_domain::{Decided, Name};

use super::acts;

/// What is moved, what it is to lie below, and how it comes out.
pub struct Move {
    pub top: Place,
    parent: Place,
    above: Option<Place>,
    workspace: Workspace,
    affected: Vec<Affected>,
    holders: Vec<Holder>,
    levels_below: usize,
}

impl Move {
    pub fn of(scene: &Scene, top: Pick, parent: Pick) -> Self {
        let (top, parent) = (acts::somewhere(scene, top), acts::somewhere(scene, parent));
        let above = top.steps().iter().rev().nth(1).map(|step| acts::place(scene, step.workspace));
        let is_above = |place: &Place, of: &Place| of.is_within(place.workspace());
        let either = |person: &&Person| {
            let at = person.grants.iter().map(|grant| acts::place(scene, grant.workspace));
            at.into_iter().any(|at| {
                let before = is_above(&at, &top) && at.workspace() != top.workspace();
                before != is_above(&at, &parent)
            })
        };
        let affected: Vec<Affected> = scene
            .people
            .iter()
            .filter(either)
            .map(|person| Affected {
                membership: person.membership.clone(),
                grants: person.grants.clone(),
                access: person.access(&scene.organization),
            })
            .collect();
        let within = |person: &Person| -> Vec<_> {
            let held = acts::held_by(scene, person).into_iter().filter(|held| held.place.is_within(top.workspace()));
            held.map(|held| (held.portfolio, held.place)).collect()
        };
        let those = scene.people.iter().filter(|person| affected.iter().any(|one| one.membership.id == person.id()));
        let holders = those.map(|person| Holder {
            member: person.id(),
            access: person.access(&scene.organization),
            portfolios: within(person),
        });
        let depth = |place: &Place| place.steps().len();
        let below = scene.places().iter().filter(|place| place.is_within(top.workspace())).map(depth).max().unwrap_or_default();
        let workspace = Workspace {
            organization: scene.organization.id,
            id: top.workspace(),
            parent: above.as_ref().map(Place::workspace),
            kind: None,
            name: Name::parse("Moved").unwrap(),
            active: true,
            features_off: [].into(),
            created_at: scene.now,
            version: 1,
        };
        let holders = holders.collect();
        Self { levels_below: below - depth(&top), above, workspace, affected, holders, top, parent }
    }

    /// Somebody who may move it; nobody where nobody may.
    pub fn mover<'a>(&self, scene: &'a Scene, pick: Pick) -> Option<&'a Person> {
        let places = [self.above.as_ref()?, &self.top, &self.parent];
        let may = |person: &&Person| {
            let access = person.access(&scene.organization);
            places.iter().all(|place| access.can(engine::WORKSPACES_MANAGE, place))
        };
        let able: Vec<&Person> = scene.people.iter().filter(may).collect();
        pick.one(&able).copied()
    }

    pub fn by(&self, scene: &Scene, mover: &Person) -> Result<Decided<MovedWorkspace>, MoveRefused> {
        let access = mover.access(&scene.organization);
        let facts = MoveFacts {
            granter: Granter::Member { id: mover.id(), access: &access },
            access: &access,
            workspace: &self.workspace,
            place: &self.top,
            above: self.above.as_ref(),
            parent: &self.parent,
            levels_below: self.levels_below,
            affected: &self.affected,
            holders: &self.holders,
        };
        // Whoever may carry it out may look at it first.
        let moved = relocate(&facts, None);
        if moved.is_ok() {
            let plan = plan_move(&facts).unwrap();
            assert_eq!(moved, relocate(&facts, Some(&plan.fingerprint)));
        }
        moved
    }

    /// The scene with the subtree at its new place.
    pub fn after(&self, scene: &Scene) -> Scene {
        let mut moved = scene.clone();
        let at = |place: &Place| scene.tree.nodes.iter().position(|node| node.id == place.workspace()).unwrap();
        let (top, parent) = (at(&self.top), at(&self.parent));
        moved.tree.nodes[top].parent = Some(parent);
        moved
    }

    /// R6: what anybody gains by it is the mover's to give, to whom they manage there.
    pub fn gives_what_is_the_movers(&self, scene: &Scene, mover: &Person, after: &Scene) {
        let there = acts::place(after, self.top.workspace());
        assert!(there.is_within(self.parent.workspace()) && !self.parent.is_within(self.top.workspace()), "no circle");
        let own = mover.access(&scene.organization);
        for place in [self.above.as_ref().unwrap(), &self.top, &self.parent] {
            assert!(own.can(engine::WORKSPACES_MANAGE, place));
        }
        if !self.top.features_off().within(there.features_off()) {
            let above = self.above.as_ref().unwrap();
            assert!(own.can(engine::WORKSPACES_SETTINGS, above), "a feature that is done without above");
        }
        for person in scene.people.iter().filter(|person| person.membership.status == Status::Active) {
            let access = person.access(&scene.organization);
            let granted = |place: &Place| -> Vec<_> {
                let may = scene.model().permissions().filter(|one| access.would(*one, place));
                may.collect()
            };
            let had = granted(&self.top);
            let gains = granted(&there).iter().any(|one| !had.contains(one));
            let lifted = access.restrictions_at(&self.top).minus(access.restrictions_at(&there));
            let manages = !access.manages_at(&there).minus(access.manages_at(&self.top)).is_empty();
            // Nobody is freed who has nothing left there, wherever their grants lie.
            if !gains && !manages && (lifted.is_empty() || access.levels_at(&there).is_empty()) {
                continue;
            }
            assert!(person.id() != mover.id(), "nobody widens their own reach");
            assert!(own.can(engine::MEMBERS_MANAGE, &there));
            assert!(access.levels_at(&there).minus(own.manages_at(&there)).is_empty(), "a level that the mover doesn't manage");
            assert!(lifted.intersection(own.restrictions_at(&self.top)).is_empty(), "a restriction that binds the mover");
            let newly = |grant: &&Grant| there.is_within(grant.workspace) && !self.top.is_within(grant.workspace);
            for extra in person.grants.iter().filter(newly).flat_map(|grant| &grant.permissions) {
                let extra = scene.model().permission(extra.as_str()).unwrap();
                assert!(own.would(extra, &there), "an extra permission that the mover doesn't have");
            }
        }
    }
}
