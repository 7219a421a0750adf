//! A Postgres server for one test run, and a database of its own for each test.
//!
//! [`Server`] starts a server in a temporary folder, never syncs to disk, and leaves nothing behind, even when the
//! process that started it is killed. [`Databases`] hands each test a clone of a template database that is migrated
//! once per run. The crate knows no schema and has no driver: it speaks to the server through `psql`.
//!
//! ```no_run
//! # async fn migrate(_url: &str) -> Result<(), std::io::Error> { Ok(()) }
//! # async fn example() -> Result<(), tenure_throwaway_postgres::Error> {
//! use tenure_throwaway_postgres::Databases;
//!
//! let databases = Databases::from_env()?;
//! let database = databases
//!     .fresh(["create table person (id uuid primary key)"], async |url| migrate(&url).await)
//!     .await?;
//! assert!(database.url().starts_with("postgres://"));
//! # Ok(())
//! # }
//! ```

mod address;
mod databases;
mod error;
mod folder;
mod keeper;
mod names;
mod programs;
mod psql;
mod server;

pub use databases::{Database, Databases};
pub use error::Error;
pub use names::fresh_name;
pub use server::{ENV, Server};
