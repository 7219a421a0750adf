//! Memberships and their grants.

use std::collections::BTreeSet;
use std::slice;

use async_trait::async_trait;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Membership;
use tenure_domain::{EmailAddress, Instant, LevelKey, MemberId, OrganizationId, UserId, WorkspaceId};

use crate::StoreError;

/// Reading memberships.
#[async_trait]
pub trait Memberships: Send {
    /// By the membership's id.
    async fn find(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError>;

    /// Those of these that there are, in no particular order.
    async fn find_all(&mut self, organization: OrganizationId, ids: &[MemberId]) -> Result<Vec<Membership>, StoreError>;

    /// By the login.
    async fn find_by_user(&mut self, organization: OrganizationId, user: UserId) -> Result<Option<Membership>, StoreError>;

    /// By the organization's copy of the address.
    async fn find_by_email(
        &mut self,
        organization: OrganizationId,
        email: &EmailAddress,
    ) -> Result<Option<Membership>, StoreError> {
        Ok(self.find_by_emails(organization, slice::from_ref(email)).await?.pop())
    }

    /// All who have one of these addresses, in no particular order.
    async fn find_by_emails(
        &mut self,
        organization: OrganizationId,
        emails: &[EmailAddress],
    ) -> Result<Vec<Membership>, StoreError>;

    /// By the membership's id, holding the row against change until the unit ends (`FOR SHARE`). Read grants after this, in a
    /// statement of their own, and they are those that count.
    async fn hold(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError>;

    /// Whether an active member with a password, other than this one, has one of these levels at the root (R8). Where the organization
    /// requires a second factor, it takes that too.
    async fn another_governor(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        except: Option<MemberId>,
    ) -> Result<bool, StoreError>;

    /// Who is in charge: active members with a password, with a second factor or without, in no order, and no more of them than are asked for.
    /// An operator's offer of the chair passes only where it is empty (R9).
    async fn in_charge(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<BTreeSet<MemberId>, StoreError>;

    /// The same of anybody, with a second factor whether or not one is required yet.
    async fn governor_with_factor(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
    ) -> Result<bool, StoreError>;

    /// Remembers that somebody did something here. It is no change of the member: their version stays.
    async fn seen(&mut self, organization: OrganizationId, id: MemberId, at: Instant) -> Result<(), StoreError>;

    /// Somebody who was deleted, as they were; none once that is erased.
    async fn find_deleted(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError>;

    /// How many members are pending or active, counted up to this many.
    async fn seats_taken(&mut self, organization: OrganizationId, up_to: u32) -> Result<u32, StoreError>;
}

/// Writing memberships of the locked organization.
#[async_trait]
pub trait MembershipChanges: Send {
    /// Makes one; `Taken` if the address or the login has one here.
    async fn insert(&mut self, membership: &Membership) -> Result<(), StoreError> {
        self.insert_all(slice::from_ref(membership)).await
    }

    /// Makes many at once, each of another login; `Taken` if an address or a login has one here, and then the unit has to be
    /// given up.
    async fn insert_all(&mut self, memberships: &[Membership]) -> Result<(), StoreError>;

    /// Changes one, from the version it carries to the next; `Taken` if the new address or login has one here.
    async fn update(&mut self, membership: &Membership) -> Result<(), StoreError>;

    /// Marks one as changed, so that whoever waits to hold it reads its grants anew. It comes before portfolios are so much as
    /// read: an assignment that holds the row may be about to open one. `Stale` if there is no such member.
    async fn touch(&mut self, id: MemberId) -> Result<(), StoreError>;

    /// The same for many at once, as far as there are such.
    async fn touch_all(&mut self, ids: &[MemberId]) -> Result<(), StoreError>;

    /// Takes a pending one out, with its grants and its invitation; the room of a mail that waits is free again.
    async fn remove(&mut self, id: MemberId, now: Instant) -> Result<(), StoreError>;

    /// Takes one out that was accepted, with its grants; portfolios must have another holder by then. What it was is kept aside
    /// until that instant at least, for an undo and for letters, and holds neither address nor login nor seat. `Stale` if there
    /// is no such member.
    async fn delete(&mut self, id: MemberId, kept_until: Instant) -> Result<(), StoreError> {
        self.delete_all(&[id], kept_until).await
    }

    /// The same for many at once; `Stale` if there is no such member among them, and then the unit has to be given up.
    async fn delete_all(&mut self, ids: &[MemberId], kept_until: Instant) -> Result<(), StoreError>;

    /// Gives what is kept of a login's deleted membership the address that the login has.
    async fn readdress_deleted(&mut self, user: UserId, email: &EmailAddress) -> Result<(), StoreError>;

    /// Puts one back that was deleted, as it is given; `Taken` if its address or login has one here by now, `Stale` if it was
    /// erased.
    async fn restore(&mut self, membership: &Membership) -> Result<(), StoreError>;
}

/// Reading grants.
#[async_trait]
pub trait Grants: Send {
    /// All of one member, ordered by workspace id.
    async fn of(&mut self, organization: OrganizationId, member: MemberId) -> Result<Vec<Grant>, StoreError>;

    /// All of these members, each of them named once; ordered by workspace id.
    async fn of_all(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Grant>, StoreError>;

    /// What operators and the server offer at this workspace, with one of these levels, to members who haven't accepted: whoever
    /// sent the link last.
    async fn offered_by_operators(
        &mut self,
        organization: OrganizationId,
        workspace: WorkspaceId,
        levels: &BTreeSet<LevelKey>,
    ) -> Result<Vec<Grant>, StoreError>;

    /// Up to this many members who have a grant at one of these very workspaces, by id, each with all their grants.
    async fn at(
        &mut self,
        organization: OrganizationId,
        workspaces: &[WorkspaceId],
        up_to: u32,
    ) -> Result<Vec<(Membership, Vec<Grant>)>, StoreError>;
}

/// Writing grants of the locked organization.
#[async_trait]
pub trait GrantChanges: Send {
    /// Makes one, at the version it carries; `Taken` if the member has one at that workspace.
    async fn insert(&mut self, grant: &Grant) -> Result<(), StoreError> {
        self.insert_all(slice::from_ref(grant)).await
    }

    /// Makes many at once; `Taken` if a member has one at that workspace, and then the unit has to be given up.
    async fn insert_all(&mut self, grants: &[Grant]) -> Result<(), StoreError>;

    /// Changes one, from the version it carries to the next; `Stale` if it isn't at that version.
    async fn update(&mut self, grant: &Grant) -> Result<(), StoreError>;

    /// Takes one away; `Stale` if it isn't at the version it carries.
    async fn remove(&mut self, grant: &Grant) -> Result<(), StoreError>;
}
