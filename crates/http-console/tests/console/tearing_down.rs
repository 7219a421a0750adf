//! A workspace is deleted, from a page that says what is still in it.

use super::browser::{Browser, hidden};
use super::support::House;

#[tokio::test]
async fn r1_a_workspace_is_deleted_once_nothing_is_in_it() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let north = owner.workspace(&owner.root, "North").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let tree = browser.page("workspaces").await;
    let leads = |id: &str| tree.contains(&format!("/workspaces/{id}/deletion"));
    assert!(leads(&oslo) && leads(&north) && !leads(&owner.root));
    let full = browser.page(&format!("workspaces/{north}/deletion")).await;
    assert!(full.contains("There are workspaces below it.") && !full.contains("There are contacts here."), "{full}");
    assert!(!full.contains("<button class=\"btn main bad\">"), "nothing to press");
    let path = format!("workspaces/{oslo}/deletion");
    let version = hidden(&browser.page(&path).await, "version");
    // Somebody puts a contact there while the page is open.
    owner.contact(&oslo, "Petra Lind", None).await;
    let late = browser.send(&path, &[("version", &version)]).await;
    assert_eq!(late.status, 409, "{late}");
    assert!(late.text().contains("There are contacts here."), "{late}");
    let rome = owner.workspace(&north, "Rome").await;
    let path = format!("workspaces/{rome}/deletion");
    let version = hidden(&browser.page(&path).await, "version");
    let done = browser.sent(&path, &[("version", &version)]).await;
    assert!(done.contains("The workspace was deleted.") && !done.contains("Rome"), "{done}");
    let journal = browser.page("journal").await;
    assert!(journal.contains("deleted the workspace") && journal.contains("Rome"), "what is gone has its name there: {journal}");
}

#[tokio::test]
async fn a_receipt_of_a_deleted_workspace_is_still_a_page() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let oslo = owner.workspace(&owner.root, "Oslo").await;
    let bo = owner.hire("bo@example.test", &oslo, "agent").await;
    let receipt = owner.revoke(&bo, &oslo).await;
    let undo = format!("action=\"/organizations/{}/receipts/{receipt}/undo\"", owner.organization);
    assert!(browser.page(&format!("receipts/{receipt}")).await.contains(&undo));
    owner.delete(&format!("workspaces/{oslo}")).await.expect(204);
    let page = browser.page(&format!("receipts/{receipt}")).await;
    assert!(page.contains("Bo Example") && !page.contains(&undo), "{page}");
    assert!(page.contains("a workspace that is gone"), "{page}");
    assert!(browser.page("receipts").await.contains(&receipt));
}

#[tokio::test]
async fn a_contact_is_deleted_by_who_may() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    let path = format!("contacts/{contact}/deletion");
    let theirs = Browser::of(&bo);
    let assignee = format!("contacts/{contact}/assignee");
    assert!(!theirs.page(&assignee).await.contains(&path));
    assert_eq!(theirs.open(&path).await.status, 403);
    let browser = Browser::of(&owner);
    assert!(browser.page(&assignee).await.contains(&path));
    assert!(browser.page(&path).await.contains("Delete Petra Lind"));
    let done = browser.sent(&path, &[]).await;
    assert!(done.contains("The contact was deleted.") && !done.contains("Petra"), "{done}");
}
