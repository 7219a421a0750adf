//! Users.

use async_trait::async_trait;
use serde_json::json;
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, MemberId, OrganizationId, UserId};
use tenure_port_store::{StoreError, Users};

use super::{SqlUnit, unless_stale};
use crate::snapshots::user::{self, user_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, batch};

statement_texts! {
    FIND = concat!("select ", user_columns!(), " from users u where u.id = $1");
    FIND_BY_EMAIL = concat!("select ", user_columns!(), " from user_emails a join users u on u.id = a.user_id where a.email = $1");
    UPDATE = "update users set email_confirmed = $3, password_hash = $4, operator = $5, reset_generation = $6, reset_expires_at = $7, \
              reset_sent_at = $8, version = version + 1 where id = $1 and version = $2";
    OPERATORS = concat!("select ", user_columns!(), " from users u where u.operator order by u.email");
    ACTIVE_SOMEWHERE = "select m.organization_id, m.id from memberships m join organizations o on o.id = m.organization_id \
                        where m.user_id = $1 and m.status = 'active' and o.active order by m.organization_id limit 1";
}

/// The beginnings of the inserts of users and of their claims on addresses.
const INSERT: &str = "insert into users (id, email, email_confirmed, password_hash, reset_generation, reset_expires_at, \
     reset_sent_at, operator, created_at, version) values ";
const CLAIM_EMAIL: &str = "insert into user_emails (email, user_id) values ";

#[async_trait]
impl<T: Connection, L: Send> Users for SqlUnit<T, L> {
    async fn find(&mut self, id: UserId) -> Result<Option<User>, StoreError> {
        self.connection.row(&Sql::fixed(FIND).bind(id)).await?.as_ref().map(user::read).transpose()
    }

    async fn hold(&mut self, id: UserId) -> Result<Option<User>, StoreError> {
        let mut hold = Sql::fixed(FIND).bind(id);
        hold.push(self.connection.dialect().row_lock(" for no key update"));
        self.connection.row(&hold).await?.as_ref().map(user::read).transpose()
    }

    async fn find_by_email(&mut self, email: &EmailAddress) -> Result<Option<User>, StoreError> {
        self.connection.row(&Sql::fixed(FIND_BY_EMAIL).bind(email)).await?.as_ref().map(user::read).transpose()
    }

    async fn hold_by_email(&mut self, email: &EmailAddress) -> Result<Option<User>, StoreError> {
        let mut hold = Sql::fixed(FIND_BY_EMAIL).bind(email);
        hold.push(self.connection.dialect().row_lock(" for no key update of u"));
        self.connection.row(&hold).await?.as_ref().map(user::read).transpose()
    }

    async fn insert_all(&mut self, users: &[User]) -> Result<(), StoreError> {
        let claim = |user: &User| [(&user.email).into(), user.id.into()];
        batch::claim(&mut self.connection, CLAIM_EMAIL, users, claim, "the address").await?;
        let row = |user: &User| {
            [
                user.id.into(),
                (&user.email).into(),
                user.email_confirmed.into(),
                user.password_hash.as_ref().into(),
                user.reset.generation.into(),
                user.reset.expires_at.into(),
                json!(user.reset.sent_at).into(),
                user.operator.into(),
                user.created_at.into(),
                user.version.into(),
            ]
        };
        batch::insert(&mut self.connection, INSERT, users, row).await
    }

    async fn update(&mut self, user: &User) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(user.id)
            .bind(user.version)
            .bind(user.email_confirmed)
            .bind(user.password_hash.as_ref())
            .bind(user.operator)
            .bind(user.reset.generation)
            .bind(user.reset.expires_at)
            .bind(json!(user.reset.sent_at));
        unless_stale(self.connection.execute(&update).await?, "the user")
    }

    async fn operators(&mut self) -> Result<Vec<User>, StoreError> {
        self.connection.rows(&Sql::fixed(OPERATORS)).await?.iter().map(user::read).collect()
    }

    async fn active_somewhere(&mut self, id: UserId) -> Result<Option<(OrganizationId, MemberId)>, StoreError> {
        let row = self.connection.row(&Sql::fixed(ACTIVE_SOMEWHERE).bind(id)).await?;
        row.map(|row| Ok((row.id("organization_id")?, row.id("id")?))).transpose()
    }
}
