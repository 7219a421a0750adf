//! Inviting one person or many to a workspace; each is answered on their own.

use std::collections::BTreeSet;

use tenure_domain::grant::{Offer, OfferRefused};
use tenure_domain::invitation::{Invite, InviteRefused, Invited};
use tenure_domain::may_grant::{Grantee, Right, may_grant};
use tenure_domain::membership::Profile;
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{
    Decided, EmailAddress, Instant, InvitationId, MemberId, Name, Note, OrganizationId, Refusal, RefusalKind, WorkspaceId,
};
use tenure_port_store::OrganizationUnit;

use crate::inviting::{Inviting, seats_left};
use crate::selecting::{Chooser, too_many};
use crate::{Acting, Context, Failure, InOrganization, Tools, UseCase, load};

/// How many addresses one ask may have: more would hold the organization's lock for too long.
const MOST: usize = 100;

/// Asks to offer the same to one or many addresses.
#[derive(Clone, Debug)]
pub struct InvitePeople {
    /// The tenant.
    pub organization: OrganizationId,
    /// To which workspace.
    pub workspace: WorkspaceId,
    /// What was typed as addresses, in order.
    pub emails: Vec<TypedAddress>,
    /// What.
    pub offer: Offer,
    /// What they reach of resource kinds, where the offer needs it or is to bring it along (R3).
    pub selections: Choices,
    /// Who they will be, as far as the inviter knows.
    pub profile: Profile,
    /// A note for the mail.
    pub note: Option<Note>,
    /// When the links die.
    pub expires_at: Option<Instant>,
}

/// What was typed as an address, with the names beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedAddress {
    /// The address.
    pub email: String,
    /// The first name, which goes before that of the profile.
    pub first_name: Option<Name>,
    /// Likewise.
    pub last_name: Option<Name>,
}

impl From<String> for TypedAddress {
    fn from(email: String) -> Self {
        Self { email, first_name: None, last_name: None }
    }
}

/// What came of one address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonOutcome {
    /// The address as it was typed.
    pub email: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The membership, where the caller may know it.
    pub member: Option<MemberId>,
    /// The invitation, where one was made or renewed.
    pub invitation: Option<InvitationId>,
}

/// What came of one address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// A mail is on its way.
    Invited,
    /// An active member has access from now on.
    Granted,
    /// They have access here already.
    AlreadyMember,
    /// They were deactivated.
    Inactive,
    /// No address.
    Invalid,
    /// The same as one before.
    Duplicate,
    /// Not this person, by this actor.
    NotAllowed(AddressRefused),
    /// No seat is left.
    SeatsFull,
}

/// Why this actor may not offer this to that person.
pub type AddressRefused = InviteRefused;

impl Outcome {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Granted => "granted",
            Self::AlreadyMember => "already_member",
            Self::Inactive => "inactive",
            Self::Invalid => "invalid",
            Self::Duplicate => "duplicate",
            Self::NotAllowed(_) => "not_allowed",
            Self::SeatsFull => "seats_full",
        }
    }
}

/// Why nobody was invited.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InvitingRefused {
    /// The offer makes no sense in this model.
    #[error(transparent)]
    Offer(#[from] OfferRefused),
    /// The offer isn't the actor's to make, to anybody.
    #[error(transparent)]
    Invite(#[from] InviteRefused),
    /// No address at all.
    #[error("name at least one e-mail address")]
    NoAddress,
    /// Too many at once.
    #[error("at most {MOST} addresses at once")]
    TooMany,
}

impl Refusal for InvitingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Offer(refused) => refused.kind(),
            Self::Invite(refused) => refused.kind(),
            Self::NoAddress | Self::TooMany => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Offer(refused) => refused.rule(),
            Self::Invite(refused) => refused.rule(),
            Self::NoAddress => "no_address",
            Self::TooMany => "too_many",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Offer(refused) => refused.pointer(),
            Self::Invite(refused) => refused.pointer(),
            Self::NoAddress | Self::TooMany => Some("/emails".to_owned()),
        }
    }
}

impl UseCase for InvitePeople {
    type Lock = InOrganization;
    type Done = Vec<PersonOutcome>;
    type Refusal = InvitingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<InvitingRefused>> {
        let refused = too_many(&self.selections).map(InviteRefused::from);
        refused.map_or(Ok(()), |refused| Err(Failure::Refused(refused.into())))
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Self::Done>, Failure<InvitingRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        if self.emails.is_empty() || self.emails.len() > MOST {
            let refused = if self.emails.is_empty() { InvitingRefused::NoAddress } else { InvitingRefused::TooMany };
            return Err(Failure::Refused(refused));
        }
        let offer = self.offer.clone().shaped(acting.access.model()).map_err(|refused| Failure::Refused(refused.into()))?;
        // An offer that its maker may make to nobody is refused as a whole.
        may_grant(acting.granter(), Grantee::NEWCOMER, &offer, &place, Right::Invite)
            .map_err(|refused| Failure::Refused(InviteRefused::from(refused).into()))?;
        let seats_left = seats_left(unit, &acting.organization).await?;
        let chooser = Chooser::load(unit, &acting, &self.selections).await?;
        let mut round = Round { ask: self, cx, acting: &acting, place: &place, offer, chooser: &chooser, seats_left };
        let mut seen = BTreeSet::new();
        let mut outcomes = Vec::with_capacity(self.emails.len());
        let mut events = Vec::new();
        for typed in &self.emails {
            let bare = |outcome| PersonOutcome { email: typed.email.clone(), outcome, member: None, invitation: None };
            match EmailAddress::parse(&typed.email) {
                Err(_) => outcomes.push(bare(Outcome::Invalid)),
                Ok(email) if !seen.insert(email.clone()) => outcomes.push(bare(Outcome::Duplicate)),
                Ok(email) => {
                    let Decided { value, events: more } = round.one(unit, typed, email).await?;
                    outcomes.push(value);
                    events.extend(more);
                }
            }
        }
        Ok(Decided { value: outcomes, events })
    }
}

struct Round<'a> {
    ask: &'a InvitePeople,
    cx: &'a Context<'a>,
    acting: &'a Acting,
    place: &'a Place,
    offer: Offer,
    chooser: &'a Chooser,
    seats_left: Option<u32>,
}

impl Round<'_> {
    /// Load, decide, save, for one address.
    async fn one(
        &mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
        typed: &TypedAddress,
        email: EmailAddress,
    ) -> Result<Decided<PersonOutcome>, Failure<InvitingRefused>> {
        let inviting = Inviting {
            organization: &self.acting.organization,
            place: self.place,
            granter: self.acting.granter(),
            giver: self.acting.giver(),
            chooser: self.chooser,
            seats_left: self.seats_left,
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
        let answer = |outcome, member, invitation| PersonOutcome { email: typed.email.clone(), outcome, member, invitation };
        let decided = match inviting.one(unit, ask).await {
            Ok(decided) => decided,
            Err(Failure::Refused(refused @ InviteRefused::Grant(_))) => {
                return Ok(Decided { value: answer(Outcome::NotAllowed(refused), None, None), events: vec![] });
            }
            // What goes with nobody's offer is wrong as a whole; what doesn't go with what somebody holds already, for them alone.
            Err(Failure::Refused(InviteRefused::Selection(refused))) => {
                let here = unit.memberships().find_by_email(self.acting.organization.id, &email).await?.is_some();
                let refused_alone = here && !refused.is_of_the_ask();
                let refused = InviteRefused::Selection(refused);
                if !refused_alone {
                    return Err(Failure::Refused(refused.into()));
                }
                return Ok(Decided { value: answer(Outcome::NotAllowed(refused), None, None), events: vec![] });
            }
            Err(Failure::Refused(InviteRefused::SeatsFull)) => {
                return Ok(Decided { value: answer(Outcome::SeatsFull, None, None), events: vec![] });
            }
            Err(failure) => return Err(failure.map(Into::into)),
        };
        // Whose address it is that was typed is hidden from who sees no addresses (R4); that somebody has it isn't.
        let masked = self.acting.access.masking_of_members().hides_addresses();
        Ok(decided.map(|(member, invited)| match invited {
            Invited::New { membership, invitation, .. } => {
                self.seats_left = self.seats_left.map(|left| left.saturating_sub(1));
                answer(Outcome::Invited, Some(membership.id), Some(invitation.id))
            }
            Invited::Again { .. } if masked => answer(Outcome::Invited, None, None),
            Invited::Again { invitation, .. } => answer(Outcome::Invited, member, Some(invitation.id)),
            Invited::Granted { .. } => answer(Outcome::Granted, member.filter(|_| !masked), None),
            Invited::AlreadyMember => answer(Outcome::AlreadyMember, member.filter(|_| !masked), None),
            Invited::Inactive => answer(Outcome::Inactive, member.filter(|_| !masked), None),
        }))
    }
}
