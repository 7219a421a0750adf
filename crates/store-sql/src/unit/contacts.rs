//! Contacts.

use async_trait::async_trait;
use tenure_domain::contact::Contact;
use tenure_domain::membership::Phone;
use tenure_domain::visibility::looks_like_address_or_number;
use tenure_domain::{ContactId, MemberId, OrganizationId, PortfolioId};
use tenure_port_store::{Contacts, StoreError};

use super::{SqlUnit, unless_stale};
use crate::snapshots::contact::{self, contact_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, batch, fold, search};

statement_texts! {
    FIND = concat!(
        "select ", contact_columns!(), ", p.holder as holder from contacts c \
         left join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id \
         where c.organization_id = $1 and c.id = $2"
    );
    MOVE = "update contacts set portfolio_id = $4, version = version + 1 where organization_id = $1 and id = $2 and version = $3";
    HOLD = "select id from contacts where organization_id = $1 and id = $2 and version = $3";
    REMOVE = "delete from contacts where organization_id = $1 and id = $2 and version = $3";
    CLOSED = "select id from portfolios where organization_id = $1 and id = $2 and not open";
    // Turns count a portfolio's departures, so that a receipt can tell those after it from those before, whatever clocks say.
    DEPART = "insert into departures (organization_id, portfolio_id, contact_id, turn) \
              select p.organization_id, p.id, $3, (select coalesce(max(d.turn), 0) + 1 from departures d \
              where d.organization_id = p.organization_id and d.portfolio_id = p.id) \
              from portfolios p where p.organization_id = $1 and p.id = $2 on conflict do nothing";
}

/// The beginning of the insert of contacts.
const INSERT: &str = "insert into contacts (organization_id, id, workspace_id, name, name_key, name_reveals, email, phone, \
     portfolio_id, created_at, version) values ";

#[async_trait]
impl<T: Connection, L: Send> Contacts for SqlUnit<T, L> {
    async fn find(
        &mut self,
        organization: OrganizationId,
        id: ContactId,
    ) -> Result<Option<(Contact, Option<MemberId>)>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        row.map(|row| Ok((contact::read(&row)?, row.opt_id("holder")?))).transpose()
    }

    async fn insert(&mut self, contacts: &[Contact]) -> Result<(), StoreError> {
        let row = |contact: &Contact| {
            let name = contact.name.as_str();
            [
                contact.organization.into(),
                contact.id.into(),
                contact.workspace.into(),
                name.into(),
                fold(name).into(),
                looks_like_address_or_number(name).into(),
                contact.email.as_ref().into(),
                contact.phone.as_ref().map(Phone::as_str).into(),
                contact.portfolio.into(),
                contact.created_at.into(),
                contact.version.into(),
            ]
        };
        batch::insert(&mut self.connection, INSERT, contacts, row).await?;
        search::contacts_inserted(&mut self.connection, contacts).await
    }

    async fn move_to(&mut self, contact: &Contact, portfolio: Option<PortfolioId>) -> Result<(), StoreError> {
        let organization = contact.organization;
        let moved = Sql::fixed(MOVE).bind(organization).bind(contact.id).bind(contact.version).bind(portfolio);
        unless_stale(self.connection.execute(&moved).await?, "the contact")?;
        if let Some(left) = contact.portfolio.filter(|left| portfolio != Some(*left)) {
            // INVARIANT: the portfolio's row is held before its departures are counted, so no two get one turn, and none gets a
            // turn that a handover has counted already.
            let mut closed = Sql::fixed(CLOSED).bind(organization).bind(left);
            closed.push(self.connection.dialect().row_lock(" for no key update"));
            if self.connection.row(&closed).await?.is_some() {
                let depart = Sql::fixed(DEPART).bind(organization).bind(left).bind(contact.id);
                self.connection.execute(&depart).await?;
            }
        }
        Ok(())
    }

    async fn remove(&mut self, contact: &Contact) -> Result<(), StoreError> {
        let at = |text| Sql::fixed(text).bind(contact.organization).bind(contact.id).bind(contact.version);
        let mut hold = at(HOLD);
        hold.push(self.connection.dialect().row_lock(" for update"));
        self.connection.row(&hold).await?.ok_or(StoreError::Stale("the contact"))?;
        search::contact_removed(&mut self.connection, contact).await?;
        self.connection.execute(&at(REMOVE)).await?;
        Ok(())
    }
}
