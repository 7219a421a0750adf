//! What every store must do, told once: cases that any adapter's tests run, each a sentence.
//!
//! An adapter says how to come by an empty, migrated store, in a `tests/contract.rs` of a few lines, and gets one test for each
//! case:
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use tenure_port_store::Store;
//! use tenure_store_contract::Fixture;
//!
//! # async fn migrated_store() -> Arc<dyn Store> { std::future::pending().await }
//! struct FreshDatabase;
//!
//! impl Fixture for FreshDatabase {
//!     async fn fresh(&self) -> Arc<dyn Store> {
//!         migrated_store().await
//!     }
//! }
//!
//! tenure_store_contract::contract!(FreshDatabase);
//! # fn main() {}
//! ```
//!
//! The expression is evaluated once for each case, and its value is dropped after the store: a temporary folder or a database
//! that is to go with the case belongs in it. Races need a store that lets at least eight units be begun at once; whether they
//! then run side by side or wait for each other is the store's affair. No case opens a second unit while it has one open in the
//! same task, so a store with a single writer passes.
//!
//! Races run decisions of the domain inside units exactly as use cases do: load, decide, save. What a case counts on and the
//! ports don't say in words is said where the case is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "everything here is a test, and tests fail by panicking"
)]

mod cases;
mod contract;
mod deeds;
mod fixture;
#[doc(hidden)]
pub mod hall;
mod judge;
mod races;
mod samples;

#[doc(hidden)]
pub use cases::listed;
#[doc(hidden)]
pub use contract::{Case, run};
pub use fixture::Fixture;
#[doc(hidden)]
pub use races::listed as listed_races;
