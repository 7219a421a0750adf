//! The database that is configured, opened for one purpose or another.

use std::fmt::Display;
use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};
use tenure_port_store::{Store, StoreError};
use tenure_store_postgres::{PoolOptions, PostgresStore};
use tenure_store_sql::{Driver as _, MigrationStatus, Row, Sql};
use tenure_store_sqlite::{OpenOptions, SqliteStore};

use crate::configuration::DatabaseUrl;
use crate::data_folder;
use crate::failure::Failure;

/// How much of a SQLite database stays in memory while it is filled: half a gibibyte, in KiB.
const FILLING: NonZeroU32 = NonZeroU32::new(512 * 1_024).unwrap();

/// An open database.
pub(crate) enum Database {
    Sqlite(Arc<SqliteStore>),
    Postgres(Arc<PostgresStore>),
}

impl Database {
    /// Opens a database to serve it. A SQLite database is made if it is missing, and has one server.
    pub(crate) async fn to_serve(url: &DatabaseUrl) -> Result<Self, Failure> {
        Self::made(url, OpenOptions::default(), PoolOptions::default()).await
    }

    /// Opens a database as [`Self::to_serve`] does, with the memory that it takes to write a million things.
    pub(crate) async fn to_fill(url: &DatabaseUrl) -> Result<Self, Failure> {
        let pool = PoolOptions { filling: true, ..PoolOptions::default() };
        Self::made(url, OpenOptions { writer_cache: FILLING, ..OpenOptions::default() }, pool).await
    }

    async fn made(url: &DatabaseUrl, options: OpenOptions, pool: PoolOptions) -> Result<Self, Failure> {
        match url {
            DatabaseUrl::Sqlite(path) => {
                if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    data_folder::make(folder)?;
                }
                let store = SqliteStore::server(path, options).await;
                Ok(Self::Sqlite(Arc::new(store.map_err(|error| unopened(url, error))?)))
            }
            DatabaseUrl::Postgres(text) => Self::connected(url, text, pool).await,
        }
    }

    async fn connected(url: &DatabaseUrl, text: &SecretString, pool: PoolOptions) -> Result<Self, Failure> {
        let store = PostgresStore::connect(text.expose_secret(), pool).await;
        Ok(Self::Postgres(Arc::new(store.map_err(|error| unopened(url, error))?)))
    }

    /// Opens a database that is there, beside whatever serves it.
    pub(crate) async fn beside(url: &DatabaseUrl) -> Result<Self, Failure> {
        match url {
            DatabaseUrl::Sqlite(path) => {
                if !exists(path) {
                    return Err(Failure::Failed(format!("there is no database {url} yet; `tenured serve` makes it")));
                }
                let options = OpenOptions { create: false, ..OpenOptions::default() };
                let store = SqliteStore::open(path, options).await;
                Ok(Self::Sqlite(Arc::new(store.map_err(|error| unopened(url, error))?)))
            }
            DatabaseUrl::Postgres(text) => Self::connected(url, text, PoolOptions::default()).await,
        }
    }

    /// The same, refusing one whose schema isn't this program's.
    pub(crate) async fn current(url: &DatabaseUrl) -> Result<Self, Failure> {
        let database = Self::beside(url).await?;
        let status = database.migration_status().await?;
        if let Some(newest) = status.newer.last() {
            return Err(Failure::Failed(format!(
                "a newer program has migrated {url} to step {newest}: use that one, or restore a backup of before, \
                 on Postgres into a new and empty database"
            )));
        }
        if status.is_current() {
            Ok(database)
        } else {
            Err(Failure::Failed(format!("the schema of {url} is not this program's; see `tenured migrate status`")))
        }
    }

    /// The database as a store.
    pub(crate) fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => Arc::clone(store) as Arc<dyn Store>,
            Self::Postgres(store) => Arc::clone(store) as Arc<dyn Store>,
        }
    }

    /// Brings the schema up to date.
    pub(crate) async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.migrate().await,
            Self::Postgres(store) => store.migrate().await,
        }
    }

    /// What the database has of the schema.
    pub(crate) async fn migration_status(&self) -> Result<MigrationStatus, StoreError> {
        match self {
            Self::Sqlite(store) => store.migration_status().await,
            Self::Postgres(store) => store.migration_status().await,
        }
    }

    /// The time on the database's own clock, in microseconds since 1970; none for a file, which has no clock.
    pub(crate) async fn clock(&self) -> Result<Option<i64>, StoreError> {
        let Self::Postgres(store) = self else { return Ok(None) };
        let clock = Sql::fixed("select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now");
        let rows = store.driver().read(&clock).await?;
        rows.first().map(|row: &Row| row.int("now")).transpose()
    }

    /// Lets the database look at what was written in bulk, so that its plans begin with true figures. A file needs none of that.
    pub(crate) async fn settle(&self) -> Result<(), StoreError> {
        let Self::Postgres(store) = self else { return Ok(()) };
        store.driver().read(&Sql::fixed("vacuum (analyze)")).await?;
        Ok(())
    }

    /// Finishes what is under way, and closes it.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(store) => store.close().await,
            Self::Postgres(store) => store.close().await,
        }
    }
}

/// Whether a file is there, or something that should be looked at before saying that it isn't.
pub(crate) fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

fn unopened(url: &DatabaseUrl, error: impl Display) -> Failure {
    Failure::of(format_args!("{url} can't be opened"), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_second_server_on_one_file_is_told_what_is_the_matter() {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("new/tenure.db"));
        let first = Database::to_serve(&url).await.unwrap();
        let refused = Database::to_serve(&url).await.err().unwrap().to_string();
        assert!(refused.contains("another server serves this database") && refused.contains("tenure.db.lock"), "{refused}");
        // Commands beside the server aren't kept out by its lock.
        first.migrate().await.unwrap();
        Database::current(&url).await.unwrap();
    }

    #[tokio::test]
    async fn a_database_that_is_missing_or_empty_is_not_looked_after() {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("tenure.db"));
        let missing = Database::current(&url).await.err().unwrap().to_string();
        assert!(missing.contains("`tenured serve` makes it"), "{missing}");
        drop(Database::to_serve(&url).await.unwrap());
        let empty = Database::current(&url).await.err().unwrap().to_string();
        assert!(empty.contains("`tenured migrate status`"), "{empty}");
    }
}
