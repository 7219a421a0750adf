//! Making an organization, by an operator.

use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant, OfferRefused};
use tenure_domain::invitation::InviteRefused;
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::{Decided, EmailAddress, Name, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::founding::{found, governing_invite, governing_offer};
use crate::inviting::Inviting;
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
        let giver = Giver::Operator(cx.operator()?.id);
        let known = unit.users().find_by_email(&self.governor).await?.filter(|user| user.password_hash.is_some());
        let founded = found(cx, unit, self.organization, &self.name, &self.model).await?;
        let organization = &founded.organization;
        let offer = governing_offer(&organization.model);
        let mut events = vec![founded.event];
        if let Some(user) = known {
            let membership = Membership {
                organization: organization.id,
                id: cx.id(),
                user: Some(user.id),
                email: user.email,
                status: Status::Active,
                profile: Profile::default(),
                created_at: cx.now,
                last_active_at: None,
                version: 1,
            };
            let grant = Grant {
                member: membership.id,
                workspace: organization.root,
                levels: offer.levels.clone(),
                permissions: [].into(),
                restrictions: [].into(),
                given_by: giver,
                given_at: cx.now,
                version: 1,
            };
            unit.membership_changes().insert(&membership).await?;
            unit.grant_changes().insert(&grant).await?;
            events.push(Event::AccessGranted { member: membership.id, workspace: organization.root, offer });
        } else {
            let granter = Granter::Operator { governed: false };
            let inviting = Inviting { organization, place: &founded.place, granter, giver, seats_left: None, now: cx.now };
            let ask = governing_invite(cx, self.governor.clone(), offer);
            let decided = inviting.one(unit, ask).await.map_err(|failure| failure.map(Into::into))?;
            events.extend(decided.events);
        }
        Ok(Decided { value: organization.id, events })
    }
}
