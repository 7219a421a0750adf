//! Jobs and their people, for those who began them.

use tenure_domain::job::Job;
use tenure_domain::{Instant, JobId, MemberId, OrganizationId};
use tenure_port_store::{ItemFilter, JobItemRow, Page, PageAsk, Position, StoreError};
use uuid::Uuid;

use super::pages;
use crate::snapshots::job::{self, job_columns, job_item_columns};
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

const JOBS: &str = concat!("select ", job_columns!(), " from jobs j where j.organization_id = ");

const ITEMS: &str = concat!(
    "select ",
    job_item_columns!(),
    ", coalesce((select m.display_name from memberships m where m.organization_id = i.organization_id and m.id = i.member_id), \
     (select d.display_name from deleted_memberships d where d.organization_id = i.organization_id and d.id = i.member_id)) as name \
     from job_items i where i.organization_id = "
);

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    id: JobId,
) -> Result<Option<Job>, StoreError> {
    let mut sql = Sql::build(JOBS);
    sql.push_bind(organization).push(" and j.id = ").push_bind(id);
    store.pooled().row(&sql).await?.as_ref().map(job::read).transpose()
}

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    by: MemberId,
    ask: &PageAsk,
) -> Result<Page<Job>, StoreError> {
    let mut sql = Sql::build(JOBS);
    sql.push_bind(organization).push(" and j.begun_by = ").push_bind(by).push(" and j.state <> 'planned'");
    if let Some(after) = pages::after_id(ask) {
        sql.push(" and j.id < ").push_bind(after);
    }
    sql.push(" order by j.id desc limit ").push_number(pages::limit(ask));
    let rows = store.pooled().rows(&sql).await?;
    let jobs = rows.iter().map(job::read).collect::<Result<Vec<_>, _>>()?;
    Ok(pages::cut(jobs, ask, |job| pages::at_id(job.id.uuid())))
}

pub(super) async fn items<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    id: JobId,
    filter: ItemFilter,
    ask: &PageAsk,
) -> Result<Page<JobItemRow>, StoreError> {
    let mut sql = Sql::build(ITEMS);
    sql.push_bind(organization).push(" and i.job_id = ").push_bind(id);
    sql.push(match filter {
        ItemFilter::All => "",
        ItemFilter::Done => " and i.outcome = 'done'",
        ItemFilter::Refused => " and i.outcome = 'refused'",
        ItemFilter::Open => " and i.outcome is null",
    });
    if let Some(after) = &ask.after {
        sql.push(" and i.position > ").push_bind(pages::number(after)?);
    }
    sql.push(" order by i.position limit ").push_number(pages::limit(ask));
    let read = |row: &Row| Ok(JobItemRow { item: job::item(row)?, name: row.opt_text("name")?.map(str::to_owned) });
    let rows = store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    let position = |row: &JobItemRow| Position { key: row.item.position.to_string(), id: Uuid::nil() };
    Ok(pages::cut(rows, ask, position))
}

pub(super) async fn lately<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    since: Instant,
) -> Result<Vec<Job>, StoreError> {
    let mut sql = Sql::build(JOBS);
    sql.push_bind(organization).push(" and j.state = 'running'");
    let mut rows = store.pooled().rows(&sql).await?;
    let mut sql = Sql::build(JOBS);
    sql.push_bind(organization).push(" and j.ended_at >= ").push_bind(since);
    rows.extend(store.pooled().rows(&sql).await?);
    // One that a newer program wrote is not in the way of all that is told besides.
    Ok(rows.iter().filter_map(|row| job::read(row).ok()).collect())
}
