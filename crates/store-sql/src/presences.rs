//! Leases of who is online: many in one statement, and found by the wave that they came in.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use tenure_domain::{Instant, MemberId, OrganizationId};
use tenure_port_store::{Lease, Presences, Renewed, StoreError, online_at_most_until};
use uuid::Uuid;

use crate::batch::CHUNK;
use crate::statements::statement_texts;
use crate::{Connection as _, Driver, Reads as _, Row, Sql, SqlStore, Transaction as _, Value};

statement_texts! {
    RENEWED = "select wave, member_id, online_until from presences where organization_id = $1 and (wave, member_id) > ($2, $3) \
               order by wave, member_id limit $4";
}

#[async_trait]
impl<D: Driver> Presences for SqlStore<D> {
    async fn renew(&self, leases: &[Lease], now: Instant) -> Result<(), StoreError> {
        // Whoever has several gets the longest. All processes take rows in this order, so none waits for one that waits for it.
        let mut by_organization: BTreeMap<OrganizationId, BTreeMap<MemberId, Instant>> = BTreeMap::new();
        for lease in leases {
            let until = by_organization.entry(lease.organization).or_default().entry(lease.member).or_insert(lease.until);
            *until = lease.until.max(*until);
        }
        if by_organization.is_empty() {
            return Ok(());
        }
        let mut transaction = self.driver().begin().await?;
        // INVARIANT: whoever has counted an organization's wave up holds its row until the commit, so waves are committed in
        // their order, and a reader who has seen one has seen all before it.
        let organizations: Vec<OrganizationId> = by_organization.keys().copied().collect();
        let mut waves: HashMap<OrganizationId, i64> = HashMap::new();
        for chunk in organizations.chunks(CHUNK) {
            let mut sql = Sql::build("insert into presence_waves (organization_id, wave) values ");
            sql.push_rows(chunk.iter().map(|organization| [Value::from(*organization), 1_i64.into()]));
            sql.push(" on conflict (organization_id) do update set wave = presence_waves.wave + 1 returning organization_id, wave");
            for row in transaction.rows(&sql).await? {
                waves.insert(row.id("organization_id")?, row.int("wave")?);
            }
        }
        let of = |(organization, members): (OrganizationId, BTreeMap<MemberId, Instant>)| {
            let wave = waves.get(&organization).copied().unwrap_or_default();
            members
                .into_iter()
                .map(move |(member, until)| -> [Value; 4] { [organization.into(), member.into(), until.into(), wave.into()] })
        };
        let rows: Vec<[Value; 4]> = by_organization.into_iter().flat_map(of).collect();
        for chunk in rows.chunks(CHUNK) {
            let mut sql = Sql::build("insert into presences (organization_id, member_id, online_until, wave) values ");
            sql.push_rows(chunk.iter().cloned());
            sql.push(
                " on conflict (organization_id, member_id) do update set online_until = excluded.online_until, \
                 wave = excluded.wave where presences.online_until < excluded.online_until or presences.online_until > ",
            );
            sql.push_bind(online_at_most_until(now));
            transaction.execute(&sql).await?;
        }
        transaction.commit().await
    }

    async fn renewed(
        &self,
        organization: OrganizationId,
        after: Option<(u64, MemberId)>,
        up_to: u32,
    ) -> Result<Vec<Renewed>, StoreError> {
        let (wave, member) = after.unwrap_or((0, MemberId::new(Uuid::nil())));
        let sql = Sql::fixed(RENEWED).bind(organization).bind(wave).bind(member).bind(up_to);
        self.pooled().rows(&sql).await?.iter().map(read).collect()
    }
}

fn read(row: &Row) -> Result<Renewed, StoreError> {
    Ok(Renewed { wave: row.number("wave")?, member: row.id("member_id")?, until: row.instant("online_until")? })
}
