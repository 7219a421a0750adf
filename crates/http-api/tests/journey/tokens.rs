//! API tokens: made, used, listed, replaced and deleted.

use std::time::Duration;

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn a_token_is_made_used_replaced_and_deleted() {
    let (house, owner) = House::governed().await;
    house.tape().start();
    let body = json!({ "name": "nightly export", "permissions": ["members.view"], "expires_at": "2026-06-01T00:00:00Z" });
    let made = owner.post("members/me/tokens", body).await.expect(201);
    let id = made["id"].as_str().unwrap().to_owned();
    let program = owner.bearing(made["secret"].as_str().unwrap());
    program.get("members").await.expect(200);
    owner.get("members/me/tokens").await.expect(200);
    let replaced = owner.post(&format!("members/me/tokens/{id}/replacement"), json!({})).await.expect(201);
    program.get("members").await.refused("unauthenticated", "");
    let newer = owner.bearing(replaced["secret"].as_str().unwrap());
    newer.get("members").await.expect(200);
    owner.get("journal?limit=3").await.expect(200);
    owner.delete(&format!("members/me/tokens/{}", replaced["id"].as_str().unwrap())).await.expect(204);
    newer.get("members").await.refused("unauthenticated", "");
    golden!("tokens", house.tape().take());
    assert_eq!(owner.journal().await[..3], ["token_deleted", "token_replaced", "token_made"]);
    house.verify().await;
}

#[tokio::test]
async fn everybody_has_as_many_tokens_as_their_organization_lets_them() {
    let (_, owner) = House::governed().await;
    let make = || owner.post("members/me/tokens", json!({ "name": "program" }));
    make().await.expect(201);
    make().await.refused("conflict", "tokens_full");
    for wrong in [0, 21] {
        owner.patch("", json!({ "tokens_per_member": wrong })).await.wrong("/tokens_per_member", "tokens_per_member");
    }
    assert_eq!(owner.patch("", json!({ "tokens_per_member": 3 })).await.expect(200)["tokens_per_member"], 3);
    make().await.expect(201);
    make().await.expect(201);
    make().await.refused("conflict", "tokens_full");
    // Fewer than there are: those that there are stay.
    owner.patch("", json!({ "tokens_per_member": 2 })).await.expect(200);
    let tokens = owner.get("members/me/tokens").await.items();
    assert_eq!(tokens.len(), 3);
    let path = format!("members/me/tokens/{}", tokens[0]["id"].as_str().unwrap());
    owner.post(&format!("{path}/replacement"), json!({})).await.expect(201);
    owner.delete(&path).await.refused("not_found", "");
    assert_eq!(owner.get("members/me/tokens").await.items().len(), 3);
}

#[tokio::test]
async fn what_a_token_is_asked_for_with_is_looked_at() {
    let (house, owner) = House::governed().await;
    let ask = |body| owner.post("members/me/tokens", body);
    ask(json!({ "name": " " })).await.wrong("/name", "empty");
    ask(json!({ "name": "x", "permissions": ["Members View"] })).await.wrong("/permissions/0", "key");
    ask(json!({ "name": "x", "permissions": ["rockets.launch"] })).await.wrong("/permissions", "unknown_permission");
    ask(json!({ "name": "x", "expires_at": "tomorrow" })).await.wrong("/expires_at", "instant");
    for expires_at in ["2026-03-02T12:00:00Z", "2020-01-01T00:00:00Z", "2036-12-31T00:00:00Z"] {
        ask(json!({ "name": "x", "expires_at": expires_at })).await.wrong("/expires_at", "token_expiry");
    }
    let first = ask(json!({ "name": "x", "expires_at": "2026-03-02T13:00:00Z" })).await.expect(201);
    let path = format!("members/me/tokens/{}", first["id"].as_str().unwrap());
    let kept = owner.post(&format!("{path}/replacement"), json!({})).await.expect(201);
    assert_eq!(kept["expires_at"], "2026-03-02T13:00:00Z");
    let path = format!("members/me/tokens/{}", kept["id"].as_str().unwrap());
    let longer = owner.post(&format!("{path}/replacement"), json!({ "expires_at": "2026-03-02T14:00:00Z" })).await.expect(201);
    assert_eq!(longer["expires_at"], "2026-03-02T14:00:00Z");
    house.pass(Duration::from_hours(2));
    let path = format!("members/me/tokens/{}", longer["id"].as_str().unwrap());
    owner.post(&format!("{path}/replacement"), json!({})).await.refused("not_found", "");
    assert!(owner.get("members/me/tokens").await.items().is_empty());
}

#[tokio::test]
async fn when_a_token_was_used_last_is_known_to_some_minutes_and_says_nothing_of_its_member() {
    let (house, owner) = House::governed().await;
    let who = owner.hire("bo@example.test", &owner.root, "agent").await;
    let program = who.program().await;
    let before = owner.get(&format!("members/{}", who.member)).await.expect(200)["last_active_at"].clone();
    let last = async || {
        let told = owner.get(&format!("members/{}", who.member)).await.expect(200);
        assert_eq!((&told["last_active_at"], &told["online"]), (&before, &json!(false)), "a program is at work, and not they");
        told["tokens"][0]["last_used_at"].clone()
    };
    assert_eq!(last().await, json!(null));
    for (minutes, used) in [(0, "12:00"), (4, "12:00"), (1, "12:05"), (4, "12:05")] {
        house.pass(Duration::from_mins(minutes));
        program.get("contacts").await.expect(200);
        assert_eq!(last().await, json!(format!("2026-03-02T{used}:00Z")));
    }
    program.post("presence", json!({})).await.refused("forbidden", "session_required");
}

#[tokio::test]
async fn plans_say_how_many_tokens_end() {
    let (_, owner) = House::governed().await;
    let who = owner.hire("bo@example.test", &owner.root, "agent").await;
    let plans = [
        format!("members/{}/deactivation", who.member),
        format!("members/{}/deletion", who.member),
        format!("{}/revocation", who.grant(&owner.root)),
    ];
    for count in [0, 1] {
        for plan in &plans {
            assert_eq!(owner.get(plan).await.expect(200)["tokens"], count, "{plan}");
        }
        if count == 0 {
            who.program().await;
        }
    }
}

#[tokio::test]
async fn tokens_are_shown_to_their_member_and_to_who_manages_them() {
    let (_, owner) = House::governed().await;
    let child = owner.workspace(&owner.root, "Child").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let below = owner.hire("mia@example.test", &child, "manager").await;
    agent.program().await;
    let path = format!("members/{}", agent.member);
    assert_eq!(owner.get(&path).await.expect(200)["tokens"].as_array().unwrap().len(), 1);
    assert_eq!(agent.get("members/me").await.expect(200)["tokens"].as_array().unwrap().len(), 1);
    assert_eq!(below.get(&path).await.expect(200)["tokens"], json!(null));
    below.get(&format!("{path}/tokens")).await.refused("forbidden", "missing_permission");
}

#[tokio::test]
async fn a_program_hears_what_happens_until_its_token_ends() {
    let (house, owner) = House::governed().await;
    let program = owner.program().await;
    let stream = program.get("stream").listen().await;
    house.seal().await;
    let token = owner.get("members/me/tokens").await.items()[0]["id"].as_str().unwrap().to_owned();
    owner.delete(&format!("members/me/tokens/{token}")).await.expect(204);
    stream.ends().await;
}
