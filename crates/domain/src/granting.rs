//! Giving a member access to a workspace, and changing it.

mod preview;

pub use preview::{Difference, Preview, preview};

use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::governance::Chair;
use crate::grant::{Giver, Grant, Offer, OfferRefused};
use crate::id::MemberId;
use crate::instant::Instant;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, Side, may_grant, only_governing};
use crate::membership::Status;
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{BindRefused, Bound, Choosing, Selected, bind};
use crate::workspace::Place;

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct GivingFacts<'a> {
    /// To whom, and whether somebody else is in charge.
    pub chair: Chair<'a>,
    /// All that they hold.
    pub access: &'a Access,
    /// All their grants.
    pub grants: &'a [Grant],
    /// At which workspace.
    pub place: &'a Place,
    /// Who gives, with their rights of now.
    pub granter: Granter<'a>,
    /// The same, to be kept with the grant.
    pub giver: Giver,
    /// What of resources it rests on.
    pub choosing: Choosing<'a>,
    /// Now.
    pub now: Instant,
}

/// Why access stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GivingRefused {
    /// The offer makes no sense in this model.
    #[error(transparent)]
    Offer(#[from] OfferRefused),
    /// The offer isn't the actor's to make.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// What is chosen for them doesn't go with it.
    #[error(transparent)]
    Selection(#[from] BindRefused),
    /// Nobody would be in charge.
    #[error("this would leave nobody in charge; name somebody else who governs first")]
    Headless,
    /// Somebody deactivated is given nothing new.
    #[error("this member is inactive; reactivate them first")]
    Inactive,
}

impl Refusal for GivingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Offer(refused) => refused.kind(),
            Self::Grant(refused) => refused.kind(),
            Self::Selection(refused) => refused.kind(),
            Self::Headless | Self::Inactive => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Offer(refused) => refused.rule(),
            Self::Grant(refused) => refused.rule(),
            Self::Selection(refused) => refused.rule(),
            Self::Headless => "headless",
            Self::Inactive => "inactive",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Offer(refused) => refused.pointer(),
            Self::Selection(refused) => refused.pointer(),
            Self::Grant(_) | Self::Headless | Self::Inactive => None,
        }
    }
}

/// What became of somebody's access.
#[derive(Clone, PartialEq, Debug)]
pub struct Given {
    /// The grant as it is from now on; its version is still the one that was read.
    pub grant: Grant,
    /// Whether there was none at this workspace before.
    pub is_new: bool,
    /// Whether it is another than the one that stands, if one does.
    pub is_changed: bool,
    /// All that they hold from now on.
    pub access: Access,
    /// What is chosen for them from now on, where that changes; at the versions that were read.
    pub selections: Vec<Selected>,
}

/// Decides a grant for somebody who is here: a new one, or another in place of the one that stands.
pub fn give(facts: GivingFacts<'_>, offer: Offer) -> Result<Decided<Given>, GivingRefused> {
    let member = facts.chair.membership.id;
    let workspace = facts.place.workspace();
    let standing = facts.grants.iter().find(|grant| grant.workspace == workspace);
    // Oneself first: whoever tries to change their own access should hear that, and not that a word is wrong.
    if matches!(facts.granter, Granter::Member { id, .. } if id == member) {
        return Err(GrantRefused::NotOneself.into());
    }
    let offer = offer.shaped(facts.access.model())?;
    // An offer that was edited is the editor's own: acceptance asks about all of it with their rights, and so does the edit.
    let edited = standing.filter(|_| facts.chair.membership.status == Status::Pending).map(Grant::restrictions_alone);
    let grantee = Grantee { id: Some(member), access: Some(facts.access), standing: edited.as_ref().or(standing) };
    only_governing(facts.granter, grantee.standing, &offer, facts.access.model())?;
    may_grant(facts.granter, grantee, &offer, facts.place, Right::Manage)?;
    if facts.chair.membership.status == Status::Inactive {
        return Err(GivingRefused::Inactive);
    }
    let grant = Grant {
        member,
        workspace,
        levels: offer.levels.clone(),
        permissions: offer.permissions.clone(),
        restrictions: offer.restrictions.clone(),
        given_by: facts.giver,
        given_at: standing.map_or(facts.now, |grant| grant.given_at),
        version: standing.map_or(1, |grant| grant.version),
    };
    let access = facts.access.with(&grant);
    if facts.chair.would_be_empty(facts.access, &access) {
        return Err(GivingRefused::Headless);
    }
    let bound = Bound {
        membership: facts.chair.membership,
        before: facts.access,
        after: &access,
        place: facts.place,
        granter: facts.granter,
        giver: facts.giver,
        side: Side::Member,
        adds: false,
    };
    let chosen = bind(&bound, &facts.choosing)?;
    let mut events = events(facts, member, standing, &offer);
    let (is_new, is_changed) = (standing.is_none(), !events.is_empty());
    events.extend(chosen.events);
    Ok(Decided { value: Given { grant, is_new, is_changed, access, selections: chosen.value }, events })
}

fn events(facts: GivingFacts<'_>, member: MemberId, standing: Option<&Grant>, offer: &Offer) -> Vec<Event> {
    let workspace = facts.place.workspace();
    let pending = facts.chair.membership.status == Status::Pending;
    let before = standing.map(Grant::as_offer);
    let event = match before {
        Some(before) if before == *offer => return Vec::new(),
        before if pending => Event::OfferChanged { member, workspace, before: before.unwrap_or_default(), after: offer.clone() },
        Some(before) => Event::AccessChanged { member, workspace, before, after: offer.clone() },
        None => Event::AccessGranted { member, workspace, offer: offer.clone() },
    };
    vec![event]
}
