//! Writes of memberships.

use std::slice;

use async_trait::async_trait;
use tenure_domain::invitation::mail_moves;
use tenure_domain::membership::{Membership, Phone};
use tenure_domain::{EmailAddress, Instant, MemberId, UserId};
use tenure_port_store::{MembershipChanges, StoreError};

use super::super::invitations::{self, mails};
use super::super::{Locked, SqlUnit, unless_stale};
use crate::batch::CHUNK;
use crate::statements::statement_texts;
use crate::{Connection, Dialect, Sql, Value, batch, fold, search};

/// The beginning of the statement that marks many as changed; their ids follow.
const TOUCH_ALL: &str = "update memberships set version = version + 1 where organization_id = ";

statement_texts! {
    RELEASE_EMAIL = "delete from membership_emails where organization_id = $1 and email = $2";
    STANDS_AT = "select email, version from memberships where organization_id = $1 and id = $2";
    // Activity only moves forward, whatever the snapshot remembers: it is noted without a lock, while units are under way.
    UPDATE = "update memberships set user_id = $4, email = $5, status = $6, first_name = $7, last_name = $8, display_name = $9, \
              name_key = $10, phone = $11, language = $12, time_zone = $13, digest = $14, created_at = $15, \
              last_active_at = case when $17 > active_key then $16 else last_active_at end, \
              active_key = case when $17 > active_key then $17 else active_key end, version = version + 1 \
              where organization_id = $1 and id = $2 and version = $3";
    OF_LOGIN = "select id from memberships where organization_id = $1 and user_id = $2 and id <> $3";
    TOUCH = "update memberships set version = version + 1 where organization_id = $1 and id = $2";
    PENDING = "select 1 as one from memberships where organization_id = $1 and id = $2 and status = 'pending'";
    READDRESS_DELETED = "update deleted_memberships set email = $3 where organization_id = $1 and user_id = $2";
    FORGET = "delete from deleted_memberships where organization_id = $1 and id = $2";
}

/// The beginnings of what takes many out; their ids follow, and of addresses a bracket.
const KEEP_ASIDE: &str = "insert into deleted_memberships (organization_id, id, user_id, email, status, first_name, last_name, \
     display_name, phone, language, time_zone, digest, created_at, last_active_at, version, kept_until) \
     select organization_id, id, user_id, email, status, first_name, last_name, display_name, phone, language, \
     time_zone, digest, created_at, last_active_at, version, $2 from memberships \
     where organization_id = $1 and status <> 'pending' and id in ";
const RELEASE_EMAILS: &str = "delete from membership_emails where organization_id = $1 and email in \
     (select email from memberships where organization_id = $1 and id in ";
const REMOVE: &str = "delete from memberships where organization_id = $1 and id in ";

/// What a login can have once in an organization.
const LOGIN: &str = "the login's membership";

/// The beginnings of the inserts of memberships and of their claims on addresses.
const INSERT: &str = "insert into memberships (organization_id, id, user_id, email, status, first_name, last_name, display_name, \
     name_key, phone, language, time_zone, digest, created_at, last_active_at, active_key, version) values ";
const CLAIM_EMAIL: &str = "insert into membership_emails (organization_id, email, member_id) values ";

impl<T: Connection> SqlUnit<T, Locked> {
    /// Whether these members' logins are free here. The lock keeps the answer true until the write: a caught violation of the
    /// index would end a Postgres transaction.
    async fn logins_are_free(&mut self, memberships: &[Membership]) -> Result<(), StoreError> {
        for chunk in memberships.chunks(batch::CHUNK) {
            let users: Vec<UserId> = chunk.iter().filter_map(|membership| membership.user).collect();
            if users.is_empty() {
                continue;
            }
            let mut others = Sql::build("");
            let tenant = others.arg(self.tenant());
            match self.connection.dialect() {
                Dialect::Sqlite => {
                    others.push("select id from memberships indexed by memberships_by_login where organization_id = ");
                    others.push_arg(tenant).push(" and user_id in ").push_list(users);
                }
                // One look for each: Postgres might read the organization's members instead, all of them for every chunk.
                Dialect::Postgres => {
                    others.push("select m.id from (values ").push_rows(users.into_iter().map(|user| [user.into()]));
                    others.push(") asked (user_id) cross join lateral (select s.id from memberships s where s.organization_id = ");
                    others.push_arg(tenant).push(" and s.user_id = asked.user_id limit 1) m");
                }
            }
            others.push(" limit 1");
            if self.connection.row(&others).await?.is_some() {
                return Err(StoreError::Taken(LOGIN));
            }
        }
        Ok(())
    }

    async fn claim_emails(&mut self, memberships: &[Membership]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let row = |membership: &Membership| [tenant.into(), (&membership.email).into(), membership.id.into()];
        batch::claim(&mut self.connection, CLAIM_EMAIL, memberships, row, "the address").await
    }

    /// The rows go with their grants, and the addresses are free again.
    async fn take_out(&mut self, ids: &[MemberId]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        search::members_removed(&mut self.connection, tenant, ids).await?;
        let mut release = Sql::fixed(RELEASE_EMAILS).bind(tenant);
        release.push_list(ids.iter().copied()).push(")");
        self.connection.execute(&release).await?;
        let mut remove = Sql::fixed(REMOVE).bind(tenant);
        remove.push_list(ids.iter().copied());
        self.connection.execute(&remove).await?;
        Ok(())
    }
}

/// What insert and update write alike: from the login to the activity.
fn state(membership: &Membership) -> [Value; 14] {
    let profile = &membership.profile;
    let display_name = profile.display_name(&membership.email);
    [
        membership.user.into(),
        (&membership.email).into(),
        membership.status.word().into(),
        profile.first_name.as_ref().into(),
        profile.last_name.as_ref().into(),
        (&display_name).into(),
        fold(&display_name).into(),
        profile.phone.as_ref().map(Phone::as_str).into(),
        profile.language.tag().into(),
        profile.time_zone.name().into(),
        profile.digest.word().into(),
        membership.created_at.into(),
        membership.last_active_at.into(),
        membership.last_active_at.map_or(0, Instant::micros).into(),
    ]
}

#[async_trait]
impl<T: Connection> MembershipChanges for SqlUnit<T, Locked> {
    async fn insert_all(&mut self, memberships: &[Membership]) -> Result<(), StoreError> {
        self.logins_are_free(memberships).await?;
        self.claim_emails(memberships).await?;
        let tenant = self.tenant();
        let row = |membership: &Membership| -> [Value; 17] {
            let [user, email, status, first, last, display, key, phone, language, zone, digest, created, active, active_key] =
                state(membership);
            let (id, version) = (membership.id.into(), membership.version.into());
            [
                tenant.into(),
                id,
                user,
                email,
                status,
                first,
                last,
                display,
                key,
                phone,
                language,
                zone,
                digest,
                created,
                active,
                active_key,
                version,
            ]
        };
        batch::insert(&mut self.connection, INSERT, memberships, row).await?;
        search::members_inserted(&mut self.connection, tenant, memberships).await
    }

    async fn update(&mut self, membership: &Membership) -> Result<(), StoreError> {
        let (tenant, id) = (self.tenant(), membership.id);
        // Staleness is found before anything is claimed, so that a refused update leaves nothing behind in the unit.
        let standing = self.connection.row(&Sql::fixed(STANDS_AT).bind(tenant).bind(id)).await?;
        let Some(standing) = standing.filter(|row| row.number("version").is_ok_and(|version: u64| version == membership.version))
        else {
            return Err(StoreError::Stale("the member"));
        };
        // The lock keeps the answer true until the write: a caught violation of the index would end a Postgres transaction.
        let others = Sql::fixed(OF_LOGIN).bind(tenant).bind(membership.user).bind(id);
        if self.connection.row(&others).await?.is_some() {
            return Err(StoreError::Taken(LOGIN));
        }
        let before = standing.text("email")?;
        if before != membership.email.as_str() {
            self.claim_emails(slice::from_ref(membership)).await?;
            self.connection.execute(&Sql::fixed(RELEASE_EMAIL).bind(tenant).bind(before)).await?;
        }
        let keyed = Sql::fixed(UPDATE).bind(tenant).bind(id).bind(membership.version);
        let update = state(membership).into_iter().fold(keyed, Sql::bind);
        unless_stale(self.connection.execute(&update).await?, "the member")?;
        search::member_changed(&mut self.connection, membership).await
    }

    async fn touch(&mut self, id: MemberId) -> Result<(), StoreError> {
        let touch = Sql::fixed(TOUCH).bind(self.tenant()).bind(id);
        unless_stale(self.connection.execute(&touch).await?, "the member")
    }

    async fn touch_all(&mut self, ids: &[MemberId]) -> Result<(), StoreError> {
        for chunk in ids.chunks(CHUNK) {
            let mut sql = Sql::build(TOUCH_ALL);
            sql.push_bind(self.lock.0).push(" and id in ").push_list(chunk.iter().copied());
            self.connection.execute(&sql).await?;
        }
        Ok(())
    }

    async fn remove(&mut self, id: MemberId, now: Instant) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let pending = self.connection.row(&Sql::fixed(PENDING).bind(tenant).bind(id)).await?;
        pending.ok_or(StoreError::Stale("the member"))?;
        let invitation = invitations::of_member(&mut self.connection, tenant, id).await?;
        self.take_out(&[id]).await?;
        mails::drop_waiting(&mut self.connection, invitation.as_ref(), now).await?;
        mails::keep(&mut self.connection, tenant, mail_moves(invitation.as_ref(), None, now)).await
    }

    async fn delete_all(&mut self, ids: &[MemberId], kept_until: Instant) -> Result<(), StoreError> {
        for chunk in ids.chunks(CHUNK) {
            let mut keep = Sql::fixed(KEEP_ASIDE).bind(self.tenant()).bind(kept_until);
            keep.push_list(chunk.iter().copied());
            if self.connection.execute(&keep).await? < chunk.len() as u64 {
                return Err(StoreError::Stale("the member"));
            }
            self.take_out(chunk).await?;
        }
        Ok(())
    }

    async fn readdress_deleted(&mut self, user: UserId, email: &EmailAddress) -> Result<(), StoreError> {
        let readdress = Sql::fixed(READDRESS_DELETED).bind(self.tenant()).bind(user).bind(email);
        self.connection.execute(&readdress).await?;
        Ok(())
    }

    async fn restore(&mut self, membership: &Membership) -> Result<(), StoreError> {
        // First what may have been erased meanwhile: this waits for whoever is about to.
        let forget = Sql::fixed(FORGET).bind(self.tenant()).bind(membership.id);
        unless_stale(self.connection.execute(&forget).await?, "the deleted member")?;
        self.insert(membership).await
    }
}
