//! R4 and R5 on pages: what is hidden is in no byte that somebody masked or narrowed can get.

use serde_json::json;

use super::browser::Browser;
use super::support::{House, OWN_MODEL};

/// Numbers are shown in groups, too.
const SECRETS: [&str; 5] = ["+4930555000111", "555000111", "305\u{a0}550", "secret.kim@hidden.test", "hidden.test"];

#[tokio::test]
async fn r4_no_page_holds_what_is_hidden_from_its_reader() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let mia = owner.hire_with("mia@mask.test", &owner.root, "agent", &["mask_phone_email"]).await;
    let kim = owner.hire("secret.kim@hidden.test", &owner.root, "agent").await;
    kim.patch("members/me", json!({ "phone": "+4930555000111" })).await.expect(200);
    let contact = json!({ "workspace": owner.root, "name": "secret.kim@hidden.test", "email": "secret.kim@hidden.test",
        "phone": "+4930555000111", "assignee": mia.member });
    let contact = owner.post("contacts", contact).await.expect(201)["contacts"][0].as_str().unwrap().to_owned();
    let browser = Browser::of(&mia);
    let paths = [
        "contacts".to_owned(),
        "contacts?q=secret".to_owned(),
        "contacts?q=555000111".to_owned(),
        "contacts?assignee=me".to_owned(),
        format!("contacts?assignee={}", kim.member),
        format!("contacts/{contact}/assignee"),
        format!("contacts/{contact}/assignee?find=hidden"),
        format!("members/{}", kim.member),
        "members".to_owned(),
        "members?q=hidden&sort=email".to_owned(),
        format!("members/{}/profile", kim.member),
        "journal".to_owned(),
        "mail".to_owned(),
        "members/me".to_owned(),
    ];
    for path in paths {
        let answer = browser.open(&path).await;
        for secret in SECRETS {
            // What somebody looks for comes back in the field that they typed it into.
            let text = answer.text().replace("value=\"555000111\"", "").replace("q=555000111", "").replace("value=\"hidden\"", "");
            assert!(!text.contains(secret), "{path}: {answer}");
        }
    }
    assert!(browser.page("contacts").await.contains("Hidden"));
    assert!(browser.page("contacts?q=secret").await.contains("No contact matches"), "what is hidden isn't searched");
    assert!(Browser::of(&owner).page("contacts").await.contains("secret.kim@hidden.test"), "to others it is there");
}

#[tokio::test]
async fn r5_a_contact_out_of_sight_answers_as_one_that_is_not_there() {
    let (_, owner) = House::governed().await;
    let ned = owner.hire_with("ned@example.test", &owner.root, "agent", &["contacts_own"]).await;
    let theirs = owner.contact(&owner.root, "Somebody's", Some(&owner.member)).await;
    let own = owner.contact(&owner.root, "Ned's own", Some(&ned.member)).await;
    let browser = Browser::of(&ned);
    let page = browser.page("contacts").await;
    assert!(page.contains("Ned&#39;s own") && !page.contains("Somebody"), "{page}");
    browser.page(&format!("contacts/{own}/assignee")).await;
    let unseen = browser.open(&format!("contacts/{theirs}/assignee")).await;
    let made_up = browser.open("contacts/01955500-0000-7000-8000-00000000ffff/assignee").await;
    assert_eq!((unseen.status.as_u16(), unseen.text()), (404, made_up.text()));
    let assigned = browser.send(&format!("contacts/{theirs}/assignee"), &[("assignee", &ned.member)]).await;
    assert_eq!(assigned.status, 404, "{assigned}");
}

#[tokio::test]
async fn r4_who_sees_others_masked_still_keeps_their_own_number() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let mia = owner.hire_with("mia@mask.test", &owner.root, "agent", &["mask_phone_email"]).await;
    let browser = Browser::of(&mia);
    let version = super::browser::hidden(&browser.page("members/me/profile").await, "version");
    let form = [
        ("first_name", "Mia"),
        ("last_name", "Masked"),
        ("phone", "+4930555000222"),
        ("language", "en"),
        ("time_zone", "Etc/UTC"),
        ("version", version.as_str()),
    ];
    // By the id, as the page's own form does.
    browser.sent(&format!("members/{}/profile", mia.member), &form).await;
    assert_eq!(mia.get("members/me").await.expect(200)["phone"], "+4930555000222");
}

#[tokio::test]
async fn r4_no_page_of_somebody_masked_who_manages_people_holds_what_is_hidden() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@hidden.test", &json!({ "access_model": OWN_MODEL })).await;
    let lia = chief.hire_with("lia@mask.test", &chief.root, "lead", &["blind"]).await;
    let kim = chief.hire("secret.kim@hidden.test", &chief.root, "clerk").await;
    kim.patch("members/me", json!({ "phone": "+4930555000111" })).await.expect(200);
    let (pending, _) = chief.pending("secret.di@hidden.test", &chief.root, "clerk").await;
    let gone = chief.hire("secret.ed@hidden.test", &chief.root, "clerk").await;
    let receipt = chief.revoke(&gone, &chief.root).await;
    let contact = json!({ "workspace": chief.root, "name": "secret.kim@hidden.test", "email": "secret.kim@hidden.test",
        "phone": "+4930555000111", "assignee": kim.member });
    let contact = chief.post("contacts", contact).await.expect(201)["contacts"][0].as_str().unwrap().to_owned();
    let north = chief.workspace(&chief.root, "North").await;
    let browser = Browser::of(&lia);
    let pages = [
        "members".to_owned(),
        "members?status=pending".to_owned(),
        "members/new".to_owned(),
        format!("members/{}", kim.member),
        format!("members/{}?permission=contacts.view&workspace={}", kim.member, chief.root),
        format!("members/{pending}"),
        format!("members/{}/profile", kim.member),
        format!("members/{}/grants/new", kim.member),
        kim.grant(&chief.root),
        kim.grant(&north),
        format!("{}/revocation?contacts=assign_to&find=secret", kim.grant(&chief.root)),
        format!("members/{}/deletion", kim.member),
        "receipts".to_owned(),
        format!("receipts/{receipt}"),
        "contacts".to_owned(),
        format!("contacts?assignee={}", kim.member),
        format!("contacts/{contact}/assignee?find=secret"),
    ];
    for path in pages {
        let page = browser.page(&path).await;
        for secret in SECRETS {
            assert!(!page.contains(secret), "{path}: {page}");
        }
    }
    // What is hidden isn't looked through either.
    for path in ["members?q=hidden.test", "contacts?q=555000111"] {
        let page = browser.page(path).await;
        assert!(!page.contains(&kim.member) && !page.contains(&contact), "{path}: {page}");
    }
    let seen = Browser::of(&chief).page(&format!("members/{}", kim.member)).await;
    assert!(
        seen.contains("secret.kim@hidden.test") && seen.contains("tel:+4930555000111\">+49\u{a0}305\u{a0}550"),
        "to others it is there: {seen}"
    );
}
