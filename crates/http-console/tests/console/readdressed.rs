//! Another address, asked for on one's own page or a member's, and confirmed by the link in a mail.

use serde_json::json;

use super::browser::{Browser, leads_to};
use super::support::{House, PASSWORD};

const NEW: &str = "countess@example.test";

#[tokio::test]
async fn an_address_is_asked_for_on_ones_own_page_and_confirmed_by_the_link_that_went_there() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&ida);
    let form = |email, password| [("email", email), ("current_password", password)];
    let wrong = browser.send("/account/email", &form(NEW, "not her password")).await;
    let page = wrong.text();
    assert!(wrong.status == 422 && page.contains("The password is wrong") && page.contains(NEW), "what was typed stays: {page}");
    let odd = browser.send("/account/email", &form("no address", PASSWORD)).await;
    assert!(odd.status == 422 && odd.text().contains("id=\"email-error\""), "{odd}");
    assert_eq!(leads_to(&browser.send("/account/email", &form(NEW, PASSWORD)).await), "/account?done=email-asked");
    assert!(browser.page("/account?done=email-asked").await.contains("to be confirmed"));
    let token = house.email_link(&owner.organization, "ida@example.test").await;
    let link = format!("/email-confirmation/{token}");
    let stranger = Browser::of(&house.anyone());
    let before = house.everything().await;
    let page = stranger.page(&link).await;
    assert!(page.contains(NEW) && !page.contains(&token), "c4: {page}");
    for odd in [&token[1..], &format!("{token}A"), &token.to_uppercase(), "%00"] {
        let dead = stranger.open(&format!("/email-confirmation/{odd}")).await;
        assert!(dead.status == 404 && dead.text().contains("Ask for a new link"), "c3: {dead}");
    }
    assert_eq!(house.everything().await, before);
    assert_eq!(leads_to(&stranger.send(&link, &[("password", PASSWORD)]).await), "/sign-in?done=email-changed");
    assert_eq!(stranger.open(&link).await.status, 404);
    let form = |email| [("email", email), ("password", PASSWORD), ("next", "")];
    assert_eq!(stranger.send("/sign-in", &form("ida@example.test")).await.status, 401);
    assert_eq!(leads_to(&stranger.send("/sign-in", &form(NEW)).await), "/organizations");
}

#[tokio::test]
async fn an_address_that_is_asked_for_on_a_members_page_takes_their_password_to_confirm() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    let path = format!("members/{}", ida.member);
    assert!(browser.page(&path).await.contains("Change the e-mail address"));
    assert!(!browser.page(&format!("members/{}", owner.member)).await.contains("id=\"new-email\""), "nobody's own");
    let odd = browser.send(&format!("{path}/email"), &[("email", "no address")]).await;
    assert!(odd.status == 422 && odd.text().contains("value=\"no address\""), "{odd}");
    let to = leads_to(&browser.send(&format!("{path}/email"), &[("email", NEW)]).await);
    assert!(browser.page(&to).await.contains("asked for another address"), "the journal beside it tells it");
    let token = house.email_link(&owner.organization, "ida@example.test").await;
    let link = format!("/email-confirmation/{token}");
    let stranger = Browser::of(&house.anyone());
    assert!(stranger.page(&link).await.contains("Somebody who manages your access asked for it"));
    let wrong = stranger.send(&link, &[("password", "not her password")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("The password is wrong"), "{wrong}");
    assert_eq!(leads_to(&stranger.send(&link, &[("password", PASSWORD)]).await), "/sign-in?done=email-changed");
    assert!(browser.page(&path).await.contains(NEW));
}

#[tokio::test]
async fn where_addresses_stay_as_they_are_the_page_says_what_to_do_instead() {
    let (_, owner) = House::governed().await;
    let fixed = owner.found("Beta", "gus@example.test", &json!({ "model": "contact-center" })).await;
    let ida = fixed.hire("ida@example.test", &fixed.root, "agent").await;
    let page = Browser::of(&fixed).page(&format!("members/{}", ida.member)).await;
    assert!(page.contains("invite the new address") && !page.contains("id=\"new-email\""), "{page}");
    let form = [("email", NEW), ("current_password", PASSWORD)];
    let refused = Browser::of(&ida).send("/account/email", &form).await;
    assert!(refused.status == 409 && refused.text().contains("have the new address invited"), "{refused}");
}
