//! Effective access: the one place where grants, features, restrictions and the tree become "may" and "may not" (R2).

mod explanation;
mod reach;

use std::sync::Arc;

pub use explanation::{Explanation, Reason};
pub use reach::{Reached, Reaches};

use crate::access_model::{AccessModel, Effect, engine};
use crate::bits::{Feature, Level, Permission, Restriction, Set};
use crate::grant::{Grant, Offer};
use crate::id::{OrganizationId, WorkspaceId};
use crate::keys::PermissionKey;
use crate::membership::Status;
use crate::resource::Resource;
use crate::selection::Selection;
use crate::visibility::{Masking, Visibility};
use crate::workspace::Place;

/// What of the organization matters to access.
#[derive(Clone, PartialEq, Debug)]
pub struct Setting {
    /// Which organization it is.
    pub organization: OrganizationId,
    /// Its root.
    pub root: WorkspaceId,
    /// The organization's model.
    pub model: Arc<AccessModel>,
    /// The features that its plan, or the operator, switched on.
    pub features: Set<Feature>,
    /// Whether the organization itself is switched on.
    pub active: bool,
}

/// One grant, its words turned into bits.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Held {
    pub(crate) workspace: WorkspaceId,
    pub(crate) levels: Set<Level>,
    /// What the levels give.
    pub(crate) by_level: Set<Permission>,
    /// The extra permissions themselves.
    pub(crate) extras: Set<Permission>,
    /// What extra permissions give, with all that they imply.
    pub(crate) by_extra: Set<Permission>,
    pub(crate) restrictions: Set<Restriction>,
    pub(crate) denied: Set<Permission>,
    /// Whether it carries a limit that the model doesn't know: then it closes all that a limit could.
    closed: bool,
}

/// The access of one membership: its grants compiled against its organization's model.
///
/// It answers for any workspace whose [`Place`] is at hand, without allocating.
#[derive(Clone, PartialEq, Debug)]
pub struct Access {
    setting: Setting,
    status: Status,
    held: Vec<Held>,
    /// The permissions that are left of them, where a credential is for these alone.
    limit: Option<Set<Permission>>,
}

/// The permissions that still act in a workspace that is switched off (R1).
fn acting_while_off() -> Set<Permission> {
    [
        engine::MEMBERS_VIEW,
        engine::MEMBERS_INVITE,
        engine::MEMBERS_MANAGE,
        engine::MEMBERS_EXPORT,
        engine::WORKSPACES_MANAGE,
        engine::WORKSPACES_SETTINGS,
    ]
    .into_iter()
    .collect()
}

impl Access {
    /// Compiles a membership's grants. Words that the model doesn't know give nothing; a restriction that it doesn't know denies, masks and
    /// narrows all.
    pub fn new(setting: Setting, status: Status, grants: &[Grant]) -> Self {
        let held = grants.iter().map(|grant| Held::new(&setting.model, grant)).collect();
        Self { setting, status, held, limit: None }
    }

    /// The same with this grant, in place of the one at its workspace if there is one.
    #[must_use]
    pub fn with(&self, grant: &Grant) -> Self {
        let others = self.held.iter().filter(|held| held.workspace != grant.workspace).cloned();
        let held = others.chain([Held::new(self.model(), grant)]).collect();
        Self { setting: self.setting.clone(), status: self.status, held, limit: self.limit }
    }

    /// The same with no more permissions than these and what they imply: what a token has that was made for them alone. Words that
    /// the model doesn't know leave nothing.
    #[must_use]
    pub fn limited_to<'a>(mut self, permissions: impl IntoIterator<Item = &'a PermissionKey>) -> Self {
        let model = self.model();
        let known = permissions.into_iter().filter_map(|key| model.permission(key.as_str()));
        let left = known.fold(Set::EMPTY, |sum, permission| sum.union(model.meaning(permission)));
        self.limit = Some(self.limit.map_or(left, |limit| limit.intersection(left)));
        self
    }

    /// The same as what somebody else's token has, who made it for this member: all permissions, and nothing that takes none, or that goes on
    /// without it.
    #[must_use]
    pub fn lent(mut self) -> Self {
        let mut all = Set::EMPTY;
        for permission in self.model().permissions() {
            all.add(permission);
        }
        self.limit = Some(self.limit.unwrap_or(all));
        self
    }

    /// Whether this is a part of what the membership has, or could get: what a token has that was made for some permissions alone, or by
    /// somebody else.
    pub fn is_limited(&self) -> bool {
        self.limit.is_some()
    }

    fn is_left(&self, permission: Permission) -> bool {
        self.limit.is_none_or(|limit| limit.has(permission))
    }

    /// Whether a program may act for this member: they are active, and have the permission that the model asks for it at one of these
    /// places, which are those of their grants.
    pub fn takes_tokens<'a>(&self, places: impl IntoIterator<Item = &'a Place>) -> bool {
        let needed = self.model().token_permission();
        self.acts() && needed.is_none_or(|needed| places.into_iter().any(|place| self.can(needed, place)))
    }

    /// The same as if every feature were switched on: what somebody holds, and not what acts at the moment.
    #[must_use]
    pub(crate) fn switched_on(&self) -> Self {
        let features = self.model().features().collect();
        Self { setting: Setting { features, ..self.setting.clone() }, ..self.clone() }
    }

    /// The model it was compiled against.
    pub fn model(&self) -> &AccessModel {
        &self.setting.model
    }

    /// The organization's side of it.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The standing it was compiled for.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The workspaces at which there is a grant.
    pub fn workspaces(&self) -> impl Iterator<Item = WorkspaceId> {
        self.held.iter().map(|held| held.workspace)
    }

    /// Whether anything of it counts at all: only an active membership of an active organization acts anywhere.
    pub fn acts(&self) -> bool {
        self.setting.active && self.status == Status::Active
    }

    fn effective<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Held> {
        self.held.iter().filter(|held| place.is_within(held.workspace))
    }

    /// The effective permissions at a workspace (R2).
    pub fn permissions_at(&self, place: &Place) -> Set<Permission> {
        if !self.acts() {
            return Set::EMPTY;
        }
        let given = self.granted_at(place);
        let given = if place.is_active() { given } else { given.intersection(acting_while_off()) };
        let on = self.features_at(place);
        let inert = |permission: &Permission| self.model().permission_feature(*permission).is_some_and(|feature| !on.has(feature));
        if given.iter().any(|permission| inert(&permission)) {
            given.iter().filter(|permission| !inert(permission)).collect()
        } else {
            given
        }
    }

    /// What grants alone give at a workspace, whatever is switched off at the moment.
    pub(crate) fn granted_at(&self, place: &Place) -> Set<Permission> {
        let (mut given, mut taken) = (Set::EMPTY, Set::EMPTY);
        for held in self.effective(place) {
            given = given.union(held.by_level).union(held.by_extra);
            taken = taken.union(held.denied);
        }
        let given = given.minus(taken);
        self.limit.map_or(given, |limit| given.intersection(limit))
    }

    /// Whether this member may do this here.
    pub fn can(&self, permission: Permission, place: &Place) -> bool {
        if !self.acts() || !(place.is_active() || acting_while_off().has(permission)) {
            return false;
        }
        if self.model().permission_feature(permission).is_some_and(|feature| !self.features_at(place).has(feature)) {
            return false;
        }
        self.would(permission, place)
    }

    /// Whether grants alone say that this member may do this here, whatever is switched off at the moment. A workspace that is
    /// off, or somebody who was deactivated, keeps their contacts; a member whose grants no longer say so doesn't.
    pub fn would(&self, permission: Permission, place: &Place) -> bool {
        if !self.is_left(permission) {
            return false;
        }
        let mut given = false;
        for held in self.effective(place) {
            if held.denied.has(permission) {
                return false;
            }
            given |= held.by_level.has(permission) || held.by_extra.has(permission);
        }
        given
    }

    /// Why this member may, or may not, do this here (R20).
    pub fn explain(&self, permission: Permission, place: &Place) -> Explanation {
        explanation::explain(self, permission, place)
    }

    /// Why this member may, or may not, do this here about this resource, having chosen this of its kind (R20). What everybody may
    /// who has the right here, they may about the resources that they reach alone (R3).
    pub fn explain_about(&self, permission: Permission, place: &Place, resource: &Resource, chosen: &Selection) -> Explanation {
        explanation::explain_about(self, permission, place, resource, chosen)
    }

    /// By what this member, who chose this of its kind, reaches a resource; nothing if they don't.
    pub fn reached_by(&self, resource: &Resource, chosen: &Selection) -> Vec<Reason> {
        explanation::reached_by(self.reach_into(resource.kind.as_str()), resource, chosen)
    }

    /// The levels that are effective at a workspace, whatever the membership's status.
    pub fn levels_at(&self, place: &Place) -> Set<Level> {
        self.effective(place).fold(Set::EMPTY, |sum, held| sum.union(held.levels))
    }

    /// The levels that this member holds, wherever.
    pub(crate) fn levels_anywhere(&self) -> Set<Level> {
        self.held.iter().fold(Set::EMPTY, |sum, held| sum.union(held.levels))
    }

    /// The levels that this member manages at a workspace.
    pub fn manages_at(&self, place: &Place) -> Set<Level> {
        let managed = self.levels_at(place).iter().fold(Set::EMPTY, |sum, level| sum.union(self.model().manages(level)));
        let Some(limit) = self.limit else { return managed };
        // Whoever could give a level that may more would have more by it in no time.
        let mut left = Set::EMPTY;
        for level in managed.iter().filter(|level| self.model().level_permissions(*level).within(limit)) {
            left.add(level);
        }
        left
    }

    /// The restrictions that bind this member at a workspace.
    pub fn restrictions_at(&self, place: &Place) -> Set<Restriction> {
        self.effective(place).fold(Set::EMPTY, |sum, held| sum.union(held.restrictions))
    }

    /// The features that are on at a workspace.
    pub fn features_at(&self, place: &Place) -> Set<Feature> {
        self.setting.features.minus(place.features_off())
    }

    /// What is hidden from this member of the contacts of a workspace (R4).
    pub fn masking_at(&self, place: &Place) -> Masking {
        if self.effective(place).any(|held| held.closed) {
            return Masking::Full;
        }
        self.strictest(self.restrictions_at(place))
    }

    /// What is hidden from this member of fellow members: the strictest of all their grants says (R4).
    pub fn masking_of_members(&self) -> Masking {
        if self.held.iter().any(|held| held.closed) {
            return Masking::Full;
        }
        self.strictest(self.held.iter().fold(Set::EMPTY, |sum, held| sum.union(held.restrictions)))
    }

    fn strictest(&self, of: Set<Restriction>) -> Masking {
        let masks = of.iter().filter_map(|restriction| match self.model().effect(restriction) {
            Some(Effect::Masks(masking)) => Some(*masking),
            _ => None,
        });
        masks.max().unwrap_or_default()
    }

    /// Which contacts of a workspace this member sees (R5).
    pub fn visibility_at(&self, place: &Place) -> Visibility {
        if self.effective(place).any(|held| held.closed) {
            return Visibility::Own;
        }
        self.restrictions_at(place).iter().fold(Visibility::Everything, |sum, restriction| match self.model().effect(restriction) {
            Some(Effect::Narrows(visibility)) => sum.and(visibility.clone()),
            _ => sum,
        })
    }

    /// Whether this member is one of those in charge, as far as levels say: one that governs, at the root (R8).
    pub fn governs(&self, root: WorkspaceId) -> bool {
        self.held.iter().any(|held| held.workspace == root && held.levels.iter().any(|level| self.model().governs(level)))
    }

    pub(crate) fn held(&self) -> &[Held] {
        &self.held
    }
}

impl Held {
    fn new(model: &AccessModel, grant: &Grant) -> Self {
        let levels: Set<Level> = grant.levels.iter().filter_map(|key| model.level(key.as_str())).collect();
        let restrictions: Set<Restriction> = grant.restrictions.iter().filter_map(|key| model.restriction(key.as_str())).collect();
        let extras: Set<Permission> = grant.permissions.iter().filter_map(|key| model.permission(key.as_str())).collect();
        let denied = restrictions.iter().fold(Set::EMPTY, |sum, restriction| match model.effect(restriction) {
            Some(Effect::Denies(denied)) => sum.union(*denied),
            _ => sum,
        });
        // A limit that can't be read closes: whoever reads a grant and, a moment later, a model in which its limit has another name
        // must not find somebody free of it.
        let closed = grant.restrictions.iter().any(|key| model.restriction(key.as_str()).is_none());
        let denied = if closed { model.permissions().collect() } else { denied };
        Self {
            workspace: grant.workspace,
            levels,
            by_level: levels.iter().fold(Set::EMPTY, |sum, level| sum.union(model.level_permissions(level))),
            extras,
            by_extra: extras.iter().fold(Set::EMPTY, |sum, permission| sum.union(model.meaning(permission))),
            restrictions,
            denied,
            closed,
        }
    }

    /// What this grant would be, were it offered anew.
    pub(crate) fn as_offer(&self, model: &AccessModel) -> Offer {
        Offer {
            levels: self.levels.iter().filter_map(|level| model.level_key(level).cloned()).collect(),
            permissions: self.extras.iter().filter_map(|extra| model.permission_key(extra).cloned()).collect(),
            restrictions: self.restrictions.iter().filter_map(|one| model.restriction_key(one).cloned()).collect(),
        }
    }
}
