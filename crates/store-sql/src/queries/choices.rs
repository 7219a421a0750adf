//! Which resources were chosen for whom: one by one, and with all of a kind.

use tenure_domain::{KindKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::{Choices, StoreError};

use crate::batch::CHUNK;
use crate::{Driver, Reads as _, Sql, SqlStore};

/// How many members one statement is about: so few that looking each up is less than reading all that was ever chosen, even where
/// that isn't much.
const FEW: usize = 32;

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    members: &[MemberId],
    resources: &[ResourceId],
) -> Result<Choices, StoreError> {
    let mut choices = Choices::default();
    if members.is_empty() || resources.is_empty() {
        return Ok(choices);
    }
    for members in members.chunks(FEW) {
        let mut whole = Sql::build("select s.member_id, s.kind from selections s where s.organization_id = ");
        whole.push_bind(organization).push(" and s.member_id in ").push_list(members.iter().copied()).push(" and s.reaches_all");
        for row in store.pooled().rows(&whole).await? {
            choices.whole.insert((row.id("member_id")?, row.parse("kind", KindKey::parse)?));
        }
        for resources in resources.chunks(CHUNK) {
            let mut single = Sql::build("select c.member_id, c.resource_id from selection_resources c where c.organization_id = ");
            single.push_bind(organization).push(" and c.member_id in ").push_list(members.iter().copied());
            single.push(" and c.resource_id in ").push_list(resources.iter().copied());
            for row in store.pooled().rows(&single).await? {
                choices.single.insert((row.id("member_id")?, row.id("resource_id")?));
            }
        }
    }
    Ok(choices)
}
