//! What somebody reads, one function for each thing: narrowed to what they may see, and refused where they may not look.
//!
//! Rows come unmasked, for a face to mask by [`Reader::own_viewer`]'s masking, or by a row's own.

use std::collections::BTreeMap;

use tenure_domain::access_model::engine;
use tenure_domain::bits::Permission;
use tenure_domain::visibility::looks_like_address_or_number;
use tenure_domain::workspace::Workspace;
use tenure_domain::{ContactId, MemberId, ReceiptId, Refusal, RefusalKind, WorkspaceId};
use tenure_port_store::{
    Bounded, ContactFilter, ContactRow, InvitationRow, JournalFilter, JournalRow, MemberFilter, MemberRow, MemberSort, Page,
    PageAsk, ReceiptRow, StoreError, Viewer, WorkspaceFilter,
};

use uuid::Uuid;

use super::Reader;
use crate::member_listing::{MemberListing, TO_EXPORT, TO_READ};
use crate::{Failure, Never};

/// Why somebody may not read a list in the way that they asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ListRefused {
    /// An order would tell what is hidden.
    #[error("e-mail addresses are hidden from you, so members can't be sorted by them")]
    SortMasked,
}

impl Refusal for ListRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Forbidden
    }

    fn rule(&self) -> &'static str {
        "masked"
    }
}

pub(super) fn wider<R>(failure: Failure<Never>) -> Failure<R> {
    failure.map(Never::any)
}

impl Reader<'_> {
    /// Refused unless they have this right at a workspace that they know of; anywhere will do where none is named.
    async fn must_at(&self, permission: Permission, workspace: Option<WorkspaceId>) -> Result<(), Failure<Never>> {
        self.must_somewhere(permission).await?;
        if let Some(workspace) = workspace {
            let place = self.place(workspace).await?;
            self.must(permission, &place).await?;
        }
        Ok(())
    }

    /// A page of members, each with those of their grants that the reader may know of.
    pub async fn members(
        &self,
        filter: &MemberFilter,
        sort: MemberSort,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, Failure<ListRefused>> {
        let mut page = self.whole_members(filter, sort, page).await?;
        self.narrow(&mut page.items).await.map_err(wider)?;
        Ok(page)
    }

    /// The same with all of their grants: decisions rest on them, and they are shown to nobody.
    pub(super) async fn whole_members(
        &self,
        filter: &MemberFilter,
        sort: MemberSort,
        page: &PageAsk,
    ) -> Result<Page<MemberRow>, Failure<ListRefused>> {
        let viewer = self.listing(&TO_READ, filter, sort).await?;
        Ok(self.queries.members(self.id(), &viewer, filter, sort, page).await?)
    }

    /// Refused unless they could take such a list out of the house at this moment; [`crate::ExportMembers`] asks again.
    pub async fn may_export(&self, filter: &MemberFilter, sort: MemberSort) -> Result<(), Failure<ListRefused>> {
        self.listing(&TO_EXPORT, filter, sort).await.map(|_| ())
    }

    /// As whom a list of members is read by somebody with these rights.
    pub(super) async fn listing(
        &self,
        rights: &[Permission],
        filter: &MemberFilter,
        sort: MemberSort,
    ) -> Result<Viewer, Failure<ListRefused>> {
        let (member, access, places, workspace) = (self.membership.id, &self.access, &self.places[..], filter.workspace);
        let found = match workspace {
            Some(workspace) => super::places(self.queries, &self.organization, &[workspace]).await?.pop(),
            None => None,
        };
        let viewer = MemberListing { member, access, places, workspace, found: found.as_ref(), sort }.viewer(rights);
        if let Some(rule) = viewer.as_ref().err().and_then(Failure::refused_access) {
            self.refused(rule).await;
        }
        viewer
    }

    /// Refused unless they could take the journal out of the house at this moment; [`crate::ExportJournal`] asks again.
    pub async fn may_export_journal(&self) -> Result<(), Failure<Never>> {
        self.must_at(engine::JOURNAL_VIEW, Some(self.organization.root)).await?;
        let everywhere = self.reach(engine::MEMBERS_EXPORT).is_everywhere(self.organization.root);
        if everywhere { Ok(()) } else { Err(self.lacks(engine::MEMBERS_EXPORT).await) }
    }

    /// How many members such pages have in all, counted up to a bound.
    pub async fn count_members(&self, filter: &MemberFilter, up_to: u32) -> Result<Bounded, Failure<Never>> {
        self.must_at(engine::MEMBERS_VIEW, filter.workspace).await?;
        Ok(self.queries.count_members(self.id(), &self.own_viewer(), filter, up_to).await?)
    }

    /// One member, with those of their grants that the reader may know of.
    pub async fn member(&self, member: MemberId) -> Result<MemberRow, Failure<Never>> {
        let row = self.queries.member(self.id(), &self.own_viewer(), member).await?;
        let mut row = row.ok_or(Failure::NotFound)?;
        self.narrow(std::slice::from_mut(&mut row)).await?;
        Ok(row)
    }

    /// Whether the address of a member's login is confirmed; false without a login.
    pub async fn is_email_confirmed(&self, row: &MemberRow) -> Result<bool, StoreError> {
        match row.membership.user {
            Some(user) => self.queries.is_email_confirmed(user).await,
            None => Ok(false),
        }
    }

    /// A page of invitations, newest first, each with those of the grants offered that the reader may know of.
    pub async fn invitations(&self, page: &PageAsk) -> Result<Page<InvitationRow>, Failure<Never>> {
        let viewer = self.viewer().await?;
        let mut page = self.queries.invitations(self.id(), &viewer, page).await?;
        let seen = self.seen(page.items.iter().flat_map(|row| &row.grants).map(|(grant, _)| grant.workspace)).await?;
        for row in &mut page.items {
            row.grants.retain(|(grant, _)| seen.contains(&grant.workspace));
        }
        Ok(page)
    }

    /// The invitation that a member waits for, if the reader sees them: with those of the grants offered that they may know of.
    pub async fn invitation_of(&self, member: MemberId) -> Result<Option<InvitationRow>, Failure<Never>> {
        self.member(member).await?;
        let Some(mut row) = self.queries.invitation_of(self.id(), member).await? else { return Ok(None) };
        let seen = self.seen(row.grants.iter().map(|(grant, _)| grant.workspace)).await?;
        row.grants.retain(|(grant, _)| seen.contains(&grant.workspace));
        Ok(Some(row))
    }

    /// What people and places are called, of these ids; whom or what the reader may not see all of, they get no names of.
    pub async fn names(&self, of: &[Uuid]) -> Result<BTreeMap<Uuid, String>, Failure<Never>> {
        if !self.reach(engine::MEMBERS_VIEW).is_everywhere(self.organization.root) {
            return Ok(BTreeMap::new());
        }
        let masking = self.own_viewer().masking;
        let names = self.queries.names(self.id(), of).await?.into_iter();
        // An address stands in for missing names, and is hidden where addresses are.
        Ok(names.filter(|(_, name)| !(masking.hides_addresses() && looks_like_address_or_number(name))).collect())
    }

    /// What workspaces are called, as far as they know of them.
    pub async fn workspace_names(&self, of: &[WorkspaceId]) -> Result<BTreeMap<WorkspaceId, String>, Failure<Never>> {
        let known = self.known_places(of).await?;
        let ids: Vec<Uuid> = known.iter().map(|place| place.workspace().into()).collect();
        Ok(self.queries.names(self.id(), &ids).await?.into_iter().map(|(id, name)| (id.into(), name)).collect())
    }

    /// A page of contacts, newest first.
    pub async fn contacts(&self, filter: &ContactFilter, page: &PageAsk) -> Result<Page<ContactRow>, Failure<Never>> {
        self.must_at(engine::CONTACTS_VIEW, filter.workspace).await?;
        Ok(self.queries.contacts(self.id(), &self.sights().await?, filter, page).await?)
    }

    /// One contact, if they see it.
    pub async fn contact(&self, contact: ContactId) -> Result<Option<ContactRow>, Failure<Never>> {
        Ok(self.queries.contact(self.id(), &self.sights().await?, contact).await?)
    }

    /// A page of the tree that their grants reach, parents before their children.
    pub async fn workspaces(&self, filter: &WorkspaceFilter, page: &PageAsk) -> Result<Page<Workspace>, Failure<Never>> {
        if let Some(under) = filter.under {
            self.place(under).await?;
        }
        Ok(self.queries.workspaces(self.id(), &self.known(), filter, page).await?)
    }

    /// A page of receipts of acts at workspaces where they manage members, newest first.
    pub async fn receipts(&self, page: &PageAsk) -> Result<Page<ReceiptRow>, Failure<Never>> {
        let reach = self.must_somewhere(engine::MEMBERS_MANAGE).await?;
        Ok(self.queries.receipts(self.id(), &reach, page).await?)
    }

    /// One receipt, with its contacts counted up to a bound.
    pub async fn receipt(&self, receipt: ReceiptId, up_to: u32) -> Result<(ReceiptRow, Bounded), Failure<Never>> {
        self.must_somewhere(engine::MEMBERS_MANAGE).await?;
        let row = self.queries.receipt(self.id(), receipt).await?.ok_or(Failure::NotFound)?;
        for place in self.places(&row.told_at).await? {
            self.must(engine::MEMBERS_MANAGE, &place).await?;
        }
        let contacts = self.queries.count_contacts(self.id(), &row.portfolios, up_to).await?;
        Ok((row, contacts))
    }

    /// A page of the journal, newest first: it takes `journal.view` at the root.
    pub async fn journal(&self, filter: &JournalFilter, page: &PageAsk) -> Result<Page<JournalRow>, Failure<Never>> {
        self.must_at(engine::JOURNAL_VIEW, Some(self.organization.root)).await?;
        Ok(self.queries.journal(self.id(), filter, page).await?)
    }
}
