//! Receipts, with the portfolios that they still name.

use std::collections::HashMap;

use tenure_domain::access::Reaches;
use tenure_domain::{OrganizationId, PortfolioId, ReceiptId, WorkspaceId};
use tenure_port_store::{Page, PageAsk, ReceiptRow, StoreError};
use uuid::Uuid;

use super::pages;
use super::reach::{self, Covered};
use crate::snapshots::receipt::{self, receipt_columns};
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

const ROWS: &str = concat!(
    "select ",
    receipt_columns!(),
    ", coalesce((select m.display_name from memberships m where m.organization_id = r.organization_id and m.id = r.member_id), \
     (select d.display_name from deleted_memberships d where d.organization_id = r.organization_id and d.id = r.member_id)) \
     as member_name \
     from receipts r where r.organization_id = "
);

const PORTFOLIOS: &str = "select receipt_id, portfolio_id as id from receipt_portfolios where organization_id = ";
const WORKSPACES: &str = "select receipt_id, workspace_id as id from receipt_workspaces where organization_id = ";

/// Regions of up to this many workspaces are looked into one by one; in larger ones receipts are met soon enough by walking.
const FEW_WORKSPACES: i64 = 200;

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    reach: &Reaches,
    ask: &PageAsk,
) -> Result<Page<ReceiptRow>, StoreError> {
    let covered = Covered::new(organization, reach);
    if covered.regions.is_empty() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let few = !covered.is_whole() && are_few(store, organization, &covered).await?;
    let sql = if few { keyed(store, organization, &covered, ask) } else { walk(organization, &covered, ask) };
    let ids: Vec<ReceiptId> = store.pooled().rows(&sql).await?.iter().map(|row| row.id("id")).collect::<Result<_, StoreError>>()?;
    let page = pages::cut(ids, ask, |id| pages::at_id(id.uuid()));
    Ok(Page { items: rows(store, organization, &page.items).await?, next: page.next })
}

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    id: ReceiptId,
) -> Result<Option<ReceiptRow>, StoreError> {
    Ok(rows(store, organization, &[id]).await?.pop())
}

async fn are_few<D: Driver>(store: &SqlStore<D>, organization: OrganizationId, covered: &Covered) -> Result<bool, StoreError> {
    let mut sql = Sql::build("select count(*) as n from (select w.id from workspaces w where w.organization_id = ");
    sql.push_bind(organization).push(" and ");
    reach::push_within(&mut sql, "w.path", &covered.regions);
    sql.push(" order by w.path limit ").push_bind(FEW_WORKSPACES + 1).push(") few");
    let row = store.pooled().row(&sql).await?;
    Ok(row.map_or(Ok(0), |row| row.int("n"))? <= FEW_WORKSPACES)
}

/// One walk from the newest on.
fn walk(organization: OrganizationId, covered: &Covered, ask: &PageAsk) -> Sql {
    let mut sql = Sql::build("select r.id from receipts r where r.organization_id = ");
    sql.push_bind(organization);
    if !covered.is_whole() {
        push_covered(&mut sql, covered, "r.organization_id", "r.id");
    }
    if let Some(after) = pages::after_id(ask) {
        sql.push(" and r.id < ").push_bind(after);
    }
    sql.push(" order by r.id desc limit ").push_bind(pages::limit(ask));
    sql
}

/// Adds that all the workspaces are covered that a receipt is about.
fn push_covered(sql: &mut Sql, covered: &Covered, organization: &'static str, receipt: &'static str) {
    sql.push(
        " and (select true from receipt_workspaces o join workspaces w on w.organization_id = o.organization_id \
         and w.id = o.workspace_id where o.organization_id = ",
    );
    sql.push(organization).push(" and o.receipt_id = ").push(receipt).push(" and not ");
    reach::push_within(sql, "w.path", &covered.regions);
    sql.push(" limit 1) is null");
}

/// One look for each workspace. What is about several is met in each of them.
fn keyed<D: Driver>(store: &SqlStore<D>, organization: OrganizationId, covered: &Covered, ask: &PageAsk) -> Sql {
    let dialect = Driver::dialect(store.driver());
    let mut sql = Sql::build("select distinct hit.id from (select w.id from workspaces w where w.organization_id = ");
    let organization = sql.arg(organization);
    sql.push_arg(organization).push(" and ");
    reach::push_within(&mut sql, "w.path", &covered.regions);
    sql.push(
        dialect
            .choose(") keys cross join receipts hit where hit.organization_id = $1 and hit.id in (", ") keys cross join lateral ("),
    );
    sql.push("select k.receipt_id as id from receipt_workspaces k where k.organization_id = ").push_arg(organization);
    sql.push(" and k.workspace_id = keys.id");
    push_covered(&mut sql, covered, "k.organization_id", "k.receipt_id");
    if let Some(after) = pages::after_id(ask) {
        sql.push(" and k.receipt_id < ").push_bind(after);
    }
    sql.push(" order by k.receipt_id desc limit ").push_bind(pages::limit(ask));
    sql.push(dialect.choose(")", ") hit")).push(" order by hit.id desc limit ").push_bind(pages::limit(ask));
    sql
}

/// The rows of these receipts, newest first.
async fn rows<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    ids: &[ReceiptId],
) -> Result<Vec<ReceiptRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization).push(" and r.id in ").push_list(ids.iter().copied()).push(" order by r.id desc");
    let mut portfolios = named(store, PORTFOLIOS, organization, ids).await?;
    let mut told_at = named(store, WORKSPACES, organization, ids).await?;
    let read = |row: &Row| {
        let receipt = receipt::read(row)?;
        let portfolios = portfolios.remove(&receipt.id).unwrap_or_default().into_iter().map(PortfolioId::new).collect();
        let told_at = told_at.remove(&receipt.id).unwrap_or_default().into_iter().map(WorkspaceId::new).collect();
        Ok(ReceiptRow { receipt, portfolios, member_name: row.opt_text("member_name")?.map(str::to_owned), told_at })
    };
    store.pooled().rows(&sql).await?.iter().map(read).collect()
}

/// What some receipts name: for each its ids, in order.
async fn named<D: Driver>(
    store: &SqlStore<D>,
    text: &'static str,
    organization: OrganizationId,
    ids: &[ReceiptId],
) -> Result<HashMap<ReceiptId, Vec<Uuid>>, StoreError> {
    let mut sql = Sql::build(text);
    sql.push_bind(organization).push(" and receipt_id in ").push_list(ids.iter().copied()).push(" order by receipt_id, id");
    let mut of: HashMap<ReceiptId, Vec<Uuid>> = HashMap::new();
    for row in store.pooled().rows(&sql).await? {
        of.entry(row.id("receipt_id")?).or_default().push(row.id("id")?);
    }
    Ok(of)
}
