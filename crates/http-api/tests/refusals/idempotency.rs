//! `Idempotency-Key`: the same request gets the same answer, and has its effect once.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Client, House};

/// Every POST inside an organization that honours the key, with a body that works once.
async fn posts(owner: &Client) -> Vec<(String, Value)> {
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let gone = owner.hire("gus@example.test", &owner.root, "agent").await;
    let receipt = owner.revoke(&gone, &owner.root).await;
    let plan = owner.plan("email,levels\nnina@example.test,agent\n").await["plan"].as_str().unwrap().to_owned();
    let org = json!({ "name": "Beta", "model": "workspace", "governor_email": "olga@example.test" });
    vec![
        ("workspaces".to_owned(), json!({ "parent": owner.root, "name": "North" })),
        ("invitations".to_owned(), json!({ "emails": "new@example.test", "workspace": owner.root, "levels": ["agent"] })),
        ("contacts".to_owned(), json!({ "workspace": owner.root, "name": "Ada" })),
        (format!("{}/revocation", agent.grant(&owner.root)), json!({ "reason": "Left" })),
        ("members/levels".to_owned(), json!({ "members": [agent.member], "workspace": owner.root, "levels": ["agent"] })),
        (format!("members/import/{plan}/execution"), json!({ "reason": "New season" })),
        (format!("members/{}/deactivation", agent.member), json!({ "reason": "On leave" })),
        ("members/deletion".to_owned(), json!({ "members": [agent.member] })),
        (format!("receipts/{receipt}/undo"), json!({ "reason": "Came back" })),
        ("/operator/organizations".to_owned(), org),
    ]
}

#[tokio::test]
async fn a_request_that_comes_twice_is_answered_alike_and_done_once() {
    let (house, owner) = House::governed().await;
    for (path, body) in posts(&owner).await {
        let ask = || owner.post(&path, body.clone()).header("idempotency-key", "a key");
        let first = ask().await;
        assert!(first.status.is_success(), "{first}");
        let after = house.everything().await;
        let second = ask().await;
        assert_eq!((second.status, &second.body), (first.status, &first.body), "{path}");
        assert_eq!(first.header("content-type"), second.header("content-type"));
        assert_eq!((first.header("idempotency-replayed"), second.header("idempotency-replayed")), (None, Some("true")));
        assert_eq!(house.everything().await, after, "{path}: once is enough");
        // Another body under the same key is another request.
        let mut other = body.clone();
        other["reason"] = json!("Another");
        if other.get("name").or(other.get("emails")).is_some() {
            other.as_object_mut().unwrap().remove("reason");
            other.as_object_mut().unwrap().entry("name").and_modify(|name| *name = json!("Other"));
            other.as_object_mut().unwrap().entry("emails").and_modify(|emails| *emails = json!("other@example.test"));
        }
        owner.post(&path, other).header("idempotency-key", "a key").await.refused("invalid", "idempotency_key");
        assert_eq!(house.everything().await, after, "{path}");
    }
    house.verify().await;
}

#[tokio::test]
async fn an_invitation_is_sent_again_once_for_each_key() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("ada@example.test", &owner.root, "agent").await;
    let path = format!("invitations/{invitation}/resend");
    let again = || owner.post(&path, json!({})).header("idempotency-key", "a key");
    let first = again().await;
    assert_eq!(first.header("idempotency-replayed"), None);
    let after = house.everything().await;
    let second = again().await;
    assert_eq!((second.expect(200), second.header("idempotency-replayed")), (first.expect(200), Some("true")));
    assert_eq!(house.everything().await, after, "one new link, one mail");
    owner.post(&path, json!({})).await.expect(200);
    assert_ne!(house.everything().await, after, "without a key it is another");
    owner.post(&path, json!({ "note": "x" })).await.refused("invalid", "");
}

#[tokio::test]
async fn a_key_belongs_to_its_actor_and_its_route() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let make =
        |who: &Client| who.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "k");
    let (one, other) = (make(&owner).await.expect(201), make(&manager).await.expect(201));
    assert_ne!(one, other);
    let body = json!({ "parent": owner.root, "name": "North" });
    owner.post("workspaces", body).header("idempotency-key", "k").await.expect(201);
    assert_eq!(owner.get("contacts").await.items().len(), 2);
}

#[tokio::test]
async fn a_key_is_kept_for_a_day() {
    let (house, owner) = House::governed().await;
    let make = || owner.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "k");
    let first = make().await.expect(201);
    house.pass(Duration::from_hours(24) - Duration::from_micros(1));
    assert_eq!(make().await.expect(201), first);
    house.pass(Duration::from_micros(1));
    assert_ne!(make().await.expect(201), first);
}

#[tokio::test]
async fn what_was_refused_may_be_tried_again_under_the_same_key() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let make = || manager.post("workspaces", json!({ "parent": owner.root, "name": "West" })).header("idempotency-key", "k");
    make().await.refused("not_found", "");
    owner.regrant(&manager, &owner.root, "manager", &[]).await;
    make().await.expect(201);
}

#[tokio::test]
async fn a_key_is_1_to_255_visible_characters() {
    let (_, owner) = House::governed().await;
    let make = |key: &str| owner.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", key);
    make("").await.refused("malformed", "idempotency_key");
    make(&"x".repeat(256)).await.refused("malformed", "idempotency_key");
    make("\u{fc}").await.refused("malformed", "idempotency_key");
    make(&"x".repeat(255)).await.expect(201);
}

#[tokio::test]
async fn parallel_requests_with_one_key_have_one_effect() {
    let (house, owner) = House::governed().await;
    let make = || owner.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "k");
    let (a, b, c, d) = tokio::join!(make(), make(), make(), make());
    let bodies = [a, b, c, d].map(|answer| answer.expect(201).to_string());
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
    assert_eq!(owner.get("contacts").await.items().len(), 1);
    house.verify().await;
}
