//! The embedded store: one file, one server, any number of commands beside it.
//!
//! ```
//! use tenure_port_store::Store;
//! use tenure_store_sqlite::{OpenOptions, SqliteStore};
//!
//! # async fn example() -> Result<(), tenure_port_store::StoreError> {
//! let store = SqliteStore::open("/var/lib/tenure/tenure.db", OpenOptions::default()).await?;
//! store.migrate().await?;
//! store.queries().ready().await?;
//! # Ok(())
//! # }
//! ```

mod backup;
mod connection;
mod driver;
mod error;
mod migrations;
mod options;
mod readers;
mod server_lock;
mod store;

pub use backup::{copy, examine};
pub use driver::{Sqlite, SqliteTransaction};
pub use options::OpenOptions;
pub use server_lock::ServerLock;
pub use store::SqliteStore;
pub use tenure_store_sql::{MigrationStatus, MigrationStep};
