//! One's own login: sessions, and another password.

use super::browser::Browser;
use super::support::{House, PASSWORD};

#[tokio::test]
async fn somebody_sees_where_they_are_signed_in_and_ends_it() {
    let (house, owner) = House::governed().await;
    let other = house.sign_in("olga@example.test").await;
    let browser = Browser::of(&owner);
    let page = browser.open("/account").await.text();
    assert!(page.contains("olga@example.test") && page.contains("An unknown device"), "{page}");
    assert_eq!(page.matches("<span class=\"tag\">here</span>").count(), 1);
    let id = page.split("/account/sessions/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let done = browser.sent(&format!("/account/sessions/{id}/end"), &[]).await;
    assert!(done.contains("This session was ended.") && !done.contains("End all others"), "{done}");
    other.get("/session").await.refused("unauthenticated", "");
    house.sign_in("olga@example.test").await;
    let done = browser.sent("/account/sessions/end-others", &[]).await;
    assert!(done.contains("All other sessions were ended."), "{done}");
    assert_eq!(owner.get("/sessions").await.items().len(), 1);
}

#[tokio::test]
async fn somebody_changes_their_password() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let form = |current: &'static str, new: &'static str| [("current_password", current), ("password", new)];
    let wrong = browser.send("/account/password", &form("not her password", "a whole new password")).await;
    assert!(wrong.status == 422 && wrong.text().contains("The password is wrong."), "{wrong}");
    assert!(!wrong.text().contains("a whole new password"), "what was typed doesn't come back (c4)");
    let done = browser.send("/account/password", &form(PASSWORD, "a whole new password")).await;
    assert!(done.status == 303 && done.header("set-cookie").is_some(), "{done}");
    owner.get("/session").await.refused("unauthenticated", "");
    let body = serde_json::json!({ "email": "olga@example.test", "password": "a whole new password" });
    house.anyone().post("/session", body).await.expect(200);
    let stranger = Browser::of(&house.anyone()).open("/account").await;
    assert_eq!(stranger.status, 303, "to sign in: {stranger}");
}
