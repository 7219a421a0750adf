//! What every store must do, on Postgres.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

mod fresh;

use std::sync::Arc;

use tenure_port_store::Store;
use tenure_store_contract::Fixture;
use tenure_throwaway_postgres::Database;

/// A database of its own, which goes when the case ends.
struct FreshDatabase(Database);

impl FreshDatabase {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self(runtime.block_on(fresh::database()))
    }
}

impl Fixture for FreshDatabase {
    async fn fresh(&self) -> Arc<dyn Store> {
        Arc::new(fresh::connected(&self.0).await)
    }
}

tenure_store_contract::contract!(FreshDatabase::new());
