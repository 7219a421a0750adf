//! Many guess at once, each over a connection of their own (d3).

use std::sync::Arc;

use tenure_domain::Instant;
use tenure_domain::attempts::{Limit, Tries};
use tenure_port_store::{Store, Tried};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::contract::cases;
use crate::samples::at;

/// How many guess.
const GUESSERS: usize = 64;

/// Takes a try as a sign-in does; says whether there was one left.
async fn is_let(store: &Arc<dyn Store>, of: &Tried, now: Instant) -> bool {
    let mut unit = store.open().await.unwrap();
    let mut tries = unit.attempts().hold(of, now).await.unwrap();
    let is_let = tries.take(of.limit(), now).is_ok();
    unit.attempts().keep(of, &tries).await.unwrap();
    unit.commit().await.unwrap();
    is_let
}

async fn d3_of_many_who_try_at_once_as_many_are_let_as_there_are_tries(store: Arc<dyn Store>) {
    for round in 0..20 {
        let of = Tried::Password { who: [round; 32], network: [1; 32] };
        let barrier = Arc::new(Barrier::new(GUESSERS));
        let mut guessers = JoinSet::new();
        for _ in 0..GUESSERS {
            let (store, barrier) = (Arc::clone(&store), Arc::clone(&barrier));
            guessers.spawn(async move {
                barrier.wait().await;
                is_let(&store, &of, at(1)).await
            });
        }
        let let_in = guessers.join_all().await.into_iter().filter(|is_let| *is_let).count();
        assert_eq!(let_in, 10, "round {round}");
        let tries = store.open().await.unwrap().attempts().find(&of).await.unwrap();
        assert!(tries.locked_until(Limit::PASSWORD, at(1)).is_some());
    }
}

async fn who_succeeds_while_others_guess_leaves_nothing_that_was_tried_before(store: Arc<dyn Store>) {
    let of = Tried::Password { who: [9; 32], network: [9; 32] };
    for _ in 0..50 {
        let mut unit = store.open().await.unwrap();
        unit.attempts().hold(&of, at(1)).await.unwrap();
        unit.attempts().keep(&of, &Tries::new(vec![at(1); 5])).await.unwrap();
        unit.commit().await.unwrap();
        let barrier = Arc::new(Barrier::new(2));
        let (here, together) = (Arc::clone(&store), Arc::clone(&barrier));
        let succeeds = tokio::spawn(async move {
            together.wait().await;
            let mut unit = here.open().await.unwrap();
            unit.attempts().forget(&of).await.unwrap();
            unit.commit().await.unwrap();
        });
        barrier.wait().await;
        assert!(is_let(&store, &of, at(2)).await);
        succeeds.await.unwrap();
        let left = store.open().await.unwrap().attempts().find(&of).await.unwrap();
        assert!(left.at().is_empty() || left.at() == [at(2)], "it is counted after or forgotten with the rest: {left:?}");
    }
}

cases!($ attempts_race:
    d3_of_many_who_try_at_once_as_many_are_let_as_there_are_tries,
    who_succeeds_while_others_guess_leaves_nothing_that_was_tried_before,
);
