//! The database as SQLite alone has it: the file, its lock, its settings, its errors, and every statement prepared.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests fail by panicking")]

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use sqlx::{Executor as _, SqlSafeStr as _, SqlitePool};
use tempfile::TempDir;
use tenure_port_store::{Store as _, StoreError};
use tenure_store_sql::{Connection as _, Dialect, Driver as _, Reads as _, Sql, Transaction as _, statements};
use tenure_store_sqlite::{OpenOptions, SqliteStore};

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("tenure.db")
    }

    async fn migrated(&self) -> SqliteStore {
        let store = SqliteStore::server(self.file(), OpenOptions::default()).await.unwrap();
        store.migrate().await.unwrap();
        store
    }

    async fn plain(&self) -> SqlitePool {
        SqlitePool::connect(&format!("sqlite://{}", self.file().display())).await.unwrap()
    }
}

#[tokio::test]
async fn connections_share_neither_pages_nor_an_account_of_memory() {
    let folder = Folder::new();
    let store = folder.migrated().await;
    let rows = store.driver().read(&Sql::fixed("pragma compile_options")).await.unwrap();
    let options: Vec<&str> = rows.iter().map(|row| row.text("compile_options").unwrap()).collect();
    assert!(options.contains(&"DEFAULT_MEMSTATUS=0"), "built without the flags of .cargo/config.toml: {options:?}");
    assert!(!options.contains(&"ENABLE_MEMORY_MANAGEMENT"), "{options:?}");
}

#[tokio::test]
async fn every_statement_prepares() {
    let folder = Folder::new();
    let _store = folder.migrated().await;
    let pool = folder.plain().await;
    let mut prepared = 0;
    for (name, text) in statements(Dialect::Sqlite) {
        pool.prepare(text.into_sql_str()).await.unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        prepared += 1;
    }
    assert!(prepared > 50, "{prepared} statements are listed");
}

#[tokio::test]
async fn a_second_server_on_the_same_file_is_refused_and_a_command_beside_it_is_not() {
    let folder = Folder::new();
    let server = folder.migrated().await;
    let Err(StoreError::Unavailable(reason)) = SqliteStore::server(folder.file(), OpenOptions::default()).await else {
        panic!("two servers serve one file")
    };
    assert!(reason.ends_with("another server serves this database"), "{reason}");
    let beside = SqliteStore::open(folder.file(), OpenOptions::default()).await.unwrap();
    assert!(beside.migration_status().await.unwrap().is_current());
    drop(server);
    SqliteStore::server(folder.file(), OpenOptions::default()).await.unwrap();
}

#[tokio::test]
async fn the_writer_is_durable_and_readers_cannot_write() {
    let folder = Folder::new();
    let store = folder.migrated().await;
    let mut unit = store.driver().begin().await.unwrap();
    for (pragma, expected) in [("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)] {
        let text = match pragma {
            "synchronous" => "select synchronous as it from pragma_synchronous",
            "foreign_keys" => "select foreign_keys as it from pragma_foreign_keys",
            _ => "select timeout as it from pragma_busy_timeout",
        };
        assert_eq!(unit.row(&Sql::fixed(text)).await.unwrap().unwrap().int("it").unwrap(), expected, "{pragma}");
    }
    let mode = unit.row(&Sql::fixed("select journal_mode as it from pragma_journal_mode")).await.unwrap().unwrap();
    assert_eq!(mode.text("it").unwrap(), "wal");
    unit.commit().await.unwrap();
    let write = Sql::fixed("insert into installation (id, set_up_at) values (1, 1) returning id");
    assert!(store.driver().read(&write).await.is_err());
}

#[tokio::test]
async fn reading_does_not_wait_for_a_unit() {
    let folder = Folder::new();
    let store = folder.migrated().await;
    let mut unit = store.open().await.unwrap();
    assert!(unit.unit().organizations().claim_setup(tenure_domain::Instant::from_micros(1)).await.unwrap());
    assert!(store.queries().awaits_setup().await.unwrap(), "what isn't committed isn't seen");
    unit.commit().await.unwrap();
    assert!(!store.queries().awaits_setup().await.unwrap());
}

#[tokio::test]
async fn another_process_that_holds_the_lock_too_long_is_contention() {
    let folder = Folder::new();
    let _server = folder.migrated().await;
    let holder = SqliteStore::open(folder.file(), OpenOptions::default()).await.unwrap();
    let held = holder.driver().begin().await.unwrap();
    let hasty = OpenOptions { patience: Duration::from_millis(20), ..OpenOptions::default() };
    let store = SqliteStore::open(folder.file(), hasty).await.unwrap();
    assert!(matches!(store.driver().begin().await, Err(StoreError::Contention)));
    drop(held);
}

#[tokio::test]
async fn reading_waits_for_a_free_connection_with_patience_and_ends_when_the_store_closes() {
    let folder = Folder::new();
    let _server = folder.migrated().await;
    let few = OpenOptions { readers: NonZeroU32::MIN, patience: Duration::from_millis(50), ..OpenOptions::default() };
    let store = SqliteStore::open(folder.file(), few).await.unwrap();
    let ask = Sql::fixed("select 1 as one");
    let mut held = store.driver().snapshot().await.unwrap();
    held.rows(&ask).await.unwrap();
    assert!(matches!(store.driver().read(&ask).await, Err(StoreError::Unavailable(_))));
    // A reading that nobody waits for gives its connection back, out of the transaction that it was in.
    let long = Sql::fixed(
        "with recursive n(at) as (select 1 union all select at + 1 from n where at < 3000000) select count(*) as all_of from n",
    );
    assert!(is_under_way(held.rows(&long)).await, "it takes its time");
    assert!(held.rows(&ask).await.is_err(), "the snapshot was given up");
    drop(held);
    let mut next = store.driver().snapshot().await;
    while next.is_err() {
        next = store.driver().snapshot().await;
    }
    drop(next);
    store.driver().read(&ask).await.unwrap();
    store.close().await;
    assert!(matches!(store.driver().read(&ask).await, Err(StoreError::Unavailable(_))));
}

/// Begins something and leaves it; whether it was under way.
async fn is_under_way<T>(begun: impl Future<Output = T>) -> bool {
    let mut begun = std::pin::pin!(begun);
    std::future::poll_fn(|context| std::task::Poll::Ready(begun.as_mut().poll(context).is_pending())).await
}

#[tokio::test]
async fn a_full_disk_is_out_of_space_and_nothing_is_half_written() {
    let folder = Folder::new();
    let store = folder.migrated().await;
    let mut unit = store.driver().begin().await.unwrap();
    // The page count cannot be set below what the file has, so this leaves room for nothing.
    unit.rows(&Sql::fixed("pragma max_page_count = 1")).await.unwrap();
    let fill = Sql::fixed("insert into user_emails (email, user_id) values ($1, $2)");
    let refused = unit.execute(&fill.bind("x".repeat(1 << 22)).bind(uuid::Uuid::nil())).await;
    assert!(matches!(refused, Err(StoreError::OutOfSpace)), "{refused:?}");
    drop(unit);
    let kept = store.driver().read(&Sql::fixed("select count(*) as kept from user_emails")).await.unwrap();
    assert_eq!(kept[0].int("kept").unwrap(), 0);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_corrupt_and_a_missing_folder_is_unavailable() {
    let folder = Folder::new();
    std::fs::write(folder.file(), "This is no database, whatever its name may say. ".repeat(40)).unwrap();
    let corrupt = SqliteStore::open(folder.file(), OpenOptions::default()).await;
    assert!(matches!(corrupt, Err(StoreError::Corrupt(_))), "{corrupt:?}");
    let missing = SqliteStore::open(folder.0.path().join("no/such/folder.db"), OpenOptions::default()).await;
    assert!(matches!(missing, Err(StoreError::Unavailable(_))), "{missing:?}");
    let unmade = OpenOptions { create: false, ..OpenOptions::default() };
    let unmade = SqliteStore::open(folder.0.path().join("other.db"), unmade).await;
    assert!(matches!(unmade, Err(StoreError::Unavailable(_))), "{unmade:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let _store = folder.migrated().await;
    let mut seen = 0;
    for entry in std::fs::read_dir(folder.0.path()).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() != "tenure.db.lock" {
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 3, "the database, its log and the log's index");
}

#[tokio::test]
async fn the_status_of_the_schema_is_told_without_touching_it() {
    let folder = Folder::new();
    let store = SqliteStore::open(folder.file(), OpenOptions::default()).await.unwrap();
    let before = store.migration_status().await.unwrap();
    assert!(!before.is_current() && before.steps.iter().all(|step| !step.applied));
    let tables = store.driver().read(&Sql::fixed("select name from sqlite_master")).await.unwrap();
    assert!(tables.is_empty());
    store.migrate().await.unwrap();
    store.migrate().await.unwrap();
    assert!(store.migration_status().await.unwrap().is_current());
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let folder = Folder::new();
    let store = folder.migrated().await;
    let mut unit = store.driver().begin().await.unwrap();
    let newer =
        "insert into tenure_migrations (version, description, success, checksum, execution_time) values (9000, 'x', 1, x'00', 0)";
    unit.execute(&Sql::fixed(newer)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.migration_status().await.unwrap().newer, [9000]);
    let Err(StoreError::Unavailable(reason)) = store.migrate().await else { panic!("it was migrated") };
    assert!(reason.contains("newer program"), "{reason}");
}
