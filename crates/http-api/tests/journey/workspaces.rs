//! The tree: make, rename, list.

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn workspaces_are_made_renamed_and_listed() {
    let (house, owner) = House::governed().await;
    house.tape().start();
    let north = owner.workspace(&owner.root, "North").await;
    owner.workspace(&north, "Oslo").await;
    owner.patch(&format!("workspaces/{north}"), json!({ "name": "Far North" })).await.expect(200);
    owner.get("workspaces").await.expect(200);
    golden!("workspaces", house.tape().take());
}

#[tokio::test]
async fn a_list_of_workspaces_goes_down_from_a_node_to_a_depth_and_on_by_pages() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    owner.workspace(&north, "Oslo").await;
    owner.workspace(&south, "Rome").await;
    let names = async |query: &str| owner.get(&format!("workspaces{query}")).await.column("name");
    assert_eq!(names("").await, ["Acme", "North", "South", "Oslo", "Rome"]);
    assert_eq!(names("?depth=1").await, ["Acme", "North", "South"]);
    assert_eq!(names("?depth=0").await, ["Acme"]);
    assert_eq!(names(&format!("?under={north}")).await, ["North", "Oslo"]);
    assert_eq!(names(&format!("?under={north}&depth=0")).await, ["North"]);
    assert_eq!(names("?q=O").await, ["North", "South", "Oslo", "Rome"]);
    assert_eq!(names(&format!("?q=o&under={south}")).await, ["South", "Rome"]);
    let mut all = Vec::new();
    let mut query = "?limit=2".to_owned();
    loop {
        let page = owner.get(&format!("workspaces{query}")).await;
        all.extend(page.column("name"));
        let Some(next) = page.json()["next"].as_str().map(str::to_owned) else { break };
        query = format!("?limit=2&cursor={next}");
    }
    assert_eq!(all, ["Acme", "North", "South", "Oslo", "Rome"]);
}

#[tokio::test]
async fn r1_somebody_lists_what_their_grants_reach_and_nothing_beside_or_above() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    assert_eq!(manager.get("workspaces").await.column("id"), [north, oslo]);
    manager.get(&format!("workspaces?under={south}")).await.refused("not_found", "");
    manager.get(&format!("workspaces?under={}", owner.root)).await.refused("not_found", "");
}

#[tokio::test]
async fn a_rename_can_be_held_against_the_version_that_was_seen() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let path = format!("workspaces/{north}");
    let listed = owner.get("workspaces").await.items();
    assert!(listed.iter().all(|row| row["version"] == 1), "a list tells what tags are: {listed:?}");
    let first = owner.patch(&path, json!({ "name": "Zero" })).header("if-match", "\"v1\"").await;
    assert_eq!((first.status.as_u16(), first.tag().as_str()), (200, "\"v2\""));
    let tag = owner.patch(&path, json!({ "name": "One" })).header("if-match", "*").await.tag();
    let next = owner.patch(&path, json!({ "name": "Two" })).header("if-match", &tag).await.tag();
    assert_ne!(tag, next);
    owner.patch(&path, json!({ "name": "Three" })).header("if-match", &tag).await.refused("stale", "stale");
    // What changes nothing makes no new version.
    assert_eq!(owner.patch(&path, json!({ "name": "Two" })).await.tag(), next);
    assert_eq!(owner.patch(&path, json!({})).await.tag(), next);
}

#[tokio::test]
async fn a_workspace_that_is_made_switched_off_says_so() {
    let (_, owner) = House::governed().await;
    let body = json!({ "parent": owner.root, "name": "Later", "active": false });
    assert_eq!(owner.post("workspaces", body).await.expect(201)["active"], false);
}
