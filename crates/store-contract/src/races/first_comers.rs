//! Whoever comes first: portfolios, setup, seats, addresses, logins and replayed answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::future::join_all;
use tenure_domain::PortfolioId;
use tenure_domain::user::User;
use tenure_port_store::{Replay, ReplayKey, Store, StoreError};
use tokio::sync::Barrier;

use super::together::{ROUNDS, successes, together};
use crate::contract::cases;
use crate::deeds::{Deed, Invite, Refused};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, email, new, organization, user};

/// Runs these at the same moment, each on a task of its own.
async fn at_once<T: Send + 'static>(tasks: Vec<impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    let barrier = Arc::new(Barrier::new(tasks.len()));
    let spawned = tasks.into_iter().map(|task| {
        let barrier = Arc::clone(&barrier);
        tokio::spawn(async move {
            barrier.wait().await;
            task.await
        })
    });
    join_all(spawned.collect::<Vec<_>>()).await.into_iter().map(Result::unwrap).collect()
}

async fn two_who_open_the_same_portfolio_get_the_same(store: Arc<dyn Store>) {
    let office = Arc::new(Office::found(&store).await);
    let mut before: Option<PortfolioId> = None;
    for round in 0..ROUNDS {
        let open = |office: Arc<Office>| async move { office.portfolio(office.chief, office.root()).await };
        let opened = at_once(vec![open(Arc::clone(&office)), open(Arc::clone(&office)), open(Arc::clone(&office))]).await;
        assert!(opened.iter().all(|one| *one == opened[0]), "round {round}: {opened:?}");
        assert!(opened[0].open && before != Some(opened[0].id));
        before = Some(opened[0].id);
        office.hand_over(&opened[..1], None).await;
    }
    nothing_is_violated(&office).await;
}

async fn of_two_claims_of_setup_one_holds(store: Arc<dyn Store>) {
    let claim = |store: Arc<dyn Store>, keep: bool| async move {
        let mut unit = store.open().await.unwrap();
        let claimed = unit.organizations().claim_setup(at(1)).await.unwrap();
        if keep {
            unit.commit().await.unwrap();
        }
        claimed
    };
    for _ in 0..ROUNDS {
        let both = at_once(vec![claim(Arc::clone(&store), false), claim(Arc::clone(&store), false)]).await;
        assert_eq!(both, [true, true], "a claim that was given up keeps nobody out");
    }
    let all = at_once((0..8).map(|_| claim(Arc::clone(&store), true)).collect()).await;
    assert_eq!(all.iter().filter(|claimed| **claimed).count(), 1);
    assert!(!store.queries().awaits_setup().await.unwrap());
}

fn invite(office: &Office, address: &str) -> Deed {
    Deed::Invite(Invite { actor: office.chief, email: email(address) })
}

async fn seated(store: &Arc<dyn Store>, seats: u32) -> Office {
    let mut organization = organization("Seated");
    organization.seats = Some(seats);
    Office::found_as(store, organization).await
}

async fn h7_the_last_seat_is_taken_once(store: Arc<dyn Store>) {
    let office = seated(&store, 2).await;
    for round in 0..ROUNDS {
        let addresses = [format!("one{round}@example.test"), format!("other{round}@example.test")];
        let outcomes = together(&office, addresses.iter().map(|address| invite(&office, address)).collect()).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert!(outcomes.contains(&Err(Refused::Rule("seats_full"))), "{outcomes:?}");
        let winner = outcomes.iter().position(Result::is_ok).unwrap();
        let mut unit = office.lock().await;
        assert_eq!(unit.memberships().seats_taken(office.id(), 100).await.unwrap(), 2);
        let seated = unit.memberships().find_by_email(office.id(), &email(&addresses[winner])).await.unwrap().unwrap();
        unit.membership_changes().remove(seated.id, at(50)).await.unwrap();
        unit.commit().await.unwrap();
    }
    nothing_is_violated(&office).await;
}

async fn h7_a_hundred_parallel_invitations_fill_the_seats_and_no_more(store: Arc<dyn Store>) {
    let office = seated(&store, 41).await;
    let deeds = (0..100).map(|number| invite(&office, &format!("invited{number}@example.test"))).collect();
    let outcomes = together(&office, deeds).await;
    assert_eq!(successes(&outcomes), 40);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Refused::Rule("seats_full")))));
    assert_eq!(office.open().await.memberships().seats_taken(office.id(), 1_000).await.unwrap(), 41);
    nothing_is_violated(&office).await;
}

async fn two_who_invite_one_address_make_one_member(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS {
        let address = format!("both{round}@example.test");
        let outcomes = together(&office, vec![invite(&office, &address), invite(&office, &address)]).await;
        assert_eq!(successes(&outcomes), 2, "round {round}: the second renews the link: {outcomes:?}");
        let mut unit = office.open().await;
        let member = unit.memberships().find_by_email(office.id(), &email(&address)).await.unwrap().unwrap();
        let invitation = unit.invitations().of_member(office.id(), member.id).await.unwrap().unwrap();
        assert_eq!((invitation.generation, invitation.version), (2, 2));
    }
    nothing_is_violated(&office).await;
}

async fn one_address_becomes_one_login(store: Arc<dyn Store>) {
    for round in 0..ROUNDS {
        let address = format!("login{round}@example.test");
        let login = |store: Arc<dyn Store>, user: User| async move {
            let mut unit = store.open().await?;
            unit.users().insert(&user).await?;
            unit.commit().await?;
            Ok::<_, StoreError>(user.id)
        };
        let outcomes = at_once(vec![login(Arc::clone(&store), user(&address)), login(Arc::clone(&store), user(&address))]).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(StoreError::Taken(_)))), "{outcomes:?}");
        let kept = store.open().await.unwrap().users().find_by_email(&email(&address)).await.unwrap().unwrap();
        let winners: BTreeSet<_> = outcomes.into_iter().flatten().collect();
        assert_eq!(winners, [kept.id].into());
    }
}

async fn a_request_that_comes_twice_at_once_is_answered_once(store: Arc<dyn Store>) {
    let asker = user("asks@example.test");
    let mut unit = store.open().await.unwrap();
    unit.users().insert(&asker).await.unwrap();
    unit.commit().await.unwrap();
    for round in 0..ROUNDS {
        let answer = |store: Arc<dyn Store>, body: &str| {
            let key = ReplayKey { user: asker.id, route: "POST /x".to_owned(), key: round.to_string() };
            let replay = Replay { body_hash: "h".to_owned(), status: 200, body: body.to_owned(), kept_until: at(100) };
            async move {
                let mut unit = store.open().await?;
                if let Some(kept) = unit.replays().find(&key, at(1)).await? {
                    return Ok(kept.body);
                }
                unit.replays().insert(&key, &replay, at(1)).await?;
                unit.commit().await?;
                Ok::<_, StoreError>(replay.body)
            }
        };
        let outcomes = at_once(vec![answer(Arc::clone(&store), "one"), answer(Arc::clone(&store), "other")]).await;
        let bodies: BTreeSet<String> = outcomes
            .into_iter()
            .filter_map(|outcome| match outcome {
                Ok(body) => Some(body),
                Err(StoreError::Taken(_)) => None,
                Err(error) => panic!("{error}"),
            })
            .collect();
        assert_eq!(bodies.len(), 1, "round {round}: whoever is answered gets the one answer");
    }
}

async fn an_organization_is_founded_once(store: Arc<dyn Store>) {
    for _ in 0..20 {
        let made = organization("Once");
        let found = |store: Arc<dyn Store>| {
            let made = made.clone();
            async move {
                let mut unit = store.found(made.id).await?;
                unit.organization_changes().insert(&made).await?;
                unit.commit().await
            }
        };
        let outcomes = at_once(vec![found(Arc::clone(&store)), found(Arc::clone(&store))]).await;
        assert_eq!(successes(&outcomes), 1, "{outcomes:?}");
        assert_eq!(store.queries().organization(made.id).await.unwrap(), Some(made));
    }
    assert_eq!(store.queries().organization(new()).await.unwrap(), None);
}

cases!($ first_comers_race:
    two_who_open_the_same_portfolio_get_the_same,
    of_two_claims_of_setup_one_holds,
    h7_the_last_seat_is_taken_once,
    h7_a_hundred_parallel_invitations_fill_the_seats_and_no_more,
    two_who_invite_one_address_make_one_member,
    one_address_becomes_one_login,
    a_request_that_comes_twice_at_once_is_answered_once,
    an_organization_is_founded_once,
);
