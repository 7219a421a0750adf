//! The numbers that were reported of some members, in one statement for all of them.

use tenure_domain::{MemberId, OrganizationId, StatisticKey};
use tenure_port_store::{Measured, StoreError};
use uuid::Uuid;

use crate::{Dialect, Driver, Reads as _, Sql, SqlStore, Value};

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    members: &[MemberId],
) -> Result<Vec<Measured>, StoreError> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::build("select s.member_id, s.key, s.value, s.reported_at from ");
    let organization = sql.arg(organization);
    match Driver::dialect(store.driver()) {
        Dialect::Sqlite => {
            sql.push("statistics s where s.organization_id = ").push_arg(organization);
            sql.push(" and s.member_id in ").push_list(members.iter().copied());
        }
        // One look for each, as for their grants.
        Dialect::Postgres => {
            sql.push("unnest(").push_bind(Value::Uuids(members.iter().copied().map(Uuid::from).collect()));
            sql.push(") asked (id) join statistics s on s.organization_id = ").push_arg(organization);
            sql.push(" and s.member_id = asked.id where true");
        }
    }
    let mut found = Vec::new();
    for row in store.pooled().rows(&sql).await? {
        let (key, at) = (row.parse("key", StatisticKey::parse)?, row.instant("reported_at")?);
        found.push(Measured { member: row.id("member_id")?, key, value: row.number("value")?, at });
    }
    Ok(found)
}
