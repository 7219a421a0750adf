//! Revoking: plan, deed, receipt.

use serde_json::json;

use crate::support::{Client, House};

/// An agent with two contacts, and somebody who can take them over.
async fn leaver() -> (House, Client, Client, Client) {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let successor = owner.hire("sue@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Ada", Some(&agent.member)).await;
    owner.contact(&owner.root, "Grace", Some(&agent.member)).await;
    (house, owner, agent, successor)
}

#[tokio::test]
async fn access_is_revoked_with_a_handover_and_the_revocation_undone() {
    let (house, owner, agent, successor) = leaver().await;
    house.tape().start();
    let path = format!("{}/revocation", agent.grant(&owner.root));
    let plan = owner.get(&format!("{path}?assign_to={}", successor.member)).await.expect(200);
    let body = json!({ "contacts": { "assign_to": successor.member }, "fingerprint": plan["fingerprint"], "reason": "Moved on" });
    let receipt = owner.post(&path, body).await.expect(200)["id"].as_str().unwrap().to_owned();
    owner.get(&format!("contacts?assignee={}", successor.member)).await.expect(200);
    owner.get("receipts").await.expect(200);
    owner.get(&format!("receipts/{receipt}")).await.expect(200);
    owner.post(&format!("receipts/{receipt}/undo"), json!({ "reason": "Came back" })).await.expect(200);
    owner.get(&format!("contacts?assignee={}", agent.member)).await.expect(200);
    golden!("revocation", house.tape().take());
    owner.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("conflict", "already_undone");
    agent.get("contacts").await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn contacts_are_left_unassigned_when_nobody_is_named() {
    let (house, owner, agent, _) = leaver().await;
    let path = format!("{}/revocation", agent.grant(&owner.root));
    let receipt = owner.post(&path, json!({ "contacts": "unassign" })).await.expect(200);
    assert_eq!(receipt["assigned_to"], json!(null));
    assert_eq!(owner.get("contacts?assignee=none").await.items().len(), 2);
    assert_eq!(owner.get(&format!("members/{}", agent.member)).await.expect(200)["status"], "active", "the membership stays");
    house.verify().await;
}

#[tokio::test]
async fn r10_a_plan_whose_facts_have_moved_is_refused_with_what_moved() {
    let (house, owner, agent, successor) = leaver().await;
    let north = owner.workspace(&owner.root, "North").await;
    let path = format!("{}/revocation", agent.grant(&owner.root));
    let with = format!("{path}?assign_to={}", successor.member);
    let attempt = |plan: &serde_json::Value| {
        owner.post(&path, json!({ "contacts": { "assign_to": successor.member }, "fingerprint": plan["fingerprint"] }))
    };
    // Another portfolio.
    let plan = owner.get(&with).await.expect(200);
    owner.contact(&north, "Linus", Some(&agent.member)).await;
    let before = house.everything().await;
    let problem = attempt(&plan).await.refused("plan_moved", "plan_moved");
    assert_eq!((&problem["difference"]["moved"], &problem["difference"]["portfolios"]), (&json!(["portfolios"]), &json!(2)));
    assert_eq!(house.everything().await, before);
    // Another grant.
    let plan = owner.get(&with).await.expect(200);
    assert_eq!(problem["difference"]["fingerprint"], plan["fingerprint"], "the difference says how things are now");
    owner.regrant(&agent, &owner.root, "agent", &["no_calls"]).await;
    assert_eq!(attempt(&plan).await.refused("plan_moved", "plan_moved")["difference"]["moved"], json!(["grant"]));
    // Another standing of the successor.
    let plan = owner.get(&with).await.expect(200);
    owner.deactivate(&successor).await;
    let moved = attempt(&plan).await.refused("plan_moved", "plan_moved")["difference"].clone();
    assert_eq!(moved["moved"], json!(["successor", "blockers"]));
    assert_eq!(moved["blockers"][0]["code"], "successor_not_active");
    // Another contact in the same portfolio is no other fact: counts don't count.
    let plan = owner.get(&path).await.expect(200);
    owner.contact(&north, "Margaret", Some(&agent.member)).await;
    owner.post(&path, json!({ "fingerprint": plan["fingerprint"] })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn who_cannot_take_the_work_over_is_named_in_the_plan_and_refused_in_the_deed() {
    let (house, owner, agent, _) = leaver().await;
    let north = owner.workspace(&owner.root, "North").await;
    let below = owner.hire("nora@example.test", &north, "agent").await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let nobody = "01955500-ffff-7000-8000-000000000000";
    let path = format!("{}/revocation", agent.grant(&owner.root));
    for (to, rule) in [
        (nobody, "successor_unknown"),
        (&agent.member, "successor_leaves"),
        (&idle.member, "successor_not_active"),
        (&pending, "successor_not_active"),
        (&below.member, "successor_cannot_handle"),
    ] {
        let plan = owner.get(&format!("{path}?assign_to={to}")).await.expect(200);
        assert_eq!(plan["blockers"][0]["code"], rule);
        let refused = owner.post(&path, json!({ "contacts": { "assign_to": to } })).await;
        refused.wrong("/contacts/assign_to", rule);
        refused.refused("invalid", rule);
    }
    owner.get(&agent.grant(&owner.root)).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn what_is_kept_through_other_grants_is_said_and_stays() {
    let (house, owner, agent, _) = leaver().await;
    let north = owner.workspace(&owner.root, "North").await;
    owner.regrant(&agent, &north, "agent", &[]).await;
    let kept = owner.contact(&north, "Linus", Some(&agent.member)).await;
    let path = format!("{}/revocation", agent.grant(&owner.root));
    let plan = owner.get(&path).await.expect(200);
    assert_eq!((&plan["keeps"], &plan["portfolios"]), (&json!([north]), &json!(1)));
    owner.post(&path, json!({})).await.expect(200);
    assert_eq!(owner.get(&format!("contacts/{kept}")).await.expect(200)["assignee"], agent.member.as_str());
    assert_eq!(agent.get("contacts").await.column("id"), [kept]);
    house.verify().await;
}

#[tokio::test]
async fn a_plan_counts_the_invitations_that_still_wait() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    manager.pending("a@example.test", &owner.root, "agent").await;
    manager.pending("b@example.test", &owner.root, "agent").await;
    let plan = owner.get(&format!("{}/revocation", manager.grant(&owner.root))).await.expect(200);
    assert_eq!(plan["invitations_sent"], 2);
}

#[tokio::test]
async fn revoking_a_pending_persons_only_grant_withdraws_them() {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let receipt = owner.post(&format!("members/{member}/grants/{}/revocation", owner.root), json!({})).await.expect(200);
    assert_eq!(receipt["undo_until"], json!(null));
    owner.get(&format!("members/{member}")).await.refused("not_found", "");
    house.anyone().post("/invitation/read", json!({ "token": token })).await.refused("not_found", "");
    assert_eq!(owner.journal().await[0], "invitation_withdrawn");
    house.verify().await;
}
