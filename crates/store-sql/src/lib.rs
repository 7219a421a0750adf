//! One text of every repository and query, for both databases: rows ⇄ snapshots, statements, and the small driver that an
//! adapter implements.
//!
//! An adapter brings a [`Driver`] (how to begin, commit, run and read); [`SqlStore`] is the whole store over it.

mod batch;
mod driver;
mod errands;
mod fold;
mod in_common;
mod job_queue;
mod migration;
mod moment;
mod presences;
mod queries;
mod row;
mod search;
mod snapshots;
mod sql;
mod statements;
mod store;
mod tree;
mod unit;
mod value;

pub use driver::{Connection, Dialect, Driver, Pooled, Reads, Transaction};
pub use fold::fold;
pub use migration::{MigrationStatus, MigrationStep};
pub use row::{Cell, Names, Row};
pub use sql::{Arg, Sql};
pub use statements::statements;
pub use store::SqlStore;
pub use unit::{Locked, SqlUnit, Unlocked};
pub use value::Value;
