//! Statements written down while they run, to be run again without anything of Tenure.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use async_trait::async_trait;
use sqlx::AssertSqlSafe;
use tenure_port_store::StoreError;
use tenure_store_sql::{Connection, Dialect, Driver, Reads, Row, Sql, Transaction, Value};

use uuid::Uuid;

use crate::bare::Bare;

/// What was asked of a database.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Begin,
    Read(Sql),
    Write(Sql),
    Commit,
    Rollback,
}

/// What was asked so far, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<Step>>>);

impl Log {
    fn note(&self, step: Step) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(step);
    }

    /// Takes out what was asked since it was last taken out.
    pub(crate) fn take(&self) -> Vec<Step> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A driver, and what is asked of it.
#[derive(Debug)]
pub(crate) struct Recorder<D: 'static> {
    pub(crate) driver: &'static D,
    pub(crate) log: Log,
}

/// A transaction, likewise.
#[derive(Debug)]
pub(crate) struct Recorded<T> {
    transaction: T,
    end: End,
}

/// Whoever drops a transaction rolls it back.
#[derive(Debug)]
struct End {
    log: Log,
    is_noted: bool,
}

impl Drop for End {
    fn drop(&mut self) {
        if !self.is_noted {
            self.log.note(Step::Rollback);
        }
    }
}

#[async_trait]
impl<D: Driver> Driver for Recorder<D> {
    type Transaction = Recorded<D::Transaction>;

    fn dialect(&self) -> Dialect {
        self.driver.dialect()
    }

    async fn begin(&self) -> Result<Self::Transaction, StoreError> {
        self.log.note(Step::Begin);
        Ok(Recorded { transaction: self.driver.begin().await?, end: End { log: self.log.clone(), is_noted: false } })
    }

    async fn snapshot(&self) -> Result<Self::Transaction, StoreError> {
        self.log.note(Step::Begin);
        Ok(Recorded { transaction: self.driver.snapshot().await?, end: End { log: self.log.clone(), is_noted: false } })
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.log.note(Step::Read(sql.clone()));
        self.driver.read(sql).await
    }
}

#[async_trait]
impl<T: Transaction> Reads for Recorded<T> {
    fn dialect(&self) -> Dialect {
        self.transaction.dialect()
    }

    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.end.log.note(Step::Read(sql.clone()));
        self.transaction.rows(sql).await
    }
}

#[async_trait]
impl<T: Transaction> Connection for Recorded<T> {
    async fn execute(&mut self, sql: &Sql) -> Result<u64, StoreError> {
        self.end.log.note(Step::Write(sql.clone()));
        self.transaction.execute(sql).await
    }
}

#[async_trait]
impl<T: Transaction> Transaction for Recorded<T> {
    async fn commit(mut self) -> Result<(), StoreError> {
        self.end.log.note(Step::Commit);
        self.end.is_noted = true;
        self.transaction.commit().await
    }
}

/// Runs this on one connection, one step after the other, as the driver itself does it.
macro_rules! run {
    ($pool:expr, $begin:literal, $steps:expr, $ids:expr, $json:expr) => {{
        let mut connection = $pool.acquire().await?;
        for step in $steps {
            let sql = match step {
                Step::Read(sql) | Step::Write(sql) => sql,
                bound => {
                    let text = match bound {
                        Step::Begin => $begin,
                        Step::Commit => "commit",
                        _ => "rollback",
                    };
                    sqlx::raw_sql(text).execute(&mut *connection).await?;
                    continue;
                }
            };
            let mut query = sqlx::query(AssertSqlSafe(sql.text().clone())).persistent(sql.is_kept());
            for value in sql.args() {
                query = match value {
                    Value::Uuid(id) => query.bind(*id),
                    Value::Uuids(ids) => query.bind($ids(ids)),
                    Value::Text(text) => query.bind(text.as_deref()),
                    Value::Int(number) => query.bind(*number),
                    Value::Bool(flag) => query.bind(*flag),
                    Value::Bytes(bytes) => query.bind(bytes.as_deref()),
                    Value::Json(json) => query.bind(json.as_ref().map($json)),
                };
            }
            if matches!(step, Step::Read(_)) {
                query.fetch_all(&mut *connection).await?;
            } else {
                query.execute(&mut *connection).await?;
            }
        }
    }};
}

/// Does all that again, in another database.
pub(crate) async fn replay(bare: &Bare, steps: &[Step]) -> Result<()> {
    match bare {
        Bare::Sqlite(pool) => run!(pool, "begin immediate", steps, |_| None::<String>, ToString::to_string),
        Bare::Postgres(pool) => {
            run!(
                pool,
                "begin isolation level read committed; set local lock_timeout = '10s'",
                steps,
                |ids: &Vec<Uuid>| ids.clone(),
                |json| json
            );
        }
    }
    Ok(())
}
