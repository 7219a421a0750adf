//! A driver that remembers what was read with it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::Value as Json;
use tenure_port_store::StoreError;
use tenure_store_postgres::{PostgresStore, PostgresTransaction};
use tenure_store_sql::{Dialect, Driver, Row, Sql};

#[derive(Clone)]
pub(crate) struct Recording {
    store: Arc<PostgresStore>,
    question: Arc<Mutex<String>>,
    statements: Arc<Mutex<BTreeMap<String, (String, Sql)>>>,
}

impl Recording {
    pub(crate) fn of(store: PostgresStore) -> Self {
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

    /// Postgres's plan for a statement, with what really happened: the values are bound, as they are when it is asked.
    pub(crate) async fn explain(&self, sql: &Sql) -> Json {
        let text: &'static str = format!("explain (analyze, timing off, format json) {}", sql.text()).leak();
        let explain = sql.args().iter().cloned().fold(Sql::fixed(text), Sql::bind);
        let rows = self.store.driver().read(&explain).await.unwrap();
        rows[0].json::<Json>("QUERY PLAN").unwrap()[0]["Plan"].take()
    }
}

#[async_trait]
impl Driver for Recording {
    type Transaction = PostgresTransaction;

    fn dialect(&self) -> Dialect {
        self.store.driver().dialect()
    }

    async fn begin(&self) -> Result<PostgresTransaction, StoreError> {
        self.store.driver().begin().await
    }

    async fn snapshot(&self) -> Result<PostgresTransaction, StoreError> {
        self.store.driver().snapshot().await
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        let question = self.question.lock().unwrap().clone();
        self.statements.lock().unwrap().entry(format!("{}{question}", sql.text())).or_insert((question, sql.clone()));
        self.store.driver().read(sql).await
    }
}
