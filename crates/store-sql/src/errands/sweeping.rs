//! Sweeping out what nobody will ask for any more.

use std::time::Duration;

use tenure_domain::{DAY, Instant};
use tenure_port_store::StoreError;

use super::{erasing, told};
use crate::statements::statement_texts;
use crate::{Connection as _, Driver, Sql, Transaction as _};

/// How long a settled errand or a job that has ended is kept, to see what became of it.
const SETTLED_FOR: Duration = DAY.saturating_mul(30);

/// How long a lease or a plan is kept that has run out: whoever watches has seen it do so by then, and whoever began a moment before
/// it did is through.
const GONE_FOR: Duration = Duration::from_mins(10);

statement_texts! {
    SESSIONS = "delete from sessions where id in (select id from sessions where expires_at <= $1 order by expires_at limit $2)";
    TOKENS = "delete from tokens where (organization_id, id) in (\
        select organization_id, id from tokens where expires_at <= $1 order by expires_at limit $2)";
    REPLAYS = "delete from replays where (user_id, route, key) in (\
        select user_id, route, key from replays where kept_until <= $1 order by kept_until limit $2)";
    // What is tried at this moment stays, as below.
    ATTEMPTS = "delete from attempts where kept_until <= $1 and (purpose, who, network) in (\
        select purpose, who, network from attempts where kept_until <= $1 order by kept_until limit $2)";
    // A lease that is renewed at this moment stays.
    PRESENCES = "delete from presences where online_until <= $1 and (organization_id, member_id) in (\
        select organization_id, member_id from presences where online_until <= $1 order by online_until limit $2)";
    // A job's people first, some at a time, and it after the last of them.
    JOB_ITEMS = "delete from job_items where (organization_id, job_id, position) in (\
        select i.organization_id, i.job_id, i.position from jobs j \
        join job_items i on i.organization_id = j.organization_id and i.job_id = j.id where j.ended_at <= $1 limit $2)";
    JOBS = "delete from jobs where (organization_id, id) in (\
        select j.organization_id, j.id from jobs j where j.ended_at <= $1 and not exists (select 1 from job_items i \
        where i.organization_id = j.organization_id and i.job_id = j.id) order by j.ended_at limit $2)";
    // Likewise the rows of a plan that nobody had carried out.
    PLAN_ROWS = "delete from job_items where (organization_id, job_id, position) in (\
        select i.organization_id, i.job_id, i.position from jobs j join job_items i on i.organization_id = j.organization_id \
        and i.job_id = j.id where j.state = 'planned' and j.leased_until <= $1 limit $2)";
    PLANS = "delete from jobs where (organization_id, id) in (\
        select j.organization_id, j.id from jobs j where j.state = 'planned' and j.leased_until <= $1 and not exists (\
        select 1 from job_items i where i.organization_id = j.organization_id and i.job_id = j.id) \
        order by j.leased_until limit $2)";
    // An invitation that stands tells where its latest mail is, so that errand stays as long as it does.
    ERRANDS = "delete from errands where (organization_id, id) in (\
        select organization_id, id from errands where settled_at <= $1 and not exists (select 1 from invitations i \
        where i.organization_id = errands.organization_id and i.id = errands.invitation_id \
        and i.generation = errands.generation) order by settled_at limit $2)";
}

pub(super) async fn sweep(driver: &impl Driver, now: Instant, up_to: u32) -> Result<u32, StoreError> {
    let (mut swept, mut failed) = (0, None);
    for (text, before) in [
        (SESSIONS, now),
        (TOKENS, now),
        (REPLAYS, now),
        (ATTEMPTS, now.minus(GONE_FOR)),
        (PRESENCES, now.minus(GONE_FOR)),
        (ERRANDS, now.minus(SETTLED_FOR)),
        (JOB_ITEMS, now.minus(SETTLED_FOR)),
        (JOBS, now.minus(SETTLED_FOR)),
        (PLAN_ROWS, now.minus(GONE_FOR)),
        (PLANS, now.minus(GONE_FOR)),
    ] {
        match sweep_one(driver, &Sql::fixed(text).bind(before).bind(up_to)).await {
            Ok(gone) => swept += gone,
            Err(error) => failed = Some(error),
        }
    }
    match erasing::erase(driver, now, up_to).await {
        Ok(gone) => swept += gone,
        Err(error) => failed = Some(error),
    }
    told(swept, failed)
}

async fn sweep_one(driver: &impl Driver, delete: &Sql) -> Result<u32, StoreError> {
    let mut transaction = driver.begin().await?;
    let gone = transaction.execute(delete).await?;
    transaction.commit().await?;
    Ok(u32::try_from(gone).unwrap_or(u32::MAX))
}
