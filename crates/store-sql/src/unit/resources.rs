//! Resources.

use async_trait::async_trait;
use tenure_domain::resource::Resource;
use tenure_domain::{OrganizationId, ResourceGroupId, ResourceId};
use tenure_port_store::{ResourceChanges, Resources, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::batch::{self, CHUNK};
use crate::snapshots::resource::{self, resource_columns};
use crate::snapshots::resource_group;
use crate::statements::statement_texts;
use crate::{Connection, Sql, fold};

statement_texts! {
    FIND = concat!("select ", resource_columns!(), " from resources r where r.organization_id = $1 and r.id = $2");
    INSERT = "insert into resources (organization_id, id, kind, name, name_key, for_everyone, created_at, version) \
              values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    UPDATE = "update resources set name = $4, name_key = $5, for_everyone = $6, version = version + 1 \
              where organization_id = $1 and id = $2 and version = $3";
    OUTDATE = "update selections set version = version + 1 where organization_id = $1 and kind = $3 and member_id in (\
               select member_id from selection_resources where organization_id = $1 and resource_id = $2)";
    LEAVE_GROUPS = "delete from grouped_resources where organization_id = $1 and resource_id = $2";
    REMOVE = "delete from resources where organization_id = $1 and id = $2 and version = $3";
}

/// The beginning of the insert of the groups that a resource is in.
const JOIN_GROUPS: &str = "insert into grouped_resources (organization_id, group_id, resource_id) values ";

/// The beginning of the statement for several; their ids follow.
const FIND_ALL: &str = concat!("select ", resource_columns!(), " from resources r where r.organization_id = ");

#[async_trait]
impl<T: Connection, L: Send> Resources for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: ResourceId) -> Result<Option<Resource>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        let Some(mut found) = row.as_ref().map(resource::read).transpose()? else { return Ok(None) };
        resource_group::fill(&mut self.connection, organization, std::slice::from_mut(&mut found)).await?;
        Ok(Some(found))
    }

    async fn find_all(&mut self, organization: OrganizationId, ids: &[ResourceId]) -> Result<Vec<Resource>, StoreError> {
        let mut found = Vec::new();
        for chunk in ids.chunks(CHUNK) {
            let mut sql = Sql::build(FIND_ALL);
            sql.push_bind(organization).push(" and r.id in ").push_list(chunk.iter().copied());
            for row in self.connection.rows(&sql).await? {
                found.push(resource::read(&row)?);
            }
        }
        found.sort_unstable_by_key(|resource| resource.id);
        found.dedup();
        resource_group::fill(&mut self.connection, organization, &mut found).await?;
        Ok(found)
    }
}

impl<T: Connection> SqlUnit<T, Locked> {
    async fn join_groups(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let (tenant, id) = (self.tenant(), resource.id);
        let groups: Vec<ResourceGroupId> = resource.groups.iter().copied().collect();
        let row = |group: &ResourceGroupId| [tenant.into(), (*group).into(), id.into()];
        batch::insert(&mut self.connection, JOIN_GROUPS, &groups, row).await
    }
}

#[async_trait]
impl<T: Connection> ResourceChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(self.tenant())
            .bind(resource.id)
            .bind(&resource.kind)
            .bind(&resource.name)
            .bind(fold(resource.name.as_str()))
            .bind(resource.for_everyone)
            .bind(resource.created_at)
            .bind(resource.version);
        unless_taken(self.connection.execute(&insert).await?, "the resource's id")?;
        self.join_groups(resource).await
    }

    async fn update(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(resource.id)
            .bind(resource.version)
            .bind(&resource.name)
            .bind(fold(resource.name.as_str()))
            .bind(resource.for_everyone);
        unless_stale(self.connection.execute(&update).await?, "the resource")?;
        self.connection.execute(&Sql::fixed(LEAVE_GROUPS).bind(self.tenant()).bind(resource.id)).await?;
        self.join_groups(resource).await
    }

    async fn remove(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let outdate = Sql::fixed(OUTDATE).bind(self.tenant()).bind(resource.id).bind(&resource.kind);
        self.connection.execute(&outdate).await?;
        self.note_choices(resource.id.uuid(), |sql| {
            sql.push("in (select member_id from selection_resources where organization_id = $1 and resource_id = $2)");
        })
        .await?;
        // The rows of selections that have it go with it.
        let remove = Sql::fixed(REMOVE).bind(self.tenant()).bind(resource.id).bind(resource.version);
        unless_stale(self.connection.execute(&remove).await?, "the resource")
    }
}
