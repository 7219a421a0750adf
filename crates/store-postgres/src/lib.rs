//! The production store: PostgreSQL 14 and later, any number of servers on one database.
//!
//! ```no_run
//! use tenure_port_store::Store;
//! use tenure_store_postgres::{PoolOptions, PostgresStore};
//!
//! # async fn example() -> Result<(), tenure_port_store::StoreError> {
//! let store = PostgresStore::connect("postgres://tenure@localhost/tenure", PoolOptions::default()).await?;
//! store.migrate().await?;
//! store.queries().ready().await?;
//! # Ok(())
//! # }
//! ```

mod connection;
mod driver;
mod error;
mod migrations;
mod options;
mod store;

pub use driver::{Postgres, PostgresTransaction};
pub use migrations::migration_texts;
pub use options::PoolOptions;
pub use store::PostgresStore;
pub use tenure_store_sql::{MigrationStatus, MigrationStep};
