//! Rows of `memberships m`.

use tenure_domain::membership::{Language, Membership, Phone, Profile, TimeZone};
use tenure_domain::{EmailAddress, Name};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a membership.
macro_rules! membership_columns {
    () => {
        $crate::snapshots::columns!("m": organization_id id user_id email status first_name last_name phone language time_zone
            digest created_at last_active_at version)
    };
}
pub(crate) use membership_columns;

/// The membership in a row.
pub(crate) fn read(row: &Row) -> Result<Membership, StoreError> {
    Ok(Membership {
        organization: row.id("m_organization_id")?,
        id: row.id("m_id")?,
        user: row.opt_id("m_user_id")?,
        email: row.parse("m_email", EmailAddress::parse)?,
        status: row.word("m_status")?,
        profile: Profile {
            first_name: row.opt_parse("m_first_name", Name::parse)?,
            last_name: row.opt_parse("m_last_name", Name::parse)?,
            phone: row.opt_parse("m_phone", Phone::parse)?,
            language: row.parse("m_language", Language::parse)?,
            time_zone: row.parse("m_time_zone", TimeZone::parse)?,
            digest: row.word("m_digest")?,
        },
        created_at: row.instant("m_created_at")?,
        last_active_at: row.opt_instant("m_last_active_at")?,
        version: row.number("m_version")?,
    })
}

/// The membership in a row, if there is one.
pub(crate) fn find(row: &Row) -> Result<Option<Membership>, StoreError> {
    if row.opt_uuid("m_id")?.is_some() { read(row).map(Some) } else { Ok(None) }
}
