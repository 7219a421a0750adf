//! Forms that are sent back: with all that was typed, errors at their fields, and addresses that can be asked for.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

/// Every address that a page says to go to, or to come back to.
fn addresses(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let back = hidden(page, "back");
    links.filter(|href| href.starts_with("/organizations/")).chain([back]).map(|href| href.replace("&#38;", "&")).collect()
}

/// Where it goes, what it says, and which of its fields are wrong.
type Form<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

#[tokio::test]
async fn no_answer_to_a_form_leads_to_an_address_that_takes_forms_alone() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let team = owner.team("Night desk").await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    for n in 0..60 {
        let one = owner.hire(&format!("n{n:02}@example.test"), &owner.root, "agent").await;
        owner.put_into(&one, &team).await;
    }
    let receipt = owner.revoke(&bo, &owner.root).await;
    let (member, invitation) = owner.pending("cy@example.test", &owner.root, "agent").await;
    browser.send(&format!("receipts/{receipt}/undo"), &[]).await;
    let answers = [
        browser.send(&format!("resources/{team}/members"), &[("member", "nobody")]).await,
        browser.send(&format!("resources/{team}"), &[("name", ""), ("version", "1")]).await,
        browser.send(&format!("receipts/{receipt}/undo"), &[]).await,
        browser.send(&format!("invitations/{invitation}/correction"), &[("email", "no address"), ("member", &*member)]).await,
    ];
    for answer in answers {
        assert!(answer.status.is_client_error(), "{answer}");
        for address in addresses(&answer.text()) {
            let there = browser.open(&address).await;
            assert!(there.status.is_success() || there.status.is_redirection(), "{address} on {answer}: {there}");
        }
    }
    let found = leads_to(&browser.send(&format!("resources/{team}/members"), &[("find", "bo"), ("intent", "preview")]).await);
    assert!(found.ends_with("?find=bo"), "{found}");
    browser.page(&found).await;
}

#[tokio::test]
async fn an_address_that_will_not_do_is_kept_beside_what_is_wrong_with_it() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    owner.hire("bo@example.test", &owner.root, "agent").await;
    let (member, invitation) = owner.pending("wrong@example.test", &owner.root, "agent").await;
    let path = format!("invitations/{invitation}/correction");
    for (typed, status) in [("no address", 422), ("bo@example.test", 409)] {
        let answer = browser.send(&path, &[("email", typed), ("member", &*member)]).await;
        assert_eq!(answer.status, status, "{answer}");
        let text = answer.text();
        assert!(text.contains("<details open>") && text.contains(&format!("value=\"{typed}\"")), "{text}");
        assert!(text.contains("role=\"alert\""), "{text}");
    }
}

#[tokio::test]
async fn a_name_that_will_not_do_is_kept_in_its_open_form() {
    let (_, owner) = House::governed().await;
    let team = owner.team("Night desk").await;
    let name = "x".repeat(201);
    let answer = Browser::of(&owner).send(&format!("resources/{team}"), &[("name", &*name), ("version", "1")]).await;
    assert_eq!(answer.status, 422, "{answer}");
    let text = answer.text();
    assert!(text.contains("<details open>") && text.contains(&format!("value=\"{name}\"")), "{text}");
    assert!(text.contains("aria-describedby=\"name-error\""), "{text}");
}

#[tokio::test]
async fn every_wrong_field_says_so_to_who_cannot_see_it() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let team = owner.team("Night desk").await;
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    owner.workspace(&owner.root, "North").await;
    let long = "x".repeat(3000);
    let long = long.as_str();
    let revocation = format!("{}/revocation", bo.grant(&owner.root));
    let fingerprint = hidden(&browser.page(&revocation).await, "fingerprint");
    let version = hidden(&browser.page(&bo.grant(&owner.root)).await, "version");
    let forms: [Form<'_>; 8] = [
        ("members/new", &[("levels", "agent"), ("workspace", "x"), ("note", long)], &["workspace", "note"]),
        ("members/new", &[("levels", "agent"), ("workspace", &owner.root)], &["emails"]),
        ("contacts/new", &[("name", "Petra"), ("workspace", "x")], &["workspace"]),
        ("workspaces/new", &[("name", "North"), ("parent", "x"), ("kind", "?")], &["parent"]),
        (
            "settings",
            &[("name", "Acme"), ("undo_window_days", "many"), ("tokens_per_member", "some"), ("version", "1")],
            &["undo_window_days", "tokens_per_member"],
        ),
        (&revocation, &[("contacts", "assign_to"), ("fingerprint", &fingerprint)], &["assign_to"]),
        (&bo.grant(&owner.root), &[("levels", "agent"), ("version", &version), ("intent", "save"), ("reason", long)], &["reason"]),
        (&format!("contacts/{contact}/assignee"), &[("assignee", "")], &["member"]),
    ];
    for (path, form, wrong) in forms {
        let answer = browser.send(path, form).await;
        assert_eq!(answer.status, 422, "{answer}");
        for field in wrong {
            is_told(&answer.text(), field);
        }
    }
    is_told(&browser.send(&format!("resources/{team}/members"), &[("member", "")]).await.text(), "member");
}

/// A field is wrong for everybody: a sentence, and a control that names it as its own.
#[track_caller]
fn is_told(page: &str, field: &str) {
    let id = format!("{field}-error");
    assert!(page.contains(&format!("id=\"{id}\"")), "{field} has no sentence: {page}");
    let described = page.split("aria-invalid=\"true\" aria-describedby=\"").skip(1);
    let mut names = described.flat_map(|rest| rest.split('"').next().unwrap().split(' '));
    assert!(names.any(|name| name == id), "{field} has no control that says so: {page}");
}

#[tokio::test]
async fn after_a_form_one_is_where_one_was() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    let list = browser.page("contacts?assignee=none&q=lind").await;
    let link = list.split("href=\"").find(|rest| rest.contains(&format!("{contact}/assignee"))).unwrap();
    let link = link.split('"').next().unwrap().replace("&#38;", "&");
    let form = browser.page(&link).await;
    let from = hidden(&form, "from").replace("&#38;", "&");
    let sent = [("assignee", &*bo.member), ("seen", "none"), ("from", &*from)];
    let to = leads_to(&browser.send(&format!("contacts/{contact}/assignee"), &sent).await);
    assert!(to.ends_with("/contacts?assignee=none&q=lind&done=assigned"), "{to}");
    let page = browser.page(&to).await;
    assert!(page.contains("Assigned."), "{page}");
    assert!(!hidden(&page, "back").contains("done="), "what was done isn't told again after the colours were changed");
    for elsewhere in ["https://evil.test/contacts", "//evil.test", "/sign-in", "/organizations/x/contacts?a=b"] {
        let sent = [("assignee", &*bo.member), ("from", elsewhere)];
        let to = leads_to(&browser.send(&format!("contacts/{contact}/assignee"), &sent).await);
        assert_eq!(to, format!("/organizations/{}/contacts?done=assigned", owner.organization), "g1: {elsewhere}");
    }
}

#[tokio::test]
async fn a_level_that_takes_one_of_several_kinds_says_so_above_them_and_marks_what_is_missing() {
    let (_, operator) = House::governed().await;
    let model = serde_json::json!({ "access_model": include_str!("../../../http-api/tests/support/lodge.toml") });
    let host = operator.found("Lodge", "host@lodge.test", &model).await;
    let mut made = Vec::new();
    for (kind, name) in [("room", "Blue"), ("key", "One")] {
        let one = host.post("resources", serde_json::json!({ "kind": kind, "name": name })).await.expect(201);
        made.push(format!("{kind}:{}", one["id"].as_str().unwrap()));
    }
    let maid = host.hire("maid@lodge.test", &host.root, "maid").await;
    let browser = Browser::of(&host);
    let form = format!("members/{}/grants/{}", maid.member, host.root);
    let above = "With these levels, exactly one of each is to be chosen: Room, Key.";
    let looked = browser.send(&form, &[("levels", "guest"), ("intent", "preview")]).await;
    assert!(looked.status == 200 && looked.text().contains(above), "{looked}");
    let some = browser.send(&form, &[("levels", "maid"), ("intent", "preview")]).await;
    assert!(some.status == 200 && !some.text().contains(above), "{some}");
    let version = hidden(&looked.text(), "version");
    let half = [("levels", "guest"), ("selections", &*made[0]), ("version", &*version), ("intent", "save")];
    let answer = browser.send(&form, &half).await;
    let text = answer.text();
    assert!(answer.status == 422 && text.contains(above) && text.contains("id=\"selections-error\""), "{answer}");
    assert!(text.contains("aria-label=\"Key\" aria-invalid=\"true\" aria-describedby=\"selections-error\""), "{text}");
    assert!(text.contains("aria-label=\"Room\"><option"), "the one that was chosen isn't wrong: {text}");
    let whole = [&half[..], &[("selections", &*made[1])]].concat();
    let page = browser.sent(&form, &whole).await;
    assert!(page.contains("Blue") && page.contains("One"), "{page}");
    host.patch("members/me", serde_json::json!({ "language": "de" })).await.expect(200);
    let german = browser.page(&form).await;
    assert!(german.contains("Zu diesen Stufen gehört jeweils genau eins davon: Room, Key."), "{german}");
}
