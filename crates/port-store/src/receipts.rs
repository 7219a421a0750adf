//! Receipts.

use async_trait::async_trait;
use tenure_domain::revocation::{Receipt, ReceiptState};
use tenure_domain::{ContactId, EmailAddress, MemberId, OrganizationId, PortfolioId, ReceiptId, WorkspaceId};

use crate::StoreError;

/// A contact as it is now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DepartedContact {
    /// Which.
    pub contact: ContactId,
    /// Where it is.
    pub workspace: WorkspaceId,
    /// Who holds it.
    pub holder: Option<MemberId>,
}

/// Contacts that were assigned singly after a handover, and so stay where they are when it is undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Departed {
    /// The first of them, oldest departure first.
    pub contacts: Vec<DepartedContact>,
    /// Whether there are more.
    pub more: bool,
}

/// Reading receipts.
#[async_trait]
pub trait Receipts: Send {
    /// One of them.
    async fn find(&mut self, organization: OrganizationId, id: ReceiptId) -> Result<Option<Receipt>, StoreError>;

    /// Where it is told: the workspaces that it is about, and in place of those that are gone what lay above them.
    async fn told_at(&mut self, organization: OrganizationId, id: ReceiptId) -> Result<Vec<WorkspaceId>, StoreError>;

    /// That of the deactivation of somebody who is inactive: the last one that stands.
    async fn find_deactivation(&mut self, organization: OrganizationId, member: MemberId) -> Result<Option<Receipt>, StoreError>;

    /// The contacts that left its portfolios singly, up to this many.
    async fn departed(&mut self, organization: OrganizationId, id: ReceiptId, up_to: u32) -> Result<Departed, StoreError>;
}

/// Writing receipts of the locked organization.
#[async_trait]
pub trait ReceiptChanges: Send {
    /// Keeps one, with the portfolios that it moved.
    async fn insert(&mut self, receipt: &Receipt, portfolios: &[PortfolioId]) -> Result<(), StoreError> {
        self.insert_all(&[(receipt, portfolios)]).await
    }

    /// Keeps many at once.
    async fn insert_all(&mut self, receipts: &[(&Receipt, &[PortfolioId])]) -> Result<(), StoreError>;

    /// Says that it was undone or superseded.
    async fn set_state(&mut self, id: ReceiptId, state: ReceiptState) -> Result<(), StoreError>;

    /// Supersedes all that still stand of this member at this workspace.
    async fn supersede(&mut self, member: MemberId, workspace: WorkspaceId) -> Result<(), StoreError>;

    /// Supersedes all that still stand of members with one of these addresses who were deleted.
    async fn supersede_deleted(&mut self, emails: &[EmailAddress]) -> Result<(), StoreError>;

    /// Takes these portfolios out of the receipts that came after this one and still stand, and says which of those that leaves
    /// without any. Earlier receipts keep them: they can still give back what they took.
    async fn release(&mut self, portfolios: &[PortfolioId], after: ReceiptId) -> Result<Vec<ReceiptId>, StoreError>;
}
