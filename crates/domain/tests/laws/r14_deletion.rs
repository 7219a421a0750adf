//! R14: a deletion takes the membership with all its grants and one handover, and its undo brings all of it back.

use proptest::prelude::*;
use tenure_domain::Refusal;
use tenure_domain::access_model::{AssignedFrom, Reach};
use tenure_domain::event::Event;
use tenure_domain::grant::Grant;
use tenure_domain::may_grant::Right;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::revocation::{Act, Fate, Fingerprinted, Handover, Held, Receipt, ReceiptState, RevokeRefused, Revoked};
use tenure_domain::selection::{Named, Part, Selection};
use tenure_domain::strategies::{Person, Pick, Scene, picks};

use crate::acts::{Deleting, held_by, open_scenes, place, places_of, undoing_deletion};
use crate::plain::{Giving, Plain, Words};
use crate::r3_resources::{is_narrowed, reach};

fn handover(scene: &Scene, to: Option<Pick>) -> Handover {
    to.and_then(|pick| pick.one(&scene.people)).map_or(Handover::Unassign, |person| Handover::AssignTo(person.id()))
}

/// The scene without them, as a store would leave it, and the receipt's portfolios as they are then.
fn after(scene: &Scene, target: &Person, revoked: &Revoked) -> (Scene, Vec<Held>) {
    let mut after = scene.clone();
    after.people.retain(|person| person.id() != target.id());
    for portfolio in after.portfolios.iter_mut().filter(|portfolio| revoked.portfolios.contains(&portfolio.id)) {
        (portfolio.holder, portfolio.open) = (revoked.to, false);
    }
    let named = after.portfolios.iter().filter(|portfolio| revoked.portfolios.contains(&portfolio.id)).cloned();
    let named = named.map(|portfolio| Held { place: place(scene, portfolio.workspace), portfolio }).collect();
    (after, named)
}

fn deleted(scene: &Scene, target: &Person) -> Option<Revoked> {
    let deleting = Deleting { scene, actor: &scene.people[0], target, handover: Handover::Unassign };
    deleting.delete(None).ok().map(|decided| decided.value)
}

/// Somebody who can be deleted and come back.
fn comes_back(scene: &Scene, target: &Person) -> Option<(Revoked, Scene, Vec<Held>)> {
    let revoked = deleted(scene, target)?;
    let (now, named) = after(scene, target, &revoked);
    (revoked.receipt.undo_until.is_some()).then_some((revoked, now, named))
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r14_r6_r8_a_deletion_takes_a_managing_right_over_all_of_it_and_leaves_somebody_in_charge(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        to in prop::option::of(picks()),
    ) {
        let plain = Plain::of(&scene);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let deleting = Deleting { scene: &scene, actor, target, handover: handover(&scene, to) };
        let plan = deleting.plan();
        let may = places_of(&scene, &target.grants)
            .iter()
            .all(|place| plain.may_manage(actor, Some(target), place.workspace(), Right::Manage));
        let governed = scene.people.iter().any(|person| person.id() != target.id() && plain.governs(person));
        let blocked = plan.blockers.iter().any(|blocker| blocker.rule() == "headless");
        prop_assert_eq!(blocked, plain.governs(target) && !governed);
        match deleting.delete(Some(plan.fingerprint.clone())) {
            Ok(decided) => {
                let revoked = decided.value;
                prop_assert!(may && plan.blockers.is_empty());
                prop_assert!(actor.id() != target.id(), "R7");
                prop_assert!(governed, "R8");
                prop_assert_eq!((&revoked.receipt.grants, revoked.receipt.act), (&target.grants, Act::Deletion));
                prop_assert_eq!(&revoked.receipt.selections, &target.selections);
                for grant in &target.grants {
                    prop_assert!(place(&scene, grant.workspace).is_within(revoked.receipt.workspace));
                }
                let pending = target.membership.status == Status::Pending;
                let expected = match revoked.receipt.undo_until {
                    _ if pending => Fate::Withdrawn,
                    until => Fate::Deleted { kept_until: until.unwrap_or(scene.now) },
                };
                prop_assert_eq!(revoked.membership, expected);
                let withdrawn = decided.events.iter().any(|event| matches!(event, Event::InvitationWithdrawn { .. }));
                prop_assert_eq!(withdrawn, pending);
            }
            Err(RevokeRefused::Moved { parts, .. }) => prop_assert!(false, "nothing moved: {parts:?}"),
            Err(RevokeRefused::Blocked(blocker)) => prop_assert!(may && plan.blockers.contains(&blocker)),
            Err(refused @ (RevokeRefused::Pending | RevokeRefused::Inactive)) => prop_assert!(false, "{}", refused),
            Err(RevokeRefused::Grant(refused)) => prop_assert!(!may, "{}", refused),
        }
    }

    #[test]
    fn r14_r10_the_plan_says_all_that_is_lost_and_keeps_nothing(
        scene in open_scenes(),
        whom in picks(),
        to in prop::option::of(picks()),
    ) {
        let plain = Plain::of(&scene);
        let target = whom.one(&scene.people).unwrap();
        let deleting = Deleting { scene: &scene, actor: &scene.people[0], target, handover: handover(&scene, to) };
        let plan = deleting.plan();
        prop_assert_eq!(plan.loses.len(), places_of(&scene, &target.grants).len());
        for loss in &plan.loses {
            let words: Words = loss.permissions.iter().map(ToString::to_string).collect();
            prop_assert_eq!(words, plain.of_person(target, loss.workspace));
        }
        prop_assert!(plan.keeps.is_empty());
        let held: Vec<_> = held_by(&scene, target).iter().map(|held| held.portfolio.id).collect();
        prop_assert_eq!(&plan.portfolios, &held, "nobody who is gone holds anything");
        if let Handover::AssignTo(member) = deleting.handover {
            let successor = scene.people.iter().find(|person| person.id() == member).unwrap();
            let able = |workspace| plain.of_person(successor, workspace).contains("contacts.handle");
            let worked = target.grants.iter().map(|grant| grant.workspace);
            let mut worked = worked.filter(|at| plain.by_grants(&target.grants, *at).contains("contacts.handle"));
            let fit = member != target.id()
                && successor.membership.status == Status::Active
                && worked.all(able)
                && held_by(&scene, target).iter().all(|held| able(held.portfolio.workspace));
            let rules: Vec<&str> = plan.blockers.iter().map(Refusal::rule).collect();
            prop_assert_eq!(rules.iter().any(|rule| rule.starts_with("successor")), !fit, "{:?}", rules);
        }
    }

    #[test]
    fn r14_r10_a_plan_moves_with_any_grant_and_with_acceptance(scene in open_scenes(), whom in picks(), which in picks()) {
        let actor = &scene.people[0];
        let plan = |target: &Person| Deleting { scene: &scene, actor, target, handover: Handover::Unassign }.plan().fingerprint;
        let target = whom.one(&scene.people).unwrap();
        let then = plan(target);
        let grant = which.below(target.grants.len());
        let mut edited = target.clone();
        edited.grants[grant].version += 1;
        prop_assert_eq!(then.moved(&plan(&edited)), vec![Fingerprinted::Grant]);
        let mut accepted = target.clone();
        accepted.membership.status = Status::Active;
        let same = target.membership.status == Status::Active;
        prop_assert_eq!(then.moved(&plan(&accepted)).contains(&Fingerprinted::Grant), !same);
        let mut renamed = target.clone();
        renamed.membership.version += 1;
        prop_assert_eq!(then.moved(&plan(&renamed)), vec![]);
    }

    #[test]
    fn r14_r12_undoing_at_once_brings_everybody_back_as_they_were(scene in open_scenes(), whom in picks()) {
        let target = whom.one(&scene.people).unwrap();
        let Some((revoked, mut now, named)) = comes_back(&scene, target) else { return Ok(()) };
        let answer = undoing_deletion(&now, &scene.people[0], &revoked.receipt, &target.membership, &named);
        let Ok(undone) = answer else {
            let rule = answer.unwrap_err().rule();
            // What they had may be more than the founder could give: then it isn't theirs to give back either.
            prop_assert!(["not_manageable", "not_grantable", "feature_off", "not_liftable"].contains(&rule), "{}", rule);
            return Ok(());
        };
        prop_assert_eq!(undone.value.membership.as_ref(), Some(&target.membership));
        prop_assert_eq!(&undone.value.returned, &revoked.portfolios);
        prop_assert!(undone.value.kept_away.is_empty());
        let back = Person {
            membership: target.membership.clone(),
            grants: undone.value.grants.clone(),
            selections: Vec::new(),
            has_password: target.has_password,
        };
        let (before, again) = (target.access(&scene.organization), back.access(&scene.organization));
        for place in scene.places() {
            prop_assert_eq!(again.permissions_at(&place), before.permissions_at(&place));
            prop_assert_eq!(again.restrictions_at(&place), before.restrictions_at(&place));
        }
        for portfolio in now.portfolios.iter_mut().filter(|one| undone.value.returned.contains(&one.id)) {
            portfolio.holder = Some(back.id());
        }
        let ids = |scene: &Scene, of: &Person| held_by(scene, of).iter().map(|held| held.portfolio.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&now, &back), ids(&scene, target));
    }

    #[test]
    fn r14_r12_an_undo_asks_r6_r7_seats_and_whether_they_were_invited_again(
        scene in open_scenes(),
        whom in picks(),
        who in picks(),
        seats in prop::option::of(0..8_u32),
        again: bool,
        state in 0..3_usize,
        late: bool,
    ) {
        let target = whom.one(&scene.people).unwrap();
        let Some((revoked, mut now, named)) = comes_back(&scene, target) else { return Ok(()) };
        let actor = who.one(&scene.people).unwrap();
        let states = [ReceiptState::Standing, ReceiptState::Undone, ReceiptState::Superseded];
        let receipt = Receipt { state: states[state], ..revoked.receipt.clone() };
        now.organization.seats = seats;
        if again {
            let membership = Membership { id: tenure_domain::strategies::id(900), user: None, ..target.membership.clone() };
            now.people.push(Person { membership, grants: Vec::new(), selections: Vec::new(), has_password: false });
        }
        if late {
            now.now = receipt.undo_until.unwrap();
        }
        let plain = Plain::of(&now);
        let taken = now.people.iter().filter(|person| person.membership.status != Status::Inactive).count();
        let full = target.membership.status != Status::Inactive && seats.is_some_and(|seats| taken >= seats as usize);
        let may = |grant: &Grant| {
            let standing = tenure_domain::grant::Offer { restrictions: grant.restrictions.clone(), ..Default::default() };
            let (offer, at) = (grant.as_offer(), grant.workspace);
            plain.may_give(&Giving { actor, target: None, standing: &standing, offer: &offer, at, right: Right::Manage })
        };
        let expected = actor.id() != target.id()
            && receipt.state == ReceiptState::Standing
            && !again
            && !late
            && !full
            && target.grants.iter().all(may)
            && (!target.grants.is_empty() || plain.of_person(actor, now.organization.root).contains("members.manage"));
        let answer = undoing_deletion(&now, actor, &receipt, &target.membership, &named);
        prop_assert_eq!(answer.is_ok(), expected, "{:?}", answer.err());
    }

    #[test]
    fn r14_r12_of_what_they_chose_there_comes_back_what_is_there_still_and_is_theirs_to_give_who_undo(
        scene in open_scenes(),
        whom in picks(),
        who in picks(),
        (gone, dissolved) in (picks(), picks()),
    ) {
        let target = whom.one(&scene.people).unwrap();
        let Some((revoked, mut now, named)) = comes_back(&scene, target) else { return Ok(()) };
        let gone = gone.some(&now.named.resources).into_iter().skip(1).map(|one| one.id).collect::<Vec<_>>();
        now.named.resources.retain(|one| !gone.contains(&one.id));
        let dissolved = dissolved.some(&now.named.groups).into_iter().skip(1).map(|one| one.id).collect::<Vec<_>>();
        now.named.groups.retain(|one| !dissolved.contains(&one.id));
        let actor = who.one(&scene.people).unwrap();
        let answer = undoing_deletion(&now, actor, &revoked.receipt, &target.membership, &named);
        let Ok(undone) = answer else { return Ok(()) };
        let plain = Plain::of(&now);
        let kinds: Vec<_> = undone.value.chosen.iter().map(|again| again.selected.kind.clone()).collect();
        prop_assert_eq!(kinds, target.selections.iter().map(|had| had.kind.clone()).collect::<Vec<_>>());
        let mut told = undone.events.iter().filter_map(|event| match event {
            Event::SelectionChanged { member, kind, before, after } => Some((*member, kind.clone(), before.clone(), after.clone())),
            _ => None,
        });
        for (had, again) in target.selections.iter().zip(&undone.value.chosen) {
            let spec = scene.model().resource_kind(had.kind.as_str()).unwrap();
            let places = places_of(&now, &target.grants);
            let own = actor.selections.iter().find(|one| one.kind == had.kind).map_or(Selection::None, |one| one.selection.clone());
            let reach = reach(&now, actor, &spec.key);
            let assigns = places.iter().all(|at| plain.of_person(actor, at.workspace()).contains(&spec.assign_permission()));
            // Their grants came back by this undo, so it is by one who manages all of them.
            let (by_member, by_resource) =
                (spec.assigned_from != AssignedFrom::Resource, spec.assigned_from != AssignedFrom::Member && assigns);
            let freely = by_resource && !is_narrowed(&now, actor);
            let has_all = reach == Reach::All || (reach == Reach::Choose && own == Selection::All);
            let by_any = by_member || by_resource;
            let gives = |one: &Resource| freely || (by_any && one.is_reached(reach, &own));
            let gives_group = |one: &ResourceGroup| by_any && (reach == Reach::All || (reach != Reach::None && own.has(one.id)));
            let expected = match &had.selection {
                Selection::All if by_any && has_all => Selection::All,
                Selection::Only { resources, groups } => {
                    let Named { resources: there, groups: bundles } = &now.named;
                    let resources = there.iter().filter(|one| resources.contains(&one.id) && gives(one));
                    let groups = bundles.iter().filter(|one| groups.contains(&one.id) && gives_group(one));
                    Selection::only(resources.map(|one| Part::Resource(one.id)).chain(groups.map(|one| Part::Group(one.id))))
                }
                _ => Selection::None,
            };
            prop_assert_eq!(&again.selected.selection, &expected);
            prop_assert_eq!((again.selected.member, again.selected.version), (had.member, had.version));
            let had_many = if had.selection == Selection::All { 1 } else { had.selection.parts().count() };
            prop_assert_eq!(again.returned() + again.left_out, had_many, "nothing is lost from sight");
            if expected != Selection::None {
                prop_assert_eq!(told.next(), Some((target.id(), had.kind.clone(), Selection::None, expected)));
            }
        }
        prop_assert_eq!(told.next(), None);
    }
}
