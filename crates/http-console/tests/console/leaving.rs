//! What becomes of somebody's access and contacts when they leave: the plan, the receipt, and undoing it.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

#[tokio::test]
async fn w7_access_is_revoked_from_its_plan_and_undone_from_its_receipt() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let cy = owner.hire("cy@example.test", &owner.root, "agent").await;
    for n in 0..3 {
        owner.contact(&owner.root, &format!("Contact {n}"), Some(&bo.member)).await;
    }
    let path = format!("{}/revocation", bo.grant(&owner.root));
    let plan = browser.page(&path).await;
    assert!(plan.contains("<dd>3</dd>") && plan.contains("Cy Example") && plan.contains("value=\"unassign\" checked"), "{plan}");
    let fingerprint = hidden(&plan, "fingerprint");
    let nobody = browser.send(&path, &[("contacts", "assign_to"), ("assign_to", ""), ("fingerprint", &fingerprint)]).await;
    assert_eq!(nobody.status, 422, "{nobody}");
    let oneself = [("contacts", "assign_to"), ("assign_to", &*bo.member), ("intent", "preview")];
    assert!(browser.send(&path, &oneself).await.text().contains("to the person who leaves"));
    let handed = [("contacts", "assign_to"), ("assign_to", &*cy.member), ("fingerprint", &fingerprint), ("reason", "Moved on")];
    let answer = browser.send(&path, &handed).await;
    let receipt = leads_to(&answer);
    let page = browser.page(&receipt).await;
    assert!(page.contains("Access revoked.") && page.contains("handed to Cy Example") && page.contains("Undo"), "{page}");
    assert_eq!(owner.get(&format!("contacts?assignee={}", cy.member)).await.items().len(), 3);
    assert!(page.contains("<dt>Done by</dt><dd>Olga Owner</dd>") && page.contains("<dt>Reason</dt><dd>Moved on</dd>"), "{page}");
    let list = browser.page("receipts").await;
    assert!(list.contains("Bo Example") && list.contains("By: Olga Owner"), "{list}");
    let undo = format!("{}/undo", receipt.split('?').next().unwrap());
    let undone = browser.sent(&undo, &[("once", &hidden(&page, "once"))]).await;
    assert!(undone.contains("Bo Example has access again") && undone.contains("Contacts of 1 workspace"), "{undone}");
    assert_eq!(owner.get(&format!("contacts?assignee={}", bo.member)).await.items().len(), 3);
    let twice = browser.send(&undo, &[]).await;
    assert_eq!(twice.status, 409, "{twice}");
}

#[tokio::test]
async fn a_receipt_says_who_did_it_and_its_reason_to_who_may_read_the_journal() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let manager = owner.hire("di@example.test", &north, "manager").await;
    let path = format!("{}/revocation", bo.grant(&north));
    let (browser, theirs) = (Browser::of(&owner), Browser::of(&manager));
    let fingerprint = hidden(&theirs.page(&path).await, "fingerprint");
    let form = [("contacts", "unassign"), ("fingerprint", &*fingerprint), ("reason", "Moved on")];
    let receipt = leads_to(&theirs.send(&path, &form).await);
    let page = browser.page(&receipt).await;
    assert!(page.contains("<dt>Done by</dt><dd>Di Example</dd>") && page.contains("<dt>Reason</dt><dd>Moved on</dd>"), "{page}");
    let page = theirs.page(&receipt).await;
    assert!(page.contains("<dt>Done by</dt><dd>Di Example</dd>"), "{page}");
    assert!(!page.contains("Moved on"), "a journal isn't theirs to read: {page}");
}

#[tokio::test]
async fn a_plan_that_has_moved_is_shown_anew_and_nothing_is_done() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("{}/revocation", bo.grant(&owner.root));
    let seen = hidden(&browser.page(&path).await, "fingerprint");
    owner.contact(&owner.root, "Meanwhile", Some(&bo.member)).await;
    let moved = browser.send(&path, &[("contacts", "unassign"), ("fingerprint", &seen)]).await;
    assert_eq!(moved.status, 409, "{moved}");
    assert_ne!(hidden(&moved.text(), "fingerprint"), seen);
    owner.get(&bo.grant(&owner.root)).await.expect(200);
}

#[tokio::test]
async fn w7_somebody_is_removed_from_the_organization_and_brought_back() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Petra Lind", Some(&bo.member)).await;
    let (night, day) = (owner.team("Night").await, owner.team("Day").await);
    owner.put_into(&bo, &night).await;
    owner.put_into(&bo, &day).await;
    let path = format!("members/{}/deletion", bo.member);
    let plan = browser.page(&path).await;
    assert!(plan.contains("Remove Bo Example from Acme") && plan.contains("<dd>1</dd>"), "{plan}");
    let fingerprint = hidden(&plan, "fingerprint");
    let answer = browser.send(&path, &[("contacts", "unassign"), ("fingerprint", &fingerprint)]).await;
    let receipt = leads_to(&answer);
    let page = browser.page(&receipt).await;
    assert!(page.contains("Bo Example was removed from the organization"), "{page}");
    assert!(!page.contains(&format!("members/{}\"", bo.member)), "whoever was removed has no page: {page}");
    assert_eq!(browser.open(&format!("members/{}", bo.member)).await.status, 404);
    assert!(leads_to(&Browser::of(&bo).open("contacts").await).starts_with("/sign-in"), "R16: at once");
    assert_eq!(owner.delete(&format!("resources/{day}")).await.status, 204);
    let receipt = receipt.split('?').next().unwrap();
    let undone = browser.sent(&format!("{receipt}/undo"), &[("once", &hidden(&page, "once"))]).await;
    assert!(undone.contains("Bo Example has access again"), "{undone}");
    let chosen = ["1 thing that they had chosen or were given", "1 thing that they had is gone, or isn’t yours to give"];
    assert!(chosen.iter().all(|said| undone.contains(said)), "{undone}");
    assert!(browser.page(receipt).await.contains(&format!("members/{}\"", bo.member)));
    assert!(leads_to(&Browser::of(&bo).open("contacts").await).starts_with("/sign-in"), "older sessions don't live again");
    Browser::of(&house.sign_in(&bo.email).await).page("contacts").await;
}

#[tokio::test]
async fn who_could_take_over_is_looked_for_where_the_contacts_are() {
    let (_, owner) = House::governed().await;
    let (north, south) = (owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await);
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let ned = owner.hire("ned@example.test", &north, "agent").await;
    let sue = owner.hire("sue@example.test", &south, "agent").await;
    let both = owner.hire("uli@example.test", &owner.root, "agent").await;
    owner.contact(&north, "Petra Lind", Some(&bo.member)).await;
    let browser = Browser::of(&owner);
    let offered = |page: &str, who: &super::support::Client| page.contains(&format!("<option value=\"{}\"", who.member));
    let plan = browser.page(&format!("members/{}/deletion", bo.member)).await;
    assert!(offered(&plan, &ned) && offered(&plan, &both) && !offered(&plan, &sue), "{plan}");
    // Contacts in both places: only who can work in both.
    owner.regrant(&bo, &south, "agent", &[]).await;
    owner.contact(&south, "Paul Berg", Some(&bo.member)).await;
    let plan = browser.page(&format!("members/{}/deletion", bo.member)).await;
    assert!(!offered(&plan, &ned) && offered(&plan, &both) && !offered(&plan, &sue), "{plan}");
}
