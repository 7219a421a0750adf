//! Taking an invitation back.

use tenure_domain::invitation::{RenewRefused, withdraw};
use tenure_domain::{Decided, InvitationId, OrganizationId};
use tenure_port_store::OrganizationUnit;

use crate::resend_invitation::Offered;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks to take an offer back.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawInvitation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub invitation: InvitationId,
}

impl UseCase for WithdrawInvitation {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = RenewRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<RenewRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let offered = Offered::find(unit, &acting.organization, self.invitation).await?;
        let offered = offered.filter(|offered| offered.is_seen_by(&acting)).ok_or(Failure::NotFound)?;
        let decided = withdraw(offered.facts(&acting)).map_err(Failure::Refused)?;
        unit.membership_changes().remove(offered.member.membership.id, cx.now).await?;
        Ok(decided)
    }
}
