//! Rows of `grants g`, and grants as JSON inside receipts.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenure_domain::grant::Grant;
use tenure_domain::{Instant, LevelKey, MemberId, PermissionKey, RestrictionKey, WorkspaceId};
use tenure_port_store::StoreError;

use super::{giver, giver_of, giver_parts};
use crate::Row;

/// The columns of a grant.
macro_rules! grant_columns {
    () => {
        $crate::snapshots::columns!("g": member_id workspace_id levels permissions restrictions given_by_kind given_by given_at
            version)
    };
}
pub(crate) use grant_columns;

/// Keys as a JSON array.
pub(crate) fn keys<'a, K: AsKey + 'a>(keys: impl IntoIterator<Item = &'a K>) -> Json {
    keys.into_iter().map(|key| Json::from(key.key())).collect()
}

/// What the keys of an access model have in common.
pub(crate) trait AsKey {
    /// The key.
    fn key(&self) -> &str;
}

macro_rules! as_key {
    ($($key:ty)*) => {$(
        impl AsKey for $key {
            fn key(&self) -> &str {
                self.as_str()
            }
        }
    )*};
}

as_key!(LevelKey PermissionKey RestrictionKey tenure_domain::FeatureKey);

/// The keys in a column, each checked for its form.
pub(crate) fn read_keys<K: Ord, E>(
    row: &Row,
    column: &str,
    parse: impl Fn(&str) -> Result<K, E>,
) -> Result<BTreeSet<K>, StoreError> {
    let words: Vec<String> = row.json(column)?;
    let refused = |_| StoreError::Corrupt(format!("column {column} has a key that is none"));
    words.iter().map(|word| parse(word).map_err(refused)).collect()
}

/// The grant in a row.
pub(crate) fn read(row: &Row) -> Result<Grant, StoreError> {
    Ok(Grant {
        member: row.id("g_member_id")?,
        workspace: row.id("g_workspace_id")?,
        levels: read_keys(row, "g_levels", LevelKey::parse)?,
        permissions: read_keys(row, "g_permissions", PermissionKey::parse)?,
        restrictions: read_keys(row, "g_restrictions", RestrictionKey::parse)?,
        given_by: giver(row, "g_given_by_kind", "g_given_by")?,
        given_at: row.instant("g_given_at")?,
        version: row.number("g_version")?,
    })
}

/// Grants as a JSON array, for a receipt.
pub(crate) fn all_to_json(grants: &[Grant]) -> Json {
    grants.iter().map(to_json).collect()
}

fn to_json(grant: &Grant) -> Json {
    let (kind, id) = giver_parts(grant.given_by);
    json!({
        "member": grant.member,
        "workspace": grant.workspace,
        "levels": keys(&grant.levels),
        "permissions": keys(&grant.permissions),
        "restrictions": keys(&grant.restrictions),
        "given_by_kind": kind,
        "given_by": id,
        "given_at": grant.given_at,
        "version": grant.version,
    })
}

#[derive(serde::Deserialize)]
struct Kept {
    member: MemberId,
    workspace: WorkspaceId,
    levels: BTreeSet<LevelKey>,
    permissions: BTreeSet<PermissionKey>,
    restrictions: BTreeSet<RestrictionKey>,
    given_by_kind: String,
    given_by: uuid::Uuid,
    given_at: Instant,
    version: u64,
}

impl Kept {
    fn grant(self, column: &str) -> Result<Grant, StoreError> {
        let given_by = giver_of(&self.given_by_kind, self.given_by, column)?;
        Ok(Grant {
            member: self.member,
            workspace: self.workspace,
            levels: self.levels,
            permissions: self.permissions,
            restrictions: self.restrictions,
            given_by,
            given_at: self.given_at,
            version: self.version,
        })
    }
}

/// Grants from their JSON array in a column; null stands for none.
pub(crate) fn all_from_json(row: &Row, column: &str) -> Result<Vec<Grant>, StoreError> {
    let kept: Option<Vec<Kept>> = row.opt_json(column)?;
    kept.unwrap_or_default().into_iter().map(|kept| kept.grant(column)).collect()
}
