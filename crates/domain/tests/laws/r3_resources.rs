//! R3 of resources: what is reached, who knows of what, and who makes, changes and deletes them (R6, R7).

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::access_model::{Reach, VisibilitySpec};
use tenure_domain::bits::Set;
use tenure_domain::event::Event;
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::resource::{Filled, Keeper, Known, NewResource, Resource, ResourceChange, ResourceGroup, change, delete, make};
use tenure_domain::selection::{Named, Part, SelectFacts, Selection, select};
use tenure_domain::strategies::{Person, Scene, id, picks, scenes};
use tenure_domain::{KindKey, Name, Refusal, ResourceGroupId};

use crate::plain::Plain;

/// Four resources of a kind, one of them for everyone. The first is in the first of two groups, the second in both.
pub fn resources(scene: &Scene, kind: &KindKey) -> Vec<Resource> {
    let one = |number: u64| Resource {
        organization: scene.organization.id,
        id: id(number),
        kind: kind.clone(),
        name: Name::parse("Some Thing").unwrap(),
        for_everyone: number == 4,
        groups: (1..=2).filter(|group| number <= 2 && *group <= number).map(id::<ResourceGroupId>).collect(),
        created_at: scene.now,
        version: 1,
    };
    (1..=4).map(one).collect()
}

/// The groups with how many of these are in each.
pub fn filled(groups: &[ResourceGroup], resources: &[Resource]) -> Vec<Filled> {
    let one = |group: &ResourceGroup| {
        let within = resources.iter().filter(|one| one.groups.contains(&group.id)).count();
        Filled { group: group.clone(), resources: within }
    };
    groups.iter().map(one).collect()
}

/// Two groups of it.
pub fn groups(scene: &Scene, kind: &KindKey) -> Vec<ResourceGroup> {
    let one = |number: u64| ResourceGroup {
        organization: scene.organization.id,
        id: id(number),
        kind: kind.clone(),
        name: Name::parse("Some Things").unwrap(),
        created_at: scene.now,
        version: 1,
    };
    (1..=2).map(one).collect()
}

/// Up to three of these resources, and up to two of these groups.
pub fn parts(resources: impl Strategy<Value = u64>, groups: impl Strategy<Value = u64>) -> impl Strategy<Value = Selection> {
    let resources = proptest::collection::btree_set(resources, 0..=3);
    let groups = prop_oneof![1 => Just(BTreeSet::new()), 1 => proptest::collection::btree_set(groups, 0..=2)];
    (resources, groups).prop_map(|(resources, groups)| {
        let groups = groups.into_iter().map(|one| Part::Group(id(one)));
        Selection::only(resources.into_iter().map(|one| Part::Resource(id(one))).chain(groups))
    })
}

pub fn selections() -> impl Strategy<Value = Selection> {
    prop_oneof![1 => Just(Selection::All), 4 => parts(1..=4_u64, 1..=2_u64)]
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
pub fn has(reach: Reach, chosen: &Selection, resource: &Resource) -> bool {
    let covers = chosen.has(resource.id) || resource.groups.iter().any(|group| chosen.has(*group));
    reach == Reach::All || (reach != Reach::None && covers)
}

/// The same of a group as such.
pub fn has_group(reach: Reach, chosen: &Selection, group: ResourceGroupId) -> bool {
    reach == Reach::All || (reach != Reach::None && chosen.has(group))
}

/// Whether any restriction narrows somebody's contacts.
pub fn is_narrowed(scene: &Scene, person: &Person) -> bool {
    let plain = Plain::of(scene);
    let mut keys = person.grants.iter().flat_map(|grant| &grant.restrictions);
    keys.any(|key| plain.restriction(key.as_str()).visibility.is_some())
}

/// R6: whether somebody may make a resource everybody's, or put it into a group, which they reach or don't.
fn may_share(scene: &Scene, person: &Person, kind: &KindKey, has: bool) -> bool {
    let shared = VisibilitySpec::Shared(kind.to_string());
    let opens_contacts = scene.spec.restrictions.iter().any(|one| one.visibility.as_ref() == Some(&shared));
    has && !(opens_contacts && is_narrowed(scene, person))
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
                let by_choice = widest != Reach::None && chosen.covers(&one);
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
                let expected = one.for_everyone || has(reach, &chosen, &one) || keeps(&scene, person) || assigns;
                prop_assert_eq!(known.has(&one, &chosen), expected);
            }
            for one in groups(&scene, &key) {
                let expected = has_group(reach, &chosen, one.id) || keeps(&scene, person) || assigns;
                prop_assert_eq!(known.has_group(&one, &chosen), expected);
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
        bundled in proptest::option::of(proptest::collection::btree_set(1..=2_u64, 0..=2)),
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
            let bundled: Option<BTreeSet<ResourceGroupId>> = bundled.clone().map(|of| of.into_iter().map(id).collect());
            let into = bundled.clone().unwrap_or_default();
            let all = resources(&scene, &kind);
            let there = filled(&groups(&scene, &kind), &all);
            let alone = Resource { id: id(9), groups: BTreeSet::new(), ..all[0].clone() };
            let new = NewResource { id: id(9), kind: kind.clone(), name: alone.name.clone(), for_everyone, groups: into.clone() };
            let made = make(&scene.organization, by, new, &there, scene.now);
            let widens = for_everyone || !into.is_empty();
            let grouped = into.is_empty() || spec.grouped;
            let expected = keeps(&scene, actor) && grouped && (!widens || may(has(reach, &own, &alone)));
            let expected = expected && (!for_everyone || spec.everyone_allowed);
            prop_assert_eq!(made.is_ok(), expected, "{:?}", made);
            if let Ok(made) = made {
                prop_assert_eq!((made.value.for_everyone, made.value.version, made.events.len()), (for_everyone, 1, 1));
            }
            let before = which.one(&all).unwrap().clone();
            let name = renames.then(|| Name::parse("Another").unwrap());
            let ask = ResourceChange { name, for_everyone: asked, groups: bundled.clone() };
            let changed = change(&scene.organization, by, &before, &ask, &there);
            let shares = asked == Some(true) && !before.for_everyone;
            let bundles = bundled.as_ref().is_some_and(|into| !into.is_subset(&before.groups));
            let expected = keeps(&scene, actor)
                && (!bundles || spec.grouped)
                && (!shares || spec.everyone_allowed)
                && (!(shares || bundles) || may(has(reach, &own, &before)));
            prop_assert_eq!(changed.is_ok(), expected, "{:?}", changed);
            if let Ok(changed) = changed {
                let same = !renames
                    && asked.is_none_or(|asked| asked == before.for_everyone)
                    && bundled.is_none_or(|into| into == before.groups);
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
        let all = Named { resources: resources(&scene, &key), groups: groups(&scene, &key) };
        let (places, unknown) = (scene.places(), BTreeSet::new());
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
