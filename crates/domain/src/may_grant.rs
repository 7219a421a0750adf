//! Who may manage whom (R6): the one question that every path which widens, changes or ends somebody's access asks.
#![expect(clippy::similar_names, reason = "a granter and a grantee are what this is about")]

mod selecting;

pub use selecting::{Side, Widened, may_select};
pub(crate) use selecting::{covers, may_at_root, may_share, sides};

use crate::access::Access;
use crate::access_model::{AccessModel, engine};
use crate::bits::{Index, Level, Permission, Restriction, Set};
use crate::grant::{Grant, Offer};
use crate::id::MemberId;
use crate::keys::{FeatureKey, LevelKey, PermissionKey, RestrictionKey};
use crate::refusal::{Refusal, RefusalKind};
use crate::workspace::Place;

/// Who gives, with the rights of this very moment.
#[derive(Clone, Copy, Debug)]
pub enum Granter<'a> {
    /// A member of the organization.
    Member {
        /// Who.
        id: MemberId,
        /// What they may do now.
        access: &'a Access,
    },
    /// An operator, who may only fill an empty chair: give a governing level at the root while nobody governs (R9).
    Operator {
        /// Whether somebody governs already.
        governed: bool,
    },
    /// Whoever runs the server, on its command line: they name somebody who governs, whoever else does, and nothing more.
    Server,
    /// Somebody who gave something once and has no standing any more.
    Nobody,
}

/// Who is given to.
#[derive(Clone, Copy, Debug)]
pub struct Grantee<'a> {
    /// Who; none for somebody who isn't here yet.
    pub id: Option<MemberId>,
    /// All that they hold, wherever; none for somebody who isn't here yet.
    pub access: Option<&'a Access>,
    /// What they hold at this very workspace.
    pub standing: Option<&'a Grant>,
}

impl Grantee<'_> {
    /// Somebody who isn't here yet.
    pub const NEWCOMER: Self = Self { id: None, access: None, standing: None };
}

/// The right on which somebody acts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Right {
    /// `members.invite` or `members.manage`.
    Invite,
    /// `members.manage`.
    Manage,
}

/// Why somebody may not give, change or take.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GrantRefused {
    /// R7.
    #[error("nobody changes their own access; ask somebody else who manages members")]
    NotOneself,
    /// Without the right at this workspace.
    #[error("you need the right `{0}` in this workspace")]
    MissingPermission(&'static str),
    /// Without this right, everywhere that it is about.
    #[error("you need the right `{0}` everywhere that this is about")]
    MissingRight(PermissionKey),
    /// A resource that the actor doesn't reach.
    #[error("you can't give what you don't reach yourself")]
    BeyondReach,
    /// A level that comes to govern, by somebody who doesn't.
    #[error("only who governs says that `{0}` governs")]
    NotGoverning(LevelKey),
    /// A level that the actor's levels don't manage.
    #[error("you don't manage the access level `{0}` in this workspace")]
    NotManageable(LevelKey),
    /// An extra permission that the actor doesn't have.
    #[error("you can't give `{0}`, which you don't have here yourself")]
    NotGrantable(PermissionKey),
    /// A restriction that binds the actor too.
    #[error("you can't lift or leave out `{0}`, which binds you here yourself")]
    NotLiftable(RestrictionKey),
    /// A permission or restriction whose feature is off here.
    #[error("`{0}` is not switched on here; an operator can change the plan")]
    FeatureOff(FeatureKey),
    /// An operator's offer where somebody governs, or of a level that doesn't govern, or not at the root.
    #[error("an operator can only name somebody who governs, at the root, while nobody does")]
    OperatorOnlyFillsTheChair,
}

impl Refusal for GrantRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Forbidden
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::NotOneself => "not_oneself",
            Self::MissingPermission(_) | Self::MissingRight(_) => "missing_permission",
            Self::NotGoverning(_) => "not_governing",
            Self::NotManageable(_) => "not_manageable",
            Self::NotGrantable(_) | Self::BeyondReach => "not_grantable",
            Self::NotLiftable(_) => "not_liftable",
            Self::FeatureOff(_) => "feature_off",
            Self::OperatorOnlyFillsTheChair => "operator_only_fills_the_chair",
        }
    }
}

/// Whether this offer may be given to this person at this workspace, by this granter, now.
pub fn may_grant(
    granter: Granter<'_>,
    grantee: Grantee<'_>,
    offer: &Offer,
    place: &Place,
    right: Right,
) -> Result<(), GrantRefused> {
    let access = match granter {
        Granter::Member { access, .. } => access,
        Granter::Operator { governed } => return operator_may(governed, grantee, offer, place),
        Granter::Server => return server_may(grantee, offer, place),
        Granter::Nobody => return Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_INVITE))),
    };
    may_manage(granter, grantee, place, right)?;
    let model = access.model();
    let offered: Set<Level> = offer.levels.iter().filter_map(|key| model.level(key.as_str())).collect();
    manageable(access, place, offered)?;
    let standing = grantee.standing.map(Grant::as_offer).unwrap_or_default();
    let own = access.permissions_at(place);
    for key in offer.permissions.difference(&standing.permissions) {
        let meant = model.permission(key.as_str()).map_or(Set::EMPTY, |permission| model.meaning(permission));
        if meant.is_empty() || !meant.within(own) {
            return Err(features_first(access, offer, &standing, place)
                .err()
                .unwrap_or_else(|| GrantRefused::NotGrantable(key.clone())));
        }
    }
    lifts_nothing(access, grantee, offer, place)?;
    features_first(access, offer, &standing, place)
}

/// Whether this person's access at this workspace is the granter's to change or to end.
pub fn may_manage(granter: Granter<'_>, grantee: Grantee<'_>, place: &Place, right: Right) -> Result<(), GrantRefused> {
    let Granter::Member { id, access } = granter else {
        return Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_MANAGE)));
    };
    if grantee.id == Some(id) {
        return Err(GrantRefused::NotOneself);
    }
    has_right(access, place, right)?;
    manageable(access, place, grantee.access.map_or(Set::EMPTY, |theirs| theirs.levels_at(place)))
}

/// Whether this granter may ask at all, whoever it is about. Whoever may not learns nothing of who is here.
pub(crate) fn may_ask(granter: Granter<'_>, place: &Place, right: Right) -> Result<(), GrantRefused> {
    match granter {
        Granter::Member { access, .. } => has_right(access, place, right),
        Granter::Operator { governed: false } | Granter::Server => Ok(()),
        Granter::Operator { governed: true } => Err(GrantRefused::OperatorOnlyFillsTheChair),
        Granter::Nobody => Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_INVITE))),
    }
}

fn has_right(access: &Access, place: &Place, right: Right) -> Result<(), GrantRefused> {
    let manages = access.can(engine::MEMBERS_MANAGE, place);
    match right {
        Right::Manage if !manages => Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_MANAGE))),
        Right::Invite if !manages && !access.can(engine::MEMBERS_INVITE, place) => {
            Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_INVITE)))
        }
        Right::Manage | Right::Invite => Ok(()),
    }
}

/// Whether an act on the whole membership is the granter's: over every one of these grants (R6).
pub fn may_manage_all<'a>(
    granter: Granter<'_>,
    id: MemberId,
    access: &Access,
    places: impl IntoIterator<Item = &'a Place>,
) -> Result<(), GrantRefused> {
    let grantee = Grantee { id: Some(id), access: Some(access), standing: None };
    let mut any = false;
    for place in places {
        any = true;
        may_manage(granter, grantee, place, Right::Manage)?;
    }
    // Somebody without any grant is nobody's to manage but theirs who manage at the root; callers pass the root then.
    if any { Ok(()) } else { Err(GrantRefused::MissingPermission(key_of(engine::MEMBERS_MANAGE))) }
}

/// Whether an operator's offer is of governing levels alone (R9), and one of whoever runs the server of those beside what stands; for
/// members this says nothing.
pub(crate) fn only_governing(
    granter: Granter<'_>,
    standing: Option<&Grant>,
    offer: &Offer,
    model: &AccessModel,
) -> Result<(), GrantRefused> {
    let governs = |key: &LevelKey| model.level(key.as_str()).is_some_and(|level| model.governs(level));
    let stands = |key: &LevelKey| standing.is_some_and(|grant| grant.levels.contains(key));
    let passes = match granter {
        Granter::Operator { .. } => offer.levels.iter().all(governs),
        Granter::Server => offer.levels.iter().any(governs) && offer.levels.iter().all(|key| governs(key) || stands(key)),
        Granter::Member { .. } | Granter::Nobody => true,
    };
    if passes { Ok(()) } else { Err(GrantRefused::OperatorOnlyFillsTheChair) }
}

fn operator_may(governed: bool, grantee: Grantee<'_>, offer: &Offer, place: &Place) -> Result<(), GrantRefused> {
    let plain = offer.permissions.is_empty() && offer.restrictions.is_empty() && !offer.levels.is_empty();
    let newcomer = grantee.access.is_none_or(|access| access.governs(place.root()) || access.workspaces().next().is_none());
    if !governed && plain && newcomer && place.is_root() { Ok(()) } else { Err(GrantRefused::OperatorOnlyFillsTheChair) }
}

/// What somebody holds at the root already may stay, or fall away beside a level that governs; nothing but that is added.
fn server_may(grantee: Grantee<'_>, offer: &Offer, place: &Place) -> Result<(), GrantRefused> {
    let standing = grantee.standing.map(Grant::as_offer).unwrap_or_default();
    let adds_nothing = offer.permissions.is_subset(&standing.permissions) && offer.restrictions.is_subset(&standing.restrictions);
    if adds_nothing && place.is_root() { Ok(()) } else { Err(GrantRefused::OperatorOnlyFillsTheChair) }
}

fn manageable(access: &Access, place: &Place, levels: Set<Level>) -> Result<(), GrantRefused> {
    let model = access.model();
    let beyond = levels.minus(access.manages_at(place));
    match beyond.iter().next().and_then(|level| model.level_key(level)) {
        Some(key) => Err(GrantRefused::NotManageable(key.clone())),
        None => Ok(()),
    }
}

/// A restriction that binds the granter stays on, or goes onto, every grant whose levels could carry it: else somebody bound
/// could make somebody free, by leaving it out, by ending the grant and giving it anew, or by ending another grant that carries
/// it in this one's stead.
pub(crate) fn lifts_nothing(access: &Access, grantee: Grantee<'_>, offer: &Offer, place: &Place) -> Result<(), GrantRefused> {
    let model = access.model();
    let offered: Set<Level> = offer.levels.iter().filter_map(|key| model.level(key.as_str())).collect();
    let carried: Set<Restriction> = offer.restrictions.iter().filter_map(|key| model.restriction(key.as_str())).collect();
    let carried_before = grantee
        .standing
        .map_or(Set::EMPTY, |grant| grant.restrictions.iter().filter_map(|key| model.restriction(key.as_str())).collect());
    for restriction in access.restrictions_at(place).minus(carried).iter() {
        let could_carry = !model.eligible(restriction).intersection(offered).is_empty();
        if could_carry || carried_before.has(restriction) {
            not_liftable(model, restriction)?;
        }
    }
    Ok(())
}

/// Whether ending a grant would lift, of what is left at its workspace, a restriction that binds the granter there too.
pub(crate) fn may_end(access: &Access, ended: &Grant, after: &Access, place: &Place) -> Result<(), GrantRefused> {
    if after.levels_at(place).is_empty() {
        return Ok(());
    }
    let model = access.model();
    let carried: Set<Restriction> = ended.restrictions.iter().filter_map(|key| model.restriction(key.as_str())).collect();
    let lifted = carried.minus(after.restrictions_at(place)).intersection(access.restrictions_at(place));
    lifted.iter().try_for_each(|restriction| not_liftable(model, restriction))
}

fn not_liftable(model: &AccessModel, restriction: Restriction) -> Result<(), GrantRefused> {
    model.restriction_key(restriction).map_or(Ok(()), |key| Err(GrantRefused::NotLiftable(key.clone())))
}

fn features_first(access: &Access, offer: &Offer, standing: &Offer, place: &Place) -> Result<(), GrantRefused> {
    let off = offer.features_needed(standing, access.model()).minus(access.features_at(place));
    match off.iter().next().and_then(|feature| access.model().feature_key(feature)) {
        Some(key) => Err(GrantRefused::FeatureOff(key.clone())),
        None => Ok(()),
    }
}

fn key_of(permission: Permission) -> &'static str {
    engine::KEYS.get(permission.at()).copied().unwrap_or_default()
}
