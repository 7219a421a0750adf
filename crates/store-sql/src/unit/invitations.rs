//! Invitations.

use async_trait::async_trait;
use tenure_domain::invitation::Invitation;
use tenure_domain::{InvitationId, MemberId, Note, OrganizationId};
use tenure_port_store::{InvitationChanges, Invitations, StoreError};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::snapshots::giver_values;
use crate::snapshots::invitation::{self, invitation_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    FIND = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.id = $2");
    OF_MEMBER = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.member_id = $2");
    BY_OPERATORS = concat!(
        "select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.invited_by_kind = 'operator' \
         order by i.id limit 100"
    );
    SENT_BY = "select count(*) as sent from (select 1 as one from invitations where organization_id = $1 and invited_by = $2 \
               and invited_by_kind = 'member' limit $3) as waiting";
    INSERT = "insert into invitations (organization_id, id, member_id, generation, note, expires_at, invited_by_kind, invited_by, \
              created_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing";
    UPDATE = "update invitations set generation = $4, note = $5, expires_at = $6, invited_by_kind = $7, invited_by = $8, \
              version = version + 1 where organization_id = $1 and id = $2 and version = $3";
    REMOVE = "delete from invitations where organization_id = $1 and id = $2";
}

/// What is bound alike by insert and update: from the generation to who invited.
fn bind_offer(sql: Sql, invitation: &Invitation) -> Sql {
    let (kind, id) = giver_values(invitation.invited_by);
    sql.bind(invitation.generation).bind(invitation.note.as_ref().map(Note::as_str)).bind(invitation.expires_at).bind(kind).bind(id)
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
}

#[async_trait]
impl<T: Connection> InvitationChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        let keyed = Sql::fixed(INSERT).bind(self.tenant()).bind(invitation.id).bind(invitation.member);
        let insert = bind_offer(keyed, invitation).bind(invitation.created_at).bind(invitation.version);
        unless_taken(self.connection.execute(&insert).await?, "the member's invitation")
    }

    async fn update(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        let keyed = Sql::fixed(UPDATE).bind(self.tenant()).bind(invitation.id).bind(invitation.version);
        unless_stale(self.connection.execute(&bind_offer(keyed, invitation)).await?, "the invitation")
    }

    async fn remove(&mut self, id: InvitationId) -> Result<(), StoreError> {
        let remove = Sql::fixed(REMOVE).bind(self.tenant()).bind(id);
        unless_stale(self.connection.execute(&remove).await?, "the invitation")
    }
}
