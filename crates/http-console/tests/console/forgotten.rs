//! A forgotten password, from the sign-in page to signing in, and from a member's page.

use super::browser::{Browser, leads_to};
use super::support::{House, PASSWORD};

const NEW: &str = "a whole new password";

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_by_the_link_in_a_mail() {
    let (house, owner) = House::governed().await;
    owner.hire("ida@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&house.anyone());
    assert!(browser.page("/sign-in").await.contains("href=\"/password-reset\""));
    assert!(browser.page("/password-reset").await.contains("name=\"email\""));
    let mut led = Vec::new();
    for email in ["ida@example.test", "nobody@example.test", "no address"] {
        led.push(leads_to(&browser.send("/password-reset", &[("email", email)]).await));
    }
    assert!(led.iter().all(|to| to == "/password-reset?done=reset-asked"), "d1: {led:?}");
    assert!(browser.page(&led[0]).await.contains("a mail with a link is on its way"));
    let token = house.reset_link(&owner.organization, "ida@example.test").await;
    let link = format!("/password-reset/{token}");
    let before = house.everything().await;
    let page = browser.page(&link).await;
    assert!(page.contains("ida@example.test") && !page.contains(&token), "c4: {page}");
    for odd in [&token[1..], &format!("{token}A"), &token.to_uppercase(), "%00"] {
        let dead = browser.open(&format!("/password-reset/{odd}")).await;
        assert!(dead.status == 404 && dead.text().contains("Ask for a new link"), "c3: {dead}");
    }
    let short = browser.send(&link, &[("password", "short")]).await;
    assert!(short.status == 422 && short.text().contains("use at least 12 characters"), "{short}");
    assert_eq!(house.everything().await, before);
    let done = browser.send(&link, &[("password", NEW)]).await;
    assert_eq!((leads_to(&done).as_str(), done.header("set-cookie")), ("/sign-in?done=password-reset", None));
    assert!(browser.page("/sign-in?done=password-reset").await.contains("Sign in with the new one"));
    assert_eq!(browser.open(&link).await.status, 404);
    assert_eq!(browser.send(&link, &[("password", NEW)]).await.status, 404);
    let form = |password| [("email", "ida@example.test"), ("password", password), ("next", "")];
    assert_eq!(browser.send("/sign-in", &form(PASSWORD)).await.status, 401);
    assert_eq!(leads_to(&browser.send("/sign-in", &form(NEW)).await), "/organizations");
}

#[tokio::test]
async fn a_link_is_sent_from_the_page_of_whoever_one_manages() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    let has_button = |page: &str| page.contains("Send a password reset");
    assert!(has_button(&browser.page(&format!("members/{}", ida.member)).await));
    assert!(!has_button(&browser.page(&format!("members/{pending}")).await), "they have no password yet");
    assert!(!has_button(&browser.page(&format!("members/{}", owner.member)).await), "nobody's own");
    let path = format!("members/{}/password-reset", ida.member);
    let to = leads_to(&browser.send(&path, &[]).await);
    assert!(to.ends_with(&format!("/members/{}?done=reset-sent", ida.member)), "{to}");
    assert_eq!(owner.journal().await[0], "password_reset_requested");
    assert!(browser.page(&to).await.contains("asked for a link to a new password"), "the journal beside it tells it");
    let refused = browser.send(&format!("members/{pending}/password-reset"), &[]).await;
    assert!(refused.status == 409 && refused.text().contains("accepted their invitation yet"), "{refused}");
    assert_eq!(house.login("ida@example.test").await.reset.generation, 1);
}

#[tokio::test]
async fn whoever_chooses_a_password_is_told_how_easily_it_is_guessed() {
    let (house, _) = House::governed().await;
    let browser = Browser::of(&house.anyone());
    let before = house.everything().await;
    let told = async |password: &str, about: &str| {
        let page = browser.send("/password-strength", &[("password", password), ("about", about)]).await;
        assert_eq!(page.status, 200, "{page}");
        assert!(password.is_empty() || !page.text().contains(password), "c4: {page}");
        page.text()
    };
    let common = told("password1234", "").await;
    assert!(common.contains("data-score=\"1\"") && common.contains("Many people have this password"), "{common}");
    assert!(told("four words nobody joins", "").await.contains("Very hard to guess"));
    let own = told("leonhard.kowalczyk", "leonhard.kowalczyk").await;
    assert!(own.contains("data-score=\"0\"") || own.contains("data-score=\"1\""), "{own}");
    // d4: what is long takes no longer, and says nothing of what comes after its beginning.
    told(&"x7".repeat(5_000), &"y8".repeat(5_000)).await;
    told("", "").await;
    assert_eq!(house.everything().await, before);
}
