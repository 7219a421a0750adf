//! What is chosen of resources in a history, and whose it must have been to give (R3, R6).

use std::collections::BTreeSet;

use tenure_domain::access_model::{AssignedFrom, Reach, ResourceKindSpec};
use tenure_domain::event::Event;
use tenure_domain::grant::Giver;
use tenure_domain::invitation::PendingChoice;
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::membership::Status;
use tenure_domain::resource::{Known, Resource};
use tenure_domain::selection::{Choosing, Part, SelectFacts, Selected, Selection, assign, select};
use tenure_domain::strategies::{Person, Pick, Scene};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, MemberId, ResourceId};

use crate::acts::{place, places_of, switched_on};
use crate::house::{Done, House};
use crate::plain::Plain;

/// What somebody chooses: all, one more or this one alone from the member's side, or one from the resource's.
#[derive(Clone, Copy, Debug)]
pub enum How {
    All,
    More,
    Alone,
    Bundle,
    Give,
    Take,
}

/// What stands for somebody, as whoever acts comes upon it.
pub struct Standing {
    places: Vec<Place>,
    unknown: BTreeSet<Part>,
}

impl Standing {
    pub fn of(scene: &Scene, actor: &Person, whose: Option<&Person>) -> Self {
        let (access, root) = (actor.access(&scene.organization), place(scene, scene.organization.root));
        let known = Known::of(&access, &root, &places_of(scene, &actor.grants));
        let named = &scene.named;
        let unseen = named.resources.iter().filter(|one| !known.has(one, &chosen(actor, &one.kind))).map(|one| Part::from(one.id));
        let groups = named.groups.iter().filter(|one| !known.has_group(one, &chosen(actor, &one.kind)));
        let stands = |part: &Part| {
            whose.is_some_and(|whose| whose.selections.iter().any(|one| one.selection.parts().any(|its| its == *part)))
        };
        let unknown = unseen.chain(groups.map(|one| Part::from(one.id))).filter(stands).collect();
        Self { unknown, places: whose.map(|whose| held_at(scene, whose)).unwrap_or_default() }
    }

    pub fn choosing<'a>(&'a self, scene: &'a Scene, actor: &'a Person, whose: Option<&'a Person>) -> Choosing<'a> {
        let standing = whose.map_or(&[][..], |whose| &whose.selections);
        let (own, named, unknown, places) = (&actor.selections[..], &scene.named, &self.unknown, &self.places[..]);
        Choosing { standing, own, named, unknown, places, ..Choosing::NOTHING }
    }
}

/// The workspaces of somebody's grants.
pub fn held_at(scene: &Scene, person: &Person) -> Vec<Place> {
    person.grants.iter().map(|grant| place(scene, grant.workspace)).collect()
}

fn chosen(person: &Person, kind: &KindKey) -> Selection {
    person.selections.iter().find(|one| one.kind == *kind).map(|one| one.selection.clone()).unwrap_or_default()
}

/// What was chosen for somebody pending, with whoever chose it as they are now.
pub fn choices_of<T>(scene: &Scene, person: &Person, with: impl FnOnce(Vec<PendingChoice<'_>>) -> T) -> T {
    let chooser = |one: &Selected| scene.people.iter().find(|person| Some(Giver::Member(person.id())) == one.chosen_by);
    let loaded: Vec<_> = person
        .selections
        .iter()
        .map(|one| {
            let by = chooser(one).map(|by| (by.id(), by.access(&scene.organization), chosen(by, &one.kind)));
            (one, by)
        })
        .collect();
    let pending = loaded.iter().map(|(selected, by)| PendingChoice {
        selected,
        named: &scene.named,
        granter: by.as_ref().map_or(Granter::Nobody, |(id, access, _)| Granter::Member { id: *id, access }),
        own: by.as_ref().map_or(&Selection::None, |(_, _, own)| own),
    });
    with(pending.collect())
}

impl House {
    /// Puts what was decided in the place of what stood.
    pub fn choose(&mut self, member: MemberId, decided: Vec<Selected>) {
        let selections = &mut self.scene.people.iter_mut().find(|one| one.id() == member).unwrap().selections;
        selections.retain(|one| !decided.iter().any(|new| new.kind == one.kind));
        selections.extend(decided);
    }

    pub fn select(&mut self, [by, whom]: [Pick; 2], which: Pick, how: How) -> Option<Done> {
        let actor = self.actor(by);
        let target = self.leaver(whom, actor.id())?.clone();
        let resource = which.one(&self.scene.named.resources)?.clone();
        let key = resource.kind.clone();
        let kind = self.scene.model().resource_kind(key.as_str())?.clone();
        let before = chosen(&target, &key);
        let standing = Standing::of(&self.scene, &actor, Some(&target));
        let own = actor.access(&self.scene.organization);
        let facts = SelectFacts {
            membership: &target.membership,
            access: &target.access(&self.scene.organization),
            places: &places_of(&self.scene, &target.grants),
            key: &key,
            kind: &kind,
            side: if matches!(how, How::Give | How::Take) { Side::Resource } else { Side::Member },
            granter: Granter::Member { id: actor.id(), access: &own },
            own: &chosen(&actor, &key),
            before: &before,
            named: &self.scene.named,
            unknown: &standing.unknown,
        };
        let decided = match how {
            How::All => select(&facts, &Selection::All),
            How::More => select(&facts, &before.with(resource.id)),
            How::Alone => select(&facts, &Selection::only([resource.id])),
            How::Bundle => {
                let groups: Vec<_> = self.scene.named.groups.iter().filter(|one| one.kind == key).collect();
                select(&facts, &before.with(which.one(&groups)?.id))
            }
            How::Give => assign(&facts, &resource, true),
            How::Take => assign(&facts, &resource, false),
        };
        let decided = decided.ok()?;
        if !decided.events.is_empty() {
            let stood = target.selections.iter().find(|one| one.kind == key).cloned();
            let stood = stood.unwrap_or_else(|| Selected::nothing(target.id(), key));
            self.choose(target.id(), vec![stood.chosen(decided.value, Giver::Member(actor.id()))]);
        }
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }
}

/// How far somebody's levels let them reach; nobody acts who isn't active or has no grant.
fn reach(scene: &Scene, person: &Person, kind: &str) -> Reach {
    let levels = person.grants.iter().flat_map(|grant| &grant.levels);
    let said = |key: &tenure_domain::LevelKey| {
        let level = scene.spec.levels.iter().find(|level| level.key == key.as_str()).unwrap();
        level.reach.iter().find(|(of, _)| of == kind).map_or(Reach::Choose, |(_, reach)| *reach)
    };
    if person.membership.status == Status::Active { levels.map(said).max().unwrap_or(Reach::None) } else { Reach::None }
}

fn reached(scene: &Scene, person: &Person, kind: &KindKey) -> BTreeSet<ResourceId> {
    let (reach, chosen) = (reach(scene, person, kind.as_str()), chosen(person, kind));
    let has = |one: &&Resource| reach == Reach::All || (reach != Reach::None && chosen.covers(one));
    let closed = scene.named.resources.iter().filter(|one| one.kind == *kind && !one.for_everyone);
    closed.filter(has).map(|one| one.id).collect()
}

/// Whether somebody reaches it themselves, or assigns its kind wherever it counts and sees all contacts.
fn is_theirs(scene: &Scene, giver: &Person, kind: &ResourceKindSpec, one: ResourceId, places: &[Place]) -> bool {
    let plain = Plain::of(scene);
    let narrows = |key: &tenure_domain::RestrictionKey| plain.restriction(key.as_str()).visibility.is_some();
    let narrowed = giver.grants.iter().flat_map(|grant| &grant.restrictions).any(narrows);
    let assign = kind.assign_permission();
    let assigns = kind.assigned_from != AssignedFrom::Member
        && !narrowed
        && places.iter().all(|place| plain.of_person(giver, place.workspace()).contains(&assign));
    assigns || reached(scene, giver, &kind.kind_key().unwrap()).contains(&one)
}

/// a4: whatever anybody reaches by choice that they didn't reach before was the giver's, with the rights that they had before the
/// step; of an offer that is accepted, theirs who chose it.
pub fn is_the_givers(before: &Scene, house: &House, done: &Done) {
    // What is switched off for a while costs whoever is reactivated nothing (R13).
    let on = done.events.iter().any(|event| matches!(event, Event::MemberReactivated { .. })).then(|| switched_on(before));
    let before = on.as_ref().unwrap_or(before);
    let find = |member: MemberId| before.people.iter().find(|one| one.id() == member);
    for person in &house.scene.people {
        let was = find(person.id());
        for kind in before.model().resource_kinds() {
            let key = kind.kind_key().unwrap();
            if reach(&house.scene, person, &kind.key) == Reach::All {
                continue;
            }
            let had = was.map(|was| reached(before, was, &key)).unwrap_or_default();
            let newly: Vec<ResourceId> = reached(&house.scene, person, &key).difference(&had).copied().collect();
            if newly.is_empty() {
                continue;
            }
            let chosen_by = was.and_then(|was| was.selections.iter().find(|one| one.kind == key)).and_then(|one| one.chosen_by);
            let giver = match (done.actor, chosen_by) {
                (Some(actor), _) => actor,
                (None, Some(Giver::Member(chooser))) => chooser,
                (None, other) => panic!("a4: {newly:?} of {key} by {other:?}"),
            };
            let offered = person.grants.iter().filter(|grant| done.actor.is_none() && grant.given_by == Giver::Member(giver));
            let offered: Vec<_> = offered.cloned().collect();
            let places = places_of(before, if offered.is_empty() { &person.grants } else { &offered });
            let giver = find(giver).expect("what nobody gives goes");
            assert!(newly.iter().all(|one| is_theirs(before, giver, kind, *one, &places)), "a4: {newly:?} of {key}");
        }
    }
    assert!(!done.events.iter().any(|event| matches!(event, Event::ResourceChanged { .. })), "no step makes this");
}
