//! d1: whoever may not sign in gets the same answer, byte for byte.

use serde_json::json;

use crate::support::{Answer, House, PASSWORD};

/// All that a client can tell answers apart by.
pub(super) fn seen(answer: &Answer) -> String {
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "x-request-id")
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    headers.sort();
    format!("{} {headers:?} {}", answer.status, answer.text())
}

#[tokio::test]
async fn d1_every_refusal_to_sign_in_is_the_same_byte_for_byte() {
    let (house, owner) = House::governed().await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    owner.pending("pat@example.test", &owner.root, "agent").await;
    let off = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let path = format!("/operator/organizations/{}", off.organization);
    owner.patch(&path, json!({ "active": false })).await.expect(200);
    let before = house.everything_but_tries().await;
    let try_in = |email: &str, password: &str| house.anyone().post("/session", json!({ "email": email, "password": password }));
    let first = try_in("olga@example.test", "not her password").await;
    first.refused("unauthenticated", "wrong_credentials");
    for (email, password) in [
        ("nobody@example.test", PASSWORD),
        ("ida@example.test", PASSWORD),
        ("ida@example.test", "not her password"),
        ("pat@example.test", PASSWORD),
        ("gus@example.test", PASSWORD),
        ("no address at all", PASSWORD),
        ("", ""),
        ("olga@example.test", ""),
        ("olga@example.test", &PASSWORD.to_uppercase()),
        ("olga@example.test", &format!("{PASSWORD} ")),
        ("o\u{131}ga@example.test", PASSWORD),
        (&"x".repeat(10_000), PASSWORD),
    ] {
        assert_eq!(seen(&try_in(email, password).await), seen(&first), "{email} {password}");
    }
    assert_eq!(house.everything_but_tries().await, before, "a refused sign-in leaves nothing behind but that it was tried");
    try_in(" OLGA@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn d1_somebody_inactive_in_one_organization_signs_in_for_the_other_and_does_not_see_it() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("ida@example.test", &other.root, "agent").await;
    ida.post("/invitation/accept", json!({ "token": house.link(&other.organization, &invitation).await })).await.expect(200);
    owner.deactivate(&ida).await;
    let session = house.anyone().post("/session", json!({ "email": "ida@example.test", "password": PASSWORD })).await.expect(200);
    assert_eq!(session["memberships"].as_array().unwrap().len(), 1);
    assert_eq!(session["memberships"][0]["name"], "Beta");
}

#[tokio::test]
async fn an_operator_signs_in_without_belonging_anywhere() {
    let (house, operator) = House::governed().await;
    let owner = operator.hire("ann@example.test", &operator.root, "owner").await;
    owner.revoke(&operator, &operator.root).await;
    owner.deactivate(&operator).await;
    let session = house.anyone().post("/session", json!({ "email": operator.email, "password": PASSWORD })).await.expect(200);
    assert_eq!((&session["user"]["operator"], &session["memberships"]), (&json!(true), &json!([])));
}
