//! Reactivation: whoever stood still acts again, with their grants, as far as their maker may give what is in them (R13).

use super::carry_out::leave_behind;
use super::chosen::{Again, ChosenAgain};
use super::handover::{Held, lost};
use super::plan::{Fingerprint, Fingerprinted};
use crate::access::Access;
use crate::bits::{Level, Set};
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant};
use crate::id::PortfolioId;
use crate::keys::{KindKey, PermissionKey};
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, Side, may_grant, may_manage_all};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{Bound, Choosing, Named, Selected, bind};
use crate::workspace::Place;

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct ReactivationFacts<'a> {
    /// Who stands still.
    pub membership: &'a Membership,
    /// All that they hold.
    pub access: &'a Access,
    /// All their grants.
    pub grants: &'a [Grant],
    /// The workspaces of the grants; for somebody without any the root, where they are managed.
    pub places: &'a [Place],
    /// How many more members there may be; none for no limit.
    pub seats_left: Option<u32>,
    /// What stands for them of each resource kind.
    pub standing: &'a [Selected],
    /// What their deactivation emptied.
    pub emptied: &'a [Selected],
    /// The resources and groups of both, as far as they are there.
    pub named: &'a Named,
    /// The portfolios that they hold.
    pub held: &'a [Held],
    /// Who reactivates, with their rights of now,
    pub granter: Granter<'a>,
    /// and with what they chose, or were given, of each resource kind themselves.
    pub own: &'a [Selected],
    /// Who reactivates, to be kept with what they give.
    pub giver: Giver,
}

/// Why they stay as they are; of a single grant, why not all of it comes back.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum ReactivateRefused {
    /// Somebody who never accepted.
    #[error("this person hasn't accepted their invitation yet; resend it instead")]
    Pending,
    /// Somebody who isn't deactivated.
    #[error("this member is active already")]
    Active,
    /// No seat is left.
    #[error("all seats of this organization are taken")]
    SeatsFull,
    /// What comes back wants exactly one resource of a kind, and it isn't the actor's to give.
    #[error("what would come back is for exactly one `{0}`, and that isn't yours to give; ask somebody who may")]
    SelectionRequired(KindKey),
    /// Something wouldn't come back, and nobody looked.
    #[error(
        "some of what they had would not come back; look at the plan and send its fingerprint, or ask somebody who may give it"
    )]
    WouldLapse,
    /// The facts have moved since the plan.
    #[error("the facts have moved since you looked at the plan; look again")]
    Moved {
        /// Which.
        parts: Vec<Fingerprinted>,
        /// The plan as it is now.
        now: Box<Reactivated>,
    },
    /// It isn't the actor's to do.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
}

impl Refusal for ReactivateRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Moved { .. } => RefusalKind::PlanMoved,
            _ => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "already_active",
            Self::SeatsFull => "seats_full",
            Self::SelectionRequired(_) => "selection_required",
            Self::WouldLapse => "would_lapse",
            Self::Moved { .. } => "plan_moved",
            Self::Grant(refused) => refused.rule(),
        }
    }
}

/// A grant of which not all comes back.
#[derive(Clone, PartialEq, Debug)]
pub struct Lapsed {
    /// As it was.
    pub before: Grant,
    /// As it comes back: without extra permissions that aren't the actor's to give, and with what restrictions bind the actor. Its
    /// version is still the one that was read.
    pub after: Grant,
    /// Why.
    pub why: GrantRefused,
}

/// What a reactivation makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Reactivated {
    /// The facts that it rests on.
    pub fingerprint: Fingerprint,
    /// The membership, active from now on.
    pub membership: Membership,
    /// All their grants from now on.
    pub grants: Vec<Grant>,
    /// All that they hold from now on.
    pub access: Access,
    /// The grants of which not all comes back.
    pub lapsed: Vec<Lapsed>,
    /// What of the choices that stood is another from now on: what would be woken isn't all the actor's to give.
    pub selections: Vec<Selected>,
    /// The portfolios that they can't keep with what comes back: they are left without a holder.
    pub left: Vec<PortfolioId>,
    /// What the deactivation emptied and the actor could give again: nothing of it is given.
    pub offered: Vec<ChosenAgain>,
}

impl Reactivated {
    /// Whether something doesn't come back.
    pub fn loses(&self) -> bool {
        !self.lapsed.is_empty() || !self.selections.is_empty() || !self.left.is_empty()
    }
}

/// Decides a reactivation. It wakes the grants, so each is asked about as if it were given now (R6); so is what was chosen. Nothing
/// is lost unseen: where something wouldn't come back it takes the fingerprint of the plan that says so.
pub fn reactivate(facts: &ReactivationFacts<'_>, seen: Option<&Fingerprint>) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let decided = plan_reactivation(facts)?;
    let plan = &decided.value;
    match seen.map(|seen| seen.moved(&plan.fingerprint)) {
        None if plan.loses() => Err(ReactivateRefused::WouldLapse),
        Some(parts) if !parts.is_empty() => Err(ReactivateRefused::Moved { parts, now: Box::new(decided.value) }),
        _ => Ok(decided),
    }
}

/// What a reactivation would come to.
pub fn plan_reactivation(facts: &ReactivationFacts<'_>) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let membership = facts.membership;
    let by_server = matches!(facts.granter, Granter::Server);
    if !by_server {
        may_manage_all(facts.granter, membership.id, facts.access, facts.places)?;
    }
    match membership.status {
        Status::Inactive => {}
        Status::Pending => return Err(ReactivateRefused::Pending),
        Status::Active => return Err(ReactivateRefused::Active),
    }
    // Whoever runs the server gives nothing that wasn't held, and takes nothing of it: they have no rights of their own to set against it.
    if by_server {
        return woken_whole(facts);
    }
    // What is switched off at the moment, a workspace or a feature, is judged as if it were on: it gives nobody anything, and what
    // is off for a while must not cost somebody what they hold.
    let Granter::Member { id, access } = facts.granter else { return Err(GrantRefused::OperatorOnlyFillsTheChair.into()) };
    let (access, places) = (access.switched_on(), facts.places.iter().map(Place::switched_on).collect::<Vec<_>>());
    let facts = &ReactivationFacts { granter: Granter::Member { id, access: &access }, places: &places, ..*facts };
    let (grants, lapsed) = given_back(facts, &access)?;
    let after = Access::new(facts.access.setting().clone(), Status::Active, &grants);
    let woken = woken(facts, &after)?;
    let again = Again { granter: facts.granter, giver: facts.giver, places: facts.places, named: facts.named, own: facts.own };
    let offered = again.chosen(facts.emptied, membership.id, &after);
    awake(facts, (grants, lapsed, after), woken, offered)
}

/// Everything as it stood.
fn woken_whole(facts: &ReactivationFacts<'_>) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let grants = facts.grants.to_vec();
    let after = Access::new(facts.access.setting().clone(), Status::Active, &grants);
    awake(facts, (grants, Vec::new(), after), Decided { value: Vec::new(), events: Vec::new() }, Vec::new())
}

/// Whoever acts again, with what came back.
fn awake(
    facts: &ReactivationFacts<'_>,
    (grants, lapsed, after): (Vec<Grant>, Vec<Lapsed>, Access),
    Decided { value: selections, events: woken }: Decided<Vec<Selected>>,
    offered: Vec<ChosenAgain>,
) -> Result<Decided<Reactivated>, ReactivateRefused> {
    if facts.seats_left == Some(0) {
        return Err(ReactivateRefused::SeatsFull);
    }
    let member = facts.membership.id;
    let Decided { value: left, events: released } = leave_behind(member, facts.held, &after);
    let changed = lapsed.iter().map(|Lapsed { before, after, .. }| {
        let (workspace, before, after) = (before.workspace, before.as_offer(), after.as_offer());
        Event::AccessChanged { member, workspace, before, after }
    });
    let events = std::iter::once(Event::MemberReactivated { member }).chain(changed).chain(woken).chain(released).collect();
    let fingerprint = Fingerprint::of_reactivation(facts, &lost(facts.held, &after), &(&lapsed, &selections));
    let membership = Membership { status: Status::Active, ..facts.membership.clone() };
    Ok(Decided { value: Reactivated { fingerprint, membership, grants, access: after, lapsed, selections, left, offered }, events })
}

/// The grants as they come back, and those of them that aren't all that they were.
fn given_back(facts: &ReactivationFacts<'_>, access: &Access) -> Result<(Vec<Grant>, Vec<Lapsed>), GrantRefused> {
    let (mut back, mut lapsed) = (Vec::new(), Vec::new());
    for grant in facts.grants {
        let place = facts.places.iter().find(|place| place.workspace() == grant.workspace).ok_or(GrantRefused::BeyondReach)?;
        // Restrictions come back with the grant: a reactivation never unmasks (R2).
        let restricted = grant.restrictions_alone();
        let to = Grantee { id: Some(facts.membership.id), access: Some(facts.access), standing: Some(&restricted) };
        let passes = |grant: &Grant| may_grant(facts.granter, to, &grant.as_offer(), place, Right::Manage);
        let Err(why) = passes(grant) else {
            back.push(grant.clone());
            continue;
        };
        let after = Grant { given_by: facts.giver, ..as_giveable(access, grant, place) };
        passes(&after)?;
        lapsed.push(Lapsed { before: grant.clone(), after: after.clone(), why });
        back.push(after);
    }
    Ok((back, lapsed))
}

/// A grant as far as it is somebody's to give: the levels, and of the rest what they have and what binds them.
fn as_giveable(access: &Access, grant: &Grant, place: &Place) -> Grant {
    let (model, own) = (access.model(), access.permissions_at(place));
    let theirs = |key: &&PermissionKey| {
        let meant = model.permission(key.as_str()).map_or(Set::EMPTY, |permission| model.meaning(permission));
        !meant.is_empty() && meant.within(own)
    };
    let levels: Set<Level> = grant.levels.iter().filter_map(|key| model.level(key.as_str())).collect();
    let binding = access.restrictions_at(place);
    let could_carry = binding.iter().filter(|one| !model.eligible(*one).intersection(levels).is_empty());
    let bound = could_carry.filter_map(|one| model.restriction_key(one).cloned());
    Grant {
        permissions: grant.permissions.iter().filter(theirs).cloned().collect(),
        restrictions: grant.restrictions.iter().cloned().chain(bound).collect(),
        ..grant.clone()
    }
}

/// What of the choices that stand counts again with what comes back (R3): to whoever acts nowhere none of it counted.
fn woken(facts: &ReactivationFacts<'_>, after: &Access) -> Result<Decided<Vec<Selected>>, ReactivateRefused> {
    let Some(place) = facts.places.first().filter(|_| !facts.grants.is_empty()) else {
        return Ok(Decided { value: Vec::new(), events: Vec::new() });
    };
    let before = Access::new(facts.access.setting().clone(), Status::Inactive, &[]);
    let (membership, granter, giver, side) = (facts.membership, facts.granter, facts.giver, Side::Member);
    let bound = Bound { membership, before: &before, after, place, granter, giver, side, adds: false };
    let choosing =
        Choosing { standing: facts.standing, own: facts.own, named: facts.named, places: facts.places, ..Choosing::NOTHING };
    bind(&bound, &choosing).map_err(|refused| ReactivateRefused::SelectionRequired(refused.kind))
}
