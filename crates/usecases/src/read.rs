//! Reading on behalf of somebody: who they are, what they may see, and how much of it.

mod access;
mod can;
mod heard;
mod import;
mod import_rows;
mod insights;
mod jobs;
mod lists;
mod lock;
mod manage;
mod offer;
mod resources;
mod statistics;
mod tokens;

use std::collections::BTreeSet;

pub use access::Entitled;
pub use heard::{Heard, Hearing};
pub use import_rows::{CellChange, ImportRow, LevelsChange};
pub use insights::{Finding, Told};
pub use lists::ListRefused;
pub use lock::SignInLock;
pub use resources::{HadAlone, Listed, ListedResources, MemberSelection, Reaching};
pub use statistics::ShownStatistics;
use tenure_domain::access::{Access, Reaches};
use tenure_domain::access_model::engine;
use tenure_domain::bits::Permission;
use tenure_domain::grant::Grant;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::visibility::Visibility;
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, OrganizationId, Refusal, UserId, WorkspaceId};
use tenure_port_store::{MemberRow, Principal, Queries, Sight, Sights, StoreError, Viewer};

use crate::load::missing;
use crate::tokens::limited;
use crate::{Failure, Never, Tenure};

/// An active member of a switched-on organization, reading.
pub struct Reader<'a> {
    tenure: &'a Tenure,
    queries: &'a dyn Queries,
    user: UserId,
    /// The organization.
    pub organization: Organization,
    /// Their membership.
    pub membership: Membership,
    /// What they may do.
    pub access: Access,
    /// The workspaces of their grants.
    pub places: Vec<Place>,
}

impl<'a> Reader<'a> {
    /// Reads on behalf of a principal, who for tokens is found by [`Tenure::by_token`]. To somebody who isn't an active member, the organization doesn't exist.
    pub fn new(tenure: &'a Tenure, principal: &Principal) -> Result<Self, Failure<Never>> {
        let queries = tenure.tools().store.queries();
        let organization = principal.organization.clone().filter(|organization| organization.active).ok_or(Failure::NotFound)?;
        let (membership, grants) = principal.membership.clone().ok_or(Failure::NotFound)?;
        if membership.status != Status::Active {
            return Err(Failure::NotFound);
        }
        if organization.second_factor_required && !principal.has_factor {
            return Err(Failure::SecondFactorRequired);
        }
        let places: Vec<Place> =
            principal.chains.iter().filter_map(|steps| Place::new(&organization.model, steps.clone())).collect();
        let access = Access::new(organization.setting(), membership.status, &grants);
        let access = match principal.token() {
            None => access,
            Some(_) if !access.takes_tokens(&places) => return Err(Failure::Unauthenticated),
            Some(token) => limited(access, token, membership.id),
        };
        Ok(Self { tenure, queries, user: principal.user.id, organization, membership, access, places })
    }

    /// The organization's id.
    pub fn id(&self) -> OrganizationId {
        self.organization.id
    }

    /// A workspace that they may know of.
    pub async fn place(&self, workspace: WorkspaceId) -> Result<Place, Failure<Never>> {
        let place = places(self.queries, &self.organization, &[workspace]).await?.pop().ok_or(Failure::NotFound)?;
        if self.access.workspaces().any(|at| place.is_within(at)) { Ok(place) } else { Err(Failure::NotFound) }
    }

    /// Those of these workspaces that they may know of.
    pub async fn known_places(&self, workspaces: &[WorkspaceId]) -> Result<Vec<Place>, Failure<Never>> {
        let mut places = places(self.queries, &self.organization, workspaces).await?;
        places.retain(|place| self.access.workspaces().any(|at| place.is_within(at)));
        Ok(places)
    }

    /// Several workspaces, all of which they may know of.
    pub async fn places(&self, of: &[WorkspaceId]) -> Result<Vec<Place>, Failure<Never>> {
        let places = places(self.queries, &self.organization, of).await?;
        let known = |place: &Place| self.access.workspaces().any(|at| place.is_within(at));
        if places.len() == of.len() && places.iter().all(known) { Ok(places) } else { Err(Failure::NotFound) }
    }

    /// The workspaces of these grants, whoever may know of them.
    pub async fn places_of(&self, grants: &[Grant]) -> Result<Vec<Place>, Failure<Never>> {
        let of: Vec<WorkspaceId> = grants.iter().map(|grant| grant.workspace).collect();
        Ok(places(self.queries, &self.organization, &of).await?)
    }

    /// Where a permission of the engine's own holds.
    pub fn reach(&self, permission: Permission) -> Reaches {
        self.access.reaches(permission, &self.places)
    }

    /// The workspaces that they know of: all that their grants reach.
    pub fn known(&self) -> Reaches {
        self.access.known(&self.places)
    }

    /// Takes note that they were refused something by this rule: reading leaves its refusals in the journal as acting does (R19).
    pub async fn refused(&self, rule: &'static str) {
        self.tenure.note_refusal(self.id(), self.user, rule).await;
    }

    async fn lacks(&self, permission: Permission) -> Failure<Never> {
        let refused = missing(permission);
        self.refused(refused.rule()).await;
        Failure::Forbidden(refused)
    }

    /// Where a permission holds, refused if nowhere.
    pub async fn must_somewhere(&self, permission: Permission) -> Result<Reaches, Failure<Never>> {
        let reach = self.reach(permission);
        if reach.is_anywhere() { Ok(reach) } else { Err(self.lacks(permission).await) }
    }

    /// Refused unless they have this right there.
    pub async fn must(&self, permission: Permission, place: &Place) -> Result<(), Failure<Never>> {
        if self.access.can(permission, place) { Ok(()) } else { Err(self.lacks(permission).await) }
    }

    /// Refused unless they have this right over what belongs to the whole organization. That it has a root is no secret to its members.
    pub async fn must_at_root(&self, permission: Permission) -> Result<(), Failure<Never>> {
        let root = places(self.queries, &self.organization, &[self.organization.root]).await?.pop().ok_or(Failure::NotFound)?;
        self.must(permission, &root).await
    }

    /// As one who looks at members; refused where `members.view` is held nowhere.
    pub async fn viewer(&self) -> Result<Viewer, Failure<Never>> {
        Ok(Viewer { reach: self.must_somewhere(engine::MEMBERS_VIEW).await?, ..self.own_viewer() })
    }

    /// As one who looks at members, or at oneself where `members.view` is held nowhere.
    pub fn own_viewer(&self) -> Viewer {
        Viewer {
            member: Some(self.membership.id),
            reach: self.reach(engine::MEMBERS_VIEW),
            masking: self.access.masking_of_members(),
        }
    }

    /// Which of these workspaces they may know of as one who looks at members: those where they see members, and those on the
    /// way there, which access comes down from. What is beside that is no more theirs to read in somebody's grants than anywhere.
    pub async fn seen(&self, of: impl IntoIterator<Item = WorkspaceId>) -> Result<BTreeSet<WorkspaceId>, Failure<Never>> {
        self.seen_from(&self.reach(engine::MEMBERS_VIEW), of).await
    }

    async fn seen_from(
        &self,
        reach: &Reaches,
        of: impl IntoIterator<Item = WorkspaceId>,
    ) -> Result<BTreeSet<WorkspaceId>, Failure<Never>> {
        let of: BTreeSet<WorkspaceId> = of.into_iter().collect();
        if reach.is_everywhere(self.organization.root) {
            return Ok(of);
        }
        let of: Vec<WorkspaceId> = of.into_iter().collect();
        let theirs: Vec<&Place> = self.places.iter().filter(|place| reach.holds_at(place)).collect();
        let seen = |place: &Place| reach.holds_at(place) || theirs.iter().any(|own| own.is_within(place.workspace()));
        let places = places(self.queries, &self.organization, &of).await?;
        Ok(places.iter().filter(|place| seen(place)).map(Place::workspace).collect())
    }

    /// Leaves out of members' grants those at workspaces that they may not know of. One's own grants are all one's own.
    pub async fn narrow(&self, rows: &mut [MemberRow]) -> Result<(), Failure<Never>> {
        self.narrow_to(&self.reach(engine::MEMBERS_VIEW), rows).await
    }

    /// The same for somebody who looks at members from less than all that they see.
    pub async fn narrow_to(&self, reach: &Reaches, rows: &mut [MemberRow]) -> Result<(), Failure<Never>> {
        let seen = self.seen_from(reach, rows.iter().flat_map(|row| &row.grants).map(|of| of.grant.workspace)).await?;
        for row in rows.iter_mut().filter(|row| row.membership.id != self.membership.id) {
            row.grants.retain(|of| seen.contains(&of.grant.workspace));
        }
        Ok(())
    }

    /// As one who looks at contacts; refused where `contacts.view` is held nowhere.
    pub async fn sights(&self) -> Result<Sights, Failure<Never>> {
        self.must_somewhere(engine::CONTACTS_VIEW).await?;
        let entries = self.places.iter().map(|place| Sight {
            at: place.chain(),
            holds: self.access.can(engine::CONTACTS_VIEW, place),
            visibility: self.access.visibility_at(place),
            masking: self.access.masking_at(place),
        });
        let entries: Vec<Sight> = entries.collect();
        let shared = entries.iter().filter_map(|entry| match &entry.visibility {
            Visibility::Shared(kind) => Some(kind),
            _ => None,
        });
        let kinds: BTreeSet<&KindKey> = shared.collect();
        let sharing = kinds.into_iter().map(|kind| self.access.sharing(kind)).collect();
        Ok(Sights { organization: self.id(), root: self.organization.root, viewer: self.membership.id, entries, sharing })
    }
}

async fn places(queries: &dyn Queries, organization: &Organization, of: &[WorkspaceId]) -> Result<Vec<Place>, StoreError> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let chains = queries.chains(organization.id, of).await?;
    Ok(chains.into_iter().filter_map(|steps| Place::new(&organization.model, steps)).collect())
}
