//! b3, c2, c3, d1, e2, R15: another address to sign in with.

use std::collections::BTreeSet;
use std::future::IntoFuture as _;
use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use tenure_usecases::{Caller, ConfirmEmail};

use crate::support::{Ask, Client, House, PASSWORD};

const OLD: &str = "ida@example.test";
const NEW: &str = "countess@example.test";

fn change(who: &Client, email: &str, password: &str) -> Ask {
    who.post("/me/email", json!({ "email": email, "current_password": password }))
}

fn confirm_with(house: &House, token: &str, password: &str) -> Ask {
    house.anyone().post("/email-confirmation", json!({ "token": token, "password": password }))
}

fn confirm(house: &House, token: &str) -> Ask {
    confirm_with(house, token, PASSWORD)
}

async fn signs_in(house: &House, email: &str) -> bool {
    house.anyone().post("/session", json!({ "email": email, "password": PASSWORD })).await.status == 200
}

/// How many mails of this sort were written.
async fn mails(house: &House, matter: &str) -> usize {
    house.table("errands").await.iter().filter(|row| row.contains(matter)).count()
}

/// The address that an organization's people see.
async fn shown(owner: &Client, member: &str) -> Value {
    owner.get(&format!("members/{member}")).await.expect(200)["email"].clone()
}

/// Somebody who asked for another address, with the link that went there.
async fn asking(house: &House, owner: &Client) -> (Client, String) {
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    change(&ida, NEW, PASSWORD).await.expect(202);
    let token = house.email_link(&owner.organization, OLD).await;
    (ida, token)
}

/// The same person in another organization.
async fn also_in(house: &House, other: &Client, ida: &Client) -> String {
    let (member, invitation) = other.pending(OLD, &other.root, "agent").await;
    ida.post("/invitation/accept", json!({ "token": house.link(&other.organization, &invitation).await })).await.expect(200);
    member
}

#[tokio::test]
async fn b3_a_changed_address_needs_the_password_and_counts_once_it_is_confirmed() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    let there = also_in(&house, &other, &ida).await;
    change(&ida, NEW, "not the password").await.wrong("/current_password", "wrong_password");
    change(&ida, "no address", PASSWORD).await.wrong("/email", "email");
    change(&ida, " IDA@example.test ", PASSWORD).await.wrong("/email", "same_email");
    assert_eq!(mails(&house, "email_confirmation").await, 0);
    change(&ida, NEW, PASSWORD).await.expect(202);
    assert_eq!(mails(&house, "email_confirmation").await, 1);
    assert!(signs_in(&house, OLD).await && !signs_in(&house, NEW).await, "nothing counts yet");
    assert_eq!(ida.get("/me").await.expect(200)["user"]["new_email"], NEW);
    let token = house.email_link(&owner.organization, OLD).await;
    confirm_with(&house, &token, "not the password").await.wrong("/password", "wrong_password");
    house.anyone().post("/email-confirmation", json!({ "token": token })).await.wrong("", "missing_field");
    confirm(&house, &token).await.expect(204);
    assert!(signs_in(&house, NEW).await && !signs_in(&house, OLD).await);
    let me = ida.get("/me").await.expect(200);
    assert_eq!((&me["user"]["email"], &me["user"]["new_email"]), (&json!(NEW), &Value::Null));
    assert_eq!((shown(&owner, &ida.member).await, shown(&other, &there).await), (json!(NEW), json!(NEW)));
    assert_eq!(mails(&house, "email_changed").await, 1, "the address before is told, once");
    for of in [&owner, &other] {
        assert!(of.journal().await.iter().any(|kind| kind == "email_changed"));
        let found = of.get(&format!("members?q={NEW}")).await.expect(200);
        assert_eq!(found["items"].as_array().unwrap().len(), 1, "who looks for the address finds them");
    }
    confirm(&house, &token).await.refused("not_found", "");
    // The address before is free again.
    owner.hire(OLD, &owner.root, "agent").await;
    house.verify().await;
}

#[tokio::test]
async fn b3_an_address_that_a_manager_asked_for_takes_the_persons_password_to_confirm() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    owner.post(&format!("members/{}/email", ida.member), json!({ "email": NEW })).await.expect(202);
    let token = house.email_link(&owner.organization, OLD).await;
    // Whoever reads the new mailbox has no login by that.
    confirm_with(&house, &token, "not the password").await.wrong("/password", "wrong_password");
    assert!(signs_in(&house, OLD).await);
    confirm_with(&house, &token, PASSWORD).await.expect(204);
    assert!(signs_in(&house, NEW).await);
    assert!(owner.journal().await.iter().any(|kind| kind == "email_change_requested"));
    house.verify().await;
}

#[tokio::test]
async fn r17_guessing_at_a_confirmation_is_counted_like_any_other() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    owner.post(&format!("members/{}/email", ida.member), json!({ "email": NEW })).await.expect(202);
    let token = house.email_link(&owner.organization, OLD).await;
    for _ in 0..10 {
        confirm_with(&house, &token, "a guess").await.wrong("/password", "wrong_password");
    }
    confirm_with(&house, &token, PASSWORD).await.wrong("/password", "wrong_password");
    for _ in 0..10 {
        change(&ida, NEW, "a guess").await.expect(423);
    }
    house.pass(Duration::from_mins(16));
    confirm_with(&house, &token, PASSWORD).await.expect(204);
}

#[tokio::test]
async fn r15_a_manager_is_told_neither_of_other_organizations_nor_whether_the_address_is_somebodys() {
    let (house, owner) = House::governed().await;
    let fixed = owner.found("Beta", "gus@example.test", &json!({ "model": "contact-center" })).await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    also_in(&house, &fixed, &ida).await;
    let ask = |member: &str, email: &str| owner.post(&format!("members/{member}/email"), json!({ "email": email }));
    let mut answers = BTreeSet::new();
    for (member, email) in [
        (&bo.member, NEW),
        (&bo.member, "olga@example.test"),
        (&bo.member, "bo@example.test"),
        (&ida.member, NEW),
        (&ida.member, "olga@example.test"),
    ] {
        let answer = ask(member, email).await;
        answer.expect(202);
        answers.insert(answer.text());
    }
    assert_eq!(answers.len(), 1);
    let waits = house.login("bo@example.test").await.new_email;
    assert_eq!((waits.to.map(|to| to.to_string()).as_deref(), waits.links.generation), (Some("olga@example.test"), 2));
    // What somebody asked for themselves, no manager's takes the place of.
    change(&bo, "bob@example.test", PASSWORD).await.expect(202);
    ask(&bo.member, NEW).await.expect(202);
    let waits = house.login("bo@example.test").await.new_email;
    assert_eq!((waits.to.map(|to| to.to_string()).as_deref(), waits.links.generation), (Some("bob@example.test"), 3));
    assert_eq!(house.login(OLD).await.new_email.to, None, "another organization keeps addresses as they are");
    assert_eq!(mails(&house, "email_confirmation").await, 3);
    // Their own organizations they know.
    change(&ida, NEW, PASSWORD).await.refused("conflict", "email_fixed");
}

#[tokio::test]
async fn r15_where_addresses_stay_as_they_are_it_is_said_what_to_do_instead() {
    let (house, owner) = House::governed().await;
    let fixed = owner.found("Beta", "gus@example.test", &json!({ "model": "contact-center" })).await;
    let ida = fixed.hire(OLD, &fixed.root, "agent").await;
    let refused = fixed.post(&format!("members/{}/email", ida.member), json!({ "email": NEW })).await;
    let problem = refused.refused("conflict", "email_fixed");
    assert!(problem["detail"].as_str().unwrap().contains("invite the new address"), "{problem}");
    change(&ida, NEW, PASSWORD).await.refused("conflict", "email_fixed");
    assert_eq!(mails(&house, "email_confirmation").await, 0);
}

#[tokio::test]
async fn r15_a_link_confirms_nothing_where_addresses_have_become_fixed() {
    let (house, owner) = House::governed().await;
    let fixed = owner.found("Beta", "gus@example.test", &json!({ "model": "contact-center" })).await;
    let (ida, token) = asking(&house, &owner).await;
    also_in(&house, &fixed, &ida).await;
    confirm(&house, &token).await.refused("conflict", "email_fixed");
    assert!(signs_in(&house, OLD).await);
}

#[tokio::test]
async fn r6_another_address_is_asked_for_active_people_whom_one_manages_altogether_and_not_for_oneself() {
    let (house, owner) = House::governed().await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mo@example.test", &south, "manager").await;
    let (pending, _) = owner.pending("pat@example.test", &south, "agent").await;
    let idle = owner.hire(OLD, &south, "agent").await;
    owner.deactivate(&idle).await;
    let before = house.table("users").await;
    let ask = |member: &str| manager.post(&format!("members/{member}/email"), json!({ "email": NEW }));
    ask(&manager.member).await.refused("forbidden", "not_oneself");
    ask(&owner.member).await.refused("not_found", "");
    ask(&pending).await.refused("conflict", "pending");
    ask(&idle.member).await.refused("conflict", "inactive");
    assert_eq!(house.table("users").await, before);
}

#[tokio::test]
async fn d1_an_address_that_is_somebodys_is_asked_for_like_any_other_and_its_reader_hears_that_it_is() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    let (free, other) = (change(&ida, NEW, PASSWORD).await, change(&ida, "olga@example.test", PASSWORD).await);
    assert_eq!((free.status, free.text()), (other.status, other.text()));
    let token = house.email_link(&owner.organization, OLD).await;
    confirm(&house, &token).await.refused("conflict", "email_taken");
    assert!(signs_in(&house, OLD).await && signs_in(&house, "olga@example.test").await);
    house.verify().await;
}

#[tokio::test]
async fn c2_a_newer_link_kills_older_ones_and_the_new_address_kills_links_to_a_password() {
    let (house, owner) = House::governed().await;
    let (ida, older) = asking(&house, &owner).await;
    change(&ida, "other@example.test", PASSWORD).await.expect(202);
    confirm(&house, &older).await.refused("not_found", "");
    let newer = house.email_link(&owner.organization, OLD).await;
    house.anyone().post("/password-reset", json!({ "email": OLD })).await.expect(202);
    let reset = house.reset_link(&owner.organization, OLD).await;
    confirm(&house, &newer).await.expect(204);
    let complete = json!({ "token": reset, "password": "a whole new password" });
    house.anyone().post("/password-reset/complete", complete).await.refused("not_found", "");
    assert!(signs_in(&house, "other@example.test").await);
}

#[tokio::test]
async fn c2_another_password_kills_what_somebody_asked_for_who_knew_the_older() {
    let (house, owner) = House::governed().await;
    let (ida, token) = asking(&house, &owner).await;
    let body = json!({ "current_password": PASSWORD, "password": "a whole new password" });
    ida.post("/me/password", body).await.expect(200);
    confirm_with(&house, &token, "a whole new password").await.refused("not_found", "");
    confirm(&house, &token).await.refused("not_found", "");
    assert_eq!(house.login(OLD).await.new_email.to, None);
}

#[tokio::test]
async fn g5_an_address_gets_five_of_these_mails_in_a_quarter_of_an_hour_whoever_asks() {
    let (house, owner) = House::governed().await;
    let mut asked = Vec::new();
    for n in 0..7 {
        let somebody = owner.hire(&format!("somebody{n}@example.test"), &owner.root, "agent").await;
        asked.push(owner.post(&format!("members/{}/email", somebody.member), json!({ "email": NEW })).await.text());
    }
    asked.dedup();
    assert_eq!((asked.len(), mails(&house, "email_confirmation").await), (1, 5));
    let ida = owner.hire(OLD, &owner.root, "agent").await;
    change(&ida, NEW, PASSWORD).await.refused("conflict", "too_many_mails");
    house.pass(Duration::from_mins(16));
    change(&ida, NEW, PASSWORD).await.expect(202);
    assert_eq!(ida.get("/me").await.expect(200)["user"]["new_email"], NEW);
    house.pass(Duration::from_hours(24));
    assert_eq!(ida.get("/me").await.expect(200)["user"]["new_email"], Value::Null, "nobody waits for a dead link");
}

#[tokio::test]
async fn c2_of_32_parallel_uses_of_a_link_one_succeeds() {
    let (house, owner) = House::governed().await;
    let (_, token) = asking(&house, &owner).await;
    // From networks of their own, or the tries of one would be used up.
    let one = |n| confirm(&house, &token).from(&format!("198.51.{n}.7"));
    let uses: Vec<_> = (0..32).map(|n| tokio::spawn(one(n).into_future())).collect();
    let mut done = 0;
    for one in uses {
        let answer = one.await.unwrap();
        assert!([204, 404, 503].contains(&answer.status.as_u16()), "{answer}");
        done += usize::from(answer.status == 204);
    }
    assert_eq!((done, mails(&house, "email_changed").await), (1, 1));
}

#[tokio::test]
async fn c2_a_link_expires_after_a_day_and_five_mails_go_out_in_a_quarter_of_an_hour() {
    let (house, owner) = House::governed().await;
    let (ida, _) = asking(&house, &owner).await;
    for _ in 0..4 {
        change(&ida, NEW, PASSWORD).await.expect(202);
    }
    change(&ida, NEW, PASSWORD).await.refused("conflict", "too_many_mails");
    let token = house.email_link(&owner.organization, OLD).await;
    house.pass(Duration::from_hours(24));
    confirm(&house, &token).await.refused("not_found", "");
    assert!(signs_in(&house, OLD).await);
}

#[tokio::test]
async fn c3_links_that_were_cut_padded_or_respelled_are_dead_alike_and_looking_consumes_nothing() {
    let (house, owner) = House::governed().await;
    let (_, token) = asking(&house, &owner).await;
    let odd = [
        String::new(),
        token[1..].to_owned(),
        token[..token.len() - 1].to_owned(),
        format!("{token}="),
        token.to_lowercase(),
        house.reset_link(&owner.organization, OLD).await,
    ];
    let before = house.everything().await;
    for text in &odd {
        confirm(&house, text).await.refused("not_found", "");
    }
    for method in [Method::GET, Method::HEAD] {
        house.anyone().ask(method, "/api/v1/email-confirmation".to_owned()).await.expect(405);
    }
    assert_eq!(house.everything().await, before);
    for (table, rows) in before {
        assert!(rows.iter().all(|row| !row.contains(&token)), "c4: {table}");
    }
    confirm(&house, &token).await.expect(204);
}

#[tokio::test]
async fn e2_who_was_deactivated_since_the_mail_has_no_other_address_by_it() {
    let (house, owner) = House::governed().await;
    let (ida, token) = asking(&house, &owner).await;
    owner.deactivate(&ida).await;
    let before = house.everything().await;
    confirm(&house, &token).await.refused("not_found", "");
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn an_invitation_that_waits_at_the_new_address_gives_way_and_says_so() {
    let (house, owner) = House::governed().await;
    let (ida, token) = asking(&house, &owner).await;
    let (waiting, _) = owner.pending(NEW, &owner.root, "agent").await;
    confirm(&house, &token).await.expect(204);
    assert_eq!(shown(&owner, &ida.member).await, NEW);
    owner.get(&format!("members/{waiting}")).await.refused("not_found", "");
    assert!(owner.journal().await.iter().any(|kind| kind == "invitation_withdrawn"));
    house.verify().await;
}

#[tokio::test]
async fn who_is_deleted_and_brought_back_has_the_address_that_they_took_meanwhile() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let (ida, token) = asking(&house, &owner).await;
    let there = also_in(&house, &other, &ida).await;
    let deleted = other.post(&format!("members/{there}/deletion"), json!({})).await;

    let receipt = deleted.expect(200)["id"].as_str().unwrap().to_owned();
    confirm(&house, &token).await.expect(204);
    other.post(&format!("receipts/{receipt}/undo"), json!({})).await.expect(200);
    assert_eq!(shown(&other, &there).await, NEW);
    house.verify().await;
}

#[tokio::test]
async fn copies_that_a_server_left_behind_follow_when_another_comes_up() {
    let (house, owner) = House::governed().await;
    let (ida, token) = asking(&house, &owner).await;
    let tenure = house.tenure();
    let link = tenure.open_email_link(&token).unwrap();
    // Confirmed, and then the server is gone before any copy could follow.
    let ask = ConfirmEmail::new(link, PASSWORD.into(), tenure_domain::Network::UNKNOWN);
    tenure.perform(Caller::Anonymous, ask).await.unwrap();
    assert_eq!(shown(&owner, &ida.member).await, OLD);
    house.verify().await;
    let followed = async { while shown(&owner, &ida.member).await != NEW {} };
    tokio::time::timeout(Duration::from_mins(1), tenure.work(followed)).await.unwrap();
    house.verify().await;
}
