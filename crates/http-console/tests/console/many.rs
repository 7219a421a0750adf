//! What is beyond the first page of workspaces is still there to be filtered by, chosen and found in its place.

use super::browser::Browser;
use super::support::{Client, House};

/// An organization with more workspaces than a form offers, and the last of them: below one of the first.
async fn wide() -> (Client, String, String) {
    let (_, owner) = House::governed().await;
    let mut first = String::new();
    for n in 0..204 {
        let id = owner.workspace(&owner.root, &format!("Branch {n:03}")).await;
        if n == 0 {
            first = id;
        }
    }
    let last = owner.workspace(&first, "The last").await;
    (owner, first, last)
}

fn is_chosen(page: &str, id: &str) -> bool {
    page.split(&format!("<option value=\"{id}\"")).nth(1).is_some_and(|rest| rest.split('>').next().unwrap().contains("selected"))
}

#[tokio::test]
async fn a_workspace_beyond_the_first_page_is_chosen_where_it_was_chosen() {
    let (owner, _, last) = wide().await;
    let browser = Browser::of(&owner);
    owner.hire("ada@example.test", &last, "agent").await;
    let page = browser.page(&format!("members?workspace={last}")).await;
    assert!(page.contains("In The last") && is_chosen(&page, &last), "a chip, and the choice: {page}");
    assert!(is_chosen(&browser.page(&format!("members/new?workspace={last}")).await, &last));
    assert!(is_chosen(&browser.page(&format!("workspaces/new?parent={last}")).await, &last));
    assert!(is_chosen(&browser.page(&format!("contacts?workspace={last}")).await, &last));
    let why = browser.page(&format!("members/me?permission=contacts.view&workspace={last}")).await;
    assert!(is_chosen(&why, &last), "{why}");
    let added = browser.send("members/new", &[("emails", "no address"), ("workspace", &last), ("intent", "preview")]).await;
    assert!(is_chosen(&added.text(), &last), "{added}");
}

#[tokio::test]
async fn a_node_on_a_later_page_lies_below_its_parent() {
    let (owner, first, last) = wide().await;
    let browser = Browser::of(&owner);
    let page = browser.page("workspaces").await;
    let next = page.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap();
    let later = browser.page(&next.replace("&#38;", "&")).await;
    let at = |id: &str| later.find(&format!("<tr id=\"w-{id}\"")).unwrap_or_else(|| panic!("{id}: {later}"));
    assert!(at(&owner.root) < at(&first) && at(&first) < at(&last), "{later}");
    let depth = |id: &str| later[at(id)..].split("data-depth=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!([depth(&owner.root), depth(&first), depth(&last)], ["0", "1", "2"]);
}
