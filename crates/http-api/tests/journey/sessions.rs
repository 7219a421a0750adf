//! Setting up, signing in, who am I, signing out.

use std::future::IntoFuture;
use std::time::Duration;

use serde_json::json;
use tenure_domain::{EmailAddress, SessionId};
use tenure_usecases::{Caller, Failure, SignIn};

use crate::support::{Client, House, PASSWORD, SETUP_TOKEN};

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn an_installation_is_set_up_and_its_first_person_signs_in_and_out() {
    let house = House::new().await;
    house.tape().start();
    let owner = house.set_up().await;
    owner.get("/session").await.expect(200);
    owner.get("/me").await.expect(200);
    owner.get("/organizations").await.expect(200);
    owner.patch("", json!({ "name": "Acme Widgets", "undo_window_days": 14 })).await.expect(200);
    owner.delete("/session").await.expect(204);
    owner.get("/session").await.expect(401);
    golden!("set_up_and_sign_in", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn an_access_model_is_read_as_its_document_and_as_what_it_means() {
    let (house, owner) = House::governed().await;
    house.tape().start();
    let model = owner.get("access-model").await.expect(200);
    golden!("access_model", house.tape().take());
    assert_eq!(model["document"], tenure_access_models::built_in("workspace").unwrap());
}

#[tokio::test]
async fn setting_up_works_once_with_the_printed_token_alone() {
    let house = House::new().await;
    let body = |token: &str| {
        json!({
            "token": token, "organization": "Acme", "model": "workspace", "email": "olga@example.test",
            "password": PASSWORD, "first_name": "Olga", "last_name": "Owner",
        })
    };
    let before = house.everything().await;
    for token in ["", "hunter2", &SETUP_TOKEN[1..], &format!("{SETUP_TOKEN}="), &SETUP_TOKEN.replace('A', "B")] {
        house.anyone().post("/setup", body(token)).await.refused("not_found", "");
    }
    assert_eq!(house.everything().await, before);
    house.anyone().post("/setup", body(SETUP_TOKEN)).await.expect(201);
    let after = house.everything().await;
    house.anyone().post("/setup", body(SETUP_TOKEN)).await.refused("not_found", "");
    assert_eq!(house.everything().await, after);
}

#[tokio::test]
async fn an_own_access_model_can_be_brought_to_the_set_up() {
    let house = House::new().await;
    let document = tenure_access_models::built_in("workspace").unwrap().replacen("name = \"workspace\"", "name = \"mine\"", 1);
    let body = json!({
        "token": SETUP_TOKEN, "organization": "Acme", "access_model": document, "email": "olga@example.test",
        "password": PASSWORD, "first_name": "Olga", "last_name": "Owner",
    });
    house.anyone().post("/setup", body).await.expect(201);
    let owner = house.sign_in("olga@example.test").await;
    assert_eq!(owner.get("").await.expect(200)["model"], "mine");
}

#[tokio::test]
async fn a_second_session_leaves_the_first_alone() {
    let (house, owner) = House::governed().await;
    let second = house.sign_in("OLGA@example.test ").await;
    assert_ne!(owner.cookie, second.cookie);
    second.delete("/session").await.expect(204);
    second.get("/session").await.refused("unauthenticated", "");
    owner.get("/session").await.expect(200);
}

#[tokio::test]
async fn somebody_lists_their_sessions_and_ends_one_or_all_others() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.pass(Duration::from_mins(5));
    let body = json!({ "email": "olga@example.test", "password": PASSWORD });
    let answer = house.anyone().post("/session", body).header("user-agent", "Browser/1.0\u{e4}").await;
    let second = Client::signed_in(house.clone(), "olga@example.test", &answer).await;
    let third = house.sign_in("olga@example.test").await;
    let all = second.get("/sessions").await.items();
    assert_eq!(all.len(), 3);
    let own = all.iter().find(|one| one["current"] == true).unwrap();
    assert_eq!(all.iter().filter(|one| one["current"] == true).count(), 1);
    assert_eq!(own["device"], json!(null), "what isn't text says nothing");
    let theirs = agent.get("/sessions").await.items()[0]["id"].as_str().unwrap().to_owned();
    owner.delete(&format!("/sessions/{theirs}")).await.refused("not_found", "");
    agent.get("/session").await.expect(200);
    let own = own["id"].as_str().unwrap();
    owner.delete(&format!("/sessions/{own}")).await.expect(204);
    owner.delete(&format!("/sessions/{own}")).await.refused("not_found", "");
    second.get("/session").await.refused("unauthenticated", "");
    owner.delete("/sessions").await.expect(422);
    owner.delete("/sessions?others=false").await.wrong("others", "others_missing");
    third.get("/session").await.expect(200);
    owner.delete("/sessions?others=true").await.expect(204);
    third.get("/session").await.refused("unauthenticated", "");
    assert_eq!(owner.get("/sessions").await.items().len(), 1);
    agent.get("/session").await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn a_session_says_what_it_is_on_and_when_it_was_used() {
    let (house, _) = House::governed().await;
    let body = json!({ "email": "olga@example.test", "password": PASSWORD });
    let answer = house.anyone().post("/session", body).header("user-agent", &"Browser/1.0 ".repeat(40)).await;
    let who = Client::signed_in(house.clone(), "olga@example.test", &answer).await;
    let began = who.get("/sessions").await.items()[0].clone();
    assert_eq!(began["device"].as_str().unwrap().len(), 200, "not all of it is kept");
    house.pass(Duration::from_secs(59));
    who.get("/me").await.expect(200);
    house.pass(Duration::from_secs(2));
    who.get("/me").await.expect(200);
    let used = who.get("/sessions").await.items()[0].clone();
    assert_eq!(used["created_at"], began["created_at"]);
    assert_ne!(used["last_seen_at"], began["last_seen_at"]);
    // A week without anything is too long; a week with something in between isn't.
    house.pass(DAY * 6);
    who.get("/me").await.expect(200);
    house.pass(DAY * 6);
    who.get("/me").await.expect(200);
    house.pass(DAY * 7);
    who.get("/me").await.refused("unauthenticated", "");
    house.verify().await;
}

#[tokio::test]
async fn who_signs_in_anew_has_one_session_and_not_two() {
    let (house, owner) = House::governed().await;
    let body = json!({ "email": "olga@example.test", "password": PASSWORD });
    owner.post("/session", json!({ "email": "olga@example.test", "password": "not her password" })).await.expect(401);
    owner.get("/session").await.expect(200);
    let answer = owner.post("/session", body).await;
    let again = Client::signed_in(house.clone(), "olga@example.test", &answer).await;
    assert_ne!(again.cookie, owner.cookie);
    owner.get("/session").await.refused("unauthenticated", "");
    assert_eq!(again.get("/sessions").await.items().len(), 1);
}

#[tokio::test]
async fn c2_another_password_ends_all_sessions_and_begins_one() {
    let (house, owner) = House::governed().await;
    let elsewhere = house.sign_in("olga@example.test").await;
    let change =
        |who: &Client, current: &str, new: &str| who.post("/me/password", json!({ "current_password": current, "password": new }));
    let new = "a whole new password";
    change(&owner, "not her password", new).await.wrong("/current_password", "wrong_password");
    change(&owner, PASSWORD, "short").await.wrong("/password", "password_too_short");
    change(&owner, PASSWORD, &"x".repeat(2_000)).await.wrong("/password", "password_too_long");
    elsewhere.get("/session").await.expect(200);
    let answer = change(&owner, PASSWORD, new).await;
    let now = Client::signed_in(house.clone(), "olga@example.test", &answer).await;
    for ended in [&owner, &elsewhere] {
        ended.get("/session").await.refused("unauthenticated", "");
    }
    assert_eq!(now.get("/sessions").await.items().len(), 1);
    let try_in = |password: &str| house.anyone().post("/session", json!({ "email": "olga@example.test", "password": password }));
    try_in(PASSWORD).await.refused("unauthenticated", "wrong_credentials");
    try_in(new).await.expect(200);
    house.anyone().post("/me/password", json!({ "current_password": new, "password": new })).await.refused("unauthenticated", "");
    house.verify().await;
}

#[tokio::test]
async fn c2_of_many_who_change_a_password_at_once_one_does() {
    let (house, owner) = House::governed().await;
    let mut who = vec![owner];
    for _ in 0..7 {
        who.push(house.sign_in("olga@example.test").await);
    }
    let asks = who.iter().enumerate().map(|(n, one)| {
        let body = json!({ "current_password": PASSWORD, "password": format!("a whole new password {n}") });
        tokio::spawn(one.post("/me/password", body).into_future())
    });
    let mut done = Vec::new();
    for (n, ask) in asks.collect::<Vec<_>>().into_iter().enumerate() {
        let answer = ask.await.unwrap();
        assert!([200, 401, 422].contains(&answer.status.as_u16()), "{answer}");
        done.extend((answer.status == 200).then_some(n));
    }
    assert_eq!(done.len(), 1, "the others' sessions ended, or their present password isn't any more");
    let body = json!({ "email": "olga@example.test", "password": format!("a whole new password {}", done[0]) });
    house.anyone().post("/session", body).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn d1_a_session_that_ends_while_its_browser_signs_in_is_nothing_to_who_signs_in() {
    let (house, owner) = House::governed().await;
    let own = owner.get("/sessions").await.items()[0]["id"].as_str().unwrap().parse::<SessionId>().unwrap();
    let ask = |password: &str| SignIn::new(EmailAddress::parse("olga@example.test").ok(), password.into()).replacing(Some(own));
    // It was there when the request came, and is gone by the time that the password is checked.
    owner.delete(&format!("/sessions/{own}")).await.expect(204);
    let wrong = house.tenure().perform(Caller::Anonymous, ask("not her password")).await;
    assert!(matches!(wrong, Err(Failure::Refused(_))), "{wrong:?}");
    house.tenure().perform(Caller::Anonymous, ask(PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn e2_who_may_not_sign_in_gets_no_session_by_another_password() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let path = format!("/operator/organizations/{}", owner.organization);
    owner.patch(&path, json!({ "active": false })).await.expect(200);
    let body = json!({ "current_password": PASSWORD, "password": "a whole new password" });
    ida.post("/me/password", body).await.refused("unauthenticated", "");
    house.verify().await;
}
