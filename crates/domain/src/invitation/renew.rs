//! Resending, correcting and withdrawing an invitation.

use std::collections::BTreeSet;

use super::{Invitation, MailRoom, USUAL};
use crate::access::Access;
use crate::decided::Decided;
use crate::email::EmailAddress;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::WorkspaceId;
use crate::instant::Instant;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, may_grant, may_manage};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::Choosing;
use crate::workspace::Place;

/// Why an invitation stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RenewRefused {
    /// It isn't the actor's to change.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// It was accepted, refused or withdrawn.
    #[error("this invitation has ended")]
    Ended,
    /// Another member has the corrected address.
    #[error("somebody in this organization has this address already")]
    AlreadyMember,
    /// Too many mails wait to leave.
    #[error("too many invitations wait for their mail to leave; try again in an hour")]
    RateLimited,
}

impl Refusal for RenewRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Ended => RefusalKind::NotFound,
            Self::AlreadyMember | Self::RateLimited => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Ended => "ended",
            Self::AlreadyMember => "already_member",
            Self::RateLimited => "rate_limited",
        }
    }
}

/// An offer, and whose it is to change.
#[derive(Clone, Copy, Debug)]
pub struct RenewFacts<'a> {
    /// The pending membership.
    pub membership: &'a Membership,
    /// What it is offered.
    pub access: &'a Access,
    /// The workspaces of all its grants.
    pub places: &'a [Place],
    /// Its invitation.
    pub invitation: &'a Invitation,
    /// Who acts, with their rights of now.
    pub granter: Granter<'a>,
}

impl RenewFacts<'_> {
    fn may_touch(&self) -> Result<(), RenewRefused> {
        if self.membership.status != Status::Pending {
            return Err(RenewRefused::Ended);
        }
        // An offer without a grant is nobody's to change, rather than everybody's.
        if self.places.is_empty() {
            return Err(GrantRefused::MissingPermission("members.invite").into());
        }
        let grantee = self.grantee(None);
        Ok(self.places.iter().try_for_each(|place| may_manage(self.granter, grantee, place, Right::Invite))?)
    }

    /// Whether the actor could make this very offer. Whoever sends it to somebody else gives it (R6): its extra permissions and
    /// missing restrictions have to be theirs, though somebody else wrote it.
    fn may_redirect(&self) -> Result<(), RenewRefused> {
        for place in self.places {
            for held in self.access.held().iter().filter(|held| held.workspace == place.workspace()) {
                let offer = held.as_offer(self.access.model());
                let standing = self.restrictions_alone(place, &offer);
                may_grant(self.granter, self.grantee(Some(&standing)), &offer, place, Right::Invite)?;
            }
        }
        Ok(())
    }

    /// The same of what was chosen for them, as far as it counts: whoever sends it to somebody else chooses it.
    fn may_choose(&self, choosing: &Choosing<'_>) -> Result<(), RenewRefused> {
        let to = (self.membership.id, self.access);
        if choosing.are_theirs_to_give(self.granter, to, self.places) { Ok(()) } else { Err(GrantRefused::BeyondReach.into()) }
    }

    fn restrictions_alone(&self, place: &Place, offer: &Offer) -> Grant {
        Grant {
            member: self.membership.id,
            workspace: place.workspace(),
            levels: BTreeSet::new(),
            permissions: BTreeSet::new(),
            restrictions: offer.restrictions.clone(),
            given_by: self.invitation.invited_by,
            given_at: self.invitation.created_at,
            version: 1,
        }
    }

    fn grantee<'a>(&'a self, standing: Option<&'a Grant>) -> Grantee<'a> {
        Grantee { id: Some(self.membership.id), access: Some(self.access), standing }
    }
}

/// Who makes a link anew, and when its mail leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Renewing {
    /// Who, to be kept with the invitation.
    pub giver: Giver,
    /// When a new mail would leave; none if too many wait.
    pub mail_at: Option<Instant>,
    /// Now.
    pub now: Instant,
}

/// Makes a new link with the usual life; older ones are dead from now on. A mail that waits keeps its
/// place, unless there is room before it.
pub fn resend(facts: RenewFacts<'_>, by: Renewing) -> Result<Decided<Invitation>, RenewRefused> {
    facts.may_touch()?;
    let mail_at = facts.invitation.mail_instead(by.mail_at, by.now).ok_or(RenewRefused::RateLimited)?;
    let mail = MailRoom::of(by.giver, mail_at, &facts.membership.email);
    let renewed = facts.invitation.renewed(by.giver, mail_at.plus(USUAL), mail);
    let (member, invitation, generation) = (renewed.member, renewed.id, renewed.generation);
    let event = Event::InvitationResent { member, invitation, generation, mail_at };
    Ok(Decided::new(renewed, event))
}

/// Sends the offer to another address, because the first was wrong. `taken` says whether somebody here has that address.
pub fn correct(
    facts: RenewFacts<'_>,
    choosing: &Choosing<'_>,
    email: EmailAddress,
    taken: bool,
    by: Renewing,
) -> Result<Decided<(Membership, Invitation)>, RenewRefused> {
    facts.may_touch()?;
    facts.may_redirect()?;
    facts.may_choose(choosing)?;
    if taken {
        return Err(RenewRefused::AlreadyMember);
    }
    let mail_at = by.mail_at.ok_or(RenewRefused::RateLimited)?;
    let renewed = facts.invitation.renewed(by.giver, mail_at.plus(USUAL), MailRoom::of(by.giver, mail_at, &email));
    let event = Event::InvitationCorrected {
        member: renewed.member,
        invitation: renewed.id,
        generation: renewed.generation,
        before: facts.membership.email.clone(),
        after: email.clone(),
        mail_at,
    };
    Ok(Decided::new((Membership { email, ..facts.membership.clone() }, renewed), event))
}

/// Takes the offer of the chair back from somebody who hasn't accepted, because an operator names somebody else (R9).
/// The offer alone goes where they are offered something else as well; otherwise the pending membership goes with it.
pub fn unseat(membership: &Membership, offered: &Grant, others: bool, granter: Granter<'_>) -> Result<Decided<()>, RenewRefused> {
    match granter {
        Granter::Operator { governed: false } | Granter::Server if membership.status == Status::Pending => {
            let lapsed = || Event::OfferLapsed { member: membership.id, workspace: offered.workspace, offer: offered.as_offer() };
            Ok(Decided::new((), if others { lapsed() } else { withdrawn(membership, vec![offered.workspace]) }))
        }
        _ => Err(GrantRefused::OperatorOnlyFillsTheChair.into()),
    }
}

/// What is told of a pending membership that goes.
pub fn withdrawn(membership: &Membership, workspaces: Vec<WorkspaceId>) -> Event {
    Event::InvitationWithdrawn { member: membership.id, email: membership.email.clone(), workspaces }
}

/// Takes the offer back: the pending membership goes, its link is dead, its seat is free.
pub fn withdraw(facts: RenewFacts<'_>) -> Result<Decided<()>, RenewRefused> {
    facts.may_touch()?;
    Ok(Decided::new((), withdrawn(facts.membership, facts.places.iter().map(Place::workspace).collect())))
}
