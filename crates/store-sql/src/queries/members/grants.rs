//! The grants of a page of members.

use tenure_domain::grant::Grant;
use tenure_port_store::{MemberGrant, MemberRow, StoreError};

use super::scope::Scope;
use crate::queries::offered;
use crate::{Driver, SqlStore};

/// Gives members their grants: those that are effective at the filter's workspace, or all.
pub(super) async fn attach<D: Driver>(
    store: &SqlStore<D>,
    scope: &Scope<'_>,
    mut members: Vec<MemberRow>,
) -> Result<Vec<MemberRow>, StoreError> {
    if members.is_empty() {
        return Ok(members);
    }
    let ids = members.iter().map(|row| row.membership.id);
    let mut of = offered::grants(&mut store.pooled(), scope.organization, ids, &scope.chain).await?;
    let shown = |(grant, workspace_name): (Grant, String)| {
        let inherited = scope.filter.workspace.is_some_and(|workspace| workspace != grant.workspace);
        MemberGrant { grant, workspace_name, inherited }
    };
    for member in &mut members {
        member.grants = of.remove(&member.membership.id).unwrap_or_default().into_iter().map(shown).collect();
    }
    Ok(members)
}
