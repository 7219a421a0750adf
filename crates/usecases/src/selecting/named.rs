//! Looking up what selections name.

use std::collections::BTreeSet;

use tenure_domain::resource::{Filled, MOST_GROUPS};
use tenure_domain::selection::{Named, Part};
use tenure_domain::{OrganizationId, ResourceGroupId, ResourceId};
use tenure_port_store::{StoreError, Unit};

/// What is there of these.
pub(crate) async fn named(
    unit: &mut (dyn Unit + 'static),
    organization: OrganizationId,
    parts: impl IntoIterator<Item = Part>,
) -> Result<Named, StoreError> {
    let (mut resources, mut groups): (Vec<ResourceId>, Vec<ResourceGroupId>) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Resource(id) => resources.push(id),
            Part::Group(id) => groups.push(id),
        }
    }
    let mut named = Named::NOTHING;
    if !resources.is_empty() {
        named.resources = unit.resources().find_all(organization, &resources).await?;
    }
    if !groups.is_empty() {
        named.groups = unit.resource_groups().find_all(organization, &groups).await?;
    }
    Ok(named)
}

/// What is there of these groups. One more than a resource may be in is enough to say that there are too many.
pub(crate) async fn groups_of(
    unit: &mut (dyn Unit + 'static),
    organization: OrganizationId,
    groups: &BTreeSet<ResourceGroupId>,
) -> Result<Vec<Filled>, StoreError> {
    let ids: Vec<ResourceGroupId> = groups.iter().copied().take(MOST_GROUPS + 1).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { unit.resource_groups().filled(organization, &ids).await }
}
