//! Refusals of revoking and of undoing it.

use tenure_domain::Refusal;
use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid, PlanMoved};
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Handover, Leaver, Receipt, ReceiptState, RevokeRefused, UndoFacts, undo};
use tenure_domain::selection::Named;
use tenure_domain::strategies::{Scene, id};

use crate::acts::{Deleting, Revoking, place, undoing, undoing_deletion};
use crate::small::{ADA, BERLIN, BOB, CEM, DORA, EVE, FINN, PARIS, ROOT, change, grant, offer, small, who, workspace};
use crate::{Line, check, no};

fn revoking(scene: &Scene, actor: u64, target: u64, handover: Handover) -> Revoking<'_> {
    let target = who(scene, target);
    Revoking { scene, actor: who(scene, actor), target, grant: &target.grants[0], handover }
}

fn revokes(scene: &Scene, actor: u64, target: u64, handover: Handover) -> Option<Box<dyn Refusal>> {
    no(revoking(scene, actor, target, handover).revoke(None))
}

fn to(number: u64) -> Handover {
    Handover::AssignTo(id(number))
}

#[test]
fn a_revocation_that_is_not_theirs_or_has_no_successor_is_refused() {
    let mut scene = small();
    change(&mut scene, DORA, |dora| dora.grants = vec![grant(DORA, PARIS, offer(&["agent"], &[], &[]))]);
    let mut two = scene.clone();
    change(&mut two, BOB, |bob| {
        bob.grants = vec![grant(BOB, ROOT, offer(&["owner"], &[], &[]))];
        bob.has_password = false;
    });
    let pointer = Some("/contacts/assign_to");
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    check(vec![
        line("oneself", revokes(&scene, ADA, ADA, Handover::Unassign), Forbidden, "not_oneself", "their own", None),
        line("an agent", revokes(&scene, CEM, BOB, Handover::Unassign), Forbidden, "missing_permission", "members.manage", None),
        line(
            "a manager of agents ends a manager",
            revokes(&two, CEM, BOB, Handover::Unassign),
            Forbidden,
            "missing_permission",
            "members.manage",
            None,
        ),
        line("the last in charge", revokes(&two, BOB, ADA, Handover::Unassign), Conflict, "headless", "name somebody else", None),
        line(
            "a successor whom nobody knows",
            revokes(&scene, ADA, CEM, to(99)),
            Invalid,
            "successor_unknown",
            "no such member",
            pointer,
        ),
        line("the leaver as successor", revokes(&scene, ADA, CEM, to(CEM)), Invalid, "successor_leaves", "who leaves", pointer),
        line("somebody deactivated", revokes(&scene, ADA, CEM, to(FINN)), Invalid, "successor_not_active", "active", pointer),
        line(
            "somebody of another branch",
            revokes(&scene, ADA, CEM, to(DORA)),
            Invalid,
            "successor_cannot_handle",
            "every workspace",
            pointer,
        ),
    ]);
    assert!(revokes(&scene, ADA, CEM, to(BOB)).is_none() && revokes(&scene, BOB, CEM, Handover::Unassign).is_none());
}

#[test]
fn r6_ending_a_grant_does_not_free_what_is_left_from_a_limit_that_binds_who_ends_it() {
    // Cem may do more at the root; in Berlin a limit cuts it, and the same limit binds Bob there.
    let mut scene = small();
    change(&mut scene, CEM, |cem| cem.grants.push(grant(CEM, ROOT, offer(&["agent"], &[], &[]))));
    assert_eq!(revokes(&scene, BOB, CEM, Handover::Unassign).unwrap().rule(), "not_liftable");
    assert!(revokes(&scene, ADA, CEM, Handover::Unassign).is_none());
}

#[test]
fn a_plan_whose_facts_have_moved_is_refused_with_the_plan_as_it_is_now() {
    let scene = small();
    let seen = revoking(&scene, ADA, CEM, to(BOB)).plan().fingerprint;
    let mut moved = scene.clone();
    change(&mut moved, CEM, |cem| cem.grants[0].version += 1);
    moved.portfolios.clear();
    let refused = revoking(&moved, ADA, CEM, to(BOB)).revoke(Some(seen));
    let Err(RevokeRefused::Moved { parts, now }) = &refused else { panic!("{refused:?}") };
    assert_eq!(parts.iter().map(|part| part.word()).collect::<Vec<_>>(), ["grant", "portfolios"]);
    assert_eq!(**now, revoking(&moved, ADA, CEM, to(BOB)).plan());
    check(vec![Line {
        when: "somebody changed the grant, and the contacts went elsewhere",
        refused: no(refused.clone()),
        kind: PlanMoved,
        rule: "plan_moved",
        says: "look again",
        pointer: None,
    }]);
}

#[test]
fn what_can_not_be_undone_says_why() {
    let scene = small();
    let receipt = revoking(&scene, ADA, CEM, Handover::Unassign).revoke(None).unwrap().value.receipt;
    let mut after = scene.clone();
    change(&mut after, CEM, |cem| cem.grants.clear());
    let undoes = |scene: &Scene, actor, receipt: &Receipt| no(undoing(scene, who(scene, actor), receipt, &[]));
    let state = |state| Receipt { state, ..receipt.clone() };
    let mut late = after.clone();
    late.now = receipt.undo_until.unwrap();
    let mut asleep = after.clone();
    change(&mut asleep, CEM, |cem| cem.membership.status = Status::Inactive);
    let access = who(&after, CEM).access(&after.organization);
    let ada = who(&after, ADA).access(&after.organization);
    let gone = undo(&UndoFacts {
        receipt: &receipt,
        leaver: Leaver::Gone,
        access: &access,
        grants: &[],
        places: &[place(&after, workspace(BERLIN))],
        portfolios: &[],
        held_at: &[],
        standing: &[],
        named: &Named::NOTHING,
        granter: tenure_domain::may_grant::Granter::Member { id: id(ADA), access: &ada },
        own: &[],
        giver: receipt.by,
        now: after.now,
    });
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    check(vec![
        line("twice", undoes(&after, ADA, &state(ReceiptState::Undone)), Conflict, "already_undone", "already"),
        line("given anew since", undoes(&after, ADA, &state(ReceiptState::Superseded)), Conflict, "superseded", "nothing to undo"),
        line("given anew, and nobody marked it", undoes(&scene, ADA, &receipt), Conflict, "superseded", "since"),
        line("after the window", undoes(&late, ADA, &receipt), Conflict, "too_late", "any more"),
        line(
            "without a window",
            undoes(&after, ADA, &Receipt { undo_until: None, ..receipt.clone() }),
            Conflict,
            "too_late",
            "any more",
        ),
        line("of somebody deactivated", undoes(&asleep, ADA, &receipt), Conflict, "not_active", "invite them again"),
        line("of somebody who is gone", no(gone), Conflict, "not_active", "no longer"),
        line("by somebody who couldn't give it", undoes(&after, DORA, &receipt), Forbidden, "missing_permission", "members.manage"),
    ]);
    assert!(undoes(&after, ADA, &receipt).is_none());
}

#[test]
fn a_deletion_that_is_not_theirs_is_refused() {
    let mut scene = small();
    // Cem has access in Paris too, where Bob manages nobody; Eve never had any grant but her offer.
    change(&mut scene, CEM, |cem| cem.grants.push(grant(CEM, PARIS, offer(&["agent"], &[], &[]))));
    change(&mut scene, DORA, |dora| dora.grants.clear());
    let deletes = |actor, target, handover| {
        no(Deleting { scene: &scene, actor: who(&scene, actor), target: who(&scene, target), handover }.delete(None))
    };
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    check(vec![
        line("oneself", deletes(ADA, ADA, Handover::Unassign), Forbidden, "not_oneself", "their own"),
        line("an agent", deletes(CEM, BOB, Handover::Unassign), Forbidden, "missing_permission", "members.manage"),
        line("only some of it", deletes(BOB, CEM, Handover::Unassign), Forbidden, "missing_permission", "members.manage"),
        line(
            "no grant, and not at the root",
            deletes(BOB, DORA, Handover::Unassign),
            Forbidden,
            "missing_permission",
            "members.manage",
        ),
        Line {
            pointer: Some("/contacts/assign_to"),
            ..line(
                "a successor for Berlin and not for Paris",
                deletes(ADA, CEM, to(BOB)),
                Invalid,
                "successor_cannot_handle",
                "every workspace",
            )
        },
    ]);
    for (actor, target) in [(ADA, CEM), (ADA, DORA), (ADA, FINN), (BOB, FINN)] {
        assert!(deletes(actor, target, Handover::Unassign).is_none(), "{actor} deletes {target}");
    }
}

#[test]
fn a_deletion_that_can_not_be_undone_says_why() {
    let scene = small();
    let deleting = Deleting { scene: &scene, actor: who(&scene, ADA), target: who(&scene, CEM), handover: Handover::Unassign };
    let receipt = deleting.delete(None).unwrap().value.receipt;
    let mut after = scene.clone();
    after.people.retain(|person| person.id() != id(CEM));
    let left = &who(&scene, CEM).membership;
    let undoes = |scene: &Scene, actor| no(undoing_deletion(scene, who(scene, actor), &receipt, left, &[]));
    let mut full = after.clone();
    full.organization.seats = Some(1);
    let mut again = after.clone();
    change(&mut again, EVE, |eve| eve.membership.email = left.email.clone());
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    check(vec![
        line("no seat is left", undoes(&full, ADA), Conflict, "seats_full", "all seats"),
        line("invited again", undoes(&again, ADA), Conflict, "superseded", "nothing to undo"),
        line("by somebody who couldn't give it", undoes(&after, DORA), Forbidden, "missing_permission", "members.manage"),
    ]);
    assert!(undoes(&after, ADA).is_none() && undoes(&after, BOB).is_none());
}
