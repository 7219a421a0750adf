//! A workspace is deleted when nothing is in it any more, and what was revoked there stays told.

use std::time::Duration;

use serde_json::json;
use tenure_port_store::Store as _;

use crate::support::House;

const DAY: Duration = Duration::from_hours(24);

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
    assert_eq!((&told["workspace"], &told["state"], &told["undo_until"]), (&json!(oslo), &json!("standing"), &json!(null)));
    assert!(manager.get("receipts").await.column("id").contains(&receipt));
    stranger.get(&format!("receipts/{receipt}")).await.refused("not_found", "");
    assert!(stranger.get("receipts").await.items().is_empty());
    let undo = |receipt: &str| format!("receipts/{receipt}/undo");
    stranger.post(&undo(&receipt), json!({})).await.refused("not_found", "");
    manager.post(&undo(&receipt), json!({})).await.refused("conflict", "too_late");
    // Access that somebody gets above is nothing that this receipt was about.
    let again = owner.hire("di@example.test", &north, "agent").await;
    assert_eq!(owner.get(&format!("receipts/{receipt}")).await.expect(200)["state"], "standing", "{}", again.member);
    // Of what was in two, the other comes back; it takes who manages where both lay.
    let mine = owner.hire("ron@example.test", &rome, "manager").await;
    mine.post(&undo(&deletion), json!({})).await.refused("forbidden", "missing_permission");
    assert!(mine.get("receipts").await.items().is_empty());
    let undone = manager.post(&undo(&deletion), json!({})).await.expect(200);
    assert_eq!(undone["gone"], 1);
    let grants = owner.get(&format!("members/{}/grants", both.member)).await.items();
    assert_eq!(grants.iter().map(|grant| grant["workspace"].clone()).collect::<Vec<_>>(), [json!(rome)]);
    house.verify().await;
}

#[tokio::test]
async fn r4_what_a_limit_in_a_deleted_workspace_hid_stays_hidden() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let oslo = owner.workspace(&owner.root, "Oslo").await;
    let rome = owner.workspace(&owner.root, "Rome").await;
    let agent = owner.hire_with("bo@example.test", &oslo, "agent", &["mask_phone_email"]).await;
    owner.regrant(&agent, &rome, "agent", &[]).await;
    let receipt = owner.post(&format!("members/{}/deletion", agent.member), json!({})).await.expect(200);
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    let path = format!("receipts/{}/undo", receipt["id"].as_str().unwrap());
    owner.post(&path, json!({})).await.refused("conflict", "too_late");
    house.verify().await;
}

#[tokio::test]
async fn r14_who_was_deleted_from_a_deleted_workspace_is_not_kept_for_it() {
    let (house, owner) = House::governed().await;
    let oslo = owner.workspace(&owner.root, "Oslo").await;
    let agent = owner.hire("bo@example.test", &oslo, "agent").await;
    owner.post(&format!("members/{}/deletion", agent.member), json!({})).await.expect(200);
    assert_eq!(house.table("deleted_memberships").await.len(), 1);
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    // The letters that the house owes them are posted first.
    for claimed in house.store().errands().claim(house.now(), DAY, 200).await.unwrap() {
        let settled = claimed.settled(tenure_port_store::Settlement::Done);
        house.store().errands().settle(&[settled], house.now()).await.unwrap();
    }
    house.store().errands().sweep(house.now(), 100).await.unwrap();
    assert!(house.table("deleted_memberships").await.is_empty());
    house.verify().await;
}

#[tokio::test]
async fn h10_what_was_planned_for_a_workspace_that_is_gone_is_refused_one_by_one() {
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
    assert_eq!(job["results"][0]["code"], "not_found", "{job}");
    house.verify().await;
}

#[tokio::test]
async fn r12_a_job_that_undoes_is_too_late_for_a_workspace_that_is_gone() {
    let (house, owner) = House::governed().await;
    let oslo = owner.workspace(&owner.root, "Oslo").await;
    let gone = owner.hire("bo@example.test", &oslo, "agent").await;
    let back = owner.hire("cy@example.test", &owner.root, "agent").await;
    let job = owner.job(&[&gone.member, &back.member]).await;
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    let undo = owner.post(&format!("jobs/{job}/undo"), json!({})).await.expect(200);
    assert_eq!((&undo["done"], &undo["refused"]), (&json!(1), &json!(1)), "{undo}");
    let refused = undo["results"].as_array().unwrap().iter().find(|one| one["outcome"] == "refused").unwrap();
    assert_eq!((&refused["member"], &refused["code"]), (&json!(gone.member), &json!("too_late")));
    house.verify().await;
}
