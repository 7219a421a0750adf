//! Declining an invitation, by whoever has its link.

use tenure_credentials::LinkToken;
use tenure_domain::Decided;
use tenure_domain::invitation::{AcceptRefused, refuse};
use tenure_port_store::OrganizationUnit;

use crate::resend_invitation::Offered;
use crate::{Context, Failure, InOrganization, UseCase, load};

/// Asks to decline.
#[derive(Clone, Copy, Debug)]
pub struct RefuseInvitation {
    /// The opened link.
    pub link: LinkToken,
}

impl UseCase for RefuseInvitation {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = AcceptRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.link.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<AcceptRefused>> {
        let organization = load::organization(unit, self.link.organization).await?;
        if !organization.active {
            return Err(Failure::Refused(AcceptRefused));
        }
        let offered = Offered::find(unit, &organization, self.link.id.into()).await?.ok_or(Failure::Refused(AcceptRefused))?;
        let member = &offered.member;
        let decided = refuse(&member.membership, &member.grants, &offered.invitation, self.link.generation, cx.now)
            .map_err(Failure::Refused)?;
        unit.membership_changes().remove(member.membership.id, cx.now).await?;
        Ok(decided)
    }
}
