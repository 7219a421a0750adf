//! Rows of `sessions s`: their id and their end. The secret's hash is searched by and never read.

use tenure_domain::{Instant, SessionId};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a session.
macro_rules! session_columns {
    () => {
        $crate::snapshots::columns!("s": id expires_at)
    };
}
pub(crate) use session_columns;

/// The session in a row, and when it ends.
pub(crate) fn read(row: &Row) -> Result<(SessionId, Instant), StoreError> {
    Ok((row.id("s_id")?, row.instant("s_expires_at")?))
}
