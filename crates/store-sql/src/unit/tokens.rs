//! API tokens, and who stands behind one.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tenure_domain::token::Token;
use tenure_domain::{Instant, MemberId, OrganizationId, PermissionKey, TokenId};
use tenure_port_store::{Standing, StoreError, TokenChanges, Tokens};

use super::{Locked, SqlUnit, grants};
use crate::batch::CHUNK;
use crate::snapshots::grant::keys;
use crate::snapshots::membership::{self, membership_columns};
use crate::snapshots::token::{self, token_columns};
use crate::snapshots::user::{self, has_factor_column, user_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    OF = concat!("select ", token_columns!(), " from tokens t where t.organization_id = $1 and t.member_id = $2 \
                  and (t.expires_at is null or t.expires_at > $3) order by t.id");
    // A slow request is no step back.
    USED = "update tokens set last_used_at = $3 where organization_id = $1 and id = $2 \
            and (last_used_at is null or last_used_at < $3)";
    STANDING = concat!(
        "select ", token_columns!(), ", ", user_columns!(), ", ", has_factor_column!(), ", ", membership_columns!(), " from tokens t \
         join memberships m on m.organization_id = t.organization_id and m.id = t.member_id join users u on u.id = m.user_id \
         where t.organization_id = $1 and t.id = $2 and (t.expires_at is null or t.expires_at > $3)"
    );
    INSERT = "insert into tokens (organization_id, id, member_id, secret_hash, name, permissions, made_by, created_at, expires_at) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LIMITED = concat!("select ", token_columns!(), " from tokens t where t.organization_id = $1 and t.permissions is not null order by t.id");
    LIMIT = "update tokens set permissions = $3 where organization_id = $1 and id = $2";
    REMOVE = "delete from tokens where organization_id = $1 and id = $2";
}

/// Those of a member that live, oldest first.
pub(crate) fn of(organization: OrganizationId, member: MemberId, now: Instant) -> Sql {
    Sql::fixed(OF).bind(organization).bind(member).bind(now)
}

#[async_trait]
impl<T: Connection, L: Send> Tokens for SqlUnit<T, L> {
    async fn of(&mut self, organization: OrganizationId, member: MemberId, now: Instant) -> Result<Vec<Token>, StoreError> {
        self.connection.rows(&of(organization, member, now)).await?.iter().map(token::read).collect()
    }

    async fn used(&mut self, organization: OrganizationId, id: TokenId, at: Instant) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(USED).bind(organization).bind(id).bind(at)).await?;
        Ok(())
    }

    async fn standing(&mut self, organization: OrganizationId, id: TokenId, now: Instant) -> Result<Option<Standing>, StoreError> {
        let sql = Sql::fixed(STANDING).bind(organization).bind(id).bind(now);
        let Some(row) = self.connection.row(&sql).await? else { return Ok(None) };
        let membership = membership::read(&row)?;
        let grants = grants::of(&mut self.connection, organization, membership.id).await?;
        Ok(Some(Standing {
            user: user::read(&row)?,
            has_factor: user::has_factor(&row)?,
            membership: Some((membership, grants)),
            token: Some(token::live(&row)?),
        }))
    }
}

#[async_trait]
impl<T: Connection> TokenChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, token: &Token, secret_hash: &[u8; 32]) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(self.tenant())
            .bind(token.id)
            .bind(token.member)
            .bind(secret_hash)
            .bind(&token.name)
            .bind(token.permissions.as_ref().map(keys))
            .bind(token.made_by)
            .bind(token.created_at)
            .bind(token.expires_at);
        self.connection.execute(&insert).await?;
        Ok(())
    }

    async fn limited(&mut self) -> Result<Vec<(TokenId, BTreeSet<PermissionKey>)>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(LIMITED).bind(self.tenant())).await?;
        let limited = rows.iter().map(|row| token::read(row).map(|token| (token.id, token.permissions.unwrap_or_default())));
        limited.collect()
    }

    async fn limit(&mut self, id: TokenId, permissions: &BTreeSet<PermissionKey>) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(LIMIT).bind(self.tenant()).bind(id).bind(keys(permissions))).await?;
        Ok(())
    }

    async fn remove(&mut self, id: TokenId) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(REMOVE).bind(self.tenant()).bind(id)).await?;
        Ok(())
    }

    async fn remove_of(&mut self, members: &[MemberId]) -> Result<(), StoreError> {
        for chunk in members.chunks(CHUNK) {
            // What they made for others too: its secret may be theirs, and no credential lives again with who comes back.
            for whose in ["member_id", "made_by"] {
                let mut remove = Sql::build("delete from tokens where organization_id = ");
                remove.push_bind(self.tenant()).push(" and ").push(whose).push(" in ").push_list(chunk.iter().copied());
                self.connection.execute(&remove).await?;
            }
        }
        Ok(())
    }
}
