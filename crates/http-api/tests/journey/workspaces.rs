//! The tree: make, rename, list.

use serde_json::json;

use crate::support::{Client, House};

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

#[tokio::test]
async fn a4_an_account_is_made_activated_named_and_does_without_a_feature() {
    let (house, operator) = House::governed().await;
    let body = json!({ "model": "account-tree" });
    let admin = operator.found("Locations", "ada@locations.test", &body).await;
    let organization = format!("/operator/organizations/{}", admin.organization);
    operator.patch(&organization, json!({ "plan": "calls" })).await.expect(200);
    let made = json!({ "parent": admin.root, "name": "North", "kind": "account" });
    let account = admin.post("workspaces", made).await.expect(201);
    assert_eq!(account["active"], false, "an account is inactive at first");
    let id = account["id"].as_str().unwrap().to_owned();
    let path = format!("workspaces/{id}");
    let local = admin.hire("lee@locations.test", &id, "account_admin").await;
    let user = admin.hire("uma@locations.test", &id, "user").await;
    let may = |who: &Client, permission: &str| {
        let (admin, path) = (admin.clone(), format!("access?member={}&permission={permission}&workspace={id}", who.member));
        async move { admin.get(&path).await.expect(200) }
    };
    let off = may(&user, "calls.view").await;
    assert_eq!(off["allowed"], false);
    assert!(off["because"].as_array().unwrap().iter().any(|one| one["kind"] == "workspace_off"), "{off}");
    // Only people and workspaces can be looked after meanwhile; whoever runs it below activates it.
    user.patch(&path, json!({ "active": true })).await.refused("forbidden", "missing_permission");
    let active = local.patch(&path, json!({ "active": true })).await.expect(200);
    assert_eq!(active["active"], true);
    assert_eq!(may(&user, "calls.view").await["allowed"], true, "from the next request on");
    // Its features, within the plan.
    let without = local.patch(&path, json!({ "name": "North Bay", "features": { "call_tracking": false } })).await.expect(200);
    assert_eq!((&without["name"], &without["features_off"]), (&json!("North Bay"), &json!(["call_tracking"])));
    let gone = may(&user, "calls.view").await;
    assert!(gone["because"].as_array().unwrap().iter().any(|one| one["kind"] == "feature_off"), "{gone}");
    local.patch(&path, json!({ "features": { "texting": true } })).await.refused("conflict", "feature_off");
    local.patch(&path, json!({ "features": { "faxing": true } })).await.wrong("/features/faxing", "unknown_feature");
    local.patch(&path, json!({ "features": { "call_tracking": "yes" } })).await.expect(422);
    let below = admin.workspace(&id, "Dock").await;
    let dock = format!("workspaces/{below}");
    local.patch(&dock, json!({ "features": { "call_tracking": true } })).await.refused("conflict", "off_above");
    local.patch(&path, json!({ "features": { "call_tracking": true } })).await.expect(200);
    assert_eq!(may(&user, "calls.view").await["allowed"], true);
    // Nowhere else, and not the root.
    local.patch(&format!("workspaces/{}", admin.root), json!({ "name": "Mine" })).await.refused("not_found", "");
    admin.patch(&format!("workspaces/{}", admin.root), json!({ "active": false })).await.refused("conflict", "root");
    // Somebody else's change isn't lost.
    let tag = admin.patch(&path, json!({})).await.tag();
    local.patch(&path, json!({ "name": "North Quay" })).header("if-match", &tag).await.expect(200);
    admin.patch(&path, json!({ "active": false })).header("if-match", &tag).await.refused("stale", "stale");
    let told = admin.get(&format!("journal?kind=workspace_changed&target={id}&limit=200")).await.items();
    let sides = |at: usize| (told[at]["before"].clone(), told[at]["after"].clone());
    assert_eq!(sides(told.len() - 1), (json!({ "active": false }), json!({ "active": true })));
    assert_eq!(sides(0), (json!({ "name": "North Bay" }), json!({ "name": "North Quay" })));
    house.verify().await;
}
