//! Grants, with the rows of their levels that lists are filtered by.

use async_trait::async_trait;
use tenure_domain::grant::Grant;
use tenure_domain::{LevelKey, MemberId, OrganizationId};
use tenure_port_store::{GrantChanges, Grants, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::batch;
use crate::snapshots::giver_values;
use crate::snapshots::grant::{self, grant_columns, keys};
use crate::statements::statement_texts;
use crate::{Connection, Reads, Sql};

statement_texts! {
    OF = concat!("select ", grant_columns!(), " from grants g where g.organization_id = $1 and g.member_id = $2 order by g.workspace_id");
    INSERT = "insert into grants (organization_id, member_id, workspace_id, levels, permissions, restrictions, given_by_kind, \
              given_by, given_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing";
    UPDATE = "update grants set levels = $5, permissions = $6, restrictions = $7, given_by_kind = $8, given_by = $9, \
              given_at = $10, version = version + 1 \
              where organization_id = $1 and member_id = $2 and workspace_id = $3 and version = $4";
    REMOVE = "delete from grants where organization_id = $1 and member_id = $2 and workspace_id = $3 and version = $4";
    REMOVE_LEVELS = "delete from grant_levels where organization_id = $1 and member_id = $2 and workspace_id = $3";
}

/// The beginning of the insert of a grant's levels.
const INSERT_LEVELS: &str = "insert into grant_levels (organization_id, workspace_id, level, member_id) values ";

/// All grants of one member, ordered by workspace id.
pub(crate) async fn of<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Vec<Grant>, StoreError> {
    reads.rows(&Sql::fixed(OF).bind(organization).bind(member)).await?.iter().map(grant::read).collect()
}

impl<T: Connection> SqlUnit<T, Locked> {
    async fn write_levels(&mut self, grant: &Grant) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let levels: Vec<&str> = grant.levels.iter().map(LevelKey::as_str).collect();
        let row = |level: &&str| [tenant.into(), grant.workspace.into(), (*level).into(), grant.member.into()];
        batch::insert(&mut self.connection, INSERT_LEVELS, &levels, row).await
    }

    fn keyed(&self, text: &'static str, grant: &Grant) -> Sql {
        Sql::fixed(text).bind(self.tenant()).bind(grant.member).bind(grant.workspace)
    }
}

/// What is bound alike by insert and update: from the levels to who gave them.
fn bind_offer(sql: Sql, grant: &Grant) -> Sql {
    let (kind, id) = giver_values(grant.given_by);
    sql.bind(keys(&grant.levels))
        .bind(keys(&grant.permissions))
        .bind(keys(&grant.restrictions))
        .bind(kind)
        .bind(id)
        .bind(grant.given_at)
}

#[async_trait]
impl<T: Connection, L: Send> Grants for SqlUnit<T, L> {
    async fn of(&mut self, organization: OrganizationId, member: MemberId) -> Result<Vec<Grant>, StoreError> {
        of(&mut self.connection, organization, member).await
    }
}

#[async_trait]
impl<T: Connection> GrantChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, grant: &Grant) -> Result<(), StoreError> {
        let insert = bind_offer(self.keyed(INSERT, grant), grant).bind(grant.version);
        unless_taken(self.connection.execute(&insert).await?, "the member's grant at the workspace")?;
        self.write_levels(grant).await
    }

    async fn update(&mut self, grant: &Grant) -> Result<(), StoreError> {
        let update = bind_offer(self.keyed(UPDATE, grant).bind(grant.version), grant);
        unless_stale(self.connection.execute(&update).await?, "the grant")?;
        let levels = self.keyed(REMOVE_LEVELS, grant);
        self.connection.execute(&levels).await?;
        self.write_levels(grant).await
    }

    async fn remove(&mut self, grant: &Grant) -> Result<(), StoreError> {
        // The rows of the levels go with it.
        let remove = self.keyed(REMOVE, grant).bind(grant.version);
        unless_stale(self.connection.execute(&remove).await?, "the grant")
    }
}
