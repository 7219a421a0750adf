//! What a host asks about its own users, with nobody signed in between.

use tenure_domain::access::{Access, Reaches};
use tenure_domain::resource::Known;
use tenure_domain::visibility::Masking;
use tenure_domain::{MemberId, OrganizationId, ResourceId, WorkspaceId};
use tenure_port_store::{ResourceSights, StoreError, Viewer};

use super::places;
use crate::Tenure;

impl Tenure {
    /// Whether a member may do something in a workspace at this moment. Whoever or whatever doesn't exist may nothing; so does a
    /// permission that the organization's access model doesn't know.
    ///
    /// This is for the program that embeds Tenure, and trusts itself: it tells about anybody. What is asked on somebody's behalf
    /// goes through [`Reader::ask`](crate::Reader::ask).
    pub async fn can(
        &self,
        organization: OrganizationId,
        member: MemberId,
        permission: &str,
        workspace: WorkspaceId,
    ) -> Result<bool, StoreError> {
        self.may(organization, member, permission, workspace, None).await
    }

    /// The same about one resource, such as a team: whoever doesn't reach it may nothing about it.
    pub async fn can_about(
        &self,
        organization: OrganizationId,
        member: MemberId,
        permission: &str,
        workspace: WorkspaceId,
        resource: ResourceId,
    ) -> Result<bool, StoreError> {
        self.may(organization, member, permission, workspace, Some(resource)).await
    }

    async fn may(
        &self,
        organization: OrganizationId,
        member: MemberId,
        permission: &str,
        workspace: WorkspaceId,
        about: Option<ResourceId>,
    ) -> Result<bool, StoreError> {
        let queries = self.tools().store.queries();
        let Some(organization) = queries.organization(organization).await? else { return Ok(false) };
        let everybody = Viewer { member: None, reach: Reaches::whole(&organization), masking: Masking::None };
        let Some(permission) = organization.model.permission(permission) else { return Ok(false) };
        let Some(row) = queries.member(organization.id, &everybody, member).await? else { return Ok(false) };
        let Some(place) = places(queries, &organization, &[workspace]).await?.pop() else { return Ok(false) };
        let grants: Vec<_> = row.grants.into_iter().map(|of| of.grant).collect();
        let access = Access::new(organization.setting(), row.membership.status, &grants);
        let can = access.can(permission, &place);
        let Some(about) = about.filter(|_| can) else { return Ok(can) };
        let sights = ResourceSights { viewer: member, known: Known::everything(&organization.model) };
        let Some(resource) = queries.these_resources(organization.id, &sights, &[about]).await?.pop() else { return Ok(false) };
        let choices = queries.choices(organization.id, &[member], &[about]).await?;
        Ok(resource.is_reached(access.reach_into(resource.kind.as_str()), &choices.of(member, &resource)))
    }
}
