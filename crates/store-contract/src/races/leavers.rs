//! Somebody loses access while contacts are being assigned to them (h2).

use std::sync::Arc;

use tenure_domain::MemberId;
use tenure_domain::access_model::engine;
use tenure_domain::contact::Contact;
use tenure_domain::revocation::Handover;
use tenure_domain::workspace::Place;
use tenure_port_store::Store;

use super::together::{ROUNDS, successes, together};
use crate::contract::cases;
use crate::deeds::{Assign, Deed, Give, Person, Revoke, What};
use crate::judge::{holders_have_access, nothing_is_violated};
use crate::samples::{Office, grant, offer};

fn assign(office: &Office, contact: &Contact, to: MemberId) -> Deed {
    Deed::Assign(Assign { actor: office.chief, contact: contact.id, to: Some(to) })
}

fn revoke(office: &Office, from: MemberId, handover: Handover) -> Deed {
    Deed::Revoke(Revoke { actor: office.chief, from, what: What::At(office.root()), handover })
}

/// Gives the leaver a grant back and takes from the heir what came, whatever anybody decides.
async fn reinstate(office: &Office, member: MemberId, heir: MemberId) {
    let mut unit = office.lock().await;
    let inherited: Vec<_> = unit.portfolios().held_by(office.id(), &[heir]).await.unwrap().iter().map(|held| held.id).collect();
    unit.holder_changes().hand_over(&inherited, None).await.unwrap();
    for held in unit.grants().of(office.id(), member).await.unwrap() {
        unit.grant_changes().remove(&held).await.unwrap();
    }
    unit.grant_changes().insert(&grant(member, office.root(), "agent", office.chief)).await.unwrap();
    unit.commit().await.unwrap();
}

async fn may_hold(office: &Office, member: MemberId) -> bool {
    let mut unit = office.open().await;
    let person = Person::find(unit.unit(), &office.organization, member).await.unwrap();
    let chain = unit.workspaces().chains(office.id(), &[office.root()]).await.unwrap().remove(0);
    person.access.would(engine::CONTACTS_HANDLE, &Place::new(&office.organization.model, chain).unwrap())
}

/// The way in which the leaver loses the right to handle contacts, against one assignment to them.
async fn against_an_assignment(store: Arc<dyn Store>, ending: impl Fn(&Office, MemberId, MemberId) -> (Deed, Option<MemberId>)) {
    let office = Office::found(&store).await;
    let root = office.root();
    let leaver = office.hire("Lea Ver", &[("agent", root)]).await;
    let heir = office.hire("Heir", &[("agent", root)]).await;
    for round in 0..ROUNDS {
        // Every other round the leaver holds something already, so that their open portfolio stands before the race.
        if round % 2 == 0 {
            office.contact_of(leaver, root, "Held Before").await;
        }
        let contact = office.contact(root, "Con Tact").await;
        let (deed, to) = ending(&office, leaver, heir);
        let outcomes = together(&office, vec![deed, assign(&office, &contact, leaver)]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        assert!(!may_hold(&office, leaver).await);
        // Assigned in time, it went the way of all the leaver's contacts; too late, it stayed nobody's.
        let expected = if outcomes[1].is_ok() { to } else { None };
        assert_eq!(office.holder_of(contact.id).await, expected, "round {round}: {outcomes:?}");
        holders_have_access(&office, &[leaver, heir]).await;
        reinstate(&office, leaver, heir).await;
    }
    nothing_is_violated(&office).await;
}

async fn h2_nobody_holds_a_contact_that_was_assigned_while_they_left(store: Arc<dyn Store>) {
    against_an_assignment(store, |office, leaver, _| (revoke(office, leaver, Handover::Unassign), None)).await;
}

async fn h2_a_successor_gets_what_was_assigned_while_somebody_left(store: Arc<dyn Store>) {
    against_an_assignment(store, |office, leaver, heir| (revoke(office, leaver, Handover::AssignTo(heir)), Some(heir))).await;
}

async fn h2_a_demotion_leaves_nobody_with_contacts_they_cannot_handle(store: Arc<dyn Store>) {
    let demote = |office: &Office, leaver: MemberId, _: MemberId| {
        let give = Give { actor: office.chief, to: leaver, workspace: office.root(), offer: offer(&["clerk"]), seen: None };
        (Deed::Give(give), None)
    };
    against_an_assignment(store, demote).await;
}

async fn h2_sixty_four_writers_leave_no_contact_with_the_leaver(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let leaver = office.hire("Lea Ver", &[("agent", root)]).await;
    for _ in 0..6 {
        let mut deeds = Vec::new();
        let mut contacts = Vec::new();
        for number in 0..63 {
            let contact = office.contact(root, &format!("Contact {number}")).await;
            deeds.push(assign(&office, &contact, leaver));
            contacts.push(contact.id);
        }
        deeds.insert(20, revoke(&office, leaver, Handover::Unassign));
        let outcomes = together(&office, deeds).await;
        assert!(outcomes[20].is_ok(), "{:?}", outcomes[20]);
        for contact in contacts {
            assert_eq!(office.holder_of(contact).await, None);
        }
        reinstate(&office, leaver, office.chief).await;
    }
    nothing_is_violated(&office).await;
}

async fn two_who_assign_one_contact_lose_no_assignment(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let people = [office.hire("One", &[("agent", root)]).await, office.hire("Other", &[("agent", root)]).await];
    let contact = office.contact(root, "Con Tact").await;
    let mut version = contact.version;
    for round in 0..ROUNDS {
        let outcomes = together(&office, people.iter().map(|to| assign(&office, &contact, *to)).collect()).await;
        let (now, holder) = office.find_contact(contact.id).await;
        let wins = successes(&outcomes);
        assert!((1..=2).contains(&wins), "round {round}: {outcomes:?}");
        assert_eq!(now.version, version + wins as u64, "every win is a version, and none is lost");
        version = now.version;
        assert!(people.iter().zip(&outcomes).any(|(to, outcome)| outcome.is_ok() && holder == Some(*to)));
    }
    nothing_is_violated(&office).await;
}

cases!($ leavers_race:
    h2_nobody_holds_a_contact_that_was_assigned_while_they_left,
    h2_a_successor_gets_what_was_assigned_while_somebody_left,
    h2_a_demotion_leaves_nobody_with_contacts_they_cannot_handle,
    h2_sixty_four_writers_leave_no_contact_with_the_leaver,
    two_who_assign_one_contact_lose_no_assignment,
);
