//! The database as Postgres alone has it: its errors, its pool, its locks, and every statement prepared.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "tests fail by panicking")]

mod fresh;

use std::num::NonZeroU32;
use std::time::Duration;

use sqlx::{Executor as _, PgPool, SqlSafeStr as _};
use tenure_port_store::StoreError;
use tenure_store_postgres::{PoolOptions, PostgresStore};
use tenure_store_sql::{Connection as _, Dialect, Driver as _, Sql, Transaction as _, statements};
use tenure_throwaway_postgres::Databases;

#[tokio::test]
async fn every_statement_prepares() {
    let database = fresh::database().await;
    let pool = PgPool::connect(&database.url()).await.unwrap();
    let mut prepared = 0;
    for (name, text) in statements(Dialect::Postgres) {
        pool.prepare(text.into_sql_str()).await.unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        prepared += 1;
    }
    assert!(prepared > 50, "{prepared} statements are listed");
}

#[tokio::test]
async fn errors_are_told_by_what_a_caller_can_do_about_them() {
    let database = fresh::database().await;
    let store = fresh::connected(&database).await;
    macro_rules! raise {
        ($code:literal) => {{
            let text = concat!("do $$ begin raise exception 'ada@example.test' using errcode = '", $code, "'; end $$");
            store.driver().begin().await.unwrap().execute(&Sql::fixed(text)).await.unwrap_err()
        }};
    }
    assert!(matches!(raise!("40001"), StoreError::Contention));
    assert!(matches!(raise!("40P01"), StoreError::Contention));
    assert!(matches!(raise!("55P03"), StoreError::Contention));
    assert!(matches!(raise!("53100"), StoreError::OutOfSpace));
    assert!(matches!(raise!("57P01"), StoreError::Unavailable(_)));
    let corrupt = raise!("23505");
    assert!(matches!(corrupt, StoreError::Corrupt(_)));
    assert!(!corrupt.to_string().contains("ada"), "h9: values stay out of errors: {corrupt}");
}

#[tokio::test]
async fn a_pool_without_a_free_connection_is_unavailable_after_its_patience() {
    let database = fresh::database().await;
    let options = PoolOptions { connections: NonZeroU32::MIN, patience: Duration::from_millis(50), ..PoolOptions::default() };
    let store = PostgresStore::connect(&database.url(), options).await.unwrap();
    let held = store.driver().begin().await.unwrap();
    let ask = Sql::fixed("select 1 as one");
    assert!(matches!(store.driver().read(&ask).await, Err(StoreError::Unavailable(_))));
    held.commit().await.unwrap();
    store.driver().read(&ask).await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable_and_the_password_stays_out_of_it() {
    for url in ["postgres://ada:s3cret@127.0.0.1:1/none", "postgres://ada:s3cret@127.0.0.1:port/none"] {
        let Err(refused) = PostgresStore::connect(url, PoolOptions::default()).await else { panic!("it connected") };
        assert!(matches!(&refused, StoreError::Unavailable(reason) if !reason.contains("s3cret")), "{refused}");
    }
}

#[tokio::test]
async fn servers_that_start_together_migrate_once() {
    let database = Databases::from_env().unwrap().empty().unwrap();
    let (one, other) = (fresh::connected(&database).await, fresh::connected(&database).await);
    let before = one.migration_status().await.unwrap();
    assert!(!before.is_current() && before.steps.iter().all(|step| !step.applied));
    let (first, second) = tokio::join!(one.migrate(), other.migrate());
    first.and(second).unwrap();
    assert!(other.migration_status().await.unwrap().is_current());
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let database = fresh::database().await;
    let store = fresh::connected(&database).await;
    let mut unit = store.driver().begin().await.unwrap();
    let newer = "insert into tenure_migrations (version, description, success, checksum, execution_time) values (9000001, 'x', true, '', 0)";
    unit.execute(&Sql::fixed(newer)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.migration_status().await.unwrap().newer, [9000]);
    let Err(StoreError::Unavailable(reason)) = store.migrate().await else { panic!("it was migrated") };
    assert!(reason.contains("newer program") && reason.contains("step 9000"), "{reason}");
}

#[tokio::test]
async fn a_migration_that_was_interrupted_goes_on_where_it_was() {
    let database = Databases::from_env().unwrap().empty().unwrap();
    let store = fresh::connected(&database).await;
    store.migrate().await.unwrap();
    // As if the server had died before the last two statements of the last step.
    let mut unit = store.driver().begin().await.unwrap();
    for undone in [
        "drop index invitations_by_end",
        "drop index memberships_by_choice",
        "delete from tenure_migrations where version in (select version from tenure_migrations order by version desc limit 2)",
    ] {
        unit.execute(&Sql::fixed(undone)).await.unwrap();
    }
    unit.commit().await.unwrap();
    let status = store.migration_status().await.unwrap();
    let (last, before) = status.steps.split_last().unwrap();
    assert!(status.newer.is_empty() && !status.is_current(), "{status:?}");
    assert!(!last.applied && before.iter().all(|step| step.applied), "{status:?}");
    store.migrate().await.unwrap();
    assert!(store.migration_status().await.unwrap().is_current());
}
