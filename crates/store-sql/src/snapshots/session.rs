//! Rows of `sessions s`. The secret's hash is searched by and never read.

use tenure_domain::user::Device;
use tenure_port_store::{OwnSession, StoreError};

use crate::Row;

/// The columns of a session.
macro_rules! session_columns {
    () => {
        $crate::snapshots::columns!("s": id device created_at seen_at expires_at)
    };
}
pub(crate) use session_columns;

/// The session in a row.
pub(crate) fn read(row: &Row) -> Result<OwnSession, StoreError> {
    Ok(OwnSession {
        id: row.id("s_id")?,
        device: row.opt_text("s_device")?.and_then(Device::parse),
        created_at: row.instant("s_created_at")?,
        seen_at: row.instant("s_seen_at")?,
        expires_at: row.instant("s_expires_at")?,
    })
}
