//! R10: the plan says what will be, and a plan whose facts have moved is refused.

use proptest::prelude::*;
use tenure_domain::Refusal;
use tenure_domain::may_grant::Right;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Act, Fate, Fingerprint, Fingerprinted, Handover, RevokeRefused};
use tenure_domain::strategies::{Person, Pick, Scene, picks, statuses};

use crate::acts::{Revoking, held_by, open_scenes};
use crate::plain::{Plain, Words};

fn handover(scene: &Scene, to: Option<Pick>) -> Handover {
    to.and_then(|pick| pick.one(&scene.people)).map_or(Handover::Unassign, |person| Handover::AssignTo(person.id()))
}

fn without(person: &Person, grant: &tenure_domain::grant::Grant) -> Person {
    let mut after = person.clone();
    after.grants.retain(|one| one.workspace != grant.workspace);
    after
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r10_the_plan_says_what_is_lost_kept_and_in_the_way(
        scene in open_scenes(),
        whom in picks(),
        which in picks(),
        to in prop::option::of(picks()),
    ) {
        let plain = Plain::of(&scene);
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let after = without(target, grant);
        let revoking = Revoking { scene: &scene, actor: &scene.people[0], target, grant, handover: handover(&scene, to) };
        let plan = revoking.plan();
        let at = grant.workspace;
        let lost: Words = plain.of_person(target, at).difference(&plain.of_person(&after, at)).cloned().collect();
        prop_assert_eq!(plan.loses.iter().map(|loss| loss.workspace).collect::<Vec<_>>(), vec![at]);
        prop_assert_eq!(plan.loses[0].permissions.iter().map(ToString::to_string).collect::<Words>(), lost);
        prop_assert_eq!(plan.keeps.clone(), after.grants.iter().map(|one| one.workspace).collect::<Vec<_>>());
        let gone = |workspace| !plain.by_grants(&after.grants, workspace).contains("contacts.handle");
        let moving: Vec<_> = held_by(&scene, target).into_iter().filter(|held| gone(held.portfolio.workspace)).collect();
        prop_assert_eq!(plan.portfolios.clone(), moving.iter().map(|held| held.portfolio.id).collect::<Vec<_>>());
        let rules: Vec<&str> = plan.blockers.iter().map(Refusal::rule).collect();
        if let Handover::AssignTo(member) = revoking.handover {
            let successor = scene.people.iter().find(|person| person.id() == member).unwrap();
            let able = |workspace| plain.of_person(successor, workspace).contains("contacts.handle");
            let fit = member != target.id()
                && successor.membership.status == Status::Active
                && able(at)
                && moving.iter().all(|held| able(held.portfolio.workspace));
            prop_assert_eq!(rules.iter().any(|rule| rule.starts_with("successor")), !fit, "{:?}", rules);
        } else {
            prop_assert!(rules.iter().all(|rule| *rule == "headless"));
        }
    }

    #[test]
    fn r10_what_is_carried_out_is_what_the_plan_said(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        which in picks(),
        to in prop::option::of(picks()),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let grant = which.one(&target.grants).unwrap();
        let revoking = Revoking { scene: &scene, actor, target, grant, handover: handover(&scene, to) };
        let plan = revoking.plan();
        let may = Plain::of(&scene).may_manage(actor, Some(target), grant.workspace, Right::Manage);
        match revoking.revoke(Some(plan.fingerprint.clone())) {
            Ok(decided) => {
                prop_assert!(may && plan.blockers.is_empty());
                prop_assert_eq!(&decided.value.portfolios, &plan.portfolios);
                let receipt = &decided.value.receipt;
                prop_assert_eq!((receipt.grants.as_slice(), receipt.member), (std::slice::from_ref(grant), target.id()));
                prop_assert_eq!((receipt.act, receipt.workspace), (Act::Revocation, grant.workspace));
                let pending = target.membership.status == Status::Pending;
                let fate = if pending && plan.keeps.is_empty() { Fate::Withdrawn } else { Fate::Stays };
                prop_assert_eq!(decided.value.membership, fate);
                prop_assert_eq!(decided.value.receipt.undo_until.is_some(), !pending && scene.organization.undo_days() > 0);
            }
            Err(RevokeRefused::Moved { parts, .. }) => prop_assert!(false, "nothing moved: {parts:?}"),
            Err(RevokeRefused::Blocked(blocker)) => prop_assert!(may && plan.blockers.contains(&blocker)),
            Err(refused @ (RevokeRefused::Pending | RevokeRefused::Inactive)) => prop_assert!(false, "{}", refused),
            // It isn't the actor's to take, or it would lift what binds them.
            Err(RevokeRefused::Grant(refused)) => prop_assert_eq!(refused.rule() == "not_liftable", may),
        }
        prop_assert_eq!(plan.fingerprint.to_string().parse::<Fingerprint>(), Ok(plan.fingerprint));
    }

    #[test]
    fn r10_a_plan_whose_facts_have_moved_is_refused_and_says_what_moved(
        scene in open_scenes(),
        whom in picks(),
        which in picks(),
        to in picks(),
        status in statuses(),
    ) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let successor = to.one(&scene.people).unwrap();
        let actor = &scene.people[0];
        prop_assume!(target.id() != actor.id() && successor.id() != target.id());
        let handover = Handover::AssignTo(successor.id());
        let then = Revoking { scene: &scene, actor, target, grant, handover }.plan().fingerprint;
        let moved = |scene: &Scene, grant: &tenure_domain::grant::Grant, handover| {
            let target = scene.people.iter().find(|person| person.id() == target.id()).unwrap();
            then.moved(&Revoking { scene, actor, target, grant, handover }.plan().fingerprint)
        };
        // Another version of the grant.
        let edited = tenure_domain::grant::Grant { version: grant.version + 1, ..grant.clone() };
        prop_assert_eq!(moved(&scene, &edited, handover), vec![Fingerprinted::Grant]);
        // A portfolio more or less.
        let mut fewer = scene.clone();
        let plan = Revoking { scene: &scene, actor, target, grant, handover }.plan();
        if let Some(gone) = plan.portfolios.first() {
            fewer.portfolios.retain(|portfolio| portfolio.id != *gone);
            prop_assert!(moved(&fewer, grant, handover).contains(&Fingerprinted::Portfolios));
        }
        // The successor's standing, or another successor, or none.
        prop_assert!(moved(&scene, grant, Handover::Unassign).contains(&Fingerprinted::Successor));
        let mut other = scene.clone();
        let theirs = other.people.iter_mut().find(|person| person.id() == successor.id()).unwrap();
        let same = theirs.membership.status == status;
        theirs.membership.status = status;
        prop_assert_eq!(moved(&other, grant, handover).contains(&Fingerprinted::Successor), !same);
        // Who gave, names and counts are no facts of the plan.
        let mut renamed = scene.clone();
        renamed.contacts.clear();
        renamed.people.iter_mut().for_each(|person| person.membership.version += 1);
        prop_assert_eq!(moved(&renamed, grant, handover), vec![]);
        // And the deed: with the older plan it is refused as a whole.
        if plan.blockers.is_empty() {
            let refused = Revoking { scene: &scene, actor, target, grant: &edited, handover }.revoke(Some(then.clone()));
            let rule = refused.unwrap_err().rule();
            prop_assert!(["plan_moved", "not_manageable", "missing_permission", "not_liftable"].contains(&rule), "{}", rule);
        }
    }

    #[test]
    fn r10_what_is_no_fingerprint_is_refused(text in "[0-9a-f-]{0,70}") {
        let parts: Vec<&str> = text.split('-').collect();
        let good = parts.len() == 4 && parts.iter().all(|part| part.len() == 16);
        prop_assert_eq!(text.parse::<Fingerprint>().is_ok(), good);
    }
}
