//! Rows of `contacts c`.

use tenure_domain::contact::Contact;
use tenure_domain::membership::Phone;
use tenure_domain::{EmailAddress, Name};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a contact.
macro_rules! contact_columns {
    () => {
        $crate::snapshots::columns!("c": organization_id id workspace_id name email phone portfolio_id created_at version)
    };
}
pub(crate) use contact_columns;

/// The contact in a row.
pub(crate) fn read(row: &Row) -> Result<Contact, StoreError> {
    Ok(Contact {
        organization: row.id("c_organization_id")?,
        id: row.id("c_id")?,
        workspace: row.id("c_workspace_id")?,
        name: row.parse("c_name", Name::parse)?,
        email: row.opt_parse("c_email", EmailAddress::parse)?,
        phone: row.opt_parse("c_phone", Phone::parse)?,
        portfolio: row.opt_id("c_portfolio_id")?,
        created_at: row.instant("c_created_at")?,
        version: row.number("c_version")?,
    })
}
