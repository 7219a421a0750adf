//! The outbox's other end: claims with a lease, settlements, sealing, folding and sweeping, each in short transactions of their own.

mod claiming;
mod erasing;
mod folding;
mod sealing;
mod sweeping;

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::Instant;
use tenure_port_store::{Claimed, Errands, Settled, StoreError};

use crate::{Dialect, Driver, SqlStore};

/// The statements of all of it, by name.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] =
    &[claiming::STATEMENTS, sealing::STATEMENTS, folding::STATEMENTS, sweeping::STATEMENTS, erasing::STATEMENTS];

/// What a round came to: its work, or what kept it from doing any. Work goes on at its pace while there is some, and what fails
/// is told when nothing else is left.
fn told(done: u32, failed: Option<StoreError>) -> Result<u32, StoreError> {
    match failed {
        Some(error) if done == 0 => Err(error),
        _ => Ok(done),
    }
}

/// Those that one database has for itself.
pub(crate) const fn own_statements(dialect: Dialect) -> &'static [(&'static str, &'static str)] {
    claiming::own_statements(dialect)
}

#[async_trait]
impl<D: Driver> Errands for SqlStore<D> {
    async fn claim(&self, now: Instant, lease: Duration, up_to: u32) -> Result<Vec<Claimed>, StoreError> {
        claiming::claim(self.driver(), now, lease, up_to).await
    }

    async fn settle(&self, settled: &[Settled], now: Instant) -> Result<Vec<bool>, StoreError> {
        claiming::settle(self.driver(), settled, now).await
    }

    async fn waiting(&self, up_to: u32) -> Result<u32, StoreError> {
        claiming::waiting(self.driver(), up_to).await
    }

    async fn seal(&self, up_to: u32) -> Result<u32, StoreError> {
        sealing::seal(self.driver(), up_to).await
    }

    async fn fold(&self, now: Instant, contacts_at_most: u32) -> Result<u32, StoreError> {
        folding::fold(self.driver(), now, contacts_at_most).await
    }

    async fn sweep(&self, now: Instant, up_to: u32) -> Result<u32, StoreError> {
        sweeping::sweep(self.driver(), now, up_to).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_is_told_when_nothing_else_was_done() {
        let broken = || Some(StoreError::Contention);
        assert_eq!(told(0, None).unwrap(), 0);
        assert_eq!(told(3, broken()).unwrap(), 3, "work goes on at its pace");
        assert!(matches!(told(0, broken()), Err(StoreError::Contention)));
    }
}
