//! What a use case is: its lock, its slow preparation, and its run inside a unit that it can't commit.

use std::future::Future;

use async_trait::async_trait;
use tenure_domain::{Decided, OrganizationId, Reason, Refusal};
use tenure_port_store::{OpenTransaction, OrganizationTransaction, OrganizationUnit, Store, StoreError, Unit};

use crate::{Context, Failure, Tools};

/// What a use case locks, and with that, what its unit can do.
#[async_trait]
pub trait Lock: Send + Sync {
    /// The unit that the use case is lent.
    type Unit: ?Sized + Send;
    /// The transaction around it.
    type Transaction: Send;

    /// The organization in which it acts, if it acts in one.
    fn organization(&self) -> Option<OrganizationId>;

    /// Begins; none if what is to be locked doesn't exist.
    async fn begin(&self, store: &dyn Store) -> Result<Option<Self::Transaction>, StoreError>;

    /// The unit, to lend.
    fn unit(transaction: &mut Self::Transaction) -> &mut Self::Unit;

    /// What every unit can do.
    fn plain(transaction: &mut Self::Transaction) -> &mut (dyn Unit + 'static);

    /// Makes it last.
    async fn commit(transaction: Self::Transaction) -> Result<(), StoreError>;
}

/// The organization's lock: for changes of membership, grant, tree, model and holder.
#[derive(Clone, Copy, Debug)]
pub struct InOrganization(pub OrganizationId);

/// An organization that is being made.
#[derive(Clone, Copy, Debug)]
pub struct Founding(pub OrganizationId);

/// No lock and no writing: all is read as of one moment, and holds up nobody.
#[derive(Clone, Copy, Debug)]
pub struct Reading(pub OrganizationId);

/// No lock; what happens is told in this organization's journal, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Open(pub Option<OrganizationId>);

#[async_trait]
impl Lock for InOrganization {
    type Unit = dyn OrganizationUnit;
    type Transaction = Box<dyn OrganizationTransaction>;

    fn organization(&self) -> Option<OrganizationId> {
        Some(self.0)
    }

    async fn begin(&self, store: &dyn Store) -> Result<Option<Self::Transaction>, StoreError> {
        store.organization(self.0).await
    }

    fn unit(transaction: &mut Self::Transaction) -> &mut Self::Unit {
        &mut **transaction
    }

    fn plain(transaction: &mut Self::Transaction) -> &mut (dyn Unit + 'static) {
        &mut **transaction
    }

    async fn commit(transaction: Self::Transaction) -> Result<(), StoreError> {
        transaction.commit().await
    }
}

#[async_trait]
impl Lock for Founding {
    type Unit = dyn OrganizationUnit;
    type Transaction = Box<dyn OrganizationTransaction>;

    fn organization(&self) -> Option<OrganizationId> {
        Some(self.0)
    }

    async fn begin(&self, store: &dyn Store) -> Result<Option<Self::Transaction>, StoreError> {
        store.found(self.0).await.map(Some)
    }

    fn unit(transaction: &mut Self::Transaction) -> &mut Self::Unit {
        &mut **transaction
    }

    fn plain(transaction: &mut Self::Transaction) -> &mut (dyn Unit + 'static) {
        &mut **transaction
    }

    async fn commit(transaction: Self::Transaction) -> Result<(), StoreError> {
        transaction.commit().await
    }
}

#[async_trait]
impl Lock for Open {
    type Unit = dyn Unit;
    type Transaction = Box<dyn OpenTransaction>;

    fn organization(&self) -> Option<OrganizationId> {
        self.0
    }

    async fn begin(&self, store: &dyn Store) -> Result<Option<Self::Transaction>, StoreError> {
        store.open().await.map(Some)
    }

    fn unit(transaction: &mut Self::Transaction) -> &mut Self::Unit {
        &mut **transaction
    }

    fn plain(transaction: &mut Self::Transaction) -> &mut (dyn Unit + 'static) {
        &mut **transaction
    }

    async fn commit(transaction: Self::Transaction) -> Result<(), StoreError> {
        transaction.commit().await
    }
}

#[async_trait]
impl Lock for Reading {
    type Unit = dyn Unit;
    type Transaction = Box<dyn Unit>;

    fn organization(&self) -> Option<OrganizationId> {
        Some(self.0)
    }

    async fn begin(&self, store: &dyn Store) -> Result<Option<Self::Transaction>, StoreError> {
        store.snapshot().await.map(Some)
    }

    fn unit(transaction: &mut Self::Transaction) -> &mut Self::Unit {
        &mut **transaction
    }

    fn plain(transaction: &mut Self::Transaction) -> &mut (dyn Unit + 'static) {
        &mut **transaction
    }

    async fn commit(_: Self::Transaction) -> Result<(), StoreError> {
        Ok(())
    }
}

/// One thing that a caller can ask.
///
/// `run` may be called again when the database asks for it, so it has no effect but on the unit it is lent.
pub trait UseCase: Send + Sync {
    /// What it locks.
    type Lock: Lock;
    /// What it gives.
    type Done: Send;
    /// Why its decision may say no.
    type Refusal: Refusal;

    /// What it locks.
    fn lock(&self) -> Self::Lock;

    /// Why it is asked, for the journal.
    fn reason(&self) -> Option<Reason> {
        None
    }

    /// Whether it writes errands itself, as for what happens to a login and in no organization's journal. Else they follow from events.
    fn writes_errands(&self) -> bool {
        false
    }

    /// Slow work with no unit open, such as hashing a password.
    fn prepare(&mut self, _tools: &Tools) -> impl Future<Output = Result<(), Failure<Self::Refusal>>> + Send {
        async { Ok(()) }
    }

    /// Load, decide, save.
    fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut <Self::Lock as Lock>::Unit,
    ) -> impl Future<Output = Result<Decided<Self::Done>, Failure<Self::Refusal>>> + Send;
}
