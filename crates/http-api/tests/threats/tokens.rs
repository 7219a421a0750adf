//! c1, c3: links that were cut, padded or respelled open nothing, and looking at one changes nothing.

use axum::http::Method;
use serde_json::json;

use crate::support::{House, PASSWORD};

#[tokio::test]
async fn c3_truncated_padded_and_respelled_tokens_are_refused() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let mut odd = vec![
        String::new(),
        "x".to_owned(),
        token[1..].to_owned(),
        token[..token.len() - 1].to_owned(),
        token[..token.len() / 2].to_owned(),
        format!("{token}="),
        format!("{token}A"),
        format!(" {token}"),
        format!("{token}\n"),
        token.to_lowercase(),
        token.to_uppercase(),
        token.replace(['-', '_'], "+"),
        token.chars().rev().collect(),
        format!("{token}{token}"),
        invitation.clone(),
        // Genuine, and of another organization, another generation, another thing.
        house.link_of(&other.organization, &invitation, 1),
        house.link_of(&owner.organization, &invitation, 0),
        house.link_of(&owner.organization, &invitation, 2),
        house.link_of(&owner.organization, &owner.member, 1),
    ];
    for at in [0, 20, 40, 60, token.len() - 1] {
        let mut flipped = token.clone().into_bytes();
        flipped[at] = if flipped[at] == b'A' { b'B' } else { b'A' };
        odd.push(String::from_utf8(flipped).unwrap());
    }
    let before = house.everything().await;
    let mut answers = std::collections::BTreeSet::new();
    for text in odd.iter().filter(|text| **text != token) {
        let body = json!({ "token": text, "password": PASSWORD });
        for answer in [
            house.anyone().post("/invitation/read", json!({ "token": text })).await,
            house.anyone().post("/invitation/accept", body).await,
            house.anyone().post("/invitation/refuse", json!({ "token": text })).await,
        ] {
            answer.refused("not_found", "");
            answers.insert(answer.text());
        }
    }
    assert_eq!(answers.len(), 1, "all dead links answer alike: {answers:?}");
    assert_eq!(house.everything().await, before);
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(200);
}

#[tokio::test]
async fn c3_looking_at_a_link_changes_nothing_however_often_and_by_whomever() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let before = house.everything().await;
    for who in [&house.anyone(), &owner] {
        for _ in 0..3 {
            who.post("/invitation/read", json!({ "token": token })).await.expect(200);
        }
    }
    assert_eq!(house.everything().await, before);
    owner.accepted("bo@example.test", &invitation).await;
}

#[tokio::test]
async fn c1_what_a_client_says_of_hosts_is_in_no_answer() {
    let (_, owner) = House::governed().await;
    for n in 0..3 {
        owner.pending(&format!("p{n}@example.test"), &owner.root, "agent").await;
    }
    for name in
        ["host", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-original-url", "x-rewrite-url", "x-http-method-override"]
    {
        let answer = owner.get("invitations?limit=1").header(name, "evil.example").await;
        answer.expect(200);
        assert!(!format!("{:?} {}", answer.headers, answer.text()).contains("evil.example"), "{answer}");
    }
    let absolute = owner.ask(Method::GET, format!("http://evil.example{}", owner.path("invitations?limit=1"))).await;
    assert!(
        absolute.status == 200 && !format!("{:?} {}", absolute.headers, absolute.text()).contains("evil.example"),
        "{absolute}"
    );
}

#[tokio::test]
async fn c4_no_secret_lies_in_any_table() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let agent = owner.accepted("bo@example.test", &invitation).await;
    let cookies = [&owner, &agent].map(|who| who.cookie.clone().unwrap().split_once('=').unwrap().1.to_owned());
    for (table, rows) in house.everything().await {
        for row in rows {
            for secret in [&token, &cookies[0], &cookies[1], crate::support::PASSWORD] {
                assert!(!row.contains(secret), "{table}");
            }
        }
    }
}
