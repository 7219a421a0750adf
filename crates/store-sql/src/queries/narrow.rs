//! Narrow filters: asking an index for the few rows that a filter leaves, and whether they are few.
//!
//! No statement serves ten of a million and all of a million alike. A filter is probed first: up to [`FEW`] rows are collected
//! and sorted, more are found soon enough by walking the order that was asked for.

use tenure_port_store::StoreError;

use crate::sql::Arg;
use crate::{Driver, Reads as _, Sql, SqlStore, Value};

/// How many rows are few enough to be collected and sorted.
pub(super) const FEW: i64 = 1_000;

/// A bounded look into an index, as a `select` of `id`. Each walks its index in order, so that Postgres never prefers to read
/// the whole table until it has met enough rows by chance.
pub(super) struct Arms<'a> {
    sql: &'a mut Sql,
    organization: Arg,
    any: bool,
}

impl<'a> Arms<'a> {
    /// No arms yet.
    pub(super) const fn new(sql: &'a mut Sql, organization: Arg) -> Self {
        Self { sql, organization, any: false }
    }

    /// Whose rows are looked for.
    pub(super) const fn organization(&self) -> Arg {
        self.organization
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
        self.sql.push(" limit ").push_bind(FEW + 1).push(") arm");
    }
}

/// Whether these candidates are few.
pub(super) async fn are_few<D: Driver>(store: &SqlStore<D>, arms: impl FnOnce(&mut Sql)) -> Result<bool, StoreError> {
    let mut sql = Sql::build("select count(*) as n from (");
    arms(&mut sql);
    sql.push(" limit ").push_bind(FEW + 1).push(") few");
    let row = store.pooled().row(&sql).await?;
    Ok(row.map_or(Ok(0), |row| row.int("n"))? <= FEW)
}

/// Begins a statement with the candidates as the table `few`, each once.
pub(super) fn push_few(sql: &mut Sql, arms: impl FnOnce(&mut Sql)) {
    sql.push("with few as materialized (select distinct id from (");
    arms(sql);
    sql.push(") arms) ");
}
