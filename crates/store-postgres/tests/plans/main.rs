//! No list reads a whole table or sorts one: Postgres's plans for every statement that a hall of 100,000 people makes queries
//! run, and how many rows each step of them really touches.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests fail by panicking")]

#[path = "../fresh.rs"]
mod fresh;
mod recording;
mod rules;

use sqlx::{AssertSqlSafe, PgPool};
use tenure_store_contract::hall::{Hall, Words, ask_everything};
use tenure_store_sql::SqlStore;

use self::recording::Recording;

const WORDS: Words = Words {
    id: |kind, number| format!("('{kind}' || lpad(to_hex({number}), 24, '0'))::uuid"),
    json: |text| format!("({text})::jsonb"),
    hash: |number| format!("decode(lpad(to_hex({number}), 64, '0'), 'hex')"),
    flags: ["true", "false"],
};

async fn fill(hall: &Hall, url: &str) {
    let pool = PgPool::connect(url).await.unwrap();
    for text in hall.fill(WORDS).into_iter().chain(["analyze".to_owned()]) {
        sqlx::raw_sql(AssertSqlSafe(text.clone())).execute(&pool).await.unwrap_or_else(|error| panic!("{error}: {text}"));
    }
    pool.close().await;
}

#[tokio::test]
async fn no_list_reads_or_sorts_a_whole_table() {
    let (hall, database) = (Hall::default(), fresh::database().await);
    fill(&hall, &database.url()).await;
    let recording = Recording::of(fresh::connected(&database).await);
    let store = SqlStore::new(recording.clone());
    ask_everything(&hall, tenure_port_store::Store::queries(&store), |question| recording.about(question)).await;
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
