//! Another password ends all sessions, also those that are beginning (c2, h5).

use std::sync::Arc;

use tenure_domain::user::{RESET_LASTS, SentLinks, User};
use tenure_port_store::{Store, StoreError};
use tokio::sync::Barrier;

use super::together::ROUNDS;
use crate::contract::cases;
use crate::samples::{Office, at, session, user};

async fn c2_no_session_of_the_older_password_outlives_another_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user(&format!("c2.{}@example.test", office.id()));
    let mut unit = office.open().await;
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    for round in 0..ROUNDS / 3 {
        let before = office.open().await.users().find(login.id).await.unwrap().unwrap();
        let own = session(login.id, 1);
        let mut unit = office.open().await;
        unit.sessions().insert(&own).await.unwrap();
        unit.commit().await.unwrap();
        let barrier = Arc::new(Barrier::new(2));
        // Somebody signs in with what is the password until now, and with that alone.
        let (here, known, theirs) = (Arc::clone(&store), before.clone(), session(login.id, 2));
        let together = Arc::clone(&barrier);
        let signs_in = tokio::spawn(async move {
            together.wait().await;
            let mut unit = here.open().await.unwrap();
            let now = unit.unit().users().hold(known.id).await.unwrap().unwrap();
            if now.password_hash == known.password_hash {
                unit.unit().sessions().insert(&theirs).await.unwrap();
                unit.commit().await.unwrap();
            }
        });
        barrier.wait().await;
        let mut unit = office.open().await;
        let mut changed = unit.users().hold(login.id).await.unwrap().unwrap();
        changed.password_hash = Some(format!("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$cm91bmQ{round}"));
        unit.users().update(&changed).await.unwrap();
        unit.sessions().end_others(login.id, own.id).await.unwrap();
        unit.sessions().remove(own.id).await.unwrap();
        unit.commit().await.unwrap();
        signs_in.await.unwrap();
        assert!(store.queries().sessions_of(login.id, at(10), 10).await.unwrap().is_empty(), "round {round}");
    }
}

async fn c2_of_many_uses_of_a_link_to_another_password_one_succeeds(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let reset = SentLinks::default().another(RESET_LASTS, at(1)).unwrap();
    let login = User { reset, ..user(&format!("c2.reset.{}@example.test", office.id())) };
    let mut unit = office.open().await;
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    let barrier = Arc::new(Barrier::new(32));
    let uses = (0..32).map(|number| {
        let (store, barrier, id) = (Arc::clone(&store), Arc::clone(&barrier), login.id);
        tokio::spawn(async move {
            barrier.wait().await;
            let mut unit = loop {
                match store.open().await {
                    Err(StoreError::Contention) => tokio::task::yield_now().await,
                    opened => break opened.unwrap(),
                }
            };
            let mut now = unit.unit().users().hold(id).await.unwrap().unwrap();
            if !now.reset_lives(1, at(2)) {
                return 0;
            }
            now.choose_password(format!("hash {number}"));
            unit.unit().users().update(&now).await.unwrap();
            unit.commit().await.unwrap();
            1
        })
    });
    let mut succeeded = 0;
    for one in uses.collect::<Vec<_>>() {
        succeeded += one.await.unwrap();
    }
    assert_eq!(succeeded, 1);
}

cases!($ sessions_race:
    c2_no_session_of_the_older_password_outlives_another_one,
    c2_of_many_uses_of_a_link_to_another_password_one_succeeds,
);
