//! What is claimed about speed, measured on both databases in one run beside the least that could do the same: ratios, because
//! machines differ and are busy.

mod bare;
mod beats;
mod footprint;
mod hashing;
mod house;
mod load;
mod pages;
mod revocation;
mod rights;
mod rival;
mod server;
mod sheet;
mod stage;
mod table;

use std::io::Write as _;
use std::sync::Arc;

use anyhow::Result;
use clap::Parser;
use tenure_port_store::Store;
use tenure_store_postgres::{PoolOptions, PostgresStore};
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_throwaway_postgres::Databases;

use crate::pages::Rounds;
use crate::stage::{Kind, Sizes, Stage};
use crate::table::Line;

/// Measure Tenure beside its rivals
#[derive(Debug, Parser)]
struct Ask {
    /// How many members the large organization has
    #[arg(long, default_value_t = 1_000_000)]
    members: u32,
    /// How many contacts the large organization has
    #[arg(long, default_value_t = 2_000_000)]
    contacts: u32,
    /// How many workspaces the large organization has
    #[arg(long, default_value_t = 10_000)]
    workspaces: u32,
    /// How many contacts the leaver of the large case holds
    #[arg(long, default_value_t = 1_000_000)]
    handover: u32,
    /// How many rounds are measured; the table shows medians
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Measure only these: `rights`, `lists`, `contacts`, `sheet`, `hashing`, `beats`, `footprint`, `growth`, `revocation`
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Be the minimal server that others are measured beside, on this database
    #[arg(long, hide = true)]
    serve_bare: Option<String>,
}

impl Ask {
    fn wants(&self, what: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == what)
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let ask = Ask::parse();
    if let Some(url) = &ask.serve_bare {
        return rival::serve(url).await;
    }
    let mut lines = Vec::new();
    if ask.wants("rights") {
        lines.extend(rights::measure(ask.rounds).await?);
    }
    for kind in [Kind::Sqlite, Kind::Postgres] {
        lines.extend(of(kind, &ask).await?);
    }
    write!(std::io::stdout(), "\n{}", table::table(&lines))?;
    Ok(())
}

/// Everything that is measured on one database.
async fn of(kind: Kind, ask: &Ask) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    if ask.wants("revocation") {
        lines.push(revocation::measure(kind, empty(kind).await?, ask.handover, ask.rounds * 3).await?);
        told(&lines)?;
    }
    let (large, rounds) = (Sizes { members: ask.members, contacts: ask.contacts, workspaces: ask.workspaces }, Rounds(ask.rounds));
    let mut stage = Stage::make(kind, large).await?;
    let all = stage.generated_in;
    writeln!(std::io::stdout(), "{}: {} members, {} contacts in {all:.0} s", kind.name(), large.members, large.contacts)?;
    if ask.wants("footprint") {
        lines.extend(footprint::measure(&mut stage).await?);
        told(&lines)?;
    }
    if ask.wants("lists") {
        lines.extend(pages::members(&stage, rounds).await?);
        lines.push(pages::first_paint(&stage, rounds).await?);
        told(&lines)?;
    }
    if ask.wants("growth") {
        let small = Stage::make(kind, Sizes { members: 10_000, contacts: 20_000, workspaces: 100 }).await?;
        lines.extend(pages::growth(&small, &stage, rounds).await?);
        told(&lines)?;
    }
    if ask.wants("hashing") {
        lines.extend(hashing::measure(&stage, ask.rounds).await?);
        told(&lines)?;
    }
    if ask.wants("sheet") {
        lines.extend(sheet::measure(&stage, ask.rounds.min(3), ask.members).await?);
        told(&lines)?;
    }
    if ask.wants("beats") {
        lines.push(beats::measure(&stage, store(kind, &stage.url).await?, ask.rounds).await?);
        told(&lines)?;
    }
    if ask.wants("contacts") {
        lines.extend(pages::contacts(&stage, rounds).await?);
        told(&lines)?;
    }
    Ok(lines)
}

/// Says how far it is: a whole run takes a while.
fn told(lines: &[Line]) -> Result<()> {
    let last = lines.last().map(|line| line.operation.as_str()).unwrap_or_default();
    writeln!(std::io::stdout(), "measured up to: {last}")?;
    Ok(())
}

async fn store(kind: Kind, url: &str) -> Result<Arc<dyn Store>> {
    Ok(match kind {
        Kind::Sqlite => Arc::new(SqliteStore::open(url.trim_start_matches("sqlite://"), OpenOptions::default()).await?),
        Kind::Postgres => Arc::new(PostgresStore::connect(url, PoolOptions::default()).await?),
    })
}

/// A database that is migrated and otherwise empty. It goes when the process does.
async fn empty(kind: Kind) -> Result<Arc<dyn Store>> {
    match kind {
        Kind::Sqlite => {
            let store = SqliteStore::open(tempfile::tempdir()?.keep().join("bench.db"), OpenOptions::default()).await?;
            store.migrate().await?;
            Ok(Arc::new(store))
        }
        Kind::Postgres => {
            let database = Box::leak(Box::new(Databases::from_env()?.empty()?));
            let store = PostgresStore::connect(&database.url(), PoolOptions::default()).await?;
            store.migrate().await?;
            Ok(Arc::new(store))
        }
    }
}
