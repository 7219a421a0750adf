//! What is claimed about speed, measured on both databases in one run: ratios, because machines differ and are busy.

mod house;
mod revocation;

use std::sync::Arc;

use anyhow::Result;
use clap::Parser;
use tenure_port_store::Store;
use tenure_store_postgres::{PoolOptions, PostgresStore};
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_throwaway_postgres::Databases;

/// Measure Tenure beside its rivals
#[derive(Debug, Parser)]
struct Ask {
    /// How many contacts the leaver of the large case holds
    #[arg(long, default_value_t = 1_000_000)]
    contacts: u32,
    /// How many rounds are measured; the table shows medians
    #[arg(long, default_value_t = 15)]
    rounds: u32,
}

#[tokio::main]
async fn main() -> Result<()> {
    let ask = Ask::parse();
    let folder = tempfile::tempdir()?;
    let sqlite = SqliteStore::open(folder.path().join("bench.db"), OpenOptions::default()).await?;
    sqlite.migrate().await?;
    let database = Databases::from_env()?.empty()?;
    let postgres = PostgresStore::connect(&database.url(), PoolOptions::default()).await?;
    postgres.migrate().await?;
    let stores: [(&str, Arc<dyn Store>); 2] = [("SQLite", Arc::new(sqlite)), ("Postgres", Arc::new(postgres))];
    for (name, store) in stores {
        revocation::measure(name, store, ask.contacts, ask.rounds).await?;
    }
    Ok(())
}
