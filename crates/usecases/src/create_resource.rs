//! Making a resource, such as a team.

use std::collections::BTreeSet;

use tenure_domain::resource::{NewResource, Resource, ResourceRefused, make};
use tenure_domain::{Decided, KindKey, Name, OrganizationId, ResourceGroupId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::{Managing, groups_of};
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a resource.
#[derive(Clone, Debug)]
pub struct CreateResource {
    /// The tenant.
    pub organization: OrganizationId,
    /// What sort of thing.
    pub kind: KindKey,
    /// Its name.
    pub name: Name,
    /// Whether every member is to reach it.
    pub for_everyone: bool,
    /// The groups that it is to be in.
    pub groups: BTreeSet<ResourceGroupId>,
}

impl UseCase for CreateResource {
    type Lock = InOrganization;
    type Done = Resource;
    type Refusal = ResourceRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Resource>, Failure<ResourceRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let managing = Managing::load(unit, &acting, &self.kind).await?;
        let (kind, name, groups) = (self.kind.clone(), self.name.clone(), self.groups.clone());
        let there = groups_of(unit, self.organization, &groups).await?;
        let new = NewResource { id: cx.id(), kind, name, for_everyone: self.for_everyone, groups };
        let decided = make(&acting.organization, managing.by(&acting), new, &there, cx.now).map_err(Failure::Refused)?;
        unit.resource_changes().insert(&decided.value).await?;
        Ok(decided)
    }
}
