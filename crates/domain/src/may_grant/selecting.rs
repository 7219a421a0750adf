//! Who may widen somebody's reach into resources (R6): one by one, or for everyone.

use super::{GrantRefused, Grantee, Granter, Right, may_manage, may_manage_all};
use crate::access::Access;
use crate::access_model::{AssignedFrom, Effect, Reach, ResourceKindSpec};
use crate::bits::Permission;
use crate::id::MemberId;
use crate::keys::PermissionKey;
use crate::resource::{Resource, ResourceGroup};
use crate::selection::{Named, Selection};
use crate::workspace::Place;

/// From which side a selection is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The member's: it is an act on the whole membership.
    Member,
    /// The member's, as a part of an invitation: whoever may invite them may choose for them.
    Invitation,
    /// The resource's: it takes `<kind>.assign`.
    Resource,
}

/// What somebody would reach that they didn't.
#[derive(Clone, Debug)]
pub struct Widened<'a> {
    /// The whole kind.
    pub all: bool,
    /// These.
    pub resources: Vec<&'a Resource>,
    /// Whatever is in these, now and from now on.
    pub groups: Vec<&'a ResourceGroup>,
}

impl<'a> Widened<'a> {
    /// By the whole kind.
    pub const ALL: Self = Self { all: true, resources: Vec::new(), groups: Vec::new() };

    /// By this selection. What is for everyone widens nobody's reach.
    pub fn by(selection: &Selection, named: &'a Named) -> Self {
        let resources = selection.resources().filter_map(|id| named.resource(id));
        Self {
            all: *selection == Selection::All,
            resources: resources.filter(|one| !one.for_everyone).collect(),
            groups: selection.groups().filter_map(|id| named.group(id)).collect(),
        }
    }

    /// Whether nothing would be wider.
    pub fn is_nothing(&self) -> bool {
        !self.all && self.resources.is_empty() && self.groups.is_empty()
    }
}

/// Whether this granter may choose for this member what they reach of a kind, at all and this. `places` are the workspaces of the
/// member's grants: what they reach counts at each of them.
pub fn may_select(
    granter: Granter<'_>,
    (id, theirs): (MemberId, &Access),
    places: &[Place],
    side: Side,
    kind: &ResourceKindSpec,
    own: &Selection,
    widened: &Widened<'_>,
) -> Result<(), GrantRefused> {
    if matches!(granter, Granter::Member { id: own, .. } if own == id) {
        return Err(GrantRefused::NotOneself);
    }
    match side {
        Side::Member => may_manage_all(granter, id, theirs, places)?,
        Side::Invitation => {
            let grantee = Grantee { id: Some(id), access: Some(theirs), standing: None };
            places.iter().try_for_each(|place| may_manage(granter, grantee, place, Right::Invite))?;
        }
        Side::Resource => may_assign(granter, places, kind)?,
    }
    let Granter::Member { access, .. } = granter else { return Ok(()) };
    // Whoever may assign a kind from its own side gives out one by one what there is, unless they see only a part of the contacts
    // themselves: else somebody narrowed could open to another what is closed to them.
    let freely = side == Side::Resource && !access.is_narrowed();
    if covers(access.reach_into(&kind.key), own, widened, freely) { Ok(()) } else { Err(GrantRefused::BeyondReach) }
}

/// Whether somebody who has this of a kind has all that: of single resources nothing is asked where they are given freely.
pub(crate) fn covers(reach: Reach, own: &Selection, wide: &Widened<'_>, freely: bool) -> bool {
    let has_all = reach == Reach::All || (reach == Reach::Choose && *own == Selection::All);
    // INVARIANT: the whole kind, and a group, are given by who has them. Who reaches all that is in one today may not reach what is
    // in it tomorrow.
    (!wide.all || has_all)
        && wide.groups.iter().all(|one| one.is_had(reach, own))
        && (freely || wide.resources.iter().all(|one| one.is_reached(reach, own)))
}

/// From which sides the model has a kind chosen, beginning with the member's, which is this one.
pub(crate) const fn sides(member: Side, kind: &ResourceKindSpec) -> (Option<Side>, Option<Side>) {
    match kind.assigned_from {
        AssignedFrom::Member => (Some(member), None),
        AssignedFrom::Resource => (None, Some(Side::Resource)),
        AssignedFrom::Both => (Some(member), Some(Side::Resource)),
    }
}

/// Whether this granter may make a resource everybody's, or put it into a group, whoever has that: what they reach themselves. Where
/// having one in common opens contacts, who is narrowed to them would see more of them, so it takes somebody whom nothing narrows.
pub(crate) fn may_share(granter: Granter<'_>, own: &Selection, resource: &Resource) -> Result<(), GrantRefused> {
    let Granter::Member { access, .. } = granter else { return Err(GrantRefused::BeyondReach) };
    let reached = resource.is_reached(access.reach_into(resource.kind.as_str()), own);
    let opens = access.model().narrows_to(&resource.kind);
    if reached && !(opens && access.is_narrowed()) { Ok(()) } else { Err(GrantRefused::BeyondReach) }
}

/// Whether this granter has a right over what belongs to the whole organization.
pub(crate) fn may_at_root(granter: Granter<'_>, root: &Place, permission: Permission) -> Result<(), GrantRefused> {
    match granter {
        Granter::Member { access, .. } if access.can(permission, root) => Ok(()),
        Granter::Member { access, .. } => Err(lacks(access, permission)),
        Granter::Operator { .. } | Granter::Server | Granter::Nobody => Err(GrantRefused::BeyondReach),
    }
}

/// From the resource's side, what counts is the right to assign its kind wherever the member has access.
fn may_assign(granter: Granter<'_>, places: &[Place], kind: &ResourceKindSpec) -> Result<(), GrantRefused> {
    let Granter::Member { access, .. } = granter else { return Err(GrantRefused::BeyondReach) };
    let Some(assign) = access.model().permission(&kind.assign_permission()) else { return Err(GrantRefused::BeyondReach) };
    if !places.is_empty() && places.iter().all(|place| access.can(assign, place)) { Ok(()) } else { Err(lacks(access, assign)) }
}

/// The refusal for a right of the engine's or of a model's own.
fn lacks(access: &Access, permission: Permission) -> GrantRefused {
    let key: Option<&PermissionKey> = access.model().permission_key(permission);
    key.cloned().map_or(GrantRefused::BeyondReach, GrantRefused::MissingRight)
}

impl Access {
    /// Whether any restriction narrows which contacts this member sees.
    pub fn is_narrowed(&self) -> bool {
        let restrictions = self.held().iter().flat_map(|held| held.restrictions.iter().collect::<Vec<_>>());
        restrictions.into_iter().any(|one| matches!(self.model().effect(one), Some(Effect::Narrows(_))))
    }
}
