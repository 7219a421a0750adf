//! What search needs beside the rows: a document for each member and contact, where the database keeps documents.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;

use super::Found;
use crate::{Dialect, Reads, Sql};

const MEMBERS: &str = "select m.id from memberships m where m.organization_id = $1 and not exists (select 1 from member_documents d \
     where d.organization_id = m.organization_id and d.member_id = m.id) limit $2";

const CONTACTS: &str = "select c.id from contacts c where c.organization_id = $1 and not exists (select 1 from contact_documents d \
     where d.organization_id = c.organization_id and d.contact_id = c.id) limit $2";

/// The statements that SQLite has for itself.
pub(super) const SQLITE_STATEMENTS: &[(&str, &str)] = &[("MEMBERS", MEMBERS), ("CONTACTS", CONTACTS)];

pub(super) async fn check(reads: &mut dyn Reads, organization: OrganizationId, found: &mut Found) -> Result<(), StoreError> {
    if reads.dialect() == Dialect::Postgres {
        return Ok(());
    }
    for (text, what) in [(MEMBERS, "search doesn't know member"), (CONTACTS, "search doesn't know contact")] {
        let rows = reads.rows(&Sql::fixed(text).bind(organization).bind(super::PIECE)).await?;
        found.add_rows(&rows, "search_in_step", what)?;
    }
    Ok(())
}
