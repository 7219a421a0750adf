//! Scripts ask for the regions of a page that they put in place: the rest isn't made, nor looked up.

use axum::http::Method;

use super::browser::Browser;
use super::support::{Answer, House};

/// The page with these regions alone.
async fn regions(browser: &Browser, path: &str, ids: &str) -> Answer {
    let path = format!("/organizations/{}/{path}", browser.who.organization);
    let ask = browser.who.ask(Method::GET, path).header("accept", "text/html").header("x-fragment", ids);
    ask.through(&browser.router).await
}

#[tokio::test]
async fn a_region_comes_as_in_the_whole_page_with_its_title_and_without_what_is_around_it() {
    let (_, owner) = House::governed().await;
    owner.hire("ada@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    let (whole, part) = (browser.open("members?q=ada").await, regions(&browser, "members?q=ada", "region").await);
    let region = |page: &Answer| page.text().split_once("id=\"region\"").unwrap().1.split_once("</section>").unwrap().0.to_owned();
    assert_eq!(region(&part), region(&whole));
    assert!(region(&part).contains("Ada Example"));
    for around in ["id=\"nav\"", "id=\"commands\"", "id=\"words\"", "class=\"skip\""] {
        assert!(whole.text().contains(around) && !part.text().contains(around), "{around}: {part}");
    }
    assert!(part.text().contains("<title>Members"), "{part}");
    for page in [&whole, &part] {
        assert_eq!((page.header("vary"), page.header("cache-control")), (Some("x-fragment"), Some("no-store")));
    }
    let with_nav = regions(&browser, "members", "main nav").await.text();
    assert!(
        with_nav.contains("id=\"nav\"") && with_nav.contains("id=\"main\"") && !with_nav.contains("id=\"words\""),
        "{with_nav}"
    );
}

#[tokio::test]
async fn what_no_asked_region_shows_is_not_looked_up() {
    let (_, owner) = House::governed().await;
    let ada = owner.hire("ada@example.test", &owner.root, "agent").await.member;
    owner.post("resources", serde_json::json!({ "kind": "team", "name": "North team" })).await.expect(201);
    let browser = Browser::of(&owner);
    let whole = browser.page("members").await;
    let list = regions(&browser, "members", "list").await.text();
    assert!(whole.contains("2 people") && whole.contains("North team"), "{whole}");
    assert!(list.contains("Ada Example") && !list.contains("2 people") && !list.contains("North team"), "{list}");
    let choices = regions(&browser, "members?find=acme", "by-workspace").await.text();
    assert!(choices.contains(&owner.root) && !choices.contains("Ada Example"), "{choices}");
    owner.contact(&owner.root, "Somebody Known", None).await;
    assert!(browser.page("contacts").await.contains("Somebody Known"));
    let contacts = regions(&browser, "contacts?find=acme", "by-workspace").await.text();
    assert!(contacts.contains(&owner.root) && !contacts.contains("Somebody Known"), "{contacts}");
    let asked = format!("members/{ada}?permission=contacts.view&workspace={}", owner.root);
    let (whole, why) = (browser.page(&asked).await, regions(&browser, &asked, "why").await.text());
    assert!(whole.contains("journal?target=") && whole.contains("id=\"why\""), "the journal: {whole}");
    assert!(why.contains("The level Agent") && !why.contains("journal?target="), "{why}");
}
