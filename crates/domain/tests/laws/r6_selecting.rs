//! R6 of selections: held against the sentences of the rule, both ways, so nobody comes to reach by somebody's choice what is not
//! theirs to give, and whoever may choose can.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::KindKey;
use tenure_domain::access_model::{AssignedFrom, Reach, ResourceKindSpec};
use tenure_domain::may_grant::{Granter, Right, Side};
use tenure_domain::membership::Status;
use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::selection::{Named, Part, SelectFacts, Selection, select};
use tenure_domain::strategies::{Person, Scene, id, picks, scenes};
use tenure_domain::workspace::Place;

use crate::plain::Plain;
use crate::r3_resources::{groups, has, has_group, is_narrowed, parts, reach, resources, selections};

/// What is asked for may name what is of another kind (a resource 5, a group 3), and what isn't there (6, 4).
fn asks() -> impl Strategy<Value = Selection> {
    let named = prop_oneof![12 => 1..=4_u64, 1 => 5..=6_u64];
    let bundled = prop_oneof![12 => 1..=2_u64, 1 => 3..=4_u64];
    prop_oneof![1 => Just(Selection::All), 4 => parts(named, bundled)]
}

/// Who chooses what for whom, from which side.
struct Choice<'a> {
    scene: &'a Scene,
    actor: &'a Person,
    target: &'a Person,
    places: &'a [Place],
    kind: &'a ResourceKindSpec,
    side: Side,
    own: &'a Selection,
    before: &'a Selection,
    after: &'a Selection,
    /// Those of the kind that the actor may know of.
    there: &'a Named,
    /// Those that stand and aren't theirs to know of.
    unknown: &'a BTreeSet<Part>,
}

impl Choice<'_> {
    /// What was added; to an offer that waits, whoever adds gives all of it.
    fn gained(&self) -> Vec<Part> {
        let gained: Vec<Part> = self.after.parts().filter(|one| !self.before.has(*one)).collect();
        if gained.is_empty() || self.target.membership.status != Status::Pending { gained } else { self.after.parts().collect() }
    }

    /// Nobody gives what they don't so much as know of.
    fn knows_what_is_given(&self) -> bool {
        self.target.membership.status != Status::Pending || self.gained().iter().all(|one| !self.unknown.contains(one))
    }

    fn gains_all(&self) -> bool {
        *self.after == Selection::All && *self.before != Selection::All
    }

    /// By the right of that side, over all that they hold.
    fn is_entitled(&self) -> bool {
        let plain = Plain::of(self.scene);
        let assign = self.kind.assign_permission();
        let entitled = |place: &Place| match self.side {
            Side::Member => plain.may_manage(self.actor, Some(self.target), place.workspace(), Right::Manage),
            Side::Invitation => plain.may_manage(self.actor, Some(self.target), place.workspace(), Right::Invite),
            Side::Resource => plain.of_person(self.actor, place.workspace()).contains(&assign),
        };
        self.actor.id() != self.target.id() && self.places.iter().all(entitled)
    }

    /// What is given is the giver's own, but for what somebody who sees all contacts assigns one by one from the resource's side.
    fn is_theirs(&self) -> bool {
        let reach = reach(self.scene, self.actor, &self.kind.key);
        let has_all = reach == Reach::All || (reach == Reach::Choose && *self.own == Selection::All);
        let gained = self.gained();
        let Named { resources, groups } = self.there;
        let mut given = resources.iter().filter(|one| gained.contains(&one.id.into()) && !one.for_everyone);
        let mut given_groups = groups.iter().filter(|one| gained.contains(&one.id.into()));
        let is_free = self.side == Side::Resource && !is_narrowed(self.scene, self.actor);
        let groups_are_theirs = given_groups.all(|one| has_group(reach, self.own, one.id));
        (!self.gains_all() || has_all) && (is_free || given.all(|one| has(reach, self.own, one))) && groups_are_theirs
    }

    fn is_of_that_side(&self) -> bool {
        matches!(
            (self.side, self.kind.assigned_from),
            (_, AssignedFrom::Both)
                | (Side::Member | Side::Invitation, AssignedFrom::Member)
                | (Side::Resource, AssignedFrom::Resource)
        )
    }

    /// Whatever is named and doesn't stand is there, and of this kind; also where all of it stood.
    fn is_there(&self) -> bool {
        let stands = |one: Part| self.before.parts().any(|standing| standing == one);
        self.after.parts().all(|one| stands(one) || self.there.parts().any(|there| there == one))
    }

    /// What the target's levels say of the kind.
    fn fits(&self) -> bool {
        match reach(self.scene, self.target, &self.kind.key) {
            Reach::All => false,
            Reach::None => *self.after == Selection::None,
            Reach::ExactlyOne => {
                *self.after != Selection::All && (self.after.resources().count(), self.after.groups().count()) == (1, 0)
            }
            Reach::Choose => true,
        }
    }

    fn is_right(&self) -> bool {
        let is_new = self.gains_all() || !self.gained().is_empty();
        let allowed = self.fits() && !(self.target.membership.status == Status::Inactive && is_new);
        let same = self.after == self.before;
        self.is_entitled()
            && self.knows_what_is_given()
            && self.is_theirs()
            && self.is_of_that_side()
            && self.is_there()
            && (same || allowed)
    }
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_somebody_chooses_for_others_what_is_theirs_to_give_and_nothing_else(
        scene in scenes(),
        (who, whom, hidden) in (picks(), picks(), picks()),
        (own, before, asked) in (selections(), selections(), asks()),
        side in prop_oneof![Just(Side::Member), Just(Side::Invitation), Just(Side::Resource)],
        from in prop_oneof![1 => Just(AssignedFrom::Member), 1 => Just(AssignedFrom::Resource), 3 => Just(AssignedFrom::Both)],
    ) {
        let Some(spec) = scene.model().resource_kinds().first() else { return Ok(()) };
        let spec = ResourceKindSpec { assigned_from: from, ..spec.clone() };
        let key = KindKey::parse(&spec.key).unwrap();
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let (mine, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let mut places = scene.places();
        places.retain(|place| target.grant_at(place.workspace()).is_some());
        if places.is_empty() {
            places.push(scene.places().remove(0));
        }
        // One of those that stand is none of the actor's business, at times.
        let standing: Vec<Part> = before.parts().collect();
        let unknown: BTreeSet<Part> = hidden.one(&standing).copied().filter(|_| hidden.below(3) == 0).into_iter().collect();
        let all = Named { resources: resources(&scene, &key), groups: groups(&scene, &key) };
        let kind = KindKey::parse("another").unwrap();
        let other = Resource { id: id(5), kind: kind.clone(), ..all.resources[0].clone() };
        let other_group = ResourceGroup { id: id(3), kind, ..all.groups[0].clone() };
        let there = all.without(&unknown);
        let mut named = there.clone();
        named.resources.push(other);
        named.groups.push(other_group);
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
            named: &named,
            unknown: &unknown,
        };
        let after = match &asked {
            Selection::All => Selection::All,
            some => Selection::only(some.parts().chain(unknown.iter().copied())),
        };
        let (scene, places, kind, own, before, after, there) = (&scene, &places[..], &spec, &own, &before, &after, &there);
        let choice = Choice { scene, actor, target, places, kind, side, own, before, after, there, unknown: &unknown };
        let decided = select(&facts, &asked);
        prop_assert_eq!(decided.is_ok(), choice.is_right(), "{:?} in place of {:?}: {:?}", after, before, decided);
        if let Ok(decided) = decided {
            prop_assert_eq!(&decided.value, after);
            prop_assert_eq!(decided.events.is_empty(), after == before, "what changed is told, and nothing else");
        }
    }
}
