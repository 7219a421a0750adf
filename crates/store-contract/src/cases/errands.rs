//! The outbox: claimed with a lease, settled by whoever has the claim.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::ErrandId;
use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::user::Session;
use tenure_port_store::{Replay, ReplayKey, Settled, Settlement, Store};

use crate::contract::cases;
use crate::samples::{Office, at, errand, instant, new, session, user};

const LEASE: Duration = Duration::from_mins(1);

async fn send(office: &Office, errands: &[Errand]) {
    let mut unit = office.open().await;
    unit.outbox().append(errands).await.unwrap();
    unit.commit().await.unwrap();
}

/// A letter that is due from this second on.
fn letter(office: &Office, due: u64) -> Errand {
    errand(office.id(), at(due), office.chief, Matter::AccessGranted { workspace: office.root() })
}

async fn ids(store: &Arc<dyn Store>, now: u64, up_to: u32) -> Vec<ErrandId> {
    let claimed = store.errands().claim(at(now), LEASE, up_to).await.unwrap();
    claimed.into_iter().map(|claimed| claimed.errand.id).collect()
}

async fn an_errand_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let workspace = office.root();
    let matters = [
        Matter::Invitation { invitation: new(), generation: 4_000_000_000 },
        Matter::AccessGranted { workspace },
        Matter::AccessChanged { workspace },
        Matter::AccessRevoked { workspace },
        Matter::MemberDeleted,
        Matter::MemberRestored,
        Matter::PasswordReset { generation: 4_000_000_000 },
        Matter::PasswordChanged,
        Matter::EmailConfirmation { generation: 4_000_000_000 },
        Matter::EmailChanged { generation: 1 },
        Matter::SecondFactorAdded,
        Matter::SecondFactorRemoved,
        Matter::RecoveryCodeUsed,
        Matter::RecoveryCodesRenewed,
        Matter::GovernorNamed { governor: new() },
        Matter::ContactsHandedOver { from: new(), receipt: new() },
    ];
    let actors = [Actor::Member(office.chief), Actor::Operator(new()), Actor::System].into_iter().cycle();
    let errands: Vec<Errand> = matters
        .into_iter()
        .zip(actors)
        .enumerate()
        .map(|(number, (matter, actor))| Errand {
            actor,
            ..errand(office.id(), instant(i64::try_from(number).unwrap()), office.chief, matter)
        })
        .collect();
    send(&office, &errands).await;
    send(&office, &[]).await;
    let claimed = store.errands().claim(at(10), LEASE, 50).await.unwrap();
    assert!(claimed.iter().all(|claimed| claimed.attempts == 0));
    assert_eq!(claimed.into_iter().map(|claimed| claimed.errand).collect::<Vec<_>>(), errands, "oldest first");
}

async fn nothing_is_claimed_before_it_is_due(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (first, second) = (letter(&office, 10), Errand { at: at(5), ..letter(&office, 20) });
    send(&office, &[second.clone(), first.clone()]).await;
    assert_eq!(ids(&store, 9, 10).await, []);
    assert_eq!(ids(&store, 10, 10).await, [first.id]);
    assert_eq!(ids(&store, 20, 10).await, [second.id]);
}

async fn a_claim_takes_the_oldest_up_to_a_number(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let letters: Vec<Errand> = [4, 1, 3, 2].into_iter().map(|due| letter(&office, due)).collect();
    send(&office, &letters).await;
    assert_eq!(store.errands().waiting(100).await.unwrap(), 4);
    assert_eq!(store.errands().waiting(3).await.unwrap(), 3);
    assert_eq!(ids(&store, 10, 0).await, []);
    assert_eq!(ids(&store, 10, 3).await, [letters[1].id, letters[3].id, letters[2].id]);
    assert_eq!(ids(&store, 10, 3).await, [letters[0].id], "what is leased isn't claimed again");
    assert_eq!(ids(&store, 10, 3).await, []);
}

async fn nothing_is_sent_for_what_did_not_happen(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut unit = office.open().await;
    unit.outbox().append(&[letter(&office, 1)]).await.unwrap();
    assert_eq!(ids(&store, 10, 10).await, [], "not before the commit");
    drop(unit);
    assert_eq!(ids(&store, 10, 10).await, [], "and not after a rollback");
    assert_eq!(store.errands().waiting(10).await.unwrap(), 0);
}

async fn a_lease_that_ran_out_lets_somebody_else_claim(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let sent = letter(&office, 1);
    send(&office, std::slice::from_ref(&sent)).await;
    let errands = store.errands();
    let first = errands.claim(at(10), LEASE, 1).await.unwrap().remove(0);
    let just_before = at(10).plus(LEASE).minus(Duration::from_micros(1));
    assert!(errands.claim(just_before, LEASE, 1).await.unwrap().is_empty());
    let second = errands.claim(at(10).plus(LEASE), LEASE, 1).await.unwrap().remove(0);
    assert_eq!((&second.errand, first.errand.id), (&sent, sent.id));
    assert_ne!(first.claim, second.claim);
    for how in
        [Settlement::Done, Settlement::GivenUp { reason: "late".into() }, Settlement::Again { at: at(11), reason: "late".into() }]
    {
        assert_eq!(errands.settle(&[first.settled(how)], at(71)).await.unwrap(), [false], "a stale claim settles nothing");
    }
    assert_eq!(errands.waiting(10).await.unwrap(), 1);
    assert_eq!(errands.settle(&[second.settled(Settlement::Done)], at(72)).await.unwrap(), [true]);
    assert_eq!(errands.waiting(10).await.unwrap(), 0);
}

async fn what_is_settled_for_good_never_comes_back(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let errands = store.errands();
    for how in [Settlement::Done, Settlement::Dropped, Settlement::GivenUp { reason: "no such mailbox".into() }] {
        send(&office, &[letter(&office, 1)]).await;
        let claimed = errands.claim(at(10), LEASE, 10).await.unwrap().remove(0);
        assert_eq!(errands.settle(&[claimed.settled(how.clone())], at(11)).await.unwrap(), [true]);
        let again = Settlement::Again { at: at(12), reason: "twice".into() };
        assert_eq!(errands.settle(&[claimed.settled(again)], at(12)).await.unwrap(), [false]);
        assert_eq!(ids(&store, 1_000_000, 10).await, [], "{how:?}");
        assert_eq!(errands.waiting(10).await.unwrap(), 0);
    }
}

async fn what_is_tried_again_comes_when_it_was_put_off_to(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let errands = store.errands();
    let sent = letter(&office, 1);
    send(&office, std::slice::from_ref(&sent)).await;
    for attempt in 0_u32..3 {
        let due = 100 * u64::from(attempt) + 10;
        let claimed = errands.claim(at(due), LEASE, 1).await.unwrap().remove(0);
        let expected = if attempt == 0 { sent.clone() } else { Errand { due_at: at(due), ..sent.clone() } };
        assert_eq!((&claimed.errand, claimed.attempts), (&expected, attempt));
        let how = Settlement::Again { at: at(due + 100), reason: "451".into() };
        assert_eq!(errands.settle(&[claimed.settled(how)], at(due + 1)).await.unwrap(), [true]);
        assert_eq!(ids(&store, due + 99, 10).await, [], "put off, whatever the lease said");
        assert_eq!(errands.waiting(10).await.unwrap(), 1);
    }
}

async fn a_settlement_names_the_organization_too(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    send(&office, &[letter(&office, 1)]).await;
    let claimed = store.errands().claim(at(10), LEASE, 1).await.unwrap().remove(0);
    let done = claimed.settled(Settlement::Done);
    let others = [Settled { organization: other.id(), ..done.clone() }, Settled { id: new(), ..done.clone() }];
    assert_eq!(store.errands().settle(&others, at(11)).await.unwrap(), [false, false]);
    assert_eq!(store.errands().waiting(10).await.unwrap(), 1);
    assert!(store.errands().settle(&[], at(11)).await.unwrap().is_empty());
}

async fn many_are_settled_together_each_as_it_ended(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let errands = store.errands();
    send(&office, &[letter(&office, 1), letter(&office, 2), letter(&office, 3), letter(&office, 4)]).await;
    let claimed = errands.claim(at(10), LEASE, 10).await.unwrap();
    let again = Settlement::Again { at: at(20), reason: "451".into() };
    let ends = [Settlement::Done, again, Settlement::Dropped, Settlement::GivenUp { reason: "550".into() }];
    let mut settled: Vec<Settled> = claimed.iter().zip(ends).map(|(one, how)| one.settled(how)).collect();
    // Answers stand where the settlements do, whatever the order of ids.
    settled.reverse();
    let late = Settled { claim: 0, ..settled.remove(0) };
    settled.insert(1, late);
    assert_eq!(errands.settle(&settled, at(11)).await.unwrap(), [true, false, true, true]);
    let left = errands.claim(at(10).plus(LEASE), LEASE, 10).await.unwrap();
    let left: BTreeSet<_> = left.iter().map(|one| one.errand.id).collect();
    assert_eq!(left, BTreeSet::from([claimed[1].errand.id, claimed[3].errand.id]), "put off, and settled by nobody");
}

async fn what_has_ended_is_swept_out_and_nothing_else(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (pending, invitation) = office.invite("Pen Ding", &[("clerk", office.root())]).await;
    let invited = errand(office.id(), at(1), pending.id, Matter::Invitation { invitation: invitation.id, generation: 1 });
    let (told, waiting) = (letter(&office, 1), letter(&office, 9_000_000));
    send(&office, &[invited.clone(), told.clone(), waiting.clone()]).await;
    for claimed in store.errands().claim(at(1), LEASE, 10).await.unwrap() {
        assert_eq!(store.errands().settle(&[claimed.settled(Settlement::Done)], at(2)).await.unwrap(), [true]);
    }
    let login = user("si@example.test");
    let (ended, lasting) = (session(login.id, 1), Session { expires_at: at(2_650_000), ..session(login.id, 2) });
    let key = ReplayKey { user: login.id, route: "POST /x".to_owned(), key: "k".to_owned() };
    let kept = Replay { body_hash: "0".repeat(64), status: 200, body: "{}".to_owned(), kept_until: at(100) };
    let mut unit = office.open().await;
    unit.users().insert(&login).await.unwrap();
    unit.sessions().insert(&ended).await.unwrap();
    unit.sessions().insert(&lasting).await.unwrap();
    unit.replays().insert(&key, &kept, at(2)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.errands().sweep(at(3), 100).await.unwrap(), 0, "nothing has ended yet");
    let month = 30 * 24 * 60 * 60;
    assert_eq!(store.errands().sweep(at(month + 1), 100).await.unwrap(), 2, "a session and an answer");
    assert_eq!(store.errands().sweep(at(month + 2), 100).await.unwrap(), 1, "the letter that told nothing of an invitation");
    assert_eq!(store.errands().sweep(at(month + 2), 100).await.unwrap(), 0);
    let row = store.queries().invitation(office.id(), invitation.id).await.unwrap().unwrap();
    assert!(row.delivery.is_some(), "where its mail is can still be told");
    assert_eq!(store.errands().waiting(10).await.unwrap(), 1);
    let mut unit = office.open().await;
    assert!(unit.sessions().standing(lasting.id, None, at(5)).await.unwrap().is_some());
    assert!(unit.sessions().standing(ended.id, None, at(0)).await.unwrap().is_none(), "it is gone, not only over");
}

cases!($ errands:
    what_has_ended_is_swept_out_and_nothing_else,
    an_errand_is_kept_as_it_is,
    nothing_is_claimed_before_it_is_due,
    a_claim_takes_the_oldest_up_to_a_number,
    nothing_is_sent_for_what_did_not_happen,
    a_lease_that_ran_out_lets_somebody_else_claim,
    what_is_settled_for_good_never_comes_back,
    what_is_tried_again_comes_when_it_was_put_off_to,
    a_settlement_names_the_organization_too,
    many_are_settled_together_each_as_it_ended,
);
