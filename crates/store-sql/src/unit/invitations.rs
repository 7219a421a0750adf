//! Invitations, and with them how many mails leave in which hour.

pub(super) mod mails;

use async_trait::async_trait;
use tenure_domain::invitation::{Invitation, MailHour, mail_moves};
use tenure_domain::{Instant, InvitationId, MemberId, Note, OrganizationId};
use tenure_port_store::{InvitationChanges, Invitations, StoreError};

use super::{Locked, SqlUnit, unless_stale};
use crate::snapshots::giver_values;
use crate::snapshots::invitation::{self, invitation_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, Value, batch};

statement_texts! {
    FIND = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.id = $2");
    OF_MEMBER = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.member_id = $2");
    SENT_BY = "select count(*) as sent from (select 1 as one from invitations where organization_id = $1 and invited_by = $2 \
               and invited_by_kind = 'member' limit $3) as waiting";
    UPDATE = "update invitations set generation = $4, note = $5, expires_at = $6, invited_by_kind = $7, invited_by = $8, \
              mail_at = $9, mail_domain = $10, version = version + 1 where organization_id = $1 and id = $2 and version = $3";
    REMOVE = "delete from invitations where organization_id = $1 and id = $2";
}

/// The beginning of the insert of invitations.
const INSERT: &str = "insert into invitations (organization_id, id, member_id, generation, note, expires_at, invited_by_kind, \
     invited_by, mail_at, mail_domain, created_at, version) values ";

/// The beginning of the question for those of many members; their ids follow.
const OF_MEMBERS: &str = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = ");

/// What is bound alike by insert and update: from the generation to the mail's room.
fn offer_values(invitation: &Invitation) -> [Value; 7] {
    let (kind, id) = giver_values(invitation.invited_by);
    let note = invitation.note.as_ref().map(Note::as_str);
    let (at, domain) = invitation.mail.as_ref().map(|room| (room.at, room.domain.as_str())).unzip();
    [invitation.generation.into(), note.into(), invitation.expires_at.into(), kind, id, at.into(), domain.into()]
}

async fn of_id(
    connection: &mut impl Connection,
    organization: OrganizationId,
    id: InvitationId,
) -> Result<Option<Invitation>, StoreError> {
    let row = connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
    row.as_ref().map(invitation::read).transpose()
}

/// A pending member's invitation.
pub(super) async fn of_member(
    connection: &mut impl Connection,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<Invitation>, StoreError> {
    let row = connection.row(&Sql::fixed(OF_MEMBER).bind(organization).bind(member)).await?;
    row.as_ref().map(invitation::read).transpose()
}

#[async_trait]
impl<T: Connection, L: Send> Invitations for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
        of_id(&mut self.connection, organization, id).await
    }

    async fn of_member(&mut self, organization: OrganizationId, member: MemberId) -> Result<Option<Invitation>, StoreError> {
        of_member(&mut self.connection, organization, member).await
    }

    async fn of_members(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Invitation>, StoreError> {
        let mut invitations = Vec::new();
        for chunk in members.chunks(batch::CHUNK) {
            let mut sql = Sql::build(OF_MEMBERS);
            sql.push_bind(organization).push(" and i.member_id in ").push_list(chunk.iter().copied());
            for row in self.connection.rows(&sql).await? {
                invitations.push(invitation::read(&row)?);
            }
        }
        Ok(invitations)
    }

    async fn sent_by(&mut self, organization: OrganizationId, member: MemberId, up_to: u32) -> Result<u32, StoreError> {
        let row = self.connection.row(&Sql::fixed(SENT_BY).bind(organization).bind(member).bind(up_to)).await?;
        row.map_or(Ok(0), |row| row.number("sent"))
    }

    async fn mail_hours(&mut self, organization: OrganizationId, from: i64, domains: &[&str]) -> Result<Vec<MailHour>, StoreError> {
        mails::hours(&mut self.connection, organization, from, domains).await
    }
}

#[async_trait]
impl<T: Connection> InvitationChanges for SqlUnit<T, Locked> {
    async fn insert_all(&mut self, invitations: &[Invitation]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let row = |invitation: &Invitation| -> [Value; 12] {
            let (id, member) = (invitation.id.into(), invitation.member.into());
            let [generation, note, expires_at, kind, by, mail_at, mail_domain] = offer_values(invitation);
            let (created_at, version) = (invitation.created_at.into(), invitation.version.into());
            [tenant.into(), id, member, generation, note, expires_at, kind, by, mail_at, mail_domain, created_at, version]
        };
        batch::claim(&mut self.connection, INSERT, invitations, row, "the member's invitation").await?;
        let moves = invitations.iter().flat_map(|invitation| mail_moves(None, Some(invitation), invitation.created_at));
        mails::keep(&mut self.connection, tenant, moves.collect()).await
    }

    async fn update(&mut self, invitation: &Invitation, now: Instant) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let before = of_id(&mut self.connection, tenant, invitation.id).await?;
        let keyed = Sql::fixed(UPDATE).bind(tenant).bind(invitation.id).bind(invitation.version);
        let update = offer_values(invitation).into_iter().fold(keyed, Sql::bind);
        unless_stale(self.connection.execute(&update).await?, "the invitation")?;
        mails::drop_waiting(&mut self.connection, before.as_ref(), now).await?;
        mails::keep(&mut self.connection, tenant, mail_moves(before.as_ref(), Some(invitation), now)).await
    }

    async fn remove(&mut self, id: InvitationId, now: Instant) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let before = of_id(&mut self.connection, tenant, id).await?;
        let remove = Sql::fixed(REMOVE).bind(tenant).bind(id);
        unless_stale(self.connection.execute(&remove).await?, "the invitation")?;
        mails::drop_waiting(&mut self.connection, before.as_ref(), now).await?;
        mails::keep(&mut self.connection, tenant, mail_moves(before.as_ref(), None, now)).await
    }

    async fn forget_mail_hours(&mut self, before: i64) -> Result<(), StoreError> {
        mails::forget(&mut self.connection, self.lock.0, before).await
    }
}
