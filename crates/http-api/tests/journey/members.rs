//! One member: detail, and the profile, edited by oneself or by who manages one.

use std::time::Duration;

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn a_member_is_read_and_their_profile_edited() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.tape().start();
    agent.get("members/me").await.expect(200);
    let body = json!({
        "first_name": "Beau", "phone": "+49 (30) 123-4567", "language": "de-AT", "time_zone": "Europe/Berlin", "digest": "weekly",
    });
    agent.patch("members/me", body).await.expect(200);
    owner.patch(&format!("members/{}", agent.member), json!({ "last_name": null, "phone": null })).await.expect(200);
    owner.get(&format!("members/{}", agent.member)).await.expect(200);
    golden!("profile", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn an_address_is_confirmed_once_somebody_has_come_by_it() {
    let (_, owner) = House::governed().await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    for (member, confirmed) in [(&pending, false), (&agent.member, true)] {
        let read = owner.get(&format!("members/{member}")).await.expect(200);
        assert_eq!(read["email_confirmed"], confirmed);
    }
}

#[tokio::test]
async fn absent_and_null_differ_in_a_profile() {
    let (_, owner) = House::governed().await;
    let me = owner.patch("members/me", json!({ "phone": "+49301234567" })).await.expect(200);
    assert_eq!((&me["phone"], &me["first_name"]), (&json!("+49301234567"), &json!("Olga")));
    let me = owner.patch("members/me", json!({ "first_name": null })).await.expect(200);
    assert_eq!((&me["phone"], &me["first_name"], &me["display_name"]), (&json!("+49301234567"), &json!(null), &json!("Owner")));
    let me = owner.patch("members/me", json!({ "last_name": null })).await.expect(200);
    assert_eq!(me["display_name"], "olga@example.test");
}

#[tokio::test]
async fn a_profile_can_be_held_against_the_version_that_was_seen() {
    let (_, owner) = House::governed().await;
    let tag = owner.get("members/me").await.tag();
    let next = owner.patch("members/me", json!({ "digest": "daily" })).header("if-match", &tag).await.tag();
    owner.patch("members/me", json!({ "digest": "weekly" })).header("if-match", &tag).await.refused("stale", "stale");
    assert_eq!(owner.get("members/me").await.tag(), next);
}

#[tokio::test]
async fn r6_a_profile_is_edited_by_oneself_or_by_who_manages_all_of_ones_grants() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let inside = owner.hire("ines@example.test", &north, "agent").await;
    let both = owner.hire("berta@example.test", &north, "agent").await;
    owner.regrant(&both, &south, "agent", &[]).await;
    let edit = |who: &str| manager.patch(&format!("members/{who}"), json!({ "digest": "daily" }));
    edit(&inside.member).await.expect(200);
    edit(&both.member).await.refused("forbidden", "missing_permission");
    edit(&owner.member).await.refused("not_found", "");
    inside
        .patch(&format!("members/{}", manager.member), json!({ "digest": "daily" }))
        .await
        .refused("forbidden", "missing_permission");
}

#[tokio::test]
async fn when_somebody_was_last_active_is_known_to_the_minute_and_makes_no_version() {
    let (house, owner) = House::governed().await;
    let me = owner.get("members/me").await;
    assert_eq!(me.expect(200)["last_active_at"], "2026-03-02T12:00:00Z");
    house.pass(Duration::from_micros(59_999_999));
    assert_eq!(owner.get("members/me").await.expect(200)["last_active_at"], "2026-03-02T12:00:00Z");
    house.pass(Duration::from_micros(1));
    owner.get("").await.expect(200);
    let later = owner.get("members/me").await;
    assert_eq!(later.expect(200)["last_active_at"], "2026-03-02T12:01:00Z");
    assert_eq!(later.tag(), me.tag(), "presence is no change of the member");
}

#[tokio::test]
async fn somebody_without_any_grant_is_managed_at_the_root() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let bare = owner.hire("bo@example.test", &north, "agent").await;
    owner.revoke(&bare, &north).await;
    owner.patch(&format!("members/{}", bare.member), json!({ "digest": "daily" })).await.expect(200);
    manager.patch(&format!("members/{}", bare.member), json!({ "digest": "weekly" })).await.refused("not_found", "");
}
