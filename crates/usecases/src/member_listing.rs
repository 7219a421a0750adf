//! Who may have a list of members, and in which order: asked alike by who reads it page by page and by who takes it out of the
//! house.

use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::bits::Permission;
use tenure_domain::workspace::Place;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::{MemberSort, Viewer};

use crate::load::missing;
use crate::{Failure, ListRefused};

/// What it takes to read it.
pub(crate) const TO_READ: [Permission; 1] = [engine::MEMBERS_VIEW];

/// What it takes to export it.
pub(crate) const TO_EXPORT: [Permission; 2] = [engine::MEMBERS_VIEW, engine::MEMBERS_EXPORT];

/// What the answer rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberListing<'a> {
    /// Who asks.
    pub(crate) member: MemberId,
    /// What they may do.
    pub(crate) access: &'a Access,
    /// The workspaces of their grants.
    pub(crate) places: &'a [Place],
    /// The one workspace that is asked for, if any is,
    pub(crate) workspace: Option<WorkspaceId>,
    /// and where it lies, if there is such.
    pub(crate) found: Option<&'a Place>,
    /// In which order.
    pub(crate) sort: MemberSort,
}

impl MemberListing<'_> {
    /// As whom the list is read: where all of these rights are held. They are held somewhere, and at the workspace asked for.
    pub(crate) fn viewer(&self, rights: &[Permission]) -> Result<Viewer, Failure<ListRefused>> {
        for right in rights {
            if !self.access.reaches(*right, self.places).is_anywhere() {
                return Err(Failure::Forbidden(missing(*right)));
            }
        }
        if self.workspace.is_some() {
            let known = |place: &&Place| self.access.workspaces().any(|at| place.is_within(at));
            let place = self.found.filter(known).ok_or(Failure::NotFound)?;
            if let Some(lacking) = rights.iter().find(|right| !self.access.can(**right, place)) {
                return Err(Failure::Forbidden(missing(*lacking)));
            }
        }
        let reach = self.access.reaches_all(rights, self.places);
        if let (false, Some(last)) = (reach.is_anywhere(), rights.last()) {
            // Each is held somewhere, and nowhere are all of them.
            return Err(Failure::Forbidden(missing(*last)));
        }
        let masking = self.access.masking_of_members();
        if masking.hides_addresses() && matches!(self.sort, MemberSort::Email | MemberSort::EmailDescending) {
            return Err(Failure::Refused(ListRefused::SortMasked));
        }
        Ok(Viewer { member: Some(self.member), reach, masking })
    }
}
