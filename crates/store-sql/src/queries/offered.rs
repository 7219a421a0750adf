//! The grants of some members with their workspaces' names, in one statement for all of them.

use std::collections::HashMap;

use tenure_domain::grant::Grant;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::snapshots::grant::{self, grant_columns};
use crate::{Dialect, Reads, Sql, Value};

const GRANTS: &str = concat!(
    "select ",
    grant_columns!(),
    // Looked up for each: Postgres would join some dozen grants with a reading of all workspaces.
    ", (select w.name from workspaces w where w.organization_id = g.organization_id and w.id = g.workspace_id) as workspace_name \
     from "
);

/// The grants of these members, each named once, at these workspaces or (without any) at all, by member, and by workspace id for each.
pub(super) async fn grants<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    members: impl IntoIterator<Item = MemberId>,
    at: &[WorkspaceId],
) -> Result<HashMap<MemberId, Vec<(Grant, String)>>, StoreError> {
    let mut sql = Sql::build(GRANTS);
    let organization = sql.arg(organization);
    match reads.dialect() {
        Dialect::Sqlite => {
            sql.push("grants g where g.organization_id = ").push_arg(organization).push(" and g.member_id in ").push_list(members);
        }
        // One look for each: for Postgres a list in a condition costs half as much again.
        Dialect::Postgres => {
            sql.push("unnest(").push_bind(Value::Uuids(members.into_iter().map(Uuid::from).collect()));
            sql.push(") asked (id) join grants g on g.organization_id = ").push_arg(organization);
            sql.push(" and g.member_id = asked.id where true");
        }
    }
    if !at.is_empty() {
        sql.push(" and g.workspace_id in ").push_list(at.iter().copied());
    }
    sql.push(" order by g.member_id, g.workspace_id");
    let mut of: HashMap<MemberId, Vec<(Grant, String)>> = HashMap::new();
    for row in reads.rows(&sql).await? {
        let grant = grant::read(&row)?;
        of.entry(grant.member).or_default().push((grant, row.text("workspace_name")?.to_owned()));
    }
    Ok(of)
}
