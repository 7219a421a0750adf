//! Contacts and the portfolios that bundle them.

use async_trait::async_trait;
use tenure_domain::contact::{Contact, Portfolio};
use tenure_domain::{ContactId, MemberId, OrganizationId, PortfolioId, ReceiptId, WorkspaceId};

use crate::StoreError;

/// Contacts.
#[async_trait]
pub trait Contacts: Send {
    /// One of them, with who holds it now.
    async fn find(
        &mut self,
        organization: OrganizationId,
        id: ContactId,
    ) -> Result<Option<(Contact, Option<MemberId>)>, StoreError>;

    /// Makes many at once.
    async fn insert(&mut self, contacts: &[Contact]) -> Result<(), StoreError>;

    /// Moves one into a portfolio, or out of any, from the version it carries to the next. A move out of a portfolio that was
    /// handed over is remembered as a departure, for receipts to list.
    async fn move_to(&mut self, contact: &Contact, portfolio: Option<PortfolioId>) -> Result<(), StoreError>;

    /// Takes one away, at the version it carries.
    async fn remove(&mut self, contact: &Contact) -> Result<(), StoreError>;
}

/// Reading and opening portfolios.
#[async_trait]
pub trait Portfolios: Send {
    /// All that any of these members holds, in any workspace, by id.
    async fn held_by(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Portfolio>, StoreError>;

    /// All in a workspace and below it that one of these members holds.
    async fn held_within(
        &mut self,
        organization: OrganizationId,
        top: WorkspaceId,
        holders: &[MemberId],
    ) -> Result<Vec<Portfolio>, StoreError>;

    /// All that a receipt names, with whoever holds them now.
    async fn of_receipt(&mut self, organization: OrganizationId, receipt: ReceiptId) -> Result<Vec<Portfolio>, StoreError>;

    /// The member's own open portfolio in a workspace. If there is none, one is made with this id: two who try at once get the
    /// same. It needs no lock.
    async fn open(
        &mut self,
        organization: OrganizationId,
        workspace: WorkspaceId,
        holder: MemberId,
        id: PortfolioId,
    ) -> Result<Portfolio, StoreError>;
}

/// Writing who holds a portfolio of the locked organization.
#[async_trait]
pub trait HolderChanges: Send {
    /// Gives portfolios to somebody, or to nobody, and closes them for new contacts. Its cost follows the number of
    /// portfolios, whatever they hold.
    async fn hand_over(&mut self, portfolios: &[PortfolioId], to: Option<MemberId>) -> Result<(), StoreError>;
}
