//! Deleting a workspace in which nothing is.

use tenure_domain::workspace::{DeleteRefused, Occupancy, Place, Workspace, delete, may_delete};
use tenure_domain::{Decided, OrganizationId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, Unit};

use crate::{Acting, Context, Failure, InOrganization, Reading, UseCase, load};

/// Asks what is in the way of a deletion. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct PlannedWorkspaceDeletion {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub workspace: WorkspaceId,
}

impl UseCase for PlannedWorkspaceDeletion {
    type Lock = Reading;
    /// The workspace, and what is in it.
    type Done = (Workspace, Occupancy);
    type Refusal = DeleteRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Self::Done>, Failure<DeleteRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let (workspace, place) = known(unit, &acting, self.workspace).await?;
        may_delete(&acting.access, &place, &workspace).map_err(Failure::Refused)?;
        let occupancy = unit.workspaces().occupancy(self.organization, self.workspace).await?;
        Ok(Decided { value: (workspace, occupancy), events: Vec::new() })
    }
}

/// Asks for a workspace to be deleted.
#[derive(Clone, Copy, Debug)]
pub struct DeleteWorkspace {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub workspace: WorkspaceId,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for DeleteWorkspace {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = DeleteRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<DeleteRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let (workspace, place) = known(unit, &acting, self.workspace).await?;
        // Before anybody is kept from working there.
        may_delete(&acting.access, &place, &workspace).map_err(Failure::Refused)?;
        unit.workspace_changes().hold(self.workspace).await?;
        let occupancy = unit.workspaces().occupancy(self.organization, self.workspace).await?;
        let decided = delete(&acting.access, &place, &workspace, occupancy).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != workspace.version) {
            return Err(Failure::Stale);
        }
        unit.workspace_changes().remove(&workspace, cx.now).await?;
        Ok(decided)
    }
}

async fn known(
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    id: WorkspaceId,
) -> Result<(Workspace, Place), Failure<DeleteRefused>> {
    let organization = &acting.organization;
    let workspace = unit.workspaces().find(organization.id, id).await?.ok_or(Failure::NotFound)?;
    let place = load::place(unit, organization, id).await?.ok_or(Failure::NotFound)?;
    // Whoever can't even see a workspace is told that there is none.
    if acting.workspace_is_seen(&place) { Ok((workspace, place)) } else { Err(Failure::NotFound) }
}
