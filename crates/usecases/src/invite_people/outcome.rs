//! What came of each address, and why nobody was invited at all.

use tenure_domain::grant::OfferRefused;
use tenure_domain::invitation::InviteRefused;
use tenure_domain::{InvitationId, MemberId, Refusal, RefusalKind};

use super::MOST_INVITED;

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
    /// A mail is on its way, or waits for an hour with room.
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
    /// Too many invitations wait for their mail to leave.
    RateLimited,
}

/// Why this actor may not offer this to that person. Where many are invited, somebody may take the right to it away after the first
/// hundred.
pub type AddressRefused = InvitingRefused;

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
            Self::RateLimited => "rate_limited",
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
    #[error("at most {0} addresses at once")]
    TooMany(usize),
}

impl InvitingRefused {
    /// Refuses more addresses than one call takes.
    pub const fn of_so_many(addresses: usize) -> Result<(), Self> {
        if addresses > MOST_INVITED { Err(Self::TooMany(MOST_INVITED)) } else { Ok(()) }
    }
}

impl Refusal for InvitingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Offer(refused) => refused.kind(),
            Self::Invite(refused) => refused.kind(),
            Self::NoAddress | Self::TooMany(_) => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Offer(refused) => refused.rule(),
            Self::Invite(refused) => refused.rule(),
            Self::NoAddress => "no_address",
            Self::TooMany(_) => "too_many",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Offer(refused) => refused.pointer(),
            Self::Invite(refused) => refused.pointer(),
            Self::NoAddress | Self::TooMany(_) => Some("/emails".to_owned()),
        }
    }
}
