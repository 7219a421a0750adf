//! Choosing what somebody reaches of a kind: from their own side, or from a resource's.

use std::collections::BTreeSet;

use super::{Named, Part, Selection};
use crate::access::Access;
use crate::access_model::{AssignedFrom, Reach, ResourceKindSpec};
use crate::decided::Decided;
use crate::event::Event;
use crate::keys::KindKey;
use crate::may_grant::{GrantRefused, Granter, Side, Widened, may_select};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::resource::Resource;
use crate::workspace::Place;

/// How many resources and groups of a kind one member can be given one by one; whoever needs more is given all.
pub const MOST_CHOSEN: usize = 1_000;

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct SelectFacts<'a> {
    /// Whose selection it is.
    pub membership: &'a Membership,
    /// All that they hold.
    pub access: &'a Access,
    /// The workspaces of their grants; the root for somebody without any.
    pub places: &'a [Place],
    /// Of which kind: its key,
    pub key: &'a KindKey,
    /// and what the model says of it.
    pub kind: &'a ResourceKindSpec,
    /// From which side it is chosen.
    pub side: Side,
    /// Who chooses, with their rights of now,
    pub granter: Granter<'a>,
    /// and what they chose, or were given, of the kind themselves.
    pub own: &'a Selection,
    /// What stands.
    pub before: &'a Selection,
    /// The resources and groups that are named, before or after.
    pub named: &'a Named,
    /// Of what stands, what the granter may not know of: they can't mean to take it away.
    pub unknown: &'a BTreeSet<Part>,
}

/// Why somebody reaches what they reached.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SelectRefused {
    /// It isn't the actor's to choose.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// The model has this kind chosen from the other side.
    #[error("who has which `{0}` is chosen on the page of each {0}")]
    FromResource(KindKey),
    /// The model has this kind chosen from the other side.
    #[error("who has which `{0}` is chosen on each member's page")]
    FromMember(KindKey),
    /// There is no such resource, of this kind at least.
    #[error("there is no such resource of the kind `{0}` here")]
    UnknownResource(KindKey),
    /// There is no such group, of this kind at least.
    #[error("there is no such group of the kind `{0}` here")]
    UnknownGroup(KindKey),
    /// Too many one by one.
    #[error("at most {MOST_CHOSEN} can be chosen one by one")]
    TooMany,
    /// The member's levels give them the whole kind.
    #[error("this member's access level reaches every `{0}`; there is nothing to choose")]
    Implied(KindKey),
    /// The member's levels give them nothing of the kind.
    #[error("this member's access level reaches no `{0}`")]
    OutOfLevel(KindKey),
    /// The member's levels want exactly one.
    #[error("this member's access level takes exactly one `{0}`")]
    ExactlyOne(KindKey),
    /// The member's levels want one, and there is none, or there are several.
    #[error("choose the one `{0}` that this access is for")]
    Required(KindKey),
    /// A kind that the model doesn't have.
    #[error("there is no resource kind `{0}` in this organization")]
    UnknownKind(KindKey),
    /// Everybody has it.
    #[error("this is for everyone, and can't be taken from one member")]
    ForEveryone,
    /// They have all of the kind, so one of them can't be taken away.
    #[error("this member reaches every `{0}`; choose single ones for them first")]
    HasAll(KindKey),
    /// They have it by a group, so it can't be taken from them alone.
    #[error("this member has this `{0}` by a group; change which groups they have, or what is in them")]
    HasByGroup(KindKey),
    /// Somebody deactivated is given nothing new.
    #[error("this member is inactive; reactivate them first")]
    Inactive,
}

impl Refusal for SelectRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::ForEveryone | Self::HasAll(_) | Self::HasByGroup(_) | Self::Inactive => RefusalKind::Conflict,
            Self::Required(_) => RefusalKind::SelectionRequired,
            _ => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::FromResource(_) => "assigned_from_resource",
            Self::FromMember(_) => "assigned_from_member",
            Self::UnknownResource(_) => "unknown_resource",
            Self::UnknownGroup(_) => "unknown_group",
            Self::TooMany => "too_many",
            Self::Implied(_) => "implied",
            Self::OutOfLevel(_) => "out_of_level",
            Self::ExactlyOne(_) => "exactly_one",
            Self::Required(_) => "selection_required",
            Self::UnknownKind(_) => "unknown_kind",
            Self::ForEveryone => "for_everyone",
            Self::HasAll(_) => "has_all",
            Self::HasByGroup(_) => "has_by_group",
            Self::Inactive => "inactive",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UnknownResource(_) | Self::TooMany => Some("/resources".to_owned()),
            Self::UnknownGroup(_) => Some("/groups".to_owned()),
            _ => None,
        }
    }
}

impl SelectFacts<'_> {
    fn is_there(&self, part: Part) -> Result<(), SelectRefused> {
        match part {
            _ if self.named.has(part, self.key) => Ok(()),
            Part::Resource(_) => Err(SelectRefused::UnknownResource(self.key.clone())),
            Part::Group(_) => Err(SelectRefused::UnknownGroup(self.key.clone())),
        }
    }

    /// What an ask means: what its maker may not know of stays.
    fn meant(&self, asked: &Selection) -> Selection {
        match asked {
            Selection::All => Selection::All,
            Selection::None | Selection::Only { .. } => Selection::only(asked.parts().chain(self.unknown.iter().copied())),
        }
    }

    fn fits_side(&self) -> Result<(), SelectRefused> {
        match (self.side, self.kind.assigned_from) {
            (Side::Member | Side::Invitation, AssignedFrom::Resource) => Err(SelectRefused::FromResource(self.key.clone())),
            (Side::Resource, AssignedFrom::Member) => Err(SelectRefused::FromMember(self.key.clone())),
            _ => Ok(()),
        }
    }

    /// What the member's levels say of the kind binds the selection.
    pub(super) fn fits_levels(&self, after: &Selection) -> Result<(), SelectRefused> {
        match self.access.reach_into(self.key.as_str()) {
            Reach::All => Err(SelectRefused::Implied(self.key.clone())),
            Reach::None if *after != Selection::None => Err(SelectRefused::OutOfLevel(self.key.clone())),
            Reach::ExactlyOne if !after.is_one() => Err(SelectRefused::ExactlyOne(self.key.clone())),
            Reach::None | Reach::ExactlyOne | Reach::Choose => Ok(()),
        }
    }
}

/// Decides, from the side of one resource, whether somebody has it from now on.
pub fn assign(facts: &SelectFacts<'_>, resource: &Resource, has: bool) -> Result<Decided<Selection>, SelectRefused> {
    let before = facts.before;
    let decided = select(facts, &if has { before.with(resource.id) } else { before.without(resource.id) })?;
    if !has && resource.for_everyone {
        return Err(SelectRefused::ForEveryone);
    }
    if !has && facts.access.reach_into(facts.key.as_str()) == Reach::All {
        return Err(SelectRefused::Implied(facts.key.clone()));
    }
    if !has && *before == Selection::All {
        return Err(SelectRefused::HasAll(facts.key.clone()));
    }
    if !has && decided.events.is_empty() && decided.value.covers(resource) {
        return Err(SelectRefused::HasByGroup(facts.key.clone()));
    }
    Ok(decided)
}

/// Decides what somebody reaches of a kind from now on.
pub fn select(facts: &SelectFacts<'_>, asked: &Selection) -> Result<Decided<Selection>, SelectRefused> {
    let after = facts.meant(asked);
    // What they have by a group already is theirs for good once it is chosen by itself, and counts as gained.
    let mut gained: Vec<Part> = after.parts().filter(|one| !facts.before.has(*one)).collect();
    let all = after == Selection::All && *facts.before != Selection::All;
    // An offer that was added to is the editor's own: acceptance asks about all of it with their rights, and so does this.
    let is_pending = facts.membership.status == Status::Pending;
    if is_pending && !gained.is_empty() {
        if !facts.unknown.is_empty() {
            return Err(GrantRefused::BeyondReach.into());
        }
        gained = after.parts().collect();
    }
    let widened = Widened { all, ..Widened::by(&Selection::only(gained.iter().copied()), facts.named) };
    let member = facts.membership.id;
    may_select(facts.granter, (member, facts.access), facts.places, facts.side, facts.kind, facts.own, &widened)?;
    facts.fits_side()?;
    // Whoever had all of the kind gains nothing by having some of it, and yet there must be such.
    let standing: BTreeSet<Part> = facts.before.parts().collect();
    for one in after.parts().filter(|one| !standing.contains(one)) {
        facts.is_there(one)?;
    }
    if after.parts().count() > MOST_CHOSEN {
        return Err(SelectRefused::TooMany);
    }
    if after == *facts.before {
        return Ok(Decided { value: after, events: Vec::new() });
    }
    facts.fits_levels(&after)?;
    if facts.membership.status == Status::Inactive && (widened.all || !gained.is_empty()) {
        return Err(SelectRefused::Inactive);
    }
    let event = Event::SelectionChanged { member, kind: facts.key.clone(), before: facts.before.clone(), after: after.clone() };
    Ok(Decided::new(after, event))
}
