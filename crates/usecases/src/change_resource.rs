//! Renaming a resource, making it everybody's or not, and putting it into groups.

use tenure_domain::resource::{Resource, ResourceChange, ResourceRefused, change};
use tenure_domain::{Decided, OrganizationId, ResourceId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::{Managing, groups_of};
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a change of a resource.
#[derive(Clone, Debug)]
pub struct ChangeResource {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub resource: ResourceId,
    /// What.
    pub change: ResourceChange,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for ChangeResource {
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
        let before = unit.resources().find(self.organization, self.resource).await?.ok_or(Failure::NotFound)?;
        let managing = Managing::load(unit, &acting, &before.kind).await?;
        if !managing.knows(&acting, &before) {
            return Err(Failure::NotFound);
        }
        let there = match &self.change.groups {
            Some(groups) => groups_of(unit, self.organization, groups).await?,
            None => Vec::new(),
        };
        let decided =
            change(&acting.organization, managing.by(&acting), &before, &self.change, &there).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        if decided.events.is_empty() {
            return Ok(decided);
        }
        unit.resource_changes().update(&decided.value).await?;
        Ok(decided.map(|after| Resource { version: after.version + 1, ..after }))
    }
}
