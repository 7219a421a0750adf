//! What people and places of some ids are called, for lists that hold ids alone.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::batch::CHUNK;
use crate::{Driver, Reads as _, Sql, SqlStore};

const MEMBERS: &str = "select m.id, m.display_name as name from memberships m where m.organization_id = ";
const WORKSPACES: &str = " union all select w.id, w.name from workspaces w where w.organization_id = ";

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    of: &[Uuid],
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let mut names = Vec::new();
    for chunk in of.chunks(CHUNK) {
        let mut sql = Sql::build(MEMBERS);
        sql.push_bind(organization).push(" and m.id in ").push_list(chunk.iter().copied());
        sql.push(WORKSPACES).push_bind(organization).push(" and w.id in ").push_list(chunk.iter().copied());
        for row in store.pooled().rows(&sql).await? {
            names.push((row.id("id")?, row.text("name")?.to_owned()));
        }
    }
    Ok(names)
}
