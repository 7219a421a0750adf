//! The rows of contacts whose ids were found.

use std::collections::BTreeSet;

use tenure_domain::{ContactId, MemberId, OrganizationId};
use tenure_port_store::{ContactRow, StoreError};

use super::view::View;
use crate::snapshots::contact::{self, contact_columns};
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

const ROWS: &str = concat!(
    "select ",
    contact_columns!(),
    ", w.path as path, p.holder as holder from contacts c \
     join workspaces w on w.organization_id = c.organization_id and w.id = c.workspace_id \
     left join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id where c.organization_id = "
);

/// The ids that a statement finds.
pub(super) async fn ids<D: Driver>(store: &SqlStore<D>, sql: &Sql) -> Result<Vec<ContactId>, StoreError> {
    store.pooled().rows(sql).await?.iter().map(|row| row.id("id")).collect()
}

/// The rows of these contacts, newest first. What has moved out of the viewer's sight since it was found is left out.
pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    view: &View,
    ids: &[ContactId],
) -> Result<Vec<ContactRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization).push(" and c.id in ").push_list(ids.iter().copied()).push(" order by c.id desc");
    let rows = store.pooled().rows(&sql).await?;
    let holders: BTreeSet<MemberId> = if view.commons.is_empty() {
        BTreeSet::new()
    } else {
        rows.iter().filter_map(|row| row.opt_id("holder").transpose()).collect::<Result<_, StoreError>>()?
    };
    let holders: Vec<MemberId> = holders.into_iter().collect();
    let colleagues = view.colleagues(&mut store.pooled(), organization, &holders).await?;
    let read = |row: &Row| {
        let assignee = row.opt_id("holder")?;
        let masking = view.masking(row.text("path")?, assignee, &colleagues);
        let contact = contact::read(row)?;
        Ok(masking.map(|masking| ContactRow { contact, assignee, masking }))
    };
    let rows: Vec<Option<ContactRow>> = rows.iter().map(read).collect::<Result<_, StoreError>>()?;
    Ok(rows.into_iter().flatten().collect())
}
