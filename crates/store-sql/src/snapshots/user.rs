//! Rows of `users u`.

use tenure_domain::EmailAddress;
use tenure_domain::user::{ResetLinks, User};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a user.
macro_rules! user_columns {
    () => {
        $crate::snapshots::columns!("u": id email email_confirmed password_hash reset_generation reset_expires_at reset_sent_at operator created_at version)
    };
}
pub(crate) use user_columns;

/// The user in a row.
pub(crate) fn read(row: &Row) -> Result<User, StoreError> {
    Ok(User {
        id: row.id("u_id")?,
        email: row.parse("u_email", EmailAddress::parse)?,
        email_confirmed: row.bool("u_email_confirmed")?,
        password_hash: row.opt_text("u_password_hash")?.map(str::to_owned),
        reset: ResetLinks {
            generation: row.number("u_reset_generation")?,
            expires_at: row.opt_instant("u_reset_expires_at")?,
            sent_at: row.json("u_reset_sent_at")?,
        },
        operator: row.bool("u_operator")?,
        created_at: row.instant("u_created_at")?,
        version: row.number("u_version")?,
    })
}
