//! The journal: who did what to whom, before and after (R19).

use std::time::Duration;

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn the_journal_tells_what_happened_before_and_after() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&owner.root);
    let body = json!({ "levels": ["manager"], "restrictions": ["no_settings"], "reason": "Promoted" });
    owner.put(&path, body).header("if-match", "\"v1\"").await.expect(200);
    owner.patch("", json!({ "name": "Acme Widgets" })).await.expect(200);
    house.tape().start();
    owner.get("journal").await.expect(200);
    golden!("journal", house.tape().take());
}

#[tokio::test]
async fn the_journal_is_filtered_by_actor_target_kind_and_time_and_read_by_pages() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    house.pass(Duration::from_mins(1));
    let north = manager.workspace(&owner.root, "North").await;
    owner.patch(&format!("workspaces/{north}"), json!({ "name": "Far North" })).await.expect(200);
    let kinds = async |query: &str| owner.get(&format!("journal?{query}")).await.column("kind");
    assert_eq!(kinds(&format!("actor={}", manager.member)).await, ["workspace_created", "invitation_accepted"]);
    assert_eq!(kinds(&format!("target={north}")).await, ["workspace_changed", "workspace_created"]);
    assert_eq!(kinds("kind=member_invited").await, ["member_invited"]);
    assert_eq!(kinds("kind=unheard_of").await, Vec::<String>::new());
    assert_eq!(kinds("since=2026-03-02T12:01:00Z").await, ["workspace_changed", "workspace_created"]);
    assert_eq!(kinds("since=2026-03-02T12:01:00.000001Z").await, Vec::<String>::new());
    assert_eq!(kinds(&format!("since=2026-03-02T13:01:00%2B01:00&actor={}", owner.member)).await, ["workspace_changed"]);
    let whole = kinds("").await;
    let mut paged = Vec::new();
    let mut query = "limit=2".to_owned();
    loop {
        let page = owner.get(&format!("journal?{query}")).await;
        paged.extend(page.column("kind"));
        let Some(next) = page.json()["next"].as_str().map(str::to_owned) else { break };
        query = format!("limit=2&cursor={next}");
    }
    assert_eq!(paged, whole);
    assert_eq!(whole.len(), 6);
}

#[tokio::test]
async fn the_journal_takes_its_right_at_the_root() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let below = owner.hire("mia@example.test", &north, "manager").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let manager = owner.hire("max@example.test", &owner.root, "manager").await;
    manager.get("journal").await.expect(200);
    agent.get("journal").await.refused("forbidden", "missing_permission");
    below.get("journal").await.refused("not_found", "");
}
