//! What people, places and things of some ids are called, for lists that hold ids alone.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::{Driver, Reads as _, Sql, SqlStore};

/// Each goes on with the organization, and the ids.
const NAMED: [(&str, &str); 4] = [
    ("select m.id, m.display_name as name from memberships m where m.organization_id = ", " and m.id in "),
    (" union all select w.id, w.name from workspaces w where w.organization_id = ", " and w.id in "),
    (" union all select r.id, r.name from resources r where r.organization_id = ", " and r.id in "),
    (" union all select b.id, b.name from resource_groups b where b.organization_id = ", " and b.id in "),
];

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    of: &[Uuid],
) -> Result<Vec<(Uuid, String)>, StoreError> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::build("");
    for (those, are) in NAMED {
        sql.push(those).push_bind(organization).push(are).push_list(of.iter().copied());
    }
    store.pooled().rows(&sql).await?.iter().map(|row| Ok((row.id("id")?, row.text("name")?.to_owned()))).collect()
}
