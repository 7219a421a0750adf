//! Groups of resources by page: made, filled, chosen, renamed, deleted; and nothing that is ticked is lost from sight.

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::{Client, House};

const KIND: &str = "point_of_contact";

/// Somebody who governs an organization whose points of contact may be in groups, and reaches all of them.
async fn points() -> (House, Client) {
    let (house, operator) = House::governed().await;
    let model = include_str!("../../../http-api/tests/support/points.toml");
    let chief = operator.found("Points", "chief@points.test", &json!({ "access_model": model })).await;
    (house, chief)
}

async fn made(by: &Client, what: &str, name: &str) -> String {
    let made = by.post(what, json!({ "kind": KIND, "name": name })).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn r3_a_group_is_made_filled_given_and_deleted() {
    let (_house, owner) = points().await;
    let first = made(&owner, "resource-groups", "East").await;
    let browser = Browser::of(&owner);
    let kiel = made(&owner, "resources", "Kiel").await;
    assert!(browser.page("resources").await.contains(&format!("{}/resource-groups\"", owner.organization)));
    let made = leads_to(&browser.send("resource-groups/new", &[("name", "North"), ("kind", KIND)]).await);
    let north = made.split('?').next().unwrap().to_owned();
    let north_id = north.rsplit('/').next().unwrap().to_owned();
    assert!(browser.page(&made).await.contains("Created. Now choose it"), "{made}");
    let list = browser.page("resource-groups").await;
    assert!(list.contains(">North</a>") && list.contains(">East</a>"), "{list}");
    assert!(!browser.page("resource-groups?q=nor").await.contains(">East</a>"));
    // What is ticked keeps its box, whatever one looks for.
    let choosing = format!("resources/{kiel}/groups");
    let version = hidden(&browser.page(&choosing).await, "version");
    let looked = [("groups", &*north_id), ("find", "east"), ("intent", "preview"), ("version", &version)];
    let page = browser.send(&choosing, &looked).await.text();
    assert!(page.contains(&format!("value=\"{north_id}\" checked")) && page.contains(&format!("value=\"{first}\">")), "{page}");
    let page = browser.sent(&choosing, &[("groups", &north_id), ("version", &version)]).await;
    assert!(page.contains("Saved.") && page.contains("In the groups") && page.contains(&format!("{north}\">North</a>")), "{page}");
    assert!(browser.page(&north).await.contains(">Kiel</a>"));
    // Given with the grant, and told where it counts.
    let bo = owner.hire("bo@example.test", &owner.root, "usher").await;
    let path = format!("members/{}/selections/{KIND}", bo.member);
    owner.put(&path, json!({ "groups": [north_id] })).header("if-none-match", "*").await.expect(200);
    let page = browser.page(&format!("resources/{kiel}")).await;
    assert!(page.contains("by the group North"), "{page}");
    owner.put(&path, json!({ "groups": [north_id], "resources": [kiel] })).header("if-match", "\"v1\"").await.expect(200);
    assert!(browser.page(&format!("resources/{kiel}")).await.contains("by the group North"), "that counts besides");
    let page = browser.sent(&north, &[("name", "Far north"), ("version", "1")]).await;
    assert!(page.contains("Far north"), "{page}");
    let version = hidden(&browser.page(&format!("{north}/deletion")).await, "version");
    let page = browser.sent(&format!("{north}/deletion"), &[("version", &version)]).await;
    assert!(page.contains("Deleted.") && !page.contains("Far north"), "{page}");
    assert!(browser.page(&format!("resources/{kiel}")).await.contains("In no group"));
    let journal = browser.page("journal").await;
    assert!(journal.contains("deleted the group <b>Far north</b>") && journal.contains("made the group <b>North</b>"), "{journal}");
    let narrowed = Browser::of(&bo);
    for page in ["resource-groups/new", &choosing] {
        assert_eq!(narrowed.open(page).await.status, 403, "{page}");
    }
    assert_eq!(narrowed.open(&format!("resource-groups/{first}")).await.status, 404, "none of theirs to know of");
}

#[tokio::test]
async fn what_is_wrong_is_told_where_it_was_sent_from() {
    let (_house, owner) = points().await;
    let (kept, gone) = (made(&owner, "resource-groups", "Kept").await, made(&owner, "resource-groups", "Gone").await);
    let kiel = made(&owner, "resources", "Kiel").await;
    let browser = Browser::of(&owner);
    let unnamed = browser.send("resource-groups/new", &[("name", ""), ("kind", KIND)]).await;
    assert!(unnamed.status == 422 && unnamed.text().contains("id=\"name-error\""), "{unnamed}");
    let ungrouped = browser.send("resource-groups/new", &[("name", "North"), ("kind", "no_such_kind")]).await;
    assert!(ungrouped.status == 422 && ungrouped.text().contains("id=\"kind-error\""), "{ungrouped}");
    owner.delete(&format!("resource-groups/{gone}")).await.expect(204);
    let choosing = format!("resources/{kiel}/groups");
    let answer = browser.send(&choosing, &[("groups", &*kept), ("groups", &*gone), ("version", "1")]).await;
    assert!(answer.status == 422 && answer.text().contains("There is no such group here."), "{answer}");
    assert!(answer.text().contains(&format!("value=\"{kept}\" checked")), "what was ticked stays: {answer}");
    owner.patch(&format!("resources/{kiel}"), json!({ "name": "Ulm" })).await.expect(200);
    let answer = browser.send(&choosing, &[("groups", &*kept), ("version", "1")]).await;
    assert_eq!(answer.status, 412, "somebody else was faster: {answer}");
    let stale = browser.send(&format!("resource-groups/{kept}"), &[("name", "Other"), ("version", "7")]).await;
    assert_eq!(stale.status, 412, "{stale}");
}

#[tokio::test]
async fn what_is_ticked_beyond_what_is_shown_is_sent_along() {
    let (_house, owner) = points().await;
    let mut groups = Vec::new();
    for number in 0..25 {
        groups.push(made(&owner, "resource-groups", &format!("Group {number:02}")).await);
    }
    let night = made(&owner, "resources", "Night desk").await;
    let bo = owner.hire("bo@example.test", &owner.root, "usher").await;
    let path = format!("members/{}/selections/{KIND}", bo.member);
    owner.put(&path, json!({ "groups": groups })).header("if-none-match", "*").await.expect(200);
    let browser = Browser::of(&owner);
    let page = format!("members/{}/grants/{}", bo.member, owner.root);
    let whole = browser.page(&page).await;
    let shown: Vec<String> = values(&whole, "stood");
    let version = hidden(&whole, "version");
    let ticked: Vec<String> = groups.iter().map(|group| format!("{KIND}:group.{group}")).collect();
    let mut form = vec![("version", version.as_str()), ("levels", "usher"), ("find_resource", "night"), ("intent", "preview")];
    form.extend(shown.iter().map(|one| ("stood", one.as_str())));
    form.extend(ticked.iter().map(|one| ("selections", one.as_str())));
    let looked = browser.send(&page, &form).await.text();
    let mut kept = values(&looked, "selections");
    assert!(kept.iter().any(|one| *one == format!("{KIND}:{night}")), "{looked}");
    kept.retain(|one| !one.ends_with(&night) && !one.ends_with(":all"));
    let all: std::collections::BTreeSet<&String> = kept.iter().collect();
    assert_eq!(all, ticked.iter().collect(), "each of them has a box or goes along unseen");
    // What is gone meanwhile doesn't go along: nobody could untick it.
    owner.delete(&format!("resource-groups/{}", groups[0])).await.expect(204);
    let looked = browser.send(&page, &form).await.text();
    assert!(!values(&looked, "selections").contains(&ticked[0]), "{looked}");
}

/// The values of a page's inputs of this name.
fn values(page: &str, name: &str) -> Vec<String> {
    let inputs = page.split("<input ").skip(1).filter_map(|rest| rest.split('>').next());
    let named = inputs.filter(|input| input.contains(&format!("name=\"{name}\"")));
    named.filter_map(|input| Some(input.split_once("value=\"")?.1.split('"').next()?.to_owned())).collect()
}
