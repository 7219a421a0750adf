//! Lists of members: search, filters, sorts, pages, counts.

use std::time::Duration;

use serde_json::json;

use crate::support::{Client, House};

async fn names(client: &Client, query: &str) -> Vec<String> {
    client.get(&format!("members{query}")).await.column("display_name")
}

/// An owner, two managers, two agents, one of them in the north alone, and somebody pending.
async fn people() -> (House, Client, String) {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    house.pass(Duration::from_mins(1));
    owner.hire("mia@example.test", &owner.root, "manager").await;
    house.pass(Duration::from_hours(24));
    owner.hire("aron@example.test", &owner.root, "agent").await;
    house.pass(Duration::from_hours(24));
    owner.hire("berta@example.test", &north, "agent").await;
    owner.pending("zoe@elsewhere.test", &north, "agent").await;
    (house, owner, north)
}

#[tokio::test]
async fn a_list_of_members_is_read_page_by_page() {
    let (house, owner, _) = people().await;
    house.tape().start();
    owner.get("members?limit=2&count=true").await.expect(200);
    golden!("members", house.tape().take());
    let mut all = Vec::new();
    let mut path = "members?limit=2".to_owned();
    loop {
        let page = owner.get(&path).await;
        all.extend(page.column("display_name"));
        let next = page.json()["next"].as_str().map(str::to_owned);
        let link = page.header("link").map(str::to_owned);
        assert_eq!(next.is_some(), link.is_some(), "the header says what the body says");
        let Some(link) = link else { break };
        let target = link.strip_prefix('<').and_then(|rest| rest.strip_suffix(">; rel=\"next\"")).expect("a link to the next page");
        assert!(target.ends_with(&format!("cursor={}", next.unwrap())), "{link}");
        path = target.strip_prefix("/api/v1").expect("a whole path").to_owned();
    }
    assert_eq!(all, ["Aron Example", "Berta Example", "Mia Example", "Olga Owner", "zoe@elsewhere.test"]);
}

#[tokio::test]
async fn people_are_found_by_part_of_name_or_address_whatever_the_case() {
    let (_, owner, _) = people().await;
    assert_eq!(names(&owner, "?q=BERT").await, ["Berta Example"]);
    assert_eq!(names(&owner, "?q=elsewh").await, ["zoe@elsewhere.test"]);
    assert_eq!(names(&owner, "?q=nobody").await, Vec::<String>::new());
    assert_eq!(names(&owner, "?q=%20%20").await.len(), 5, "a blank search is none");
    for odd in ["%25", "_", "%27", "%22*%22", "%5C"] {
        let answer = owner.get(&format!("members?q={odd}")).await;
        assert!(answer.status == 200 && answer.items().is_empty(), "{odd} is text: {answer}");
    }
}

#[tokio::test]
async fn filters_of_one_name_mean_or_and_of_different_names_and() {
    let (_, owner, north) = people().await;
    assert_eq!(names(&owner, "?status=pending").await, ["zoe@elsewhere.test"]);
    assert_eq!(names(&owner, "?status=pending&status=active").await.len(), 5);
    assert_eq!(names(&owner, "?level=manager&level=owner").await, ["Mia Example", "Olga Owner"]);
    assert_eq!(names(&owner, "?level=agent&status=active").await, ["Aron Example", "Berta Example"]);
    assert_eq!(names(&owner, &format!("?workspace={north}&inherited=false")).await, ["Berta Example", "zoe@elsewhere.test"]);
    assert_eq!(names(&owner, &format!("?workspace={north}")).await.len(), 5);
    assert_eq!(names(&owner, &format!("?workspace={}", owner.root)).await, ["Aron Example", "Mia Example", "Olga Owner"]);
    assert_eq!(names(&owner, &format!("?workspace={north}&level=agent&inherited=false&q=zoe")).await, ["zoe@elsewhere.test"]);
    assert_eq!(names(&owner, "?level=unheard_of").await, Vec::<String>::new());
}

#[tokio::test]
async fn own_and_inherited_grants_are_told_apart() {
    let (_, owner, north) = people().await;
    let items = owner.get(&format!("members?workspace={north}")).await.items();
    let inherited = |name: &str| {
        let row = items.iter().find(|row| row["display_name"] == name).unwrap();
        row["grants"][0]["inherited"].as_bool().unwrap()
    };
    assert!(inherited("Aron Example") && !inherited("Berta Example"));
}

#[tokio::test]
async fn sorts_go_both_ways() {
    let (_, owner, _) = people().await;
    let up = names(&owner, "?sort=name").await;
    let mut down = names(&owner, "?sort=-name").await;
    down.reverse();
    assert_eq!(up, down);
    assert_eq!(names(&owner, "?sort=email").await.first().unwrap(), "Aron Example");
    assert_eq!(names(&owner, "?sort=-email").await.first().unwrap(), "zoe@elsewhere.test");
    let others = "level=agent&level=manager";
    let last_first = names(&owner, &format!("?sort=-last_active&{others}")).await;
    assert_eq!(last_first, ["Berta Example", "Aron Example", "Mia Example", "zoe@elsewhere.test"]);
    let mut longest_first = names(&owner, &format!("?sort=last_active&{others}")).await;
    longest_first.reverse();
    assert_eq!(longest_first, last_first);
}

#[tokio::test]
async fn those_who_were_not_active_for_days_are_found_with_those_who_never_were() {
    let (house, owner, _) = people().await;
    house.pass(Duration::from_hours(1));
    let idle = names(&owner, "?not_active_for_days=1&status=active&level=agent&level=manager").await;
    assert_eq!(idle, ["Aron Example", "Mia Example"]);
    assert_eq!(names(&owner, "?not_active_for_days=1&status=pending").await, ["zoe@elsewhere.test"]);
    assert_eq!(names(&owner, "?not_active_for_days=100&level=agent&status=active").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_count_is_given_when_it_is_asked_for() {
    let (_, owner, _) = people().await;
    assert_eq!(
        owner.get("members?count=true&status=active&limit=1").await.expect(200)["count"],
        json!({ "value": 4, "exact": true })
    );
    assert!(owner.get("members").await.expect(200).get("count").is_none());
}

#[tokio::test]
async fn who_looks_sees_members_at_above_and_below_their_workspaces() {
    let (_, owner, north) = people().await;
    let south = owner.workspace(&owner.root, "South").await;
    owner.hire("sven@example.test", &south, "agent").await;
    let manager = owner.hire("max@example.test", &north, "manager").await;
    let seen = names(&manager, "").await;
    assert_eq!(seen, ["Aron Example", "Berta Example", "Max Example", "Mia Example", "Olga Owner", "zoe@elsewhere.test"]);
    assert_eq!(names(&manager, "?q=sven").await, Vec::<String>::new());
    manager.get(&format!("members?workspace={south}")).await.refused("not_found", "");
}

#[tokio::test]
async fn whoever_may_see_members_nowhere_is_told_so() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    agent.get("members").await.refused("forbidden", "missing_permission");
    agent.get(&format!("members?workspace={}", owner.root)).await.refused("forbidden", "missing_permission");
    agent.get("invitations").await.refused("forbidden", "missing_permission");
    agent.get(&format!("members/{}", owner.member)).await.refused("not_found", "");
    agent.get(&format!("members/{}", agent.member)).await.expect(200);
}
