//! Invitations, from the invited person's side: read, accept, refuse, and the page behind the link.

use std::time::Duration;

use serde_json::json;

use crate::support::{House, PASSWORD};

#[tokio::test]
async fn an_invitation_is_read_and_accepted() {
    let (house, owner) = House::governed().await;
    let body = json!({
        "emails": "bo@example.test", "workspace": owner.root, "levels": ["agent"], "restrictions": ["no_calls"],
        "note": "Welcome", "first_name": "Bo",
    });
    let outcome = owner.post("invitations", body).await.expect(200)["results"][0].clone();
    let token = house.link(&owner.organization, outcome["invitation"].as_str().unwrap()).await;
    house.tape().start();
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(200);
    let body = json!({ "token": token, "last_name": "Berg", "password": PASSWORD });
    let accepted = house.anyone().post("/invitation/accept", body.clone()).await;
    house.anyone().post("/invitation/accept", body).await.expect(404);
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(404);
    golden!("invitation_link", house.tape().take());
    let member = accepted.expect(200)["memberships"][0]["member"].as_str().unwrap().to_owned();
    let seen = owner.get(&format!("members/{member}")).await.expect(200);
    assert_eq!((&seen["display_name"], &seen["status"]), (&json!("Bo Berg"), &json!("active")));
    assert_eq!(seen["access"][0]["restrictions"], json!(["no_calls"]));
    house.verify().await;
}

#[tokio::test]
async fn an_invitation_is_refused_and_leaves_nothing_but_its_journal() {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    house.anyone().post("/invitation/refuse", json!({ "token": token })).await.expect(204);
    house.anyone().post("/invitation/refuse", json!({ "token": token })).await.refused("not_found", "");
    owner.get(&format!("members/{member}")).await.refused("not_found", "");
    assert_eq!(owner.journal().await[0], "invitation_refused");
}

#[tokio::test]
async fn resending_kills_the_older_link_and_renews_the_expiry() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let older = house.link(&owner.organization, &invitation).await;
    house.pass(Duration::from_hours(3 * 24));
    let renewed = owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
    assert_eq!(renewed["expires_at"], "2026-03-12T12:00:00Z");
    house.anyone().post("/invitation/read", json!({ "token": older })).await.refused("not_found", "");
    let newer = house.link(&owner.organization, &invitation).await;
    assert_eq!(house.anyone().post("/invitation/read", json!({ "token": newer })).await.expect(200)["email"], "bo@example.test");
}

#[tokio::test]
async fn correcting_the_address_kills_the_older_link_and_binds_the_new_one_to_the_new_address() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("wrong@example.test", &owner.root, "agent").await;
    let older = house.link(&owner.organization, &invitation).await;
    owner.patch(&format!("invitations/{invitation}"), json!({ "email": "right@example.test" })).await.expect(200);
    house.anyone().post("/invitation/accept", json!({ "token": older, "password": PASSWORD })).await.refused("not_found", "");
    let joined = owner.accepted("right@example.test", &invitation).await;
    assert_eq!(joined.get("/session").await.expect(200)["user"]["email"], "right@example.test");
}

#[tokio::test]
async fn somebody_with_a_login_accepts_signed_in_or_with_their_present_password() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("bo@example.test", &other.root, "agent").await;
    let token = house.link(&other.organization, &invitation).await;
    let read = house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(200);
    assert_eq!(read["has_login"], true);
    let answer = bo.post("/invitation/accept", json!({ "token": token })).await;
    assert_eq!(answer.expect(200)["memberships"].as_array().unwrap().len(), 2);
    assert_eq!(answer.header("set-cookie"), None, "who is signed in stays so");

    let ann = owner.hire("ann@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("ann@example.test", &other.root, "agent").await;
    let token = house.link(&other.organization, &invitation).await;
    let accept = |password: &str| house.anyone().post("/invitation/accept", json!({ "token": token, "password": password }));
    accept("not her password").await.refused("unauthenticated", "wrong_password");
    let answer = accept(PASSWORD).await;
    assert_eq!(answer.expect(200)["user"]["id"], ann.get("/me").await.expect(200)["user"]["id"]);
    assert!(answer.header("set-cookie").is_some());
}

#[tokio::test]
async fn one_link_covers_all_that_is_offered() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let (member, invitation) = owner.pending("bo@example.test", &north, "agent").await;
    let older = house.link(&owner.organization, &invitation).await;
    let again = owner.invite("bo@example.test", &owner.root, "agent", &[]).await;
    assert_eq!(
        (&again["outcome"], &again["member"], &again["invitation"]),
        (&json!("invited"), &json!(member), &json!(invitation))
    );
    house.anyone().post("/invitation/read", json!({ "token": older })).await.refused("not_found", "");
    let bo = owner.accepted("bo@example.test", &invitation).await;
    assert_eq!(bo.get("members/me/grants").await.items().len(), 2);
}

#[tokio::test]
async fn r4_who_invites_without_a_name_is_not_called_by_their_address() {
    let (house, owner) = House::governed().await;
    let boss = owner.hire("boss.secret@hidden.test", &owner.root, "owner").await;
    boss.patch("members/me", json!({ "first_name": null, "last_name": null })).await.expect(200);
    let (_, invitation) = boss.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let offered = house.anyone().post("/invitation/read", json!({ "token": token })).await;
    assert_eq!(offered.expect(200)["invited_by"], json!(null), "{offered}");
}
