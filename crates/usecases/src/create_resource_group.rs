//! Making a group of resources.

use tenure_domain::resource::{NewGroup, ResourceGroup, ResourceRefused, make_group};
use tenure_domain::{Decided, KindKey, Name, OrganizationId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::Managing;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a group of resources, with nothing in it at first.
#[derive(Clone, Debug)]
pub struct CreateResourceGroup {
    /// The tenant.
    pub organization: OrganizationId,
    /// Of what sort of things.
    pub kind: KindKey,
    /// Its name.
    pub name: Name,
}

impl UseCase for CreateResourceGroup {
    type Lock = InOrganization;
    type Done = ResourceGroup;
    type Refusal = ResourceRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<ResourceGroup>, Failure<ResourceRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let managing = Managing::load(unit, &acting, &self.kind).await?;
        let there = unit.resource_groups().count(self.organization, &self.kind).await?;
        let new = NewGroup { id: cx.id(), kind: self.kind.clone(), name: self.name.clone() };
        let decided = make_group(&acting.organization, managing.by(&acting), new, there, cx.now).map_err(Failure::Refused)?;
        unit.resource_group_changes().insert(&decided.value).await?;
        Ok(decided)
    }
}
