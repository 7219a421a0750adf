//! Changing a workspace: its name, its features, and whether it is on.

use tenure_domain::workspace::{ChangeRefused, Workspace, WorkspaceChange, change};
use tenure_domain::{Decided, OrganizationId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, UseCase, load};

/// Asks for a change of a workspace.
#[derive(Clone, Debug)]
pub struct ChangeWorkspace {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub workspace: WorkspaceId,
    /// What.
    pub change: WorkspaceChange,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for ChangeWorkspace {
    type Lock = InOrganization;
    type Done = Workspace;
    type Refusal = ChangeRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Workspace>, Failure<ChangeRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        // Whoever can't even see a workspace is told that there is none.
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        let before = unit.workspaces().find(self.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        let decided = change(&acting.organization, &acting.access, &place, &before, &self.change).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        if decided.events.is_empty() {
            return Ok(decided);
        }
        unit.workspace_changes().update(&decided.value).await?;
        Ok(decided.map(|after| Workspace { version: after.version + 1, ..after }))
    }
}
