//! A driver that remembers what was read with it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, PgConnection};
use tenure_port_store::StoreError;
use tenure_store_postgres::{PostgresStore, PostgresTransaction};
use tenure_store_sql::{Dialect, Driver, Row, Sql, Value};

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

/// A statement as the server keeps it prepared: after some runs it is planned once for all values, where that seems to cost no more.
pub(crate) struct Prepared<'a>(&'a mut PgConnection);

impl<'a> Prepared<'a> {
    /// Prepares it, to be planned for all values at once.
    pub(crate) async fn new(connection: &'a mut PgConnection, sql: &Sql) -> Self {
        let types: Vec<&str> = sql.args().iter().map(kind).collect();
        let types = if types.is_empty() { String::new() } else { format!("({})", types.join(", ")) };
        let text = format!("set plan_cache_mode = force_generic_plan; prepare generic{types} as {}", sql.text());
        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut *connection).await.unwrap();
        Self(connection)
    }

    /// Its plan. With `analyze`, what really happened with these values, too.
    pub(crate) async fn explain(&mut self, analyze: &'static str, sql: &Sql) -> Json {
        let values: Vec<String> = sql.args().iter().map(literal).collect();
        let values = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
        let text = format!("explain ({analyze}format json) execute generic{values}");
        let row = sqlx::raw_sql(AssertSqlSafe(text)).fetch_one(&mut *self.0).await.unwrap();
        sqlx::Row::get::<Json, _>(&row, 0)[0]["Plan"].take()
    }

    /// Forgets it.
    pub(crate) async fn forget(self) {
        sqlx::raw_sql("deallocate generic").execute(&mut *self.0).await.unwrap();
    }
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Uuid(_) => "uuid",
        Value::Uuids(_) => "uuid[]",
        Value::Text(_) => "text",
        Value::Int(_) => "bigint",
        Value::Bool(_) => "boolean",
        Value::Bytes(_) => "bytea",
        Value::Json(_) => "jsonb",
    }
}

fn literal(value: &Value) -> String {
    let quoted = |text: String| format!("'{}'", text.replace('\'', "''"));
    let text = match value {
        Value::Uuid(id) => id.map(|id| quoted(id.to_string())),
        Value::Uuids(ids) => Some(format!("'{{{}}}'", ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))),
        Value::Text(text) => text.clone().map(quoted),
        Value::Int(number) => number.map(|number| number.to_string()),
        Value::Bool(flag) => flag.map(|flag| flag.to_string()),
        Value::Bytes(bytes) => bytes.as_ref().map(|bytes| {
            let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("'\\x{}'", digits.concat())
        }),
        Value::Json(json) => json.as_ref().map(|json| quoted(json.to_string())),
    };
    text.unwrap_or_else(|| "null".to_owned())
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
