//! Second factors of logins.

use async_trait::async_trait;
use tenure_domain::user::{ActiveFactor, BegunFactor, SecondFactor};
use tenure_domain::{Instant, OrganizationId, UserId};
use tenure_port_store::{Confirmed, SecondFactors, StoreError};

use super::SqlUnit;
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql, batch};

statement_texts! {
    FIND = "select f.secret, f.since, f.last_step, f.begun_secret, f.begun_at, \
            (select count(*) from recovery_codes c where c.user_id = f.user_id) as codes_left \
            from second_factors f where f.user_id = $1";
    BEGIN = "insert into second_factors (user_id, begun_secret, begun_at) values ($1, $2, $3) \
             on conflict (user_id) do update set begun_secret = excluded.begun_secret, begun_at = excluded.begun_at";
    CONFIRM = "insert into second_factors (user_id, secret, since, last_step) values ($1, $2, $3, $4) \
               on conflict (user_id) do update set secret = excluded.secret, since = excluded.since, \
               last_step = excluded.last_step, begun_secret = null, begun_at = null";
    // INVARIANT: what accepts a step writes it, so of many who come with one code one is let in.
    USE_STEP = "update second_factors set last_step = $2 where user_id = $1 and last_step < $2";
    HAS_CODE = "select user_id from recovery_codes where user_id = $1 and code_hash = $2";
    USE_CODE = "delete from recovery_codes where user_id = $1 and code_hash = $2";
    FORGET_CODES = "delete from recovery_codes where user_id = $1";
    ABANDON = "delete from second_factors where user_id = $1 and secret is null";
    REMOVE = "delete from second_factors where user_id = $1";
    IS_REQUIRED = "select m.id from memberships m join organizations o on o.id = m.organization_id \
                   where m.user_id = $1 and m.status = 'active' and o.active and o.second_factor_required limit 1";
    ORGANIZATIONS_OF = "select organization_id from memberships where user_id = $1 \
                        union select organization_id from deleted_memberships where user_id = $1 order by organization_id";
}

const INSERT_CODES: &str = "insert into recovery_codes (user_id, code_hash) values ";

fn active(row: &Row) -> Result<Option<ActiveFactor>, StoreError> {
    let Some(sealed) = row.opt_bytes("secret")? else { return Ok(None) };
    Ok(Some(ActiveFactor {
        sealed: sealed.to_vec(),
        since: row.instant("since")?,
        last_step: row.number("last_step")?,
        recovery_codes_left: row.number("codes_left")?,
    }))
}

fn begun(row: &Row) -> Result<Option<BegunFactor>, StoreError> {
    let Some(sealed) = row.opt_bytes("begun_secret")? else { return Ok(None) };
    Ok(Some(BegunFactor { sealed: sealed.to_vec(), at: row.instant("begun_at")? }))
}

#[async_trait]
impl<T: Connection, L: Send> SecondFactors for SqlUnit<T, L> {
    async fn find(&mut self, user: UserId) -> Result<SecondFactor, StoreError> {
        let Some(row) = self.connection.row(&Sql::fixed(FIND).bind(user)).await? else { return Ok(SecondFactor::default()) };
        Ok(SecondFactor { active: active(&row)?, begun: begun(&row)? })
    }

    async fn begin(&mut self, user: UserId, sealed: &[u8], at: Instant) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(BEGIN).bind(user).bind(sealed.to_vec()).bind(at)).await?;
        Ok(())
    }

    async fn confirm(&mut self, user: UserId, confirmed: &Confirmed) -> Result<(), StoreError> {
        let confirm = Sql::fixed(CONFIRM).bind(user).bind(confirmed.sealed.clone()).bind(confirmed.since).bind(confirmed.step);
        self.connection.execute(&confirm).await?;
        self.replace_recovery_codes(user, &confirmed.recovery_codes).await
    }

    async fn use_step(&mut self, user: UserId, step: u64) -> Result<bool, StoreError> {
        Ok(self.connection.execute(&Sql::fixed(USE_STEP).bind(user).bind(step)).await? > 0)
    }

    async fn has_recovery_code(&mut self, user: UserId, hash: &[u8; 32]) -> Result<bool, StoreError> {
        Ok(self.connection.row(&Sql::fixed(HAS_CODE).bind(user).bind(hash)).await?.is_some())
    }

    async fn use_recovery_code(&mut self, user: UserId, hash: &[u8; 32]) -> Result<bool, StoreError> {
        Ok(self.connection.execute(&Sql::fixed(USE_CODE).bind(user).bind(hash)).await? > 0)
    }

    async fn replace_recovery_codes(&mut self, user: UserId, hashes: &[[u8; 32]]) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(FORGET_CODES).bind(user)).await?;
        batch::insert(&mut self.connection, INSERT_CODES, hashes, |hash| [user.into(), hash.into()]).await
    }

    async fn remove(&mut self, user: UserId) -> Result<bool, StoreError> {
        self.connection.execute(&Sql::fixed(FORGET_CODES).bind(user)).await?;
        self.connection.execute(&Sql::fixed(ABANDON).bind(user)).await?;
        Ok(self.connection.execute(&Sql::fixed(REMOVE).bind(user)).await? > 0)
    }

    async fn is_required(&mut self, user: UserId) -> Result<bool, StoreError> {
        Ok(self.connection.row(&Sql::fixed(IS_REQUIRED).bind(user)).await?.is_some())
    }

    async fn organizations_of(&mut self, user: UserId) -> Result<Vec<OrganizationId>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(ORGANIZATIONS_OF).bind(user)).await?;
        rows.iter().map(|row| row.id("organization_id")).collect()
    }

    async fn hold_organizations(&mut self, organizations: &[OrganizationId]) -> Result<(), StoreError> {
        // On SQLite nobody else writes meanwhile.
        let lock = self.connection.dialect().row_lock(" order by id for no key update");
        if lock.is_empty() {
            return Ok(());
        }
        for chunk in organizations.chunks(batch::CHUNK) {
            let mut hold = Sql::build("select id from organizations where id in ");
            hold.push_list(chunk.iter().copied()).push(lock);
            self.connection.rows(&hold).await?;
        }
        Ok(())
    }
}
