//! What was tried of passwords.

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::Instant;
use tenure_domain::attempts::{Limit, Tries};
use tenure_port_store::{Store, Tried};

use crate::contract::cases;
use crate::samples::at;

const WHO: [u8; 32] = [1; 32];

fn from(network: u8) -> Tried {
    Tried::Password { who: WHO, network: [network; 32] }
}

/// Counts that something was tried at these instants.
async fn tried(store: &Arc<dyn Store>, of: &Tried, times: &[Instant]) {
    let mut unit = store.open().await.unwrap();
    let mut tries = unit.attempts().hold(of, at(1)).await.unwrap();
    for now in times {
        tries.take(of.limit(), *now).unwrap();
    }
    unit.attempts().keep(of, &tries).await.unwrap();
    unit.commit().await.unwrap();
}

async fn kept(store: &Arc<dyn Store>, of: &Tried) -> Tries {
    store.open().await.unwrap().attempts().find(of).await.unwrap()
}

async fn locked(store: &Arc<dyn Store>, now: Instant) -> Option<Instant> {
    store.queries().locked_until(&WHO, now, Limit::PASSWORD.latest(now)).await.unwrap()
}

async fn what_was_tried_is_kept_by_whose_it_was_and_from_where(store: Arc<dyn Store>) {
    let others = [from(2), Tried::Password { who: [2; 32], network: [1; 32] }, Tried::Network([1; 32])];
    assert_eq!(kept(&store, &from(1)).await, Tries::default());
    tried(&store, &from(1), &[at(1), at(2)]).await;
    tried(&store, &from(1), &[at(3)]).await;
    assert_eq!(kept(&store, &from(1)).await, Tries::new(vec![at(1), at(2), at(3)]));
    for (nth, other) in others.iter().enumerate() {
        assert_eq!(kept(&store, other).await, Tries::default(), "{nth}");
        tried(&store, other, &[at(9)]).await;
    }
    let mut unit = store.open().await.unwrap();
    unit.attempts().forget(&from(1)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(kept(&store, &from(1)).await, Tries::default());
    for other in &others {
        assert_eq!(kept(&store, other).await, Tries::new(vec![at(9)]));
    }
}

async fn what_is_held_and_not_kept_is_as_before(store: Arc<dyn Store>) {
    tried(&store, &from(1), &[at(1)]).await;
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.attempts().hold(&from(1), at(5)).await.unwrap(), Tries::new(vec![at(1)]));
    assert_eq!(unit.attempts().hold(&from(2), at(5)).await.unwrap(), Tries::default());
    drop(unit);
    assert_eq!(kept(&store, &from(1)).await, Tries::new(vec![at(1)]));
    // What is kept of nothing is nothing.
    let mut unit = store.open().await.unwrap();
    unit.attempts().hold(&from(1), at(5)).await.unwrap();
    unit.attempts().keep(&from(1), &Tries::default()).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(kept(&store, &from(1)).await, Tries::default());
}

async fn a_lock_is_found_by_whose_it_is_and_lifted_on_all_networks(store: Arc<dyn Store>) {
    let quarter = Duration::from_mins(15);
    tried(&store, &from(1), &[at(10); 9]).await;
    tried(&store, &Tried::Password { who: [2; 32], network: [1; 32] }, &[at(10); 10]).await;
    assert_eq!(locked(&store, at(10)).await, None, "nine are none, and others' are others'");
    tried(&store, &from(2), &[at(10); 10]).await;
    tried(&store, &from(3), &[at(40); 10]).await;
    assert_eq!(locked(&store, at(40)).await, Some(at(40).plus(quarter)), "the last to end");
    assert_eq!(locked(&store, at(40).plus(quarter)).await, None);
    assert_eq!(locked(&store, at(40).minus(Duration::from_hours(1))).await, None, "h12: nor before a clock jumped back");
    let mut unit = store.open().await.unwrap();
    assert!(!unit.attempts().lift(&WHO, at(40).plus(quarter)).await.unwrap(), "what is over is no lock");
    assert!(unit.attempts().lift(&WHO, at(40)).await.unwrap());
    assert!(!unit.attempts().lift(&WHO, at(40)).await.unwrap());
    unit.commit().await.unwrap();
    assert_eq!(locked(&store, at(40)).await, None);
    assert_eq!(kept(&store, &from(2)).await, Tries::default());
    assert_eq!(kept(&store, &from(1)).await.at().len(), 9, "where none is in force, what was tried counts on");
    let mut unit = store.open().await.unwrap();
    unit.attempts().forget_all(&WHO).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(kept(&store, &from(1)).await, Tries::default());
    let other = Tried::Password { who: [2; 32], network: [1; 32] };
    assert!(kept(&store, &other).await.locked_until(Limit::PASSWORD, at(10)).is_some());
}

async fn what_counts_no_more_is_swept_out(store: Arc<dyn Store>) {
    tried(&store, &from(1), &[at(1)]).await;
    tried(&store, &Tried::Network([1; 32]), &[at(1), at(100_000)]).await;
    assert_eq!(store.errands().sweep(at(1), 100).await.unwrap(), 0);
    let later = at(1).plus(Duration::from_hours(1));
    assert_eq!(store.errands().sweep(later, 100).await.unwrap(), 1);
    assert_eq!(kept(&store, &from(1)).await, Tries::default());
    assert_eq!(kept(&store, &Tried::Network([1; 32])).await, Tries::new(vec![at(100_000)]));
}

cases!($ attempts:
    what_was_tried_is_kept_by_whose_it_was_and_from_where,
    what_is_held_and_not_kept_is_as_before,
    a_lock_is_found_by_whose_it_is_and_lifted_on_all_networks,
    what_counts_no_more_is_swept_out,
);
