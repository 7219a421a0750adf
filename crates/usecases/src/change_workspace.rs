//! Renaming a workspace.

use tenure_domain::access_model::engine;
use tenure_domain::workspace::{Workspace, rename};
use tenure_domain::{Decided, Name, OrganizationId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, Never, UseCase, load};

/// What is to change; absent fields stay.
#[derive(Clone, Debug, Default)]
pub struct WorkspaceChange {
    /// Another name.
    pub name: Option<Name>,
}

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
    type Refusal = Never;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Workspace>, Failure<Never>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        // Whoever can't even see a workspace is told that there is none.
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::WORKSPACES_SETTINGS, &place)?;
        let before = unit.workspaces().find(self.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        let decided = rename(&before, self.change.name.clone().unwrap_or_else(|| before.name.clone()));
        if decided.events.is_empty() {
            return Ok(decided);
        }
        unit.workspace_changes().update(&decided.value).await?;
        Ok(decided.map(|after| Workspace { version: after.version + 1, ..after }))
    }
}
