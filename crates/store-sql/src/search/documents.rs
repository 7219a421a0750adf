//! The numbers by which FTS5 knows what it indexes: a range of them for each organization.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;
use uuid::Uuid;

use crate::{Connection, Sql, batch};

/// How many bits of a document's number count within its organization: a million million documents for each of 8 million
/// organizations.
const WITHIN: u32 = 40;

/// The documents of one sort of thing.
pub(super) struct Documents {
    into: &'static str,
    last: &'static str,
}

pub(super) const MEMBERS: Documents = Documents {
    into: "insert into member_documents (document, organization_id, member_id) values ",
    last: "select max(document) as last from member_documents where document >= $1 and document < $2",
};

pub(super) const CONTACTS: Documents = Documents {
    into: "insert into contact_documents (document, organization_id, contact_id) values ",
    last: "select max(document) as last from contact_documents where document >= $1 and document < $2",
};

/// The first document number of an organization's range; the one past it is the next organization's first.
pub(crate) const fn first(tenant: i64) -> i64 {
    tenant << WITHIN
}

/// Numbers new documents through, and says which number the first one got.
pub(super) async fn add<C: Connection + ?Sized>(
    connection: &mut C,
    documents: &Documents,
    organization: OrganizationId,
    ids: &[Uuid],
) -> Result<i64, StoreError> {
    let tenant = tenant(connection, organization).await?;
    let last = connection.row(&Sql::fixed(documents.last).bind(first(tenant)).bind(first(tenant + 1))).await?;
    let last = last.map(|row| row.opt_int("last")).transpose()?.flatten();
    let begin = last.map_or(first(tenant), |last| last + 1);
    let numbered: Vec<(i64, Uuid)> = (begin..).zip(ids.iter().copied()).collect();
    batch::insert(connection, documents.into, &numbered, |(number, id)| [(*number).into(), organization.into(), (*id).into()])
        .await?;
    Ok(begin)
}

/// The organization's own number, given to it now if it has none.
async fn tenant<C: Connection + ?Sized>(connection: &mut C, organization: OrganizationId) -> Result<i64, StoreError> {
    let find = Sql::fixed("select number from search_tenants where organization_id = $1").bind(organization);
    if let Some(row) = connection.row(&find).await? {
        return row.int("number");
    }
    // SQLite has one writer, so nobody takes the same number meanwhile.
    let next = "insert into search_tenants (organization_id, number) select $1, coalesce(max(number), 0) + 1 from search_tenants";
    connection.execute(&Sql::fixed(next).bind(organization)).await?;
    let row = connection.row(&find).await?;
    row.ok_or_else(|| StoreError::Corrupt("table search_tenants lost a row".to_owned()))?.int("number")
}
