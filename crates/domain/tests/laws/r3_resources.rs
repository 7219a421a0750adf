//! R3 and R6 of resources: what is reached, and that nobody comes to reach by somebody's choice what is not theirs to give.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AssignedFrom, Effect, Reach, ResourceKindSpec};
use tenure_domain::bits::Set;
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::membership::Status;
use tenure_domain::resource::Resource;
use tenure_domain::selection::{SelectFacts, Selection, select};
use tenure_domain::strategies::{Person, Scene, id, picks, scenes};
use tenure_domain::{KindKey, Name, Refusal, ResourceId};

/// Four resources of a kind, one of them for everyone.
fn resources(scene: &Scene, kind: &KindKey) -> Vec<Resource> {
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

fn selections() -> impl Strategy<Value = Selection> {
    let some = proptest::collection::btree_set(1..=4_u64, 0..=3);
    prop_oneof![1 => Just(Selection::All), 4 => some.prop_map(|of| Selection::only(of.into_iter().map(id::<ResourceId>)))]
}

/// The widest that any level says (R3).
pub fn reach(scene: &Scene, person: &Person, kind: &str) -> Option<Reach> {
    let levels = person.grants.iter().flat_map(|grant| &grant.levels);
    levels.map(|key| scene.model().reach(scene.model().level(key.as_str()).unwrap(), kind)).max()
}

/// Whether they see only a part of the contacts somewhere.
pub fn is_narrowed(scene: &Scene, access: &Access, person: &Person) -> bool {
    let keys = person.grants.iter().flat_map(|grant| &grant.restrictions);
    let mut effects = keys.filter_map(|key| access.model().effect(scene.model().restriction(key.as_str())?));
    effects.any(|effect| matches!(effect, Effect::Narrows(_)))
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_nobody_gives_by_a_selection_what_they_do_not_have(
        scene in scenes(),
        who in picks(),
        whom in picks(),
        own in selections(),
        before in selections(),
        asked in selections(),
        from_resource: bool,
    ) {
        let Some(spec) = scene.model().resource_kinds().first() else { return Ok(()) };
        let spec = ResourceKindSpec { assigned_from: AssignedFrom::Both, ..spec.clone() };
        let key = KindKey::parse(&spec.key).unwrap();
        let all = resources(&scene, &key);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let (mine, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let mut places: Vec<_> =
            scene.places().into_iter().filter(|place| target.grant_at(place.workspace()).is_some()).collect();
        if places.is_empty() {
            places.push(scene.places().remove(0));
        }
        let side = if from_resource { Side::Resource } else { Side::Member };
        let unknown = BTreeSet::new();
        let facts = SelectFacts {
            membership: &target.membership,
            access: &theirs,
            places: &places,
            key: &key,
            kind: &spec,
            side,
            granter: Granter::Member { id: actor.id(), access: &mine },
            own: &own,
            before: &before,
            named: &all,
            unknown: &unknown,
        };
        let Ok(decided) = select(&facts, &asked) else { return Ok(()) };
        prop_assert_ne!(actor.id(), target.id(), "R7");
        prop_assert_eq!(&decided.value, &asked);
        prop_assert_eq!(decided.events.is_empty(), asked == before, "what changed is told, and nothing else");
        let assign = scene.model().permission(&spec.assign_permission()).unwrap();
        let manages = places.iter().all(|place| mine.can(tenure_domain::access_model::engine::MEMBERS_MANAGE, place));
        let assigns = places.iter().all(|place| mine.can(assign, place));
        prop_assert!(if from_resource { assigns } else { manages }, "by the right of that side, over all that they hold");
        if !from_resource || is_narrowed(&scene, &mine, actor) {
            let has = |one: &Resource| one.is_reached(mine.reach_into(&spec.key), &own);
            let gained = all.iter().filter(|one| asked.covers(one.id) && !before.covers(one.id) && !one.for_everyone);
            for one in gained {
                prop_assert!(has(one), "given by one who reaches it");
            }
            let whole = mine.reach_into(&spec.key) == Reach::All || own == Selection::All;
            prop_assert!(asked != Selection::All || before == Selection::All || whole, "all by one who has all");
        }
        if target.membership.status == Status::Inactive {
            prop_assert!(all.iter().all(|one| !asked.covers(one.id) || before.covers(one.id)), "nothing new for the inactive");
        }
    }

    #[test]
    fn r3_a_resource_is_reached_as_levels_and_choice_say(scene in scenes(), who in picks(), chosen in selections()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for spec in scene.model().resource_kinds() {
            let key = KindKey::parse(&spec.key).unwrap();
            let widest = reach(&scene, person, &spec.key).unwrap_or(Reach::Choose);
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
