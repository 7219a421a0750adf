//! Sessions, and who stands behind one.

use async_trait::async_trait;
use tenure_domain::user::{Device, Session};
use tenure_domain::{Instant, OrganizationId, SessionId, UserId};
use tenure_port_store::{Sessions, Standing, StoreError};

use super::{SqlUnit, grants};
use crate::batch::CHUNK;
use crate::snapshots::membership::{self, membership_columns};
use crate::snapshots::user::{self, has_factor_column, user_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    INSERT = "insert into sessions (id, user_id, secret_hash, device, created_at, seen_at, expires_at) \
              values ($1, $2, $3, $4, $5, $6, $7)";
    END = "delete from sessions where user_id = $1 and id = $2";
    END_ALL = "delete from sessions";
    END_OTHERS = "delete from sessions where user_id = $1 and id <> $2";
    TRIM = "delete from sessions where user_id = $1 and (expires_at <= $2 or seen_at <= $3 or expires_at > $5 or id not in (\
            select id from sessions where user_id = $1 order by seen_at > created_at desc, seen_at desc, id desc limit $4))";
    // A slow request is no step back.
    SEEN = "update sessions set seen_at = $2 where id = $1 and seen_at < $2";
    REMOVE = "delete from sessions where id = $1";
    STANDING = concat!(
        "select ", user_columns!(), ", ", has_factor_column!(), ", ", membership_columns!(), " from sessions s join users u on u.id = s.user_id \
         left join memberships m on m.organization_id = $3 and m.user_id = u.id where s.id = $1 and s.expires_at > $2 and s.seen_at > $4 and s.expires_at <= $5"
    );
}

#[async_trait]
impl<T: Connection, L: Send> Sessions for SqlUnit<T, L> {
    async fn insert(&mut self, session: &Session) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(session.id)
            .bind(session.user)
            .bind(&session.secret_hash)
            .bind(session.device.as_ref().map(Device::as_str))
            .bind(session.created_at)
            .bind(session.seen_at)
            .bind(session.expires_at);
        self.connection.execute(&insert).await?;
        Ok(())
    }

    async fn remove(&mut self, id: SessionId) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(REMOVE).bind(id)).await?;
        Ok(())
    }

    async fn end(&mut self, user: UserId, id: SessionId) -> Result<bool, StoreError> {
        Ok(self.connection.execute(&Sql::fixed(END).bind(user).bind(id)).await? > 0)
    }

    async fn end_all(&mut self) -> Result<u64, StoreError> {
        self.connection.execute(&Sql::fixed(END_ALL)).await
    }

    async fn end_others(&mut self, user: UserId, kept: SessionId) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(END_OTHERS).bind(user).bind(kept)).await?;
        Ok(())
    }

    async fn end_of_who_may_not(&mut self, users: &[UserId]) -> Result<(), StoreError> {
        for chunk in users.chunks(CHUNK) {
            // On SQLite nobody else writes meanwhile.
            let lock = self.connection.dialect().row_lock(" order by id for no key update");
            if !lock.is_empty() {
                let mut hold = Sql::build("select id from users where id in ");
                hold.push_list(chunk.iter().copied()).push(lock);
                self.connection.rows(&hold).await?;
            }
            let mut end = Sql::build("delete from sessions where user_id in ");
            end.push_list(chunk.iter().copied()).push(
                " and not exists (select 1 from users u where u.id = sessions.user_id and u.operator) \
                 and not exists (select 1 from memberships m join organizations o on o.id = m.organization_id \
                 where m.user_id = sessions.user_id and m.status = 'active' and o.active)",
            );
            self.connection.execute(&end).await?;
        }
        Ok(())
    }

    async fn trim(&mut self, user: UserId, now: Instant, kept: u32) -> Result<(), StoreError> {
        let trim = Sql::fixed(TRIM).bind(user).bind(now).bind(now.minus(Session::IDLES)).bind(kept);
        let trim = trim.bind(Session::latest_end(now));
        self.connection.execute(&trim).await?;
        Ok(())
    }

    async fn seen(&mut self, id: SessionId, at: Instant) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(SEEN).bind(id).bind(at)).await?;
        Ok(())
    }

    async fn standing(
        &mut self,
        id: SessionId,
        organization: Option<OrganizationId>,
        now: Instant,
    ) -> Result<Option<Standing>, StoreError> {
        let standing = Sql::fixed(STANDING).bind(id).bind(now).bind(organization).bind(now.minus(Session::IDLES));
        let Some(row) = self.connection.row(&standing.bind(Session::latest_end(now))).await? else { return Ok(None) };
        let (user, has_factor) = (user::read(&row)?, user::has_factor(&row)?);
        let membership = match membership::find(&row)? {
            None => None,
            Some(membership) => {
                let grants = grants::of(&mut self.connection, membership.organization, membership.id).await?;
                Some((membership, grants))
            }
        };
        Ok(Some(Standing { user, has_factor, membership, token: None }))
    }
}
