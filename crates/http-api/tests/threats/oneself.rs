//! R7: nobody changes, revokes or deletes their own access, by any route.

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn r7_nobody_changes_revokes_or_deletes_their_own_access() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    owner.hire("ann@example.test", &owner.root, "owner").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    for who in [&owner, &manager, &agent] {
        for member in ["me", &who.member] {
            for workspace in [&owner.root, &north] {
                let path = format!("members/{member}/grants/{workspace}");
                let (name, tag) = if *workspace == owner.root { ("if-match", "\"v1\"") } else { ("if-none-match", "*") };
                who.put(&path, json!({ "levels": ["agent"] })).header(name, tag).await.refused("forbidden", "not_oneself");
            }
            let path = format!("members/{member}/grants/{}/revocation", owner.root);
            who.get(&path).await.refused("forbidden", "not_oneself");
            who.post(&path, json!({})).await.refused("forbidden", "not_oneself");
            let path = format!("members/{member}/deletion");
            who.get(&path).await.refused("forbidden", "not_oneself");
            who.post(&path, json!({})).await.refused("forbidden", "not_oneself");
        }
    }
    // An invitation to oneself is no way around.
    for who in [&owner, &manager] {
        let outcome = who.invite(&who.email, &north, "agent", &[]).await;
        assert_eq!((&outcome["outcome"], &outcome["rule"]), (&json!("not_allowed"), &json!("not_oneself")));
        assert_eq!(who.invite(&who.email, &owner.root, "agent", &[]).await["outcome"], "already_member");
    }
    house.verify().await;
}

#[tokio::test]
async fn r7_nobody_undoes_their_own_revocation() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&manager, &north, "agent", &[]).await;
    let receipt = owner.revoke(&manager, &north).await;
    manager.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("forbidden", "not_oneself");
}

#[tokio::test]
async fn r7_ones_own_profile_is_ones_own() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    for member in ["me", &agent.member] {
        agent.patch(&format!("members/{member}"), json!({ "digest": "weekly" })).await.expect(200);
    }
}
