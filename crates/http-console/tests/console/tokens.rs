//! F8: an API token is made on a page that shows it once, and is replaced and deleted there.

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::{Answer, House};

/// The secret that a page shows.
fn secret(page: &str) -> Option<&str> {
    page.split("value=\"tnr_").nth(1).and_then(|rest| rest.split('"').next())
}

/// The page that a form answers with.
fn shown(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{answer}");
    answer.text()
}

#[tokio::test]
async fn f8_a_token_is_shown_once_to_be_copied_and_is_replaced_and_deleted() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    assert!(browser.page("/account").await.contains("/members/me/tokens\""));
    let empty = browser.page("members/me/tokens").await;
    assert!(empty.contains("None so far") && secret(&empty).is_none(), "{empty}");
    let fields = [("once", &*hidden(&empty, "once")), ("name", "nightly export"), ("days", "30"), ("permission", "members.view")]
        .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let made = browser.send("members/me/tokens", &fields).await;
    let text = shown(&made);
    let first = format!("tnr_{}", secret(&text).expect("the page shows it"));
    assert!(text.contains("nightly export") && text.contains("Only for"), "{text}");
    owner.bearing(&first).get("members").await.expect(200);
    // The same form again makes no other, and shows nothing.
    let again = leads_to(&browser.send("members/me/tokens", &fields).await);
    assert!(again.ends_with("done=token-made-before"), "{again}");
    for path in ["members/me/tokens", "members/me", "journal"] {
        let page = browser.page(path).await;
        assert!(!page.contains(&first[4..]), "{path} shows the secret");
    }
    assert!(browser.page("members/me/tokens").await.contains("Last used"));
    let id = owner.get("members/me/tokens").await.items()[0]["id"].as_str().unwrap().to_owned();
    let replaced = shown(&browser.send(&format!("members/me/tokens/{id}/replacement"), &[]).await);
    let second = format!("tnr_{}", secret(&replaced).expect("the page shows it"));
    owner.bearing(&first).get("members").await.refused("unauthenticated", "");
    owner.bearing(&second).get("members").await.expect(200);
    let id = owner.get("members/me/tokens").await.items()[0]["id"].as_str().unwrap().to_owned();
    let done = browser.sent(&format!("members/me/tokens/{id}/deletion"), &[]).await;
    assert!(done.contains("let in no more") && done.contains("None so far"), "{done}");
    owner.bearing(&second).get("members").await.refused("unauthenticated", "");
}

#[tokio::test]
async fn what_stands_in_the_way_of_a_token_is_told_on_its_page() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let bound = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    let path = format!("members/{}/tokens", agent.member);
    let refused = Browser::of(&bound).send(&path, &[("name", "program")]).await;
    assert!(refused.status == 403 && refused.text().contains("They can make it themselves"), "{refused}");
    let wrong = Browser::of(&owner).send(&path, &[("name", " "), ("days", "5")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("value=\"5\""), "{wrong}");
    owner.post(&path, json!({ "name": "one" })).await.expect(201);
    assert!(Browser::of(&owner).page(&path).await.contains("No more are allowed"));
    assert_eq!(Browser::of(&agent).open(&format!("members/{}/tokens", owner.member)).await.status, 404);
    // Pages are for people: a program gets none.
    let program =
        owner.bearing(owner.post("members/me/tokens", json!({ "name": "mine" })).await.expect(201)["secret"].as_str().unwrap());
    assert_eq!(Browser::of(&program).open("members").await.status, 403);
}

#[tokio::test]
async fn f8_who_may_not_use_the_api_is_told_so() {
    let (_, operator) = House::governed().await;
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "feedback" })).await;
    let member = owner.hire("bo@example.test", &owner.root, "member").await;
    let page = Browser::of(&member).page("members/me/tokens").await;
    assert!(page.contains("a right of its own here") && !page.contains("name=\"days\""), "{page}");
}

#[tokio::test]
async fn e1_who_is_deactivated_on_a_page_has_no_living_token() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    for (name, path) in [("bo", "deactivation"), ("di", "deletion")] {
        let who = owner.hire(&format!("{name}@example.test"), &owner.root, "agent").await;
        let program = who.program().await;
        program.get("contacts").await.expect(200);
        let page = format!("members/{}/{path}", who.member);
        let plan = browser.page(&page).await;
        assert!(plan.contains("<dt>API tokens</dt><dd>1</dd>"), "{plan}");
        let fingerprint = hidden(&plan, "fingerprint");
        leads_to(&browser.send(&page, &[("contacts", "unassign"), ("fingerprint", &fingerprint)]).await);
        program.get("contacts").await.refused("unauthenticated", "");
    }
    house.verify().await;
}
