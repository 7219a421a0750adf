//! Rows of `tokens t`. The secret's hash is searched by and never read.

use std::collections::BTreeSet;

use tenure_domain::token::Token;
use tenure_domain::{Name, PermissionKey};
use tenure_port_store::{LiveToken, StoreError};

use super::grant::read_keys;
use crate::Row;

/// The columns of a token.
macro_rules! token_columns {
    () => {
        $crate::snapshots::columns!("t": organization_id id member_id name permissions made_by created_at expires_at last_used_at)
    };
}
pub(crate) use token_columns;

/// The permissions that a token is for.
fn limit(row: &Row) -> Result<Option<BTreeSet<PermissionKey>>, StoreError> {
    let is_limited = row.opt_json::<Vec<String>>("t_permissions")?.is_some();
    is_limited.then(|| read_keys(row, "t_permissions", PermissionKey::parse)).transpose()
}

/// The token in a row.
pub(crate) fn read(row: &Row) -> Result<Token, StoreError> {
    Ok(Token {
        organization: row.id("t_organization_id")?,
        id: row.id("t_id")?,
        member: row.id("t_member_id")?,
        name: row.parse("t_name", Name::parse)?,
        permissions: limit(row)?,
        made_by: row.id("t_made_by")?,
        created_at: row.instant("t_created_at")?,
        expires_at: row.opt_instant("t_expires_at")?,
        last_used_at: row.opt_instant("t_last_used_at")?,
    })
}

/// What of the token in a row lets somebody in.
pub(crate) fn live(row: &Row) -> Result<LiveToken, StoreError> {
    Ok(LiveToken {
        id: row.id("t_id")?,
        permissions: limit(row)?,
        made_by: row.id("t_made_by")?,
        last_used_at: row.opt_instant("t_last_used_at")?,
    })
}
