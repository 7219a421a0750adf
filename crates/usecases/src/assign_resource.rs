//! Giving a member a resource, or taking it from them, from the resource's side.

use tenure_domain::may_grant::Side;
use tenure_domain::selection::{SelectRefused, assign};
use tenure_domain::{Decided, MemberId, OrganizationId, ResourceId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::{Managing, Selecting};
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a member to have a resource, or not to have it any more.
#[derive(Clone, Copy, Debug)]
pub struct AssignResource {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub resource: ResourceId,
    /// Who.
    pub member: MemberId,
    /// Whether they are to have it.
    pub has: bool,
}

impl UseCase for AssignResource {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = SelectRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<SelectRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let resource = unit.resources().find(self.organization, self.resource).await?.ok_or(Failure::NotFound)?;
        let kind = acting.organization.model.resource_kind(resource.kind.as_str()).ok_or(Failure::NotFound)?;
        let managing = Managing::load(unit, &acting, &resource.kind).await?;
        if !managing.knows(&acting, &resource) {
            return Err(Failure::NotFound);
        }
        let loaded = Selecting::load(unit, &acting, managing, self.member, &resource.kind, [resource.id.into()]).await?;
        let facts = loaded.facts(&acting, &resource.kind, kind, Side::Resource);
        let decided = assign(&facts, &resource, self.has).map_err(Failure::Refused)?;
        if !decided.events.is_empty() {
            unit.membership_changes().touch(self.member).await?;
            let selected = loaded.standing.clone().chosen(decided.value.clone(), acting.giver());
            unit.selection_changes().replace(&selected).await?;
        }
        Ok(decided.map(|_| ()))
    }
}
