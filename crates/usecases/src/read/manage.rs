//! What of others is the reader's to change, so that a face offers what would be carried out: the deed asks again.

use std::collections::BTreeSet;

use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::may_grant::{Grantee, Granter, Right, may_manage, may_manage_all};
use tenure_domain::membership::Status;
use tenure_domain::organization::may_remodel;
use tenure_domain::workspace::Place;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, PageAsk};

use super::{Reader, places};
use crate::{Failure, Never};

/// How many pages of members are looked through for successors.
const PAGES: usize = 4;

impl Reader<'_> {
    /// Whether the access model is the reader's to change.
    pub async fn may_remodel(&self) -> Result<bool, Failure<Never>> {
        let root = places(self.queries, &self.organization, &[self.organization.root]).await?.pop().ok_or(Failure::NotFound)?;
        let granter = Granter::Member { id: self.membership.id, access: &self.access };
        Ok(may_remodel(granter, &self.access, &root).is_ok())
    }

    /// Which of these members' grants are the reader's to change and to end.
    pub async fn manageable(&self, rows: &[MemberRow]) -> Result<BTreeSet<(MemberId, WorkspaceId)>, Failure<Never>> {
        let at: BTreeSet<WorkspaceId> = rows.iter().flat_map(|row| &row.grants).map(|of| of.grant.workspace).collect();
        let at: Vec<WorkspaceId> = at.into_iter().collect();
        let places = places(self.queries, &self.organization, &at).await?;
        let mut theirs = BTreeSet::new();
        for row in rows {
            let access = self.access_of(row);
            for of in &row.grants {
                let place = places.iter().find(|place| place.workspace() == of.grant.workspace);
                if place.is_some_and(|place| self.manages(row, &access, of, place)) {
                    theirs.insert((row.membership.id, of.grant.workspace));
                }
            }
        }
        Ok(theirs)
    }

    /// Whether somebody without grants is the reader's to manage.
    pub(super) async fn manages_at_root(&self, row: &MemberRow) -> Result<bool, Failure<Never>> {
        let root = places(self.queries, &self.organization, &[self.organization.root]).await?;
        let granter = Granter::Member { id: self.membership.id, access: &self.access };
        Ok(may_manage_all(granter, row.membership.id, &self.access_of(row), &root).is_ok())
    }

    fn manages(&self, row: &MemberRow, access: &Access, of: &tenure_port_store::MemberGrant, place: &Place) -> bool {
        let granter = Granter::Member { id: self.membership.id, access: &self.access };
        let whose = Grantee { id: Some(row.membership.id), access: Some(access), standing: Some(&of.grant) };
        may_manage(granter, whose, place, Right::Manage).is_ok()
    }

    /// Members who could take contacts over at these workspaces: active, able to handle contacts at each, and not this one. The
    /// first few by name, with this text in their name or address. Nobody, where there are none.
    pub async fn successors(
        &self,
        places: &[Place],
        except: MemberId,
        q: Option<&str>,
        most: usize,
    ) -> Result<Vec<MemberRow>, Failure<Never>> {
        let Some(first) = places.first() else { return Ok(Vec::new()) };
        let filter = MemberFilter {
            workspace: Some(first.workspace()),
            inherited: true,
            q: q.map(str::to_owned),
            statuses: vec![Status::Active],
            ..MemberFilter::default()
        };
        let mut found = Vec::new();
        let mut page = PageAsk::first(50);
        for _ in 0..PAGES {
            let viewer = self.viewer().await?;
            let members = self.queries.members(self.id(), &viewer, &filter, MemberSort::Name, &page).await?;
            let able = |row: &MemberRow| {
                let access = self.access_of(row);
                row.membership.id != except && places.iter().all(|place| access.can(engine::CONTACTS_HANDLE, place))
            };
            found.extend(members.items.into_iter().filter(able));
            page.after = members.next;
            if found.len() >= most || page.after.is_none() {
                break;
            }
        }
        found.truncate(most);
        self.narrow(&mut found).await?;
        Ok(found)
    }
}
