//! R1: access comes down the tree, and nowhere else.

use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::bits::Index;
use tenure_domain::strategies::{Person, Scene, picks, scenes};
use tenure_domain::workspace::{Occupancy, Place, Workspace, WorkspaceChange, change, delete};
use tenure_domain::{Name, Refusal};

use crate::plain::{Plain, Words};

/// The nearest entry at or above a workspace decides.
fn by_entries(scene: &Scene, access: &Access, permission: tenure_domain::bits::Permission, at: tenure_domain::WorkspaceId) -> bool {
    let plain = Plain::of(scene);
    let places: Vec<_> = access.workspaces().map(|workspace| crate::acts::place(scene, workspace)).collect();
    let reaches = access.reaches(permission, &places);
    let nearest =
        plain.chain(at).into_iter().find_map(|node| reaches.entries().iter().find(|entry| entry.at.workspace() == node.id));
    nearest.is_some_and(|entry| entry.holds)
}

/// A node as stores keep it.
fn workspace(scene: &Scene, number: usize) -> Workspace {
    let node = &scene.tree.nodes[number];
    Workspace {
        organization: scene.organization.id,
        id: node.id,
        parent: node.parent.map(|above| scene.tree.nodes[above].id),
        kind: None,
        name: Name::parse("Before").unwrap(),
        active: node.active,
        features_off: node.features_off.clone(),
        created_at: scene.now,
        version: 3,
    }
}

/// What somebody may do at a place, in words.
fn access_words(scene: &Scene, person: &Person, place: &Place) -> Words {
    let access = person.access(&scene.organization);
    let may = access.permissions_at(place);
    may.iter().filter_map(|one| scene.model().permission_key(one).map(ToString::to_string)).collect()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r1_a6_a_grant_acts_at_its_workspace_and_below_and_nowhere_else(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        for grant in &person.grants {
            let alone = Access::new(scene.organization.setting(), person.membership.status, std::slice::from_ref(grant));
            for place in scene.places().iter().filter(|place| !place.is_within(grant.workspace)) {
                prop_assert!(alone.permissions_at(place).is_empty());
                prop_assert!(alone.levels_at(place).is_empty() && alone.restrictions_at(place).is_empty());
            }
        }
    }

    #[test]
    fn r1_a6_grants_beside_and_below_a_workspace_change_nothing_at_it(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for place in scene.places() {
            let above = Plain::of(&scene).here(&person.grants, place.workspace()).into_iter().cloned().collect::<Vec<_>>();
            let fewer = Access::new(scene.organization.setting(), person.membership.status, &above);
            prop_assert_eq!(access.permissions_at(&place), fewer.permissions_at(&place));
            prop_assert_eq!(access.masking_at(&place), fewer.masking_at(&place));
            prop_assert_eq!(access.visibility_at(&place), fewer.visibility_at(&place));
        }
    }

    #[test]
    fn r1_where_a_workspace_is_off_only_members_and_workspaces_act(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for place in scene.places().iter().filter(|place| Plain::of(&scene).is_off(place.workspace())) {
            for permission in access.permissions_at(place).iter() {
                let key = scene.model().permission_key(permission).unwrap().as_str().to_owned();
                prop_assert!(key.starts_with("members.") || key.starts_with("workspaces."), "{}", key);
            }
        }
    }

    #[test]
    fn r1_making_a_workspace_gives_its_maker_nothing_new(scene in scenes(), who in picks(), below in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        let mut grown = scene.clone();
        let parent = below.below(scene.tree.nodes.len());
        let node = tenure_domain::strategies::Node {
            id: tenure_domain::strategies::id(99),
            parent: Some(parent),
            active: true,
            features_off: [].into(),
        };
        grown.tree.nodes.push(node);
        let place = grown.places().pop().unwrap();
        let above = scene.tree.place(scene.model(), parent).unwrap();
        prop_assert_eq!(access.permissions_at(&place), access.permissions_at(&above));
    }

    #[test]
    fn r1_a_workspace_is_changed_by_who_may_and_what_acts_there_follows_its_switches(
        scene in scenes(),
        (who, at) in (picks(), picks()),
        active: Option<bool>,
        (names, on) in (any::<bool>(), any::<bool>()),
        switched in picks(),
    ) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        let number = at.below(scene.tree.nodes.len());
        let (node, place) = (&scene.tree.nodes[number], scene.tree.place(scene.model(), number).unwrap());
        let model = scene.model();
        let keys: Vec<_> = model.features().filter_map(|one| model.feature_key(one).cloned()).collect();
        let asked = switched.one(&keys).filter(|_| switched.below(3) == 0).cloned();
        let before = workspace(&scene, number);
        let name = names.then(|| Name::parse("After").unwrap());
        let ask = WorkspaceChange { name, active, features: asked.iter().map(|key| (key.clone(), on)).collect() };
        let rights = Plain::of(&scene).of_person(person, node.id);
        let settles = rights.contains("workspaces.settings") || (!names && asked.is_none() && active.is_some());
        let manages = rights.contains("workspaces.manage") || active.is_none();
        let stays = !(node.parent.is_none() && active == Some(false));
        let above = || place.steps().iter().filter(|step| step.workspace != node.id);
        let to_have = asked.as_ref().is_none_or(|key| {
            let has = scene.organization.setting().features.has(model.feature(key.as_str()).unwrap());
            !on || (has && above().all(|step| !step.features_off.contains(key)))
        });
        let decided = change(&scene.organization, &access, &place, &before, &ask);
        prop_assert_eq!(decided.is_ok(), settles && manages && stays && to_have, "{:?}", decided);
        let Ok(decided) = decided else { return Ok(()) };
        let after = decided.value;
        prop_assert_eq!(decided.events.is_empty(), after == before, "what changed is told, and nothing else");
        prop_assert_eq!(after.active, active.unwrap_or(before.active));
        for key in &keys {
            let off = if asked.as_ref() == Some(key) { !on } else { before.features_off.contains(key) };
            prop_assert_eq!(after.features_off.contains(key), off);
        }
        // It is another tree, and nobody's grants are another for it.
        let mut moved = scene.clone();
        (moved.tree.nodes[number].active, moved.tree.nodes[number].features_off) = (after.active, after.features_off);
        for person in &scene.people {
            for place in moved.places() {
                let told: Words = access_words(&moved, person, &place);
                prop_assert_eq!(told, Plain::of(&moved).of_person(person, place.workspace()));
            }
        }
    }

    #[test]
    fn r1_a_workspace_is_deleted_by_who_manages_workspaces_there_and_only_when_nothing_is_in_it(
        scene in scenes(),
        (who, at) in (picks(), picks()),
        (workspaces, members, contacts) in any::<(bool, bool, bool)>(),
    ) {
        let person = who.one(&scene.people).unwrap();
        let number = at.below(scene.tree.nodes.len());
        let (place, gone) = (scene.tree.place(scene.model(), number).unwrap(), workspace(&scene, number));
        let manages = Plain::of(&scene).of_person(person, gone.id).contains("workspaces.manage");
        let occupancy = Occupancy { workspaces, members, contacts };
        let rule = |occupancy| match delete(&person.access(&scene.organization), &place, &gone, occupancy) {
            Ok(decided) => (decided.events.len() == 1).then_some(""),
            Err(refused) => Some(refused.rule()),
        };
        let is_root = gone.parent.is_none();
        for (occupancy, otherwise) in [(Occupancy::default(), ""), (occupancy, if occupancy.is_empty() { "" } else { "in_use" })] {
            let expected = if !manages { "missing_permission" } else if is_root { "root" } else { otherwise };
            prop_assert_eq!(rule(occupancy), Some(expected));
        }
    }

    #[test]
    fn r1_where_somebody_may_do_something_is_told_by_their_grants_alone(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        // These act in workspaces that are off, too, and need no feature: what the entries are for.
        for permission in [engine::MEMBERS_VIEW, engine::MEMBERS_MANAGE, engine::WORKSPACES_SETTINGS] {
            for place in scene.places() {
                let told = by_entries(&scene, &access, permission, place.workspace());
                prop_assert_eq!(told, access.can(permission, &place), "{}", engine::KEYS[permission.at()]);
            }
            let places: Vec<_> = access.workspaces().map(|at| crate::acts::place(&scene, at)).collect();
            let reaches = access.reaches(permission, &places);
            let anywhere = scene.places().iter().any(|place| access.can(permission, place));
            let everywhere = scene.places().iter().all(|place| access.can(permission, place));
            prop_assert_eq!(reaches.is_anywhere(), anywhere);
            prop_assert_eq!(reaches.is_everywhere(scene.organization.root), everywhere);
        }
    }
}
