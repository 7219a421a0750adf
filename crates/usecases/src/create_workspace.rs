//! Making a workspace below another.

use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::workspace::Workspace;
use tenure_domain::{Decided, Name, OrganizationId, Refusal, RefusalKind, WorkspaceId, WorkspaceKindKey};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, UseCase, load};

/// The deepest a tree may be: access is looked up along the whole chain.
const DEEPEST: usize = 32;

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

/// Why no workspace was made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CreateWorkspaceRefused {
    /// The model has no such label.
    #[error("there is no workspace kind `{0}` in this organization")]
    UnknownKind(WorkspaceKindKey),
    /// Too deep.
    #[error("a tree is at most {DEEPEST} workspaces deep")]
    TooDeep,
}

impl Refusal for CreateWorkspaceRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::UnknownKind(_) => "unknown_kind",
            Self::TooDeep => "too_deep",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(if matches!(self, Self::TooDeep) { "/parent" } else { "/kind" }.to_owned())
    }
}

impl UseCase for CreateWorkspace {
    type Lock = InOrganization;
    type Done = Workspace;
    type Refusal = CreateWorkspaceRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Workspace>, Failure<CreateWorkspaceRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let parent = load::place(unit, &acting.organization, self.parent).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&parent) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::WORKSPACES_MANAGE, &parent)?;
        let kinds = acting.organization.model.workspace_kinds();
        let starts_inactive = match &self.kind {
            None => false,
            Some(kind) => match kinds.iter().find(|(key, _, _)| key == kind) {
                Some((_, _, inactive)) => *inactive,
                None => return Err(Failure::Refused(CreateWorkspaceRefused::UnknownKind(kind.clone()))),
            },
        };
        if parent.steps().len() >= DEEPEST {
            return Err(Failure::Refused(CreateWorkspaceRefused::TooDeep));
        }
        let workspace = Workspace {
            organization: self.organization,
            id: cx.id(),
            parent: Some(self.parent),
            kind: self.kind.clone(),
            name: self.name.clone(),
            active: self.active.unwrap_or(!starts_inactive),
            features_off: [].into(),
            created_at: cx.now,
            version: 1,
        };
        unit.workspace_changes().insert(&workspace).await?;
        let event = Event::WorkspaceCreated { workspace: workspace.id, parent: self.parent, name: self.name.to_string() };
        Ok(Decided::new(workspace, event))
    }
}
