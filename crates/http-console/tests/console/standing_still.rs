//! Deactivating somebody from the plan, and reactivating them, in the console.

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::{House, OWN_MODEL};

#[tokio::test]
async fn c3_somebody_is_deactivated_from_the_plan_and_reactivated() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Petra Lind", Some(&bo.member)).await;
    let night = owner.team("Night").await;
    owner.put_into(&bo, &night).await;
    let member = format!("members/{}", bo.member);
    assert!(browser.page(&member).await.contains("Deactivate"));
    let path = format!("{member}/deactivation");
    let plan = browser.page(&path).await;
    assert!(plan.contains("Deactivate Bo Example") && plan.contains("one resource that nobody else has by choice"), "{plan}");
    let fingerprint = hidden(&plan, "fingerprint");
    // What becomes of the contacts is chosen after the plan was shown.
    let answer = browser.send(&path, &[("contacts", "unassign"), ("fingerprint", &fingerprint)]).await;
    let page = browser.page(&leads_to(&answer)).await;
    assert!(page.contains("Inactive") && page.contains("Reactivate"), "{page}");
    assert!(leads_to(&Browser::of(&bo).open("contacts").await).starts_with("/sign-in"), "R16: at once");
    assert!(browser.page("members?status=inactive").await.contains("Bo Example"));
    let again = browser.send(&path, &[("contacts", "keep")]).await;
    assert_eq!(again.status, 409, "{again}");

    let path = format!("{member}/reactivation");
    let page = browser.page(&path).await;
    assert!(page.contains("Reactivate Bo Example"), "{page}");
    let (fingerprint, once) = (hidden(&page, "fingerprint"), hidden(&page, "once"));
    let answer = browser.send(&path, &[("reason", "back"), ("fingerprint", &fingerprint), ("once", &once)]).await;
    assert!(leads_to(&answer).ends_with("?done=reactivated"), "nothing was emptied: {answer}");
    Browser::of(&house.sign_in(&bo.email).await).page("contacts").await;
    assert!(leads_to(&browser.open(&path).await).ends_with(&member), "whoever is active has a page that says so");
}

#[tokio::test]
async fn c3_what_was_emptied_is_shown_to_be_assigned_again() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Center", "chief@example.test", &json!({ "model": "contact-center" })).await;
    let browser = Browser::of(&chief);
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    let queue = chief.post("resources", json!({ "kind": "queue", "name": "Billing" })).await.expect(201);
    let queue = queue["id"].as_str().unwrap();
    chief.put(&format!("resources/{queue}/members/{}", bo.member), json!({})).await.expect(204);
    let path = format!("members/{}/deactivation", bo.member);
    assert!(browser.page(&path).await.contains("Billing"));
    chief.deactivate(&bo).await;
    let path = format!("members/{}/reactivation", bo.member);
    let page = browser.page(&path).await;
    let (fingerprint, once) = (hidden(&page, "fingerprint"), hidden(&page, "once"));
    let answer = browser.send(&path, &[("fingerprint", &fingerprint), ("once", &once)]).await;
    let told = browser.page(&leads_to(&answer)).await;
    assert!(told.contains(&format!("resources/{queue}")) && told.contains("Billing"), "{told}");
}

#[tokio::test]
async fn r13_what_would_not_come_back_is_shown_and_no_refusal_is_silent() {
    let (_, operator) = House::governed().await;
    let fay = operator.found("Feedback", "fay@example.test", &json!({ "model": "feedback" })).await;
    let settings = format!("/operator/organizations/{}", fay.organization);
    operator.patch(&settings, json!({ "features": { "message_center": true } })).await.expect(200);
    let mia = fay.hire("mia@example.test", &fay.root, "member").await;
    let bo = fay.hire("bo@example.test", &fay.root, "member").await;
    for (whom, permission) in [(&mia, "user_management.use"), (&bo, "message_center.use")] {
        let body = json!({ "levels": ["member"], "permissions": [permission] });
        fay.put(&whom.grant(&fay.root), body).header("if-match", "\"v1\"").await.expect(200);
    }
    fay.deactivate(&bo).await;
    let (browser, path) = (Browser::of(&mia), format!("members/{}/reactivation", bo.member));
    assert_eq!(browser.send(&path, &[]).await.status, 409, "nobody looked");
    let page = browser.page(&path).await;
    assert!(page.contains("What does not come back"), "{page}");
    let (fingerprint, once) = (hidden(&page, "fingerprint"), hidden(&page, "once"));
    let answer = browser.send(&path, &[("fingerprint", &fingerprint), ("once", &once)]).await;
    assert!(browser.page(&leads_to(&answer)).await.contains("What does not come back"), "{answer}");
    // No seat is left: it is said, and leads nowhere else.
    fay.deactivate(&bo).await;
    operator.patch(&settings, json!({ "seats": 2 })).await.expect(200);
    let refused = browser.open(&path).await;
    assert!(refused.status == 409 && refused.text().contains("No seat is left"), "{refused}");
}

#[tokio::test]
async fn r13_contacts_that_somebody_can_t_keep_are_counted_before_they_become_unassigned() {
    let (_, operator) = House::governed().await;
    let kim = operator.found("Own", "kim@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let mia = kim.hire_with("mia@example.test", &kim.root, "lead", &["hands_off"]).await;
    let bo = kim.hire("bo@example.test", &kim.root, "clerk").await;
    kim.contact(&kim.root, "Ada", Some(&bo.member)).await;
    kim.deactivate(&bo).await;
    let (browser, path) = (Browser::of(&mia), format!("members/{}/reactivation", bo.member));
    let page = browser.page(&path).await;
    assert!(page.contains("become unassigned: 1<"), "{page}");
    let (fingerprint, once) = (hidden(&page, "fingerprint"), hidden(&page, "once"));
    let answer = browser.send(&path, &[("fingerprint", &fingerprint), ("once", &once)]).await;
    assert!(browser.page(&leads_to(&answer)).await.contains("become unassigned<"), "{answer}");
}

#[tokio::test]
async fn somebody_without_access_anywhere_is_deactivated_too() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.revoke(&bo, &owner.root).await;
    let page = Browser::of(&owner).page(&format!("members/{}", bo.member)).await;
    assert!(page.contains("/deactivation"), "{page}");
}
