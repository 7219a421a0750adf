//! A driver that remembers what was read with it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use tenure_port_store::StoreError;
use tenure_store_sql::{Dialect, Driver, Row, Sql};
use tenure_store_sqlite::{SqliteStore, SqliteTransaction};

/// A step of a plan: its number, that of the step it belongs to, and what it does.
pub(crate) type Step = (i64, i64, String);

#[derive(Clone)]
pub(crate) struct Recording {
    store: Arc<SqliteStore>,
    question: Arc<Mutex<String>>,
    statements: Arc<Mutex<BTreeMap<String, (String, Sql)>>>,
}

impl Recording {
    pub(crate) fn of(store: SqliteStore) -> Self {
        Self { store: Arc::new(store), question: Arc::default(), statements: Arc::default() }
    }

    /// Notes what is about to be asked.
    pub(crate) fn about(&self, question: String) {
        *self.question.lock().unwrap() = question;
    }

    /// Every different statement, with the first question that it was read for.
    pub(crate) fn statements(&self) -> Vec<(String, Sql)> {
        self.statements.lock().unwrap().values().cloned().collect()
    }

    /// SQLite's plan for a statement.
    pub(crate) async fn explain(&self, sql: &Sql) -> Vec<Step> {
        let text: &'static str = format!("explain query plan {}", sql.text()).leak();
        let explain = sql.args().iter().cloned().fold(Sql::fixed(text), Sql::bind);
        let rows = self.store.driver().read(&explain).await.unwrap();
        let step = |row: &Row| (row.int("id").unwrap(), row.int("parent").unwrap(), row.text("detail").unwrap().to_owned());
        rows.iter().map(step).collect()
    }
}

#[async_trait]
impl Driver for Recording {
    type Transaction = SqliteTransaction;

    fn dialect(&self) -> Dialect {
        self.store.driver().dialect()
    }

    async fn begin(&self) -> Result<SqliteTransaction, StoreError> {
        self.store.driver().begin().await
    }

    async fn snapshot(&self) -> Result<SqliteTransaction, StoreError> {
        self.store.driver().snapshot().await
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        let question = self.question.lock().unwrap().clone();
        self.statements.lock().unwrap().entry(sql.text().to_string()).or_insert((question, sql.clone()));
        self.store.driver().read(sql).await
    }
}
