//! Receipts and the portfolios that they name.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tenure_domain::revocation::{Receipt, ReceiptState};
use tenure_domain::{EmailAddress, MemberId, OrganizationId, PortfolioId, ReceiptId, WorkspaceId};
use tenure_port_store::{Departed, DepartedContact, ReceiptChanges, Receipts, StoreError};

use super::{Locked, SqlUnit, unless_stale};
use crate::batch::CHUNK;
use crate::snapshots::receipt::{self, receipt_columns};
use crate::snapshots::{giver_values, grant, resource};
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql, Value, batch};

statement_texts! {
    FIND = concat!("select ", receipt_columns!(), " from receipts r where r.organization_id = $1 and r.id = $2");
    TOLD_AT = "select workspace_id from receipt_workspaces where organization_id = $1 and receipt_id = $2 order by workspace_id";
    FIND_DEACTIVATION = concat!("select ", receipt_columns!(), " from receipts r where r.organization_id = $1 and r.member_id = $2 \
                                 and r.act = 'deactivation' and r.state = 'standing' order by r.at desc, r.id desc limit 1");
    DEPARTED = "select d.contact_id as contact_id, c.workspace_id as workspace_id, p.holder as holder from receipt_portfolios n \
                join departures d on d.organization_id = n.organization_id and d.portfolio_id = n.portfolio_id and d.turn > n.since \
                join contacts c on c.organization_id = d.organization_id and c.id = d.contact_id \
                left join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id \
                where n.organization_id = $1 and n.receipt_id = $2 order by d.turn, d.contact_id limit $3";
    SET_STATE = "update receipts set state = $3 where organization_id = $1 and id = $2";
    SUPERSEDE = "update receipts set state = 'superseded' where organization_id = $1 and member_id = $2 and workspace_id = $3 \
                 and state = 'standing'";
}

/// Supersedes the deletions of members with some addresses, which follow.
const SUPERSEDE_DELETED: &str = "update receipts set state = 'superseded' where organization_id = $1 and act = 'deletion' \
     and state = 'standing' and member_id in (select id from deleted_memberships where organization_id = $1 and email in ";

/// The beginning of the insert of receipts.
const INSERT: &str = "insert into receipts (organization_id, id, act, member_id, workspace_id, revoked, chosen, successor, by_kind, \
     by_id, at, undo_until, state) values ";

/// The beginning of the insert of the workspaces that a receipt is about.
const INSERT_WORKSPACES: &str = "insert into receipt_workspaces (organization_id, workspace_id, receipt_id, gone) values ";

/// Names portfolios in a receipt, each with the last departure that it had before and with its place in the order of the
/// portfolio's receipts: instants may be equal, and clocks of two servers differ. The ids follow.
const NAME: &str = "insert into receipt_portfolios (organization_id, receipt_id, portfolio_id, since, nth) \
     select p.organization_id, $2, p.id, (select coalesce(max(d.turn), 0) from departures d \
     where d.organization_id = p.organization_id and d.portfolio_id = p.id), \
     (select coalesce(max(n.nth), 0) + 1 from receipt_portfolios n \
     where n.organization_id = p.organization_id and n.portfolio_id = p.id) \
     from portfolios p where p.organization_id = $1 and p.id in ";

/// Takes portfolios out of the standing receipts that came after one: an earlier one can still give back what it took. The ids
/// follow, then `returning`.
const RELEASE: &str = "delete from receipt_portfolios where organization_id = $1 and receipt_id <> $2 \
     and nth > coalesce((select o.nth from receipt_portfolios o where o.organization_id = receipt_portfolios.organization_id \
     and o.receipt_id = $2 and o.portfolio_id = receipt_portfolios.portfolio_id), 0) \
     and exists (select 1 from receipts r where r.organization_id = receipt_portfolios.organization_id \
     and r.id = receipt_portfolios.receipt_id and r.state = 'standing') and portfolio_id in ";

/// Which receipts name nothing any more. The ids follow.
const EMPTIED: &str = "select r.id as id from receipts r where r.organization_id = $1 and not exists (select 1 from \
     receipt_portfolios n where n.organization_id = r.organization_id and n.receipt_id = r.id) and r.id in ";

#[async_trait]
impl<T: Connection, L: Send> Receipts for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: ReceiptId) -> Result<Option<Receipt>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        row.as_ref().map(receipt::read).transpose()
    }

    async fn told_at(&mut self, organization: OrganizationId, id: ReceiptId) -> Result<Vec<WorkspaceId>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(TOLD_AT).bind(organization).bind(id)).await?;
        rows.iter().map(|row| row.id("workspace_id")).collect()
    }

    async fn find_deactivation(&mut self, organization: OrganizationId, member: MemberId) -> Result<Option<Receipt>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND_DEACTIVATION).bind(organization).bind(member)).await?;
        row.as_ref().map(receipt::read).transpose()
    }

    async fn departed(&mut self, organization: OrganizationId, id: ReceiptId, up_to: u32) -> Result<Departed, StoreError> {
        let departed = Sql::fixed(DEPARTED).bind(organization).bind(id).bind(u64::from(up_to) + 1);
        let rows = self.connection.rows(&departed).await?;
        let shown = usize::try_from(up_to).unwrap_or(usize::MAX);
        let read = |row: &Row| {
            let (contact, workspace) = (row.id("contact_id")?, row.id("workspace_id")?);
            Ok(DepartedContact { contact, workspace, holder: row.opt_id("holder")? })
        };
        let contacts = rows.iter().take(shown).map(read).collect::<Result<_, StoreError>>()?;
        Ok(Departed { contacts, more: rows.len() > shown })
    }
}

#[async_trait]
impl<T: Connection> ReceiptChanges for SqlUnit<T, Locked> {
    async fn insert_all(&mut self, receipts: &[(&Receipt, &[PortfolioId])]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let row = |(receipt, _): &(&Receipt, &[PortfolioId])| -> [Value; 13] {
            let (by_kind, by) = giver_values(receipt.by);
            [
                tenant.into(),
                receipt.id.into(),
                receipt.act.word().into(),
                receipt.member.into(),
                receipt.workspace.into(),
                grant::all_to_json(&receipt.grants).into(),
                resource::all_to_json(&receipt.selections).into(),
                receipt.successor.into(),
                by_kind,
                by,
                receipt.at.into(),
                receipt.undo_until.into(),
                receipt.state.word().into(),
            ]
        };
        batch::claim(&mut self.connection, INSERT, receipts, row, "the receipt's id").await?;
        let about = receipts.iter().flat_map(|(receipt, _)| receipt.workspaces().into_iter().map(|at| (receipt.id, at)));
        let about: Vec<(ReceiptId, WorkspaceId)> = about.collect();
        let row =
            |(receipt, workspace): &(ReceiptId, WorkspaceId)| [tenant.into(), (*workspace).into(), (*receipt).into(), false.into()];
        batch::insert(&mut self.connection, INSERT_WORKSPACES, &about, row).await?;
        for (receipt, portfolios) in receipts {
            for chunk in portfolios.chunks(CHUNK) {
                let mut name = Sql::fixed(NAME).bind(tenant).bind(receipt.id);
                name.push_list(chunk.iter().copied());
                self.connection.execute(&name).await?;
            }
        }
        Ok(())
    }

    async fn set_state(&mut self, id: ReceiptId, state: ReceiptState) -> Result<(), StoreError> {
        let set = Sql::fixed(SET_STATE).bind(self.tenant()).bind(id).bind(state.word());
        unless_stale(self.connection.execute(&set).await?, "the receipt")
    }

    async fn supersede(&mut self, member: MemberId, workspace: WorkspaceId) -> Result<(), StoreError> {
        let supersede = Sql::fixed(SUPERSEDE).bind(self.tenant()).bind(member).bind(workspace);
        self.connection.execute(&supersede).await?;
        Ok(())
    }

    async fn supersede_deleted(&mut self, emails: &[EmailAddress]) -> Result<(), StoreError> {
        for chunk in emails.chunks(CHUNK) {
            let mut supersede = Sql::fixed(SUPERSEDE_DELETED).bind(self.lock.0);
            supersede.push_list(chunk).push(")");
            self.connection.execute(&supersede).await?;
        }
        Ok(())
    }

    async fn release(&mut self, portfolios: &[PortfolioId], except: ReceiptId) -> Result<Vec<ReceiptId>, StoreError> {
        let tenant = self.tenant();
        let mut touched: BTreeSet<ReceiptId> = BTreeSet::new();
        for chunk in portfolios.chunks(CHUNK) {
            let mut release = Sql::fixed(RELEASE).bind(tenant).bind(except);
            release.push_list(chunk.iter().copied()).push(" returning receipt_id");
            for row in self.connection.rows(&release).await? {
                touched.insert(row.id("receipt_id")?);
            }
        }
        let touched: Vec<ReceiptId> = touched.into_iter().collect();
        let mut emptied = Vec::new();
        for chunk in touched.chunks(CHUNK) {
            let mut sql = Sql::fixed(EMPTIED).bind(tenant);
            sql.push_list(chunk.iter().copied()).push(" order by r.id");
            for row in self.connection.rows(&sql).await? {
                emptied.push(row.id("id")?);
            }
        }
        Ok(emptied)
    }
}
