//! One unit's addresses: each is decided on its own, and whoever is new is written together.

use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::invitation::{Invite, InviteRefused, Invited};
use tenure_domain::membership::Profile;
use tenure_domain::workspace::Place;
use tenure_domain::{EmailAddress, Instant, InvitationId, MemberId};
use tenure_port_store::OrganizationUnit;
use uuid::Uuid;

use super::addressed::Addressed;
use super::{AddressRefused, InvitePeople, InvitingRefused, Outcome, PersonOutcome};
use crate::inviting::{Inviting, Mails, Met, Newcomer, save_new};
use crate::selecting::Chooser;
use crate::{Acting, Context, Failure};

/// What every address of the unit has in common, and what is left as one after the other is answered.
pub(super) struct Round<'a> {
    pub(super) ask: &'a InvitePeople,
    pub(super) cx: &'a Context<'a>,
    pub(super) acting: &'a Acting,
    pub(super) place: &'a Place,
    pub(super) offer: Offer,
    pub(super) chooser: &'a Chooser,
    pub(super) seats_left: Option<u32>,
}

impl Round<'_> {
    /// Refuses what is wrong for everybody, and what is wrong for somebody new if anybody is, before the first of them is invited.
    pub(super) async fn may_begin(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        all: &[Addressed],
    ) -> Result<(), Failure<InvitingRefused>> {
        let emails = Addressed::emails(all);
        let Some(email) = emails.first() else { return Ok(()) };
        let somebody = self.invite(email, Profile::default(), (MemberId::new(Uuid::nil()), InvitationId::new(Uuid::nil())));
        let inviting = Inviting { seats_left: None, ..self.inviting(Some(self.cx.now)) };
        let refused = match inviting.to(unit, None, somebody).await {
            Ok(_) => return Ok(()),
            Err(Failure::Refused(refused)) => refused,
            Err(failure) => return Err(failure.map(Into::into)),
        };
        if let InviteRefused::Selection(why) = &refused
            && !why.is_of_the_ask()
            && unit.memberships().find_by_emails(self.acting.organization.id, &emails).await?.len() == emails.len()
        {
            return Ok(());
        }
        Err(Failure::Refused(refused.into()))
    }

    /// Answers all of them, in their order.
    pub(super) async fn all(
        mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
        people: &[Addressed],
    ) -> Result<(Vec<PersonOutcome>, Vec<Event>), Failure<InvitingRefused>> {
        let emails = Addressed::emails(people);
        let here = unit.memberships().find_by_emails(self.acting.organization.id, &emails).await?;
        let mut here = Met::all(unit, &self.acting.organization, here).await?;
        let mut mails = Mails::load(unit, self.cx, &emails).await?;
        let (mut outcomes, mut events, mut newcomers) = (Vec::with_capacity(people.len()), Vec::new(), Vec::new());
        for addressed in people {
            match &addressed.is {
                Err(outcome) => outcomes.push(addressed.answer(outcome.clone())),
                Ok(email) => {
                    let (outcome, more, new) = self.one(unit, addressed, email, here.remove(email), &mut mails).await?;
                    outcomes.push(outcome);
                    events.extend(more);
                    newcomers.extend(new);
                }
            }
        }
        save_new(unit, &newcomers).await?;
        Ok((outcomes, events))
    }

    fn inviting(&self, mail_at: Option<Instant>) -> Inviting<'_> {
        Inviting {
            organization: &self.acting.organization,
            place: self.place,
            granter: self.acting.granter(),
            giver: self.acting.giver(),
            chooser: self.chooser,
            seats_left: self.seats_left,
            mail_at,
            now: self.cx.now,
        }
    }

    fn invite(&self, email: &EmailAddress, profile: Profile, (member, invitation): (MemberId, InvitationId)) -> Invite {
        let (offer, note, expires_at) = (self.offer.clone(), self.ask.note.clone(), self.ask.expires_at);
        Invite { email: email.clone(), offer, profile, note, expires_at, member, invitation }
    }

    /// Load, decide, save, for one address; whoever is new is left to be saved.
    async fn one(
        &mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
        addressed: &Addressed,
        email: &EmailAddress,
        known: Option<Met>,
        mails: &mut Mails,
    ) -> Result<(PersonOutcome, Vec<Event>, Option<Newcomer>), Failure<InvitingRefused>> {
        let (inviting, typed) = (self.inviting(mails.next(email)), &addressed.typed);
        let mut profile = self.ask.profile.clone();
        for (own, typed) in [(&mut profile.first_name, &typed.first_name), (&mut profile.last_name, &typed.last_name)] {
            *own = typed.clone().or(own.take());
        }
        let ask = self.invite(email, profile, (self.cx.id(), self.cx.id()));
        let waits = known.as_ref().and_then(|known| known.invitation.as_ref()?.mail.clone());
        let answer = |outcome, member, invitation| PersonOutcome { member, invitation, ..addressed.answer(outcome) };
        let (member, decided) = match inviting.to(unit, known, ask).await {
            Ok(decided) => decided,
            Err(failure) => {
                let outcome = refused_alone(failure)?;
                return Ok((answer(outcome, None, None), Vec::new(), None));
            }
        };
        // Whose address it is that was typed is hidden from who sees no addresses (R4); that somebody has it isn't.
        let masked = self.acting.access.masking_of_members().hides_addresses();
        let shown = member.filter(|_| !masked);
        let mut new = None;
        let outcome = match decided.value {
            Invited::New { membership, grant, invitation, selections } => {
                self.seats_left = self.seats_left.map(|left| left.saturating_sub(1));
                mails.take(email);
                let outcome = answer(Outcome::Invited, Some(membership.id), Some(invitation.id));
                new = Some(Newcomer { membership, grant, invitation, selections });
                outcome
            }
            Invited::Again { invitation, takes_room, .. } => {
                if takes_room {
                    mails.give_back(waits.as_ref());
                    mails.take(email);
                }
                answer(Outcome::Invited, shown, (!masked).then_some(invitation.id))
            }
            Invited::Granted { .. } => answer(Outcome::Granted, shown, None),
            Invited::AlreadyMember => answer(Outcome::AlreadyMember, shown, None),
            Invited::Inactive => answer(Outcome::Inactive, shown, None),
        };
        Ok((outcome, decided.events, new))
    }
}

/// What is answered to one address alone. What goes with nobody's offer is wrong as a whole; what doesn't go with what somebody holds,
/// or doesn't hold any more, for them alone.
fn refused_alone(failure: Failure<InviteRefused>) -> Result<Outcome, Failure<InvitingRefused>> {
    let Failure::Refused(refused) = failure else { return Err(failure.map(Into::into)) };
    match refused {
        InviteRefused::SeatsFull => Ok(Outcome::SeatsFull),
        InviteRefused::RateLimited => Ok(Outcome::RateLimited),
        InviteRefused::Grant(_) => Ok(Outcome::NotAllowed(AddressRefused::Invite(refused))),
        InviteRefused::Selection(ref why) if !why.is_of_the_ask() => Ok(Outcome::NotAllowed(AddressRefused::Invite(refused))),
        InviteRefused::Selection(_) | InviteRefused::Expiry => Err(Failure::Refused(refused.into())),
    }
}
