//! The list of members: looked through by what its address says.

use super::browser::Browser;
use super::support::House;

#[tokio::test]
async fn w1_w2_the_list_shows_who_is_here_and_is_searched_sorted_and_filtered_by_its_address() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    owner.hire("ada@example.test", &north, "agent").await;
    owner.hire("max@example.test", &owner.root, "manager").await;
    owner.pending("cy@example.test", &north, "agent").await;
    let browser = Browser::of(&owner);
    let all = browser.page("members").await;
    for there in ["Olga Owner", "Ada Example", "ada@example.test", "Manager", "in North", "Pending", "4 people"] {
        assert!(all.contains(there), "{there}: {all}");
    }
    let names = |page: &str| -> Vec<String> {
        page.split("data-open>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&all), ["Ada Example", "cy@example.test", "Max Example", "Olga Owner"]);
    assert_eq!(names(&browser.page("members?sort=-name").await), ["Olga Owner", "Max Example", "cy@example.test", "Ada Example"]);
    assert_eq!(names(&browser.page("members?q=exam&status=active&level=agent").await), ["Ada Example"]);
    assert_eq!(names(&browser.page("members?status=pending&status=&q=").await), ["cy@example.test"], "empty fields say nothing");
    assert_eq!(names(&browser.page(&format!("members?workspace={north}&level=manager")).await), ["Max Example"], "inherited");
    let chips = browser.page("members?q=exam&status=active").await;
    assert!(chips.contains("Search: exam") && chips.contains("Status: Active"), "{chips}");
    assert!(chips.contains("href=\"/organizations/") && chips.contains("members?q=exam\""), "the list without a filter: {chips}");
    assert!(browser.page("members?q=nobodyatall").await.contains("Nobody matches"));
    assert_eq!(browser.open("members?status=asleep").await.status, 422);
    assert_eq!(browser.open("members?cursor=made-up").await.status, 400);
}

#[tokio::test]
async fn pages_follow_each_other_and_lead_back_to_the_first() {
    let (_, owner) = House::governed().await;
    for batch in 0..2 {
        let emails: Vec<String> = (0..40).map(|n| format!("p{batch}{n:02}@example.test")).collect();
        let body = serde_json::json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] });
        owner.post("invitations", body).await.expect(200);
    }
    let browser = Browser::of(&owner);
    let first = browser.page("members?status=pending").await;
    let rows = |page: &str| page.matches("<tr id=\"m-").count();
    assert_eq!(rows(&first), 50);
    let next = first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap();
    let second = browser.page(&next.replace("&#38;", "&")).await;
    assert_eq!(rows(&second), 30);
    assert!(second.contains("First page") && !second.contains("rel=\"next\""), "{second}");
}

#[tokio::test]
async fn whether_members_are_a_table_or_cards_is_remembered_where_the_address_does_not_say() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let view = |page: &str| page.split("data-view=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let first = browser.open("members").await;
    assert_eq!((view(&first.text()).as_str(), first.header("set-cookie")), ("table", None), "a table first");
    let chosen = browser.open("members?view=cards").await;
    let flags = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
    assert_eq!(view(&chosen.text()), "cards");
    assert_eq!(chosen.header("set-cookie").unwrap(), format!("tenure_view=cards{flags}"));
    let mut later = owner.clone();
    later.cookie = owner.cookie.as_ref().map(|session| format!("{session}; tenure_view=cards"));
    let later = Browser::of(&later);
    let again = later.open("members?q=olga").await;
    assert_eq!((view(&again.text()).as_str(), again.header("set-cookie")), ("cards", None));
    assert!(again.text().contains("members?q=olga&#38;view=table"), "the way back says so: {again}");
    let back = later.open("members?view=table").await;
    assert_eq!(view(&back.text()), "table");
    assert_eq!(back.header("set-cookie").unwrap(), format!("tenure_view=table{flags}"));
    let made_up = later.open("members?view=%3Bx").await;
    assert_eq!(made_up.header("set-cookie").unwrap(), format!("tenure_view=table{flags}"), "a word of ours alone");
}
