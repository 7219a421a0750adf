//! Deactivating somebody from the plan, and reactivating them, in the console.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

#[tokio::test]
async fn c3_somebody_is_deactivated_from_the_plan_and_reactivated() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Petra Lind", Some(&bo.member)).await;
    let night = owner.team("Night").await;
    owner.put_into(&bo, &night).await;
    let member = format!("members/{}", bo.member);
    assert!(browser.page(&member).await.contains("Deactivate"));
    let path = format!("{member}/deactivation");
    let plan = browser.page(&path).await;
    assert!(plan.contains("Deactivate Bo Example") && plan.contains("This leaves one resource with nobody"), "{plan}");
    let fingerprint = hidden(&plan, "fingerprint");
    // What becomes of the contacts is chosen after the plan was shown.
    let answer = browser.send(&path, &[("contacts", "unassign"), ("fingerprint", &fingerprint)]).await;
    let page = browser.page(&leads_to(&answer)).await;
    assert!(page.contains("Inactive") && page.contains("Reactivate"), "{page}");
    assert_eq!(Browser::of(&bo).open("contacts").await.status, 404, "R16: at once");
    assert!(browser.page("members?status=inactive").await.contains("Bo Example"));
    let again = browser.send(&path, &[("contacts", "keep")]).await;
    assert_eq!(again.status, 409, "{again}");

    let path = format!("{member}/reactivation");
    let page = browser.page(&path).await;
    assert!(page.contains("Reactivate Bo Example"), "{page}");
    let answer = browser.send(&path, &[("reason", "back")]).await;
    assert!(leads_to(&answer).ends_with("?done=reactivated"), "nothing was emptied: {answer}");
    Browser::of(&bo).page("contacts").await;
    assert!(leads_to(&browser.open(&path).await).ends_with(&member), "whoever is active has a page that says so");
}
