//! Moving a workspace with all below it: who gains and who loses reach, whether that is the mover's to give, and what nobody may keep
//! (R1, R6, R11).

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::make::DEEPEST;
use super::{Place, Workspace};
use crate::access::Access;
use crate::access_model::{AccessModel, engine};
use crate::bits::{Index, Permission, Set};
use crate::contact::Portfolio;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::Grant;
use crate::id::{MemberId, PortfolioId};
use crate::keys::{FeatureKey, PermissionKey};
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, lifts_nothing, may_manage};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::revocation::{Held, NoFingerprint, leave_behind};

/// Somebody with a grant at a workspace that is above it before or after, and not both times: nobody else's grants reach it
/// otherwise.
#[derive(Clone, Debug)]
pub struct Affected {
    /// Who.
    pub membership: Membership,
    /// All their grants.
    pub grants: Vec<Grant>,
    /// All that they hold.
    pub access: Access,
}

/// Somebody who holds contacts in what is moved.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Who.
    pub member: MemberId,
    /// All that they hold.
    pub access: Access,
    /// Their portfolios there, each with where it is now.
    pub portfolios: Vec<(Portfolio, Place)>,
}

/// What a move rests on.
#[derive(Clone, Copy, Debug)]
pub struct MoveFacts<'a> {
    /// Who moves it, with their rights of now.
    pub granter: Granter<'a>,
    /// The same.
    pub access: &'a Access,
    /// What is moved,
    pub workspace: &'a Workspace,
    /// where it is,
    pub place: &'a Place,
    /// and what is above it; none for the root.
    pub above: Option<&'a Place>,
    /// What it is to lie below.
    pub parent: &'a Place,
    /// How many levels there are below it.
    pub levels_below: usize,
    /// Whose reach changes.
    pub affected: &'a [Affected],
    /// Who holds contacts in it.
    pub holders: &'a [Holder],
}

/// Why it stays where it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MoveRefused {
    /// It isn't the actor's to move, or somebody would get what isn't theirs to give.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// The root is what all else lies below.
    #[error("the root can't be moved")]
    Root,
    /// Below itself.
    #[error("a workspace can't lie below itself")]
    Circle,
    /// Too deep.
    #[error("a tree is at most {DEEPEST} workspaces deep")]
    TooDeep,
    /// For more people than one move may change the reach of.
    #[error("this changes the reach of too many people at once; move what is below it first, part by part")]
    TooMany,
    /// The facts have moved since the plan was made.
    #[error("things have changed since this plan was made; look at the plan of now")]
    Moved(MoveFingerprint),
}

impl Refusal for MoveRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Root => RefusalKind::Conflict,
            Self::Circle | Self::TooDeep | Self::TooMany => RefusalKind::Invalid,
            Self::Moved(_) => RefusalKind::PlanMoved,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Root => "root",
            Self::Circle => "circle",
            Self::TooDeep => "too_deep",
            Self::TooMany => "too_many",
            Self::Moved(_) => "plan_moved",
        }
    }

    fn pointer(&self) -> Option<String> {
        matches!(self, Self::Circle | Self::TooDeep).then(|| "/parent".to_owned())
    }
}

/// How somebody's permissions in what is moved change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReachChange {
    /// Who.
    pub member: MemberId,
    /// Permissions that they don't have there, and will.
    pub gains: Vec<PermissionKey>,
    /// Permissions that they have there, and won't.
    pub loses: Vec<PermissionKey>,
}

/// What a move would do.
#[derive(Clone, PartialEq, Debug)]
pub struct MovePlan {
    /// The facts that it rests on.
    pub fingerprint: MoveFingerprint,
    /// Whose permissions change by their own grants, as far as they are active.
    pub changes: Vec<ReachChange>,
    /// Whether all of it comes on or goes off, for everybody, because of what lies above; none if neither.
    pub turns: Option<bool>,
    /// The features that are to be had there (`true`) or not any more (`false`), for everybody, because of what lies above.
    pub features: Vec<(FeatureKey, bool)>,
    /// The portfolios that are left without a holder, because who holds them may not handle contacts there any more.
    pub left: Vec<PortfolioId>,
}

/// A move that was decided.
#[derive(Clone, PartialEq, Debug)]
pub struct MovedWorkspace {
    /// The workspace, below its new parent.
    pub workspace: Workspace,
    /// The portfolios that are left without a holder.
    pub left: Vec<PortfolioId>,
}

impl Place {
    /// Where a place at or below a workspace is once that lies below another parent.
    fn relocated(&self, model: &AccessModel, moved: &Self, parent: &Self) -> Option<Self> {
        let above = moved.steps.len().saturating_sub(1);
        Self::new(model, parent.steps.iter().chain(self.steps.iter().skip(above)).cloned().collect())
    }
}

impl MoveFacts<'_> {
    fn there(&self) -> Option<Place> {
        self.place.relocated(self.access.model(), self.place, self.parent)
    }
}

/// What a move would do. It is asked for by who may move it: others learn nothing of who has access.
pub fn plan_move(facts: &MoveFacts<'_>) -> Result<MovePlan, MoveRefused> {
    let there = may_move(facts)?;
    let model = facts.access.model();
    let keys = |set: Set<Permission>| set.iter().filter_map(|one| model.permission_key(one).cloned()).collect::<Vec<_>>();
    let change = |one: &Affected| {
        let (had, has) = (one.access.permissions_at(facts.place), one.access.permissions_at(&there));
        ReachChange { member: one.membership.id, gains: keys(has.minus(had)), loses: keys(had.minus(has)) }
    };
    let active = facts.affected.iter().filter(|one| one.membership.status == Status::Active);
    let changes = active.map(change).filter(|change| !(change.gains.is_empty() && change.loses.is_empty())).collect();
    let left = left(facts).into_iter().flat_map(|(_, decided)| decided.value).collect();
    let turns = Some(there.is_active()).filter(|active| *active != facts.place.is_active());
    let (off, off_there) = (facts.place.features_off(), there.features_off());
    let (on_again, off_now) = (off.minus(off_there), off_there.minus(off));
    let moved = on_again.iter().map(|one| (one, true)).chain(off_now.iter().map(|one| (one, false)));
    let features = moved.filter_map(|(one, on)| Some((model.feature_key(one)?.clone(), on))).collect();
    Ok(MovePlan { turns, features, fingerprint: MoveFingerprint::of(facts), changes, left })
}

/// Moves a workspace with all below it. `seen` is the plan that was looked at, if it was.
pub fn relocate(facts: &MoveFacts<'_>, seen: Option<&MoveFingerprint>) -> Result<Decided<MovedWorkspace>, MoveRefused> {
    let there = may_move(facts)?;
    for one in facts.affected.iter().filter(|one| one.membership.status == Status::Active) {
        may_gain(facts, &there, one)?;
    }
    let now = MoveFingerprint::of(facts);
    if seen.is_some_and(|seen| *seen != now) {
        return Err(MoveRefused::Moved(now));
    }
    let (from, to) = (facts.workspace.parent, facts.parent.workspace());
    let workspace = Workspace { parent: Some(to), ..facts.workspace.clone() };
    let Some(from) = from.filter(|from| *from != to) else {
        return Ok(Decided { value: MovedWorkspace { workspace, left: Vec::new() }, events: Vec::new() });
    };
    let mut events = vec![Event::WorkspaceMoved { workspace: workspace.id, from, to }];
    let mut left_behind = Vec::new();
    for (_, decided) in left(facts) {
        left_behind.extend(decided.value);
        events.extend(decided.events);
    }
    Ok(Decided { value: MovedWorkspace { workspace, left: left_behind }, events })
}

/// Whether it can be moved there, and by this person: they manage workspaces where it is taken from and where it is put.
fn may_move(facts: &MoveFacts<'_>) -> Result<Place, MoveRefused> {
    let Some(above) = facts.above else { return Err(MoveRefused::Root) };
    for place in [above, facts.place, facts.parent] {
        if !facts.access.can(engine::WORKSPACES_MANAGE, place) {
            let key = engine::KEYS.get(engine::WORKSPACES_MANAGE.at()).copied().unwrap_or_default();
            return Err(GrantRefused::MissingPermission(key).into());
        }
    }
    if facts.parent.is_within(facts.workspace.id) {
        return Err(MoveRefused::Circle);
    }
    if facts.parent.steps().len() + 1 + facts.levels_below > DEEPEST {
        return Err(MoveRefused::TooDeep);
    }
    let there = facts.there().ok_or(MoveRefused::Root)?;
    // To do without a feature is a setting of what is above: what is taken from below it has it again.
    if !facts.place.features_off().within(there.features_off()) && !facts.access.can(engine::WORKSPACES_SETTINGS, above) {
        let key = engine::KEYS.get(engine::WORKSPACES_SETTINGS.at()).copied().unwrap_or_default();
        return Err(GrantRefused::MissingPermission(key).into());
    }
    Ok(there)
}

/// Whether it is the mover's to give what somebody gains by it: as if it were given to them there by hand (R6).
fn may_gain(facts: &MoveFacts<'_>, there: &Place, one: &Affected) -> Result<(), GrantRefused> {
    let (access, theirs, model) = (facts.access, &one.access, facts.access.model());
    // What is off there may be on one day: it counts as if it were on.
    let (had, has) = (theirs.granted_at(facts.place), theirs.granted_at(there));
    let (old_below, new_below) = (theirs.manages_at(facts.place), theirs.manages_at(there));
    // Whom a restriction bound who reaches nothing of it afterwards gains nothing by its end.
    let above = |grant: &Grant| facts.place.is_within(grant.workspace) || facts.parent.is_within(grant.workspace);
    let is_out = theirs.levels_at(there).is_empty() && one.grants.iter().all(above);
    let lifted = if is_out { Set::EMPTY } else { theirs.restrictions_at(facts.place).minus(theirs.restrictions_at(there)) };
    if has.within(had) && new_below.within(old_below) && lifted.is_empty() {
        return Ok(());
    }
    let grantee = Grantee { id: Some(one.membership.id), access: Some(theirs), standing: None };
    may_manage(facts.granter, grantee, there, Right::Manage)?;
    let own = access.granted_at(there);
    let newly = |grant: &&Grant| there.is_within(grant.workspace) && !facts.place.is_within(grant.workspace);
    for grant in one.grants.iter().filter(newly) {
        let beyond = |key: &&PermissionKey| {
            let meant = model.permission(key.as_str()).map_or(Set::EMPTY, |permission| model.meaning(permission));
            meant.is_empty() || !meant.within(own)
        };
        if let Some(key) = grant.permissions.iter().find(beyond) {
            return Err(GrantRefused::NotGrantable(key.clone()));
        }
        lifts_nothing(access, grantee, &grant.as_offer(), there)?;
    }
    if lifted.is_empty() {
        return Ok(());
    }
    // What bound them lies above where it is taken from: that is the mover's to manage, too.
    if let Some(above) = facts.above {
        may_manage(facts.granter, grantee, above, Right::Manage)?;
    }
    // Whoever is bound by a restriction there makes nobody free of it by moving what it binds them in.
    let own = access.restrictions_at(facts.place).union(access.restrictions_at(there));
    match lifted.intersection(own).iter().next().and_then(|one| model.restriction_key(one)) {
        Some(key) => Err(GrantRefused::NotLiftable(key.clone())),
        None => Ok(()),
    }
}

/// What holders can't keep, where it lies then.
fn left(facts: &MoveFacts<'_>) -> Vec<(MemberId, Decided<Vec<PortfolioId>>)> {
    let model = facts.access.model();
    let leaves = |holder: &Holder| {
        let there = |(portfolio, place): &(Portfolio, Place)| {
            Some(Held { portfolio: portfolio.clone(), place: place.relocated(model, facts.place, facts.parent)? })
        };
        let held: Vec<Held> = holder.portfolios.iter().filter_map(there).collect();
        (holder.member, leave_behind(holder.member, &held, &holder.access))
    };
    facts.holders.iter().map(leaves).filter(|(_, decided)| !decided.value.is_empty()).collect()
}

/// The facts that a plan of a move rests on, as a short hash: where it lies and is to lie, whose grants make a difference, and who
/// holds what of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoveFingerprint(String);

impl MoveFingerprint {
    fn of(facts: &MoveFacts<'_>) -> Self {
        let mut hash = Sha256::new();
        for place in [facts.place, facts.parent] {
            hash.update(format!("{:?}", place.steps()));
        }
        for one in facts.affected {
            hash.update(format!("{} {}", one.membership.id, one.membership.status));
            // One that was revoked and given anew begins at the same version.
            one.grants.iter().for_each(|grant| hash.update(format!("{grant:?}")));
        }
        hash.update(format!("{:?}", facts.access.setting().features));
        for holder in facts.holders {
            hash.update(holder.member.to_string());
            holder.portfolios.iter().for_each(|(portfolio, _)| hash.update(portfolio.id.to_string()));
        }
        let digest = hash.finalize();
        let short = digest.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        Self(format!("{short:016x}"))
    }
}

impl fmt::Display for MoveFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for MoveFingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let well_formed = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if well_formed { Ok(Self(text.to_ascii_lowercase())) } else { Err(NoFingerprint) }
    }
}
