//! C8: insights in the console, and the one form that mends each.

use std::time::Duration;

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

#[tokio::test]
async fn c8_what_is_told_is_mended_from_there() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Center", "chief@example.test", &json!({ "model": "contact-center" })).await;
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    let lead = chief.hire("mia@example.test", &chief.root, "manager").await;
    for nth in 0..8 {
        chief.hire(&format!("agent{nth}@example.test"), &chief.root, "agent").await;
    }
    let queue = chief.post("resources", json!({ "kind": "queue", "name": "Billing" })).await.expect(201);
    let queue = queue["id"].as_str().unwrap().to_owned();
    let (_, invitation) = chief.pending("late@example.test", &chief.root, "agent").await;
    let browser = Browser::of(&chief);
    let page = browser.page("insights").await;
    for says in
        ["Too few in charge", "One person governs", "With nobody", "Billing", "In none", "In no Queue", "New here", "Show more"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("Not active for 30 days") && !page.contains("More than most have"), "{page}");
    let all = browser.page("insights?kind=in_none").await;
    assert!(all.contains("Bo Example") && all.contains("All insights"), "{all}");

    let assign = [("member", bo.member.as_str()), ("resource", queue.as_str())];
    let to = leads_to(&browser.send("insights/assignment", &assign).await);
    assert!(to.ends_with("/insights?done=put-in"), "{to}");
    let page = browser.page(&to).await;
    assert!(page.contains("Added.") && !page.contains("With nobody"), "{page}");
    let answer = browser.send("insights/assignment", &[("member", "nobody"), ("resource", &queue)]).await;
    assert!(answer.status == 422 && answer.text().contains("Insights"), "{answer}");

    house.pass(Duration::from_hours(31 * 24));
    let chief = house.sign_in(&chief.email).await;
    let browser = Browser::of(&chief);
    let page = browser.page("insights").await;
    for says in ["Invitations without an answer", "More than most have", "Manager, where most are Agent", "Not active for 30 days"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    let of_kind = browser.page("insights?kind=not_active").await;
    assert!(of_kind.contains(&format!("members/{}/deactivation", bo.member)), "{of_kind}");
    assert!(!of_kind.contains("looks further"), "{of_kind}");
    assert!(page.contains(&format!("invitations/{invitation}/resend")), "{page}");
    let path = format!("{}/level", lead.grant(&chief.root).trim_start_matches('/'));
    let version = hidden(&page, "version");
    leads_to(&browser.send(&path, &[("level", "agent"), ("version", &version)]).await);
    assert!(!browser.page("insights").await.contains("More than most have"));
    house.verify().await;
}

#[tokio::test]
async fn c8_whoever_may_only_look_is_offered_nothing_to_do() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Center", "chief@example.test", &json!({ "model": "contact-center" })).await;
    chief.hire("bo@example.test", &chief.root, "agent").await;
    let manager = Browser::of(&chief.hire("mia@example.test", &chief.root, "manager").await);
    let page = manager.page("insights").await;
    assert!(page.contains("One person governs") && !page.contains("/members/new"), "{page}");
    assert!(page.contains("New here") && !page.contains("/resend"), "{page}");
}
