//! No list reads a whole table or sorts one: Postgres's plans for every statement that a hall of 100,000 people makes queries
//! run, and how many rows each step of them really touches.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests fail by panicking")]

#[path = "../fresh.rs"]
mod fresh;
mod recording;
mod rules;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use tenure_store_contract::hall::{Hall, Words, ask_everything};
use tenure_store_sql::SqlStore;

use self::recording::Recording;

const WORDS: Words = Words {
    id: |kind, number| format!("('{kind}' || lpad(to_hex({number}), 24, '0'))::uuid"),
    json: |text| format!("({text})::jsonb"),
    hash: |number| format!("decode(lpad(to_hex({number}), 64, '0'), 'hex')"),
    flags: ["true", "false"],
};

/// Fills a database as a restored dump is filled: foreign keys aren't checked, and trigrams are indexed in the end.
async fn fill(hall: &Hall, url: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let trigrams = sqlx::raw_sql("select indexname, indexdef from pg_indexes where indexdef like '%USING gin%'");
    let trigrams: Vec<(String, String)> =
        trigrams.fetch_all(&mut connection).await.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(!trigrams.is_empty(), "search has its indexes");
    let mut texts = vec!["set session_replication_role = replica".to_owned()];
    texts.extend(trigrams.iter().map(|(name, _)| format!("drop index {name}")));
    texts.extend(hall.fill(WORDS));
    texts.extend(trigrams.into_iter().map(|(_, definition)| definition));
    for text in texts {
        let done = sqlx::raw_sql(AssertSqlSafe(text.clone())).execute(&mut connection).await;
        done.unwrap_or_else(|error| panic!("{error}: {text}"));
    }
    vacuum(&mut connection).await;
    connection.close().await.unwrap();
}

/// Leaves tables as autovacuum does in time. What others have under way on the server can keep a vacuum from seeing that all may
/// see a row, so it is done until it does.
async fn vacuum(connection: &mut PgConnection) {
    let unseen = "select count(*) from pg_class where relkind = 'r' and relpages > 100 and relallvisible < relpages * 0.9";
    for _ in 0..100 {
        sqlx::raw_sql("vacuum analyze").execute(&mut *connection).await.unwrap();
        let left: i64 = sqlx::query_scalar(unseen).fetch_one(&mut *connection).await.unwrap();
        if left == 0 {
            return;
        }
    }
    panic!("a hundred vacuums left rows that not all may see");
}

#[tokio::test]
async fn no_list_reads_or_sorts_a_whole_table() {
    let (hall, database) = (Hall::default(), fresh::database().await);
    fill(&hall, &database.url()).await;
    let recording = Recording::of(fresh::connected(&database).await);
    let store = SqlStore::new(recording.clone());
    ask_everything(&hall, &store, |question| recording.about(question)).await;
    let statements = recording.statements();
    assert!(statements.len() > 200, "{} different statements", statements.len());
    let mut faults = Vec::new();
    for (question, sql) in &statements {
        let plan = recording.explain(sql).await;
        if let Some(fault) = rules::fault(&plan) {
            faults.push(format!("{fault}\n  {question}\n  {}\n{}", sql.text(), rules::shown(&plan, 2)));
        }
    }
    assert!(faults.is_empty(), "{} of {} statements:\n{}", faults.len(), statements.len(), faults.join("\n\n"));
}
