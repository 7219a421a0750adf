//! A form that comes twice (clicked twice, or sent anew because no answer came) is carried out once.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

/// Sends a page's form with these fields twice, and expects both to lead to the same place.
async fn twice(browser: &Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> String {
    let once = hidden(&browser.page(page).await, "once");
    let fields = [fields, &[("once", once.as_str())]].concat();
    let first = leads_to(&browser.send(form, &fields).await);
    assert_eq!(leads_to(&browser.send(form, &fields).await), first, "{form}");
    first
}

#[tokio::test]
async fn what_is_made_by_a_form_is_made_once() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let root = owner.root.as_str();
    twice(&browser, "contacts/new", "contacts/new", &[("name", "Petra Lind"), ("workspace", root)]).await;
    assert_eq!(owner.get("contacts").await.items().len(), 1);
    twice(&browser, "workspaces/new", "workspaces/new", &[("name", "North"), ("parent", root)]).await;
    assert_eq!(owner.get("workspaces").await.items().len(), 2);
    twice(&browser, "resources/new", "resources/new", &[("name", "Night desk"), ("kind", "team")]).await;
    assert_eq!(owner.get("resources").await.items().len(), 1);
    owner.group("East").await;
    twice(&browser, "resource-groups/new", "resource-groups/new", &[("name", "North"), ("kind", "team")]).await;
    assert_eq!(owner.get("resource-groups").await.items().len(), 2);
    // The next page has a form of its own.
    twice(&browser, "contacts/new", "contacts/new", &[("name", "Petra Lind"), ("workspace", root)]).await;
    assert_eq!(owner.get("contacts").await.items().len(), 2);
}

#[tokio::test]
async fn an_invitation_is_sent_again_once_and_people_are_added_once() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let (member, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    twice(&browser, &format!("members/{member}"), &format!("invitations/{invitation}/resend"), &[]).await;
    let resent = owner.journal().await.iter().filter(|kind| *kind == "invitation_resent").count();
    assert_eq!(resent, 1, "each sending kills the older link");
    let form = [("emails", "cy@example.test"), ("workspace", &*owner.root), ("levels", "agent")];
    let added = twice(&browser, "members/new", "members/new", &form).await;
    let told = browser.page(&added).await;
    assert!(told.contains("data-outcome=\"invited\""), "{told}");
    let other = owner.hire("di@example.test", &owner.root, "manager").await;
    let list = leads_to(&Browser::of(&other).open(&added).await);
    assert!(list.ends_with("/members"), "what came of it is told to who sent it: {list}");
}

#[tokio::test]
async fn what_was_revoked_and_undone_by_a_form_stays_told_when_it_comes_again() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("{}/revocation", bo.grant(&owner.root));
    let fingerprint = hidden(&browser.page(&path).await, "fingerprint");
    let receipt = twice(&browser, &path, &path, &[("contacts", "unassign"), ("fingerprint", &fingerprint)]).await;
    let receipt = receipt.split('?').next().unwrap();
    let undone = twice(&browser, receipt, &format!("{receipt}/undo"), &[]).await;
    let page = browser.page(&undone).await;
    assert!(page.contains("Bo Example has access again"), "{page}");
    let other = owner.hire("di@example.test", &owner.root, "manager").await;
    assert_eq!(leads_to(&Browser::of(&other).open(&undone).await), receipt, "what came back was told to who undid it");
}

#[tokio::test]
async fn a_form_that_comes_again_with_other_things_in_it_is_sent_back_to_be_looked_over() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let once = hidden(&browser.page("contacts/new").await, "once");
    let form =
        |name: &'static str, once: &str| [("name", name.to_owned()), ("workspace", owner.root.clone()), ("once", once.to_owned())];
    let send = async |form: [(&'static str, String); 3]| {
        browser.send("contacts/new", &form.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    leads_to(&send(form("Petra Lind", &once)).await);
    let other = send(form("Paul Berg", &once)).await;
    assert_eq!(other.status, 422, "{other}");
    let text = other.text();
    assert!(text.contains("value=\"Paul Berg\"") && text.contains("was sent before"), "{text}");
    leads_to(&send(form("Paul Berg", &hidden(&text, "once"))).await);
    assert_eq!(owner.get("contacts").await.items().len(), 2);
}

#[tokio::test]
async fn what_one_person_sent_is_nobody_elses() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let once = hidden(&Browser::of(&owner).page("contacts/new").await, "once");
    let form = [("name", "Petra Lind"), ("workspace", &*owner.root), ("once", &*once)];
    for who in [&owner, &bo] {
        leads_to(&Browser::of(who).send("contacts/new", &form).await);
    }
    assert_eq!(owner.get("contacts").await.items().len(), 2);
}
