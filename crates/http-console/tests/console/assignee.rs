//! Who takes care of a contact: nothing changes hands that nobody changed.

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::{Client, House, OWN_MODEL};

/// Who takes care of a contact, as the API has it.
async fn holder(owner: &Client, contact: &str) -> serde_json::Value {
    owner.get(&format!("contacts/{contact}")).await.expect(200)["assignee"].clone()
}

/// The form as a browser sends it when nothing was touched: what is chosen, and all hidden fields.
fn untouched(page: &str) -> Vec<(&'static str, String)> {
    let select = page.split("<select id=\"assignee\"").nth(1).unwrap().split("</select>").next().unwrap();
    let options: Vec<&str> = select.split("<option value=\"").skip(1).collect();
    let chosen = options.iter().find(|option| option.contains(" selected")).unwrap_or(&options[0]);
    vec![("assignee", chosen.split('"').next().unwrap().to_owned()), ("seen", hidden(page, "seen"))]
}

async fn send(browser: &Browser, path: &str, form: &[(&'static str, String)]) -> super::support::Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.send(path, &form).await
}

#[tokio::test]
async fn a_form_that_is_sent_as_it_was_read_leaves_a_contact_where_it_is() {
    let (_, owner) = House::governed().await;
    // The holder is none of the first twenty by name.
    for n in 0..22 {
        owner.hire(&format!("a{n:02}@example.test"), &owner.root, "agent").await;
    }
    let zoe = owner.hire("zoe@example.test", &owner.root, "agent").await;
    let kim = owner.hire("kim@example.test", &owner.root, "agent").await;
    let contact = owner.contact(&owner.root, "Petra Lind", Some(&zoe.member)).await;
    let path = format!("contacts/{contact}/assignee");
    // Agents see no members, so they aren't told who has it; it stays with them all the same.
    for who in [&owner, &kim] {
        let browser = Browser::of(who);
        let page = browser.page(&path).await;
        assert!(page.contains(&format!("<option value=\"{}\"", zoe.member)), "{page}");
        leads_to(&send(&browser, &path, &untouched(&page)).await);
        assert_eq!(holder(&owner, &contact).await, json!(zoe.member));
    }
    let empty = Browser::of(&owner).send(&path, &[("assignee", "")]).await;
    assert_eq!(empty.status, 422, "{empty}");
    assert!(empty.text().contains("member-error"), "{empty}");
    assert_eq!(holder(&owner, &contact).await, json!(zoe.member));
    leads_to(&Browser::of(&owner).send(&path, &[("assignee", "none"), ("seen", &zoe.member)]).await);
    assert_eq!(holder(&owner, &contact).await, json!(null));
}

#[tokio::test]
async fn what_was_chosen_stays_chosen_while_one_looks_for_others_and_after_a_refusal() {
    let (_, owner) = House::governed().await;
    let (bo, zoe) =
        (owner.hire("bo@example.test", &owner.root, "agent").await, owner.hire("zoe@example.test", &owner.root, "agent").await);
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    let (browser, path) = (Browser::of(&owner), format!("contacts/{contact}/assignee"));
    let chosen = format!("<option value=\"{}\"", zoe.member);
    let is_chosen =
        |page: &str| page.split(&chosen).nth(1).is_some_and(|rest| rest.split('>').next().unwrap().contains("selected"));
    let looked = browser.send(&path, &[("assignee", &zoe.member), ("find", "bo@"), ("intent", "preview")]).await.text();
    assert!(is_chosen(&looked) && looked.contains(&bo.member), "{looked}");
    owner.deactivate(&zoe).await;
    let refused = browser.send(&path, &[("assignee", &zoe.member), ("seen", "none")]).await;
    assert_eq!(refused.status, 422, "{refused}");
    assert!(is_chosen(&refused.text()), "{refused}");
}

#[tokio::test]
async fn a_contact_that_changed_hands_meanwhile_is_not_taken_away_unseen() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let contact = owner.contact(&owner.root, "Petra Lind", None).await;
    let (browser, path) = (Browser::of(&owner), format!("contacts/{contact}/assignee"));
    let form = untouched(&browser.page(&path).await);
    owner.put(&path, json!({ "member": bo.member })).await.expect(200);
    let late = send(&browser, &path, &form).await;
    assert_eq!(late.status, 412, "{late}");
    assert_eq!(holder(&owner, &contact).await, json!(bo.member));
    assert_eq!(hidden(&late.text(), "seen"), bo.member, "sent again, it is meant");
}

#[tokio::test]
async fn who_takes_care_is_offered_to_be_changed_only_where_the_reader_may() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let north = chief.workspace(&chief.root, "North").await;
    let (here, there) = (chief.contact(&chief.root, "Down here", None).await, chief.contact(&north, "Up there", None).await);
    // Everywhere this one sees contacts, but may not take care of them in the north.
    let bo = chief.hire("bo@example.test", &chief.root, "clerk").await;
    chief.regrant(&bo, &north, "clerk", &["hands_off"]).await;
    let page = Browser::of(&bo).page("contacts").await;
    assert!(page.contains("Down here") && page.contains("Up there"), "{page}");
    assert!(page.contains(&format!("contacts/{here}/assignee")) && !page.contains(&format!("contacts/{there}/assignee")), "{page}");
    let form = Browser::of(&bo).page("contacts/new").await;
    assert!(form.contains(&chief.root) && !form.contains(&north), "{form}");
}
