//! One unit's addresses: each is decided on its own, and whoever is new is written together.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::EmailAddress;
use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::invitation::{Invite, InviteRefused, Invited};
use tenure_domain::membership::Membership;
use tenure_domain::workspace::Place;
use tenure_port_store::OrganizationUnit;

use super::{AddressRefused, InvitePeople, InvitingRefused, Outcome, PersonOutcome, TypedAddress};
use crate::inviting::{Inviting, Mails, Newcomer, save_new};
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

/// The typed addresses as they are, each once; none for what is answered without looking.
fn read(typed: &[TypedAddress]) -> Vec<Result<EmailAddress, Outcome>> {
    let mut seen = BTreeSet::new();
    let one = |typed: &TypedAddress| match EmailAddress::parse(&typed.email) {
        Err(_) => Err(Outcome::Invalid),
        Ok(email) if typed.came_before || !seen.insert(email.clone()) => Err(Outcome::Duplicate),
        Ok(email) => Ok(email),
    };
    typed.iter().map(one).collect()
}

impl Round<'_> {
    /// Answers all of them, in their order.
    pub(super) async fn all(
        mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<(Vec<PersonOutcome>, Vec<Event>), Failure<InvitingRefused>> {
        let read = read(&self.ask.emails);
        let emails: Vec<EmailAddress> = read.iter().flatten().cloned().collect();
        let here = unit.memberships().find_by_emails(self.acting.organization.id, &emails).await?;
        let mut here: BTreeMap<EmailAddress, Membership> = here.into_iter().map(|one| (one.email.clone(), one)).collect();
        let mut mails = Mails::load(unit, self.cx, &emails).await?;
        let (mut outcomes, mut events, mut newcomers) = (Vec::with_capacity(read.len()), Vec::new(), Vec::new());
        for (typed, email) in self.ask.emails.iter().zip(read) {
            match email {
                Err(outcome) => {
                    outcomes.push(PersonOutcome { email: typed.email.clone(), outcome, member: None, invitation: None });
                }
                Ok(email) => {
                    let known = here.remove(&email);
                    let (outcome, more, new) = self.one(unit, typed, email, known, &mut mails).await?;
                    outcomes.push(outcome);
                    events.extend(more);
                    newcomers.extend(new);
                }
            }
        }
        save_new(unit, &newcomers).await?;
        Ok((outcomes, events))
    }

    /// Load, decide, save, for one address; whoever is new is left to be saved.
    async fn one(
        &mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
        typed: &TypedAddress,
        email: EmailAddress,
        known: Option<Membership>,
        mails: &mut Mails,
    ) -> Result<(PersonOutcome, Vec<Event>, Option<Newcomer>), Failure<InvitingRefused>> {
        let inviting = Inviting {
            organization: &self.acting.organization,
            place: self.place,
            granter: self.acting.granter(),
            giver: self.acting.giver(),
            chooser: self.chooser,
            seats_left: self.seats_left,
            mail_at: mails.next(&email),
            now: self.cx.now,
        };
        let mut profile = self.ask.profile.clone();
        for (own, typed) in [(&mut profile.first_name, &typed.first_name), (&mut profile.last_name, &typed.last_name)] {
            *own = typed.clone().or(own.take());
        }
        let ask = Invite {
            email: email.clone(),
            offer: self.offer.clone(),
            profile,
            note: self.ask.note.clone(),
            expires_at: self.ask.expires_at,
            member: self.cx.id(),
            invitation: self.cx.id(),
        };
        let is_here = known.is_some();
        let answer = |outcome, member, invitation| PersonOutcome { email: typed.email.clone(), outcome, member, invitation };
        let (member, decided) = match inviting.to(unit, known, ask).await {
            Ok(decided) => decided,
            Err(failure) => {
                let outcome = refused_alone(failure, is_here)?;
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
                mails.take(&email);
                let outcome = answer(Outcome::Invited, Some(membership.id), Some(invitation.id));
                new = Some(Newcomer { membership, grant, invitation, selections });
                outcome
            }
            Invited::Again { invitation, takes_room, .. } => {
                if takes_room {
                    mails.take(&email);
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

/// What is answered to one address alone. What goes with nobody's offer is wrong as a whole; what doesn't go with what somebody holds
/// already, for them alone.
fn refused_alone(failure: Failure<InviteRefused>, is_here: bool) -> Result<Outcome, Failure<InvitingRefused>> {
    let Failure::Refused(refused) = failure else { return Err(failure.map(Into::into)) };
    match refused {
        InviteRefused::SeatsFull => Ok(Outcome::SeatsFull),
        InviteRefused::RateLimited => Ok(Outcome::RateLimited),
        InviteRefused::Grant(_) => Ok(Outcome::NotAllowed(AddressRefused::Invite(refused))),
        InviteRefused::Selection(ref why) if is_here && !why.is_of_the_ask() => {
            Ok(Outcome::NotAllowed(AddressRefused::Invite(refused)))
        }
        InviteRefused::Selection(_) | InviteRefused::Expiry => Err(Failure::Refused(refused.into())),
    }
}
