//! Invitations.

use async_trait::async_trait;
use tenure_domain::invitation::{Invitation, MailHour};
use tenure_domain::{InvitationId, MemberId, Note, OrganizationId};
use tenure_port_store::{InvitationChanges, Invitations, StoreError};

use super::{Locked, SqlUnit, unless_stale};
use crate::snapshots::giver_values;
use crate::snapshots::invitation::{self, invitation_columns};
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql, Value, batch};

statement_texts! {
    FIND = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.id = $2");
    OF_MEMBER = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.member_id = $2");
    BY_OPERATORS = concat!(
        "select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.invited_by_kind = 'operator' \
         order by i.id limit 100"
    );
    SENT_BY = "select count(*) as sent from (select 1 as one from invitations where organization_id = $1 and invited_by = $2 \
               and invited_by_kind = 'member' limit $3) as waiting";
    UPDATE = "update invitations set generation = $4, note = $5, expires_at = $6, invited_by_kind = $7, invited_by = $8, \
              version = version + 1 where organization_id = $1 and id = $2 and version = $3";
    FORGET_HOURS = "delete from invitation_mails where organization_id = $1 and hour < $2";
    REMOVE = "delete from invitations where organization_id = $1 and id = $2";
}

/// The beginning of the insert of invitations.
const INSERT: &str = "insert into invitations (organization_id, id, member_id, generation, note, expires_at, invited_by_kind, \
     invited_by, created_at, version) values ";

/// The beginning of the question how many mails leave; the domains follow.
const HOURS: &str = "select hour, domain, mails from invitation_mails where organization_id = $1 and hour >= $2 and domain in ";

/// The beginning of keeping how many mails leave.
const KEEP_HOURS: &str = "insert into invitation_mails (organization_id, hour, domain, mails) values ";

/// What is bound alike by insert and update: from the generation to who invited.
fn offer_values(invitation: &Invitation) -> [Value; 5] {
    let (kind, id) = giver_values(invitation.invited_by);
    let note = invitation.note.as_ref().map(Note::as_str);
    [invitation.generation.into(), note.into(), invitation.expires_at.into(), kind, id]
}

#[async_trait]
impl<T: Connection, L: Send> Invitations for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        row.as_ref().map(invitation::read).transpose()
    }

    async fn of_member(&mut self, organization: OrganizationId, member: MemberId) -> Result<Option<Invitation>, StoreError> {
        let row = self.connection.row(&Sql::fixed(OF_MEMBER).bind(organization).bind(member)).await?;
        row.as_ref().map(invitation::read).transpose()
    }

    async fn by_operators(&mut self, organization: OrganizationId) -> Result<Vec<Invitation>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(BY_OPERATORS).bind(organization)).await?;
        rows.iter().map(invitation::read).collect()
    }

    async fn sent_by(&mut self, organization: OrganizationId, member: MemberId, up_to: u32) -> Result<u32, StoreError> {
        let row = self.connection.row(&Sql::fixed(SENT_BY).bind(organization).bind(member).bind(up_to)).await?;
        row.map_or(Ok(0), |row| row.number("sent"))
    }

    async fn mail_hours(&mut self, organization: OrganizationId, from: i64, domains: &[&str]) -> Result<Vec<MailHour>, StoreError> {
        let mut hours = Vec::new();
        for chunk in domains.chunks(batch::CHUNK) {
            let mut sql = Sql::fixed(HOURS).bind(organization).bind(from);
            sql.push_list(chunk.iter().copied());
            let read = |row: &Row| {
                Ok(MailHour { hour: row.int("hour")?, domain: row.text("domain")?.to_owned(), mails: row.number("mails")? })
            };
            hours.extend(self.connection.rows(&sql).await?.iter().map(read).collect::<Result<Vec<_>, StoreError>>()?);
        }
        Ok(hours)
    }
}

#[async_trait]
impl<T: Connection> InvitationChanges for SqlUnit<T, Locked> {
    async fn insert_all(&mut self, invitations: &[Invitation]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let row = |invitation: &Invitation| -> [Value; 10] {
            let (id, member) = (invitation.id.into(), invitation.member.into());
            let [generation, note, expires_at, kind, by] = offer_values(invitation);
            let (created_at, version) = (invitation.created_at.into(), invitation.version.into());
            [tenant.into(), id, member, generation, note, expires_at, kind, by, created_at, version]
        };
        batch::claim(&mut self.connection, INSERT, invitations, row, "the member's invitation").await
    }

    async fn update(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        let keyed = Sql::fixed(UPDATE).bind(self.tenant()).bind(invitation.id).bind(invitation.version);
        let update = offer_values(invitation).into_iter().fold(keyed, Sql::bind);
        unless_stale(self.connection.execute(&update).await?, "the invitation")
    }

    async fn remove(&mut self, id: InvitationId) -> Result<(), StoreError> {
        let remove = Sql::fixed(REMOVE).bind(self.tenant()).bind(id);
        unless_stale(self.connection.execute(&remove).await?, "the invitation")
    }

    async fn set_mail_hours(&mut self, forget_before: i64, hours: &[MailHour]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        self.connection.execute(&Sql::fixed(FORGET_HOURS).bind(tenant).bind(forget_before)).await?;
        for chunk in hours.chunks(batch::CHUNK) {
            let mut keep = Sql::build(KEEP_HOURS);
            let row = |hour: &MailHour| -> [Value; 4] {
                [tenant.into(), hour.hour.into(), hour.domain.as_str().into(), hour.mails.into()]
            };
            keep.push_rows(chunk.iter().map(row))
                .push(" on conflict (organization_id, hour, domain) do update set mails = excluded.mails");
            self.connection.execute(&keep).await?;
        }
        Ok(())
    }
}
