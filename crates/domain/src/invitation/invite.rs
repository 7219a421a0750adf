//! Inviting somebody: the decision for one address.

use std::time::Duration;

use super::{Invitation, MailRoom};
use crate::access::Access;
use crate::decided::Decided;
use crate::email::EmailAddress;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{InvitationId, MemberId};
use crate::instant::{DAY, Instant};
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, Side, may_ask, may_grant, only_governing};
use crate::membership::{Membership, Profile, Status};
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{BindRefused, Bound, Choosing, Selected, bind};
use crate::text::Note;
use crate::workspace::Place;

/// How long a link lives when nobody says otherwise.
pub const USUAL: Duration = Duration::from_hours(7 * 24);
/// How long a link may live at most.
pub const LONGEST: Duration = Duration::from_hours(90 * 24);

/// What somebody wants to offer to one address. The offer has been [shaped](Offer::shaped).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invite {
    /// To whom.
    pub email: EmailAddress,
    /// What.
    pub offer: Offer,
    /// Who they will be, as far as the inviter knows.
    pub profile: Profile,
    /// A note for the mail.
    pub note: Option<Note>,
    /// When the link dies; seven days from now when absent.
    pub expires_at: Option<Instant>,
    /// The id of the membership, should one be made.
    pub member: MemberId,
    /// The id of the invitation, should one be made.
    pub invitation: InvitationId,
}

/// Somebody of this address who is here already.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Their membership.
    pub membership: &'a Membership,
    /// All that they hold.
    pub access: &'a Access,
    /// What they hold at this very workspace.
    pub standing: Option<&'a Grant>,
    /// Their invitation, while they are pending.
    pub invitation: Option<&'a Invitation>,
}

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct InviteFacts<'a> {
    /// The tenant.
    pub organization: &'a Organization,
    /// To which workspace.
    pub place: &'a Place,
    /// Who offers, with their rights of now.
    pub granter: Granter<'a>,
    /// The same, to be kept with the grant.
    pub giver: Giver,
    /// Who has this address here already.
    pub known: Option<Known<'a>>,
    /// What of resources it rests on.
    pub choosing: Choosing<'a>,
    /// How many more members there may be; none for no limit.
    pub seats_left: Option<u32>,
    /// When a mail to them would leave; none if too many wait.
    pub mail_at: Option<Instant>,
    /// Now.
    pub now: Instant,
}

/// What comes of an invitation.
#[derive(Clone, PartialEq, Debug)]
pub enum Invited {
    /// Somebody new: a pending membership with its grant and its link.
    New {
        /// The membership.
        membership: Membership,
        /// Its grant.
        grant: Grant,
        /// Its link.
        invitation: Invitation,
        /// What is chosen for them.
        selections: Vec<Selected>,
    },
    /// Somebody pending: a changed or further grant, and a new link.
    Again {
        /// The grant.
        grant: Grant,
        /// Whether the grant is new at this workspace.
        is_new: bool,
        /// The renewed invitation.
        invitation: Invitation,
        /// What is chosen for them from now on, where that changes.
        selections: Vec<Selected>,
        /// Whether its mail takes room of its own, instead of the place of the one that waits.
        takes_room: bool,
    },
    /// An active member who gets a grant at once.
    Granted {
        /// The grant.
        grant: Grant,
        /// What is chosen for them from now on, where that changes.
        selections: Vec<Selected>,
    },
    /// An active member who has a grant here; nothing changes.
    AlreadyMember,
    /// Somebody who was deactivated; nothing changes.
    Inactive,
}

/// Why an invitation was refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InviteRefused {
    /// The offer isn't the inviter's to make.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// What is chosen for them doesn't go with it.
    #[error(transparent)]
    Selection(#[from] BindRefused),
    /// No seat is left.
    #[error("all seats of this organization are taken")]
    SeatsFull,
    /// Too many mails wait to leave.
    #[error("too many invitations wait for their mail to leave; try again in an hour")]
    RateLimited,
    /// Too far ahead, or past.
    #[error("an invitation expires within the next 90 days")]
    Expiry,
}

impl Refusal for InviteRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Selection(refused) => refused.kind(),
            Self::SeatsFull | Self::RateLimited => RefusalKind::Conflict,
            Self::Expiry => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Selection(refused) => refused.rule(),
            Self::SeatsFull => "seats_full",
            Self::RateLimited => "rate_limited",
            Self::Expiry => "bad_expiry",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Selection(refused) => refused.pointer(),
            Self::Expiry => Some("/expires_at".to_owned()),
            Self::Grant(_) | Self::SeatsFull | Self::RateLimited => None,
        }
    }
}

/// How many more members an organization may have: pending and active ones count.
pub fn seats_left(seats: Option<u32>, taken: u32) -> Option<u32> {
    seats.map(|seats| seats.saturating_sub(taken))
}

/// Decides what an offer to one address comes to.
pub fn invite(facts: InviteFacts<'_>, ask: Invite) -> Result<Decided<Invited>, InviteRefused> {
    if ask.expires_at.is_some_and(|at| at <= facts.now || at > facts.now.plus(LONGEST).plus(DAY / 1440)) {
        return Err(InviteRefused::Expiry);
    }
    // Operators' own offers wait for nothing.
    let waiting = facts.known.and_then(|known| known.invitation).filter(|_| matches!(facts.giver, Giver::Member(_)));
    let mail_at = waiting.map_or(facts.mail_at, |waiting| waiting.mail_instead(facts.mail_at, facts.now));
    let facts = InviteFacts { mail_at, ..facts };
    // The usual time begins when the link leaves.
    let expires_at = ask.expires_at.unwrap_or_else(|| facts.mail_at.unwrap_or(facts.now).plus(USUAL));
    may_ask(facts.granter, facts.place, Right::Invite)?;
    only_governing(facts.granter, facts.known.and_then(|known| known.standing), &ask.offer, &facts.organization.model)?;
    let Some(known) = facts.known else { return new(facts, ask, expires_at) };
    let membership = known.membership;
    let grantee = Grantee { id: Some(membership.id), access: Some(known.access), standing: known.standing };
    match membership.status {
        Status::Inactive => Ok(Decided { value: Invited::Inactive, events: vec![] }),
        Status::Active if known.standing.is_some() => Ok(Decided { value: Invited::AlreadyMember, events: vec![] }),
        Status::Active => {
            may_grant(facts.granter, grantee, &ask.offer, facts.place, Right::Invite)?;
            let grant = grant_of(facts, membership.id, &ask.offer, None);
            let Decided { value: selections, events } = chosen(facts, membership, known.access, &grant, Side::Member)?;
            let event = Event::AccessGranted { member: grant.member, workspace: grant.workspace, offer: ask.offer };
            let events = std::iter::once(event).chain(events).collect();
            Ok(Decided { value: Invited::Granted { grant, selections }, events })
        }
        Status::Pending => {
            // An offer that was edited is the editor's own: acceptance asks about all of it with their rights, and so does this.
            let edited = known.standing.map(Grant::restrictions_alone);
            let grantee = Grantee { standing: edited.as_ref(), ..grantee };
            may_grant(facts.granter, grantee, &ask.offer, facts.place, Right::Invite)?;
            again(facts, known, ask, expires_at)
        }
    }
}

fn new(facts: InviteFacts<'_>, ask: Invite, expires_at: Instant) -> Result<Decided<Invited>, InviteRefused> {
    may_grant(facts.granter, Grantee::NEWCOMER, &ask.offer, facts.place, Right::Invite)?;
    if facts.seats_left == Some(0) {
        return Err(InviteRefused::SeatsFull);
    }
    let grant = grant_of(facts, ask.member, &ask.offer, None);
    let membership = Membership {
        organization: facts.organization.id,
        id: ask.member,
        user: None,
        email: ask.email.clone(),
        status: Status::Pending,
        profile: ask.profile,
        created_at: facts.now,
        last_active_at: None,
        version: 1,
    };
    let nothing = Access::new(facts.organization.setting(), Status::Pending, &[]);
    let Decided { value: selections, events } = chosen(facts, &membership, &nothing, &grant, Side::Invitation)?;
    let mail_at = room(facts, expires_at)?;
    let mail = MailRoom::of(facts.giver, mail_at, &ask.email);
    let invitation = link(facts, ask.invitation, ask.member, (ask.note, expires_at, mail));
    let event = Event::MemberInvited {
        member: ask.member,
        email: ask.email,
        invitation: invitation.id,
        generation: invitation.generation,
        workspace: grant.workspace,
        offer: ask.offer,
        mail_at,
    };
    let events = std::iter::once(event).chain(events).collect();
    Ok(Decided { value: Invited::New { membership, grant, invitation, selections }, events })
}

/// When the mail leaves: while its link lives, or not at all.
fn room(facts: InviteFacts<'_>, expires_at: Instant) -> Result<Instant, InviteRefused> {
    facts.mail_at.filter(|at| *at < expires_at).ok_or(InviteRefused::RateLimited)
}

/// What is chosen for them from now on, with this grant among those that they hold.
fn chosen(
    facts: InviteFacts<'_>,
    membership: &Membership,
    before: &Access,
    grant: &Grant,
    side: Side,
) -> Result<Decided<Vec<Selected>>, BindRefused> {
    let after = before.with(grant);
    let (place, granter, giver) = (facts.place, facts.granter, facts.giver);
    // What somebody has elsewhere isn't the inviter's to take away by adding them here.
    let adds = before.workspaces().any(|workspace| workspace != place.workspace());
    let bound = Bound { membership, before, after: &after, place, granter, giver, side, adds };
    bind(&bound, &facts.choosing)
}

fn again(facts: InviteFacts<'_>, known: Known<'_>, ask: Invite, expires_at: Instant) -> Result<Decided<Invited>, InviteRefused> {
    let member = known.membership.id;
    let mail_at = room(facts, expires_at)?;
    let takes_room = known.invitation.and_then(|invitation| invitation.waits_until(facts.now)) != Some(mail_at);
    let mail = MailRoom::of(facts.giver, mail_at, &known.membership.email);
    let mut invitation = match known.invitation {
        Some(invitation) => invitation.renewed(facts.giver, expires_at, mail),
        None => link(facts, ask.invitation, member, (None, expires_at, mail)),
    };
    invitation.note = ask.note.or(invitation.note);
    let resent = Event::InvitationResent { member, invitation: invitation.id, generation: invitation.generation, mail_at };
    let grant = grant_of(facts, member, &ask.offer, known.standing);
    let before = known.standing.map(Grant::as_offer).unwrap_or_default();
    let changed =
        (before != ask.offer).then_some(Event::OfferChanged { member, workspace: grant.workspace, before, after: ask.offer });
    let Decided { value: selections, events } = chosen(facts, known.membership, known.access, &grant, Side::Invitation)?;
    let is_new = known.standing.is_none();
    let events = changed.into_iter().chain(events).chain([resent]).collect();
    Ok(Decided { value: Invited::Again { grant, is_new, invitation, selections, takes_room }, events })
}

fn link(
    facts: InviteFacts<'_>,
    id: InvitationId,
    member: MemberId,
    (note, expires_at, mail): (Option<Note>, Instant, Option<MailRoom>),
) -> Invitation {
    Invitation {
        organization: facts.organization.id,
        id,
        member,
        generation: 1,
        note,
        expires_at,
        invited_by: facts.giver,
        mail,
        created_at: facts.now,
        version: 1,
    }
}

fn grant_of(facts: InviteFacts<'_>, member: MemberId, offer: &Offer, standing: Option<&Grant>) -> Grant {
    Grant {
        member,
        workspace: facts.place.workspace(),
        levels: offer.levels.clone(),
        permissions: offer.permissions.clone(),
        restrictions: offer.restrictions.clone(),
        given_by: facts.giver,
        given_at: standing.map_or(facts.now, |grant| grant.given_at),
        version: standing.map_or(1, |grant| grant.version),
    }
}
