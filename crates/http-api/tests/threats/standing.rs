//! a7, e1: who has no standing acts nowhere, and a change of standing holds from the next request on.

use std::time::Duration;

use serde_json::json;

use crate::support::{Ask, Client, House, Route, routes};

fn ask(who: &Client, owner: &Client, route: &Route) -> Ask {
    let path = route.filled(|name| match name {
        "org" => owner.organization.clone(),
        "member" => owner.member.clone(),
        _ => owner.root.clone(),
    });
    let query = if route.path.ends_with("/access") {
        format!("?member=me&permission=calls.use&workspace={}", owner.root)
    } else {
        String::new()
    };
    let ask = who.ask(route.method.clone(), format!("/api/v1{path}{query}")).header("if-match", "\"v1\"");
    match route.sample() {
        Some(body) => ask.json(&body),
        None => ask,
    }
}

fn inside() -> impl Iterator<Item = Route> {
    routes().into_iter().filter(|route| route.path.starts_with("/organizations/{org}"))
}

#[tokio::test]
async fn a7_somebody_signed_out_gets_nothing_from_any_route() {
    let (house, owner) = House::governed().await;
    let before = house.everything().await;
    let mut tried = 0;
    for route in routes().into_iter().filter(|route| !route.is_public) {
        ask(&house.anyone(), &owner, &route).await.refused("unauthenticated", "");
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
    let public: Vec<String> = routes().iter().filter(|route| route.is_public).map(Route::name).collect();
    let expected = [
        "GET /dev/mail",
        "POST /email-confirmation",
        "POST /invitation/accept",
        "POST /invitation/read",
        "POST /invitation/refuse",
        "POST /password-reset",
        "POST /password-reset/complete",
        "POST /session",
        "POST /setup",
    ];
    assert_eq!(public, expected, "what is answered without a session is decided, not forgotten");
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn a7_inactive_people_and_strangers_get_not_found_from_every_route_of_an_organization() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let idle = owner.hire("ida@example.test", &owner.root, "owner").await;
    other.welcome(&idle).await;
    owner.deactivate(&idle).await;
    // Somebody who is invited and signed in elsewhere is pending here, and no more than that.
    other.hire("pat@example.test", &other.root, "agent").await;
    owner.pending("pat@example.test", &owner.root, "owner").await;
    let pending = house.sign_in("pat@example.test").await;
    let before = house.everything().await;
    for route in inside() {
        for who in [&idle, &other, &pending] {
            ask(who, &owner, &route).await.refused("not_found", "");
        }
    }
    for (who, count) in [(&idle, 1), (&other, 1), (&pending, 1)] {
        assert_eq!(who.get("/organizations").await.items().len(), count);
    }
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn e1_every_change_of_state_holds_from_the_next_request_on() {
    let (house, operator) = House::governed().await;
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let organization = format!("/operator/organizations/{}", owner.organization);

    // Revoked: the right is gone, in every session of theirs.
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let second = house.sign_in("mia@example.test").await;
    manager.get("members").await.expect(200);
    owner.revoke(&manager, &owner.root).await;
    for session in [&manager, &second] {
        session.get("members").await.refused("forbidden", "missing_permission");
        session.get(&format!("members?workspace={}", owner.root)).await.refused("forbidden", "missing_permission");
        session.get("contacts").await.refused("forbidden", "missing_permission");
        session.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).await.refused("not_found", "");
        assert_eq!(session.get("workspaces").await.items().len(), 0);
    }

    // Demoted, and restricted.
    let manager = owner.hire("max@example.test", &owner.root, "manager").await;
    manager.get("members").await.expect(200);
    owner.regrant(&manager, &owner.root, "agent", &[]).await;
    manager.get("members").await.refused("forbidden", "missing_permission");
    let contact = owner.contact(&owner.root, "Ada", None).await;
    manager.get(&format!("contacts/{contact}")).await.expect(200);
    owner.regrant(&manager, &owner.root, "agent", &["contacts_own"]).await;
    manager.get(&format!("contacts/{contact}")).await.refused("not_found", "");

    // Deactivated.
    manager.get("").await.expect(200);
    owner.deactivate(&manager).await;
    manager.get("").await.refused("unauthenticated", "");
    let manager = owner.hire("may@example.test", &owner.root, "manager").await;
    operator.welcome(&manager).await;
    owner.deactivate(&manager).await;
    manager.get("").await.refused("not_found", "");
    manager.get("/session").await.expect(200);

    // The organization switched off, and on again.
    owner.get("members").await.expect(200);
    operator.patch(&organization, json!({ "active": false })).await.expect(200);
    owner.get("members").await.refused("not_found", "");
    owner.post("workspaces", json!({ "parent": owner.root, "name": "West" })).await.refused("not_found", "");
    operator.patch(&organization, json!({ "active": true })).await.expect(200);
    owner.get("members").await.expect(200);

    // Signed out.
    let again = house.sign_in("gus@example.test").await;
    again.delete("/session").await.expect(204);
    again.get("members").await.refused("unauthenticated", "");
    again.post("workspaces", json!({ "parent": owner.root, "name": "West" })).await.refused("unauthenticated", "");
    owner.get("members").await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn e1_a_session_ends_when_its_time_has_come_without_any_cleaner() {
    let (house, owner) = House::governed().await;
    assert_eq!(owner.get("/session").await.expect(200)["expires_at"], "2026-04-01T12:00:00Z");
    // What is done in it keeps it from idling too long, and doesn't make it longer.
    for _ in 0..5 {
        house.pass(Duration::from_hours(6 * 24) - Duration::from_micros(1));
        owner.get("members").await.expect(200);
    }
    house.pass(Duration::from_micros(5));
    owner.get("members").await.refused("unauthenticated", "");
    owner.patch("members/me", json!({ "digest": "daily" })).await.refused("unauthenticated", "");
}

#[tokio::test]
async fn e1_an_answer_kept_for_a_key_is_given_to_nobody_who_lost_the_organization() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await.welcome(&manager).await;
    let make = || manager.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "k");
    make().await.expect(201);
    owner.deactivate(&manager).await;
    make().await.refused("not_found", "");
}
