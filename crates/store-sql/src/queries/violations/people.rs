//! What belongs to some members, in one statement for all of them.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::grant::Grant;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::StoreError;

use super::Found;
use crate::snapshots::grant::{self, grant_columns};
use crate::{Reads, Sql};

/// The grants of these members.
pub(super) async fn grants(
    reads: &mut dyn Reads,
    organization: OrganizationId,
    members: &[MemberId],
    found: &mut Found,
) -> Result<HashMap<MemberId, Vec<Grant>>, StoreError> {
    let mut sql = Sql::build(concat!("select ", grant_columns!(), " from grants g where g.organization_id = "));
    sql.push_bind(organization).push(" and g.member_id in ").push_list(members.iter().copied());
    let mut of: HashMap<MemberId, Vec<Grant>> = HashMap::new();
    for row in reads.rows(&sql).await? {
        let member: MemberId = row.id("g_member_id")?;
        if let Some(grant) = found.readable(grant::read(&row), || format!("a grant of member {member}"))? {
            of.entry(member).or_default().push(grant);
        }
    }
    Ok(of)
}

/// The rows of these members' levels: those that lists are filtered by.
pub(super) async fn levels(
    reads: &mut dyn Reads,
    organization: OrganizationId,
    members: &[MemberId],
) -> Result<HashMap<MemberId, BTreeSet<(WorkspaceId, String)>>, StoreError> {
    let mut sql = Sql::build("select member_id, workspace_id, level from grant_levels where organization_id = ");
    sql.push_bind(organization).push(" and member_id in ").push_list(members.iter().copied());
    let mut of: HashMap<MemberId, BTreeSet<(WorkspaceId, String)>> = HashMap::new();
    for row in reads.rows(&sql).await? {
        of.entry(row.id("member_id")?).or_default().insert((row.id("workspace_id")?, row.text("level")?.to_owned()));
    }
    Ok(of)
}
