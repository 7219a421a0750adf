//! The least that could do the same: SQL through the driver, without anything of Tenure.

use anyhow::Result;
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use uuid::Uuid;

/// A database as its driver gives it.
#[derive(Clone, Debug)]
pub(crate) enum Bare {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// Does the same with either driver: `$pool` is bound to it.
macro_rules! with_pool {
    ($bare:expr, $pool:ident => $work:expr) => {
        match $bare {
            $crate::bare::Bare::Sqlite($pool) => $work,
            $crate::bare::Bare::Postgres($pool) => $work,
        }
    };
}
pub(crate) use with_pool;

impl Bare {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        // As many connections as Tenure opens.
        if url.starts_with("sqlite") {
            let options = url.parse::<sqlx::sqlite::SqliteConnectOptions>()?.busy_timeout(std::time::Duration::from_mins(1));
            Ok(Self::Sqlite(SqlitePoolOptions::new().max_connections(4).connect_with(options).await?))
        } else {
            Ok(Self::Postgres(PgPoolOptions::new().max_connections(16).connect(url).await?))
        }
    }

    /// The ids that a statement gives.
    pub(crate) async fn ids(&self, sql: &'static str) -> Result<Vec<Uuid>> {
        Ok(with_pool!(self, pool => sqlx::query_scalar(sql).fetch_all(pool).await?))
    }

    /// Runs a statement that asks for nothing.
    pub(crate) async fn run(&self, sql: &'static str) -> Result<()> {
        with_pool!(self, pool => { sqlx::raw_sql(sql).execute(pool).await?; });
        Ok(())
    }

    /// The text of each database.
    pub(crate) const fn choose(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }
}
