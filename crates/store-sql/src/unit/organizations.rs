//! Organizations and the installation's one setup.

use async_trait::async_trait;
use tenure_domain::organization::Organization;
use tenure_domain::{Instant, OrganizationId, PlanKey};
use tenure_port_store::{OrganizationChanges, Organizations, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::snapshots::organization::{self, organization_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, fold};

statement_texts! {
    FIND = concat!("select ", organization_columns!(), " from organizations o where o.id = $1");
    CLAIM_SETUP = "insert into installation (id, set_up_at) values (1, $1) on conflict do nothing";
    INSERT = "insert into organizations (id, name, name_key, root_id, model, document, plan, features, seats, active, \
              undo_window_days, second_factor_required, tokens_per_member, created_at, version) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing";
    UPDATE = "update organizations set name = $3, name_key = $4, model = $5, document = $6, plan = $7, features = $8, seats = $9, \
              active = $10, undo_window_days = $11, second_factor_required = $12, tokens_per_member = $13, version = version + 1 where id = $1 and version = $2";
}

#[async_trait]
impl<T: Connection, L: Send> Organizations for SqlUnit<T, L> {
    async fn find(&mut self, id: OrganizationId) -> Result<Option<Organization>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(id)).await?;
        row.map(|row| organization::read(&row, &self.models)).transpose()
    }

    async fn claim_setup(&mut self, at: Instant) -> Result<bool, StoreError> {
        Ok(self.connection.execute(&Sql::fixed(CLAIM_SETUP).bind(at)).await? == 1)
    }
}

#[async_trait]
impl<T: Connection> OrganizationChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, organization: &Organization) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(self.tenant())
            .bind(&organization.name)
            .bind(fold(organization.name.as_str()))
            .bind(organization.root)
            .bind(organization.model.name())
            .bind(&*organization.document)
            .bind(organization.plan.as_ref().map(PlanKey::as_str))
            .bind(organization::features(organization))
            .bind(organization.seats)
            .bind(organization.active)
            .bind(organization.undo_window_days)
            .bind(organization.second_factor_required)
            .bind(organization.tokens_per_member)
            .bind(organization.created_at)
            .bind(organization.version);
        unless_taken(self.connection.execute(&insert).await?, "the organization's id")
    }

    async fn update(&mut self, organization: &Organization) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(organization.version)
            .bind(&organization.name)
            .bind(fold(organization.name.as_str()))
            .bind(organization.model.name())
            .bind(&*organization.document)
            .bind(organization.plan.as_ref().map(PlanKey::as_str))
            .bind(organization::features(organization))
            .bind(organization.seats)
            .bind(organization.active)
            .bind(organization.undo_window_days)
            .bind(organization.second_factor_required)
            .bind(organization.tokens_per_member);
        unless_stale(self.connection.execute(&update).await?, "the organization")
    }
}
