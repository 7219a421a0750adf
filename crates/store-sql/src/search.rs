//! What search needs beside the rows themselves, written by the unit that writes them: SQLite's trigram tables. Postgres has
//! indexes and needs nothing.

mod documents;

use tenure_domain::contact::Contact;
use tenure_domain::membership::{Membership, Phone};
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::StoreError;

pub(crate) use documents::first;

use self::documents::{CONTACTS, MEMBERS};
use crate::{Connection, Dialect, Sql, Value, batch, fold};

/// After memberships were made.
pub(crate) async fn members_inserted<C: Connection + ?Sized>(
    connection: &mut C,
    organization: OrganizationId,
    memberships: &[Membership],
) -> Result<(), StoreError> {
    if connection.dialect() == Dialect::Postgres || memberships.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = memberships.iter().map(|membership| membership.id.uuid()).collect();
    let first = documents::add(connection, &MEMBERS, organization, &ids).await?;
    let entries: Vec<(i64, &Membership)> = (first..).zip(memberships).collect();
    let row = |(document, membership): &(i64, &Membership)| entry(*document, membership);
    batch::insert(connection, "insert into member_search (rowid, name_key, email) values ", &entries, row).await
}

/// After a membership was changed.
pub(crate) async fn member_changed<C: Connection + ?Sized>(connection: &mut C, membership: &Membership) -> Result<(), StoreError> {
    if connection.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let document = document(connection, membership.organization, membership.id).await?;
    let document = document.ok_or_else(|| StoreError::Corrupt("table member_documents lacks a member".to_owned()))?;
    let replace = Sql::fixed("insert or replace into member_search (rowid, name_key, email) values ($1, $2, $3)");
    connection.execute(&entry(document, membership).into_iter().fold(replace, Sql::bind)).await?;
    Ok(())
}

/// What is searched of a member.
fn entry(document: i64, membership: &Membership) -> [Value; 3] {
    [document.into(), fold(&membership.profile.display_name(&membership.email)).into(), (&membership.email).into()]
}

/// Before memberships go.
pub(crate) async fn members_removed<C: Connection + ?Sized>(
    connection: &mut C,
    organization: OrganizationId,
    members: &[MemberId],
) -> Result<(), StoreError> {
    if connection.dialect() == Dialect::Postgres {
        return Ok(());
    }
    for forget in ["delete from member_search where rowid in ", "delete from member_documents where document in "] {
        let mut forget = Sql::build(forget);
        let organization = forget.arg(organization);
        forget.push("(select document from member_documents where organization_id = ").push_arg(organization);
        forget.push(" and member_id in ").push_list(members.iter().copied()).push(")");
        connection.execute(&forget).await?;
    }
    Ok(())
}

/// After contacts were made, all of one organization.
pub(crate) async fn contacts_inserted<C: Connection + ?Sized>(connection: &mut C, contacts: &[Contact]) -> Result<(), StoreError> {
    let (Some(one), Dialect::Sqlite) = (contacts.first(), connection.dialect()) else { return Ok(()) };
    let ids: Vec<_> = contacts.iter().map(|contact| contact.id.uuid()).collect();
    let first = documents::add(connection, &CONTACTS, one.organization, &ids).await?;
    let entries: Vec<(i64, &Contact)> = (first..).zip(contacts).collect();
    let row = |(document, contact): &(i64, &Contact)| -> [Value; 4] {
        let phone = contact.phone.as_ref().map(Phone::as_str);
        [(*document).into(), fold(contact.name.as_str()).into(), contact.email.as_ref().into(), phone.into()]
    };
    batch::insert(connection, "insert into contact_search (rowid, name_key, email, phone) values ", &entries, row).await
}

/// Before a contact goes.
pub(crate) async fn contact_removed<C: Connection + ?Sized>(connection: &mut C, contact: &Contact) -> Result<(), StoreError> {
    if connection.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let find = "select document from contact_documents where organization_id = $1 and contact_id = $2";
    let row = connection.row(&Sql::fixed(find).bind(contact.organization).bind(contact.id)).await?;
    if let Some(document) = row.map(|row| row.int("document")).transpose()? {
        for forget in ["delete from contact_search where rowid = $1", "delete from contact_documents where document = $1"] {
            connection.execute(&Sql::fixed(forget).bind(document)).await?;
        }
    }
    Ok(())
}

/// The number of a member's document.
async fn document<C: Connection + ?Sized>(
    connection: &mut C,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<i64>, StoreError> {
    let find = "select document from member_documents where organization_id = $1 and member_id = $2";
    let row = connection.row(&Sql::fixed(find).bind(organization).bind(member)).await?;
    row.map(|row| row.int("document")).transpose()
}
