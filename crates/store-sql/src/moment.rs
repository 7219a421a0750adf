//! A driver that reads as of one moment: every query over it is a statement of one and the same transaction.

use async_trait::async_trait;
use tenure_port_store::StoreError;
use tokio::sync::Mutex;

use crate::{Dialect, Driver, Reads as _, Row, Sql};

/// One transaction, to read with until it is dropped.
pub(crate) struct Moment<D: Driver> {
    dialect: Dialect,
    transaction: Mutex<D::Transaction>,
}

impl<D: Driver> Moment<D> {
    /// The moment is that of the first reading.
    pub(crate) async fn begin(driver: &D) -> Result<Self, StoreError> {
        Ok(Self { dialect: driver.dialect(), transaction: Mutex::new(driver.snapshot().await?) })
    }
}

/// What it says to whoever wants to begin something in it: nothing is written in a moment, and it is the only one there is.
fn only_reads<T>() -> Result<T, StoreError> {
    Err(StoreError::Unavailable("nothing can be begun in a moment that is read".to_owned()))
}

#[async_trait]
impl<D: Driver> Driver for Moment<D> {
    type Transaction = D::Transaction;

    fn dialect(&self) -> Dialect {
        self.dialect
    }

    async fn begin(&self) -> Result<D::Transaction, StoreError> {
        only_reads()
    }

    async fn snapshot(&self) -> Result<D::Transaction, StoreError> {
        only_reads()
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.transaction.lock().await.rows(sql).await
    }
}
