//! Reading: flat rows on the pool, keyset pages, and visibility and masking as arguments that can't be left out.

mod contacts;
mod insights;
mod jobs;
mod members;
mod page;
mod resources;
mod rows;
mod workspaces;

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
pub use contacts::{ContactFilter, ContactRow, Sight, Sights};
pub use insights::{NewMember, Outlier};
pub use jobs::{ItemFilter, JobItemRow};
pub use members::{MemberFilter, MemberGrant, MemberRow, MemberSort, Viewer};
pub use page::{Bounded, Page, PageAsk, Position};
pub use resources::{Alone, Choices, GroupFilter, ListedRow, ResourceFilter, ResourceReached, ResourceSights, SelectionRow};
pub use rows::{
    Credential, Delivery, DeliveryState, InvitationRow, JournalFilter, JournalRow, LetterFacts, OfUser, OrganizationRow,
    OwnSession, Principal, ReceiptRow, Violation,
};
use tenure_domain::access::Reaches;
use tenure_domain::insight::{Staffed, Wider};
use tenure_domain::job::Job;
use tenure_domain::organization::Organization;
use tenure_domain::record::Errand;
use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::selection::LevelReach;
use tenure_domain::token::Token;
use tenure_domain::workspace::{Step, Workspace};
use tenure_domain::{
    ContactId, Instant, InvitationId, JobId, KindKey, LevelKey, MemberId, OrganizationId, PortfolioId, ReceiptId, ResourceGroupId,
    ResourceId, UserId, WorkspaceId,
};
pub use workspaces::WorkspaceFilter;

use uuid::Uuid;

use crate::{Measured, StoreError};

/// All that is read outside of units.
#[async_trait]
pub trait Queries: Send + Sync {
    /// Whether the database answers.
    async fn ready(&self) -> Result<(), StoreError>;

    /// Whether nobody has set the installation up yet.
    async fn awaits_setup(&self) -> Result<bool, StoreError>;

    /// Who a live session belongs to, found by the SHA-256 of its secret, with their standing in an organization: one query.
    async fn principal(
        &self,
        secret_hash: &[u8; 32],
        organization: Option<OrganizationId>,
        now: Instant,
    ) -> Result<Option<Principal>, StoreError>;

    /// For whom a live token acts, found by the SHA-256 of its secret, with their standing in its organization: one query.
    async fn token_principal(&self, secret_hash: &[u8; 32], now: Instant) -> Result<Option<Principal>, StoreError>;

    /// The tokens of a member that live, oldest first, whoever asks.
    async fn tokens_of(&self, organization: OrganizationId, member: MemberId, now: Instant) -> Result<Vec<Token>, StoreError>;

    /// The switched-on organizations that a user belongs to as an active member, by name.
    async fn memberships_of(&self, user: UserId) -> Result<Vec<OfUser>, StoreError>;

    /// The sessions of a user that still let them in, the one that was used last first, up to this many.
    async fn sessions_of(&self, user: UserId, now: Instant, up_to: u32) -> Result<Vec<OwnSession>, StoreError>;

    /// Until when somebody's password may not be tried from some network, found by the hash of their address: the latest such instant
    /// between these two.
    async fn locked_until(&self, who: &[u8; 32], after: Instant, latest: Instant) -> Result<Option<Instant>, StoreError>;

    /// All organizations, for operators, by name.
    async fn organizations(&self, page: &PageAsk) -> Result<Page<OrganizationRow>, StoreError>;

    /// One organization.
    async fn organization(&self, id: OrganizationId) -> Result<Option<Organization>, StoreError>;

    /// The chains of these workspaces, each root first and itself last, in the order asked for; unknown ones are left out.
    async fn chains(&self, organization: OrganizationId, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError>;

    /// The nodes that `reach` covers, parents first, then by name.
    async fn workspaces(
        &self,
        organization: OrganizationId,
        reach: &Reaches,
        filter: &WorkspaceFilter,
        page: &PageAsk,
    ) -> Result<Page<Workspace>, StoreError>;

    /// A page of the members that a viewer may see.
    async fn members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        filter: &MemberFilter,
        sort: MemberSort,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, StoreError>;

    /// How many members such a page is part of, counted up to a bound: exactly, where one of the filters alone leaves no more
    /// rows than that (one for each person, or for each of their grants). Otherwise a store may look at some thousands, of which
    /// few or none may match, and say that there may be more.
    async fn count_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        filter: &MemberFilter,
        up_to: u32,
    ) -> Result<Bounded, StoreError>;

    /// Those of these members whom the viewer may see.
    async fn seen_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        of: &[MemberId],
    ) -> Result<Vec<MemberId>, StoreError>;

    /// One member, if the viewer may see them.
    async fn member(&self, organization: OrganizationId, viewer: &Viewer, id: MemberId) -> Result<Option<MemberRow>, StoreError>;

    /// Whether a login's address is confirmed; false if there is no such login. It is for those who see a member whose login it is.
    async fn is_email_confirmed(&self, user: UserId) -> Result<bool, StoreError>;

    /// Those of these members that the viewer may see, in one query, by id.
    async fn these_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        ids: &[MemberId],
    ) -> Result<Vec<MemberRow>, StoreError>;

    /// A page of the invitations of members that a viewer may see, newest first.
    async fn invitations(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        page: &PageAsk,
    ) -> Result<Page<InvitationRow>, StoreError>;

    /// One invitation, whoever asks: for links.
    async fn invitation(&self, organization: OrganizationId, id: InvitationId) -> Result<Option<InvitationRow>, StoreError>;

    /// The invitation that a member waits for, whoever asks; none once it was accepted.
    async fn invitation_of(&self, organization: OrganizationId, member: MemberId) -> Result<Option<InvitationRow>, StoreError>;

    /// What members and workspaces of these ids are called; what is none of them, or gone, is left out.
    async fn names(&self, organization: OrganizationId, of: &[Uuid]) -> Result<Vec<(Uuid, String)>, StoreError>;

    /// A page of the contacts that a viewer sees, newest first.
    async fn contacts(
        &self,
        organization: OrganizationId,
        sights: &Sights,
        filter: &ContactFilter,
        page: &PageAsk,
    ) -> Result<Page<ContactRow>, StoreError>;

    /// One contact, if the viewer sees it.
    async fn contact(&self, organization: OrganizationId, sights: &Sights, id: ContactId)
    -> Result<Option<ContactRow>, StoreError>;

    /// How many contacts these portfolios hold, counted up to a bound.
    async fn count_contacts(
        &self,
        organization: OrganizationId,
        portfolios: &[PortfolioId],
        up_to: u32,
    ) -> Result<Bounded, StoreError>;

    /// A page of the resources that a viewer may know of, by name.
    async fn resources(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        filter: &ResourceFilter,
        page: &PageAsk,
    ) -> Result<Page<Resource>, StoreError>;

    /// One resource, if the viewer may know of it.
    async fn resource(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        id: ResourceId,
    ) -> Result<Option<Resource>, StoreError>;

    /// Those of these resources that the viewer may know of.
    async fn these_resources(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        ids: &[ResourceId],
    ) -> Result<Vec<Resource>, StoreError>;

    /// The resources of a kind that this member alone of all active ones has by choice, by name, as far as the viewer may know of
    /// them: up to so many. What is for everyone is nobody's alone. For whoever chose the whole kind only its first 100 are
    /// looked at.
    async fn had_alone(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        member: MemberId,
        levels: &LevelReach,
        up_to: u32,
    ) -> Result<Alone, StoreError>;

    /// Whether anybody active other than this member has a resource by choice.
    async fn has_another(
        &self,
        organization: OrganizationId,
        resource: ResourceId,
        except: MemberId,
        levels: &LevelReach,
    ) -> Result<bool, StoreError>;

    /// A page of the resources of a kind that nobody active has by choice, by name, as far as the viewer may know of them. What is for
    /// everyone is none of them. A store may look at some hundred for a page, so that it is short and still has a next one.
    async fn nobody_in(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        levels: &LevelReach,
        page: &PageAsk,
    ) -> Result<Page<Resource>, StoreError>;

    /// A page of the active members whom the viewer may see, who have one of the levels of those who work in a kind and none of those who
    /// decide about it, and for whom nothing of it was chosen. It may be short in the same way.
    async fn in_none(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        staffed: &Staffed,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, StoreError>;

    /// A page of the invitations that expired before they were answered, of members whom the viewer may see, the longest ago first.
    async fn unanswered(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        now: Instant,
        page: &PageAsk,
    ) -> Result<Page<InvitationRow>, StoreError>;

    /// A page of the active members whom the viewer may see, who have a level at a workspace where [`tenure_domain::insight::NEIGHBOURS`]
    /// times as many have a narrower one and no more than a hundred have this one, and who, having been there before, are neither the actors
    /// nor the targets of anything in the journal since then; by member and workspace. It may be short in the same way.
    async fn outliers(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        wider: &Wider,
        since: Instant,
        page: &PageAsk,
    ) -> Result<Page<Outlier>, StoreError>;

    /// A page of the pending and active members whom the viewer may see and who came since then, the newest first.
    async fn newcomers(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        since: Instant,
        page: &PageAsk,
    ) -> Result<Page<NewMember>, StoreError>;

    /// Up to so many of those who govern by one of these levels at the root: active, with a password, and with a second factor where the
    /// organization requires one (R8).
    async fn governors(
        &self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError>;

    /// A page of the groups of resources that a viewer may know of, by name.
    async fn resource_groups(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        filter: &GroupFilter,
        page: &PageAsk,
    ) -> Result<Page<ResourceGroup>, StoreError>;

    /// Those of these groups of resources that the viewer may know of, by id.
    async fn these_resource_groups(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        ids: &[ResourceGroupId],
    ) -> Result<Vec<ResourceGroup>, StoreError>;

    /// Which of these resources were chosen for which of these members. Whether anybody may know is the caller's to establish.
    async fn choices(
        &self,
        organization: OrganizationId,
        members: &[MemberId],
        resources: &[ResourceId],
    ) -> Result<Choices, StoreError>;

    /// What was chosen of these kinds for each of these members, each of them named once: all of it, or one by one and by groups, and of
    /// either so much as is told, by name. Of who has more than a hundred that the viewer may know of, a hundred are looked at; who has
    /// nothing is left out. Whether the viewer may see the members is the caller's to establish.
    async fn listed(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        members: &[MemberId],
        kinds: &[KindKey],
        up_to: u32,
    ) -> Result<BTreeMap<(MemberId, KindKey), ListedRow>, StoreError>;

    /// The numbers that were reported of these members, each of them named once. Whether anybody may know, and which of them are
    /// shown, is the caller's to establish.
    async fn statistics(&self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Measured>, StoreError>;

    /// What a member has of each kind in which something was ever chosen for them, by kind, as far as the viewer may know of it.
    /// Whether the viewer may see the member is the caller's to establish.
    async fn selections(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        member: MemberId,
    ) -> Result<Vec<SelectionRow>, StoreError>;

    /// One job.
    async fn job(&self, organization: OrganizationId, id: JobId) -> Result<Option<Job>, StoreError>;

    /// A page of the jobs that a member began, newest first.
    async fn jobs(&self, organization: OrganizationId, by: MemberId, page: &PageAsk) -> Result<Page<Job>, StoreError>;

    /// A page of a job's people, in their order.
    async fn job_items(
        &self,
        organization: OrganizationId,
        id: JobId,
        filter: ItemFilter,
        page: &PageAsk,
    ) -> Result<Page<JobItemRow>, StoreError>;

    /// The jobs that are running, and those that have ended since then. What can't be read is left out.
    async fn jobs_lately(&self, organization: OrganizationId, since: Instant) -> Result<Vec<Job>, StoreError>;

    /// A page of receipts of acts at workspaces that `reach` covers, newest first.
    async fn receipts(&self, organization: OrganizationId, reach: &Reaches, page: &PageAsk)
    -> Result<Page<ReceiptRow>, StoreError>;

    /// One receipt.
    async fn receipt(&self, organization: OrganizationId, id: ReceiptId) -> Result<Option<ReceiptRow>, StoreError>;

    /// A page of the journal, newest first.
    async fn journal(
        &self,
        organization: OrganizationId,
        filter: &JournalFilter,
        page: &PageAsk,
    ) -> Result<Page<JournalRow>, StoreError>;

    /// Up to this many sealed entries of the journal after this position, in the order of positions.
    async fn journal_after(&self, organization: OrganizationId, position: u64, up_to: u32) -> Result<Vec<JournalRow>, StoreError>;

    /// The last position that an entry of the journal was given; 0 before the first.
    async fn journal_position(&self, organization: OrganizationId) -> Result<u64, StoreError>;

    /// What a letter needs to know; none when the errand has been overtaken (its member or invitation is gone, its link's
    /// generation is an older one).
    async fn letter_facts(&self, errand: &Errand) -> Result<Option<LetterFacts>, StoreError>;

    /// Every violation of an invariant of the model that is found in the data, up to a bound. None is the only good answer.
    async fn violations(&self, up_to: u32) -> Result<Vec<Violation>, StoreError>;
}
