//! The journal as CSV: which entries it has, what it hides, who may, and that it says so itself.

use std::time::Duration;

use serde_json::json;

use super::exports::{cells, column, rows};
use crate::support::House;

#[tokio::test]
async fn a_sheet_of_the_journal_has_the_entries_of_the_list_in_its_order() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    house.pass(Duration::from_mins(1));
    let north = manager.workspace(&owner.root, "North").await;
    owner.patch(&format!("workspaces/{north}"), json!({ "name": "Far North" })).await.expect(200);
    for (query, entries) in [
        (String::new(), 7),
        (format!("?actor={}", manager.member), 2),
        (format!("?target={north}"), 2),
        ("?kind=member_invited".to_owned(), 1),
        ("?kind=unheard_of".to_owned(), 0),
        ("?since=2026-03-02T12:01:00Z".to_owned(), 4),
    ] {
        let sheet = owner.get(&format!("journal.csv{query}")).await;
        let list = owner.get(&format!("journal{query}")).await;
        assert_eq!(column(&sheet, "id"), list.column("id"), "{query}");
        assert_eq!(column(&sheet, "kind"), list.column("kind"), "{query}");
        // Each export is an entry of its own.
        assert!(rows(&sheet).len() >= entries, "{query}: {sheet}");
    }
    owner.get("journal.csv?since=yesterday").await.wrong("since", "instant");
    owner.get("journal.csv?limit=5").await.refused("invalid", "");
}

#[tokio::test]
async fn a_sheet_of_the_journal_says_what_it_is_and_who_is_meant() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    let path = format!("{}/revocation", agent.grant(&north));
    owner.post(&path, json!({ "reason": "=left()" })).await.expect(200);
    let sheet = owner.get("journal.csv?kind=access_revoked").await;
    assert_eq!(sheet.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(sheet.header("content-disposition"), Some("attachment; filename=\"journal-2026-03-02.csv\""));
    let heads = "position id at kind actor_kind actor actor_name target_kind target target_name before after reason";
    assert_eq!(cells(&sheet.text())[0].join(" "), heads);
    assert!(sheet.text().contains(",\"'=left()\"\r\n"), "g4: {sheet}");
    let told = |head: &str| column(&sheet, head).remove(0);
    let entry = owner.get("journal?kind=access_revoked").await.items().remove(0);
    assert_eq!([told("actor"), told("actor_name")], [owner.member.clone(), "Olga Owner".to_owned()]);
    assert_eq!([told("target"), told("target_name")], [agent.member.clone(), "Bo Example".to_owned()]);
    for side in ["before", "after"] {
        let said = told(side);
        let side = &entry[side];
        let expected = if side.as_object().is_none_or(serde_json::Map::is_empty) { String::new() } else { side.to_string() };
        assert_eq!(said, expected);
    }
    assert!(told("before").contains("agent"), "{sheet}");
    assert_eq!(told("reason"), "=left()");
}

#[tokio::test]
async fn w4_the_journal_leaves_with_nobody_who_may_not_take_everybody_out() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let restricted = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    let below = owner.hire("mia@example.test", &owner.root, "manager").await;
    below.get("journal.csv").await.expect(200);
    owner.regrant(&below, &north, "manager", &["no_data_export"]).await;
    for who in [&agent, &restricted, &below] {
        let problem = who.get("journal.csv").await.refused("forbidden", "missing_permission");
        assert!(!problem.to_string().contains('@'));
    }
    for who in [&restricted, &below] {
        who.get("journal").await.expect(200);
    }
    let there = owner.hire("ned@example.test", &north, "manager").await;
    there.get("journal.csv").await.refused("not_found", "");
    let exports = owner.get("journal?kind=journal_exported").await;
    assert_eq!(exports.items().len(), 1, "only what was taken out: {exports}");
}

#[tokio::test]
async fn r4_a_masked_persons_sheet_of_the_journal_hides_what_their_journal_hides() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let (_, invitation) = owner.pending("pat.secret@hidden.test", &owner.root, "agent").await;
    owner.patch(&format!("invitations/{invitation}"), json!({ "email": "pit.secret@hidden.test" })).await.expect(200);
    let south = owner.workspace(&owner.root, "South").await;
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &south, "agent", &["mask_phone_email"]).await;
    assert!(owner.get("journal.csv").await.text().contains("hidden.test"), "to others it is there");
    let sheet = masked.get("journal.csv").await;
    assert!(column(&sheet, "kind").contains(&"invitation_corrected".to_owned()));
    assert!(!sheet.text().contains("hidden.test"), "{sheet}");
}

#[tokio::test]
async fn r19_an_export_of_the_journal_is_in_it_with_its_filter() {
    let (_, owner) = House::governed().await;
    let query = format!("journal.csv?actor={}&kind=member_invited&since=2026-03-01T12:00:00Z", owner.member);
    owner.get(&query).await.expect(200);
    owner.get("journal.csv?kind=Ada%20Lovelace").await.expect(200);
    let sheet = owner.get("journal.csv").await;
    assert_eq!(column(&sheet, "kind")[0], "journal_exported", "before its first byte leaves");
    let entries = owner.get("journal?kind=journal_exported").await;
    let [all, unknown, filtered] = &entries.items()[..] else { panic!("one for each: {entries}") };
    assert_eq!((&all["after"], &unknown["after"]), (&json!({}), &json!({})), "what is no word is not kept");
    let expected = json!({ "actor": owner.member, "kind": "member_invited", "since": "2026-03-01T12:00:00Z" });
    assert_eq!(filtered["after"], expected);
    assert_eq!((&filtered["actor"]["id"], &filtered["target"]["kind"]), (&json!(owner.member), &json!("organization")));
}
