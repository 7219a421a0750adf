//! The store: a Postgres database, connected.

use async_trait::async_trait;
use tenure_domain::OrganizationId;
use tenure_port_store::{Errands, JobQueue, OpenTransaction, OrganizationTransaction, Presences, Queries, Store, StoreError, Unit};
use tenure_store_sql::{MigrationStatus, SqlStore};

use crate::driver::Postgres;
use crate::migrations;
use crate::options::PoolOptions;

/// A store in a Postgres database, shared by any number of servers.
#[derive(Debug)]
pub struct PostgresStore {
    store: SqlStore<Postgres>,
}

impl PostgresStore {
    /// Connects to the database of this URL, such as `postgres://user:password@host/name`.
    pub async fn connect(url: &str, options: PoolOptions) -> Result<Self, StoreError> {
        Ok(Self { store: SqlStore::new(Postgres::connect(url, &options).await?) })
    }

    /// Brings the schema up to date; servers that start together take turns. Steps that a newer program applied are
    /// [`StoreError::Unavailable`].
    pub async fn migrate(&self) -> Result<(), StoreError> {
        migrations::migrate(self.store.driver()).await
    }

    /// What the database has of the schema. Nothing is written.
    pub async fn migration_status(&self) -> Result<MigrationStatus, StoreError> {
        migrations::status(self.store.driver()).await
    }

    /// Waits for running statements and closes all connections.
    pub async fn close(&self) {
        self.store.driver().pool().close().await;
    }

    /// The driver, for statements of one's own: benches and tests of plans.
    pub const fn driver(&self) -> &Postgres {
        self.store.driver()
    }
}

#[async_trait]
impl Store for PostgresStore {
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
