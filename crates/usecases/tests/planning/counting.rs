//! A driver that counts what is asked of the database, and remembers what is written.

use std::mem;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use tenure_port_store::StoreError;
use tenure_store_sql::{Connection, Dialect, Driver, Reads, Row, Sql, Transaction};
use tenure_store_sqlite::{SqliteStore, SqliteTransaction};

#[derive(Clone)]
pub(crate) struct Counting {
    store: Arc<SqliteStore>,
    asked: Arc<AtomicUsize>,
    written: Arc<Mutex<Vec<Sql>>>,
}

impl Counting {
    pub(crate) fn of(store: SqliteStore) -> Self {
        Self { store: Arc::new(store), asked: Arc::default(), written: Arc::default() }
    }

    /// What was written since this was asked last.
    pub(crate) fn written(&self) -> Vec<Sql> {
        mem::take(&mut self.written.lock().unwrap())
    }

    /// How often the database was asked something since this was asked last.
    pub(crate) fn asked(&self) -> usize {
        self.asked.swap(0, Ordering::SeqCst)
    }

    fn counted(&self, transaction: SqliteTransaction) -> Counted {
        Counted { transaction, counting: self.clone() }
    }
}

#[async_trait]
impl Driver for Counting {
    type Transaction = Counted;

    fn dialect(&self) -> Dialect {
        self.store.driver().dialect()
    }

    async fn begin(&self) -> Result<Counted, StoreError> {
        self.store.driver().begin().await.map(|transaction| self.counted(transaction))
    }

    async fn snapshot(&self) -> Result<Counted, StoreError> {
        self.store.driver().snapshot().await.map(|transaction| self.counted(transaction))
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.store.driver().read(sql).await
    }
}

pub(crate) struct Counted {
    transaction: SqliteTransaction,
    counting: Counting,
}

#[async_trait]
impl Reads for Counted {
    fn dialect(&self) -> Dialect {
        self.transaction.dialect()
    }

    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.counting.asked.fetch_add(1, Ordering::SeqCst);
        self.transaction.rows(sql).await
    }
}

#[async_trait]
impl Connection for Counted {
    async fn execute(&mut self, sql: &Sql) -> Result<u64, StoreError> {
        self.counting.written.lock().unwrap().push(sql.clone());
        self.transaction.execute(sql).await
    }
}

#[async_trait]
impl Transaction for Counted {
    async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await
    }
}
