//! Erasing what was kept of deleted members, and logins that belong nowhere any more (R14).

use tenure_domain::{Instant, MemberId, OrganizationId, UserId};
use tenure_port_store::StoreError;

use super::told;
use crate::statements::statement_texts;
use crate::{Connection, Driver, Reads, Sql, Transaction as _};

statement_texts! {
    // Somebody whom a letter waits for is needed for its address.
    ERASABLE = "select d.organization_id, d.id, d.user_id from deleted_memberships d where d.kept_until <= $1 and not exists (\
                select 1 from errands e where e.organization_id = d.organization_id and e.member_id = d.id \
                and e.state = 'waiting') order by d.kept_until, d.organization_id, d.id limit $2";
    ERASE = "delete from deleted_memberships where organization_id = $1 and id = $2 and kept_until <= $3";
    STATISTICS = "delete from statistics where organization_id = $1 and member_id = $2";
    LOGIN = "select id from users where id = $1";
    BELONGS_NOWHERE = "select u.id from users u where u.id = $1 and not u.operator \
                       and not exists (select 1 from memberships m where m.user_id = u.id) \
                       and not exists (select 1 from deleted_memberships d where d.user_id = u.id)";
    SESSIONS = "delete from sessions where user_id = $1";
    RECOVERY_CODES = "delete from recovery_codes where user_id = $1";
    SECOND_FACTOR = "delete from second_factors where user_id = $1";
    REPLAYS = "delete from replays where user_id = $1";
    ADDRESS = "delete from user_emails where email = (select email from users where id = $1)";
    USER = "delete from users where id = $1";
}

pub(super) async fn erase(driver: &impl Driver, now: Instant, up_to: u32) -> Result<u32, StoreError> {
    let (mut erased, mut failed) = (0, None);
    for row in driver.read(&Sql::fixed(ERASABLE).bind(now).bind(up_to)).await? {
        let (organization, member) = (row.id("organization_id")?, row.id("id")?);
        match erase_one(driver, now, organization, member, row.opt_id("user_id")?).await {
            Ok(gone) => erased += u32::from(gone),
            Err(error) => failed = Some(error),
        }
    }
    told(erased, failed)
}

/// Erases one, if nobody has undone their deletion since, and their login if that was their last membership.
async fn erase_one(
    driver: &impl Driver,
    now: Instant,
    organization: OrganizationId,
    member: MemberId,
    login: Option<UserId>,
) -> Result<bool, StoreError> {
    let mut transaction = driver.begin().await?;
    let connection = &mut transaction;
    if connection.execute(&Sql::fixed(ERASE).bind(organization).bind(member).bind(now)).await? == 0 {
        return Ok(false);
    }
    connection.execute(&Sql::fixed(STATISTICS).bind(organization).bind(member)).await?;
    if let Some(login) = login {
        // Whoever attaches a membership to this login holds its row: they are waited for, and then seen.
        let mut lock = Sql::fixed(LOGIN).bind(login);
        lock.push(driver.dialect().row_lock(" for update"));
        connection.rows(&lock).await?;
        if connection.row(&Sql::fixed(BELONGS_NOWHERE).bind(login)).await?.is_some() {
            for statement in [SESSIONS, RECOVERY_CODES, SECOND_FACTOR, REPLAYS, ADDRESS, USER] {
                connection.execute(&Sql::fixed(statement).bind(login)).await?;
            }
        }
    }
    transaction.commit().await?;
    Ok(true)
}
