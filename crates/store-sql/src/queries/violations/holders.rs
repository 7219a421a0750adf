//! Portfolios and contacts: everything is held by somebody who may, where it is (R10, R11).

use std::collections::HashMap;

use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::contact::Portfolio;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use super::tree::Tree;
use super::{Found, people};
use crate::snapshots::portfolio::{self, portfolio_columns};
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    HELD = concat!(
        "select ", portfolio_columns!(), ", (select true from contacts c where c.organization_id = p.organization_id \
         and c.portfolio_id = p.id limit 1) as used from portfolios p \
         where p.organization_id = $1 and p.holder is not null and p.id > $2 order by p.id limit $3");
    OPEN_TWICE = "select p.id from portfolios p where p.organization_id = $1 and p.open and exists (\
                  select 1 from portfolios q where q.organization_id = p.organization_id and q.workspace_id = p.workspace_id \
                  and q.first_holder = p.first_holder and q.open and q.id < p.id) limit $2";
    OPEN_BUT_PASSED_ON = "select p.id from portfolios p where p.organization_id = $1 and p.open \
                          and (p.holder is null or p.holder <> p.first_holder) limit $2";
    MISPLACED = "select c.id from contacts c join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id \
                 where c.organization_id = $1 and p.workspace_id <> c.workspace_id limit $2";
}

pub(super) async fn check(
    reads: &mut dyn Reads,
    organization: &Organization,
    tree: &Tree,
    found: &mut Found,
) -> Result<(), StoreError> {
    for (text, invariant, what) in [
        (OPEN_TWICE, "one_open_portfolio", "portfolio"),
        (OPEN_BUT_PASSED_ON, "open_portfolio_is_own", "portfolio"),
        (MISPLACED, "contact_in_its_workspace", "contact"),
    ] {
        let rows = reads.rows(&Sql::fixed(text).bind(organization.id).bind(super::PIECE)).await?;
        found.add_rows(&rows, invariant, what)?;
    }
    let mut after = Uuid::nil();
    while !found.is_full() {
        let rows = reads.rows(&Sql::fixed(HELD).bind(organization.id).bind(after).bind(super::PIECE)).await?;
        let Some(last) = rows.last() else { break };
        after = last.uuid("p_id")?;
        let mut used = Vec::new();
        for row in &rows {
            if row.opt_bool("used")?.unwrap_or_default() {
                used.push(portfolio::read(row)?);
            }
        }
        holders(reads, organization, tree, &used, found).await?;
    }
    Ok(())
}

/// Whether each of these portfolios' holders keeps what they hold: somebody who was deactivated does, somebody whose grants no
/// longer say so doesn't.
async fn holders(
    reads: &mut dyn Reads,
    organization: &Organization,
    tree: &Tree,
    portfolios: &[Portfolio],
    found: &mut Found,
) -> Result<(), StoreError> {
    let mut ids: Vec<MemberId> = portfolios.iter().filter_map(|portfolio| portfolio.holder).collect();
    ids.sort_unstable();
    ids.dedup();
    let statuses = statuses(reads, organization.id, &ids).await?;
    let grants = people::grants(reads, organization.id, &ids, found).await?;
    let access = |id: &MemberId| {
        let status = statuses.get(id).copied().filter(|status| *status != Status::Pending)?;
        let grants = grants.get(id).map(Vec::as_slice).unwrap_or_default();
        Some((*id, Access::new(organization.setting(), status, grants)))
    };
    let access: HashMap<MemberId, Access> = ids.iter().filter_map(access).collect();
    for portfolio in portfolios {
        let Some(holder) = portfolio.holder else { continue };
        let place = tree.place(organization, portfolio.workspace);
        let may = place.zip(access.get(&holder)).is_some_and(|(place, access)| access.would(engine::CONTACTS_HANDLE, &place));
        found.add_if(!may, "holder_without_access", || {
            format!("portfolio {} at workspace {} is held by member {holder}", portfolio.id, portfolio.workspace)
        });
    }
    Ok(())
}

async fn statuses(
    reads: &mut dyn Reads,
    organization: OrganizationId,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, Status>, StoreError> {
    let mut sql = Sql::build("select id, status from memberships where organization_id = ");
    sql.push_bind(organization).push(" and id in ").push_list(ids.iter().copied());
    reads.rows(&sql).await?.iter().map(|row| Ok((row.id("id")?, row.word("status")?))).collect()
}
