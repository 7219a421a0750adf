//! Who is online, in lists and details, and what a beat leaves alone.

use std::time::Duration;

use serde_json::json;

use crate::support::{Client, House};

/// Reads a member until they are shown as online; they are written soon after they beat.
async fn is_online(reader: &Client, member: &str) -> serde_json::Value {
    loop {
        let shown = reader.get(&format!("members/{member}")).await.expect(200);
        if shown["online"] == true {
            return shown;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn w1_whoever_beats_is_online_for_a_while_in_details_and_lists() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("members/{}", agent.member);
    assert_eq!(owner.get(&path).await.expect(200)["online"], false);
    agent.post("presence", json!({})).await.expect(204);
    is_online(&owner, &agent.member).await;
    assert_eq!(owner.get("members").await.column("online"), ["true", "false"]);
    house.pass(Duration::from_secs(29));
    assert_eq!(owner.get(&path).await.expect(200)["online"], true);
    house.pass(Duration::from_secs(1));
    assert_eq!(owner.get(&path).await.expect(200)["online"], false);
    assert_eq!(owner.get("members").await.column("online"), ["false", "false"]);
}

#[tokio::test]
async fn a_beat_is_no_activity_and_no_change_of_the_member() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("members/{}", agent.member);
    let (before, tag) = (owner.get(&path).await.expect(200), owner.get(&path).await.tag());
    house.pass(Duration::from_hours(1));
    agent.post("presence", json!({})).await.expect(204);
    let after = is_online(&owner, &agent.member).await;
    assert_eq!((&after["last_active_at"], owner.get(&path).await.tag()), (&before["last_active_at"], tag));
    assert_ne!(owner.get("members/me").await.expect(200)["last_active_at"], before["last_active_at"], "a request is");
}

#[tokio::test]
async fn h12_nobody_stays_online_for_an_hour_because_a_clock_was_ahead() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("members/{}", agent.member);
    house.pass(Duration::from_hours(1));
    agent.post("presence", json!({})).await.expect(204);
    is_online(&owner, &agent.member).await;
    house.nudge(-3_600_000_000);
    assert_eq!(owner.get(&path).await.expect(200)["online"], false);
    agent.post("presence", json!({})).await.expect(204);
    is_online(&owner, &agent.member).await;
    house.pass(Duration::from_secs(30));
    assert_eq!(owner.get(&path).await.expect(200)["online"], false);
}

#[tokio::test]
async fn somebody_who_is_deactivated_is_online_no_more() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    agent.post("presence", json!({})).await.expect(204);
    is_online(&owner, &agent.member).await;
    owner.deactivate(&agent).await;
    assert_eq!(owner.get(&format!("members/{}", agent.member)).await.expect(200)["online"], false);
    agent.post("presence", json!({})).await.refused("unauthenticated", "");
}
