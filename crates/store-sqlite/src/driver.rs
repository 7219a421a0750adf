//! SQLite as a driver: one connection that writes, some that read.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Error, SqlitePool};
use tenure_port_store::StoreError;
use tenure_store_sql::{Connection, Dialect, Driver, Reads, Row, Sql, Transaction};

use crate::connection;
use crate::error::refused;
use crate::options::OpenOptions;
use crate::readers::{Reader, Readers};

/// How long a unit waits for the units before it: they are short, but there may be many.
const QUEUE: Duration = Duration::from_secs(30);
/// After how many pages, of 4 KiB, the log is written into the database. SQLite's own 1,000 would be reached by each step of a job,
/// which writes the same inner pages as the one before it.
const CHECKPOINT: u32 = 8_000;
/// How many statements each connection keeps prepared.
const PREPARED: usize = 512;

/// An open SQLite database.
#[derive(Debug)]
pub struct Sqlite {
    writer: SqlitePool,
    readers: Arc<Readers>,
}

/// Makes the file, if there is none, for its owner alone: it holds people's addresses and password hashes. SQLite gives its log
/// the same permissions.
fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(StoreError::Unavailable(format!("the database file can't be made: {error}")))
        }
        _ => Ok(()),
    }
}

impl Sqlite {
    pub(crate) async fn open(path: &Path, options: &OpenOptions) -> Result<Self, StoreError> {
        let connect = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(false)
            .foreign_keys(true)
            .busy_timeout(options.patience)
            .statement_cache_capacity(PREPARED)
            .disable_statement_logging();
        if options.create {
            make_private(path)?;
        }
        // What a caller is told is done is on the disk.
        let writing = connect.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
        // A negative figure is in KiB, a positive one would be in pages.
        let writing = writing.pragma("cache_size", format!("-{}", options.writer_cache));
        let writing = writing.pragma("wal_autocheckpoint", CHECKPOINT.to_string());
        let lasting = SqlitePoolOptions::new().idle_timeout(None).max_lifetime(None).test_before_acquire(false);
        let one = lasting.max_connections(1).acquire_timeout(QUEUE.max(options.patience));
        // Readers come after the writer has made the file and its log.
        let writer = one.connect_with(writing).await.map_err(refused)?;
        Ok(Self { writer, readers: Readers::new(path, options) })
    }

    pub(crate) const fn writer(&self) -> &SqlitePool {
        &self.writer
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
        // The last connection to close moves what is left of the write-ahead log into the database.
        self.writer.close().await;
    }
}

#[async_trait]
impl Driver for Sqlite {
    type Transaction = SqliteTransaction;

    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    async fn begin(&self) -> Result<SqliteTransaction, StoreError> {
        // A transaction that began by reading couldn't become a writing one once somebody else has written.
        let begun = match self.writer.begin_with("BEGIN IMMEDIATE").await {
            // Where the disk is full or fails, SQLite itself ends the transaction before it. The driver has nothing left to roll back then, and
            // takes the connection to be inside of it for ever.
            Err(Error::InvalidSavePointStatement) => {
                self.writer.acquire().await.map_err(refused)?.close().await.map_err(refused)?;
                self.writer.begin_with("BEGIN IMMEDIATE").await
            }
            begun => begun,
        };
        Ok(SqliteTransaction(Held::Writing(Some(begun.map_err(refused)?))))
    }

    async fn snapshot(&self) -> Result<SqliteTransaction, StoreError> {
        // Readers are `query_only`.
        let mut snapshot = SqliteTransaction(Held::Reading(Some(self.readers.take().await?)));
        snapshot.rows(&Sql::fixed("begin")).await?;
        Ok(snapshot)
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.readers.take().await?.rows(sql).await.0
    }
}

/// A transaction. Dropping it rolls it back.
#[derive(Debug)]
pub struct SqliteTransaction(Held);

#[derive(Debug)]
enum Held {
    /// Of the one writer; none once the disk failed, by which SQLite may have ended it: what came after would stand alone.
    Writing(Option<sqlx::Transaction<'static, sqlx::Sqlite>>),
    /// Of a reader; none once somebody stopped waiting for what it read, or the server stops.
    Reading(Option<Reader>),
}

fn ended() -> StoreError {
    StoreError::Unavailable("the transaction ended when the disk failed".to_owned())
}

/// Nothing more is done in a transaction in which the disk failed.
fn give_up_on_failure<T>(
    writing: &mut Option<sqlx::Transaction<'static, sqlx::Sqlite>>,
    done: Result<T, StoreError>,
) -> Result<T, StoreError> {
    if matches!(done, Err(StoreError::OutOfSpace | StoreError::Unavailable(_))) {
        *writing = None;
    }
    done
}

#[async_trait]
impl Reads for SqliteTransaction {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        match &mut self.0 {
            Held::Writing(writing) => {
                let rows = connection::rows(&mut **writing.as_mut().ok_or_else(ended)?, sql).await;
                give_up_on_failure(writing, rows)
            }
            Held::Reading(reader) => {
                let taken = reader.take().ok_or_else(|| StoreError::Unavailable("the snapshot was given up".to_owned()))?;
                let (rows, kept) = taken.rows(sql).await;
                *reader = kept;
                rows
            }
        }
    }
}

#[async_trait]
impl Connection for SqliteTransaction {
    async fn execute(&mut self, sql: &Sql) -> Result<u64, StoreError> {
        match &mut self.0 {
            Held::Writing(writing) => {
                let done = connection::execute(&mut **writing.as_mut().ok_or_else(ended)?, sql).await;
                give_up_on_failure(writing, done)
            }
            // It refuses what would change anything.
            Held::Reading(_) => self.rows(sql).await.map(|_| 0),
        }
    }
}

#[async_trait]
impl Transaction for SqliteTransaction {
    async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Held::Writing(writing) => writing.ok_or_else(ended)?.commit().await.map_err(refused),
            Held::Reading(_) => Ok(()),
        }
    }
}
