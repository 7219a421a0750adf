//! A4, R1: a subtree is moved, from its plan; who reaches it changes at once, and nobody keeps or gains what they may not.

use serde_json::{Value, json};

use crate::support::{Client, House};

fn path(of: &str) -> String {
    format!("workspaces/{of}/move")
}

async fn plan(by: &Client, of: &str, parent: &str) -> Value {
    by.get(&format!("{}?parent={parent}", path(of))).await.expect(200)
}

fn who(plan: &Value, side: &str) -> Vec<String> {
    plan[side].as_array().unwrap().iter().map(|one| one["member"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a4_a_subtree_is_moved_from_its_plan_and_with_it_what_people_reach() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let harbour = owner.workspace(&oslo, "Harbour").await;
    let [of_north, of_south, of_oslo] = [
        owner.hire("nils@example.test", &north, "agent").await,
        owner.hire("sara@example.test", &south, "agent").await,
        owner.hire("olav@example.test", &oslo, "agent").await,
    ];
    owner.contact(&harbour, "Ada", Some(&of_north.member)).await;
    owner.contact(&north, "Grace", Some(&of_north.member)).await;
    owner.contact(&harbour, "Alan", Some(&of_oslo.member)).await;
    house.tape().start();
    let planned = plan(&owner, &oslo, &south).await;
    assert_eq!((who(&planned, "gains"), who(&planned, "loses")), (vec![of_south.member.clone()], vec![of_north.member.clone()]));
    let numbers = ["workspaces", "gaining", "losing", "portfolios"].map(|field| planned[field].clone());
    assert_eq!(numbers, [json!(2), json!(1), json!(1), json!(1)]);
    let body = json!({ "parent": south, "fingerprint": planned["fingerprint"], "reason": "The regions were drawn anew" });
    let moved = owner.post(&path(&oslo), body).await.expect(200);
    assert_eq!((&moved["parent"], &moved["version"]), (&json!(south), &json!(2)));
    owner.get("journal?kind=workspace_moved").await.expect(200);
    golden!("moving", house.tape().take());
    // From the next request on.
    of_north.get(&format!("contacts?workspace={harbour}")).await.refused("not_found", "");
    assert_eq!(of_south.get(&format!("contacts?workspace={harbour}")).await.items().len(), 2);
    assert_eq!(owner.get("contacts?assignee=none").await.column("name"), ["Ada"], "what nobody may keep is left unassigned");
    assert_eq!(owner.get(&format!("contacts?assignee={}", of_north.member)).await.column("name"), ["Grace"]);
    assert_eq!(owner.get(&format!("contacts?assignee={}", of_oslo.member)).await.column("name"), ["Alan"]);
    assert_eq!(of_south.get("workspaces").await.column("name"), ["South", "Oslo", "Harbour"]);
    // Where it is already there is nothing to move.
    let before = house.everything().await;
    owner.post(&path(&oslo), json!({ "parent": south })).await.expect(200);
    assert_eq!(house.table("workspaces").await, before["workspaces"]);
    house.verify().await;
}

#[tokio::test]
async fn r1_no_circle_no_root_no_deeper_than_a_tree_may_be() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    owner.post(&path(&north), json!({ "parent": oslo })).await.wrong("/parent", "circle");
    owner.post(&path(&north), json!({ "parent": north })).await.wrong("/parent", "circle");
    owner.post(&path(&owner.root), json!({ "parent": north })).await.refused("conflict", "root");
    owner.post(&path(&north), json!({ "parent": "00000000-0000-7000-8000-00000000dead" })).await.refused("not_found", "");
    let mut deep = owner.workspace(&owner.root, "Deep").await;
    for level in 0..29 {
        deep = owner.workspace(&deep, &format!("Deep {level}")).await;
    }
    owner.post(&path(&north), json!({ "parent": deep })).await.wrong("/parent", "too_deep");
    owner.post(&path(&oslo), json!({ "parent": deep })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r6_nobody_gives_by_a_move_what_is_not_theirs_to_give() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    // It takes the right where it is taken from and where it is put.
    manager.post(&path(&oslo), json!({ "parent": south })).await.refused("not_found", "");
    owner.regrant(&manager, &south, "agent", &[]).await;
    manager.post(&path(&oslo), json!({ "parent": south })).await.refused("forbidden", "missing_permission");
    manager.post(&path(&north), json!({ "parent": oslo })).await.refused("forbidden", "missing_permission");
    owner.regrant(&manager, &south, "manager", &[]).await;
    // A peer would gain it, whom they don't manage; they are told nothing of it by the plan that they couldn't see otherwise.
    let peer = owner.hire("max@example.test", &south, "manager").await;
    assert_eq!(who(&plan(&manager, &oslo, &south).await, "gains"), [peer.member.as_str()]);
    manager.post(&path(&oslo), json!({ "parent": south })).await.refused("forbidden", "not_manageable");
    // Nor by way of a place that is off, to be switched on afterwards.
    owner.patch(&format!("workspaces/{south}"), json!({ "active": false })).await.expect(200);
    manager.post(&path(&oslo), json!({ "parent": south })).await.refused("forbidden", "not_manageable");
    owner.patch(&format!("workspaces/{south}"), json!({ "active": true })).await.expect(200);
    owner.revoke(&peer, &south).await;
    owner.hire("bo@example.test", &south, "agent").await;
    manager.post(&path(&oslo), json!({ "parent": south })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r2_whoever_is_bound_where_it_lies_frees_nobody_by_moving_it() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&manager, &north, "manager", &["no_contact_deletion"]).await;
    // Moved to the root, it would be out of the restriction's reach: their own, too.
    manager.post(&path(&oslo), json!({ "parent": owner.root })).await.refused("forbidden", "not_oneself");
    owner.post(&path(&oslo), json!({ "parent": owner.root })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r10_a_plan_whose_facts_have_moved_is_refused() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let seen = plan(&owner, &south, &north).await["fingerprint"].clone();
    owner.hire("nils@example.test", &north, "agent").await;
    let before = house.table("workspaces").await;
    let problem =
        owner.post(&path(&south), json!({ "parent": north, "fingerprint": seen })).await.refused("plan_moved", "plan_moved");
    assert_eq!(house.table("workspaces").await, before);
    let now = problem["difference"]["fingerprint"].clone();
    owner.post(&path(&south), json!({ "parent": north, "fingerprint": now })).await.expect(200);
    owner.post(&path(&south), json!({ "parent": north, "fingerprint": "xyz" })).await.wrong("/fingerprint", "fingerprint");
}

#[tokio::test]
async fn r10_a_grant_that_was_revoked_and_given_anew_is_another() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let agent = owner.hire("nils@example.test", &north, "agent").await;
    let seen = plan(&owner, &south, &north).await["fingerprint"].clone();
    owner.revoke(&agent, &north).await;
    owner.regrant(&agent, &north, "manager", &[]).await;
    let body = json!({ "parent": north, "fingerprint": seen });
    owner.post(&path(&south), body).await.refused("plan_moved", "plan_moved");
}

#[tokio::test]
async fn r2_what_stands_there_though_its_feature_is_off_is_in_no_moves_way() {
    let (house, owner) = House::governed().await;
    let operator = format!("/operator/organizations/{}", owner.organization);
    owner.patch(&operator, json!({ "plan": "growth" })).await.expect(200);
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    owner.hire_with("mo@example.test", &south, "agent", &["mask_phone_email"]).await;
    owner.patch(&operator, json!({ "plan": "starter" })).await.expect(200);
    owner.post(&path(&north), json!({ "parent": south })).await.expect(200);
    owner.post(&path(&north), json!({ "parent": owner.root })).await.expect(200);
    // Nor is what is off above: it is told what that means for everybody.
    owner.patch(&format!("workspaces/{south}"), json!({ "active": false })).await.expect(200);
    let planned = plan(&owner, &north, &south).await;
    assert_eq!((&planned["active"], &planned["features"]), (&json!(false), &json!({})));
    owner.post(&path(&north), json!({ "parent": south })).await.expect(200);
    assert_eq!(plan(&owner, &north, &owner.root).await["active"], json!(true));
    house.verify().await;
}

#[tokio::test]
async fn a_plan_names_nobody_to_who_sees_no_members_there() {
    let (_, operator) = House::governed().await;
    let admin = operator.found("Network", "ada@example.test", &json!({ "model": "partner-network" })).await;
    let north = admin.workspace(&admin.root, "North").await;
    let south = admin.workspace(&admin.root, "South").await;
    let oslo = admin.workspace(&north, "Oslo").await;
    let normal = admin.hire("nora@example.test", &north, "normal").await;
    admin.regrant(&normal, &south, "normal", &[]).await;
    admin.hire("sven@example.test", &south, "normal").await;
    let planned = plan(&normal, &oslo, &south).await;
    assert_eq!((who(&planned, "gains"), &planned["gaining"]), (vec![], &json!(1)));
    assert_eq!(who(&plan(&admin, &oslo, &south).await, "gains").len(), 1);
}
