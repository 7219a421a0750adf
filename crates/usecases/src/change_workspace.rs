//! Renaming a workspace.

use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::workspace::Workspace;
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
        let Some(name) = self.change.name.clone().filter(|name| *name != before.name) else {
            return Ok(Decided { value: before, events: Vec::new() });
        };
        let event = Event::WorkspaceRenamed { workspace: before.id, before: before.name.to_string(), after: name.to_string() };
        unit.workspace_changes().update(&Workspace { name: name.clone(), ..before.clone() }).await?;
        Ok(Decided::new(Workspace { name, version: before.version + 1, ..before }, event))
    }
}
