//! R13: whoever is deactivated acts nowhere and keeps what they have; whoever reactivates them gives it, and so must be able to.

use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AssignedFrom, Reach};
use tenure_domain::event::Event;
use tenure_domain::may_grant::Right;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::revocation::{Act, Fate, Handover, ReactivateRefused, RevokeRefused, lost};
use tenure_domain::selection::{Named, Part, Selection};
use tenure_domain::strategies::{Person, Scene, id, picks};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, PermissionKey};

use crate::acts::{Deactivating, held_by, open_scenes, places_of, reactivating, seats, server_reactivates, switched_on};
use crate::plain::Plain;
use crate::r3_resources::{has, has_group, is_narrowed, reach};
use crate::scenes_enough;

fn as_one(scene: &Scene, person: &Person, status: Status) -> (Scene, Person) {
    let mut scene = scene.clone();
    let now = scene.people.iter_mut().find(|one| one.id() == person.id()).unwrap();
    now.membership.status = status;
    let now = now.clone();
    (scene, now)
}

/// What somebody who manages all of another's grants may choose for them.
struct Choosing<'a> {
    scene: &'a Scene,
    by: &'a Person,
    /// The workspaces of those grants.
    places: &'a [Place],
}

impl Choosing<'_> {
    /// From the member's side, and from the resource's.
    fn sides(&self, kind: &KindKey) -> (bool, bool) {
        let spec = self.scene.model().resource_kind(kind.as_str()).unwrap();
        let (plain, assign) = (Plain::of(self.scene), spec.assign_permission());
        let assigns = self.places.iter().all(|place| plain.of_person(self.by, place.workspace()).contains(&assign));
        (spec.assigned_from != AssignedFrom::Resource, spec.assigned_from != AssignedFrom::Member && assigns)
    }

    fn own(&self, kind: &KindKey) -> (Reach, Selection) {
        let own = self.by.selections.iter().find(|one| one.kind == *kind);
        (reach(self.scene, self.by, kind.as_str()), own.map(|one| one.selection.clone()).unwrap_or_default())
    }

    fn may_give_all(&self, kind: &KindKey) -> bool {
        let ((member, resource), (reach, own)) = (self.sides(kind), self.own(kind));
        (member || resource) && (reach == Reach::All || (reach == Reach::Choose && own == Selection::All))
    }

    fn may_give(&self, kind: &KindKey, part: Part) -> bool {
        let ((member, resource), (reach, own)) = (self.sides(kind), self.own(kind));
        let Named { resources, groups } = &self.scene.named;
        match part {
            Part::Resource(id) => resources.iter().find(|one| one.id == id && one.kind == *kind).is_some_and(|one| {
                let theirs = has(reach, &own, one);
                one.for_everyone || (member && theirs) || (resource && (theirs || !is_narrowed(self.scene, self.by)))
            }),
            Part::Group(id) => {
                let is_there = groups.iter().any(|one| one.id == id && one.kind == *kind);
                is_there && (member || resource) && has_group(reach, &own, id)
            }
        }
    }
}

proptest! {
    #![proptest_config(scenes_enough())]

    #[test]
    fn r13_a_deactivation_stops_all_acting_and_takes_no_grant(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        keeps in any::<bool>(),
    ) {
        let plain = Plain::of(&scene);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let handover = (!keeps).then_some(Handover::Unassign);
        let deactivating = Deactivating { scene: &scene, actor, target, handover };
        let plan = deactivating.plan();
        let may = places_of(&scene, &target.grants)
            .iter()
            .all(|place| plain.may_manage(actor, Some(target), place.workspace(), Right::Manage));
        let governed = scene.people.iter().any(|person| person.id() != target.id() && plain.governs(person));
        match deactivating.deactivate(id(700), Some(plan.fingerprint.clone())) {
            Ok(decided) => {
                let done = decided.value;
                prop_assert!(may && plan.blockers.is_empty());
                prop_assert!(target.membership.status == Status::Active);
                prop_assert!(actor.id() != target.id(), "R7");
                prop_assert!(governed, "R8");
                prop_assert_eq!(done.membership, Fate::Inactive);
                prop_assert_eq!((done.receipt.act, done.receipt.undo_until), (Act::Deactivation, None));
                prop_assert_eq!(&done.receipt.grants, &target.grants);
                let held: Vec<_> = held_by(&scene, target).iter().map(|held| held.portfolio.id).collect();
                prop_assert_eq!(&done.portfolios, if keeps { &plan.portfolios } else { &held });
                prop_assert_eq!(plan.portfolios.len() + plan.kept.len(), held.len());
                let empties = |event: &&Event| matches!(event, Event::SelectionChanged { after: Selection::None, .. });
                let emptied = decided.events.iter().filter(empties);
                prop_assert_eq!(emptied.count(), done.receipt.selections.len());
                for had in &done.receipt.selections {
                    let kind = scene.model().resource_kind(had.kind.as_str()).unwrap();
                    prop_assert!(kind.cleared_on_deactivation && target.selections.contains(had));
                }
                let (after, now) = as_one(&scene, target, Status::Inactive);
                let access = now.access(&after.organization);
                prop_assert!(after.places().iter().all(|place| access.permissions_at(place).is_empty()), "a7");
            }
            Err(RevokeRefused::Moved { parts, .. }) => prop_assert!(false, "nothing moved: {parts:?}"),
            Err(RevokeRefused::Blocked(blocker)) => prop_assert!(may && plan.blockers.contains(&blocker)),
            Err(RevokeRefused::Grant(refused)) => prop_assert!(!may, "{}", refused),
            Err(RevokeRefused::Pending) => prop_assert!(may && target.membership.status == Status::Pending),
            Err(RevokeRefused::Inactive) => prop_assert!(may && target.membership.status == Status::Inactive),
        }
    }

    #[test]
    fn r13_a_reactivation_right_away_gives_back_what_its_maker_may_give_and_nothing_more(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        (by, off) in (picks(), picks()),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let deactivating = Deactivating { scene: &scene, actor, target, handover: None };
        let Ok(deactivated) = deactivating.deactivate(id(700), None) else { return Ok(()) };
        let (mut still, _) = as_one(&scene, target, Status::Inactive);
        // Meanwhile a workspace is switched off, at times.
        let at = off.below(2 * still.tree.nodes.len());
        if let Some(node) = still.tree.nodes.get_mut(at) {
            node.active = false;
        }
        let emptied = deactivated.value.receipt.selections;
        let now = still.people.iter_mut().find(|one| one.id() == target.id()).unwrap();
        for had in now.selections.iter_mut().filter(|one| emptied.iter().any(|had| had.kind == one.kind)) {
            had.selection = Selection::None;
        }
        let now = now.clone();
        let by = by.one(&still.people).unwrap();
        match reactivating(&still, by, &now, &emptied) {
            Ok(decided) => {
                let back = decided.value;
                prop_assert_eq!(&back.membership, &target.membership);
                prop_assert_eq!(&back.access, &Access::new(scene.organization.setting(), Status::Active, &back.grants));
                if !back.loses() {
                    prop_assert_eq!(&back.grants, &target.grants, "R13: right away all is as it was");
                }
                // Whoever took nothing but a while's rights gives nothing but what they have, were all switched on.
                let plain = Plain::of(&switched_on(&still));
                prop_assert_eq!(back.grants.len(), target.grants.len(), "no grant goes");
                for (was, is) in target.grants.iter().zip(&back.grants) {
                    let at = was.workspace;
                    let (manages, has) = (plain.manages(&by.grants, at), plain.of_person(by, at));
                    let binds = plain.restrictions(&by.grants, at);
                    prop_assert_eq!((was.workspace, &was.levels), (is.workspace, &is.levels));
                    prop_assert!(was.levels.iter().all(|level| manages.contains(level.as_str())), "a4");
                    // All that is theirs to give comes back, and nothing else.
                    let theirs = |extra: &&PermissionKey| plain.closed([extra.to_string()]).is_subset(&has);
                    prop_assert!(is.permissions.iter().eq(was.permissions.iter().filter(theirs)), "a4");
                    prop_assert!(was.restrictions.is_subset(&is.restrictions), "R2: nothing is unmasked");
                    let new = is.restrictions.difference(&was.restrictions);
                    prop_assert!(new.into_iter().all(|one| binds.contains(one.as_str())));
                    let offer = is.as_offer();
                    prop_assert!(plain.lifted(&offer, &offer).is_disjoint(&binds), "what binds its maker binds them");
                }
                let access = &back.access;
                let released: Vec<_> = lost(&held_by(&still, &now), access).iter().map(|held| held.portfolio.id).collect();
                prop_assert_eq!(&back.left, &released, "what they can't keep is said");
                // What is offered isn't given, and is nothing but what there was.
                for again in &back.offered {
                    let had = emptied.iter().find(|had| had.kind == again.selected.kind).unwrap();
                    prop_assert!(again.selected.selection.parts().all(|part| had.selection.has(part)));
                }
                // What stood stands, but for what isn't theirs to give, were all switched on.
                let places = places_of(&still, &now.grants);
                let choosing = Choosing { scene: &switched_on(&still), by, places: &places };
                for less in &back.selections {
                    let stood = now.selections.iter().find(|one| one.kind == less.kind).unwrap();
                    prop_assert!(less.selection.parts().all(|part| stood.selection.has(part)));
                    prop_assert!(stood.selection != Selection::All || !choosing.may_give_all(&less.kind), "{} is lost", less.kind);
                    for part in stood.selection.parts().filter(|part| !less.selection.has(*part)) {
                        prop_assert!(!choosing.may_give(&less.kind, part), "{part:?} of {} is lost", less.kind);
                    }
                }
            }
            Err(ReactivateRefused::Grant(_)) => {
                let plain = Plain::of(&still);
                let may = places_of(&still, &now.grants)
                    .iter()
                    .all(|place| plain.may_manage(by, Some(&now), place.workspace(), Right::Manage));
                prop_assert!(!may, "whoever may manage all of it may reactivate");
            }
            Err(ReactivateRefused::SeatsFull) => prop_assert_eq!(seats(&still), Some(0)),
            Err(refused) => prop_assert!(false, "they are inactive, and nothing wants exactly one: {refused}"),
        }
    }

    #[test]
    fn r13_nobody_but_who_is_inactive_is_reactivated(scene in open_scenes(), who in picks(), whom in picks()) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        if reactivating(&scene, actor, target, &[]).is_ok() {
            prop_assert_eq!(target.membership.status, Status::Inactive);
            let seated = Membership { status: Status::Active, ..target.membership.clone() };
            prop_assert_eq!(reactivating(&scene, actor, target, &[]).unwrap().value.membership, seated);
        }
    }

    #[test]
    fn r13_whoever_runs_the_server_wakes_all_that_somebody_held_and_nothing_else(scene in open_scenes(), whom in picks()) {
        let target = whom.one(&scene.people).unwrap();
        let (scene, target) = as_one(&scene, target, Status::Inactive);
        let woken = server_reactivates(&scene, &target);
        if seats(&scene) == Some(0) {
            prop_assert_eq!(woken.map(|_| ()), Err(ReactivateRefused::SeatsFull));
            return Ok(());
        }
        let woken = woken.unwrap().value;
        prop_assert_eq!((woken.membership.status, &woken.grants), (Status::Active, &target.grants));
        prop_assert!(woken.lapsed.is_empty() && woken.selections.is_empty() && woken.offered.is_empty());
        for status in [Status::Active, Status::Pending] {
            let (scene, target) = as_one(&scene, &target, status);
            prop_assert!(server_reactivates(&scene, &target).is_err());
        }
    }
}
