//! What is claimed about speed, measured on both databases in one run beside the least that could do the same: ratios, because
//! machines differ and are busy.

mod access;
mod acts;
mod bare;
mod beats;
mod crowd;
mod footprint;
mod hashing;
mod house;
mod inviting;
mod load;
mod pages;
mod recorder;
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
    /// How many small organizations there are beside it
    #[arg(long, default_value_t = 1_000)]
    beside: u32,
    /// How many contacts the leaver of the large case holds
    #[arg(long, default_value_t = 1_000_000)]
    handover: u32,
    /// How many rounds are measured; the table shows medians
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Measure only these: `rights`, `lists`, `contacts`, `sheet`, `hashing`, `beats`, `footprint`, `growth`,
    /// `revocation`, `access`, `acts`, `inviting`, `crowd`
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Measure on this database alone
    #[arg(long)]
    on: Option<Kind>,
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
    let mut told = Told::default();
    if ask.wants("rights") {
        told.add(rights::measure(ask.rounds).await?)?;
    }
    for kind in [Kind::Sqlite, Kind::Postgres].into_iter().filter(|kind| ask.on.is_none_or(|on| on == *kind)) {
        measure(kind, &ask, &mut told).await?;
    }
    write!(std::io::stdout(), "\n{}", table::table(&told.0))?;
    Ok(())
}

/// What was measured so far. A whole run takes a while, so each line is told at once.
#[derive(Default)]
struct Told(Vec<Line>);

impl Told {
    fn add(&mut self, lines: impl IntoIterator<Item = Line>) -> Result<()> {
        for line in lines {
            writeln!(std::io::stdout(), "{}", table::row(&line))?;
            self.0.push(line);
        }
        Ok(())
    }
}

/// What is measured in the large organization.
const LARGE: [&str; 7] = ["footprint", "lists", "growth", "hashing", "sheet", "beats", "contacts"];

/// Everything that is measured on one database.
async fn measure(kind: Kind, ask: &Ask, told: &mut Told) -> Result<()> {
    if ask.wants("revocation") {
        told.add([revocation::measure(kind, empty(kind).await?, ask.handover, ask.rounds * 3).await?])?;
    }
    if ask.wants("access") {
        told.add([access::measure(kind, empty(kind).await?).await?])?;
    }
    if ask.wants("acts") {
        told.add(acts::measure(kind, ask.rounds).await?)?;
    }
    if ask.wants("inviting") {
        told.add(inviting::measure(kind, ask.rounds).await?)?;
    }
    if ask.wants("crowd") {
        told.add(crowd::measure(kind, ask.rounds).await?)?;
    }
    if !LARGE.iter().any(|what| ask.wants(what)) {
        return Ok(());
    }
    let large = Sizes { members: ask.members, contacts: ask.contacts, workspaces: ask.workspaces, beside: ask.beside };
    let rounds = Rounds(ask.rounds);
    let mut stage = Stage::make(kind, large).await?;
    let all = stage.generated_in;
    let Sizes { members, contacts, beside, .. } = large;
    let name = kind.name();
    writeln!(
        std::io::stdout(),
        "{name}: {members} members, {contacts} contacts in {all:.0} s, {beside} small organizations beside"
    )?;
    if ask.wants("footprint") {
        told.add(footprint::measure(&mut stage).await?)?;
    }
    if ask.wants("lists") {
        told.add(pages::members(&stage, rounds).await?)?;
        told.add([pages::first_paint(&stage, rounds).await?])?;
    }
    if ask.wants("growth") {
        let small = Stage::make(kind, Sizes { members: 10_000, contacts: 20_000, workspaces: 100, beside: 0 }).await?;
        told.add(pages::growth(&small, &stage, rounds).await?)?;
    }
    if ask.wants("hashing") {
        told.add(hashing::measure(&stage, ask.rounds).await?)?;
    }
    if ask.wants("sheet") {
        told.add(sheet::measure(&stage, ask.rounds.min(3), ask.members).await?)?;
    }
    if ask.wants("beats") {
        told.add([beats::measure(&stage, store(kind, &stage.url).await?, ask.rounds).await?])?;
    }
    if ask.wants("contacts") {
        told.add(pages::contacts(&stage, rounds).await?)?;
    }
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
