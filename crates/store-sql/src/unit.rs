//! A unit of work: one transaction that is every noun's repository, with the lock in its type.

mod attempts;
mod contacts;
mod grants;
mod holdings;
mod invitations;
mod jobs;
mod journal;
mod memberships;
mod organizations;
mod outbox;
mod portfolios;
mod receipts;
mod replays;
mod resource_groups;
mod resources;
mod second_factors;
mod selections;
mod sessions;
mod statistics;
pub(crate) mod tokens;
mod users;
mod workspaces;

use std::sync::Arc;

pub(crate) use self::holdings::not_exactly_one;
pub(crate) use self::memberships::who_govern;
pub(crate) use self::selections::chosen_kinds;
use async_trait::async_trait;
use tenure_access_models::Models;
use tenure_domain::OrganizationId;
use tenure_port_store as port;
use tenure_port_store::{OpenTransaction, OrganizationTransaction, OrganizationUnit, StoreError, Unit};

use crate::{Connection, Transaction, in_common};

/// The mark of a unit without a lock.
#[derive(Clone, Copy, Debug)]
pub struct Unlocked;

/// The mark of a unit that holds this organization's lock.
#[derive(Clone, Copy, Debug)]
pub struct Locked(pub OrganizationId);

/// A unit of work on a connection. `L` is [`Unlocked`] or [`Locked`]; writes that need the lock exist for the latter alone.
#[derive(Debug)]
pub struct SqlUnit<T, L> {
    connection: T,
    lock: L,
    models: Arc<Models>,
}

impl<T, L> SqlUnit<T, L> {
    pub(crate) const fn new(connection: T, lock: L, models: Arc<Models>) -> Self {
        Self { connection, lock, models }
    }
}

impl<T> SqlUnit<T, Locked> {
    /// The locked organization. Writes bind this and not what a snapshot says: a unit can't write into another tenant.
    const fn tenant(&self) -> OrganizationId {
        self.lock.0
    }
}

/// The statements of all nouns, by name.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] = &[
    attempts::STATEMENTS,
    contacts::STATEMENTS,
    grants::STATEMENTS,
    holdings::STATEMENTS,
    invitations::STATEMENTS,
    invitations::mails::STATEMENTS,
    jobs::STATEMENTS,
    memberships::STATEMENTS,
    memberships::CHANGES,
    organizations::STATEMENTS,
    portfolios::STATEMENTS,
    receipts::STATEMENTS,
    replays::STATEMENTS,
    resource_groups::STATEMENTS,
    resources::STATEMENTS,
    second_factors::STATEMENTS,
    selections::STATEMENTS,
    in_common::STATEMENTS,
    sessions::STATEMENTS,
    tokens::STATEMENTS,
    users::STATEMENTS,
    workspaces::STATEMENTS,
];

/// An update that found no row at its version.
fn unless_stale(changed: u64, what: &'static str) -> Result<(), StoreError> {
    if changed == 0 { Err(StoreError::Stale(what)) } else { Ok(()) }
}

/// An insert that found its unique value in use.
fn unless_taken(inserted: u64, what: &'static str) -> Result<(), StoreError> {
    if inserted == 0 { Err(StoreError::Taken(what)) } else { Ok(()) }
}

macro_rules! lends {
    ($($name:ident: $noun:ident;)*) => {$(
        fn $name(&mut self) -> &mut dyn port::$noun {
            self
        }
    )*};
}

impl<T: Connection, L: Send> Unit for SqlUnit<T, L> {
    lends! {
        organizations: Organizations;
        workspaces: Workspaces;
        memberships: Memberships;
        grants: Grants;
        holdings: Holdings;
        invitations: Invitations;
        contacts: Contacts;
        portfolios: Portfolios;
        resources: Resources;
        resource_groups: ResourceGroups;
        selections: Selections;
        receipts: Receipts;
        users: Users;
        sessions: Sessions;
        second_factors: SecondFactors;
        tokens: Tokens;
        statistics: Statistics;
        attempts: Attempts;
        journal: Journal;
        outbox: Outbox;
        jobs: Jobs;
        replays: Replays;
    }
}

impl<T: Connection> OrganizationUnit for SqlUnit<T, Locked> {
    fn organization(&self) -> OrganizationId {
        self.tenant()
    }

    lends! {
        organization_changes: OrganizationChanges;
        workspace_changes: WorkspaceChanges;
        membership_changes: MembershipChanges;
        grant_changes: GrantChanges;
        holding_changes: HoldingChanges;
        invitation_changes: InvitationChanges;
        holder_changes: HolderChanges;
        resource_changes: ResourceChanges;
        resource_group_changes: ResourceGroupChanges;
        selection_changes: SelectionChanges;
        token_changes: TokenChanges;
        receipt_changes: ReceiptChanges;
        job_changes: JobChanges;
    }
}

#[async_trait]
impl<T: Transaction> OpenTransaction for SqlUnit<T, Unlocked> {
    fn unit(&mut self) -> &mut dyn Unit {
        self
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let Self { connection, .. } = *self;
        connection.commit().await
    }
}

#[async_trait]
impl<T: Transaction> OrganizationTransaction for SqlUnit<T, Locked> {
    fn unit(&mut self) -> &mut dyn OrganizationUnit {
        self
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let Self { connection, .. } = *self;
        connection.commit().await
    }
}
