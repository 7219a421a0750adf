//! Making an organization, by an operator.

use tenure_domain::grant::{Giver, OfferRefused};
use tenure_domain::invitation::InviteRefused;
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Profile;
use tenure_domain::organization::{Governor, governing_offer, seat};
use tenure_domain::{Decided, EmailAddress, Name, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::founding::{Founded, founded, governing_invite, save_governor};
use crate::inviting::Inviting;
use crate::selecting::Chooser;
use crate::{Context, Failure, Founding, ModelChoice, UseCase};

/// Asks for an organization. Who has a login governs it at once; who has none is invited to.
#[derive(Clone, Debug)]
pub struct CreateOrganization {
    /// Its id.
    pub organization: OrganizationId,
    /// Its name.
    pub name: Name,
    /// Its model.
    pub model: ModelChoice,
    /// Who shall govern it.
    pub governor: EmailAddress,
}

/// Why no organization was made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FoundingRefused {
    /// The offer to the governor makes no sense.
    #[error(transparent)]
    Offer(#[from] OfferRefused),
    /// The governor can't be invited.
    #[error(transparent)]
    Invite(#[from] InviteRefused),
}

impl Refusal for FoundingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Offer(refused) => refused.kind(),
            Self::Invite(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Offer(refused) => refused.rule(),
            Self::Invite(refused) => refused.rule(),
        }
    }
}

impl UseCase for CreateOrganization {
    type Lock = Founding;
    type Done = OrganizationId;
    type Refusal = FoundingRefused;

    fn lock(&self) -> Founding {
        Founding(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<OrganizationId>, Failure<FoundingRefused>> {
        let operator = cx.operator()?.id;
        let known = unit.users().hold_by_email(&self.governor).await?.filter(|user| user.password_hash.is_some());
        let Founded { organization, place, mut events } = founded(cx, unit, self.organization, &self.name, &self.model).await?;
        if let Some(user) = known {
            let governor = Governor { member: cx.id(), user: user.id, email: user.email, profile: Profile::default() };
            events.extend(save_governor(unit, seat(&organization, governor, operator, cx.now)).await?);
        } else {
            let (granter, giver) = (Granter::Operator { governed: false }, Giver::Operator(operator));
            let (organization, place, chooser) = (&organization, &place, &Chooser::default());
            let inviting =
                Inviting { organization, place, granter, giver, chooser, seats_left: None, mail_at: Some(cx.now), now: cx.now };
            let ask = governing_invite(cx, self.governor.clone(), governing_offer(&organization.model));
            events.extend(inviting.one(unit, ask).await.map_err(|failure| failure.map(Into::into))?.events);
        }
        Ok(Decided { value: organization.id, events })
    }
}
