//! The store: a database file, opened.

use std::path::Path;

use async_trait::async_trait;
use tenure_domain::OrganizationId;
use tenure_port_store::{Errands, JobQueue, OpenTransaction, OrganizationTransaction, Presences, Queries, Store, StoreError, Unit};
use tenure_store_sql::{MigrationStatus, SqlStore};

use crate::driver::Sqlite;
use crate::migrations;
use crate::options::OpenOptions;
use crate::server_lock::ServerLock;

/// A store in one SQLite file.
///
/// Units take turns on one writing connection, in this process and beside others; reading never waits for them.
#[derive(Debug)]
pub struct SqliteStore {
    store: SqlStore<Sqlite>,
    _lock: Option<ServerLock>,
}

impl SqliteStore {
    /// Opens a database, beside a server if one serves it: for `verify`, `operator` and the like.
    pub async fn open(path: impl AsRef<Path>, options: OpenOptions) -> Result<Self, StoreError> {
        let database = Sqlite::open(path.as_ref(), &options).await?;
        Ok(Self { store: SqlStore::new(database), _lock: None })
    }

    /// Opens a database as the one server that serves it, held by the file beside it whose name ends in `.lock`.
    /// [`StoreError::Unavailable`] if another server does.
    pub async fn server(path: impl AsRef<Path>, options: OpenOptions) -> Result<Self, StoreError> {
        let lock = ServerLock::take(path.as_ref())?;
        Ok(Self { _lock: Some(lock), ..Self::open(path, options).await? })
    }

    /// Brings the schema up to date. Steps that a newer program applied are [`StoreError::Unavailable`].
    pub async fn migrate(&self) -> Result<(), StoreError> {
        migrations::migrate(self.store.driver()).await
    }

    /// What the database has of the schema. Nothing is written.
    pub async fn migration_status(&self) -> Result<MigrationStatus, StoreError> {
        migrations::status(self.store.driver()).await
    }

    /// Waits for running statements, writes what is left of the log into the database, and closes it.
    pub async fn close(&self) {
        self.store.driver().close().await;
    }

    /// The driver, for statements of one's own: benches and tests of plans.
    pub const fn driver(&self) -> &Sqlite {
        self.store.driver()
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn organization(&self, id: OrganizationId) -> Result<Option<Box<dyn OrganizationTransaction>>, StoreError> {
        Store::organization(&self.store, id).await
    }

    async fn found(&self, id: OrganizationId) -> Result<Box<dyn OrganizationTransaction>, StoreError> {
        self.store.found(id).await
    }

    async fn open(&self) -> Result<Box<dyn OpenTransaction>, StoreError> {
        self.store.open().await
    }

    async fn snapshot(&self) -> Result<Box<dyn Unit>, StoreError> {
        self.store.snapshot().await
    }

    fn queries(&self) -> &dyn Queries {
        self.store.queries()
    }

    async fn moment(&self) -> Result<Box<dyn Queries>, StoreError> {
        self.store.moment().await
    }

    fn presences(&self) -> &dyn Presences {
        self.store.presences()
    }

    fn errands(&self) -> &dyn Errands {
        self.store.errands()
    }

    fn job_queue(&self) -> &dyn JobQueue {
        self.store.job_queue()
    }
}
