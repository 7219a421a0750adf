//! a8, a9: an invitation is accepted by the invited address alone, once, before it expires.

use std::time::Duration;

use serde_json::json;

use crate::support::{Client, House, PASSWORD};

async fn invited(email: &str) -> (House, Client, String, String) {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending(email, &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    (house, owner, member, token)
}

#[tokio::test]
async fn a8_somebody_signed_in_with_another_address_cannot_accept() {
    let (house, owner, member, token) = invited("kim@example.test").await;
    let mut others = Vec::new();
    // Some of these look like the invited address; one is it, in other letters, and is not here.
    for email in [
        "bo@example.test",
        "kım@example.test",
        "kim@examp1e.test",
        "kim+x@example.test",
        "kim@example.test.test",
        "k.im@example.test",
        "ḱim@example.test",
    ] {
        others.push(owner.hire(email, &owner.root, "agent").await);
    }
    let before = house.everything().await;
    for other in others.iter().chain([&owner]) {
        for body in [json!({ "token": token }), json!({ "token": token, "password": PASSWORD })] {
            let answer = other.post("/invitation/accept", body).await;
            answer.refused("forbidden", "other_account");
        }
    }
    let mut after = house.everything().await;
    after.insert("journal".to_owned(), before["journal"].clone());
    let changed: Vec<&String> = before.keys().filter(|table| before[*table] != after[*table]).collect();
    assert!(changed.is_empty(), "{changed:?}");
    assert_eq!(owner.get(&format!("members/{member}")).await.expect(200)["status"], "pending");
}

#[tokio::test]
async fn b1_every_spelling_of_the_invited_address_is_the_invited_address() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    other.hire("kim@bücher.test", &other.root, "agent").await;
    let (_, invitation) = owner.pending("  KIM@BÜCHER。test ", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let kim = house.sign_in("Kim@xn--BCHER-kva.test").await;
    kim.post("/invitation/accept", json!({ "token": token })).await.expect(200);
    assert_eq!(kim.get("/organizations").await.items().len(), 2);
}

#[tokio::test]
async fn a8_a_login_of_the_address_takes_its_own_password_and_no_new_one() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    owner.hire("kim@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("kim@example.test", &other.root, "agent").await;
    let token = house.link(&other.organization, &invitation).await;
    let before = house.everything_but_tries().await;
    let accept = |body| house.anyone().post("/invitation/accept", body);
    accept(json!({ "token": token, "password": "a new password of mine" })).await.refused("unauthenticated", "wrong_password");
    accept(json!({ "token": token, "password": "short" })).await.refused("unauthenticated", "wrong_password");
    accept(json!({ "token": token })).await.refused("invalid", "password_missing");
    assert_eq!(house.everything_but_tries().await, before);
    // Having the link alone signs nobody in.
    let read = house.anyone().post("/invitation/read", json!({ "token": token })).await;
    assert_eq!(read.header("set-cookie"), None);
    accept(json!({ "token": token, "password": PASSWORD })).await.expect(200);
}

#[tokio::test]
async fn a8_a_used_link_answers_as_a_dead_one_and_signs_nobody_in() {
    let (house, owner, _, token) = invited("kim@example.test").await;
    let body = json!({ "token": token, "password": PASSWORD });
    house.anyone().post("/invitation/accept", body.clone()).await.expect(200);
    let kim = house.sign_in("kim@example.test").await;
    let before = house.everything().await;
    let dead = house.anyone().post("/invitation/accept", json!({ "token": "made up", "password": PASSWORD })).await;
    for who in [&house.anyone(), &kim, &owner] {
        let answer = who.post("/invitation/accept", body.clone()).await;
        assert_eq!((answer.status, &answer.body), (dead.status, &dead.body));
        assert_eq!(answer.header("set-cookie"), None);
    }
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn h4_of_parallel_acceptances_one_succeeds() {
    let (house, owner, member, token) = invited("kim@example.test").await;
    let accept = || house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD }));
    let (one, two, three, four) = tokio::join!(accept(), accept(), accept(), accept());
    let won = [one, two, three, four].iter().filter(|answer| answer.status == 200).count();
    assert_eq!(won, 1);
    let entries = owner.get(&format!("journal?target={member}&kind=invitation_accepted")).await;
    assert_eq!(entries.items().len(), 1);
    house.verify().await;
}

#[tokio::test]
async fn a9_an_invitation_expires_to_the_microsecond_without_any_cleaner() {
    let week = Duration::from_hours(7 * 24);
    for (micros, lives) in [(-1, true), (0, false), (1, false)] {
        let (house, owner, _, token) = invited("kim@example.test").await;
        house.pass(week);
        house.nudge(micros);
        let status = if lives { 200 } else { 404 };
        house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(status);
        if !lives {
            house.anyone().post("/invitation/refuse", json!({ "token": token })).await.expect(404);
        }
        house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD })).await.expect(status);
        if !lives {
            // An expired one can be sent again, and lives again.
            let owner = house.sign_in(&owner.email).await;
            let invitation = owner.get("invitations").await.column("id")[0].clone();
            owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
            owner.accepted("kim@example.test", &invitation).await;
        }
    }
}

#[tokio::test]
async fn a9_a_stated_expiry_holds_as_stated() {
    let (house, owner) = House::governed().await;
    let body = json!({ "emails": "kim@example.test", "workspace": owner.root, "levels": ["agent"], "expires_at": "2026-03-02T12:00:01.500000Z" });
    let invitation = owner.post("invitations", body).await.expect(200)["results"][0]["invitation"].as_str().unwrap().to_owned();
    let token = house.link(&owner.organization, &invitation).await;
    house.pass(Duration::from_micros(1_499_999));
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(200);
    house.pass(Duration::from_micros(1));
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(404);
}

#[tokio::test]
async fn a9_revoking_what_is_offered_cancels_the_link_at_once() {
    let (house, owner, member, token) = invited("kim@example.test").await;
    owner.post(&format!("members/{member}/grants/{}/revocation", owner.root), json!({})).await.expect(200);
    house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD })).await.refused("not_found", "");
    assert_eq!(owner.get("invitations").await.items().len(), 0);
    house.verify().await;
}
