//! Members as CSV: whom it has, what it hides, who may, and what the journal says of it.

use axum::http::Method;
use http_body_util::BodyExt as _;
use serde_json::json;

use crate::support::{Answer, Client, House};

/// The rows of a sheet by their heads, with the guards taken away.
pub(super) fn rows(answer: &Answer) -> Vec<Vec<(String, String)>> {
    answer.expect(200);
    let mut lines = cells(&answer.text()).into_iter();
    let heads = lines.next().unwrap();
    let read = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    lines.map(|line| heads.iter().cloned().zip(line.iter().map(read)).collect()).collect()
}

/// Lines of quoted cells, read by hand: what the writer of sheets makes is not read with the same crate.
pub(super) fn cells(text: &str) -> Vec<Vec<String>> {
    let line = |line: &str| {
        let inner =
            line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or_else(|| panic!("all is quoted: {line}"));
        inner.split("\",\"").map(|cell| cell.replace("\"\"", "\"")).collect()
    };
    text.strip_suffix("\r\n").expect("a line ends").split("\r\n").map(line).collect()
}

pub(super) fn column(answer: &Answer, name: &str) -> Vec<String> {
    rows(answer).into_iter().map(|row| row.into_iter().find(|(head, _)| head == name).unwrap().1).collect()
}

#[tokio::test]
async fn a_sheet_has_whom_the_list_has_in_its_order() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.hire("berta@example.test", &north, "agent").await;
    owner.pending("zoe@elsewhere.test", &north, "agent").await;
    for query in [
        String::new(),
        "?sort=-name".to_owned(),
        "?sort=email&status=active".to_owned(),
        "?q=ber".to_owned(),
        "?level=agent&level=manager&sort=-last_active".to_owned(),
        format!("?workspace={north}&inherited=false"),
        format!("?workspace={north}"),
        "?q=nobody".to_owned(),
    ] {
        let sheet = owner.get(&format!("members.csv{query}")).await;
        let list = owner.get(&format!("members{query}")).await;
        for field in ["member", "email", "display_name", "status"] {
            assert_eq!(column(&sheet, field), list.column(field), "{field} {query}");
        }
    }
}

#[tokio::test]
async fn a_sheet_says_what_it_is_and_names_its_columns() {
    let (_, owner) = House::governed().await;
    owner.patch("members/me", json!({ "phone": "+49301234567" })).await.expect(200);
    let sheet = owner.get("members.csv").await;
    assert_eq!(sheet.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(sheet.header("content-disposition"), Some("attachment; filename=\"members-2026-03-02.csv\""));
    let lines = cells(&sheet.text());
    assert_eq!(
        lines[0].join(" "),
        "member email first_name last_name display_name status levels grants phone language time_zone last_active_at created_at"
    );
    let [member, root] = [&owner.member, &owner.root];
    let expected = format!(
        "{member}|olga@example.test|Olga|Owner|Olga Owner|active|owner|{root}:owner|'+49301234567|en|UTC|2026-03-02T12:00:00Z|\
         2026-03-02T12:00:00Z"
    );
    assert_eq!(lines[1].join("|"), expected);
}

#[tokio::test]
async fn g4_names_that_begin_formulas_are_text_in_a_sheet_and_come_back_as_they_were() {
    let (_, owner) = House::governed().await;
    for name in ["=HYPERLINK(\"http://evil.test\")", "@SUM(1)", "＝1+1", "'quoted", "-2", "a\",\"=1"] {
        owner.patch("members/me", json!({ "first_name": name })).await.expect(200);
        let sheet = owner.get("members.csv").await;
        if !name.starts_with('a') {
            let cell = format!(",\"'{}\",", name.replace('"', "\"\""));
            assert!(sheet.text().contains(&cell), "{cell} in {sheet}");
            assert_eq!(column(&sheet, "first_name"), [name]);
        }
        assert!(!sheet.text().contains(",\"="), "{sheet}");
    }
}

#[tokio::test]
async fn a_sheet_goes_on_where_a_page_ends() {
    let (_, owner) = House::governed().await;
    for hundred in 0..11 {
        let emails: Vec<String> = (0..100).map(|number| format!("p{hundred:02}{number:02}@many.test")).collect();
        owner.post("invitations", json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] })).await.expect(200);
    }
    let emails = column(&owner.get("members.csv?sort=email").await, "email");
    assert_eq!(emails.len(), 1_101);
    assert!(emails.is_sorted());
}

#[tokio::test]
async fn w4_who_may_not_export_is_refused_and_the_refusal_journalled() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let restricted = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    restricted.get("members").await.expect(200);
    for who in [&agent, &restricted] {
        for path in ["members.csv".to_owned(), format!("members.csv?workspace={}", owner.root)] {
            let problem = who.get(&path).await.refused("forbidden", "missing_permission");
            assert!(!problem.to_string().contains('@'));
        }
    }
    let journal = owner.journal().await;
    assert!(!journal.contains(&"members_exported".to_owned()), "{journal:?}");
    assert_eq!(journal.iter().filter(|kind| *kind == "access_refused").count(), 2, "one for each of them, coalesced");
}

#[tokio::test]
async fn w4_a_restriction_below_keeps_those_below_out_of_the_sheet() {
    let (_, owner) = House::governed().await;
    let [north, south] = [owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await];
    owner.hire("nora@example.test", &north, "agent").await;
    let both = owner.hire("both@example.test", &south, "agent").await;
    owner.regrant(&both, &north, "agent", &[]).await;
    let manager = owner.hire("max@example.test", &owner.root, "manager").await;
    owner.regrant(&manager, &north, "manager", &["no_data_export"]).await;
    assert_eq!(manager.get("members").await.column("display_name").len(), 4);
    let sheet = manager.get("members.csv").await;
    assert_eq!(column(&sheet, "display_name"), ["Both Example", "Max Example", "Olga Owner"]);
    assert_eq!(column(&sheet, "grants")[0], format!("{south}:agent"), "what they hold in the north stays there");
    manager.get(&format!("members.csv?workspace={north}")).await.refused("forbidden", "missing_permission");
    assert_eq!(manager.get(&format!("members.csv?workspace={south}")).await.status, 200);
}

#[tokio::test]
async fn r4_a_masked_persons_sheet_hides_what_their_list_hides() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    owner.patch("members/me", json!({ "phone": "+4917055500009" })).await.expect(200);
    owner.pending("pat.secret@hidden.test", &owner.root, "agent").await;
    let south = owner.workspace(&owner.root, "South").await;
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &south, "agent", &["mask_phone_email"]).await;
    let sheet = masked.get(&format!("members.csv?workspace={}", owner.root)).await;
    assert_eq!(column(&sheet, "email"), ["", "mia@example.test", ""], "oneself never: {sheet}");
    assert!(!sheet.text().contains("17055500009") && !sheet.text().contains("hidden.test"), "{sheet}");
    masked.get(&format!("members.csv?workspace={}&sort=email", owner.root)).await.refused("forbidden", "masked");
    let searched = masked.get(&format!("members.csv?workspace={}&q=hidden", owner.root)).await;
    assert_eq!(rows(&searched).len(), 0);
}

#[tokio::test]
async fn r19_an_export_is_journalled_with_its_filter_and_without_what_was_searched_for() {
    let (_, owner) = House::governed().await;
    let root = &owner.root;
    let query = format!("members.csv?workspace={root}&q=secret%40hidden.test&status=active&level=agent&not_active_for_days=1");
    owner.get(&query).await.expect(200);
    owner.get("members.csv").await.expect(200);
    let entries = owner.get("journal?kind=members_exported").await;
    let [plain, filtered] = &entries.items()[..] else { panic!("one for each: {entries}") };
    assert_eq!(plain["after"], json!({}));
    let expected = json!({
        "workspace": root, "inherited": true, "searched": true, "statuses": ["active"], "levels": ["agent"],
        "not_active_since": "2026-03-01T12:00:00Z",
    });
    assert_eq!(filtered["after"], expected);
    assert_eq!((&filtered["actor"]["id"], &filtered["target"]["kind"]), (&json!(owner.member), &json!("organization")));
    assert!(!entries.text().contains("secret"), "{entries}");
    owner.get("members.csv?sort=nonsense").await.wrong("sort", "unknown_sort");
    assert_eq!(owner.get("journal?kind=members_exported").await.items().len(), 2, "what was not exported is not told");
}

/// More people than the pages that wait for a client have.
async fn many(owner: &Client) {
    for hundred in 0..21 {
        let emails: Vec<String> = (0..100).map(|number| format!("p{hundred:02}{number:02}@many.test")).collect();
        owner.post("invitations", json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] })).await.expect(200);
    }
}

#[tokio::test]
async fn one_who_reads_no_further_keeps_nobody_else_from_exporting() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    many(&owner).await;
    let unread = owner.get("members.csv").open().await;
    assert_eq!(unread.status(), 200);
    let refused = owner.get("members.csv").await;
    refused.refused("unavailable", "busy");
    assert_eq!(refused.header("retry-after"), Some("10"));
    assert_eq!(rows(&manager.get("members.csv").await).len(), 2_102);
    let exported = async || owner.journal().await.iter().filter(|kind| *kind == "members_exported").count();
    assert_eq!(exported().await, 2, "what was refused is not told");
    drop(unread);
    // Whoever writes the sheet gets to hear of it.
    tokio::task::yield_now().await;
    owner.get("members.csv?q=olga").await.expect(200);
    owner.get("members.csv?q=olga").await.expect(200);
    assert_eq!(exported().await, 4);
}

#[tokio::test]
async fn a_server_that_stops_takes_the_connections_of_unread_exports_back() {
    let (house, owner) = House::governed().await;
    many(&owner).await;
    let unread = owner.get("members.csv").open().await;
    house.state().close();
    let closed = tokio::time::timeout(std::time::Duration::from_secs(20), house.store().close());
    closed.await.expect("nobody holds the database any more");
    assert!(unread.into_body().collect().await.is_err(), "what was cut short doesn't look whole");
}

#[tokio::test]
async fn g1_no_page_of_another_site_has_somebody_export() {
    let (_, owner) = House::governed().await;
    for site in ["cross-site", "same-site"] {
        owner.get("members.csv").header("sec-fetch-site", site).await.refused("forbidden", "foreign_origin");
    }
    assert!(!owner.journal().await.contains(&"members_exported".to_owned()));
    for site in ["same-origin", "none"] {
        owner.get("members.csv").header("sec-fetch-site", site).await.expect(200);
    }
}

#[tokio::test]
async fn the_head_of_a_sheet_says_what_would_come_and_exports_nothing() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let restricted = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    let head =
        async |who: &Client, query: &str| -> Answer { who.ask(Method::HEAD, who.path(&format!("members.csv{query}"))).await };
    let told = head(&owner, "").await;
    assert_eq!(told.status, 200);
    let sheet = owner.get("members.csv").await;
    for name in ["content-type", "content-disposition"] {
        assert_eq!(told.header(name), sheet.header(name));
    }
    assert_eq!(told.header("content-length"), None, "nobody has counted");
    for who in [&agent, &restricted] {
        assert_eq!(head(who, "").await.status, 403);
        assert_eq!(head(who, &format!("?workspace={}", owner.root)).await.status, 403);
    }
    assert_eq!(owner.journal().await.iter().filter(|kind| *kind == "members_exported").count(), 1);
}

#[tokio::test]
async fn a_client_that_takes_sheets_alone_is_served_one() {
    let (_, owner) = House::governed().await;
    owner.get("members.csv").header("accept", "text/csv").await.expect(200);
    owner.get("members.csv").header("accept", "text/html, */*;q=0.8").await.expect(200);
    owner.get("members").header("accept", "text/csv").await.refused("not_acceptable", "");
}
