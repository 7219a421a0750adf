//! The journal and the outbox: both are written in the transaction of what they tell of.

use async_trait::async_trait;
use tenure_domain::record::{Errand, Record};

use crate::StoreError;

/// The append-only record of what happened.
#[async_trait]
pub trait Journal: Send {
    /// Adds entries, without a position: a courier gives them theirs after commit.
    async fn append(&mut self, records: &[Record]) -> Result<(), StoreError>;
}

/// What is to be told to the outside world.
#[async_trait]
pub trait Outbox: Send {
    /// Adds errands, due at once.
    async fn append(&mut self, errands: &[Errand]) -> Result<(), StoreError>;
}
