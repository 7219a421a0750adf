//! A workspace is deleted when nothing is in it any more, and what was revoked there stays told.

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn r1_a_workspace_is_deleted_when_nothing_is_in_it_any_more() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let path = format!("workspaces/{oslo}");
    let agent = owner.hire("bo@example.test", &oslo, "agent").await;
    let contact = owner.contact(&oslo, "Ada", Some(&agent.member)).await;
    let holds = async |path: &str| owner.delete(path).await.refused("conflict", "in_use")["holds"].clone();
    assert_eq!(holds(&format!("workspaces/{north}")).await, json!(["workspaces"]));
    assert_eq!(holds(&path).await, json!(["members", "contacts"]));
    owner.revoke(&agent, &oslo).await;
    assert_eq!(holds(&path).await, json!(["contacts"]));
    let pending = owner.pending("cy@example.test", &oslo, "agent").await;
    assert_eq!(holds(&path).await, json!(["members", "contacts"]), "an offer is access to come");
    owner.delete(&format!("invitations/{}", pending.1)).await.expect(204);
    owner.delete(&format!("contacts/{contact}")).await.expect(204);
    owner.delete(&path).await.expect(204);
    owner.delete(&format!("workspaces/{}", owner.root)).await.refused("conflict", "root");
    let rome = owner.workspace(&north, "Rome").await;
    let path = format!("workspaces/{rome}");
    owner.delete(&path).header("if-match", "\"v7\"").await.refused("stale", "stale");
    owner.delete(&path).header("if-match", "\"v1\"").await.expect(204);
    owner.delete(&path).await.refused("not_found", "");
    assert_eq!(owner.get("workspaces").await.column("name"), ["Acme", "North"]);
    let told = owner.get("journal?kind=workspace_deleted").await.items();
    assert_eq!(told.len(), 2);
    assert_eq!((&told[0]["before"], &told[0]["target"]["id"]), (&json!({ "name": "Rome", "parent": north }), &json!(rome)));
    house.verify().await;
}

#[tokio::test]
async fn r1_who_arranges_workspaces_elsewhere_or_not_at_all_deletes_none() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let [here, there] = [owner.workspace(&north, "Here").await, owner.workspace(&south, "There").await];
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    manager.delete(&format!("workspaces/{there}")).await.refused("not_found", "");
    agent.delete(&format!("workspaces/{here}")).await.refused("forbidden", "missing_permission");
    // What is switched off is still to be cleared away.
    owner.patch(&format!("workspaces/{here}"), json!({ "active": false })).await.expect(200);
    manager.delete(&format!("workspaces/{here}")).await.expect(204);
    house.verify().await;
}

#[tokio::test]
async fn r12_what_was_revoked_in_a_deleted_workspace_is_told_and_does_not_come_back() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let rome = owner.workspace(&north, "Rome").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let elsewhere = owner.workspace(&owner.root, "South").await;
    let stranger = owner.hire("sue@example.test", &elsewhere, "manager").await;
    let one = owner.hire("bo@example.test", &oslo, "agent").await;
    let receipt = owner.revoke(&one, &oslo).await;
    let both = owner.hire("cy@example.test", &oslo, "agent").await;
    owner.regrant(&both, &rome, "agent", &[]).await;
    let deletion = owner.post(&format!("members/{}/deletion", both.member), json!({})).await.expect(200);
    let deletion = deletion["id"].as_str().unwrap().to_owned();
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    // It is told to who manages what lay above, and to nobody else.
    let told = manager.get(&format!("receipts/{receipt}")).await.expect(200);
    assert_eq!((&told["workspace"], &told["state"], &told["undo_until"]), (&json!(north), &json!("standing"), &json!(null)));
    assert!(manager.get("receipts").await.column("id").contains(&receipt));
    stranger.get(&format!("receipts/{receipt}")).await.refused("not_found", "");
    assert!(stranger.get("receipts").await.items().is_empty());
    let undo = |receipt: &str| format!("receipts/{receipt}/undo");
    stranger.post(&undo(&receipt), json!({})).await.refused("not_found", "");
    manager.post(&undo(&receipt), json!({})).await.refused("conflict", "too_late");
    // Of what was in two, the other comes back.
    manager.post(&undo(&deletion), json!({})).await.expect(200);
    let grants = owner.get(&format!("members/{}/grants", both.member)).await.items();
    assert_eq!(grants.iter().map(|grant| grant["workspace"].clone()).collect::<Vec<_>>(), [json!(rome)]);
    house.verify().await;
}

#[tokio::test]
async fn h10_a_job_at_a_workspace_that_goes_meanwhile_answers_the_rest_as_not_there() {
    let (house, owner) = House::governed().await;
    let oslo = owner.workspace(&owner.root, "Oslo").await;
    let agent = owner.hire("bo@example.test", &oslo, "agent").await;
    owner.regrant(&agent, &owner.root, "agent", &[]).await;
    let plan = owner.plan(&format!("email,grants\nnew@example.test,{oslo}:agent\n")).await;
    assert_eq!((&plan["invited"], &plan["refused"]), (&json!(1), &json!(0)));
    owner.revoke(&agent, &oslo).await;
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    let body = json!({ "members": [agent.member], "workspace": oslo, "levels": ["manager"] });
    owner.post("members/levels", body).await.refused("not_found", "");
    let path = format!("members/import/{}/execution", plan["plan"].as_str().unwrap());
    owner.post(&path, json!({})).await.expect(200);
    let job = owner.get(&format!("jobs/{}", plan["plan"].as_str().unwrap())).await.expect(200);
    assert_eq!((&job["state"], &job["done"], &job["refused"]), (&json!("done"), &json!(0), &json!(1)), "{job}");
    house.verify().await;
}
