//! Organizations, and the installation they are on.

use tenure_domain::organization::Organization;
use tenure_domain::{OrganizationId, PlanKey};
use tenure_port_store::{OrganizationRow, Page, PageAsk, Position, StoreError};

use super::pages;
use crate::snapshots::organization::{self, organization_columns};
use crate::statements::statement_texts;
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

statement_texts! {
    READY = "select 1 as one";
    SET_UP = "select 1 as one from installation where id = 1";
    FIND = concat!("select ", organization_columns!(), " from organizations o where o.id = $1");
}

pub(super) async fn ready<D: Driver>(store: &SqlStore<D>) -> Result<(), StoreError> {
    store.pooled().row(&Sql::fixed(READY)).await?;
    Ok(())
}

pub(super) async fn awaits_setup<D: Driver>(store: &SqlStore<D>) -> Result<bool, StoreError> {
    Ok(store.pooled().row(&Sql::fixed(SET_UP)).await?.is_none())
}

pub(super) async fn find<D: Driver>(store: &SqlStore<D>, id: OrganizationId) -> Result<Option<Organization>, StoreError> {
    let row = store.pooled().row(&Sql::fixed(FIND).bind(id)).await?;
    row.map(|row| organization::read(&row, store.models())).transpose()
}

pub(super) async fn page<D: Driver>(store: &SqlStore<D>, ask: &PageAsk) -> Result<Page<OrganizationRow>, StoreError> {
    let mut sql = Sql::build(
        "select o.id, o.name, o.name_key, o.model, o.plan, o.seats, o.active, o.created_at, o.version from organizations o where true",
    );
    if let Some(after) = &ask.after {
        sql.push(" and (o.name_key, o.id) > (").push_bind(&after.key).push(", ").push_bind(after.id).push(")");
    }
    sql.push(" order by o.name_key, o.id limit ").push_bind(pages::limit(ask));
    let rows: Vec<(String, OrganizationRow)> =
        store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<_, StoreError>>()?;
    let page = pages::cut(rows, ask, |(key, row)| Position { key: key.clone(), id: row.id.uuid() });
    Ok(page.map(|(_, row)| row))
}

fn read(row: &Row) -> Result<(String, OrganizationRow), StoreError> {
    let organization = OrganizationRow {
        id: row.id("id")?,
        name: row.text("name")?.to_owned(),
        model: row.text("model")?.to_owned(),
        plan: row.opt_parse("plan", PlanKey::parse)?,
        seats: row.opt_number("seats")?,
        active: row.bool("active")?,
        created_at: row.instant("created_at")?,
        version: row.number("version")?,
    };
    Ok((row.text("name_key")?.to_owned(), organization))
}
