//! Who may open which page: everybody else is sent to sign in, or finds nothing.

use super::browser::{Browser, leads_to};
use super::support::House;

/// Every address below an organization's that the console has a route for, and whether it takes forms.
fn addresses() -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/places")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for route in text.split(".route(\"/organizations/{org}/").skip(1) {
            let (address, handlers) = route.split_once('"').unwrap();
            let handlers = handlers.split('\n').next().unwrap();
            if handlers.contains("get(") {
                found.push((address.to_owned(), false));
            }
            if handlers.contains("post(") {
                found.push((address.to_owned(), true));
            }
        }
    }
    assert!(found.len() > 40, "does this still find them? {found:?}");
    found
}

#[tokio::test]
async fn every_address_is_for_who_is_signed_in_and_active_there() {
    let (house, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let di = owner.hire("di@example.test", &owner.root, "manager").await;
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    let north = owner.workspace(&owner.root, "North").await;
    let team = owner.team("Night desk").await;
    let group = owner.group("Night desks").await;
    let (_, invitation) = owner.pending("cy@example.test", &owner.root, "agent").await;
    let gone = owner.hire("ed@example.test", &owner.root, "agent").await;
    let receipt = owner.revoke(&gone, &owner.root).await;
    let job = owner.job(&[&owner.member]).await;
    let plan = owner.plan("email,levels\nnew@example.test,agent\n").await["plan"].as_str().unwrap().to_owned();
    let token = bo.post("members/me/tokens", serde_json::json!({ "name": "program" })).await.expect(201)["id"].clone();
    let token = token.as_str().unwrap().to_owned();
    let elsewhere = owner.found("Other", "eve@example.test", &serde_json::json!({ "model": "workspace" })).await;
    elsewhere.welcome(&di).await;
    owner.deactivate(&di).await;
    let before = owner.journal().await;
    for (address, takes_forms) in addresses() {
        let ids = [
            ("contacts/{id}", &contact),
            ("resource-groups/{id}", &group),
            ("resources/{id}", &team),
            ("invitations/{id}", &invitation),
            ("receipts/{id}", &receipt),
            ("jobs/{id}", &job),
            ("workspaces/{ws}", &north),
            ("tokens/{token}", &token),
        ];
        let path = ids
            .iter()
            .fold(address, |path, (of, id)| path.replace(of, &of.replace("{id}", id).replace("{ws}", id).replace("{token}", id)));
        let path = path.replace("{member}", &bo.member).replace("{ws}", &owner.root).replace("{plan}", &plan);
        assert!(!path.contains('{'), "{path}");
        // What for many is to be said.
        let path = if path.ends_with("/bulk") && !takes_forms { format!("{path}?act=deletion") } else { path };
        let path = format!("/organizations/{}/{path}", owner.organization);
        let ask = async |who: Browser| if takes_forms { who.send(&path, &[]).await } else { who.open(&path).await };
        if !takes_forms {
            let here = Browser::of(&owner).open(&path).await;
            // What came of a form is told to who sent it; others are led to the receipt, the member or the list.
            let is_outcome = ["/undone", "/added", "/reactivation"].iter().any(|end| path.ends_with(end));
            assert!(here.status == 200 || is_outcome, "{here}");
        }
        let stranger = leads_to(&ask(Browser::of(&house.anyone())).await);
        assert!(stranger.starts_with("/sign-in?next="), "{path}: {stranger}");
        for other in [&elsewhere, &di] {
            let answer = ask(Browser::of(other)).await;
            assert_eq!(answer.status, 404, "f1, a7: {answer}");
            assert!(!answer.text().contains("Acme") && !answer.text().contains("bo@example.test"), "{answer}");
        }
    }
    assert_eq!(owner.journal().await, before, "nothing of it was carried out");
}

#[tokio::test]
async fn an_agent_finds_in_the_navigation_what_an_agent_may_open() {
    let (_, owner) = House::governed().await;
    let bo = Browser::of(&owner.hire("bo@example.test", &owner.root, "agent").await);
    let first = leads_to(&bo.open(&format!("/organizations/{}", owner.organization)).await);
    assert!(first.ends_with("/contacts"), "{first}");
    let page = bo.page("contacts").await;
    for place in ["members\"", "resources\"", "insights\"", "receipts\"", "journal\"", "settings\"", "workspaces\"", "mail\""] {
        assert!(!page.contains(&format!("/{place}")), "{place}: {page}");
    }
    let members = bo.open("members").await;
    assert_eq!(members.status, 403, "{members}");
    assert!(members.text().contains("Members are not yours to see"), "{members}");
    for closed in ["members/new", "insights", "receipts", "workspaces/new", "settings"] {
        assert_eq!(bo.open(closed).await.status, 403, "{closed}");
    }
    assert_eq!(bo.open("journal").await.status, 403);
    assert_eq!(bo.open("mail").await.status, 404, "to who is no operator there is no such page");
}

#[tokio::test]
async fn what_no_page_answers_is_told_as_a_page_to_people_and_as_a_problem_to_programs() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let page = browser.open("/nowhere").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (404, Some("text/html; charset=utf-8")), "{page}");
    assert!(page.text().contains("Not here"), "{page}");
    let problem = browser.who.outside("/nowhere").await;
    assert_eq!(problem.refused("not_found", "")["status"], 404);
    browser.open("/api/v1/nowhere").await.expect(406);
}

#[tokio::test]
async fn g1_a_form_of_another_site_is_refused() {
    let (_, owner) = House::governed().await;
    let router = owner.house.told(tenure_http_console::routes(), tenure_http_console::told);
    let ask = owner.ask(axum::http::Method::POST, "/sign-out".to_owned()).raw("").header("sec-fetch-site", "cross-site");
    let refused =
        ask.header("accept", "text/html").header("content-type", "application/x-www-form-urlencoded").through(&router).await;
    assert_eq!(refused.status, 403, "{refused}");
    assert!(refused.text().contains("another site"), "{refused}");
    Browser::of(&owner).page("members").await;
}
