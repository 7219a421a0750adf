//! What holds of every page: nothing inline, one policy, one heading, names for all that can be used, in both languages.

use serde_json::json;

use super::browser::Browser;
use super::support::{Client, House};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// Somebody who governs an organization in which everything has a marker in it, and the addresses of all pages there.
async fn marked() -> (Client, Vec<String>) {
    let (house, owner) = House::governed().await;
    let mark = |of: &str| format!("<b id=m>{of}\"'&");
    owner.patch(&format!("/organizations/{}", owner.organization), json!({ "name": mark("org") })).await.expect(200);
    let north = owner.workspace(&owner.root, &mark("north")).await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    bo.patch("members/me", json!({ "first_name": mark("first"), "last_name": mark("last") })).await.expect(200);
    bo.post("members/me/tokens", json!({ "name": mark("token"), "permissions": ["calls.use"] })).await.expect(201);
    house.lock_out("bo@example.test").await;
    let body = json!({ "emails": ["cy@example.test"], "workspace": north, "levels": ["agent"], "note": mark("note") });
    let pending = owner.post("invitations", body).await.expect(200)["results"][0].clone();
    let contact = owner.contact(&north, &mark("contact"), Some(&bo.member)).await;
    let left = owner.hire("di@example.test", &north, "agent").await;
    let path = format!("{}/revocation", left.grant(&north));
    let team = json!({ "kind": "team", "name": mark("team") });
    let team = owner.post("resources", team).await.expect(201)["id"].as_str().unwrap().to_owned();
    let group = owner.group(&mark("group")).await;
    let idle = owner.hire("idle@example.test", &north, "agent").await;
    owner.deactivate(&idle).await;
    let receipt = owner.post(&path, json!({ "reason": mark("reason") })).await.expect(200)["id"].as_str().unwrap().to_owned();
    let pages = [
        "members",
        &format!(
            "members?q={}&status=active&level=agent&workspace={north}&not_active_for_days=30&view=cards&sort=-name",
            "%3Cb%3E"
        ),
        "members?q=nobodyatall",
        "members/new?emails=%3Cb%20id%3Dm%3E,bo%40example.test,bo%40example.test",
        &format!("members/{}", bo.member),
        &format!("members/{}?permission=calls.use&workspace={north}", bo.member),
        &format!("members/{}", pending["member"].as_str().unwrap()),
        "members/me",
        &format!("members/{}/tokens", bo.member),
        "members/me/tokens",
        &format!("members/{}/profile", bo.member),
        &format!("members/{}/grants/new", bo.member),
        &format!("members/{}/grants/{north}", bo.member),
        &format!("members/{}/grants/{north}/revocation?contacts=assign_to&find=b", bo.member),
        "receipts",
        &format!("receipts/{receipt}"),
        &format!("members/{}/deactivation", bo.member),
        &format!("members/{}/reactivation", idle.member),
        &format!("members/{}/deletion", bo.member),
        "contacts",
        "contacts?q=nothingatall&assignee=none",
        "contacts/new",
        &format!("contacts/{contact}/assignee"),
        "workspaces",
        "workspaces/new",
        &format!("workspaces/{north}"),
        &format!("workspaces/{north}/deletion"),
        &format!("contacts/{contact}/deletion"),
        "resources",
        "resources/new",
        &format!("resources/{team}?find=b"),
        &format!("resources/{team}/deletion"),
        &format!("resources/{team}/groups"),
        "resource-groups",
        "resource-groups/new",
        &format!("resource-groups/{group}"),
        &format!("resource-groups/{group}/deletion"),
        "insights",
        "insights?kind=not_active",
        "insights?kind=onboarding",
        "journal",
        &format!("journal?target={}&kind=access_granted&since=2026-01-01", bo.member),
        "mail",
        "settings",
        "help",
        "/organizations?all=true",
        "/nowhere",
    ];
    let pages = pages.iter().map(|page| (*page).to_owned()).collect();
    (owner, pages)
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

#[tokio::test]
async fn every_page_is_well_made_in_both_languages_and_g2_no_marker_is_an_element() {
    let (owner, pages) = marked().await;
    let browser = Browser::of(&owner);
    for language in ["en", "de"] {
        owner.patch("members/me", json!({ "language": language })).await.expect(200);
        for path in &pages {
            let answer = browser.open_in(language, path).await;
            let page = answer.text();
            assert!(matches!(answer.status.as_u16(), 200 | 404), "{path}: {answer}");
            assert_eq!(answer.header("content-security-policy"), Some(POLICY), "{path}");
            assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{language}\" dir=\"ltr\">")), "{path}: {page}");
            assert_eq!(count(&page, "<h1"), 1, "{path}: {page}");
            assert_eq!(count(&page, "<main "), 1, "{path}");
            assert!(!page.contains("<b id=m>"), "g2: {path}: {page}");
            for inline in [" style=", "<style", " onclick=", " onload=", "javascript:", "<script>"] {
                assert!(!page.contains(inline), "{path} has {inline}");
            }
            assert!(!page.contains("{{") && !page.contains("{ $"), "{path}: {page}");
            ids_are_unique(path, &page);
            forms_are_told_apart(path, &page);
        }
    }
}

fn ids_are_unique(path: &str, page: &str) {
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    for two in ids.windows(2) {
        assert_ne!(two[0], two[1], "{path} has an id twice");
    }
}

/// Every form of an organization says which rendering of it this is, so that it is carried out once.
fn forms_are_told_apart(path: &str, page: &str) {
    for form in page.split("<form ").skip(1) {
        let (tag, rest) = form.split_once('>').unwrap();
        if tag.contains("method=\"post\"") && tag.contains("action=\"/organizations/") {
            let within = rest.split("</form>").next().unwrap();
            assert_eq!(count(within, "name=\"once\""), 1, "{path}: {tag}");
        }
    }
}

#[tokio::test]
async fn what_pages_name_as_style_and_scripts_is_there_for_ever() {
    let house = House::new().await;
    let browser = Browser::of(&house.anyone());
    let page = browser.open("/sign-in").await;
    let text = if page.status == 303 { panic!("{page}") } else { page.text() };
    let folder = text.split("href=\"/assets/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    for file in ["console.css", "console.js", "live.js", "icons.svg", "favicon.svg"] {
        let asset = browser.open(&format!("/assets/{folder}/{file}")).await;
        assert_eq!(asset.status, 200, "{file}");
        assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));
    }
    assert_eq!(browser.open("/assets/0000000000000000/console.css").await.status, 404, "an older edition");
    assert_eq!(browser.open(&format!("/assets/{folder}/../secrets")).await.status, 404);
}
