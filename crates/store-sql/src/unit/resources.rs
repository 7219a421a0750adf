//! Resources.

use async_trait::async_trait;
use tenure_domain::resource::Resource;
use tenure_domain::{OrganizationId, ResourceId};
use tenure_port_store::{ResourceChanges, Resources, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::batch::CHUNK;
use crate::snapshots::resource::{self, resource_columns};
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
    REMOVE = "delete from resources where organization_id = $1 and id = $2 and version = $3";
}

/// The beginning of the statement for several; their ids follow.
const FIND_ALL: &str = concat!("select ", resource_columns!(), " from resources r where r.organization_id = ");

#[async_trait]
impl<T: Connection, L: Send> Resources for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: ResourceId) -> Result<Option<Resource>, StoreError> {
        self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?.as_ref().map(resource::read).transpose()
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
        Ok(found)
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
        unless_taken(self.connection.execute(&insert).await?, "the resource's id")
    }

    async fn update(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(resource.id)
            .bind(resource.version)
            .bind(&resource.name)
            .bind(fold(resource.name.as_str()))
            .bind(resource.for_everyone);
        unless_stale(self.connection.execute(&update).await?, "the resource")
    }

    async fn remove(&mut self, resource: &Resource) -> Result<(), StoreError> {
        let outdate = Sql::fixed(OUTDATE).bind(self.tenant()).bind(resource.id).bind(&resource.kind);
        self.connection.execute(&outdate).await?;
        // The rows of selections that have it go with it.
        let remove = Sql::fixed(REMOVE).bind(self.tenant()).bind(resource.id).bind(resource.version);
        unless_stale(self.connection.execute(&remove).await?, "the resource")
    }
}
