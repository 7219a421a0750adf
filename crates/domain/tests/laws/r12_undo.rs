//! R12: an undo puts back what the revocation took, as far as the rules still allow it.

use std::time::Duration;

use proptest::prelude::*;
use tenure_domain::Refusal;
use tenure_domain::grant::Offer;
use tenure_domain::may_grant::Right;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Handover, Held, Receipt, ReceiptState, Revoked};
use tenure_domain::strategies::{Person, Scene, picks, raw_offers, statuses};

use crate::acts::{Revoking, held_by, open_scenes, place, undoing};
use crate::plain::{Giving, Plain};

/// The scene after the founder revoked this grant, and the receipt's portfolios as they are then.
fn after(scene: &Scene, target: &Person, revoked: &Revoked) -> (Scene, Vec<Held>) {
    let mut after = scene.clone();
    let leaver = after.people.iter_mut().find(|person| person.id() == target.id()).unwrap();
    leaver.grants.retain(|grant| grant.workspace != revoked.receipt.workspace);
    for portfolio in after.portfolios.iter_mut().filter(|portfolio| revoked.portfolios.contains(&portfolio.id)) {
        (portfolio.holder, portfolio.open) = (revoked.to, false);
    }
    let named = after.portfolios.iter().filter(|portfolio| revoked.portfolios.contains(&portfolio.id)).cloned();
    let named = named.map(|portfolio| Held { place: place(scene, portfolio.workspace), portfolio }).collect();
    (after, named)
}

fn revoked(scene: &Scene, target: &Person, grant: &tenure_domain::grant::Grant) -> Option<Revoked> {
    let handover = Handover::Unassign;
    Revoking { scene, actor: &scene.people[0], target, grant, handover }.revoke(None).ok().map(|decided| decided.value)
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r12_r4_a_receipt_closes_with_its_last_workspace_and_with_one_at_which_a_limit_stood(
        scene in open_scenes(), (whom, which) in (picks(), picks()), stays in any::<[bool; 8]>()
    ) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let Some(revoked) = revoked(&scene, target, grant) else { return Ok(()) };
        // As if all that they had had ended.
        let receipt = Receipt { grants: target.grants.clone(), ..revoked.receipt };
        let (there, gone): (Vec<_>, Vec<_>) = receipt.grants.iter().zip(stays.iter().cycle()).partition(|(_, stays)| **stays);
        let places: Vec<_> = there.iter().map(|(grant, _)| grant.workspace).collect();
        let limited = gone.iter().any(|(grant, _)| !grant.restrictions.is_empty());
        let expected = if there.is_empty() || limited { None } else { receipt.undo_until };
        prop_assert_eq!(receipt.open_until(&places), expected);
    }

    #[test]
    fn r12_undoing_at_once_puts_everything_back(scene in open_scenes(), whom in picks(), which in picks()) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let Some(revoked) = revoked(&scene, target, grant) else { return Ok(()) };
        let (mut now, named) = after(&scene, target, &revoked);
        let answer = undoing(&now, &scene.people[0], &revoked.receipt, &named);
        let possible = target.membership.status == Status::Active && revoked.receipt.undo_until.is_some();
        let Ok(undone) = answer else {
            let rule = answer.unwrap_err().rule();
            // What was revoked may be more than the founder could give: then it isn't theirs to give back either.
            prop_assert!(
                !possible || ["not_manageable", "not_grantable", "feature_off", "not_liftable"].contains(&rule),
                "{}",
                rule
            );
            return Ok(());
        };
        prop_assert!(possible);
        prop_assert!(revoked.receipt.selections.is_empty() && undone.value.chosen.is_empty(), "what they chose stays theirs");
        prop_assert_eq!((undone.value.grants.len(), undone.value.membership), (1, None));
        let back = undone.value.grants.into_iter().next().unwrap();
        prop_assert_eq!(back.as_offer(), grant.as_offer());
        prop_assert_eq!(&undone.value.returned, &revoked.portfolios);
        prop_assert_eq!(&undone.value.kept_away, &vec![]);
        let leaver = now.people.iter_mut().find(|person| person.id() == target.id()).unwrap();
        leaver.grants.push(back);
        let leaver = leaver.clone();
        let (before, again) = (target.access(&scene.organization), leaver.access(&scene.organization));
        for place in scene.places() {
            prop_assert_eq!(again.permissions_at(&place), before.permissions_at(&place));
        }
        for portfolio in now.portfolios.iter_mut().filter(|one| undone.value.returned.contains(&one.id)) {
            portfolio.holder = Some(leaver.id());
        }
        let ids = |scene: &Scene, of: &Person| held_by(scene, of).iter().map(|held| held.portfolio.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&now, &leaver), ids(&scene, target));
    }

    #[test]
    fn r12_an_undo_asks_r6_anew(scene in open_scenes(), whom in picks(), which in picks(), who in picks(), later in raw_offers()) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let Some(revoked) = revoked(&scene, target, grant) else { return Ok(()) };
        prop_assume!(target.membership.status == Status::Active && revoked.receipt.undo_until.is_some());
        let (mut now, named) = after(&scene, target, &revoked);
        let actor = now.people.iter_mut().find(|person| person.id() == who.one(&scene.people).unwrap().id()).unwrap();
        let offer = later.shape(scene.model());
        if let Some(first) = actor.grants.first_mut() {
            (first.levels, first.restrictions) = (offer.levels, offer.restrictions);
        }
        let actor = actor.clone();
        let leaver = now.people.iter().find(|person| person.id() == target.id()).unwrap();
        let standing = Offer { restrictions: grant.restrictions.clone(), ..Offer::default() };
        let (offer, at) = (grant.as_offer(), grant.workspace);
        let give = Giving { actor: &actor, target: Some(leaver), standing: &standing, offer: &offer, at, right: Right::Manage };
        prop_assert_eq!(undoing(&now, &actor, &revoked.receipt, &named).is_ok(), Plain::of(&now).may_give(&give));
    }

    #[test]
    fn r12_only_a_standing_receipt_within_its_window_of_somebody_active_is_undone(
        scene in open_scenes(),
        whom in picks(),
        which in picks(),
        state in 0..3_usize,
        days in 0..70_u32,
        micros in 0..2_u64,
        status in statuses(),
        again: bool,
    ) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let Some(revoked) = revoked(&scene, target, grant) else { return Ok(()) };
        let (mut now, named) = after(&scene, target, &revoked);
        if undoing(&now, &scene.people[0], &revoked.receipt, &named).is_err() {
            return Ok(());
        }
        let states = [
            (ReceiptState::Standing, None),
            (ReceiptState::Undone, Some("already_undone")),
            (ReceiptState::Superseded, Some("superseded")),
        ];
        let receipt = Receipt { state: states[state].0, ..revoked.receipt.clone() };
        let window = tenure_domain::DAY * scene.organization.undo_days();
        // Around the end of the window, to the microsecond.
        now.now = if days < 60 {
            scene.now.plus(tenure_domain::DAY * days)
        } else {
            scene.now.plus(window).minus(Duration::from_micros(micros))
        };
        let leaver = now.people.iter_mut().find(|person| person.id() == target.id()).unwrap();
        leaver.membership.status = status;
        if again {
            leaver.grants.push(grant.clone());
        }
        let expected = states[state]
            .1
            .or(again.then_some("superseded"))
            .or((now.now >= scene.now.plus(window)).then_some("too_late"))
            .or((status != Status::Active).then_some("not_active"));
        let answer = undoing(&now, &scene.people[0], &receipt, &named);
        prop_assert_eq!(answer.err().map(|refused| refused.rule()), expected);
    }
}
