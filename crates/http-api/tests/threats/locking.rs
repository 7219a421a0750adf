//! R17: who guesses passwords, and what becomes of those whose passwords are guessed (d1, d2, d3, a10, h12).

use std::time::Duration;

use serde_json::json;
use tokio::task::JoinSet;

use super::sign_in::seen;
use crate::support::{Ask, Client, House, PASSWORD, PROXY};

const HERE: &str = "192.0.2.7";
const NEARBY: &str = "192.0.2.200";
const ELSEWHERE: &str = "198.51.100.7";

fn knock(house: &House, email: &str, password: &str) -> Ask {
    house.anyone().post("/session", json!({ "email": email, "password": password })).from(HERE)
}

async fn guess(house: &House, email: &str, times: usize) {
    for _ in 0..times {
        knock(house, email, "a guess").await.refused("unauthenticated", "wrong_credentials");
    }
}

#[tokio::test]
async fn d1_a_locked_person_gets_the_same_answer_byte_for_byte_and_so_does_nobody() {
    let (house, owner) = House::governed().await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    owner.pending("pat@example.test", &owner.root, "agent").await;
    let first = knock(&house, "olga@example.test", "a guess").await;
    for email in ["olga@example.test", "nobody@example.test", "ida@example.test", "pat@example.test", "no address"] {
        for _ in 0..12 {
            assert_eq!(seen(&knock(&house, email, "a guess").await), seen(&first), "{email}");
        }
        // The right password is as good as any other now, if there is one.
        assert_eq!(seen(&knock(&house, email, PASSWORD).await), seen(&first), "{email}");
    }
}

#[tokio::test]
async fn r17_ten_tries_lock_an_address_where_they_came_from_for_a_quarter_of_an_hour() {
    let (house, _) = House::governed().await;
    guess(&house, "olga@example.test", 9).await;
    knock(&house, "olga@example.test", PASSWORD).await.expect(200);
    // Who signs in has all tries again.
    guess(&house, "olga@example.test", 10).await;
    knock(&house, "olga@example.test", PASSWORD).await.expect(401);
    let nearby = house.anyone().post("/session", json!({ "email": " OLGA@example.test", "password": PASSWORD }));
    nearby.from(NEARBY).await.expect(401);
    house.pass(Duration::from_mins(15));
    house.nudge(-1);
    knock(&house, "olga@example.test", PASSWORD).await.expect(401);
    house.nudge(1);
    knock(&house, "olga@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn d2_a_stranger_on_another_network_locks_nobody_out_whatever_they_say_of_themselves() {
    let (house, owner) = House::governed().await;
    guess(&house, "olga@example.test", 10).await;
    let right = || house.anyone().post("/session", json!({ "email": "olga@example.test", "password": PASSWORD }));
    // Nor does who guesses get further by saying so.
    for (name, said) in [("x-forwarded-for", ELSEWHERE), ("forwarded", "for=198.51.100.7"), ("x-real-ip", ELSEWHERE)] {
        right().from(HERE).header(name, said).await.expect(401);
    }
    right().from(ELSEWHERE).await.expect(200);
    right().from(PROXY).header("x-forwarded-for", ELSEWHERE).await.expect(200);
    right().from(PROXY).header("x-forwarded-for", &format!("{ELSEWHERE}, {HERE}")).await.expect(401);
    // The session that she has goes on meanwhile.
    owner.get("/me").await.expect(200);
}

#[tokio::test]
async fn d2_who_tries_one_password_with_everybody_is_told_to_come_again() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("olga2@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    for nth in 0..100 {
        guess(&house, &format!("person{nth}@example.test"), 1).await;
    }
    let refused = knock(&house, "olga@example.test", PASSWORD).await;
    refused.refused("too_many_requests", "too_many_wrong_passwords");
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, Some("901")));
    let elsewhere = knock(&house, "olga@example.test", PASSWORD).from(ELSEWHERE).await;
    elsewhere.expect(200);
    // A new password is nobody's to guess.
    house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD })).from(HERE).await.expect(200);
    house.pass(Duration::from_mins(15));
    knock(&house, "olga@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn d2_a_forgotten_program_with_an_older_password_locks_none_of_its_neighbours() {
    let (house, _) = House::governed().await;
    guess(&house, "backup@example.test", 200).await;
    knock(&house, "olga@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn d1_the_password_of_who_is_inactive_is_not_told_by_what_is_counted_either() {
    let (house, owner) = House::governed().await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    for nth in 0..99 {
        guess(&house, &format!("person{nth}@example.test"), 1).await;
    }
    knock(&house, "ida@example.test", PASSWORD).await.refused("unauthenticated", "wrong_credentials");
    knock(&house, "olga@example.test", PASSWORD).await.refused("too_many_requests", "too_many_wrong_passwords");
}

#[tokio::test]
async fn d3_of_many_guesses_at_once_no_more_than_ten_can_be_right() {
    let (house, _) = House::governed().await;
    let mut guesses = JoinSet::new();
    for _ in 0..64 {
        guesses.spawn(knock(&house, "olga@example.test", "a guess").into_future());
    }
    let answers = guesses.join_all().await;
    assert!(answers.iter().all(|answer| answer.status == 401), "{answers:?}");
    knock(&house, "olga@example.test", PASSWORD).await.expect(401);
    let tried = house.now().micros().to_string();
    let rows = house.table("attempts").await;
    let of_password = rows.iter().find(|row| row.contains("'password'")).unwrap();
    assert_eq!(of_password.matches(&tried).count(), 10, "{rows:?}");
}

#[tokio::test]
async fn r17_the_present_password_is_no_more_to_be_guessed_than_at_the_door() {
    let (house, owner) = House::governed().await;
    let change = |current: &str| {
        let body = json!({ "current_password": current, "password": "another battery of horses" });
        owner.post("/me/password", body).from(HERE)
    };
    for _ in 0..10 {
        change("a guess").await.refused("invalid", "wrong_password");
    }
    let locked = change(PASSWORD).await;
    locked.refused("locked", "locked");
    assert_eq!((locked.status.as_u16(), locked.header("retry-after")), (423, Some("901")));
    knock(&house, "olga@example.test", PASSWORD).await.expect(401);
    owner.get("/me").await.expect(200);
    house.pass(Duration::from_mins(15));
    change(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn r17_who_knows_the_present_password_may_be_refused_another_as_often_as_they_like() {
    let (_, owner) = House::governed().await;
    let change =
        |password: &str| owner.post("/me/password", json!({ "current_password": PASSWORD, "password": password })).from(HERE);
    for _ in 0..12 {
        change("short").await.expect(422);
    }
    change("another battery of horses").await.expect(200);
}

#[tokio::test]
async fn r17_a_present_password_is_not_to_be_guessed_behind_an_invitation_either() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    owner.hire("ida@example.test", &owner.root, "agent").await;
    let (_, invitation) = other.pending("ida@example.test", &other.root, "agent").await;
    let token = house.link(&other.organization, &invitation).await;
    let accept = |password: &str| house.anyone().post("/invitation/accept", json!({ "token": token, "password": password }));
    for _ in 0..10 {
        accept("a guess").from(HERE).await.refused("unauthenticated", "wrong_password");
    }
    accept(PASSWORD).from(HERE).await.refused("unauthenticated", "wrong_password");
    accept(PASSWORD).from(ELSEWHERE).await.expect(200);
}

async fn shown(owner: &Client, of: &Client) -> (serde_json::Value, serde_json::Value) {
    let detail = owner.get(&format!("members/{}", of.member)).await.expect(200);
    (detail["locked"].clone(), detail["locked_until"].clone())
}

#[tokio::test]
async fn r17_who_manages_somebody_sees_the_lock_and_lifts_it_everywhere() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    assert_eq!(shown(&owner, &ida).await, (json!(false), json!(null)));
    let first = house.lock_out("ida@example.test").await;
    house.pass(Duration::from_mins(1));
    let second = house.lock_out("ida@example.test").await;
    assert_eq!(shown(&owner, &ida).await, (json!(true), json!("2026-03-02T12:16:00Z")));
    // Nor does it hide where they have nothing any more: the deed asks at the root then.
    let eve = owner.hire("eve@example.test", &owner.root, "agent").await;
    owner.revoke(&eve, &owner.root).await;
    house.lock_out("eve@example.test").await;
    assert_eq!(shown(&owner, &eve).await.0, true);
    // It is nobody else's to know, nor one's own to lift.
    assert_eq!(shown(&owner, &owner).await, (json!(null), json!(null)));
    let path = format!("members/{}/unlock", ida.member);
    bo.post(&path, json!({})).await.expect(403);
    ida.post("members/me/unlock", json!({})).await.refused("forbidden", "not_oneself");
    owner.post(&path, json!({ "until": "now" })).await.expect(422);
    assert_eq!(shown(&owner, &ida).await.0, true);
    owner.post(&path, json!({})).await.expect(204);
    assert_eq!(shown(&owner, &ida).await, (json!(false), json!(null)));
    for network in [first, second] {
        let right = house.anyone().post("/session", json!({ "email": "ida@example.test", "password": PASSWORD }));
        right.from(&network).await.expect(200);
    }
    // Where nothing is locked, nothing has happened.
    owner.post(&path, json!({})).await.expect(204);
    house.seal().await;
    let journal = owner.get("journal?kind=member_unlocked").await.expect(200);
    assert_eq!(journal["items"].as_array().unwrap().len(), 1, "{journal}");
    assert_eq!(journal["items"][0]["target"], json!({ "kind": "member", "id": ida.member }), "{journal}");
}

#[tokio::test]
async fn a10_a_locked_governor_governs_and_locking_governors_blocks_nobody() {
    let (house, olga) = House::governed().await;
    let ann = olga.hire("ann@example.test", &olga.root, "owner").await;
    house.lock_out("olga@example.test").await;
    house.lock_out("ann@example.test").await;
    // Both count for the other's leaving, and act as before.
    olga.patch("", json!({ "name": "Renamed" })).await.expect(200);
    let plan = ann.get(&format!("members/{}/deletion", olga.member)).await.expect(200);
    assert_eq!(plan["blockers"], json!([]));
    olga.revoke(&ann, &olga.root).await;
    house.verify().await;
}

#[tokio::test]
async fn h12_a_clock_that_jumps_back_leaves_nobody_locked_for_longer() {
    let (house, _) = House::governed().await;
    let noon = house.now();
    house.pass(Duration::from_hours(24 * 365));
    guess(&house, "olga@example.test", 10).await;
    knock(&house, "olga@example.test", PASSWORD).await.expect(401);
    house.set(noon);
    knock(&house, "olga@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn r17_a_lock_survives_a_restart() {
    let (house, _) = House::governed().await;
    guess(&house, "olga@example.test", 10).await;
    let again = house.restarted().await;
    knock(&again, "olga@example.test", PASSWORD).await.expect(401);
    again.pass(Duration::from_mins(15));
    knock(&again, "olga@example.test", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn c4_nobodys_address_is_kept_of_what_was_tried() {
    let (house, _) = House::governed().await;
    guess(&house, "somebody@elsewhere.test", 1).await;
    let rows = house.table("attempts").await.concat().to_lowercase();
    let hex = |text: &[u8]| text.iter().fold(String::new(), |all, byte| format!("{all}{byte:02x}"));
    assert!(!rows.contains("somebody") && !rows.contains(&hex(b"somebody")) && !rows.contains(&hex(&[192, 0, 2])), "{rows}");
}
