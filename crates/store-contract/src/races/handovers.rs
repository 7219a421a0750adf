//! Handovers that cross, chain and meet a successor who goes too (h3), undone in any order.

use std::sync::Arc;

use tenure_domain::contact::Contact;
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Deed, Refused, Revoke, Undo, What};
use crate::judge::{holders_have_access, nothing_is_violated};
use crate::samples::{Office, at, grant, new};

fn revoke(office: &Office, from: MemberId, to: Option<MemberId>) -> Deed {
    let handover = to.map_or(Handover::Unassign, Handover::AssignTo);
    Deed::Revoke(Revoke { actor: office.chief, from, what: What::At(office.root()), handover })
}

/// Agents with a contact each.
async fn agents(office: &Office, number: usize) -> (Vec<MemberId>, Vec<Contact>) {
    let (mut people, mut contacts) = (Vec::new(), Vec::new());
    for number in 0..number {
        let person = office.hire(&format!("Agent {number}"), &[("agent", office.root())]).await;
        contacts.push(office.contact_of(person, office.root(), &format!("Contact {number}")).await);
        people.push(person);
    }
    (people, contacts)
}

/// As before a round: everybody has access, their own contact, and nothing else.
async fn restore(office: &Office, people: &[MemberId], contacts: &[Contact]) {
    let mut unit = office.lock().await;
    for (person, contact) in people.iter().zip(contacts) {
        if unit.grants().of(office.id(), *person).await.unwrap().is_empty() {
            unit.grant_changes().insert(&grant(*person, office.root(), "agent", office.chief)).await.unwrap();
        }
        let own = unit.portfolios().open(office.id(), office.root(), *person, new()).await.unwrap();
        let (contact, _) = unit.contacts().find(office.id(), contact.id).await.unwrap().unwrap();
        if contact.portfolio != Some(own.id) {
            unit.contacts().move_to(&contact, Some(own.id)).await.unwrap();
        }
    }
    // What was inherited is empty now, and would only make each round longer than the one before.
    for person in people {
        let held = unit.portfolios().held_by(office.id(), &[*person]).await.unwrap();
        let closed: Vec<_> = held.iter().filter(|portfolio| !portfolio.open).map(|portfolio| portfolio.id).collect();
        unit.holder_changes().hand_over(&closed, None).await.unwrap();
    }
    unit.commit().await.unwrap();
}

async fn has_access(office: &Office, person: MemberId) -> bool {
    !office.grants_of(person).await.is_empty()
}

/// No contact is with somebody without access, and none got lost.
async fn settled(office: &Office, people: &[MemberId], contacts: &[Contact]) {
    holders_have_access(office, people).await;
    for contact in contacts {
        if let Some(holder) = office.holder_of(contact.id).await {
            assert!(has_access(office, holder).await, "{holder} holds {} and has no access", contact.id);
        }
    }
}

async fn h3_two_who_hand_over_to_each_other_leave_one_with_everything(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 2).await;
    for round in 0..ROUNDS {
        let deeds = vec![revoke(&office, people[0], Some(people[1])), revoke(&office, people[1], Some(people[0]))];
        let outcomes = together(&office, deeds).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        let stays = if outcomes[0].is_ok() { people[1] } else { people[0] };
        for contact in &contacts {
            assert_eq!(office.holder_of(contact.id).await, Some(stays), "round {round}");
        }
        settled(&office, &people, &contacts).await;
        restore(&office, &people, &contacts).await;
    }
    nothing_is_violated(&office).await;
}

async fn h3_a_ring_of_handovers_leaves_no_orphan(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 4).await;
    for round in 0..ROUNDS / 3 {
        let deeds = (0..4).map(|at| revoke(&office, people[at], Some(people[(at + 1) % 4]))).collect();
        let outcomes = together(&office, deeds).await;
        assert!((1..4).contains(&successes(&outcomes)), "round {round}: {outcomes:?}");
        settled(&office, &people, &contacts).await;
        for contact in &contacts {
            assert!(office.holder_of(contact.id).await.is_some(), "somebody was named for each, and stayed");
        }
        restore(&office, &people, &contacts).await;
    }
    nothing_is_violated(&office).await;
}

async fn h3_a_successor_who_is_revoked_meanwhile_keeps_nothing(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 2).await;
    let (leaver, successor) = (people[0], people[1]);
    for round in 0..ROUNDS {
        let deeds = vec![revoke(&office, leaver, Some(successor)), revoke(&office, successor, None)];
        let outcomes = together(&office, deeds).await;
        assert!(outcomes[1].is_ok(), "round {round}: {outcomes:?}");
        // First handed over and then left, or kept because the successor was gone already.
        let expected = if outcomes[0].is_ok() { None } else { Some(leaver) };
        assert_eq!(office.holder_of(contacts[0].id).await, expected, "round {round}");
        assert_eq!(office.holder_of(contacts[1].id).await, None);
        settled(&office, &people, &contacts).await;
        restore(&office, &people, &contacts).await;
    }
    nothing_is_violated(&office).await;
}

async fn h3_a_chain_is_undone_in_any_order(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 3).await;
    let undo = |receipt: ReceiptId| Deed::Undo(Undo { actor: office.chief, receipt });
    for round in 0..ROUNDS / 3 {
        let first = alone(&office, revoke(&office, people[0], Some(people[1]))).await.unwrap().unwrap();
        let second = alone(&office, revoke(&office, people[1], Some(people[2]))).await.unwrap().unwrap();
        assert_eq!(office.holder_of(contacts[0].id).await, Some(people[2]));
        match round % 3 {
            // The later first: what came along the chain goes back along it.
            0 => {
                alone(&office, undo(second)).await.unwrap();
                assert_eq!(office.holder_of(contacts[0].id).await, Some(people[1]));
                alone(&office, undo(first)).await.unwrap();
            }
            // The earlier first: it takes its own from whoever has it now, and the later one has less to give back.
            1 => {
                alone(&office, undo(first)).await.unwrap();
                assert_eq!(office.holder_of(contacts[0].id).await, Some(people[0]));
                assert_eq!(office.holder_of(contacts[1].id).await, Some(people[2]));
                alone(&office, undo(second)).await.unwrap();
            }
            _ => {
                let outcomes = together(&office, vec![undo(first), undo(second)]).await;
                assert_eq!(successes(&outcomes), 2, "round {round}: {outcomes:?}");
            }
        }
        for (person, contact) in people.iter().zip(&contacts) {
            assert_eq!(office.holder_of(contact.id).await, Some(*person), "round {round}");
        }
        settled(&office, &people, &contacts).await;
        assert_eq!(alone(&office, undo(first)).await, Err(Refused::Rule("already_undone")));
    }
    nothing_is_violated(&office).await;
}

async fn an_undo_that_is_asked_for_twice_happens_once(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 1).await;
    for round in 0..ROUNDS {
        let receipt = alone(&office, revoke(&office, people[0], None)).await.unwrap().unwrap();
        let undo = Deed::Undo(Undo { actor: office.chief, receipt });
        let outcomes = together(&office, vec![undo.clone(), undo]).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert_eq!(office.holder_of(contacts[0].id).await, Some(people[0]));
    }
    nothing_is_violated(&office).await;
}

async fn folding_while_the_heir_leaves_gives_nobody_contacts_without_access(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (people, contacts) = agents(&office, 2).await;
    for round in 0..ROUNDS / 3 {
        alone(&office, revoke(&office, people[0], Some(people[1]))).await.unwrap();
        let folding = {
            let store = Arc::clone(&store);
            // Long after every window: the inherited portfolio is the folder's to dissolve.
            tokio::spawn(async move {
                for _ in 0..4 {
                    match store.errands().fold(at(1_000_000_000), 100).await {
                        Ok(_) | Err(tenure_port_store::StoreError::Contention) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        };
        let outcome = together(&office, vec![revoke(&office, people[1], None)]).await;
        folding.await.unwrap();
        assert!(outcome[0].is_ok(), "round {round}: {outcome:?}");
        for contact in &contacts {
            assert_eq!(office.holder_of(contact.id).await, None, "round {round}");
        }
        settled(&office, &people, &contacts).await;
        restore(&office, &people, &contacts).await;
    }
    nothing_is_violated(&office).await;
}

cases!($ handovers_race:
    h3_two_who_hand_over_to_each_other_leave_one_with_everything,
    h3_a_ring_of_handovers_leaves_no_orphan,
    h3_a_successor_who_is_revoked_meanwhile_keeps_nothing,
    h3_a_chain_is_undone_in_any_order,
    an_undo_that_is_asked_for_twice_happens_once,
    folding_while_the_heir_leaves_gives_nobody_contacts_without_access,
);
