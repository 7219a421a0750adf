//! Making a workspace below another.

use tenure_domain::access_model::engine;
use tenure_domain::workspace::{MakeRefused, NewWorkspace, Workspace, make};
use tenure_domain::{Decided, Name, OrganizationId, WorkspaceId, WorkspaceKindKey};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, UseCase, load};

/// Asks for a workspace.
#[derive(Clone, Debug)]
pub struct CreateWorkspace {
    /// The tenant.
    pub organization: OrganizationId,
    /// The node above.
    pub parent: WorkspaceId,
    /// Its name.
    pub name: Name,
    /// Its label, where the model has labels.
    pub kind: Option<WorkspaceKindKey>,
    /// On or off; as its kind says when absent.
    pub active: Option<bool>,
}

impl UseCase for CreateWorkspace {
    type Lock = InOrganization;
    type Done = Workspace;
    type Refusal = MakeRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Workspace>, Failure<MakeRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let parent = load::place(unit, &acting.organization, self.parent).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&parent) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::WORKSPACES_MANAGE, &parent)?;
        let new = NewWorkspace { id: cx.id(), name: self.name.clone(), kind: self.kind.clone(), active: self.active };
        let decided = make(&acting.organization, &parent, new, cx.now).map_err(Failure::Refused)?;
        unit.workspace_changes().insert(&decided.value).await?;
        Ok(decided)
    }
}
