//! Users.

use async_trait::async_trait;
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, UserId};
use tenure_port_store::{StoreError, Users};

use super::{SqlUnit, unless_stale, unless_taken};
use crate::snapshots::user::{self, user_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    FIND = concat!("select ", user_columns!(), " from users u where u.id = $1");
    FIND_BY_EMAIL = concat!("select ", user_columns!(), " from user_emails a join users u on u.id = a.user_id where a.email = $1");
    CLAIM_EMAIL = "insert into user_emails (email, user_id) values ($1, $2) on conflict do nothing";
    INSERT = "insert into users (id, email, email_confirmed, password_hash, operator, created_at, version) \
              values ($1, $2, $3, $4, $5, $6, $7)";
    UPDATE = "update users set email_confirmed = $3, password_hash = $4, operator = $5, version = version + 1 \
              where id = $1 and version = $2";
    OPERATORS = concat!("select ", user_columns!(), " from users u where u.operator order by u.email");
    IS_ACTIVE_SOMEWHERE = "select m.id from memberships m join organizations o on o.id = m.organization_id \
                           where m.user_id = $1 and m.status = 'active' and o.active limit 1";
}

#[async_trait]
impl<T: Connection, L: Send> Users for SqlUnit<T, L> {
    async fn find(&mut self, id: UserId) -> Result<Option<User>, StoreError> {
        self.connection.row(&Sql::fixed(FIND).bind(id)).await?.as_ref().map(user::read).transpose()
    }

    async fn find_by_email(&mut self, email: &EmailAddress) -> Result<Option<User>, StoreError> {
        self.connection.row(&Sql::fixed(FIND_BY_EMAIL).bind(email)).await?.as_ref().map(user::read).transpose()
    }

    async fn insert(&mut self, user: &User) -> Result<(), StoreError> {
        let claim = Sql::fixed(CLAIM_EMAIL).bind(&user.email).bind(user.id);
        unless_taken(self.connection.execute(&claim).await?, "the address")?;
        let insert = Sql::fixed(INSERT)
            .bind(user.id)
            .bind(&user.email)
            .bind(user.email_confirmed)
            .bind(user.password_hash.as_ref())
            .bind(user.operator)
            .bind(user.created_at)
            .bind(user.version);
        self.connection.execute(&insert).await?;
        Ok(())
    }

    async fn update(&mut self, user: &User) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(user.id)
            .bind(user.version)
            .bind(user.email_confirmed)
            .bind(user.password_hash.as_ref())
            .bind(user.operator);
        unless_stale(self.connection.execute(&update).await?, "the user")
    }

    async fn operators(&mut self) -> Result<Vec<User>, StoreError> {
        self.connection.rows(&Sql::fixed(OPERATORS)).await?.iter().map(user::read).collect()
    }

    async fn is_active_somewhere(&mut self, id: UserId) -> Result<bool, StoreError> {
        Ok(self.connection.row(&Sql::fixed(IS_ACTIVE_SOMEWHERE).bind(id)).await?.is_some())
    }
}
