//! What every store must do, on SQLite.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

use std::sync::Arc;

use tempfile::TempDir;
use tenure_port_store::Store;
use tenure_store_contract::Fixture;
use tenure_store_sqlite::{OpenOptions, SqliteStore};

/// A database in a folder of its own, which goes when the case ends.
struct FreshDatabase(TempDir);

impl Fixture for FreshDatabase {
    async fn fresh(&self) -> Arc<dyn Store> {
        let store = SqliteStore::server(self.0.path().join("tenure.db"), OpenOptions::default()).await.unwrap();
        store.migrate().await.unwrap();
        Arc::new(store)
    }
}

tenure_store_contract::contract!(FreshDatabase(TempDir::new().unwrap()));
