//! What is beyond the first page of workspaces is still there to be filtered by, chosen and found in its place.

use super::browser::{Browser, hidden};
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
async fn more_people_than_one_looks_through_are_added_and_those_who_need_a_look_are_shown() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let many: Vec<String> = (0..230).map(|number| format!("Guest {number} <guest{number}@d{}.example.test>", number % 5)).collect();
    let typed = format!("{}; nonsense; guest7@d2.example.test", many.join("\n"));
    let before = browser.send("members/new", &[("emails", &typed), ("workspace", &owner.root), ("intent", "preview")]).await.text();
    assert_eq!(before.matches("<li class=\"chip").count(), 200, "{before}");
    assert!(before.contains("nonsense") && before.contains("Named twice") && before.contains("and 32 more"), "{before}");
    assert!(before.contains("230 addresses can be invited"), "{before}");
    let once = hidden(&browser.page("members/new").await, "once");
    let form = [("once", once.as_str()), ("emails", &typed), ("workspace", &owner.root), ("levels", "agent")];
    let came = browser.sent("members/new", &form).await;
    assert_eq!(browser.sent("members/new", &form).await, came, "the same form has the same answer");
    assert!(came.contains("230 people added") && came.contains("and 32 more"), "{came}");
    assert_eq!(came.matches("data-outcome=").count(), 200);
    assert!(came.contains("data-outcome=\"invalid\"") && came.contains("data-outcome=\"duplicate\""), "{came}");
    assert!(came.contains("name=\"emails\" value=\"nonsense\""), "what is tried again is what may help: {came}");
    house.verify().await;
}

#[tokio::test]
async fn more_people_than_one_form_takes_are_refused_alike_when_they_are_looked_at_and_when_they_are_added() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let typed = (0..10_001).map(|number| format!("g{number}@a.test")).collect::<Vec<_>>().join("\n");
    let before = house.everything().await;
    for intent in ["preview", ""] {
        let form = [("emails", typed.as_str()), ("workspace", &owner.root), ("levels", "agent"), ("intent", intent)];
        let page = browser.send("members/new", &form).await;
        assert_eq!(page.status.as_u16(), 422);
        assert!(page.text().contains("Too many at once."), "{intent}");
    }
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn a_node_on_a_later_page_lies_below_its_parent() {
    let (owner, first, last) = wide().await;
    let browser = Browser::of(&owner);
    let page = browser.page("workspaces").await;
    let next = page.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap();
    let later = browser.page(&next.replace("&#38;", "&")).await;
    let at = |id: &str| later.find(&format!("<li id=\"w-{id}\"")).unwrap_or_else(|| panic!("{id}: {later}"));
    assert!(at(&owner.root) < at(&first) && at(&first) < at(&last), "{later}");
    let depth = |id: &str| {
        let before = later[..at(id)].split_once("data-tree").unwrap().1;
        before.matches("<ul").count() - before.matches("</ul>").count()
    };
    assert_eq!([depth(&owner.root), depth(&first), depth(&last)], [0, 1, 2]);
    assert_eq!(later.matches("<li id=\"w-").count(), later.matches("<div class=\"node\"").count());
    assert_eq!(
        [later.matches("<ul").count(), later.replace("<link", "").matches("<li").count()],
        [later.matches("</ul>").count(), later.matches("</li>").count()]
    );
}

#[tokio::test]
async fn a_tree_of_many_is_looked_through_and_says_where_what_was_found_lies() {
    let (owner, first, last) = wide().await;
    let browser = Browser::of(&owner);
    let page = browser.page("workspaces?q=the+LAST").await;
    for id in [&owner.root, &first, &last] {
        assert!(page.contains(&format!("<li id=\"w-{id}\"")), "{id}: {page}");
    }
    assert_eq!(page.matches("<li id=\"w-").count(), 3, "{page}");
    assert!(browser.page("workspaces?q=nowhere").await.contains("No workspace is called that"));
}

/// The choices of a field, by their names.
fn offered<'p>(page: &'p str, field: &str) -> Vec<&'p str> {
    let select =
        page.split(&format!("<select id=\"{field}\"")).nth(1).or_else(|| page.split(&format!("id=\"{field}\" name=")).nth(1));
    let options = select.unwrap_or_else(|| panic!("no {field}: {page}")).split("</select>").next().unwrap();
    options.split("<option").skip(1).map(|one| one.split('>').nth(1).unwrap().split('<').next().unwrap()).collect()
}

#[tokio::test]
async fn a_form_that_offers_the_first_of_many_workspaces_finds_the_others_by_their_names() {
    let (owner, first, last) = wide().await;
    let ada = owner.hire("ada@example.test", &owner.root, "agent").await.member;
    let browser = Browser::of(&owner);
    let places = [
        ("members", "by-workspace"),
        ("contacts", "by-workspace"),
        ("members/new", "workspace"),
        ("contacts/new", "workspace"),
        ("workspaces/new", "parent"),
        (&format!("members/{ada}"), "at"),
        (&format!("members/{ada}/grants/new"), "workspace"),
    ];
    for (place, field) in places {
        let page = browser.page(place).await;
        let chooser = format!("data-chooser=\"/organizations/{}/{place}?find=\"", owner.organization);
        assert!(page.contains(&chooser) && page.contains("name=\"find\""), "{place}: {page}");
        assert!(!offered(&page, field).contains(&"The last"), "{place}");
        let found = browser.page(&format!("{place}?find=the+last")).await;
        let named: Vec<&str> = offered(&found, field).into_iter().filter(|name| !name.starts_with("All")).collect();
        assert_eq!(named, ["The last"], "{place}");
        assert!(found.contains("data-note=\"Branch 000\""), "what it is below: {found}");
        let none = browser.page(&format!("{place}?find=nowhere+at+all")).await;
        assert!(none.contains("name=\"find\""), "one may look for another: {none}");
    }
    for (place, chosen, fields) in [
        ("members/new", "workspace", &[("emails", "cy@example.test"), ("note", "Hello there")][..]),
        ("contacts/new", "workspace", &[("name", "Petra"), ("note", "")][..1]),
        ("workspaces/new", "parent", &[("name", "Petra"), ("note", "")][..1]),
    ] {
        let look = [fields, &[(chosen, first.as_str()), ("find", "the last"), ("intent", "preview")]].concat();
        let page = browser.send(place, &look).await;
        assert_eq!(page.status, 200, "{page}");
        let page = page.text();
        assert!(is_chosen(&page, &first) && page.contains(&format!("value=\"{last}\"")), "what was chosen stays: {page}");
        assert!(fields.iter().all(|(_, typed)| page.contains(typed)), "{page}");
    }
    let looked = browser.page(&format!("members/{ada}/grants/new?workspace={first}&find=the+last&intent=preview")).await;
    assert!(is_chosen(&looked, &first) && looked.contains(&last), "one hasn't gone on: {looked}");
    assert_eq!(owner.get("contacts").await.items().len(), 0);
}
