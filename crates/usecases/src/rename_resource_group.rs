//! Giving a group of resources another name.

use tenure_domain::resource::{ResourceGroup, ResourceRefused, rename_group};
use tenure_domain::{Decided, Name, OrganizationId, ResourceGroupId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::known_group;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for another name of a group of resources.
#[derive(Clone, Debug)]
pub struct RenameResourceGroup {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub group: ResourceGroupId,
    /// The name; none leaves it as it is.
    pub name: Option<Name>,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for RenameResourceGroup {
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
        let (before, managing) = known_group(unit, &acting, self.group).await?;
        let name = self.name.clone().unwrap_or_else(|| before.name.clone());
        let decided = rename_group(managing.by(&acting), &before, name).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        if decided.events.is_empty() {
            return Ok(decided);
        }
        unit.resource_group_changes().update(&decided.value).await?;
        Ok(decided.map(|after| ResourceGroup { version: after.version + 1, ..after }))
    }
}
