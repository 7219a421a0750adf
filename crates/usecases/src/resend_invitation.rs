//! Sending an invitation again: a new link, and older ones are dead.

use tenure_domain::invitation::{Invitation, RenewFacts, RenewRefused, Renewing, resend};
use tenure_domain::{Decided, InvitationId, OrganizationId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::inviting::Mails;
use crate::{Acting, Context, Failure, InOrganization, Loaded, UseCase};

/// Asks for a new link.
#[derive(Clone, Copy, Debug)]
pub struct ResendInvitation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub invitation: InvitationId,
}

/// An invitation with the member whom it is for.
pub(crate) struct Offered {
    pub(crate) invitation: Invitation,
    pub(crate) member: Loaded,
}

impl Offered {
    pub(crate) async fn find(
        unit: &mut (dyn Unit + 'static),
        organization: &tenure_domain::organization::Organization,
        id: InvitationId,
    ) -> Result<Option<Self>, StoreError> {
        let Some(invitation) = unit.invitations().find(organization.id, id).await? else { return Ok(None) };
        let member = Loaded::find(unit, organization, invitation.member).await?;
        Ok(member.map(|member| Self { invitation, member }))
    }

    pub(crate) fn facts<'a>(&'a self, acting: &'a Acting) -> RenewFacts<'a> {
        RenewFacts {
            membership: &self.member.membership,
            access: &self.member.access,
            places: &self.member.places,
            invitation: &self.invitation,
            granter: acting.granter(),
        }
    }

    /// Whether the actor knows of this invitation at all: one of its workspaces is among theirs.
    pub(crate) fn is_seen_by(&self, acting: &Acting) -> bool {
        self.member.places.iter().any(|place| acting.workspace_is_seen(place))
    }
}

impl UseCase for ResendInvitation {
    type Lock = InOrganization;
    type Done = Invitation;
    type Refusal = RenewRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Invitation>, Failure<RenewRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let offered = Offered::find(unit, &acting.organization, self.invitation).await?;
        let offered = offered.filter(|offered| offered.is_seen_by(&acting)).ok_or(Failure::NotFound)?;
        let email = &offered.member.membership.email;
        let mails = Mails::load(unit, cx, [email]).await?;
        let by = Renewing { giver: acting.giver(), mail_at: mails.next(email), now: cx.now };
        let decided = resend(offered.facts(&acting), by).map_err(Failure::Refused)?;
        unit.invitation_changes().update(&decided.value, cx.now).await?;
        Ok(decided.map(|invitation| Invitation { version: invitation.version + 1, ..invitation }))
    }
}
