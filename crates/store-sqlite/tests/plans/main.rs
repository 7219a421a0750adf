//! No list reads a whole table or sorts one: SQLite's plans for every statement that a hall of 100,000 people makes queries run.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_collect, missing_docs, reason = "tests fail by panicking")]

mod recording;
mod rules;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};
use tempfile::TempDir;
use tenure_store_contract::hall::{Hall, Words, ask_everything};
use tenure_store_sql::SqlStore;
use tenure_store_sqlite::{OpenOptions, SqliteStore};

use self::recording::Recording;

const WORDS: Words = Words {
    id: |kind, number| format!("unhex(printf('%s%024x', '{kind}', {number}))"),
    json: |text| format!("({text})"),
    hash: |number| format!("unhex(printf('%064x', {number}))"),
    flags: ["1", "0"],
};

/// What units write for search beside the rows.
const SEARCH: [&str; 5] = [
    "insert into search_tenants (organization_id, number) select id, 1 from organizations",
    "insert into member_documents (document, organization_id, member_id) \
     select (1 << 40) + rowid, organization_id, id from memberships",
    "insert into member_search (rowid, name_key, email) select (1 << 40) + rowid, name_key, email from memberships",
    "insert into contact_documents (document, organization_id, contact_id) \
     select (1 << 40) + rowid, organization_id, id from contacts",
    "insert into contact_search (rowid, name_key, email, phone) select (1 << 40) + rowid, name_key, email, phone from contacts",
];

async fn filled(hall: &Hall, folder: &TempDir) -> SqliteStore {
    let file = folder.path().join("tenure.db");
    let store = SqliteStore::open(&file, OpenOptions::default()).await.unwrap();
    store.migrate().await.unwrap();
    let fast = SqliteConnectOptions::new().filename(&file).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Off);
    let mut connection = fast.connect().await.unwrap();
    for text in hall.fill(WORDS).into_iter().chain(SEARCH.map(str::to_owned)) {
        sqlx::raw_sql(AssertSqlSafe(text.clone())).execute(&mut connection).await.unwrap_or_else(|error| panic!("{error}: {text}"));
    }
    connection.close().await.unwrap();
    store
}

#[tokio::test]
async fn no_list_reads_or_sorts_a_whole_table() {
    let (hall, folder) = (Hall::default(), TempDir::new().unwrap());
    let recording = Recording::of(filled(&hall, &folder).await);
    let store = SqlStore::new(recording.clone());
    ask_everything(&hall, &store, |question| recording.about(question)).await;
    let statements = recording.statements();
    assert!(statements.len() > 200, "{} different statements", statements.len());
    let mut faults = Vec::new();
    for (question, sql) in &statements {
        let plan = recording.explain(sql).await;
        if let Some(fault) = rules::fault(sql.text(), &plan) {
            faults.push(format!("{fault}\n  {question}\n  {}\n{}", sql.text(), rules::shown(&plan)));
        }
    }
    assert!(faults.is_empty(), "{} of {} statements:\n{}", faults.len(), statements.len(), faults.join("\n\n"));
}
