//! Answers kept for requests that come twice.

use std::sync::Arc;
use std::time::Duration;

use tenure_port_store::{Replay, ReplayKey, Store};

use crate::contract::cases;
use crate::samples::{at, is_taken, user};

async fn asker(store: &Arc<dyn Store>, address: &str) -> ReplayKey {
    let login = user(address);
    let mut unit = store.open().await.unwrap();
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    ReplayKey { user: login.id, route: "POST /organizations/1/invitations".to_owned(), key: "k-1 “ü”".to_owned() }
}

fn answer(body: &str) -> Replay {
    Replay { body_hash: "0".repeat(64), status: 201, body: body.to_owned(), kept_until: at(100) }
}

async fn an_answer_is_kept_until_it_expires(store: Arc<dyn Store>) {
    let key = asker(&store, "asks@example.test").await;
    let kept = answer("{\"name\":\"Zoë\\n\"}");
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.replays().find(&key, at(1)).await.unwrap(), None);
    unit.replays().insert(&key, &kept, at(1)).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.replays().find(&key, at(1)).await.unwrap().as_ref(), Some(&kept));
    assert_eq!(unit.replays().find(&key, at(100).minus(Duration::from_micros(1))).await.unwrap().as_ref(), Some(&kept));
    assert_eq!(unit.replays().find(&key, at(100)).await.unwrap(), None);
}

async fn who_which_route_and_which_key_make_a_request_the_same(store: Arc<dyn Store>) {
    let key = asker(&store, "asks@example.test").await;
    let other = asker(&store, "other@example.test").await;
    let mut unit = store.open().await.unwrap();
    unit.replays().insert(&key, &answer("first"), at(1)).await.unwrap();
    for another in [other, ReplayKey { route: "POST /other".into(), ..key.clone() }, ReplayKey { key: "k-2".into(), ..key.clone() }]
    {
        assert_eq!(unit.replays().find(&another, at(1)).await.unwrap(), None);
        unit.replays().insert(&another, &answer("another"), at(1)).await.unwrap();
    }
    assert_eq!(unit.replays().find(&key, at(1)).await.unwrap().unwrap().body, "first");
}

async fn an_answer_is_kept_once(store: Arc<dyn Store>) {
    let key = asker(&store, "asks@example.test").await;
    let mut unit = store.open().await.unwrap();
    unit.replays().insert(&key, &answer("first"), at(1)).await.unwrap();
    let second = unit.replays().insert(&key, &answer("second"), at(1)).await;
    assert!(is_taken(&second), "{second:?}");
    assert_eq!(unit.replays().find(&key, at(1)).await.unwrap().unwrap().body, "first", "the unit is still usable");
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    assert!(is_taken(&unit.replays().insert(&key, &answer("third"), at(1)).await));
}

async fn an_expired_answer_makes_room_for_the_next(store: Arc<dyn Store>) {
    let key = asker(&store, "asks@example.test").await;
    let mut unit = store.open().await.unwrap();
    unit.replays().insert(&key, &answer("first"), at(1)).await.unwrap();
    unit.commit().await.unwrap();
    let later = Replay { kept_until: at(300), ..answer("second") };
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.replays().find(&key, at(200)).await.unwrap(), None);
    unit.replays().insert(&key, &later, at(200)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.open().await.unwrap().replays().find(&key, at(201)).await.unwrap(), Some(later));
}

async fn an_answer_goes_with_the_unit_that_gave_it(store: Arc<dyn Store>) {
    let key = asker(&store, "asks@example.test").await;
    let mut unit = store.open().await.unwrap();
    unit.replays().insert(&key, &answer("never"), at(1)).await.unwrap();
    drop(unit);
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.replays().find(&key, at(1)).await.unwrap(), None);
    unit.replays().insert(&key, &answer("now"), at(1)).await.unwrap();
}

cases!($ replays:
    an_answer_is_kept_until_it_expires,
    who_which_route_and_which_key_make_a_request_the_same,
    an_answer_is_kept_once,
    an_expired_answer_makes_room_for_the_next,
    an_answer_goes_with_the_unit_that_gave_it,
);
