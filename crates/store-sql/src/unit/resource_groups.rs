//! Groups of resources.

use async_trait::async_trait;
use tenure_domain::resource::{Filled, ResourceGroup};
use tenure_domain::{KindKey, OrganizationId, ResourceGroupId, ResourceId};
use tenure_port_store::{ResourceGroupChanges, ResourceGroups, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::batch::CHUNK;
use crate::snapshots::resource_group::{self, resource_group_columns};
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql, fold};

statement_texts! {
    COUNT = "select count(*) as n from resource_groups b where b.organization_id = $1 and b.kind = $2";
    CONTENTS = "select resource_id as id from grouped_resources where organization_id = $1 and group_id = $2 order by resource_id";
    INSERT = "insert into resource_groups (organization_id, id, kind, name, name_key, created_at, version) \
              values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    UPDATE = "update resource_groups set name = $4, name_key = $5, version = version + 1 \
              where organization_id = $1 and id = $2 and version = $3";
    OUTDATE_SELECTIONS = "update selections set version = version + 1 where organization_id = $1 and kind = $3 and member_id in (\
                          select member_id from selection_groups where organization_id = $1 and group_id = $2)";
    OUTDATE_RESOURCES = "update resources set version = version + 1 where organization_id = $1 and id in (\
                         select resource_id from grouped_resources where organization_id = $1 and group_id = $2)";
    REMOVE = "delete from resource_groups where organization_id = $1 and id = $2 and version = $3";
}

/// The beginning of the statement for several; their ids follow.
const FIND_ALL: &str = concat!("select ", resource_group_columns!(), " from resource_groups b where b.organization_id = ");

/// The same with how much is in each.
const FILLED: &str = concat!(
    "select ",
    resource_group_columns!(),
    ", (select count(*) from grouped_resources gr where gr.organization_id = b.organization_id and gr.group_id = b.id) as resources \
     from resource_groups b where b.organization_id = "
);

#[async_trait]
impl<T: Connection, L: Send> ResourceGroups for SqlUnit<T, L> {
    async fn find_all(&mut self, organization: OrganizationId, ids: &[ResourceGroupId]) -> Result<Vec<ResourceGroup>, StoreError> {
        let mut found = Vec::new();
        for chunk in ids.chunks(CHUNK) {
            let mut sql = Sql::build(FIND_ALL);
            sql.push_bind(organization).push(" and b.id in ").push_list(chunk.iter().copied());
            for row in self.connection.rows(&sql).await? {
                found.push(resource_group::read(&row)?);
            }
        }
        found.sort_unstable_by_key(|group| group.id);
        found.dedup();
        Ok(found)
    }

    async fn count(&mut self, organization: OrganizationId, kind: &KindKey) -> Result<u64, StoreError> {
        let row = self.connection.row(&Sql::fixed(COUNT).bind(organization).bind(kind)).await?;
        row.map_or(Ok(0), |row| row.number("n"))
    }

    async fn filled(&mut self, organization: OrganizationId, ids: &[ResourceGroupId]) -> Result<Vec<Filled>, StoreError> {
        let mut sql = Sql::build(FILLED);
        sql.push_bind(organization).push(" and b.id in ").push_list(ids.iter().copied()).push(" order by b.id");
        let read = |row: &Row| Ok(Filled { group: resource_group::read(row)?, resources: row.number("resources")? });
        self.connection.rows(&sql).await?.iter().map(read).collect()
    }

    async fn contents(&mut self, organization: OrganizationId, group: ResourceGroupId) -> Result<Vec<ResourceId>, StoreError> {
        let contents = Sql::fixed(CONTENTS).bind(organization).bind(group);
        self.connection.rows(&contents).await?.iter().map(|row| row.id("id")).collect()
    }
}

#[async_trait]
impl<T: Connection> ResourceGroupChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, group: &ResourceGroup) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(self.tenant())
            .bind(group.id)
            .bind(&group.kind)
            .bind(&group.name)
            .bind(fold(group.name.as_str()))
            .bind(group.created_at)
            .bind(group.version);
        unless_taken(self.connection.execute(&insert).await?, "the group's id")
    }

    async fn update(&mut self, group: &ResourceGroup) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(group.id)
            .bind(group.version)
            .bind(&group.name)
            .bind(fold(group.name.as_str()));
        unless_stale(self.connection.execute(&update).await?, "the group")
    }

    async fn remove(&mut self, group: &ResourceGroup) -> Result<(), StoreError> {
        let tenant = self.tenant();
        self.connection.execute(&Sql::fixed(OUTDATE_SELECTIONS).bind(tenant).bind(group.id).bind(&group.kind)).await?;
        self.connection.execute(&Sql::fixed(OUTDATE_RESOURCES).bind(tenant).bind(group.id)).await?;
        self.note_choices(group.id.uuid(), |sql| {
            sql.push("in (select member_id from selection_groups where organization_id = $1 and group_id = $2)");
        })
        .await?;
        // The rows that say what is in it, and who chose it, go with it.
        let remove = Sql::fixed(REMOVE).bind(tenant).bind(group.id).bind(group.version);
        unless_stale(self.connection.execute(&remove).await?, "the group")
    }
}
