//! What an adapter implements: how to begin, run, read and commit.

use async_trait::async_trait;
use tenure_port_store::StoreError;

use crate::{Row, Sql};

/// Which database speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Dialect {
    /// The clause that locks the rows of a `select` in Postgres, such as ` for share`; nothing in SQLite, whose one writer
    /// holds everything.
    pub const fn row_lock(self, clause: &'static str) -> &'static str {
        self.choose("", clause)
    }

    /// The text of this database, where the two differ.
    pub const fn choose(self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite => sqlite,
            Self::Postgres => postgres,
        }
    }
}

/// Something that statements can be read with: a transaction, or the pool.
#[async_trait]
pub trait Reads: Send {
    /// Which database answers.
    fn dialect(&self) -> Dialect;

    /// All rows. Statements with `returning` are run with this too, inside a transaction.
    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError>;

    /// The first row, if there is one.
    async fn row(&mut self, sql: &Sql) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql).await?.into_iter().next())
    }
}

/// Something that can be written to.
#[async_trait]
pub trait Connection: Reads {
    /// Runs a statement; says how many rows it changed.
    async fn execute(&mut self, sql: &Sql) -> Result<u64, StoreError>;
}

/// A transaction. Dropping it rolls it back.
#[async_trait]
pub trait Transaction: Connection {
    /// Makes it last.
    async fn commit(self) -> Result<(), StoreError>;
}

/// A database.
#[async_trait]
pub trait Driver: Send + Sync + 'static {
    /// Its transactions.
    type Transaction: Transaction + 'static;

    /// Which database it is.
    fn dialect(&self) -> Dialect;

    /// Begins a transaction that may write: `BEGIN IMMEDIATE` on SQLite's one writer, `READ COMMITTED` on Postgres.
    async fn begin(&self) -> Result<Self::Transaction, StoreError>;

    /// Begins a transaction that reads as of one moment, and holds up nobody. It refuses to write.
    async fn snapshot(&self) -> Result<Self::Transaction, StoreError>;

    /// Reads outside of any transaction.
    async fn read(&self, sql: &Sql) -> Result<Vec<Row>, StoreError>;
}

/// The pool, as something to read with: each statement on whichever connection is free.
#[derive(Debug)]
pub struct Pooled<'a, D>(pub &'a D);

#[async_trait]
impl<D: Driver> Reads for Pooled<'_, D> {
    fn dialect(&self) -> Dialect {
        self.0.dialect()
    }

    async fn rows(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        self.0.read(sql).await
    }
}
