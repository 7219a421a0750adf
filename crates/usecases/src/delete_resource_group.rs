//! Deleting a group of resources, and with it every choice of it; what is in it stays.

use tenure_domain::resource::{MOST_TOLD, ResourceRefused, delete_group};
use tenure_domain::{Decided, OrganizationId, ResourceGroupId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::known_group;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a group of resources to be deleted.
#[derive(Clone, Copy, Debug)]
pub struct DeleteResourceGroup {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub group: ResourceGroupId,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for DeleteResourceGroup {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = ResourceRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<ResourceRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let (group, managing) = known_group(unit, &acting, self.group).await?;
        managing.by(&acting).may_manage().map_err(Failure::Refused)?;
        let enough = u32::try_from(MOST_TOLD + 1).unwrap_or(u32::MAX);
        let had = unit.selections().choosers(self.organization, &[group.id.into()], enough).await?;
        let contents = unit.resource_groups().contents(self.organization, group.id).await?;
        let decided = delete_group(managing.by(&acting), &group, &contents, &had).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != group.version) {
            return Err(Failure::Stale);
        }
        unit.resource_group_changes().remove(&group).await?;
        Ok(decided)
    }
}
