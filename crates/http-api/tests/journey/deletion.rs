//! Deleting somebody from the organization: plan, deed, receipt, and the way back.

use std::time::Duration;

use serde_json::json;
use tenure_port_store::Store as _;

use crate::support::{Client, House};

const DAY: Duration = Duration::from_hours(24);

/// An agent with access to two workspaces and a contact in each, and somebody who can take them over.
async fn leaver() -> (House, Client, Client, Client, [String; 2]) {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    owner.regrant(&agent, &south, "agent", &["no_calls"]).await;
    let successor = owner.hire("sue@example.test", &owner.root, "agent").await;
    owner.contact(&north, "Ada", Some(&agent.member)).await;
    owner.contact(&south, "Grace", Some(&agent.member)).await;
    (house, owner, agent, successor, [north, south])
}

fn path(of: &Client) -> String {
    format!("members/{}/deletion", of.member)
}

async fn delete(by: &Client, whom: &Client) -> String {
    by.post(&path(whom), json!({})).await.expect(200)["id"].as_str().unwrap().to_owned()
}

fn undo(receipt: &str) -> String {
    format!("receipts/{receipt}/undo")
}

#[tokio::test]
async fn somebody_is_deleted_with_a_handover_and_brought_back() {
    let (house, owner, agent, successor, [north, _]) = leaver().await;
    house.tape().start();
    let plan = owner.get(&format!("{}?assign_to={}", path(&agent), successor.member)).await.expect(200);
    let body = json!({ "contacts": { "assign_to": successor.member }, "fingerprint": plan["fingerprint"], "reason": "Moved on" });
    let receipt = owner.post(&path(&agent), body).await.expect(200)["id"].as_str().unwrap().to_owned();
    owner.get(&format!("contacts?assignee={}", successor.member)).await.expect(200);
    owner.get(&format!("receipts/{receipt}")).await.expect(200);
    owner.get("journal?kind=member_deleted").await.expect(200);
    owner.post(&undo(&receipt), json!({ "reason": "Came back" })).await.expect(200);
    owner.get(&format!("members/{}/grants", agent.member)).await.expect(200);
    owner.get("journal?kind=member_restored").await.expect(200);
    golden!("deletion", house.tape().take());
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "already_undone");
    assert_eq!(owner.get(&format!("contacts?assignee={}", agent.member)).await.items().len(), 2);
    agent.get(&format!("contacts?workspace={north}")).await.refused("unauthenticated", "");
    house.sign_in(&agent.email).await.get(&format!("contacts?workspace={north}")).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r16_whoever_was_deleted_is_nobody_here_from_the_next_request_on() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    agent.get(&format!("contacts?workspace={north}")).await.expect(200);
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    other.welcome(&agent).await;
    let receipt = delete(&owner, &agent).await;
    agent.get(&format!("contacts?workspace={north}")).await.refused("not_found", "");
    agent.get("members/me").await.refused("not_found", "");
    let left = agent.get("/me").await.expect(200)["memberships"].clone();
    assert_eq!(
        (left.as_array().unwrap().len(), &left[0]["organization"]),
        (1, &json!(other.organization)),
        "elsewhere they are who they were"
    );
    owner.get(&format!("members/{}", agent.member)).await.refused("not_found", "");
    owner.get(&path(&agent)).await.refused("not_found", "");
    owner.post(&path(&agent), json!({})).await.refused("not_found", "");
    owner.post("contacts", json!({ "workspace": north, "name": "Alan", "assignee": agent.member })).await.expect(422);
    assert!(owner.get("members?limit=200").await.items().iter().all(|one| one["member"] != agent.member.as_str()));
    assert_eq!(owner.get("contacts?assignee=none").await.items().len(), 2);
    assert_eq!(owner.get(&format!("receipts/{receipt}")).await.expect(200)["member_name"], "Bo Example");
    house.verify().await;
}

#[tokio::test]
async fn r6_a_deletion_takes_a_managing_right_over_all_of_somebodys_access() {
    let (house, owner, agent, _, [north, south]) = leaver().await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    manager.get(&path(&agent)).await.refused("forbidden", "missing_permission");
    manager.post(&path(&agent), json!({})).await.refused("forbidden", "missing_permission");
    // A second grant, and it is all theirs to manage; they see the receipt too, and may undo it.
    owner.regrant(&manager, &south, "manager", &[]).await;
    manager.get(&path(&agent)).await.expect(200);
    let receipt = delete(&manager, &agent).await;
    manager.get(&format!("receipts/{receipt}")).await.expect(200);
    assert_eq!(manager.get("receipts").await.column("id"), [receipt.as_str()], "it is in their list as well");
    manager.post(&undo(&receipt), json!({})).await.expect(200);
    // Of somebody who manages, an owner alone.
    let peer = owner.hire("max@example.test", &north, "manager").await;
    manager.post(&path(&peer), json!({})).await.refused("forbidden", "not_manageable");
    let above = owner.hire("ann@example.test", &owner.root, "agent").await;
    manager.post(&path(&above), json!({})).await.refused("not_found", "");
    house.verify().await;
}

#[tokio::test]
async fn somebody_without_any_grant_is_deleted_by_who_manages_at_the_root() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    let revoked = owner.revoke(&agent, &north).await;
    manager.post(&path(&agent), json!({})).await.refused("not_found", "");
    let deleted = delete(&owner, &agent).await;
    owner.post(&undo(&revoked), json!({})).await.refused("conflict", "not_active");
    owner.post(&undo(&deleted), json!({})).await.expect(200);
    owner.post(&undo(&revoked), json!({})).await.expect(200);
    house.sign_in(&agent.email).await.get(&format!("contacts?workspace={north}")).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r10_a_plan_of_a_deletion_whose_facts_have_moved_is_refused_with_what_moved() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    let plan = owner.get(&path(&agent)).await.expect(200);
    owner.regrant(&agent, &north, "agent", &["no_calls"]).await;
    let before = house.everything().await;
    let body = json!({ "fingerprint": plan["fingerprint"] });
    let problem = owner.post(&path(&agent), body).await.refused("plan_moved", "plan_moved");
    assert_eq!(problem["difference"]["moved"], json!(["grant"]));
    assert_eq!(house.everything().await, before);
    let now = owner.get(&path(&agent)).await.expect(200);
    assert_eq!(problem["difference"]["fingerprint"], now["fingerprint"]);
    owner.post(&path(&agent), json!({ "fingerprint": now["fingerprint"] })).await.expect(200);
}

#[tokio::test]
async fn a_successor_who_can_not_do_the_work_is_a_blocker_and_refused() {
    let (_, owner, agent, _, [north, south]) = leaver().await;
    let half = owner.hire("hal@example.test", &north, "agent").await;
    let plan = owner.get(&format!("{}?assign_to={}", path(&agent), half.member)).await.expect(200);
    assert_eq!(plan["blockers"][0]["code"], "successor_cannot_handle");
    let body = json!({ "contacts": { "assign_to": half.member } });
    owner.post(&path(&agent), body.clone()).await.refused("invalid", "successor_cannot_handle");
    owner.regrant(&half, &south, "agent", &[]).await;
    owner.post(&path(&agent), body).await.expect(200);
    assert_eq!(owner.get(&format!("contacts?assignee={}", half.member)).await.items().len(), 2);
    let body = json!({ "contacts": { "assign_to": half.member } });
    owner.post(&path(&half), body).await.refused("invalid", "successor_leaves");
}

#[tokio::test]
async fn deleting_somebody_pending_withdraws_the_invitation() {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let receipt = owner.post(&format!("members/{member}/deletion"), json!({})).await.expect(200);
    assert_eq!((&receipt["act"], &receipt["undo_until"]), (&json!("deletion"), &json!(null)));
    house.anyone().post("/invitation/read", json!({ "token": token })).await.refused("not_found", "");
    let id = receipt["id"].as_str().unwrap();
    owner.post(&undo(id), json!({})).await.refused("conflict", "too_late");
    assert_eq!(owner.journal().await[0], "invitation_withdrawn");
    assert!(house.table("deleted_memberships").await.is_empty(), "an offer leaves nothing behind");
    house.verify().await;
}

#[tokio::test]
async fn somebody_who_was_deactivated_is_deleted_and_comes_back_deactivated() {
    let (house, owner, agent, _, _) = leaver().await;
    owner.deactivate(&agent).await;
    let receipt = delete(&owner, &agent).await;
    owner.post(&undo(&receipt), json!({})).await.expect(200);
    assert_eq!(owner.get(&format!("members/{}", agent.member)).await.expect(200)["status"], "inactive");
    agent.get("members/me").await.refused("unauthenticated", "");
    house.verify().await;
}

#[tokio::test]
async fn r12_whoever_was_invited_again_does_not_come_back_by_an_undo() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    let receipt = delete(&owner, &agent).await;
    assert_eq!(owner.invite("bo@example.test", &north, "agent", &[]).await["outcome"], "invited");
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "superseded");
    assert_eq!(owner.get(&format!("receipts/{receipt}")).await.expect(200)["state"], "superseded");
    // Nor does who is let in by a corrected address.
    let other = owner.hire("lee@example.test", &north, "agent").await;
    let receipt = delete(&owner, &other).await;
    let (_, wrong) = owner.pending("le@example.test", &north, "agent").await;
    owner.patch(&format!("invitations/{wrong}"), json!({ "email": "lee@example.test" })).await.expect(200);
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "superseded");
    house.verify().await;
}

#[tokio::test]
async fn whoever_was_invited_again_is_somebody_new_with_the_same_login() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    delete(&owner, &agent).await;
    let outcome = owner.invite("bo@example.test", &north, "agent", &[]).await;
    let back = owner.accepted("bo@example.test", outcome["invitation"].as_str().unwrap()).await;
    assert_ne!(back.member, agent.member);
    assert_eq!(owner.get(&format!("contacts?assignee={}", back.member)).await.items().len(), 0, "nothing comes along");
    back.get(&format!("contacts?workspace={north}")).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r9_an_undo_takes_a_seat() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    let receipt = delete(&owner, &agent).await;
    let seats = |seats: u32| owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "seats": seats }));
    seats(2).await.expect(200);
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "seats_full");
    assert_eq!(owner.invite("new@example.test", &north, "agent", &[]).await["outcome"], "seats_full");
    seats(3).await.expect(200);
    owner.post(&undo(&receipt), json!({})).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r12_an_undo_of_a_deletion_asks_anew_whether_all_of_it_may_be_given() {
    let (house, owner, agent, _, [north, _]) = leaver().await;
    let other = owner.hire("ann@example.test", &north, "manager").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let receipt = delete(&owner, &other).await;
    manager.post(&undo(&receipt), json!({})).await.refused("forbidden", "not_manageable");
    let receipt = delete(&owner, &agent).await;
    let part = owner.hire("max@example.test", &north, "manager").await;
    part.post(&undo(&receipt), json!({})).await.refused("forbidden", "missing_permission");
    part.get(&format!("receipts/{receipt}")).await.refused("not_found", "");
    manager.post(&undo(&receipt), json!({})).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn contacts_since_assigned_singly_stay_and_the_others_return() {
    let (house, owner, agent, successor, [north, _]) = leaver().await;
    let moved = owner.contact(&north, "Linus", Some(&agent.member)).await;
    let body = json!({ "contacts": { "assign_to": successor.member } });
    let receipt = owner.post(&path(&agent), body).await.expect(200)["id"].as_str().unwrap().to_owned();
    owner.put(&format!("contacts/{moved}/assignee"), json!({ "member": owner.member })).await.expect(200);
    let undone = owner.post(&undo(&receipt), json!({})).await.expect(200);
    assert_eq!(
        undone,
        json!({
            "gone": 0, "returned": 2, "kept_away": 0, "selections": [], "stayed": [moved], "stayed_unseen": 0, "more_stayed": false,
            "emptied_receipts": [],
        })
    );
    house.verify().await;
}

#[tokio::test]
async fn r14_after_the_undo_window_the_profile_is_erased_and_the_login_too() {
    let (house, owner, agent, _, _) = leaver().await;
    let receipt = delete(&owner, &agent).await;
    house.pass(30 * DAY);
    let owner = house.sign_in(&owner.email).await;
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "too_late");
    // The letters that the house owes them are posted, and their time is over.
    for claimed in house.store().errands().claim(house.now(), DAY, 200).await.unwrap() {
        let settled = claimed.settled(tenure_port_store::Settlement::Done);
        house.store().errands().settle(&[settled], house.now()).await.unwrap();
    }
    assert!(house.store().errands().sweep(house.now(), 100).await.unwrap() > 0);
    let everything = house.everything().await;
    assert!(everything["deleted_memberships"].is_empty());
    for table in ["users", "user_emails", "memberships", "membership_emails", "sessions"] {
        assert!(everything[table].iter().all(|row| !row.contains("bo@example.test")), "{table}");
    }
    house.anyone().post("/session", json!({ "email": "bo@example.test", "password": crate::support::PASSWORD })).await.expect(401);
    let read = owner.get(&format!("receipts/{receipt}")).await.expect(200);
    assert_eq!((&read["member"], read.get("member_name")), (&json!(agent.member), None), "the id stays");
    let entry = owner.get("journal?kind=member_deleted").await.items().remove(0);
    assert_eq!(entry["target"]["id"], agent.member.as_str());
    assert_eq!(owner.invite("bo@example.test", &owner.root, "agent", &[]).await["outcome"], "invited", "as somebody new");
    house.verify().await;
}

#[tokio::test]
async fn without_an_undo_window_a_deletion_is_for_good() {
    let (house, owner, agent, _, _) = leaver().await;
    owner.patch("", json!({ "undo_window_days": 0 })).await.expect(200);
    let receipt = delete(&owner, &agent).await;
    assert_eq!(owner.get(&format!("receipts/{receipt}")).await.expect(200)["undo_until"], json!(null));
    owner.post(&undo(&receipt), json!({})).await.refused("conflict", "too_late");
    house.verify().await;
}

#[tokio::test]
async fn a_deletion_that_is_sent_twice_happens_once() {
    let (house, owner, agent, _, _) = leaver().await;
    let send = async || owner.post(&path(&agent), json!({})).header("idempotency-key", "once").await;
    let first = send().await.expect(200);
    let before = house.everything().await;
    assert_eq!(send().await.expect(200), first);
    assert_eq!(house.everything().await, before);
}
