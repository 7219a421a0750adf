//! Invitations.

use std::slice;

use async_trait::async_trait;
use tenure_domain::invitation::{Invitation, MailHour};
use tenure_domain::{Instant, InvitationId, MemberId, OrganizationId};

use crate::StoreError;

/// Reading invitations.
#[async_trait]
pub trait Invitations: Send {
    /// By its id.
    async fn find(&mut self, organization: OrganizationId, id: InvitationId) -> Result<Option<Invitation>, StoreError>;

    /// A pending member's.
    async fn of_member(&mut self, organization: OrganizationId, member: MemberId) -> Result<Option<Invitation>, StoreError>;

    /// Those of these members who have one, in no particular order.
    async fn of_members(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Invitation>, StoreError>;

    /// How many of those that still wait were sent by this member last, counted up to this many.
    async fn sent_by(&mut self, organization: OrganizationId, member: MemberId, up_to: u32) -> Result<u32, StoreError>;

    /// How many mails leave in the hours from this one on: all together, and to these domains.
    async fn mail_hours(&mut self, organization: OrganizationId, from: i64, domains: &[&str]) -> Result<Vec<MailHour>, StoreError>;
}

/// Writing invitations of the locked organization. How many mails leave in an hour is kept with them, so that nobody who ends an
/// invitation can forget to give its mail's room back.
#[async_trait]
pub trait InvitationChanges: Send {
    /// Makes one.
    async fn insert(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        self.insert_all(slice::from_ref(invitation)).await
    }

    /// Makes many at once; `Taken` if a member has one, and then the unit has to be given up.
    async fn insert_all(&mut self, invitations: &[Invitation]) -> Result<(), StoreError>;

    /// Changes one, from the version it carries to the next.
    async fn update(&mut self, invitation: &Invitation, now: Instant) -> Result<(), StoreError>;

    /// Takes one out: its links are dead.
    async fn remove(&mut self, id: InvitationId, now: Instant) -> Result<(), StoreError>;

    /// Forgets how many mails left in the hours before this one.
    async fn forget_mail_hours(&mut self, before: i64) -> Result<(), StoreError>;
}
