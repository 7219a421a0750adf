//! Portfolios: opening one's own, and handing over.

use async_trait::async_trait;
use tenure_domain::contact::Portfolio;
use tenure_domain::{MemberId, OrganizationId, PortfolioId, ReceiptId, WorkspaceId};
use tenure_port_store::{HolderChanges, Portfolios, StoreError};

use super::{Locked, SqlUnit};
use crate::batch::CHUNK;
use crate::snapshots::portfolio::{self, portfolio_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, tree};

statement_texts! {
    OF_RECEIPT = concat!(
        "select ", portfolio_columns!(), " from receipt_portfolios n \
         join portfolios p on p.organization_id = n.organization_id and p.id = n.portfolio_id \
         where n.organization_id = $1 and n.receipt_id = $2 order by p.id"
    );
    FIND_OPEN = concat!(
        "select ", portfolio_columns!(), " from portfolios p \
         where p.organization_id = $1 and p.workspace_id = $2 and p.first_holder = $3 and p.open"
    );
    OPEN = "insert into portfolios (organization_id, id, workspace_id, first_holder, holder, open) \
            values ($1, $2, $3, $4, $4, $5) on conflict do nothing";
}

/// The beginning of the question for what some hold.
const HELD_BY: &str = concat!("select ", portfolio_columns!(), " from portfolios p where p.organization_id = ");

/// The beginning of the question for what some hold in a subtree.
const HELD_WITHIN: &str = concat!(
    "select ",
    portfolio_columns!(),
    " from portfolios p join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id \
     where p.organization_id = "
);

impl<T: Connection, L: Send> SqlUnit<T, L> {
    async fn portfolios(&mut self, sql: Sql) -> Result<Vec<Portfolio>, StoreError> {
        self.connection.rows(&sql).await?.iter().map(portfolio::read).collect()
    }

    async fn own_open(
        &mut self,
        organization: OrganizationId,
        workspace: WorkspaceId,
        holder: MemberId,
    ) -> Result<Option<Portfolio>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND_OPEN).bind(organization).bind(workspace).bind(holder)).await?;
        row.as_ref().map(portfolio::read).transpose()
    }
}

#[async_trait]
impl<T: Connection, L: Send> Portfolios for SqlUnit<T, L> {
    async fn held_by(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Portfolio>, StoreError> {
        let mut all = Vec::new();
        for chunk in members.chunks(CHUNK) {
            let mut sql = Sql::build(HELD_BY);
            sql.push_bind(organization).push(" and p.holder in ").push_list(chunk.iter().copied()).push(" order by p.id");
            all.extend(self.portfolios(sql).await?);
        }
        Ok(all)
    }

    async fn held_within(
        &mut self,
        organization: OrganizationId,
        top: WorkspaceId,
        holders: &[MemberId],
    ) -> Result<Vec<Portfolio>, StoreError> {
        let Some(path) = tree::path_of(&mut self.connection, organization, top).await? else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for chunk in holders.chunks(CHUNK) {
            let mut sql = Sql::build(HELD_WITHIN);
            sql.push_bind(organization).push(" and p.holder in ").push_list(chunk.iter().copied());
            sql.push(" and w.path >= ").push_bind(path.as_str()).push(" and w.path < ").push_bind(tree::after(&path));
            sql.push(" order by p.id");
            all.extend(self.portfolios(sql).await?);
        }
        Ok(all)
    }

    async fn of_receipt(&mut self, organization: OrganizationId, receipt: ReceiptId) -> Result<Vec<Portfolio>, StoreError> {
        self.portfolios(Sql::fixed(OF_RECEIPT).bind(organization).bind(receipt)).await
    }

    async fn open(
        &mut self,
        organization: OrganizationId,
        workspace: WorkspaceId,
        holder: MemberId,
        id: PortfolioId,
    ) -> Result<Portfolio, StoreError> {
        if let Some(open) = self.own_open(organization, workspace, holder).await? {
            return Ok(open);
        }
        let open = Sql::fixed(OPEN).bind(organization).bind(id).bind(workspace).bind(holder).bind(true);
        self.connection.execute(&open).await?;
        // Whoever opened it at the same time has committed by now, and theirs is seen. If it has been closed again since, the
        // unit's facts have moved under it.
        self.own_open(organization, workspace, holder).await?.ok_or(StoreError::Contention)
    }
}

#[async_trait]
impl<T: Connection> HolderChanges for SqlUnit<T, Locked> {
    async fn hand_over(&mut self, portfolios: &[PortfolioId], to: Option<MemberId>) -> Result<(), StoreError> {
        for chunk in portfolios.chunks(CHUNK) {
            let mut sql = Sql::build("update portfolios set holder = ");
            sql.push_bind(to).push(", open = ").push_bind(false);
            sql.push(" where organization_id = ").push_bind(self.lock.0).push(" and id in ").push_list(chunk.iter().copied());
            self.connection.execute(&sql).await?;
        }
        Ok(())
    }
}
