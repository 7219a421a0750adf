//! c2, c3, c4, d1, d4, e1, e2: forgotten passwords.

use std::collections::BTreeSet;
use std::future::IntoFuture as _;
use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use crate::support::{Answer, Ask, Client, House, PASSWORD};

const NEW: &str = "a whole new password";

fn forget(house: &House, email: &str) -> Ask {
    house.anyone().post("/password-reset", json!({ "email": email }))
}

fn complete(house: &House, token: &str, password: &str) -> Ask {
    house.anyone().post("/password-reset/complete", json!({ "token": token, "password": password }))
}

async fn signs_in(house: &House, email: &str, password: &str) -> bool {
    house.anyone().post("/session", json!({ "email": email, "password": password })).await.status == 200
}

/// How many mails of this sort were written.
async fn mails(house: &House, matter: &str) -> usize {
    house.table("errands").await.iter().filter(|row| row.contains(matter)).count()
}

/// Somebody at the root of an organization, with what the newest link says that they asked for.
async fn forgetful(house: &House, owner: &Client) -> (Client, String) {
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    forget(house, "ida@example.test").await.expect(202);
    let token = house.reset_link(&owner.organization, "ida@example.test").await;
    (ida, token)
}

fn seen(answer: &Answer) -> String {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let mut headers: Vec<String> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    format!("{} {headers:?} {}", answer.status, answer.text())
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_by_mail_and_signs_nobody_in() {
    let (house, owner) = House::governed().await;
    let (ida, token) = forgetful(&house, &owner).await;
    assert_eq!(mails(&house, "password_reset").await, 1);
    complete(&house, &token, "short").await.wrong("/password", "password_too_short");
    complete(&house, &token, &"x".repeat(2_000)).await.wrong("/password", "password_too_long");
    ida.get("/session").await.expect(200);
    let done = complete(&house, &token, NEW).await;
    done.expect(204);
    assert_eq!(done.header("set-cookie"), None);
    ida.get("/session").await.refused("unauthenticated", "");
    assert!(!signs_in(&house, "ida@example.test", PASSWORD).await && signs_in(&house, "ida@example.test", NEW).await);
    assert_eq!(mails(&house, "password_changed").await, 1);
    assert!(!owner.journal().await.iter().any(|kind| kind.starts_with("password")), "it is the login's, and no organization's");
    house.verify().await;
}

#[tokio::test]
async fn r17_another_password_lifts_the_lock_on_all_networks() {
    let (house, owner) = House::governed().await;
    let (_, token) = forgetful(&house, &owner).await;
    let knock = |network: &'static str, password: &str| {
        house.anyone().post("/session", json!({ "email": "ida@example.test", "password": password })).from(network)
    };
    for network in ["192.0.2.7", "198.51.100.7"] {
        for _ in 0..10 {
            knock(network, "a guess").await.expect(401);
        }
        knock(network, PASSWORD).await.expect(401);
    }
    complete(&house, &token, NEW).await.expect(204);
    for network in ["192.0.2.7", "198.51.100.7"] {
        knock(network, NEW).await.expect(200);
    }
}

#[tokio::test]
async fn d1_whoever_it_is_the_answer_is_the_same_byte_for_byte_and_only_who_may_sign_in_gets_a_mail() {
    let (house, owner) = House::governed().await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    owner.pending("pat@example.test", &owner.root, "agent").await;
    let off = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let path = format!("/operator/organizations/{}", off.organization);
    owner.patch(&path, json!({ "active": false })).await.expect(200);
    let before = house.everything().await;
    let begun = std::time::Instant::now();
    let first = forget(&house, "nobody@example.test").await;
    first.expect(202);
    // No answer tells by its time what was written: none comes before anything is.
    assert!(begun.elapsed() >= Duration::from_millis(100));
    for email in ["ida@example.test", "pat@example.test", "gus@example.test", "no address at all", "", "o\u{131}ga@example.test"] {
        assert_eq!(seen(&forget(&house, email).await), seen(&first), "{email}");
    }
    assert_eq!(house.everything().await, before);
    assert_eq!(seen(&forget(&house, " OLGA@example.test ").await), seen(&first));
    assert_eq!(mails(&house, "password_reset").await, 1);
}

#[tokio::test]
async fn an_address_gets_five_mails_in_a_quarter_of_an_hour_and_whoever_asks_hears_nothing_of_it() {
    let (house, owner) = House::governed().await;
    owner.hire("ida@example.test", &owner.root, "agent").await;
    let mut answers = BTreeSet::new();
    for _ in 0..7 {
        house.pass(Duration::from_mins(1));
        answers.insert(seen(&forget(&house, "ida@example.test").await));
    }
    assert_eq!((answers.len(), mails(&house, "password_reset").await), (1, 5));
    // The newest that left still opens, and others have mails of their own.
    let token = house.reset_link(&owner.organization, "ida@example.test").await;
    forget(&house, "olga@example.test").await.expect(202);
    assert_eq!(mails(&house, "password_reset").await, 6);
    house.pass(Duration::from_mins(9));
    forget(&house, "ida@example.test").await.expect(202);
    assert_eq!(mails(&house, "password_reset").await, 7, "the first is a quarter of an hour ago");
    complete(&house, &token, NEW).await.refused("not_found", "");
}

#[tokio::test]
async fn c2_a_newer_link_kills_older_ones_and_another_password_kills_all() {
    let (house, owner) = House::governed().await;
    let (ida, older) = forgetful(&house, &owner).await;
    forget(&house, "ida@example.test").await.expect(202);
    let newer = house.reset_link(&owner.organization, "ida@example.test").await;
    complete(&house, &older, NEW).await.refused("not_found", "");
    ida.post("/me/password", json!({ "current_password": PASSWORD, "password": "one in between" })).await.expect(200);
    assert_eq!(mails(&house, "password_changed").await, 1);
    complete(&house, &newer, NEW).await.refused("not_found", "");
    forget(&house, "ida@example.test").await.expect(202);
    let last = house.reset_link(&owner.organization, "ida@example.test").await;
    complete(&house, &last, NEW).await.expect(204);
    complete(&house, &last, NEW).await.refused("not_found", "");
    assert_eq!(mails(&house, "password_changed").await, 2);
}

#[tokio::test]
async fn c2_of_32_parallel_uses_of_a_link_one_succeeds() {
    let (house, owner) = House::governed().await;
    let (_, token) = forgetful(&house, &owner).await;
    let uses = (0..32).map(|n| tokio::spawn(complete(&house, &token, &format!("a whole new password {n}")).into_future()));
    let mut done = Vec::new();
    for (n, one) in uses.collect::<Vec<_>>().into_iter().enumerate() {
        let answer = one.await.unwrap();
        assert!([204, 404, 503].contains(&answer.status.as_u16()), "{answer}");
        done.extend((answer.status == 204).then_some(n));
    }
    assert_eq!(done.len(), 1);
    assert!(signs_in(&house, "ida@example.test", &format!("a whole new password {}", done[0])).await);
    assert_eq!(mails(&house, "password_changed").await, 1);
}

#[tokio::test]
async fn c2_a_link_expires_to_the_second() {
    let (house, owner) = House::governed().await;
    let (_, token) = forgetful(&house, &owner).await;
    house.pass(Duration::from_hours(1) - Duration::from_secs(1));
    complete(&house, &token, "short").await.wrong("/password", "password_too_short");
    house.pass(Duration::from_secs(1));
    complete(&house, &token, NEW).await.refused("not_found", "");
}

#[tokio::test]
async fn c3_links_that_were_cut_padded_or_respelled_are_dead_alike_and_looking_consumes_nothing() {
    let (house, owner) = House::governed().await;
    let (_, token) = forgetful(&house, &owner).await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let odd = [
        String::new(),
        token[1..].to_owned(),
        token[..token.len() - 1].to_owned(),
        format!("{token}="),
        format!(" {token}"),
        token.to_lowercase(),
        token.to_uppercase(),
        format!("{token}{token}"),
        house.link(&owner.organization, &invitation).await,
        house.reset_link(&owner.organization, "olga@example.test").await,
    ];
    let before = house.everything().await;
    let mut answers = BTreeSet::new();
    for text in &odd {
        let answer = complete(&house, text, NEW).await;
        answer.refused("not_found", "");
        answers.insert(answer.text());
        // d4: a dead link costs no hashing, whatever the password.
        complete(&house, text, "x").await.refused("not_found", "");
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    for method in [Method::GET, Method::HEAD] {
        house.anyone().ask(method, format!("/api/v1/password-reset/{token}")).await.expect(404);
    }
    assert_eq!(house.everything().await, before);
    complete(&house, &token, NEW).await.expect(204);
}

#[tokio::test]
async fn c4_neither_link_nor_password_lies_in_any_table() {
    let (house, owner) = House::governed().await;
    let (_, token) = forgetful(&house, &owner).await;
    complete(&house, &token, NEW).await.expect(204);
    for (table, rows) in house.everything().await {
        for row in rows {
            assert!(!row.contains(&token) && !row.contains(NEW), "{table}");
        }
    }
}

#[tokio::test]
async fn e2_who_was_deactivated_since_the_mail_chooses_no_password() {
    let (house, owner) = House::governed().await;
    let (ida, token) = forgetful(&house, &owner).await;
    owner.deactivate(&ida).await;
    let before = house.everything().await;
    complete(&house, &token, NEW).await.refused("not_found", "");
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn r6_a_manager_has_a_link_sent_and_hears_nothing_of_limits_or_of_other_organizations() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("ida@example.test", &other.root, "agent").await;
    ida.post("/invitation/accept", json!({ "token": house.link(&other.organization, &invitation).await })).await.expect(200);
    let path = format!("members/{}/password-reset", ida.member);
    let mut answers = BTreeSet::new();
    for _ in 0..6 {
        answers.insert(seen(&owner.post(&path, json!({})).await));
    }
    assert_eq!((answers.len(), mails(&house, "password_reset").await), (1, 5));
    let sent = owner.journal().await.into_iter().filter(|kind| kind == "password_reset_requested").count();
    assert_eq!(sent, 6, "what was asked is told, and nothing of what came of it");
    assert!(!other.journal().await.iter().any(|kind| kind == "password_reset_requested"));
    let token = house.reset_link(&owner.organization, "ida@example.test").await;
    complete(&house, &token, NEW).await.expect(204);
    house.verify().await;
}

#[tokio::test]
async fn r6_a_link_is_sent_to_active_people_whom_one_manages_altogether_and_not_to_oneself() {
    let (house, owner) = House::governed().await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mo@example.test", &south, "manager").await;
    let both = owner.hire("bo@example.test", &south, "agent").await;
    owner
        .put(&format!("members/{}/grants/{}", both.member, owner.root), json!({ "levels": ["agent"] }))
        .header("if-none-match", "*")
        .await
        .expect(201);
    let (pending, _) = owner.pending("pat@example.test", &south, "agent").await;
    let idle = owner.hire("ida@example.test", &south, "agent").await;
    owner.deactivate(&idle).await;
    let before = house.table("users").await;
    let send = |who: &Client, member: &str| who.post(&format!("members/{member}/password-reset"), json!({}));
    send(&manager, &both.member).await.refused("forbidden", "missing_permission");
    send(&manager, &manager.member).await.refused("forbidden", "not_oneself");
    send(&manager, &owner.member).await.refused("not_found", "");
    send(&manager, &pending).await.refused("conflict", "pending");
    send(&manager, &idle.member).await.refused("conflict", "inactive");
    assert_eq!(house.table("users").await, before);
    assert_eq!(mails(&house, "password_reset").await, 0);
}
