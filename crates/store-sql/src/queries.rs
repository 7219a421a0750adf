//! Reading: lists in keyset pages, narrowed and masked in SQL for who looks.
//!
//! Every statement names the organization first. None counts on the way to a page, and none serves few and many rows alike:
//! see [`narrow`].

mod attempts;
mod choices;
mod contacts;
mod covering;
mod hits;
mod insights;
mod invitations;
mod jobs;
mod journal;
mod letters;
mod members;
mod names;
mod narrow;
mod offered;
mod organizations;
mod pages;
mod principal;
mod reach;
mod reaching;
mod receipts;
mod resource_groups;
mod resources;
mod selections;
mod statistics;
mod term;
mod violations;
mod workspaces;

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
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
use tenure_port_store::{
    Alone, Bounded, Choices, ContactFilter, ContactRow, GroupFilter, InvitationRow, ItemFilter, JobItemRow, JournalFilter,
    JournalRow, LetterFacts, ListedRow, Measured, MemberFilter, MemberRow, MemberSort, NewMember, OfUser, OrganizationRow, Outlier,
    OwnSession, Page, PageAsk, Principal, Queries, ReceiptRow, ResourceFilter, ResourceSights, SelectionRow, Sights, StoreError,
    Viewer, Violation, WorkspaceFilter,
};

use uuid::Uuid;

use crate::{Dialect, Driver, SqlStore, tree};

/// The fixed statements of queries, by name.
pub(crate) fn statements(dialect: Dialect) -> impl Iterator<Item = (&'static str, &'static str)> {
    let both = [
        attempts::STATEMENTS,
        insights::STATEMENTS,
        journal::STATEMENTS,
        letters::STATEMENTS,
        organizations::STATEMENTS,
        principal::STATEMENTS,
        resources::STATEMENTS,
    ];
    let both = both.into_iter().flatten().chain(violations::STATEMENTS.iter().copied().flatten());
    both.chain(principal::own_statements(dialect)).chain(violations::own_statements(dialect)).copied()
}

#[async_trait]
impl<D: Driver> Queries for SqlStore<D> {
    async fn ready(&self) -> Result<(), StoreError> {
        organizations::ready(self).await
    }

    async fn awaits_setup(&self) -> Result<bool, StoreError> {
        organizations::awaits_setup(self).await
    }

    async fn principal(
        &self,
        secret_hash: &[u8; 32],
        organization: Option<OrganizationId>,
        now: Instant,
    ) -> Result<Option<Principal>, StoreError> {
        principal::find(self, secret_hash, organization, now).await
    }

    async fn token_principal(&self, secret_hash: &[u8; 32], now: Instant) -> Result<Option<Principal>, StoreError> {
        principal::find_by_token(self, secret_hash, now).await
    }

    async fn tokens_of(&self, organization: OrganizationId, member: MemberId, now: Instant) -> Result<Vec<Token>, StoreError> {
        principal::tokens_of(self, organization, member, now).await
    }

    async fn memberships_of(&self, user: UserId) -> Result<Vec<OfUser>, StoreError> {
        principal::memberships_of(self, user).await
    }

    async fn sessions_of(&self, user: UserId, now: Instant, up_to: u32) -> Result<Vec<OwnSession>, StoreError> {
        principal::sessions_of(self, user, now, up_to).await
    }

    async fn locked_until(&self, who: &[u8; 32], after: Instant, latest: Instant) -> Result<Option<Instant>, StoreError> {
        attempts::locked_until(self, who, after, latest).await
    }

    async fn organizations(&self, page: &PageAsk) -> Result<Page<OrganizationRow>, StoreError> {
        organizations::page(self, page).await
    }

    async fn organization(&self, id: OrganizationId) -> Result<Option<Organization>, StoreError> {
        organizations::find(self, id).await
    }

    async fn chains(&self, organization: OrganizationId, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError> {
        tree::chains(&mut self.pooled(), organization, of).await
    }

    async fn workspaces(
        &self,
        organization: OrganizationId,
        reach: &Reaches,
        filter: &WorkspaceFilter,
        page: &PageAsk,
    ) -> Result<Page<Workspace>, StoreError> {
        workspaces::page(self, organization, reach, filter, page).await
    }

    async fn members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        filter: &MemberFilter,
        sort: MemberSort,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, StoreError> {
        members::page(self, organization, viewer, filter, sort, page).await
    }

    async fn count_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        filter: &MemberFilter,
        up_to: u32,
    ) -> Result<Bounded, StoreError> {
        members::count(self, organization, viewer, filter, up_to).await
    }

    async fn seen_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        of: &[MemberId],
    ) -> Result<Vec<MemberId>, StoreError> {
        members::seen_of(self, organization, viewer, of).await
    }

    async fn member(&self, organization: OrganizationId, viewer: &Viewer, id: MemberId) -> Result<Option<MemberRow>, StoreError> {
        members::one(self, organization, viewer, id).await
    }

    async fn is_email_confirmed(&self, user: UserId) -> Result<bool, StoreError> {
        members::is_email_confirmed(self, user).await
    }

    async fn these_members(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        ids: &[MemberId],
    ) -> Result<Vec<MemberRow>, StoreError> {
        members::these(self, organization, viewer, ids).await
    }

    async fn invitations(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        page: &PageAsk,
    ) -> Result<Page<InvitationRow>, StoreError> {
        invitations::page(self, organization, viewer, page).await
    }

    async fn invitation(&self, organization: OrganizationId, id: InvitationId) -> Result<Option<InvitationRow>, StoreError> {
        invitations::one(self, organization, id).await
    }

    async fn invitation_of(&self, organization: OrganizationId, member: MemberId) -> Result<Option<InvitationRow>, StoreError> {
        invitations::of_member(self, organization, member).await
    }

    async fn names(&self, organization: OrganizationId, of: &[Uuid]) -> Result<Vec<(Uuid, String)>, StoreError> {
        names::of(self, organization, of).await
    }

    async fn contacts(
        &self,
        organization: OrganizationId,
        sights: &Sights,
        filter: &ContactFilter,
        page: &PageAsk,
    ) -> Result<Page<ContactRow>, StoreError> {
        contacts::page(self, organization, sights, filter, page).await
    }

    async fn contact(
        &self,
        organization: OrganizationId,
        sights: &Sights,
        id: ContactId,
    ) -> Result<Option<ContactRow>, StoreError> {
        contacts::one(self, organization, sights, id).await
    }

    async fn count_contacts(
        &self,
        organization: OrganizationId,
        portfolios: &[PortfolioId],
        up_to: u32,
    ) -> Result<Bounded, StoreError> {
        contacts::count(self, organization, portfolios, up_to).await
    }

    async fn resources(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        filter: &ResourceFilter,
        page: &PageAsk,
    ) -> Result<Page<Resource>, StoreError> {
        resources::page(self, organization, sights, filter, page).await
    }

    async fn resource(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        id: ResourceId,
    ) -> Result<Option<Resource>, StoreError> {
        resources::one(self, organization, sights, id).await
    }

    async fn had_alone(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        member: MemberId,
        levels: &LevelReach,
        up_to: u32,
    ) -> Result<Alone, StoreError> {
        covering::had_alone(self, organization, sights, (member, levels), up_to).await
    }

    async fn these_resources(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        ids: &[ResourceId],
    ) -> Result<Vec<Resource>, StoreError> {
        resources::these(self, organization, sights, ids).await
    }

    async fn choices(
        &self,
        organization: OrganizationId,
        members: &[MemberId],
        resources: &[ResourceId],
    ) -> Result<Choices, StoreError> {
        choices::of(self, organization, members, resources).await
    }

    async fn has_another(
        &self,
        organization: OrganizationId,
        resource: ResourceId,
        except: MemberId,
        levels: &LevelReach,
    ) -> Result<bool, StoreError> {
        covering::has_another(self, organization, resource, except, levels).await
    }

    async fn nobody_in(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        levels: &LevelReach,
        page: &PageAsk,
    ) -> Result<Page<Resource>, StoreError> {
        insights::nobody_in(self, organization, sights, levels, page).await
    }

    async fn in_none(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        staffed: &Staffed,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, StoreError> {
        insights::in_none(self, organization, viewer, staffed, page).await
    }

    async fn unanswered(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        now: Instant,
        page: &PageAsk,
    ) -> Result<Page<InvitationRow>, StoreError> {
        insights::unanswered(self, organization, viewer, now, page).await
    }

    async fn outliers(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        wider: &Wider,
        since: Instant,
        page: &PageAsk,
    ) -> Result<Page<Outlier>, StoreError> {
        insights::outliers(self, organization, viewer, wider, since, page).await
    }

    async fn newcomers(
        &self,
        organization: OrganizationId,
        viewer: &Viewer,
        since: Instant,
        page: &PageAsk,
    ) -> Result<Page<NewMember>, StoreError> {
        insights::newcomers(self, organization, viewer, since, page).await
    }

    async fn governors(
        &self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError> {
        insights::governors(self, organization, root, governing, up_to).await
    }

    async fn resource_groups(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        filter: &GroupFilter,
        page: &PageAsk,
    ) -> Result<Page<ResourceGroup>, StoreError> {
        resource_groups::page(self, organization, sights, filter, page).await
    }

    async fn these_resource_groups(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        ids: &[ResourceGroupId],
    ) -> Result<Vec<ResourceGroup>, StoreError> {
        resource_groups::these(self, organization, sights, ids).await
    }

    async fn listed(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        members: &[MemberId],
        kinds: &[KindKey],
        up_to: u32,
    ) -> Result<BTreeMap<(MemberId, KindKey), ListedRow>, StoreError> {
        selections::listed(self, organization, sights, members, (kinds, up_to)).await
    }

    async fn statistics(&self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Measured>, StoreError> {
        statistics::of(self, organization, members).await
    }

    async fn selections(
        &self,
        organization: OrganizationId,
        sights: &ResourceSights,
        member: MemberId,
    ) -> Result<Vec<SelectionRow>, StoreError> {
        selections::of(self, organization, sights, member).await
    }

    async fn job(&self, organization: OrganizationId, id: JobId) -> Result<Option<Job>, StoreError> {
        jobs::one(self, organization, id).await
    }

    async fn jobs(&self, organization: OrganizationId, by: MemberId, page: &PageAsk) -> Result<Page<Job>, StoreError> {
        jobs::page(self, organization, by, page).await
    }

    async fn job_items(
        &self,
        organization: OrganizationId,
        id: JobId,
        filter: ItemFilter,
        page: &PageAsk,
    ) -> Result<Page<JobItemRow>, StoreError> {
        jobs::items(self, organization, id, filter, page).await
    }

    async fn jobs_lately(&self, organization: OrganizationId, since: Instant) -> Result<Vec<Job>, StoreError> {
        jobs::lately(self, organization, since).await
    }

    async fn receipts(
        &self,
        organization: OrganizationId,
        reach: &Reaches,
        page: &PageAsk,
    ) -> Result<Page<ReceiptRow>, StoreError> {
        receipts::page(self, organization, reach, page).await
    }

    async fn receipt(&self, organization: OrganizationId, id: ReceiptId) -> Result<Option<ReceiptRow>, StoreError> {
        receipts::one(self, organization, id).await
    }

    async fn journal(
        &self,
        organization: OrganizationId,
        filter: &JournalFilter,
        page: &PageAsk,
    ) -> Result<Page<JournalRow>, StoreError> {
        journal::page(self, organization, filter, page).await
    }

    async fn journal_after(&self, organization: OrganizationId, position: u64, up_to: u32) -> Result<Vec<JournalRow>, StoreError> {
        journal::after(self, organization, position, up_to).await
    }

    async fn journal_position(&self, organization: OrganizationId) -> Result<u64, StoreError> {
        journal::position(self, organization).await
    }

    async fn letter_facts(&self, errand: &Errand) -> Result<Option<LetterFacts>, StoreError> {
        letters::facts(self, errand).await
    }

    async fn violations(&self, up_to: u32) -> Result<Vec<Violation>, StoreError> {
        violations::find(self, up_to).await
    }
}
