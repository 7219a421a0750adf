//! Whether somebody's password may be tried.

use tenure_domain::Instant;
use tenure_port_store::StoreError;

use crate::statements::statement_texts;
use crate::{Driver, Reads as _, Sql, SqlStore};

statement_texts! {
    LOCKED_UNTIL = "select max(locked_until) as latest from attempts \
                    where purpose = 'password' and who = $1 and locked_until > $2 and locked_until <= $3";
}

pub(super) async fn locked_until<D: Driver>(
    store: &SqlStore<D>,
    who: &[u8; 32],
    after: Instant,
    latest: Instant,
) -> Result<Option<Instant>, StoreError> {
    let row = store.pooled().row(&Sql::fixed(LOCKED_UNTIL).bind(who).bind(after).bind(latest)).await?;
    row.map_or(Ok(None), |row| row.opt_instant("latest"))
}
