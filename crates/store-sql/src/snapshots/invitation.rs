//! Rows of `invitations i`.

use tenure_domain::Note;
use tenure_domain::invitation::{Invitation, MailRoom};
use tenure_port_store::StoreError;

use super::giver;
use crate::Row;

/// The columns of an invitation.
macro_rules! invitation_columns {
    () => {
        $crate::snapshots::columns!("i": organization_id id member_id generation note expires_at invited_by_kind invited_by
            mail_at mail_domain created_at version)
    };
}
pub(crate) use invitation_columns;

/// The invitation in a row.
pub(crate) fn read(row: &Row) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        organization: row.id("i_organization_id")?,
        id: row.id("i_id")?,
        member: row.id("i_member_id")?,
        generation: row.number("i_generation")?,
        note: row.opt_parse("i_note", Note::parse)?,
        expires_at: row.instant("i_expires_at")?,
        invited_by: giver(row, "i_invited_by_kind", "i_invited_by")?,
        mail: mail(row)?,
        created_at: row.instant("i_created_at")?,
        version: row.number("i_version")?,
    })
}

fn mail(row: &Row) -> Result<Option<MailRoom>, StoreError> {
    let (at, domain) = (row.opt_instant("i_mail_at")?, row.opt_text("i_mail_domain")?);
    Ok(at.zip(domain).map(|(at, domain)| MailRoom { at, domain: domain.to_owned() }))
}
