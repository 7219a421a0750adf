//! Users.

use async_trait::async_trait;
use serde_json::json;
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, MemberId, OrganizationId, UserId};
use tenure_port_store::{StoreError, Users};
use uuid::Uuid;

use super::{SqlUnit, unless_stale};
use crate::snapshots::user::{self, user_columns, waiting};
use crate::statements::statement_texts;
use crate::{Connection, Sql, batch};

statement_texts! {
    FIND = concat!("select ", user_columns!(), " from users u where u.id = $1");
    FIND_BY_EMAIL = concat!("select ", user_columns!(), " from user_emails a join users u on u.id = a.user_id where a.email = $1");
    UPDATE = "update users set email_confirmed = $3, password_hash = $4, operator = $5, reset_generation = $6, reset_expires_at = $7, \
              reset_sent_at = $8, new_email = $9, version = version + 1 where id = $1 and version = $2";
    ADDRESS = "select email from users where id = $1";
    RELEASE = "delete from user_emails where email = $1 and user_id = $2";
    READDRESS = "update users set email = $2, email_follows = true where id = $1";
    READDRESSED = "select id from users where email_follows and id > $1 order by id limit $2";
    LAGGING = "select m.organization_id from users u join memberships m on m.user_id = u.id where u.id = $1 and m.email <> u.email \
               union select d.organization_id from users u join deleted_memberships d on d.user_id = u.id \
               where u.id = $1 and d.email <> u.email order by 1";
    FOLLOWED = "update users set email_follows = false where id = $1";
    BELONGS_TO = "select organization_id from memberships where user_id = $1 order by organization_id";
    OPERATORS = concat!("select ", user_columns!(), " from users u where u.operator order by u.email");
    ACTIVE_SOMEWHERE = "select m.organization_id, m.id from memberships m join organizations o on o.id = m.organization_id \
                        where m.user_id = $1 and m.status = 'active' and o.active order by m.organization_id limit 1";
}

/// The beginnings of the inserts of users and of their claims on addresses.
const INSERT: &str = "insert into users (id, email, email_confirmed, password_hash, reset_generation, reset_expires_at, \
     reset_sent_at, new_email, operator, created_at, version) values ";
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
        let found: Option<User> = self.connection.row(&hold).await?.as_ref().map(user::read).transpose()?;
        // Whoever took another address while the row was waited for is read as they are then, and hasn't this one any more.
        Ok(found.filter(|user| user.email == *email))
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
                waiting(&user.new_email).into(),
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
            .bind(json!(user.reset.sent_at))
            .bind(waiting(&user.new_email));
        unless_stale(self.connection.execute(&update).await?, "the user")
    }

    async fn readdress(&mut self, user: &User) -> Result<(), StoreError> {
        // Staleness is found before anything is claimed, so that a refused change leaves nothing behind in the unit.
        self.update(user).await?;
        let standing = self.connection.row(&Sql::fixed(ADDRESS).bind(user.id)).await?;
        let before = standing.as_ref().map(|row| row.text("email")).transpose()?.unwrap_or_default();
        let claim = |user: &User| [(&user.email).into(), user.id.into()];
        batch::claim(&mut self.connection, CLAIM_EMAIL, std::slice::from_ref(user), claim, "the address").await?;
        self.connection.execute(&Sql::fixed(RELEASE).bind(before).bind(user.id)).await?;
        self.connection.execute(&Sql::fixed(READDRESS).bind(user.id).bind(&user.email)).await?;
        Ok(())
    }

    async fn readdressed(&mut self, after: Option<UserId>, up_to: u32) -> Result<Vec<UserId>, StoreError> {
        let after = after.unwrap_or(UserId::new(Uuid::nil()));
        let rows = self.connection.rows(&Sql::fixed(READDRESSED).bind(after).bind(up_to)).await?;
        rows.iter().map(|row| row.id("id")).collect()
    }

    async fn lagging(&mut self, id: UserId) -> Result<Vec<OrganizationId>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(LAGGING).bind(id)).await?;
        rows.iter().map(|row| row.id("organization_id")).collect()
    }

    async fn followed(&mut self, id: UserId) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(FOLLOWED).bind(id)).await?;
        Ok(())
    }

    async fn belongs_to(&mut self, id: UserId) -> Result<Vec<OrganizationId>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(BELONGS_TO).bind(id)).await?;
        rows.iter().map(|row| row.id("organization_id")).collect()
    }

    async fn operators(&mut self) -> Result<Vec<User>, StoreError> {
        self.connection.rows(&Sql::fixed(OPERATORS)).await?.iter().map(user::read).collect()
    }

    async fn active_somewhere(&mut self, id: UserId) -> Result<Option<(OrganizationId, MemberId)>, StoreError> {
        let row = self.connection.row(&Sql::fixed(ACTIVE_SOMEWHERE).bind(id)).await?;
        row.map(|row| Ok((row.id("organization_id")?, row.id("id")?))).transpose()
    }
}
