//! Writes of memberships.

use async_trait::async_trait;
use tenure_domain::membership::{Membership, Phone};
use tenure_domain::{Instant, MemberId, UserId};
use tenure_port_store::{MembershipChanges, StoreError};

use super::super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::statements::statement_texts;
use crate::{Connection, Sql, fold, search};

statement_texts! {
    CLAIM_EMAIL = "insert into membership_emails (organization_id, email, member_id) values ($1, $2, $3) on conflict do nothing";
    RELEASE_EMAIL = "delete from membership_emails where organization_id = $1 and email = $2";
    OTHER_OF_USER = "select id from memberships where organization_id = $1 and user_id = $2 and id <> $3";
    STANDS_AT = "select email, version from memberships where organization_id = $1 and id = $2";
    INSERT = "insert into memberships (organization_id, id, user_id, email, status, first_name, last_name, display_name, name_key, \
              phone, language, time_zone, digest, created_at, last_active_at, active_key, version) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    // Activity only moves forward, whatever the snapshot remembers: it is noted without a lock, while units are under way.
    UPDATE = "update memberships set user_id = $4, email = $5, status = $6, first_name = $7, last_name = $8, display_name = $9, \
              name_key = $10, phone = $11, language = $12, time_zone = $13, digest = $14, created_at = $15, \
              last_active_at = case when $17 > active_key then $16 else last_active_at end, \
              active_key = case when $17 > active_key then $17 else active_key end, version = version + 1 \
              where organization_id = $1 and id = $2 and version = $3";
    TOUCH = "update memberships set version = version + 1 where organization_id = $1 and id = $2";
    PENDING = "select email from memberships where organization_id = $1 and id = $2 and status = 'pending'";
    REMOVE = "delete from memberships where organization_id = $1 and id = $2";
    KEEP_ASIDE = "insert into deleted_memberships (organization_id, id, user_id, email, status, first_name, last_name, \
                  display_name, phone, language, time_zone, digest, created_at, last_active_at, version, kept_until) \
                  select organization_id, id, user_id, email, status, first_name, last_name, display_name, phone, language, \
                  time_zone, digest, created_at, last_active_at, version, $3 from memberships \
                  where organization_id = $1 and id = $2 and status <> 'pending'";
    FORGET = "delete from deleted_memberships where organization_id = $1 and id = $2";
}

impl<T: Connection> SqlUnit<T, Locked> {
    /// Whether the login is free here. The lock keeps the answer true until the write: a caught violation of the index would
    /// end a Postgres transaction.
    async fn login_is_free(&mut self, user: Option<UserId>, member: MemberId) -> Result<(), StoreError> {
        let Some(user) = user else { return Ok(()) };
        let other = Sql::fixed(OTHER_OF_USER).bind(self.tenant()).bind(user).bind(member);
        if self.connection.row(&other).await?.is_some() { Err(StoreError::Taken("the login's membership")) } else { Ok(()) }
    }

    async fn claim_email(&mut self, membership: &Membership) -> Result<(), StoreError> {
        let claim = Sql::fixed(CLAIM_EMAIL).bind(self.tenant()).bind(&membership.email).bind(membership.id);
        unless_taken(self.connection.execute(&claim).await?, "the address")
    }

    /// The row goes with its grants, and the address is free again.
    async fn take_out(&mut self, id: MemberId, email: &str) -> Result<(), StoreError> {
        let tenant = self.tenant();
        search::member_removed(&mut self.connection, tenant, id).await?;
        self.connection.execute(&Sql::fixed(REMOVE).bind(tenant).bind(id)).await?;
        self.connection.execute(&Sql::fixed(RELEASE_EMAIL).bind(tenant).bind(email)).await?;
        Ok(())
    }
}

/// What is bound alike by insert and update: from the login to the activity.
fn bind_rest(sql: Sql, membership: &Membership) -> Sql {
    let profile = &membership.profile;
    let display_name = profile.display_name(&membership.email);
    sql.bind(membership.user)
        .bind(&membership.email)
        .bind(membership.status.word())
        .bind(profile.first_name.as_ref())
        .bind(profile.last_name.as_ref())
        .bind(&display_name)
        .bind(fold(&display_name))
        .bind(profile.phone.as_ref().map(Phone::as_str))
        .bind(profile.language.tag())
        .bind(profile.time_zone.name())
        .bind(profile.digest.word())
        .bind(membership.created_at)
        .bind(membership.last_active_at)
        .bind(membership.last_active_at.map_or(0, Instant::micros))
}

#[async_trait]
impl<T: Connection> MembershipChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, membership: &Membership) -> Result<(), StoreError> {
        self.login_is_free(membership.user, membership.id).await?;
        self.claim_email(membership).await?;
        let insert = bind_rest(Sql::fixed(INSERT).bind(self.tenant()).bind(membership.id), membership).bind(membership.version);
        self.connection.execute(&insert).await?;
        search::member_written(&mut self.connection, membership).await
    }

    async fn update(&mut self, membership: &Membership) -> Result<(), StoreError> {
        let (tenant, id) = (self.tenant(), membership.id);
        // Staleness is found before anything is claimed, so that a refused update leaves nothing behind in the unit.
        let standing = self.connection.row(&Sql::fixed(STANDS_AT).bind(tenant).bind(id)).await?;
        let Some(standing) = standing.filter(|row| row.number("version").is_ok_and(|version: u64| version == membership.version))
        else {
            return Err(StoreError::Stale("the member"));
        };
        self.login_is_free(membership.user, id).await?;
        let before = standing.text("email")?;
        if before != membership.email.as_str() {
            self.claim_email(membership).await?;
            self.connection.execute(&Sql::fixed(RELEASE_EMAIL).bind(tenant).bind(before)).await?;
        }
        let update = bind_rest(Sql::fixed(UPDATE).bind(tenant).bind(id).bind(membership.version), membership);
        unless_stale(self.connection.execute(&update).await?, "the member")?;
        search::member_written(&mut self.connection, membership).await
    }

    async fn touch(&mut self, id: MemberId) -> Result<(), StoreError> {
        let touch = Sql::fixed(TOUCH).bind(self.tenant()).bind(id);
        unless_stale(self.connection.execute(&touch).await?, "the member")
    }

    async fn remove(&mut self, id: MemberId) -> Result<(), StoreError> {
        let pending = self.connection.row(&Sql::fixed(PENDING).bind(self.tenant()).bind(id)).await?;
        let pending = pending.ok_or(StoreError::Stale("the member"))?;
        self.take_out(id, pending.text("email")?).await
    }

    async fn delete(&mut self, id: MemberId, kept_until: Instant) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let standing = self.connection.row(&Sql::fixed(STANDS_AT).bind(tenant).bind(id)).await?;
        let standing = standing.ok_or(StoreError::Stale("the member"))?;
        let keep = Sql::fixed(KEEP_ASIDE).bind(tenant).bind(id).bind(kept_until);
        unless_stale(self.connection.execute(&keep).await?, "the member")?;
        self.take_out(id, standing.text("email")?).await
    }

    async fn restore(&mut self, membership: &Membership) -> Result<(), StoreError> {
        // First what may have been erased meanwhile: this waits for whoever is about to.
        let forget = Sql::fixed(FORGET).bind(self.tenant()).bind(membership.id);
        unless_stale(self.connection.execute(&forget).await?, "the deleted member")?;
        self.insert(membership).await
    }
}
