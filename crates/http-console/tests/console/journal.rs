//! The journal: everything that can happen is in its filter, people are chosen in it, and its values are words.

use serde_json::json;

use super::browser::Browser;
use super::support::House;

#[tokio::test]
async fn whatever_can_happen_can_be_looked_for() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    for language in ["en", "de"] {
        owner.patch("members/me", json!({ "language": language })).await.expect(200);
        let page = browser.page("journal").await;
        for kind in tenure_domain::event::Event::KINDS {
            let option = page.split(&format!("<option value=\"{kind}\">")).nth(1).unwrap_or_else(|| panic!("{kind}: {page}"));
            let name = option.split('<').next().unwrap();
            assert_ne!(name, kind.replace('_', " "), "{kind} has no name in {language}");
        }
    }
}

#[tokio::test]
async fn entries_are_looked_for_by_person() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.hire("cy@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    let page = browser.page("journal?find=bo%40").await;
    for id in ["by-actor", "by-target"] {
        let select = page.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("</select>").next().unwrap();
        assert!(select.contains(&bo.member) && !select.contains("Cy Example"), "{select}");
    }
    let about = browser.page(&format!("journal?target={}", bo.member)).await;
    let chosen = format!("<option value=\"{}\"", bo.member);
    assert!(about.split(&chosen).any(|rest| rest.split('>').next().unwrap().ends_with("selected")), "{about}");
}

#[tokio::test]
async fn values_are_in_the_readers_words() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.regrant(&bo, &owner.root, "manager", &["no_data_export"]).await;
    owner.patch("members/me", json!({ "language": "de" })).await.expect(200);
    let page = Browser::of(&owner).page("journal?kind=access_changed").await;
    for there in
        ["<th scope=\"row\">Stufen</th><td>Agent</td><td>Manager</td>", "Einschränkungen</th><td></td><td>No export of data"]
    {
        assert!(page.contains(there), "{there}: {page}");
    }
    assert!(!page.contains(">levels<") && !page.contains("no_data_export"), "{page}");
}

#[tokio::test]
async fn who_was_refused_did_not_refuse() {
    let (house, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    bo.get("members").await.expect(403);
    house.pass(std::time::Duration::from_hours(1));
    bo.get("members").await.expect(403);
    let page = Browser::of(&owner).page("journal?kind=access_refused").await;
    assert!(
        page.contains("<b>Bo Example</b> was refused something") && page.contains("You don’t have the right to do this here."),
        "{page}"
    );
}

#[tokio::test]
async fn a_day_begins_at_the_readers_midnight() {
    let (house, owner) = House::governed().await;
    owner.patch("members/me", json!({ "time_zone": "Pacific/Auckland" })).await.expect(200);
    let day = |at: tenure_domain::Instant| at.to_string()[..10].to_owned();
    let now = house.now();
    // When it is noon in UTC, the next day has begun there.
    let tomorrow = day(now.plus(tenure_domain::DAY));
    let midday = tenure_http_base::instant(&format!("{}T12:30:00Z", day(now))).unwrap();
    house.set(midday.max(now));
    owner.workspace(&owner.root, "Made in the morning there").await;
    let browser = Browser::of(&owner);
    let page = browser.page(&format!("journal?since={tomorrow}&kind=workspace_created")).await;
    assert!(page.contains("Made in the morning there"), "{page}");
    assert_eq!(browser.open("journal?since=yesterday").await.status, 422);
}
