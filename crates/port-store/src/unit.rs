//! Units of work: what a use case is lent, and who may commit.

use async_trait::async_trait;
use tenure_domain::OrganizationId;

use crate::{
    Attempts, Contacts, Errands, GrantChanges, Grants, HolderChanges, HoldingChanges, Holdings, InvitationChanges, Invitations,
    JobChanges, JobQueue, Jobs, Journal, MembershipChanges, Memberships, OrganizationChanges, Organizations, Outbox, Portfolios,
    Presences, Queries, ReceiptChanges, Receipts, Replays, ResourceChanges, ResourceGroupChanges, ResourceGroups, Resources,
    SecondFactors, SelectionChanges, Selections, Sessions, Statistics, StoreError, TokenChanges, Tokens, Users, WorkspaceChanges,
    Workspaces,
};

/// Durable storage.
#[async_trait]
pub trait Store: Send + Sync {
    /// Begins a unit that holds the organization's lock until it ends; none if there is no such organization.
    async fn organization(&self, id: OrganizationId) -> Result<Option<Box<dyn OrganizationTransaction>>, StoreError>;

    /// Begins a unit in which an organization is made: its row, once inserted, is the lock.
    async fn found(&self, id: OrganizationId) -> Result<Box<dyn OrganizationTransaction>, StoreError>;

    /// Begins a unit without a lock. It reads one state of things only where the database says so; what it decides on must be
    /// held by [`Memberships::hold`] or a unique key.
    async fn open(&self) -> Result<Box<dyn OpenTransaction>, StoreError>;

    /// A unit to read with, all of it as of one moment, that holds up nobody. The database refuses to write what it is given.
    async fn snapshot(&self) -> Result<Box<dyn Unit>, StoreError>;

    /// Reading, outside of units.
    fn queries(&self) -> &dyn Queries;

    /// Reading with many queries, all of them as of one moment: for answers that are longer than a page. It holds up nobody, and
    /// holds one connection until it is dropped.
    async fn moment(&self) -> Result<Box<dyn Queries>, StoreError>;

    /// Who is online.
    fn presences(&self) -> &dyn Presences;

    /// The outbox's other end, for couriers.
    fn errands(&self) -> &dyn Errands;

    /// Jobs that wait for somebody to carry on with them.
    fn job_queue(&self) -> &dyn JobQueue;
}

/// What every unit of work can do. Each accessor gives the unit itself as the trait of one noun.
pub trait Unit: Send {
    /// Organizations, to read.
    fn organizations(&mut self) -> &mut dyn Organizations;
    /// Workspaces, to read.
    fn workspaces(&mut self) -> &mut dyn Workspaces;
    /// Memberships, to read and to hold.
    fn memberships(&mut self) -> &mut dyn Memberships;
    /// Grants, to read.
    fn grants(&mut self) -> &mut dyn Grants;
    /// What of the access model is in use, to read.
    fn holdings(&mut self) -> &mut dyn Holdings;
    /// Invitations, to read.
    fn invitations(&mut self) -> &mut dyn Invitations;
    /// Contacts.
    fn contacts(&mut self) -> &mut dyn Contacts;
    /// Portfolios, to read and to open.
    fn portfolios(&mut self) -> &mut dyn Portfolios;
    /// Resources, to read.
    fn resources(&mut self) -> &mut dyn Resources;
    /// Groups of resources, to read.
    fn resource_groups(&mut self) -> &mut dyn ResourceGroups;
    /// Selections, to read.
    fn selections(&mut self) -> &mut dyn Selections;
    /// Receipts, to read.
    fn receipts(&mut self) -> &mut dyn Receipts;
    /// Users.
    fn users(&mut self) -> &mut dyn Users;
    /// Sessions.
    fn sessions(&mut self) -> &mut dyn Sessions;
    /// Second factors of users.
    fn second_factors(&mut self) -> &mut dyn SecondFactors;
    /// API tokens, to read and to use.
    fn tokens(&mut self) -> &mut dyn Tokens;
    /// Numbers that hosts report about members.
    fn statistics(&mut self) -> &mut dyn Statistics;
    /// What was tried of passwords.
    fn attempts(&mut self) -> &mut dyn Attempts;
    /// The journal.
    fn journal(&mut self) -> &mut dyn Journal;
    /// The outbox.
    fn outbox(&mut self) -> &mut dyn Outbox;
    /// Jobs, to read and to begin.
    fn jobs(&mut self) -> &mut dyn Jobs;
    /// Answers kept for requests that come twice.
    fn replays(&mut self) -> &mut dyn Replays;
}

/// What a unit can do that holds an organization's lock.
pub trait OrganizationUnit: Unit {
    /// The organization whose lock it holds.
    fn organization(&self) -> OrganizationId;
    /// Writes of the organization's own row.
    fn organization_changes(&mut self) -> &mut dyn OrganizationChanges;
    /// Writes of the tree.
    fn workspace_changes(&mut self) -> &mut dyn WorkspaceChanges;
    /// Writes of memberships.
    fn membership_changes(&mut self) -> &mut dyn MembershipChanges;
    /// Writes of grants.
    fn grant_changes(&mut self) -> &mut dyn GrantChanges;
    /// Writes of what words of the access model become.
    fn holding_changes(&mut self) -> &mut dyn HoldingChanges;
    /// Writes of invitations.
    fn invitation_changes(&mut self) -> &mut dyn InvitationChanges;
    /// Writes of who holds a portfolio.
    fn holder_changes(&mut self) -> &mut dyn HolderChanges;
    /// Writes of resources.
    fn resource_changes(&mut self) -> &mut dyn ResourceChanges;
    /// Writes of groups of resources.
    fn resource_group_changes(&mut self) -> &mut dyn ResourceGroupChanges;
    /// Writes of selections.
    fn selection_changes(&mut self) -> &mut dyn SelectionChanges;
    /// Writes of API tokens.
    fn token_changes(&mut self) -> &mut dyn TokenChanges;
    /// Writes of receipts.
    fn receipt_changes(&mut self) -> &mut dyn ReceiptChanges;
    /// Writes of jobs.
    fn job_changes(&mut self) -> &mut dyn JobChanges;
}

/// A unit without a lock, with the right to commit. Dropping it rolls it back.
#[async_trait]
pub trait OpenTransaction: Unit {
    /// The unit, to lend.
    fn unit(&mut self) -> &mut dyn Unit;
    /// Makes it last.
    async fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// A unit that holds an organization's lock, with the right to commit. Dropping it rolls it back.
#[async_trait]
pub trait OrganizationTransaction: OrganizationUnit {
    /// The unit, to lend.
    fn unit(&mut self) -> &mut dyn OrganizationUnit;
    /// Makes it last.
    async fn commit(self: Box<Self>) -> Result<(), StoreError>;
}
