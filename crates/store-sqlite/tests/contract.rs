//! What every store must do, on SQLite.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use tempfile::TempDir;
use tenure_domain::OrganizationId;
use tenure_port_store::{Errands, JobQueue, OpenTransaction, OrganizationTransaction, Presences, Queries, Store, StoreError, Unit};
use tenure_store_contract::Fixture;
use tenure_store_sqlite::{OpenOptions, SqliteStore};

/// A database in a folder of its own, which goes when the case ends.
struct FreshDatabase(TempDir);

impl Fixture for FreshDatabase {
    async fn fresh(&self) -> Arc<dyn Store> {
        let file = self.0.path().join("tenure.db");
        let server = SqliteStore::server(&file, OpenOptions::default()).await.unwrap();
        server.migrate().await.unwrap();
        let beside = SqliteStore::open(&file, OpenOptions::default()).await.unwrap();
        Arc::new(InTurn { stores: [server, beside], second: AtomicBool::default() })
    }
}

/// The server's store, and one that a command has open beside it, each asked in turn: racers meet in the file, and not only in the
/// queue for one store's writer.
struct InTurn {
    stores: [SqliteStore; 2],
    second: AtomicBool,
}

impl InTurn {
    fn next(&self) -> &SqliteStore {
        let [server, beside] = &self.stores;
        if self.second.fetch_not(Ordering::Relaxed) { beside } else { server }
    }
}

#[async_trait]
impl Store for InTurn {
    async fn organization(&self, id: OrganizationId) -> Result<Option<Box<dyn OrganizationTransaction>>, StoreError> {
        Store::organization(self.next(), id).await
    }

    async fn found(&self, id: OrganizationId) -> Result<Box<dyn OrganizationTransaction>, StoreError> {
        self.next().found(id).await
    }

    async fn open(&self) -> Result<Box<dyn OpenTransaction>, StoreError> {
        Store::open(self.next()).await
    }

    async fn snapshot(&self) -> Result<Box<dyn Unit>, StoreError> {
        self.next().snapshot().await
    }

    fn queries(&self) -> &dyn Queries {
        self.next().queries()
    }

    async fn moment(&self) -> Result<Box<dyn Queries>, StoreError> {
        self.next().moment().await
    }

    fn presences(&self) -> &dyn Presences {
        self.next().presences()
    }

    fn errands(&self) -> &dyn Errands {
        self.next().errands()
    }

    fn job_queue(&self) -> &dyn JobQueue {
        self.next().job_queue()
    }
}

tenure_store_contract::contract!(FreshDatabase(TempDir::new().unwrap()));
