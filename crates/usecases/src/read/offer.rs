//! What stands behind an invitation's link, for whoever holds it. Reading changes nothing.

use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::invitation::AcceptRefused;
use tenure_domain::membership::Status;
use tenure_port_store::InvitationRow;

use crate::{Failure, Tenure};

impl Tenure {
    /// A link that our key made; whether it still opens anything is for the store to say. All dead links answer alike.
    pub fn open_link(&self, token: &str) -> Result<LinkToken, Failure<AcceptRefused>> {
        LinkToken::open(&self.tools().key, Purpose::Invitation, token).ok_or(Failure::Refused(AcceptRefused))
    }

    /// The living invitation behind a link.
    pub async fn offer_behind(&self, link: &LinkToken) -> Result<InvitationRow, Failure<AcceptRefused>> {
        let queries = self.tools().store.queries();
        let row = queries.invitation(link.organization, link.id.into()).await?.ok_or(Failure::Refused(AcceptRefused))?;
        let organization = queries.organization(link.organization).await?;
        let lives = row.invitation.lives(link.generation, self.tools().clock.now()) && row.membership.status == Status::Pending;
        let open = lives && organization.is_some_and(|organization| organization.active);
        if open { Ok(row) } else { Err(Failure::Refused(AcceptRefused)) }
    }
}
