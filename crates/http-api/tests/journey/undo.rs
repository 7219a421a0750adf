//! Undo: what returns, what doesn't, and what stands against it.

use std::time::Duration;

use serde_json::json;

use crate::support::House;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn contacts_since_assigned_singly_stay_and_are_listed() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let successor = owner.hire("sue@example.test", &owner.root, "agent").await;
    let moved = owner.contact(&owner.root, "Ada", Some(&agent.member)).await;
    let returns = owner.contact(&owner.root, "Grace", Some(&agent.member)).await;
    let path = format!("{}/revocation", agent.grant(&owner.root));
    let body = json!({ "contacts": { "assign_to": successor.member } });
    let receipt = owner.post(&path, body).await.expect(200)["id"].as_str().unwrap().to_owned();
    owner.put(&format!("contacts/{moved}/assignee"), json!({ "member": owner.member })).await.expect(200);
    let undone = owner.post(&format!("receipts/{receipt}/undo"), json!({})).await.expect(200);
    assert_eq!(
        undone,
        json!({
            "gone": 0, "returned": 1, "kept_away": 0, "selections": [], "stayed": [moved], "stayed_unseen": 0, "more_stayed": false,
            "emptied_receipts": [],
        })
    );
    assert_eq!(owner.get(&format!("contacts?assignee={}", agent.member)).await.column("id"), [returns]);
    assert_eq!(owner.get(&format!("contacts/{moved}")).await.expect(200)["assignee"], owner.member.as_str());
    house.verify().await;
}

#[tokio::test]
async fn r5_an_undo_tells_of_no_contact_that_its_maker_does_not_see() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let narrowed = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&narrowed, &north, "agent", &["contacts_own"]).await;
    // The same limit binds the leaver: else undoing their end would not be hers.
    let agent = owner.hire_with("bo@example.test", &north, "agent", &["contacts_own"]).await;
    let successor = owner.hire("sue@example.test", &owner.root, "agent").await;
    let hidden = owner.contact(&north, "Ada", Some(&agent.member)).await;
    let hers = owner.contact(&north, "Grace", Some(&agent.member)).await;
    let path = format!("{}/revocation", agent.grant(&north));
    let body = json!({ "contacts": { "assign_to": successor.member } });
    let receipt = owner.post(&path, body).await.expect(200)["id"].as_str().unwrap().to_owned();
    owner.put(&format!("contacts/{hidden}/assignee"), json!({ "member": owner.member })).await.expect(200);
    owner.put(&format!("contacts/{hers}/assignee"), json!({ "member": narrowed.member })).await.expect(200);
    narrowed.get(&format!("contacts/{hidden}")).await.refused("not_found", "");
    let undo = || narrowed.post(&format!("receipts/{receipt}/undo"), json!({})).header("idempotency-key", "once");
    for answer in [undo().await, undo().await] {
        let undone = answer.expect(200);
        assert_eq!((&undone["stayed"], &undone["stayed_unseen"]), (&json!([hers]), &json!(1)));
        assert!(!answer.text().contains(&hidden), "neither at once nor when it is told again");
    }
    house.verify().await;
}

#[tokio::test]
async fn a_chain_of_handovers_returns_to_whom_is_undone_first_and_empties_the_later_receipt() {
    let (house, owner) = House::governed().await;
    let first = owner.hire("ann@example.test", &owner.root, "agent").await;
    let second = owner.hire("bo@example.test", &owner.root, "agent").await;
    let third = owner.hire("cleo@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Ada", Some(&first.member)).await;
    let revoke = async |leaver: &crate::support::Client, to: &crate::support::Client| {
        let path = format!("{}/revocation", leaver.grant(&owner.root));
        let receipt = owner.post(&path, json!({ "contacts": { "assign_to": to.member } })).await.expect(200);
        receipt["id"].as_str().unwrap().to_owned()
    };
    let earlier = revoke(&first, &second).await;
    let later = revoke(&second, &third).await;
    let undone = owner.post(&format!("receipts/{earlier}/undo"), json!({})).await.expect(200);
    assert_eq!((&undone["returned"], &undone["emptied_receipts"]), (&json!(1), &json!([later])));
    assert_eq!(owner.get("contacts").await.column("assignee"), [first.member.as_str()]);
    let undone = owner.post(&format!("receipts/{later}/undo"), json!({})).await.expect(200);
    assert_eq!(undone["returned"], 0);
    assert_eq!(owner.get("contacts").await.column("assignee"), [first.member.as_str()]);
    house.verify().await;
}

#[tokio::test]
async fn access_given_anew_supersedes_the_receipt() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let granted = owner.revoke(&agent, &owner.root).await;
    owner.regrant(&agent, &owner.root, "agent", &[]).await;
    owner.post(&format!("receipts/{granted}/undo"), json!({})).await.refused("conflict", "superseded");
    let invited = owner.revoke(&agent, &owner.root).await;
    assert_eq!(owner.invite("bo@example.test", &owner.root, "agent", &[]).await["outcome"], "granted");
    owner.post(&format!("receipts/{invited}/undo"), json!({})).await.refused("conflict", "superseded");
    assert_eq!(owner.get("receipts").await.column("state"), ["superseded", "superseded"]);
    house.verify().await;
}

#[tokio::test]
async fn r12_the_undo_window_ends_to_the_microsecond() {
    for (late, status) in [(false, 200), (true, 409)] {
        let (house, owner) = House::governed().await;
        let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
        let receipt = owner.revoke(&agent, &owner.root).await;
        house.pass(30 * DAY);
        house.nudge(-i64::from(!late));
        let owner = house.sign_in(&owner.email).await;
        let answer = owner.post(&format!("receipts/{receipt}/undo"), json!({})).await;
        answer.expect(status);
        if late {
            answer.refused("conflict", "too_late");
        }
    }
}

#[tokio::test]
async fn without_an_undo_window_nothing_is_undone() {
    let (_, owner) = House::governed().await;
    owner.patch("", json!({ "undo_window_days": 0 })).await.expect(200);
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let receipt = owner.revoke(&agent, &owner.root).await;
    assert_eq!(owner.get(&format!("receipts/{receipt}")).await.expect(200)["undo_until"], json!(null));
    owner.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("conflict", "too_late");
}

#[tokio::test]
async fn an_undo_asks_anew_whether_it_may_be_given() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let other = owner.hire("max@example.test", &owner.root, "manager").await;
    let receipt = owner.revoke(&other, &owner.root).await;
    manager.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("forbidden", "not_manageable");
    owner.deactivate(&other).await;
    owner.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("conflict", "not_active");
}

#[tokio::test]
async fn receipts_are_seen_where_members_are_managed() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let above = owner.hire("ann@example.test", &owner.root, "agent").await;
    let inside = owner.hire("bo@example.test", &north, "agent").await;
    let agent = owner.hire("cleo@example.test", &north, "agent").await;
    let hidden = owner.revoke(&above, &owner.root).await;
    let shown = owner.revoke(&inside, &north).await;
    assert_eq!(manager.get("receipts").await.column("id"), [shown.as_str()]);
    manager.get(&format!("receipts/{shown}")).await.expect(200);
    manager.get(&format!("receipts/{hidden}")).await.refused("not_found", "");
    manager.post(&format!("receipts/{hidden}/undo"), json!({})).await.refused("not_found", "");
    agent.get("receipts").await.refused("forbidden", "missing_permission");
    agent.get(&format!("receipts/{shown}")).await.refused("forbidden", "missing_permission");
}
