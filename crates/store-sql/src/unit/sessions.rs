//! Sessions, and who stands behind one.

use async_trait::async_trait;
use tenure_domain::user::Session;
use tenure_domain::{Instant, OrganizationId, SessionId};
use tenure_port_store::{Sessions, Standing, StoreError};

use super::{SqlUnit, grants};
use crate::snapshots::membership::{self, membership_columns};
use crate::snapshots::user::{self, user_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    INSERT = "insert into sessions (id, user_id, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)";
    REMOVE = "delete from sessions where id = $1";
    STANDING = concat!(
        "select ", user_columns!(), ", ", membership_columns!(), " from sessions s join users u on u.id = s.user_id \
         left join memberships m on m.organization_id = $3 and m.user_id = u.id where s.id = $1 and s.expires_at > $2"
    );
}

#[async_trait]
impl<T: Connection, L: Send> Sessions for SqlUnit<T, L> {
    async fn insert(&mut self, session: &Session) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(session.id)
            .bind(session.user)
            .bind(&session.secret_hash)
            .bind(session.created_at)
            .bind(session.expires_at);
        self.connection.execute(&insert).await?;
        Ok(())
    }

    async fn remove(&mut self, id: SessionId) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(REMOVE).bind(id)).await?;
        Ok(())
    }

    async fn standing(
        &mut self,
        id: SessionId,
        organization: Option<OrganizationId>,
        now: Instant,
    ) -> Result<Option<Standing>, StoreError> {
        let Some(row) = self.connection.row(&Sql::fixed(STANDING).bind(id).bind(now).bind(organization)).await? else {
            return Ok(None);
        };
        let user = user::read(&row)?;
        let membership = match membership::find(&row)? {
            None => None,
            Some(membership) => {
                let grants = grants::of(&mut self.connection, membership.organization, membership.id).await?;
                Some((membership, grants))
            }
        };
        Ok(Some(Standing { user, membership }))
    }
}
