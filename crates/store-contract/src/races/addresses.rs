//! Addresses that several logins take at once.

use std::sync::Arc;

use tenure_domain::user::User;
use tenure_port_store::{Store, StoreError};
use tokio::sync::Barrier;

use crate::contract::cases;
use crate::samples::{Office, email, user};

async fn r15_of_two_logins_that_take_an_address_at_once_one_has_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..20 {
        let wanted = email(&format!("wanted.{round}.{}@example.test", office.id()));
        let logins = ["a", "b"].map(|name| user(&format!("{name}.{round}.{}@example.test", office.id())));
        let mut unit = office.open().await;
        unit.users().insert_all(&logins).await.unwrap();
        unit.commit().await.unwrap();
        let barrier = Arc::new(Barrier::new(2));
        let takers = logins.clone().map(|login| {
            let (store, barrier, email) = (Arc::clone(&store), Arc::clone(&barrier), wanted.clone());
            tokio::spawn(async move {
                barrier.wait().await;
                loop {
                    let taken = async {
                        let mut unit = store.open().await?;
                        unit.unit().users().readdress(&User { email: email.clone(), ..login.clone() }).await?;
                        unit.commit().await
                    };
                    match taken.await {
                        Err(StoreError::Contention) => tokio::task::yield_now().await,
                        Err(StoreError::Taken(_)) => return None,
                        done => return done.map(|()| Some(login.id)).unwrap(),
                    }
                }
            })
        });
        let mut has = Vec::new();
        for taker in takers {
            has.extend(taker.await.unwrap());
        }
        let mut unit = store.snapshot().await.unwrap();
        let holder = unit.users().find_by_email(&wanted).await.unwrap().map(|login| login.id);
        assert_eq!(has.len(), 1, "round {round}");
        assert_eq!(holder, has.first().copied(), "round {round}");
        for login in logins.iter().filter(|login| Some(login.id) != holder) {
            assert_eq!(unit.users().find_by_email(&login.email).await.unwrap().as_ref(), Some(login), "nothing of theirs is gone");
        }
    }
}

async fn r15_a_login_that_is_waited_for_is_found_by_the_address_that_it_has_then(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..20 {
        let login = user(&format!("old.{round}.{}@example.test", office.id()));
        let mut unit = office.open().await;
        unit.users().insert(&login).await.unwrap();
        unit.commit().await.unwrap();
        let mut unit = store.open().await.unwrap();
        let new = email(&format!("new.{round}.{}@example.test", office.id()));
        unit.unit().users().readdress(&User { email: new, ..login.clone() }).await.unwrap();
        let (other, old) = (Arc::clone(&store), login.email.clone());
        let waits = tokio::spawn(async move {
            loop {
                match other.open().await {
                    Err(StoreError::Contention) => tokio::task::yield_now().await,
                    opened => break opened.unwrap().unit().users().hold_by_email(&old).await.unwrap(),
                }
            }
        });
        tokio::task::yield_now().await;
        unit.commit().await.unwrap();
        let found = waits.await.unwrap();
        assert!(
            found.is_none_or(|found| found.email == login.email),
            "round {round}: nobody joins as who has this address no more"
        );
    }
}

cases!($ addresses_race:
    r15_a_login_that_is_waited_for_is_found_by_the_address_that_it_has_then,
    r15_of_two_logins_that_take_an_address_at_once_one_has_it,
);
