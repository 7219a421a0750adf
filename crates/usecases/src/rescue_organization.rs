//! Making somebody govern an organization again, from the server's command line.

use std::collections::BTreeSet;

use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::granting::GivingRefused;
use tenure_domain::invitation::{InviteRefused, Invited, RenewRefused};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::organization::{Organization, governing_offer};
use tenure_domain::revocation::ReactivateRefused;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, EmailAddress, LevelKey, MemberId, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::change_organization::unseat_earlier;
use crate::founding::governing_invite;
use crate::grant_access::{Expected, Giving};
use crate::inviting::{Inviting, seats_left};
use crate::reactivate_member::reactivate_whole;
use crate::selecting::Chooser;
use crate::{Caller, Context, Failure, InOrganization, Loaded, UseCase, load};

/// How many of those in charge are told by mail.
const MOST_TOLD: u32 = 1_000;

/// Asks that somebody govern an organization, whoever else does. Only [`Caller::Server`] may.
#[derive(Clone, Debug)]
pub struct RescueOrganization {
    /// Which.
    pub organization: OrganizationId,
    /// Who: a member by their address, or whoever reads that mailbox.
    pub email: EmailAddress,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rescued {
    /// A member governs from now on, or did already.
    Governs {
        /// Who.
        member: MemberId,
        /// Whether anything changed.
        changed: bool,
        /// Whether they were deactivated until now.
        was_inactive: bool,
        /// Whether they can prove who they are: until they have the second factor that the organization requires, they do nothing there.
        proves: bool,
    },
    /// They have a link, and govern once they accept.
    Invited {
        /// Who.
        member: MemberId,
    },
}

/// Why nobody was named.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum RescueRefused {
    /// An organization in which nobody does anything.
    #[error("this organization is switched off; an operator switches it on first")]
    SwitchedOff,
    /// They can't be reactivated.
    #[error(transparent)]
    Reactivate(#[from] ReactivateRefused),
    /// They can't be given the level.
    #[error(transparent)]
    Give(#[from] GivingRefused),
    /// They can't be invited.
    #[error(transparent)]
    Invite(#[from] InviteRefused),
    /// An earlier offer can't be taken back.
    #[error(transparent)]
    Unseat(#[from] RenewRefused),
}

impl RescueRefused {
    fn cause(&self) -> Option<&dyn Refusal> {
        match self {
            Self::SwitchedOff => None,
            Self::Reactivate(refused) => Some(refused),
            Self::Give(refused) => Some(refused),
            Self::Invite(refused) => Some(refused),
            Self::Unseat(refused) => Some(refused),
        }
    }
}

impl Refusal for RescueRefused {
    fn kind(&self) -> RefusalKind {
        self.cause().map_or(RefusalKind::Conflict, Refusal::kind)
    }

    fn rule(&self) -> &'static str {
        self.cause().map_or("switched_off", Refusal::rule)
    }
}

impl UseCase for RescueOrganization {
    type Lock = InOrganization;
    type Done = Rescued;
    type Refusal = RescueRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Rescued>, Failure<RescueRefused>> {
        if cx.caller != Caller::Server {
            return Err(Failure::NotFound);
        }
        let organization = load::organization(unit, self.organization).await?;
        if !organization.active {
            return Err(Failure::Refused(RescueRefused::SwitchedOff));
        }
        let root = load::place(unit, &organization, organization.root).await?.ok_or(Failure::NotFound)?;
        let rescue = Rescue { cx, organization: &organization, root: &root };
        let known = unit.memberships().find_by_email(organization.id, &self.email).await?;
        let status = known.as_ref().map(|known| known.status);
        // Whoever was named before by mistake has no link to the chair any more.
        let earlier = unseat_earlier(unit, &organization, Granter::Server, &self.email, cx.now).await;
        let mut events = earlier.map_err(|failure| failure.map(Into::into))?;
        let Decided { value, events: named } = match known {
            Some(known) if known.status != Status::Pending => rescue.seat(unit, known.id).await?,
            known => rescue.invite(unit, &self.email, known.map(|known| known.id)).await?,
        };
        events.extend(named);
        if !events.is_empty() {
            let (Rescued::Governs { member, .. } | Rescued::Invited { member }) = value;
            let mut told = load::in_charge(unit, &organization, MOST_TOLD).await?;
            told.remove(&member);
            events.insert(0, Event::GovernorNamed { member, status, told: told.into_iter().collect() });
        }
        Ok(Decided { value, events })
    }
}

struct Rescue<'a> {
    cx: &'a Context<'a>,
    organization: &'a Organization,
    root: &'a Place,
}

impl Rescue<'_> {
    /// Somebody who accepted once is given the level at once, beside what they hold at the root.
    async fn seat(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        id: MemberId,
    ) -> Result<Decided<Rescued>, Failure<RescueRefused>> {
        // INVARIANT: the membership's row is written before portfolios are read; see `carry_out`.
        if !load::touch(unit, id).await? {
            return Err(Failure::NotFound);
        }
        let mut events = Vec::new();
        let mut member = self.find(unit, id).await?;
        let was_inactive = member.membership.status == Status::Inactive;
        if was_inactive {
            events
                .extend(reactivate_whole(unit, self.organization, member).await.map_err(|failure| failure.map(Into::into))?.events);
            member = self.find(unit, id).await?;
        }
        let proves = match member.membership.user {
            Some(user) => load::proves(unit, self.organization, user).await?,
            None => false,
        };
        if !member.access.governs(self.organization.root) {
            let chooser = Chooser::default();
            let giving = Giving {
                organization: self.organization,
                granter: Granter::Server,
                giver: Giver::SERVER,
                place: self.root,
                chooser: &chooser,
                now: self.cx.now,
            };
            let standing = member.grant_at(self.organization.root);
            let expected = standing.map_or(Expected::New, |grant| Expected::Version(grant.version));
            let offer = self.beside(standing);
            let given = giving.give(unit, member, offer, expected).await.map_err(|failure| failure.map(Into::into))?;
            events.extend(given.events);
        }
        Ok(Decided { value: Rescued::Governs { member: id, changed: !events.is_empty(), was_inactive, proves }, events })
    }

    /// To govern, beside what somebody holds or is offered at the root.
    fn beside(&self, standing: Option<&Grant>) -> Offer {
        let governing = governing_offer(&self.organization.model);
        let Some(grant) = standing else { return governing };
        let levels: BTreeSet<LevelKey> = grant.levels.union(&governing.levels).cloned().collect();
        grant.as_offer().at_levels(levels, &self.organization.model)
    }

    async fn find(&self, unit: &mut (dyn Unit + 'static), id: MemberId) -> Result<Loaded, Failure<RescueRefused>> {
        Loaded::find(unit, self.organization, id).await?.ok_or(Failure::NotFound)
    }

    /// Anybody else is sent a link, to govern beside what waits for them at the root.
    async fn invite(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        email: &EmailAddress,
        pending: Option<MemberId>,
    ) -> Result<Decided<Rescued>, Failure<RescueRefused>> {
        let now = self.cx.now;
        let standing = match pending {
            Some(id) => self.find(unit, id).await?.grant_at(self.organization.root).cloned(),
            None => None,
        };
        let (seats_left, chooser) = (seats_left(unit, self.organization).await?, Chooser::default());
        let inviting = Inviting {
            organization: self.organization,
            place: self.root,
            granter: Granter::Server,
            giver: Giver::SERVER,
            chooser: &chooser,
            seats_left,
            mail_at: Some(now),
            now,
        };
        let ask = governing_invite(self.cx, email.clone(), self.beside(standing.as_ref()));
        let decided = inviting.one(unit, ask).await.map_err(|failure| failure.map(Into::into))?;
        let (known, invited) = decided.value;
        let member = match (known, invited) {
            (Some(member), _) => member,
            (None, Invited::New { membership, .. }) => membership.id,
            (None, _) => return Err(Failure::Store(StoreError::Corrupt("an invitation is of nobody".to_owned()))),
        };
        Ok(Decided { value: Rescued::Invited { member }, events: decided.events })
    }
}
