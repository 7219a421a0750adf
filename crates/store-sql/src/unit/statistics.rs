//! Numbers that hosts report about members.

use std::collections::BTreeMap;

use async_trait::async_trait;
use tenure_domain::{Instant, MemberId, OrganizationId, StatisticKey};
use tenure_port_store::{Statistics, StoreError};

use super::SqlUnit;
use crate::{Connection, Sql, Value};

#[async_trait]
impl<T: Connection, L: Send> Statistics for SqlUnit<T, L> {
    async fn keep(
        &mut self,
        organization: OrganizationId,
        member: MemberId,
        numbers: &BTreeMap<StatisticKey, u64>,
        at: Instant,
    ) -> Result<(), StoreError> {
        if numbers.is_empty() {
            return Ok(());
        }
        // By key, as they are sorted: of two reports at once neither waits for a row of the other's that waits for it.
        let row = |(key, number): (&StatisticKey, &u64)| -> [Value; 5] {
            [organization.into(), member.into(), key.as_str().into(), (*number).into(), at.into()]
        };
        let mut sql = Sql::build("insert into statistics (organization_id, member_id, key, value, reported_at) values ");
        sql.push_rows(numbers.iter().map(row));
        sql.push(
            " on conflict (organization_id, member_id, key) do update set value = excluded.value, reported_at = excluded.reported_at",
        );
        self.connection.execute(&sql).await?;
        Ok(())
    }
}
