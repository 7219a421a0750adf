//! Sending an invitation to another address, because the first was wrong.

use std::slice;

use tenure_domain::invitation::{RenewRefused, Renewing, correct};
use tenure_domain::selection::Choices;
use tenure_domain::{Decided, EmailAddress, InvitationId, OrganizationId};
use tenure_port_store::OrganizationUnit;

use crate::inviting::Mails;
use crate::resend_invitation::Offered;
use crate::selecting::Chooser;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for another address.
#[derive(Clone, Debug)]
pub struct CorrectInvitation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub invitation: InvitationId,
    /// The right address.
    pub email: EmailAddress,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

impl UseCase for CorrectInvitation {
    type Lock = InOrganization;
    type Done = InvitationId;
    type Refusal = RenewRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<InvitationId>, Failure<RenewRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let offered = Offered::find(unit, &acting.organization, self.invitation).await?;
        let offered = offered.filter(|offered| offered.is_seen_by(&acting)).ok_or(Failure::NotFound)?;
        if self.seen.is_some_and(|seen| seen != offered.invitation.version) {
            return Err(Failure::Stale);
        }
        let holder = unit.memberships().find_by_email(self.organization, &self.email).await?;
        let taken = holder.is_some_and(|holder| holder.id != offered.member.membership.id);
        let chooser = Chooser::load(unit, &acting, &Choices::new()).await?;
        let chosen = chooser.of(unit, &acting.organization, Some(offered.member.membership.id)).await?;
        let choosing = chosen.facts(&offered.member.places);
        let mut mails = Mails::load(unit, cx, [&self.email]).await?;
        mails.give_back(offered.invitation.mail.as_ref());
        let by = Renewing { giver: acting.giver(), mail_at: mails.next(&self.email), now: cx.now };
        let decided = correct(offered.facts(&acting), &choosing, self.email.clone(), taken, by);
        let decided = decided.map_err(Failure::Refused)?;
        let (membership, invitation) = &decided.value;
        unit.receipt_changes().supersede_deleted(slice::from_ref(&membership.email)).await?;
        unit.membership_changes().update(membership).await?;
        unit.invitation_changes().update(invitation, cx.now).await?;
        Ok(decided.map(|(_, invitation)| invitation.id))
    }
}
