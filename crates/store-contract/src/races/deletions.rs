//! Somebody is deleted while others assign to them, revoke them, let them in or bring them back (h2, h4, r14).

use std::sync::Arc;

use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::{Store, StoreError};

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Accept, Assign, Deed, Invite, Refused, Revoke, Undo, What};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, user};

fn delete(office: &Office, from: MemberId, to: Option<MemberId>) -> Deed {
    let handover = to.map_or(Handover::Unassign, Handover::AssignTo);
    Deed::Revoke(Revoke { actor: office.chief, from, what: What::All, handover })
}

fn revoke(office: &Office, from: MemberId) -> Deed {
    Deed::Revoke(Revoke { actor: office.chief, from, what: What::At(office.root()), handover: Handover::Unassign })
}

fn undo(office: &Office, receipt: ReceiptId) -> Deed {
    Deed::Undo(Undo { actor: office.chief, receipt })
}

async fn is_here(office: &Office, member: MemberId) -> bool {
    office.open().await.memberships().find(office.id(), member).await.unwrap().is_some()
}

/// Takes everything from these members, so that no round is longer than the one before.
async fn empty(office: &Office, members: &[MemberId]) {
    let mut unit = office.lock().await;
    for member in members {
        let held = unit.portfolios().held_by(office.id(), &[*member]).await.unwrap();
        let closed: Vec<_> = held.iter().map(|portfolio| portfolio.id).collect();
        unit.holder_changes().hand_over(&closed, None).await.unwrap();
    }
    unit.commit().await.unwrap();
}

async fn h2_nobody_deleted_holds_a_contact_that_was_assigned_meanwhile(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let leaver = office.hire("Lea Ver", &[("agent", root)]).await;
    let heir = office.hire("Heir", &[("agent", root)]).await;
    for round in 0..ROUNDS {
        if round % 2 == 0 {
            office.contact_of(leaver, root, "Held Before").await;
        }
        let contact = office.contact(root, "Con Tact").await;
        let to = (round % 3 > 0).then_some(heir);
        let assign = Deed::Assign(Assign { actor: office.chief, contact: contact.id, to: Some(leaver) });
        let outcomes = together(&office, vec![delete(&office, leaver, to), assign]).await;
        let receipt = outcomes[0].as_ref().unwrap().unwrap();
        assert!(!is_here(&office, leaver).await);
        // Assigned in time, it went the way of all the leaver's contacts; too late, it stayed nobody's.
        let expected = if outcomes[1].is_ok() { to } else { None };
        assert_eq!(office.holder_of(contact.id).await, expected, "round {round}: {outcomes:?}");
        alone(&office, undo(&office, receipt)).await.unwrap();
        let expected = outcomes[1].is_ok().then_some(leaver);
        assert_eq!(office.holder_of(contact.id).await, expected, "round {round}: it comes back with them");
        empty(&office, &[leaver, heir]).await;
    }
    nothing_is_violated(&office).await;
}

async fn who_is_revoked_and_deleted_at_once_is_gone_and_comes_back_with_what_was_left(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    for round in 0..ROUNDS / 2 {
        let leaver = office.hire("Lea Ver", &[("agent", root)]).await;
        let contact = office.contact_of(leaver, root, "Con Tact").await;
        let outcomes = together(&office, vec![delete(&office, leaver, None), revoke(&office, leaver)]).await;
        let deletion = outcomes[0].as_ref().unwrap_or_else(|_| panic!("round {round}: {outcomes:?}")).unwrap();
        assert!(!is_here(&office, leaver).await);
        assert_eq!(office.holder_of(contact.id).await, None);
        alone(&office, undo(&office, deletion)).await.unwrap();
        // Revoked first, they come back without the grant, and the revocation gives it back.
        if let Ok(revocation) = &outcomes[1] {
            assert!(office.grants_of(leaver).await.is_empty(), "round {round}");
            alone(&office, undo(&office, revocation.unwrap())).await.unwrap();
        }
        assert_eq!(office.grants_of(leaver).await.len(), 1, "round {round}");
        assert_eq!(office.holder_of(contact.id).await, Some(leaver), "round {round}");
    }
    nothing_is_violated(&office).await;
}

async fn who_accepts_while_they_are_deleted_is_gone_either_way(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS / 2 {
        let (pending, invitation) = office.invite("In Vited", &[("clerk", office.root())]).await;
        let login = user(pending.email.as_str());
        let mut unit = office.open().await;
        unit.users().insert(&login).await.unwrap();
        unit.commit().await.unwrap();
        let accept = Deed::Accept(Accept { member: pending.id, invitation: invitation.id, generation: 1, user: login.id });
        let outcomes = together(&office, vec![delete(&office, pending.id, None), accept]).await;
        let receipt = outcomes[0].as_ref().unwrap_or_else(|_| panic!("round {round}: {outcomes:?}")).unwrap();
        assert!(!is_here(&office, pending.id).await);
        let undone = alone(&office, undo(&office, receipt)).await;
        if outcomes[1].is_ok() {
            undone.unwrap();
            assert_eq!(office.member(pending.id).await.status, Status::Active, "round {round}: a member was deleted");
        } else {
            assert_eq!(undone, Err(Refused::Rule("too_late")), "round {round}: an offer was withdrawn");
        }
    }
    nothing_is_violated(&office).await;
}

async fn of_two_who_delete_somebody_one_does(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let leaver = office.hire("Lea Ver", &[("agent", office.root())]).await;
    for round in 0..ROUNDS {
        let outcomes = together(&office, vec![delete(&office, leaver, None); 2]).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        let receipt = outcomes.iter().find_map(|outcome| outcome.as_ref().ok()).unwrap().unwrap();
        let outcomes = together(&office, vec![undo(&office, receipt); 2]).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
    }
    nothing_is_violated(&office).await;
}

async fn r12_who_is_invited_again_while_their_deletion_is_undone_is_one_person(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS / 2 {
        let leaver = office.hire("Lea Ver", &[("agent", office.root())]).await;
        let email = office.member(leaver).await.email;
        let receipt = alone(&office, delete(&office, leaver, None)).await.unwrap().unwrap();
        let invite = Deed::Invite(Invite { actor: office.chief, email: email.clone() });
        let outcomes = together(&office, vec![undo(&office, receipt), invite]).await;
        assert!(outcomes[1].is_ok(), "round {round}: {outcomes:?}");
        let found = office.open().await.memberships().find_by_email(office.id(), &email).await.unwrap().unwrap();
        // Undone in time, they were a member already; too late, somebody new is invited.
        assert_eq!(found.id == leaver, outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        if let Err(refused) = &outcomes[0] {
            assert_eq!(*refused, Refused::Rule("superseded"), "round {round}");
        }
    }
    nothing_is_violated(&office).await;
}

async fn who_is_erased_while_their_deletion_is_undone_is_here_or_gone(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS / 3 {
        let leaver = office.hire("Lea Ver", &[("agent", office.root())]).await;
        let login = office.member(leaver).await.user.unwrap();
        let receipt = alone(&office, delete(&office, leaver, None)).await.unwrap().unwrap();
        // The letter that told them has left.
        for claimed in store.errands().claim(at(100), std::time::Duration::from_mins(1), 100).await.unwrap() {
            store.errands().settle(&[claimed.settled(tenure_port_store::Settlement::Done)], at(100)).await.unwrap();
        }
        let erasing = {
            let store = Arc::clone(&store);
            // By a clock far beyond the window, which the one who undoes still stands in.
            tokio::spawn(async move {
                match store.errands().sweep(at(9_000_000), 10).await {
                    Ok(_) | Err(StoreError::Contention) => {}
                    Err(error) => panic!("{error}"),
                }
            })
        };
        let outcome = together(&office, vec![undo(&office, receipt)]).await.remove(0);
        erasing.await.unwrap();
        let there = office.open().await.users().find(login).await.unwrap().is_some();
        assert_eq!(is_here(&office, leaver).await, outcome.is_ok(), "round {round}: {outcome:?}");
        assert!(there || outcome.is_err(), "round {round}: whoever is here has a login");
    }
    nothing_is_violated(&office).await;
}

cases!($ deletions_race:
    h2_nobody_deleted_holds_a_contact_that_was_assigned_meanwhile,
    who_is_revoked_and_deleted_at_once_is_gone_and_comes_back_with_what_was_left,
    who_accepts_while_they_are_deleted_is_gone_either_way,
    of_two_who_delete_somebody_one_does,
    r12_who_is_invited_again_while_their_deletion_is_undone_is_one_person,
    who_is_erased_while_their_deletion_is_undone_is_here_or_gone,
);
