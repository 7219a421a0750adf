//! Setting up, signing in and out, accepting and declining.

use super::browser::{Browser, leads_to};
use super::support::{House, PASSWORD, SETUP_TOKEN};

const FIRST: [(&str, &str); 6] = [
    ("organization", "Acme"),
    ("model", "workspace"),
    ("email", "olga@example.test"),
    ("first_name", "Olga"),
    ("last_name", "Owner"),
    ("password", PASSWORD),
];

#[tokio::test]
async fn an_installation_is_set_up_by_a_form_once() {
    let house = House::new().await;
    let browser = Browser::of(&house.anyone());
    assert!(browser.page("/setup").await.contains("name=\"token\""));
    let with = |token: &'static str| [[("token", token)].as_slice(), FIRST.as_slice()].concat();
    let wrong = browser.send("/setup", &with("wrong")).await;
    assert_eq!(wrong.status, 404, "{wrong}");
    assert!(wrong.text().contains("value=\"Acme\""), "what was typed is kept: {wrong}");
    assert_eq!(leads_to(&browser.send("/setup", &with(SETUP_TOKEN)).await), "/sign-in?done=set-up");
    assert!(browser.page("/sign-in?done=set-up").await.contains("Tenure is set up."));
    assert_eq!(browser.open("/setup").await.status, 404);
    assert_eq!(browser.send("/setup", &with(SETUP_TOKEN)).await.status, 404);
}

#[tokio::test]
async fn signing_in_leads_where_somebody_wanted_to_go_and_nowhere_else() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&house.anyone());
    let there = format!("/organizations/{}/members", owner.organization);
    let asked = browser.open(&there).await;
    let to = leads_to(&asked);
    assert!(to.starts_with("/sign-in?next=%2Forganizations%2F"), "{to}");
    let form = [("email", "olga@example.test"), ("password", PASSWORD), ("next", there.as_str())];
    let signed_in = browser.send("/sign-in", &form).await;
    assert_eq!(leads_to(&signed_in), there);
    assert!(signed_in.header("set-cookie").unwrap().contains("HttpOnly; SameSite=Lax"), "{signed_in}");
    for elsewhere in ["https://evil.test/", "//evil.test", "/\\evil.test"] {
        let form = [("email", "olga@example.test"), ("password", PASSWORD), ("next", elsewhere)];
        assert_eq!(leads_to(&browser.send("/sign-in", &form).await), "/organizations", "g1: {elsewhere}");
    }
}

#[tokio::test]
async fn d1_who_may_not_sign_in_gets_one_page_for_every_reason() {
    let (house, _) = House::governed().await;
    let browser = Browser::of(&house.anyone());
    let mut pages = Vec::new();
    for (email, password) in
        [("olga@example.test", "wrong wrong wrong"), ("nobody@example.test", PASSWORD), ("no address", PASSWORD)]
    {
        let answer = browser.send("/sign-in", &[("email", email), ("password", password), ("next", "")]).await;
        assert_eq!(answer.status, 401, "{answer}");
        assert!(!answer.text().contains(password), "what was typed as a password doesn't come back");
        pages.push(answer.text().replace(email, "…"));
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]), "{pages:?}");
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    browser.page("members").await;
    assert_eq!(leads_to(&browser.send("/sign-out", &[]).await), "/sign-in?done=signed-out");
    assert!(leads_to(&browser.open("members").await).starts_with("/sign-in"));
}

#[tokio::test]
async fn an_invitation_is_looked_at_accepted_and_dead_afterwards() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let link = format!("/invitation/{}", house.link(&owner.organization, &invitation).await);
    let stranger = Browser::of(&house.anyone());
    for _ in 0..2 {
        let page = stranger.page(&link).await;
        assert!(!page.contains(link.trim_start_matches("/invitation/")), "c4: no token lies in the page: {page}");
        assert!(
            page.contains("Join Acme") && page.contains("bo@example.test") && page.contains("Agent"),
            "c3: looking consumes nothing: {page}"
        );
    }
    let refused = stranger.send(&link, &[("first_name", "Bo"), ("last_name", "Berg"), ("password", "short")]).await;
    assert_eq!(refused.status, 422, "{refused}");
    assert!(refused.text().contains("value=\"Berg\"") && !refused.text().contains("short\""), "{refused}");
    let accepted = stranger.send(&link, &[("first_name", "Bo"), ("last_name", "Berg"), ("password", PASSWORD)]).await;
    assert_eq!(leads_to(&accepted), format!("/organizations/{}?done=accepted", owner.organization));
    assert!(accepted.header("set-cookie").is_some(), "{accepted}");
    for dead in [link.as_str(), "/invitation/made-up"] {
        let page = stranger.open(dead).await;
        assert_eq!(page.status, 404, "{page}");
        assert!(page.text().contains("This link no longer works"), "{page}");
        assert!(!page.text().contains(dead), "c4: {page}");
    }
}

#[tokio::test]
async fn an_invitation_can_be_declined() {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let link = format!("/invitation/{}", house.link(&owner.organization, &invitation).await);
    let stranger = Browser::of(&house.anyone());
    let declined = stranger.sent(&link, &[("intent", "refuse")]).await;
    assert!(declined.contains("You declined"), "{declined}");
    assert_eq!(stranger.open(&link).await.status, 404);
    owner.get(&format!("members/{member}")).await.expect(404);
}

#[tokio::test]
async fn colours_are_remembered_and_lead_back_to_this_server_alone() {
    let house = House::new().await;
    let browser = Browser::of(&house.anyone());
    let chosen = browser.send("/preferences", &[("theme", "dark"), ("back", "/sign-in")]).await;
    assert_eq!(leads_to(&chosen), "/sign-in");
    assert!(chosen.header("set-cookie").unwrap().starts_with("tenure_theme=dark; Path=/; HttpOnly"), "{chosen}");
    let made_up = browser.send("/preferences", &[("theme", "x; Domain=evil"), ("back", "https://evil.test")]).await;
    assert_eq!(leads_to(&made_up), "/", "g1");
    assert!(made_up.header("set-cookie").unwrap().starts_with("tenure_theme=auto;"), "{made_up}");
}

#[tokio::test]
async fn c3_looking_changes_nothing_and_odd_tokens_are_dead_links() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let before = house.everything().await;
    for browser in [Browser::of(&house.anyone()), Browser::of(&owner)] {
        browser.page(&format!("/invitation/{token}")).await;
        for odd in [&token[1..], &token[..token.len() - 1], &format!("{token}A"), &token.to_uppercase(), "%00"] {
            assert_eq!(browser.open(&format!("/invitation/{odd}")).await.status, 404, "{odd}");
        }
    }
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn a9_the_page_behind_an_expired_link_is_a_dead_one() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let link = format!("/invitation/{}", house.link(&owner.organization, &invitation).await);
    let browser = Browser::of(&house.anyone());
    house.pass(std::time::Duration::from_hours(7 * 24));
    house.nudge(-1);
    browser.page(&link).await;
    house.nudge(1);
    assert_eq!(browser.open(&link).await.status, 404);
    assert_eq!(browser.send(&link, &[("password", PASSWORD)]).await.status, 404);
}
