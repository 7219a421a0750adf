//! A migrated database for each test.

use std::time::Duration;

use tenure_port_store::StoreError;
use tenure_store_postgres::{PoolOptions, PostgresStore, migration_texts};
use tenure_throwaway_postgres::{Database, Databases};

/// A database with all migrations applied and nothing in it.
pub(crate) async fn database() -> Database {
    let migrate = async |url: String| -> Result<(), StoreError> {
        let store = PostgresStore::connect(&url, PoolOptions::default()).await?;
        store.migrate().await?;
        store.close().await;
        Ok(())
    };
    Databases::from_env().unwrap().fresh(migration_texts(), migrate).await.unwrap()
}

/// A store on it, with the patience for a hundred units at once on a busy machine.
pub(crate) async fn connected(database: &Database) -> PostgresStore {
    let options = PoolOptions { patience: Duration::from_mins(1), ..PoolOptions::default() };
    PostgresStore::connect(&database.url(), options).await.unwrap()
}
