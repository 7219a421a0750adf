//! R3 of resources: what is reached, who knows of what, and who makes, changes and deletes them (R6, R7).

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::access_model::{Reach, VisibilitySpec};
use tenure_domain::bits::Set;
use tenure_domain::event::Event;
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::resource::{Keeper, Known, NewResource, Resource, ResourceChange, change, delete, make};
use tenure_domain::selection::{SelectFacts, Selection, select};
use tenure_domain::strategies::{Person, Scene, id, picks, scenes};
use tenure_domain::{KindKey, Name, Refusal, ResourceId};

use crate::plain::Plain;

/// Four resources of a kind, one of them for everyone.
pub fn resources(scene: &Scene, kind: &KindKey) -> Vec<Resource> {
    let one = |number: u64| Resource {
        organization: scene.organization.id,
        id: id(number),
        kind: kind.clone(),
        name: Name::parse("Some Thing").unwrap(),
        for_everyone: number == 4,
        created_at: scene.now,
        version: 1,
    };
    (1..=4).map(one).collect()
}

pub fn selections() -> impl Strategy<Value = Selection> {
    let some = proptest::collection::btree_set(1..=4_u64, 0..=3);
    prop_oneof![1 => Just(Selection::All), 4 => some.prop_map(|of| Selection::only(of.into_iter().map(id::<ResourceId>)))]
}

/// The widest that any level says (R3); somebody without any level is bound by none.
pub fn reach(scene: &Scene, person: &Person, kind: &str) -> Reach {
    let levels = person.grants.iter().flat_map(|grant| &grant.levels);
    let said = |key: &tenure_domain::LevelKey| {
        let level = scene.spec.levels.iter().find(|level| level.key == key.as_str()).unwrap();
        level.reach.iter().find(|(of, _)| of == kind).map_or(Reach::Choose, |(_, reach)| *reach)
    };
    levels.map(said).max().unwrap_or(Reach::Choose)
}

/// Whether somebody reaches a resource of their own, whatever is for everyone.
pub fn has(reach: Reach, chosen: &Selection, resource: ResourceId) -> bool {
    reach == Reach::All || (reach != Reach::None && chosen.covers(resource))
}

/// Whether any restriction narrows somebody's contacts.
pub fn is_narrowed(scene: &Scene, person: &Person) -> bool {
    let plain = Plain::of(scene);
    let mut keys = person.grants.iter().flat_map(|grant| &grant.restrictions);
    keys.any(|key| plain.restriction(key.as_str()).visibility.is_some())
}

/// R6: whether somebody may make a resource everybody's, which they reach or don't.
fn may_share(scene: &Scene, person: &Person, kind: &KindKey, has: bool) -> bool {
    let spec = scene.spec.resource_kinds.iter().find(|one| one.key == kind.as_str()).unwrap();
    let shared = VisibilitySpec::Shared(kind.to_string());
    let opens_contacts = scene.spec.restrictions.iter().any(|one| one.visibility.as_ref() == Some(&shared));
    spec.everyone_allowed && has && !(opens_contacts && is_narrowed(scene, person))
}

/// Whether somebody manages resources: they are the whole organization's.
fn keeps(scene: &Scene, person: &Person) -> bool {
    Plain::of(scene).of_person(person, scene.organization.root).contains("resources.manage")
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r3_a_resource_is_reached_as_levels_and_choice_say(scene in scenes(), who in picks(), chosen in selections()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for spec in scene.model().resource_kinds() {
            let key = KindKey::parse(&spec.key).unwrap();
            let widest = reach(&scene, person, &spec.key);
            prop_assert_eq!(access.reach_into(&spec.key), widest);
            for one in resources(&scene, &key) {
                let by_choice = widest != Reach::None && chosen.covers(one.id);
                let expected = one.for_everyone || widest == Reach::All || by_choice;
                prop_assert_eq!(one.is_reached(widest, &chosen), expected);
            }
            let levels: Set<_> = scene.model().levels().collect();
            let told = scene.model().level_reach(&key);
            for level in levels.iter() {
                let name = scene.model().level_key(level).unwrap();
                prop_assert_eq!(told.all.contains(name), scene.model().reach(level, &spec.key) == Reach::All);
                prop_assert_eq!(told.none.contains(name), scene.model().reach(level, &spec.key) == Reach::None);
            }
        }
    }

    #[test]
    fn r3_what_somebody_reaches_keeps_or_assigns_they_know_of_and_nothing_else(
        scene in scenes(),
        who in picks(),
        chosen in selections(),
    ) {
        let plain = Plain::of(&scene);
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        let root = scene.places().remove(0);
        let mut places = scene.places();
        places.retain(|place| person.grant_at(place.workspace()).is_some());
        let known = Known::of(&access, &root, &places);
        for spec in scene.model().resource_kinds() {
            let key = KindKey::parse(&spec.key).unwrap();
            let assign = format!("{}.assign", spec.key);
            let assigns = person.grants.iter().any(|grant| plain.of_person(person, grant.workspace).contains(&assign));
            let reach = reach(&scene, person, &spec.key);
            for one in resources(&scene, &key) {
                let expected = one.for_everyone || has(reach, &chosen, one.id) || keeps(&scene, person) || assigns;
                prop_assert_eq!(known.has(&one, &chosen), expected);
            }
        }
    }

    #[test]
    fn r6_a_resource_is_made_and_becomes_everybodys_by_who_may_share_it(
        scene in scenes(),
        who in picks(),
        own in selections(),
        which in picks(),
        asked: Option<bool>,
        renames: bool,
    ) {
        let actor = who.one(&scene.people).unwrap();
        let access = actor.access(&scene.organization);
        let root = scene.places().remove(0);
        let by = Keeper { granter: Granter::Member { id: actor.id(), access: &access }, root: &root, own: &own };
        for spec in scene.model().resource_kinds() {
            let kind = KindKey::parse(&spec.key).unwrap();
            let reach = reach(&scene, actor, &spec.key);
            let may = |has: bool| may_share(&scene, actor, &kind, has);
            let for_everyone = asked.unwrap_or_default();
            let new = NewResource { id: id(9), kind: kind.clone(), name: Name::parse("New").unwrap(), for_everyone };
            let made = make(&scene.organization, by, new, scene.now);
            let expected = keeps(&scene, actor) && (!for_everyone || may(has(reach, &own, id(9))));
            prop_assert_eq!(made.is_ok(), expected, "{:?}", made);
            if let Ok(made) = made {
                prop_assert_eq!((made.value.for_everyone, made.value.version, made.events.len()), (for_everyone, 1, 1));
            }
            let before = which.one(&resources(&scene, &kind)).unwrap().clone();
            let ask = ResourceChange { name: renames.then(|| Name::parse("Another").unwrap()), for_everyone: asked };
            let changed = change(&scene.organization, by, &before, &ask);
            let widens = asked == Some(true) && !before.for_everyone;
            let expected = keeps(&scene, actor) && (!widens || may(has(reach, &own, before.id)));
            prop_assert_eq!(changed.is_ok(), expected, "{:?}", changed);
            if let Ok(changed) = changed {
                let same = !renames && asked.is_none_or(|asked| asked == before.for_everyone);
                prop_assert_eq!(changed.events.is_empty(), same, "what changed is told, and nothing else");
                prop_assert_eq!(changed.value.for_everyone, asked.unwrap_or(before.for_everyone));
            }
        }
    }

    #[test]
    fn r3_what_nobody_needs_is_deleted_by_who_may(
        scene in scenes(),
        who in picks(),
        is_needed: bool,
        many in prop_oneof![0..=3_u64, 999..=1_001_u64],
    ) {
        let actor = who.one(&scene.people).unwrap();
        let access = actor.access(&scene.organization);
        let root = scene.places().remove(0);
        let by = Keeper { granter: Granter::Member { id: actor.id(), access: &access }, root: &root, own: &Selection::None };
        let needed = if is_needed { vec![id(1)] } else { Vec::new() };
        for spec in &scene.spec.resource_kinds {
            let one = resources(&scene, &KindKey::parse(&spec.key).unwrap()).remove(0);
            let has = Plain::of(&scene).of_person(actor, scene.organization.root);
            let may = keeps(&scene, actor) && spec.delete.as_ref().is_none_or(|needs| has.contains(needs));
            let had: Vec<_> = (1..=many).map(id).collect();
            match delete(&scene.organization, by, &one, &needed, &had) {
                Ok(decided) => {
                    prop_assert!(may && !is_needed);
                    let [Event::ResourceDeleted { resource, members, more, .. }] = &decided.events[..] else {
                        panic!("that it is gone is told: {:?}", decided.events)
                    };
                    prop_assert_eq!(*resource, one.id);
                    prop_assert_eq!((&members[..], *more), (&had[..had.len().min(1_000)], many > 1_000), "and who had it");
                }
                Err(refused) => {
                    prop_assert!(!may || is_needed);
                    prop_assert_eq!(refused.who(), if may { &needed[..] } else { &[] }, "who may not isn't told whom");
                }
            }
        }
    }

    #[test]
    fn r7_nobody_chooses_for_themselves(scene in scenes(), who in picks(), asked in selections(), from_resource: bool) {
        let Some(spec) = scene.model().resource_kinds().first() else { return Ok(()) };
        let key = KindKey::parse(&spec.key).unwrap();
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        let (places, all, unknown) = (scene.places(), resources(&scene, &key), BTreeSet::new());
        let facts = SelectFacts {
            membership: &person.membership,
            access: &access,
            places: &places,
            key: &key,
            kind: spec,
            side: if from_resource { Side::Resource } else { Side::Member },
            granter: Granter::Member { id: person.id(), access: &access },
            own: &Selection::All,
            before: &Selection::None,
            named: &all,
            unknown: &unknown,
        };
        prop_assert_eq!(select(&facts, &asked).unwrap_err().rule(), "not_oneself");
    }
}
