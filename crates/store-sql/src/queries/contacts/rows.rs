//! The rows of contacts whose ids were found.

use std::collections::BTreeSet;

use tenure_domain::{ContactId, MemberId, OrganizationId};
use tenure_port_store::{ContactRow, StoreError};

use super::view::View;
use crate::snapshots::contact::{self, contact_columns};
use crate::{Dialect, Driver, Reads as _, Row, Sql, SqlStore};

macro_rules! columns {
    () => {
        concat!("select ", contact_columns!(), ", w.path as path, p.holder as holder from ")
    };
}

const REST: &str = " join workspaces w on w.organization_id = c.organization_id and w.id = c.workspace_id \
     left join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id where c.organization_id = $1";

/// A contact that was found; nothing of it, if it has moved out of the viewer's sight meanwhile.
#[derive(Debug)]
pub(super) struct Hit {
    pub(super) id: ContactId,
    pub(super) row: Option<ContactRow>,
}

/// The ids that a statement finds.
pub(super) async fn ids<D: Driver>(store: &SqlStore<D>, sql: &Sql) -> Result<Vec<ContactId>, StoreError> {
    store.pooled().rows(sql).await?.iter().map(|row| row.id("id")).collect()
}

/// The statement for these contacts, newest first.
pub(super) fn these(organization: OrganizationId, ids: &[ContactId]) -> Sql {
    let mut sql = Sql::build(concat!(columns!(), "contacts c")).bind(organization);
    sql.push(REST).push(" and c.id in ").push_list(ids.iter().copied()).push(" order by c.id desc");
    sql
}

/// The statement for the contacts that another one finds, whose `$1` is the organization.
pub(super) fn found(by: Sql, dialect: Dialect) -> Sql {
    let mut sql = by.preceded_by(concat!(columns!(), "("));
    sql.push(") found").push(dialect.choose(
        " cross join contacts c",
        " cross join lateral (select * from contacts s where s.organization_id = $1 and s.id = found.id limit 1) c",
    ));
    sql.push(REST).push(dialect.choose(" and c.id = found.id", "")).push(" order by c.id desc");
    sql
}

/// The rows of contacts as the viewer sees them.
pub(super) async fn read<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    view: &View,
    sql: &Sql,
) -> Result<Vec<Hit>, StoreError> {
    let rows = store.pooled().rows(sql).await?;
    let holders: BTreeSet<MemberId> = if view.commons.is_empty() {
        BTreeSet::new()
    } else {
        rows.iter().filter_map(|row| row.opt_id("holder").transpose()).collect::<Result<_, StoreError>>()?
    };
    let holders: Vec<MemberId> = holders.into_iter().collect();
    let colleagues = view.colleagues(&mut store.pooled(), organization, &holders).await?;
    let hit = |row: &Row| {
        let assignee = row.opt_id("holder")?;
        let masking = view.masking(row.text("path")?, assignee, &colleagues);
        let contact = contact::read(row)?;
        Ok(Hit { id: contact.id, row: masking.map(|masking| ContactRow { contact, assignee, masking }) })
    };
    rows.iter().map(hit).collect()
}
