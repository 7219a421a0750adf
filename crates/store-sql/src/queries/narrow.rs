//! Narrow filters: asking an index for the few rows that a filter leaves, and whether they are few.
//!
//! No statement serves ten of a million and all of a million alike. A filter is probed first: up to [`FEW`] rows are collected
//! and sorted, more are found soon enough by walking the order that was asked for.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;

use crate::sql::Arg;
use crate::{Driver, Reads as _, Sql, SqlStore, Value};

/// How many rows are few enough to be collected and sorted.
pub(super) const FEW: i64 = 1_000;

/// Bounded looks into indexes, each a `select` of `id`. Each walks its index in order, so that Postgres never prefers to read
/// the whole table until it has met enough rows by chance.
pub(super) struct Arms<'a> {
    sql: &'a mut Sql,
    organization: Arg,
    most: i64,
    any: bool,
}

impl Arms<'_> {
    /// Whose rows are looked for.
    pub(super) const fn organization(&self) -> Arg {
        self.organization
    }

    /// How many rows are enough for each look, bound.
    pub(super) fn enough(&mut self) -> Arg {
        self.sql.arg(self.most + 1)
    }

    /// Adds one: `select` ends before the organization, `rest` adds what follows it.
    pub(super) fn push(&mut self, select: &'static str, rest: impl FnOnce(&mut Sql, Arg)) {
        let organization = self.organization;
        self.push_whole(|sql| {
            sql.push(select).push_arg(organization);
            rest(sql, organization);
        });
    }

    /// Adds one row that is known without looking.
    pub(super) fn push_id(&mut self, id: impl Into<Value>) {
        self.push_whole(|sql| {
            sql.push("select ").push_bind(id).push(" as id");
        });
    }

    /// Adds one that is told as a whole.
    pub(super) fn push_whole(&mut self, select: impl FnOnce(&mut Sql)) {
        self.sql.push(if self.any { " union all select id from (" } else { "select id from (" });
        self.any = true;
        select(self.sql);
        self.sql.push(" limit ").push_bind(self.most + 1).push(") arm");
    }
}

/// Whether these candidates are no more than `most`.
pub(super) async fn are_few<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    most: i64,
    arms: impl FnOnce(&mut Arms<'_>),
) -> Result<bool, StoreError> {
    let mut sql = Sql::build("select count(*) as n from (");
    let organization = sql.arg(organization);
    arms(&mut Arms { sql: &mut sql, organization, most, any: false });
    sql.push(" limit ").push_bind(most + 1).push(") few");
    let row = store.pooled().row(&sql).await?;
    Ok(row.map_or(Ok(0), |row| row.int("n"))? <= most)
}

/// Begins a statement with the candidates as the table `few`, each once. The organization is its `$1`.
pub(super) fn few(organization: OrganizationId, most: i64, arms: impl FnOnce(&mut Arms<'_>)) -> (Sql, Arg) {
    let mut sql = Sql::build("");
    let organization = sql.arg(organization);
    push_few(&mut sql, organization, most, arms);
    (sql, organization)
}

/// Begins a statement within another one in the same way.
pub(super) fn push_few(sql: &mut Sql, organization: Arg, most: i64, arms: impl FnOnce(&mut Arms<'_>)) {
    sql.push("with few as materialized (select distinct id from (");
    arms(&mut Arms { sql, organization, most, any: false });
    sql.push(") arms) ");
}
