//! A second factor at a browser: added, asked for in a second step, required, and removed.

use super::browser::{Browser, hidden, leads_to};
use super::support::{Authenticator, House, PASSWORD};

/// What stands between these two on a page.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    page.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("no {before}: {page}"))
}

/// The browser with the session that an answer begins.
fn remembering(browser: &Browser, answer: &super::support::Answer) -> Browser {
    let mut who = browser.who.clone();
    who.cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
    Browser { who, ..browser.clone() }
}

#[tokio::test]
async fn somebody_adds_an_authenticator_and_signs_in_with_it() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let page = browser.page("/account").await;
    assert!(page.contains("href=\"/account/second-factor\""), "{page}");
    let wrong = browser.send("/account/second-factor", &[("current_password", "a guess")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("The password is wrong."), "{wrong}");
    let begun = browser.send("/account/second-factor", &[("current_password", PASSWORD)]).await;
    assert_eq!(begun.header("cache-control"), Some("no-store"));
    let begun = begun.text();
    assert!(begun.contains("src=\"data:image/svg+xml;base64,"), "{begun}");
    let phone = Authenticator::with(&house, &between(&begun, "<code>", "</code>").replace(' ', ""));
    let wrong = browser.send("/account/second-factor/confirmation", &[("code", &phone.wrong())]).await;
    assert!(wrong.status == 422 && wrong.text().contains("action=\"/account/second-factor/confirmation\""), "{wrong}");
    let confirmed = browser.send("/account/second-factor/confirmation", &[("code", &phone.code())]).await;
    let codes = confirmed.text();
    assert_eq!(codes.matches("<code>").count(), 10, "{codes}");
    let browser = remembering(&browser, &confirmed);
    let page = browser.page("/account/second-factor").await;
    assert!(page.contains("Recovery codes left</dt><dd>10"), "{page}");

    let stranger = Browser::of(&house.anyone());
    let there = format!("/organizations/{}/members", owner.organization);
    let form = [("email", "olga@example.test"), ("password", PASSWORD), ("next", there.as_str())];
    let asked = stranger.send("/sign-in", &form).await;
    assert!(asked.status == 401 && asked.header("set-cookie").is_none(), "{asked}");
    let asked = asked.text();
    assert!(asked.contains("One more step") && !asked.contains(PASSWORD) && !asked.contains("role=\"alert\""), "{asked}");
    let carried = hidden(&asked, "carried");
    let step = |code: &str, email: &str| {
        let form = [("carried", carried.clone()), ("email", email.to_owned()), ("next", there.clone()), ("code", code.to_owned())];
        let stranger = stranger.clone();
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            stranger.send("/sign-in/code", &form).await
        }
    };
    let wrong = step(&phone.wrong(), "olga@example.test").await;
    assert!(wrong.status == 401 && wrong.text().contains("This code isn’t right"), "{wrong}");
    assert_eq!(leads_to(&step(&phone.next(), "bo@example.test").await), "/sign-in", "it is nobody else's first step");
    let signed_in = step(&phone.code(), "olga@example.test").await;
    assert_eq!(leads_to(&signed_in), there);
    remembering(&stranger, &signed_in).page(&there).await;
    house.pass(std::time::Duration::from_mins(5));
    assert_eq!(leads_to(&step(&phone.code(), "olga@example.test").await), "/sign-in", "five minutes are enough");

    let proof = |code: &str| [("current_password", PASSWORD.to_owned()), ("second_factor", code.to_owned())];
    let send = async |path: &str, code: &str| {
        let form = proof(code);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.send(path, &form).await
    };
    let renewed = send("/account/second-factor/recovery-codes", between(&codes, "<code>", "</code>")).await;
    assert!(renewed.status == 200 && renewed.text().matches("<code>").count() == 10, "{renewed}");
    let refused = send("/account/second-factor/removal", "").await;
    assert!(refused.status == 422 && refused.text().contains("Give a code of your authenticator"), "{refused}");
    let removed = send("/account/second-factor/removal", &phone.next()).await;
    let page = browser.page(&leads_to(&removed)).await;
    assert!(page.contains("The second factor was removed.") && page.contains("Add an authenticator"), "{page}");
}

#[tokio::test]
async fn where_one_is_required_the_way_leads_to_adding_it() {
    let (_house, mut owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let settings = [("name", "Acme"), ("second_factor_required", "true"), ("version", "1")];
    let headless = Browser::of(&owner).send("settings", &settings).await;
    assert!(headless.status == 409 && headless.text().contains("value=\"true\" checked"), "{headless}");
    owner.add_factor().await;
    let browser = Browser::of(&owner);
    let saved = browser.sent("settings", &settings).await;
    assert!(saved.contains("name=\"second_factor_required\" value=\"true\" checked"), "{saved}");
    let hers = Browser::of(&ida);
    assert_eq!(leads_to(&hers.open("contacts").await), "/account/second-factor");
    assert!(hers.page("/account/second-factor").await.contains("An organization of yours requires a second factor."));
    assert_eq!(hers.send("settings", &settings).await.status, 403);
    let page = browser.page(&format!("members/{}", ida.member)).await;
    assert!(page.contains("<dt>Second factor</dt><dd><span class=\"tag\">Off</span>"), "{page}");
    let mut ida = ida;
    ida.add_factor().await;
    let page = browser.page(&format!("members/{}", ida.member)).await;
    assert!(page.contains("<dt>Second factor</dt><dd><span class=\"tag good\">"), "{page}");
    Browser::of(&ida).page("contacts").await;
}

#[tokio::test]
async fn who_accepts_with_a_password_is_asked_for_a_code_then() {
    let (house, mut owner) = House::governed().await;
    let phone = owner.add_factor().await;
    let other = owner.found("Beta", "gus@example.test", &serde_json::json!({ "model": "workspace" })).await;
    let (_, invitation) = other.pending("olga@example.test", &other.root, "agent").await;
    let link = format!("/invitation/{}", house.link(&other.organization, &invitation).await);
    let stranger = Browser::of(&house.anyone());
    assert!(!stranger.page(&link).await.contains("name=\"second_factor\""), "who has the link alone learns nothing of it");
    let asked = stranger.send(&link, &[("password", PASSWORD)]).await;
    assert!(asked.status == 401 && asked.text().contains("name=\"second_factor\""), "{asked}");
    let accepted = stranger.send(&link, &[("password", PASSWORD), ("second_factor", &phone.next())]).await;
    assert!(leads_to(&accepted).ends_with("?done=accepted"), "{accepted}");
}
