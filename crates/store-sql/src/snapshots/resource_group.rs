//! Rows of `resource_groups b`, and which resource is in which.

use std::collections::BTreeMap;

use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::{KindKey, Name, OrganizationId, ResourceId};
use tenure_port_store::StoreError;

use crate::batch::CHUNK;
use crate::{Reads, Row, Sql};

/// The columns of a group of resources.
macro_rules! resource_group_columns {
    () => {
        $crate::snapshots::columns!("b": organization_id id kind name created_at version)
    };
}
pub(crate) use resource_group_columns;

/// The group in a row.
pub(crate) fn read(row: &Row) -> Result<ResourceGroup, StoreError> {
    Ok(ResourceGroup {
        organization: row.id("b_organization_id")?,
        id: row.id("b_id")?,
        kind: row.parse("b_kind", KindKey::parse)?,
        name: row.parse("b_name", Name::parse)?,
        created_at: row.instant("b_created_at")?,
        version: row.number("b_version")?,
    })
}

/// Fills in which groups these resources are in, all of them.
pub(crate) async fn fill<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    resources: &mut [Resource],
) -> Result<(), StoreError> {
    let mut at: BTreeMap<ResourceId, usize> = BTreeMap::new();
    for (nth, resource) in resources.iter().enumerate() {
        at.insert(resource.id, nth);
    }
    let ids: Vec<ResourceId> = at.keys().copied().collect();
    for chunk in ids.chunks(CHUNK) {
        let mut sql = Sql::build("select gr.resource_id, gr.group_id from grouped_resources gr where gr.organization_id = ");
        sql.push_bind(organization).push(" and gr.resource_id in ").push_list(chunk.iter().copied());
        for row in reads.rows(&sql).await? {
            let resource = at.get(&row.id("resource_id")?).and_then(|nth| resources.get_mut(*nth));
            if let Some(resource) = resource {
                resource.groups.insert(row.id("group_id")?);
            }
        }
    }
    Ok(())
}
