//! The journal: what it keeps, how it is read, and how it is sealed without gaps.

use std::sync::Arc;

use serde_json::{Value, json};
use tenure_domain::event::{Detail, Event};
use tenure_domain::record::{Actor, Record};
use tenure_domain::{Reason, RecordId, WorkspaceId};
use tenure_port_store::{JournalFilter, JournalRow, PageAsk, Store};
use uuid::Uuid;

use crate::contract::cases;
use crate::samples::{Office, at, email, instant, new, offer, record};

fn renamed(workspace: WorkspaceId) -> Event {
    let name = |name: &str| [("name", Detail::Text(name.to_owned()))].into();
    Event::WorkspaceChanged { workspace, before: name("a"), after: name("b") }
}

async fn append(office: &Office, records: &[Record]) {
    let mut unit = office.open().await;
    unit.journal().append(records).await.unwrap();
    unit.commit().await.unwrap();
}

async fn read(office: &Office, filter: &JournalFilter, limit: u32) -> Vec<JournalRow> {
    let mut ask = PageAsk::first(limit);
    let mut rows = Vec::new();
    loop {
        let page = office.store.queries().journal(office.id(), filter, &ask).await.unwrap();
        rows.extend(page.items);
        let Some(after) = page.next else { return rows };
        ask.after = Some(after);
    }
}

/// A detail as JSON: what clients read and exports hold.
fn plain(detail: &Detail) -> Value {
    match detail {
        Detail::Text(text) => json!(text),
        Detail::Words(words) => json!(words),
        Detail::List(list) => {
            list.iter().map(|of| of.iter().map(|(name, detail)| ((*name).to_owned(), plain(detail))).collect::<Value>()).collect()
        }
        Detail::Number(number) => json!(number),
        Detail::Flag(flag) => json!(flag),
        Detail::Nothing => Value::Null,
    }
}

async fn an_entry_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.chief;
    let details = [
        ("flag", Detail::Flag(true)),
        ("list", Detail::List(vec![[("number", Detail::Number(1))].into(), [("text", Detail::Text("x".to_owned()))].into()])),
        ("nothing", Detail::Nothing),
        ("number", Detail::Number(-7)),
        ("text", Detail::Text("“Zoë” \\ \u{1F98A}".to_owned())),
        ("words", Detail::Words(vec!["a".to_owned(), "b".to_owned()])),
    ];
    let events = [
        (Actor::System, Event::OrganizationChanged { organization: office.id(), before: details.into(), after: [].into() }),
        (Actor::Member(member), renamed(office.root())),
        (
            Actor::Operator(new()),
            Event::AccessChanged { member, workspace: office.root(), before: offer(&["clerk"]), after: offer(&["agent", "chief"]) },
        ),
        (Actor::Member(member), Event::ContactAssigned { contact: new(), before: Some(member), after: None }),
        (Actor::System, Event::InvitationWithdrawn { member: new(), email: email("gone@bücher.example"), workspaces: vec![new()] }),
        (Actor::System, Event::AccessRefused { member, rule: "not_oneself", times: 3 }),
    ];
    let mut records: Vec<Record> = events
        .into_iter()
        .enumerate()
        .map(|(number, (actor, event))| record(office.id(), instant(i64::try_from(number).unwrap()), actor, event))
        .collect();
    records[1].reason = Some(Reason::parse("Because.\nAnd “so”.").unwrap());
    append(&office, &records).await;
    append(&office, &[]).await;
    let rows = read(&office, &JournalFilter::default(), 200).await;
    records.reverse();
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(&records) {
        let actor = match record.actor {
            Actor::Member(id) => Some(id.uuid()),
            Actor::Operator(id) => Some(id.uuid()),
            Actor::System => None,
        };
        assert_eq!((row.id, row.at, row.position), (record.id, record.at, None));
        assert_eq!((row.actor_kind.as_str(), row.actor), (record.actor.word(), actor));
        let target = record.event.target();
        assert_eq!((row.kind.as_str(), row.target_kind.as_str(), row.target), (record.event.kind(), target.word(), target.uuid()));
        let sides = [(&row.before, record.event.before()), (&row.after, record.event.after())];
        for (found, told) in sides {
            let expected: serde_json::Map<String, Value> =
                told.iter().map(|(key, detail)| ((*key).to_owned(), plain(detail))).collect();
            assert_eq!(found, &Value::Object(expected));
        }
        assert_eq!(row.reason.as_deref(), record.reason.as_ref().map(Reason::as_str));
    }
}

fn seen(office: &Office, seconds: u64, actor: Actor) -> Record {
    record(office.id(), at(seconds), actor, Event::ProfileChanged { member: office.chief, fields: vec!["phone"] })
}

async fn the_journal_is_read_newest_first_whatever_order_it_was_written_in(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut records: Vec<Record> = [5, 1, 3, 3, 2, 5, 4].into_iter().map(|when| seen(&office, when, Actor::System)).collect();
    append(&office, &records[..4]).await;
    append(&office, &records[4..]).await;
    records.sort_by_key(|record| std::cmp::Reverse((record.at, record.id)));
    let expected: Vec<RecordId> = records.iter().map(|record| record.id).collect();
    for limit in [1, 2, 3, 7, 50] {
        let found: Vec<RecordId> = read(&office, &JournalFilter::default(), limit).await.iter().map(|row| row.id).collect();
        assert_eq!(found, expected, "pages of {limit}");
    }
}

async fn the_journal_is_filtered_by_actor_target_kind_and_time(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (member, operator) = (office.chief, new());
    let records = [
        record(office.id(), at(1), Actor::Member(member), renamed(tree.north)),
        record(office.id(), at(2), Actor::Operator(operator), renamed(tree.south)),
        record(office.id(), at(3), Actor::System, Event::ProfileChanged { member, fields: vec![] }),
        record(office.id(), at(4), Actor::Member(member), Event::ProfileChanged { member: new(), fields: vec![] }),
    ];
    append(&office, &records).await;
    let found = async |filter: JournalFilter| -> Vec<usize> {
        let rows = read(&office, &filter, 1).await;
        rows.iter().map(|row| records.iter().position(|record| record.id == row.id).unwrap()).collect()
    };
    let none = JournalFilter::default();
    assert_eq!(found(JournalFilter { actor: Some(member.uuid()), ..none.clone() }).await, [3, 0]);
    assert_eq!(found(JournalFilter { actor: Some(operator.uuid()), ..none.clone() }).await, [1]);
    assert_eq!(found(JournalFilter { target: Some(tree.north.uuid()), ..none.clone() }).await, [0]);
    assert_eq!(found(JournalFilter { target: Some(member.uuid()), ..none.clone() }).await, [2]);
    assert_eq!(found(JournalFilter { kind: Some("workspace_changed".into()), ..none.clone() }).await, [1, 0]);
    assert_eq!(found(JournalFilter { kind: Some("workspace".into()), ..none.clone() }).await, Vec::<usize>::new());
    assert_eq!(found(JournalFilter { since: Some(at(3)), ..none.clone() }).await, [3, 2], "at or after");
    let all = JournalFilter {
        actor: Some(member.uuid()),
        target: Some(tree.north.uuid()),
        kind: Some("workspace_changed".into()),
        since: Some(at(1)),
    };
    assert_eq!(found(all.clone()).await, [0]);
    assert_eq!(
        found(JournalFilter { since: Some(at(1).plus(std::time::Duration::from_micros(1))), ..all.clone() }).await,
        Vec::<usize>::new()
    );
    assert_eq!(found(JournalFilter { actor: Some(Uuid::now_v7()), ..all }).await, Vec::<usize>::new());
}

async fn seal_all(store: &Arc<dyn Store>, up_to: u32) -> u32 {
    let mut sealed = 0;
    loop {
        let now = store.errands().seal(up_to).await.unwrap();
        assert!(now <= up_to);
        sealed += now;
        if now == 0 {
            return sealed;
        }
    }
}

async fn sealing_numbers_committed_entries_without_gaps(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    for when in [3, 1, 2] {
        append(&office, &[seen(&office, when, Actor::System), seen(&office, when, Actor::System)]).await;
        append(&other, &[seen(&other, when, Actor::System)]).await;
    }
    let mut dropped = office.open().await;
    dropped.journal().append(&[seen(&office, 1, Actor::System)]).await.unwrap();
    drop(dropped);
    assert_eq!(seal_all(&store, 4).await, 9);
    let first = positions(&office).await;
    assert_eq!(first.len(), 6);
    gapless(&first);
    gapless(&positions(&other).await);
    append(&office, &[seen(&office, 0, Actor::System)]).await;
    assert_eq!(seal_all(&store, 100).await, 1);
    let mut second = positions(&office).await;
    let late = second.pop().unwrap();
    assert_eq!(second, first, "a position never changes");
    assert_eq!(late.1, first.iter().map(|entry| entry.1).max().unwrap() + 1, "what comes late is numbered late, whatever its time");
}

/// Id and position of every entry, oldest id first.
async fn positions(office: &Office) -> Vec<(RecordId, u64)> {
    let rows = read(office, &JournalFilter::default(), 200).await;
    let mut found: Vec<_> = rows.into_iter().map(|row| (row.id, row.position.expect("it is sealed"))).collect();
    found.sort_unstable();
    found
}

fn gapless(positions: &[(RecordId, u64)]) {
    let mut numbers: Vec<u64> = positions.iter().map(|(_, position)| *position).collect();
    numbers.sort_unstable();
    assert!(numbers[0] <= 1, "it begins at the beginning");
    assert!(numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{numbers:?}");
}

cases!($ journal:
    an_entry_is_kept_as_it_is,
    the_journal_is_read_newest_first_whatever_order_it_was_written_in,
    the_journal_is_filtered_by_actor_target_kind_and_time,
    sealing_numbers_committed_entries_without_gaps,
);
