//! Somebody is deactivated while they are given something, give something, or are reactivated themselves (h2, h5, h7).

use std::sync::Arc;

use tenure_domain::MemberId;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::Handover;
use tenure_port_store::Store;
use tokio::sync::Barrier;

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Accept, Assign, Deed, Give, Reactivate, Refused, Revoke, What};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, grant, offer, session, user};

fn deactivate(actor: MemberId, from: MemberId, keeps_contacts: bool) -> Deed {
    Deed::Revoke(Revoke { actor, from, what: What::Acting { keeps_contacts }, handover: Handover::Unassign })
}

async fn reactivate(office: &Office, member: MemberId) {
    alone(office, Deed::Reactivate(Reactivate { actor: office.chief, member })).await.unwrap();
}

async fn status(office: &Office, member: MemberId) -> Status {
    office.open().await.memberships().find(office.id(), member).await.unwrap().unwrap().status
}

async fn h2_nobody_inactive_is_given_a_contact(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let leaver = office.hire("Lea Ver", &[("agent", root)]).await;
    for round in 0..ROUNDS {
        let keeps = round % 2 == 0;
        let contact = office.contact(root, "Con Tact").await;
        let assign = Deed::Assign(Assign { actor: office.chief, contact: contact.id, to: Some(leaver) });
        let outcomes = together(&office, vec![deactivate(office.chief, leaver, keeps), assign]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        // Assigned in time, it is kept, or goes the way of all their contacts; too late, it stayed nobody's.
        let expected = (keeps && outcomes[1].is_ok()).then_some(leaver);
        assert_eq!(office.holder_of(contact.id).await, expected, "round {round}: {outcomes:?}");
        reactivate(&office, leaver).await;
    }
    nothing_is_violated(&office).await;
}

async fn h5_whoever_is_deactivated_acts_no_more(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let (deputy, target) = (office.hire("De Puty", &[("chief", root)]).await, office.hire("Tar Get", &[("agent", root)]).await);
    for round in 0..ROUNDS {
        let level = if round % 2 == 0 { "clerk" } else { "agent" };
        let give = |actor| Deed::Give(Give { actor, to: target, workspace: root, offer: offer(&[level]), seen: None });
        let outcomes = together(&office, vec![deactivate(office.chief, deputy, true), give(deputy)]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        // Whichever came first: from the next unit on they may nothing.
        assert!(alone(&office, give(deputy)).await.is_err(), "round {round}");
        if outcomes[1].is_err() {
            alone(&office, give(office.chief)).await.unwrap();
        }
        reactivate(&office, deputy).await;
    }
    nothing_is_violated(&office).await;
}

async fn whoever_is_deactivated_while_they_are_given_something_is_given_it_before_or_not_at_all(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let person = office.hire("Per Son", &[("agent", root)]).await;
    for round in 0..ROUNDS {
        let level = if round % 2 == 0 { "clerk" } else { "agent" };
        let give = Deed::Give(Give { actor: office.chief, to: person, workspace: root, offer: offer(&[level]), seen: None });
        let outcomes = together(&office, vec![deactivate(office.chief, person, true), give.clone()]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        assert_eq!(status(&office, person).await, Status::Inactive);
        let late = outcomes[1].is_err();
        assert!(!late || outcomes[1] == Err(Refused::Rule("inactive")), "round {round}: {outcomes:?}");
        reactivate(&office, person).await;
        if late {
            alone(&office, give).await.unwrap();
        }
    }
    nothing_is_violated(&office).await;
}

async fn h7_two_who_are_reactivated_at_once_take_the_last_seat_once(store: Arc<dyn Store>) {
    let mut office = Office::found(&store).await;
    let root = office.root();
    let people = [office.hire("One", &[("agent", root)]).await, office.hire("Other", &[("agent", root)]).await];
    let mut unit = office.lock().await;
    let taken = unit.memberships().seats_taken(office.id(), 1_000).await.unwrap();
    let seated = Organization { seats: Some(taken - 1), ..office.organization.clone() };
    unit.organization_changes().update(&seated).await.unwrap();
    unit.commit().await.unwrap();
    office.organization = seated;
    for person in people {
        alone(&office, deactivate(office.chief, person, true)).await.unwrap();
    }
    for round in 0..ROUNDS {
        let deeds = people.map(|member| Deed::Reactivate(Reactivate { actor: office.chief, member })).to_vec();
        let outcomes = together(&office, deeds).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert!(outcomes.contains(&Err(Refused::Rule("seats_full"))), "round {round}: {outcomes:?}");
        let back = people[usize::from(outcomes[0].is_err())];
        alone(&office, deactivate(office.chief, back, true)).await.unwrap();
    }
    nothing_is_violated(&office).await;
}

async fn h5_no_session_outlives_a_deactivation(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Si Gner", &[("agent", office.root())]).await;
    let login = office.open().await.memberships().find(office.id(), member).await.unwrap().unwrap().user.unwrap();
    for round in 0..ROUNDS / 3 {
        let (here, theirs, barrier) = (Arc::clone(&store), session(login, 1), Arc::new(Barrier::new(2)));
        let together = Arc::clone(&barrier);
        // Somebody signs in: allowed as long as they are active somewhere.
        let signs_in = tokio::spawn(async move {
            together.wait().await;
            let mut unit = here.open().await.unwrap();
            unit.unit().users().hold(login).await.unwrap().unwrap();
            if unit.unit().users().is_active_somewhere(login).await.unwrap() {
                unit.unit().sessions().insert(&theirs).await.unwrap();
                unit.commit().await.unwrap();
            }
        });
        barrier.wait().await;
        alone(&office, deactivate(office.chief, member, true)).await.unwrap();
        signs_in.await.unwrap();
        assert!(store.queries().sessions_of(login, at(10), 10).await.unwrap().is_empty(), "round {round}");
        reactivate(&office, member).await;
    }
    nothing_is_violated(&office).await;
}

async fn a3_what_somebody_offered_is_accepted_before_they_are_deactivated_or_not_at_all(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let deputy = office.hire("De Puty", &[("chief", root)]).await;
    for round in 0..ROUNDS / 3 {
        let (pending, invitation) = office.invite("In Vited", &[]).await;
        let login = user(pending.email.as_str());
        let mut unit = office.lock().await;
        unit.users().insert(&login).await.unwrap();
        unit.grant_changes().insert(&grant(pending.id, root, "clerk", deputy)).await.unwrap();
        unit.commit().await.unwrap();
        let accept = Deed::Accept(Accept { member: pending.id, invitation: invitation.id, generation: 1, user: login.id });
        let outcomes = together(&office, vec![deactivate(office.chief, deputy, true), accept.clone()]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        let expected = if outcomes[1].is_ok() { Status::Active } else { Status::Pending };
        assert_eq!(status(&office, pending.id).await, expected, "round {round}: {outcomes:?}");
        assert!(alone(&office, accept).await.is_err(), "round {round}");
        reactivate(&office, deputy).await;
    }
    nothing_is_violated(&office).await;
}

cases!($ standing_still_race:
    a3_what_somebody_offered_is_accepted_before_they_are_deactivated_or_not_at_all,
    h5_no_session_outlives_a_deactivation,
    h2_nobody_inactive_is_given_a_contact,
    h5_whoever_is_deactivated_acts_no_more,
    whoever_is_deactivated_while_they_are_given_something_is_given_it_before_or_not_at_all,
    h7_two_who_are_reactivated_at_once_take_the_last_seat_once,
);
