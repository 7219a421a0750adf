//! The invariants of the model, asked of the data itself: every rule that a broken row could break, in pieces of bounded size.

mod deleted;
mod holders;
mod journal;
mod members;
mod people;
mod resources;
mod search;
mod tree;
mod users;

use tenure_domain::OrganizationId;
use tenure_domain::organization::Organization;
use tenure_port_store::{StoreError, Violation};
use uuid::Uuid;

use self::tree::Tree;
use crate::snapshots::organization::{self, organization_columns};
use crate::{Dialect, Driver, Reads, Row, Sql, SqlStore};

const ORGANIZATIONS: &str =
    concat!("select ", organization_columns!(), " from organizations o where o.id > $1 order by o.id limit 100");

/// The fixed statements of these checks, by name.
pub(super) const STATEMENTS: &[&[(&str, &str)]] = &[
    &[("ORGANIZATIONS", ORGANIZATIONS)],
    deleted::STATEMENTS,
    holders::STATEMENTS,
    journal::STATEMENTS,
    members::STATEMENTS,
    resources::STATEMENTS,
    tree::STATEMENTS,
    users::STATEMENTS,
];

/// Those of one database alone.
pub(super) const fn own_statements(dialect: Dialect) -> &'static [(&'static str, &'static str)] {
    match dialect {
        Dialect::Sqlite => search::SQLITE_STATEMENTS,
        Dialect::Postgres => &[],
    }
}

/// How many rows are looked at in one piece.
const PIECE: i64 = 500;

/// What was found.
struct Found {
    violations: Vec<Violation>,
    up_to: usize,
    organization: Option<OrganizationId>,
}

impl Found {
    fn add(&mut self, invariant: &'static str, detail: impl Into<String>) {
        if !self.is_full() {
            self.violations.push(Violation { invariant, organization: self.organization, detail: detail.into() });
        }
    }

    fn add_if(&mut self, broken: bool, invariant: &'static str, detail: impl FnOnce() -> String) {
        if broken {
            self.add(invariant, detail());
        }
    }

    fn is_full(&self) -> bool {
        self.violations.len() >= self.up_to
    }

    /// What a row holds; none, and a violation, if no version of Tenure could have written it.
    fn readable<T>(&mut self, read: Result<T, StoreError>, what: impl FnOnce() -> String) -> Result<Option<T>, StoreError> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(StoreError::Corrupt(reason)) => {
                self.add("readable", format!("{}: {reason}", what()));
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// Adds a violation for each row of a statement that looks for broken ones.
    fn add_rows(&mut self, rows: &[Row], invariant: &'static str, what: &str) -> Result<(), StoreError> {
        for row in rows {
            self.add(invariant, format!("{what} {}", row.uuid("id")?));
        }
        Ok(())
    }
}

pub(super) async fn find<D: Driver>(store: &SqlStore<D>, up_to: u32) -> Result<Vec<Violation>, StoreError> {
    let mut found = Found { violations: Vec::new(), up_to: usize::try_from(up_to).unwrap_or(usize::MAX), organization: None };
    // All of it as of one moment: beside people who work, rows that were read one after the other would contradict each other.
    let mut reads = store.driver().snapshot().await?;
    let reads: &mut dyn Reads = &mut reads;
    users::check(reads, &mut found).await?;
    let mut after = Uuid::nil();
    while !found.is_full() {
        let rows = reads.rows(&Sql::fixed(ORGANIZATIONS).bind(after)).await?;
        let Some(last) = rows.last() else { break };
        after = last.uuid("o_id")?;
        for row in &rows {
            let id: OrganizationId = row.id("o_id")?;
            found.organization = Some(id);
            let read = organization::read(row, store.models());
            if let Some(organization) = found.readable(read, || format!("organization {id}"))? {
                check(reads, &organization, &mut found).await?;
            }
        }
    }
    Ok(found.violations)
}

async fn check(reads: &mut dyn Reads, organization: &Organization, found: &mut Found) -> Result<(), StoreError> {
    let tree = Tree::load(reads, organization, found).await?;
    tree.check(organization, found);
    if !found.is_full() {
        members::check(reads, organization, found).await?;
    }
    if !found.is_full() {
        deleted::check(reads, organization.id, found).await?;
    }
    if !found.is_full() {
        holders::check(reads, organization, &tree, found).await?;
    }
    if !found.is_full() {
        resources::check(reads, organization, found).await?;
    }
    if !found.is_full() {
        journal::check(reads, organization.id, found).await?;
    }
    if !found.is_full() {
        search::check(reads, organization.id, found).await?;
    }
    Ok(())
}
