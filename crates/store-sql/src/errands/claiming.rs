//! Claiming errands and settling them. A claim is a number that rises; who settles with an older one has been overtaken.

use std::time::Duration;

use tenure_domain::Instant;
use tenure_port_store::{Claimed, Settled, Settlement, StoreError};

use crate::snapshots::errand::{self, errand_columns};
use crate::statements::statement_texts;
use crate::{Connection as _, Dialect, Driver, Reads as _, Row, Sql, Transaction as _};

statement_texts! {
    // Asked first: an idle courier must not take SQLite's one writer every second.
    ANY_DUE = "select 1 as n from errands \
        where state = 'waiting' and due_at <= $1 and (leased_until is null or leased_until <= $1) limit 1";
    SETTLE = "update errands set state = $4, due_at = coalesce($5, due_at), reason = $6, settled_at = $7, leased_until = null \
        where organization_id = $1 and id = $2 and claim = $3 and state = 'waiting'";
    WAITING = "select count(*) as n from (select 1 as one from errands where state = 'waiting' limit $1) as few";
}

// They are picked in a step of their own: as a subquery of the update the planner might run it more than once, and each run
// would skip what the one before has locked. Columns stand bare (see `errand_columns`), so the pick has other names for its own.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "with due as materialized (select organization_id as tenant, id as errand from errands \
             where state = 'waiting' and due_at <= $1 and (leased_until is null or leased_until <= $1) \
             order by due_at, id limit $2",
            $lock,
            ") update errands set leased_until = $3, attempts = attempts + 1, claim = claim + 1 \
             from due where organization_id = due.tenant and id = due.errand \
             returning attempts, claim, ",
            errand_columns!()
        )
    };
}

const CLAIM_SQLITE: &str = claim!("");
const CLAIM_POSTGRES: &str = claim!(" for update skip locked");

/// The statement that each database has for itself.
pub(super) const fn own_statements(dialect: Dialect) -> &'static [(&'static str, &'static str)] {
    match dialect {
        Dialect::Sqlite => &[("CLAIM_SQLITE", CLAIM_SQLITE)],
        Dialect::Postgres => &[("CLAIM_POSTGRES", CLAIM_POSTGRES)],
    }
}

pub(super) async fn claim(driver: &impl Driver, now: Instant, lease: Duration, up_to: u32) -> Result<Vec<Claimed>, StoreError> {
    if up_to == 0 || driver.read(&Sql::fixed(ANY_DUE).bind(now)).await?.is_empty() {
        return Ok(Vec::new());
    }
    let claim = driver.dialect().choose(CLAIM_SQLITE, CLAIM_POSTGRES);
    let mut transaction = driver.begin().await?;
    let rows = transaction.rows(&Sql::fixed(claim).bind(now).bind(up_to).bind(now.plus(lease))).await?;
    transaction.commit().await?;
    // `returning` keeps no order.
    let mut claimed = rows.iter().map(claimed).collect::<Result<Vec<_>, StoreError>>()?;
    claimed.sort_by_key(|Claimed { errand, .. }| (errand.due_at, errand.id));
    Ok(claimed)
}

fn claimed(row: &Row) -> Result<Claimed, StoreError> {
    // The claim counts as a try at once, so that one whose courier died counts too.
    let attempts: u32 = row.number("attempts")?;
    Ok(Claimed { errand: errand::read(row)?, attempts: attempts.saturating_sub(1), claim: row.number("claim")? })
}

pub(super) async fn settle(driver: &impl Driver, settled: &[Settled], now: Instant) -> Result<Vec<bool>, StoreError> {
    if settled.is_empty() {
        return Ok(Vec::new());
    }
    // Two couriers may have the same errands, one of them too late; in one order they wait for each other, and neither for both.
    let mut order: Vec<(usize, &Settled)> = settled.iter().enumerate().collect();
    order.sort_unstable_by_key(|(_, settled)| (settled.organization, settled.id));
    let mut done = vec![false; settled.len()];
    let mut transaction = driver.begin().await?;
    for (nth, settled) in order {
        let changed = transaction.execute(&statement(settled, now)).await?;
        if let Some(done) = done.get_mut(nth) {
            *done = changed > 0;
        }
    }
    transaction.commit().await?;
    Ok(done)
}

fn statement(Settled { organization, id, claim, how }: &Settled, now: Instant) -> Sql {
    let (state, due_at, reason, settled_at) = match how {
        Settlement::Done => ("done", None, None, Some(now)),
        Settlement::Dropped => ("dropped", None, None, Some(now)),
        Settlement::Again { at, reason } => ("waiting", Some(*at), Some(reason.clone()), None),
        Settlement::GivenUp { reason } => ("given_up", None, Some(reason.clone()), Some(now)),
    };
    Sql::fixed(SETTLE).bind(*organization).bind(*id).bind(*claim).bind(state).bind(due_at).bind(reason).bind(settled_at)
}

pub(super) async fn waiting(driver: &impl Driver, up_to: u32) -> Result<u32, StoreError> {
    let rows = driver.read(&Sql::fixed(WAITING).bind(up_to)).await?;
    rows.first().map_or(Ok(0), |row| row.number("n"))
}
