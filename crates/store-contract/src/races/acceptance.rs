//! One invitation, accepted more than once at the same moment (h4, c2).

use std::sync::Arc;

use tenure_domain::UserId;
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::revocation::Handover;
use tenure_port_store::{JournalFilter, PageAsk, Store, StoreError};

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Accept, Deed, Invite, Refused, Resend, Revoke, What};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, user};

/// Somebody invited, with the login that they have already.
async fn invited(office: &Office) -> (Membership, Invitation, UserId) {
    let (membership, invitation) = office.invite("In Vited", &[("clerk", office.root())]).await;
    let login = user(membership.email.as_str());
    let mut unit = office.open().await;
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    (membership, invitation, login.id)
}

fn accept(invitation: &Invitation, user: UserId) -> Deed {
    Deed::Accept(Accept { member: invitation.member, invitation: invitation.id, generation: 1, user })
}

async fn accepted_entries(office: &Office, membership: &Membership) -> usize {
    let filter = JournalFilter {
        kind: Some("invitation_accepted".to_owned()),
        target: Some(membership.id.uuid()),
        ..JournalFilter::default()
    };
    office.store.queries().journal(office.id(), &filter, &PageAsk::first(50)).await.unwrap().items.len()
}

async fn once(office: &Office, times: usize) {
    let (pending, invitation, login) = invited(office).await;
    let outcomes = together(office, vec![accept(&invitation, login); times]).await;
    assert_eq!(successes(&outcomes), 1, "{outcomes:?}");
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert!(matches!(refused, Refused::Missing | Refused::Rule("dead_link")), "{refused:?}");
    }
    let member = office.member(pending.id).await;
    assert_eq!((member.status, member.user, member.version), (Status::Active, Some(login), 2));
    assert_eq!(accepted_entries(office, &pending).await, 1);
    assert_eq!(office.open().await.invitations().of_member(office.id(), pending.id).await.unwrap(), None);
}

async fn h4_a_double_acceptance_makes_one_member_and_one_entry(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for _ in 0..ROUNDS {
        once(&office, 2).await;
    }
    nothing_is_violated(&office).await;
}

async fn c2_of_thirty_two_parallel_acceptances_one_succeeds(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for _ in 0..10 {
        once(&office, 32).await;
    }
    nothing_is_violated(&office).await;
}

async fn c2_a_resent_link_and_the_older_ones_acceptance_never_both_win(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for _ in 0..ROUNDS {
        let (pending, invitation, login) = invited(&office).await;
        let resend = Deed::Resend(Resend { actor: office.chief, invitation: invitation.id });
        let outcomes = together(&office, vec![accept(&invitation, login), resend]).await;
        assert_eq!(successes(&outcomes), 1, "{outcomes:?}");
        let member = office.member(pending.id).await;
        let left = office.open().await.invitations().of_member(office.id(), pending.id).await.unwrap();
        if outcomes[0].is_ok() {
            assert_eq!((member.status, left), (Status::Active, None));
        } else {
            assert_eq!((member.status, left.map(|left| left.generation)), (Status::Pending, Some(2)));
        }
    }
    nothing_is_violated(&office).await;
}

async fn r14_who_accepts_while_their_login_is_erased_is_in_with_it_or_has_none(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS / 3 {
        let leaver = office.hire("Lea Ver", &[("agent", office.root())]).await;
        let was = office.member(leaver).await;
        let (email, login) = (was.email, was.user.unwrap());
        let from = Revoke { actor: office.chief, from: leaver, what: What::All, handover: Handover::Unassign };
        alone(&office, Deed::Revoke(from)).await.unwrap();
        post_all(&store).await;
        let invite = Deed::Invite(Invite { actor: office.chief, email: email.clone() });
        alone(&office, invite).await.unwrap();
        let mut unit = office.open().await;
        let pending = unit.memberships().find_by_email(office.id(), &email).await.unwrap().unwrap();
        let invitation = unit.invitations().of_member(office.id(), pending.id).await.unwrap().unwrap();
        drop(unit);
        let erasing = {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                match store.errands().sweep(at(9_000_000), 10).await {
                    Ok(_) | Err(StoreError::Contention) => {}
                    Err(error) => panic!("{error}"),
                }
            })
        };
        let outcome = together(&office, vec![accept(&invitation, login)]).await.remove(0);
        erasing.await.unwrap();
        let there = office.open().await.users().find(login).await.unwrap().is_some();
        let member = office.member(pending.id).await;
        match outcome {
            Ok(_) => assert_eq!((member.status, member.user, there), (Status::Active, Some(login), true), "round {round}"),
            Err(refused) => {
                assert_eq!((refused, member.status, there), (Refused::Missing, Status::Pending, false), "round {round}");
            }
        }
    }
    nothing_is_violated(&office).await;
}

/// Letters that wait keep whoever was deleted from being erased; these have left.
async fn post_all(store: &Arc<dyn Store>) {
    for claimed in store.errands().claim(at(100), std::time::Duration::from_mins(1), 100).await.unwrap() {
        store.errands().settle(&[claimed.settled(tenure_port_store::Settlement::Done)], at(100)).await.unwrap();
    }
}

cases!($ acceptance_race:
    h4_a_double_acceptance_makes_one_member_and_one_entry,
    c2_of_thirty_two_parallel_acceptances_one_succeeds,
    c2_a_resent_link_and_the_older_ones_acceptance_never_both_win,
    r14_who_accepts_while_their_login_is_erased_is_in_with_it_or_has_none,
);
