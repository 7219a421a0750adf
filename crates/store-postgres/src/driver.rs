//! Postgres as a driver: one pool, short transactions.

use std::str::FromStr as _;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgPool};
use tenure_port_store::StoreError;
use tenure_store_sql::{Connection, Dialect, Driver, Reads, Row, Sql, Transaction};
use tokio::time::timeout;

use crate::connection;
use crate::error::refused;
use crate::options::PoolOptions;

/// One round trip. Locks are waited for with a bound, set for this transaction alone: a pooler in between may give the session
/// to somebody else after it.
const BEGIN: &str = "begin isolation level read committed; set local lock_timeout = '10s'";
/// A moment to read.
const SNAPSHOT: &str = "begin isolation level repeatable read read only";
/// How many statements each connection keeps prepared.
const PREPARED: usize = 512;
/// What a connection asks of the server that writes very much at once.
const FILLING: [(&str, &str); 2] = [("gin_pending_list_limit", "256MB"), ("work_mem", "256MB")];
/// How long a connection is kept at most, so that a pool follows a database that moved.
const LIFETIME: Duration = Duration::from_mins(30);
/// For how long an idle connection is taken to be there still.
const UNTESTED: Duration = Duration::from_secs(2);

/// A Postgres database.
#[derive(Debug)]
pub struct Postgres {
    pool: PgPool,
}

impl Postgres {
    pub(crate) async fn connect(url: &str, options: &PoolOptions) -> Result<Self, StoreError> {
        let connect = PgConnectOptions::from_str(url)
            .map_err(|_| StoreError::Unavailable("the database's URL is none that Postgres understands".to_owned()))?
            .application_name("tenure")
            .statement_cache_capacity(PREPARED)
            .disable_statement_logging();
        let connect = if options.filling { connect.options(FILLING) } else { connect };
        // A pool tries again until its patience ends and then tells of its patience; one connection tells what is wrong.
        let first = timeout(options.patience, connect.connect()).await;
        let first = first.map_err(|_| StoreError::Unavailable("the database doesn't answer".to_owned()))?.map_err(refused)?;
        first.close().await.map_err(refused)?;
        let pool = PgPoolOptions::new()
            .max_connections(options.connections.get())
            .acquire_timeout(options.patience)
            .max_lifetime(LIFETIME)
            // A connection that was just in use is most likely there still, and asking would cost every statement a round trip.
            .test_before_acquire(false)
            .before_acquire(|connection, used| {
                Box::pin(async move {
                    // One that has gone is replaced without a word.
                    Ok(used.idle_for <= UNTESTED || connection.ping().await.is_ok())
                })
            })
            .connect_lazy_with(connect);
        Ok(Self { pool })
    }

    pub(crate) const fn pool(&self) -> &PgPool {
        &self.pool
    }
}

#[async_trait]
impl Driver for Postgres {
    type Transaction = PostgresTransaction;

    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    async fn begin(&self) -> Result<PostgresTransaction, StoreError> {
        Ok(PostgresTransaction(self.pool.begin_with(BEGIN).await.map_err(refused)?))
    }

    async fn snapshot(&self) -> Result<PostgresTransaction, StoreError> {
        Ok(PostgresTransaction(self.pool.begin_with(SNAPSHOT).await.map_err(refused)?))
    }

    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        connection::rows(&self.pool, sql).await
    }
}

/// A transaction. Dropping it rolls it back.
#[derive(Debug)]
pub struct PostgresTransaction(sqlx::Transaction<'static, sqlx::Postgres>);

#[async_trait]
impl Reads for PostgresTransaction {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        connection::rows(&mut *self.0, sql).await
    }
}

#[async_trait]
impl Connection for PostgresTransaction {
    async fn execute(&mut self, sql: &Sql) -> Result<u64, StoreError> {
        connection::execute(&mut *self.0, sql).await
    }
}

#[async_trait]
impl Transaction for PostgresTransaction {
    async fn commit(self) -> Result<(), StoreError> {
        self.0.commit().await.map_err(refused)
    }
}
