//! The access model: what an organization's levels, permissions, restrictions and features are, compiled and checked.

mod capacity;
mod check;
mod compile;
mod fault;
mod nearest;
mod spec;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use fault::{Fault, FaultReason, Spot};
pub use nearest::nearest;
pub use spec::{
    AlertTopicSpec, AssignedFrom, FeatureSpec, LevelSpec, ModelSpec, PermissionSpec, ResourceKindSpec, RestrictionSpec,
    StatisticSpec, VisibilitySpec, WorkspaceKindSpec,
};

use crate::bits::{Feature, Index, Level, Permission, Restriction, Set};
use crate::keys::{FeatureKey, KindKey, LevelKey, PermissionKey, PlanKey, RestrictionKey, WorkspaceKindKey};
use crate::visibility::{Masking, Visibility};

/// The engine's own permissions: every model has them, at the same numbers.
pub mod engine {
    use crate::bits::Permission;

    macro_rules! engine {
        ($($at:literal $name:ident $key:literal;)*) => {
            $(#[doc = concat!("`", $key, "`")] pub const $name: Permission = Permission::engine($at);)*
            /// The keys, in the order of their numbers.
            pub const KEYS: &[&str] = &[$($key),*];
        };
    }

    engine! {
        0 MEMBERS_VIEW "members.view";
        1 MEMBERS_INVITE "members.invite";
        2 MEMBERS_MANAGE "members.manage";
        3 MEMBERS_EXPORT "members.export";
        4 WORKSPACES_MANAGE "workspaces.manage";
        5 WORKSPACES_SETTINGS "workspaces.settings";
        6 RESOURCES_MANAGE "resources.manage";
        7 CONTACTS_VIEW "contacts.view";
        8 CONTACTS_HANDLE "contacts.handle";
        9 CONTACTS_DELETE "contacts.delete";
        10 CONTACTS_EXPORT "contacts.export";
        11 ALERTS_RAISE "alerts.raise";
        12 INSIGHTS_VIEW "insights.view";
        13 JOURNAL_VIEW "journal.view";
        14 ACCESS_MODEL_MANAGE "access_model.manage";
        15 ORGANIZATION_MANAGE "organization.manage";
    }
}

/// Whether members may change their e-mail address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmailChange {
    /// After the new address confirmed it.
    Confirmed,
    /// Never.
    Never,
}

/// What a restriction takes away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// These permissions.
    Denies(Set<Permission>),
    /// Phone numbers, addresses and, in full, names.
    Masks(Masking),
    /// Contacts that are not the viewer's own, in some reading of "own".
    Narrows(Visibility),
}

/// How far a level reaches into one resource kind. Later ones are wider (R3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reach {
    /// Into none.
    None,
    /// Into one that has to be chosen.
    ExactlyOne,
    /// Into those that are chosen.
    Choose,
    /// Into all, present and future.
    All,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct PermissionEntry {
    pub(crate) key: PermissionKey,
    pub(crate) name: String,
    pub(crate) feature: Option<Feature>,
    /// This permission with everything that it implies.
    pub(crate) means: Set<Permission>,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct LevelEntry {
    pub(crate) key: LevelKey,
    pub(crate) name: String,
    pub(crate) permissions: Set<Permission>,
    pub(crate) grantable: Set<Permission>,
    pub(crate) manages: Set<Level>,
    pub(crate) governs: bool,
    pub(crate) reach: BTreeMap<KindKey, Reach>,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct RestrictionEntry {
    pub(crate) key: RestrictionKey,
    pub(crate) name: String,
    pub(crate) levels: Set<Level>,
    pub(crate) feature: Option<Feature>,
    pub(crate) effect: Effect,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct FeatureEntry {
    pub(crate) key: FeatureKey,
    pub(crate) plans: BTreeSet<PlanKey>,
}

/// A compiled and checked access model. The only way to one is [`AccessModel::compile`].
#[derive(Clone, PartialEq, Debug)]
pub struct AccessModel {
    name: String,
    email_change: EmailChange,
    undo_window_days: u32,
    token_permission: Option<Permission>,
    plans: Vec<PlanKey>,
    workspace_kinds: Vec<(WorkspaceKindKey, String, bool)>,
    permissions: Vec<PermissionEntry>,
    levels: Vec<LevelEntry>,
    restrictions: Vec<RestrictionEntry>,
    features: Vec<FeatureEntry>,
    resource_kinds: Vec<ResourceKindSpec>,
    alert_topics: Vec<AlertTopicSpec>,
    statistics: Vec<StatisticSpec>,
}

fn find<K: Index, T>(table: &[T], is: impl Fn(&T) -> bool) -> Option<K> {
    table.iter().position(is).map(K::nth)
}

impl AccessModel {
    /// What the document calls itself, such as `workspace`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether members may change their e-mail address.
    pub fn email_change(&self) -> EmailChange {
        self.email_change
    }

    /// How long a revocation can be undone, in days; 0 means not at all.
    pub fn undo_window_days(&self) -> u32 {
        self.undo_window_days
    }

    /// What members need to have API tokens; none where every active member may have some.
    pub fn token_permission(&self) -> Option<Permission> {
        self.token_permission
    }

    /// The plans that exist, in the document's order.
    pub fn plans(&self) -> &[PlanKey] {
        &self.plans
    }

    /// The workspace kinds, outermost first: key, name, and whether such a workspace starts switched off.
    pub fn workspace_kinds(&self) -> &[(WorkspaceKindKey, String, bool)] {
        &self.workspace_kinds
    }

    /// The resource kinds.
    pub fn resource_kinds(&self) -> &[ResourceKindSpec] {
        &self.resource_kinds
    }

    /// The resource kind of this key.
    pub fn resource_kind(&self, key: &str) -> Option<&ResourceKindSpec> {
        self.resource_kinds.iter().find(|kind| kind.key == key)
    }

    /// The alert topics.
    pub fn alert_topics(&self) -> &[AlertTopicSpec] {
        &self.alert_topics
    }

    /// The statistics that hosts report.
    pub fn statistics(&self) -> &[StatisticSpec] {
        &self.statistics
    }

    /// The permission of this key.
    pub fn permission(&self, key: &str) -> Option<Permission> {
        find(&self.permissions, |entry| entry.key.as_str() == key)
    }

    /// The level of this key.
    pub fn level(&self, key: &str) -> Option<Level> {
        find(&self.levels, |entry| entry.key.as_str() == key)
    }

    /// The restriction of this key.
    pub fn restriction(&self, key: &str) -> Option<Restriction> {
        find(&self.restrictions, |entry| entry.key.as_str() == key)
    }

    /// The feature of this key.
    pub fn feature(&self, key: &str) -> Option<Feature> {
        find(&self.features, |entry| entry.key.as_str() == key)
    }

    /// Every permission, the engine's own first.
    pub fn permissions(&self) -> impl Iterator<Item = Permission> + use<> {
        (0..self.permissions.len()).map(Permission::nth)
    }

    /// Every level, in the document's order.
    pub fn levels(&self) -> impl Iterator<Item = Level> + use<> {
        (0..self.levels.len()).map(Level::nth)
    }

    /// Every restriction, in the document's order.
    pub fn restrictions(&self) -> impl Iterator<Item = Restriction> + use<> {
        (0..self.restrictions.len()).map(Restriction::nth)
    }

    /// Every feature, in the document's order.
    pub fn features(&self) -> impl Iterator<Item = Feature> + use<> {
        (0..self.features.len()).map(Feature::nth)
    }

    /// The features that a plan switches on. A plan that the model doesn't know switches on none.
    pub fn features_of_plan(&self, plan: &str) -> Set<Feature> {
        self.features().filter(|feature| self.feature_entry(*feature).is_some_and(|entry| entry.plans.contains(plan))).collect()
    }

    /// A permission's key.
    pub fn permission_key(&self, permission: Permission) -> Option<&PermissionKey> {
        self.permissions.get(permission.at()).map(|entry| &entry.key)
    }

    /// A permission's name for people.
    pub fn permission_name(&self, permission: Permission) -> &str {
        self.permissions.get(permission.at()).map_or("", |entry| &entry.name)
    }

    /// A permission with all that it implies.
    pub fn meaning(&self, permission: Permission) -> Set<Permission> {
        self.permissions.get(permission.at()).map_or(Set::EMPTY, |entry| entry.means)
    }

    /// The feature that a permission needs, if any.
    pub fn permission_feature(&self, permission: Permission) -> Option<Feature> {
        self.permissions.get(permission.at()).and_then(|entry| entry.feature)
    }

    /// A level's key.
    pub fn level_key(&self, level: Level) -> Option<&LevelKey> {
        self.level_entry(level).map(|entry| &entry.key)
    }

    /// A level's name for people.
    pub fn level_name(&self, level: Level) -> &str {
        self.level_entry(level).map_or("", |entry| &entry.name)
    }

    /// A level's permissions, with all that they imply.
    pub fn level_permissions(&self, level: Level) -> Set<Permission> {
        self.level_entry(level).map_or(Set::EMPTY, |entry| entry.permissions)
    }

    /// The extra permissions that a grant at this level may add; what one of them implies comes with it, but is not offered alone.
    pub fn grantable(&self, level: Level) -> Set<Permission> {
        self.level_entry(level).map_or(Set::EMPTY, |entry| entry.grantable)
    }

    /// The levels that this level manages.
    pub fn manages(&self, level: Level) -> Set<Level> {
        self.level_entry(level).map_or(Set::EMPTY, |entry| entry.manages)
    }

    /// Whether holding this level at the root makes somebody one of those in charge (R8).
    pub fn governs(&self, level: Level) -> bool {
        self.level_entry(level).is_some_and(|entry| entry.governs)
    }

    /// How far a level reaches into a resource kind.
    pub fn reach(&self, level: Level, kind: &str) -> Reach {
        self.level_entry(level).and_then(|entry| entry.reach.get(kind).copied()).unwrap_or(Reach::Choose)
    }

    /// A restriction's key.
    pub fn restriction_key(&self, restriction: Restriction) -> Option<&RestrictionKey> {
        self.restriction_entry(restriction).map(|entry| &entry.key)
    }

    /// A restriction's name for people.
    pub fn restriction_name(&self, restriction: Restriction) -> &str {
        self.restriction_entry(restriction).map_or("", |entry| &entry.name)
    }

    /// The levels whose grants may carry a restriction.
    pub fn eligible(&self, restriction: Restriction) -> Set<Level> {
        self.restriction_entry(restriction).map_or(Set::EMPTY, |entry| entry.levels)
    }

    /// The feature that adding a restriction needs, if any.
    pub fn restriction_feature(&self, restriction: Restriction) -> Option<Feature> {
        self.restriction_entry(restriction).and_then(|entry| entry.feature)
    }

    /// What a restriction takes away.
    pub fn effect(&self, restriction: Restriction) -> Option<&Effect> {
        self.restriction_entry(restriction).map(|entry| &entry.effect)
    }

    /// Whether any restriction narrows somebody to the contacts that are theirs through a resource kind.
    pub fn narrows_to(&self, kind: &KindKey) -> bool {
        let through = |one| matches!(self.effect(one), Some(Effect::Narrows(Visibility::Shared(key))) if key == kind);
        self.restrictions().any(through)
    }

    /// A feature's key.
    pub fn feature_key(&self, feature: Feature) -> Option<&FeatureKey> {
        self.feature_entry(feature).map(|entry| &entry.key)
    }

    /// The plans that switch a feature on.
    pub fn feature_plans(&self, feature: Feature) -> impl Iterator<Item = &PlanKey> {
        self.feature_entry(feature).into_iter().flat_map(|entry| entry.plans.iter())
    }

    fn level_entry(&self, level: Level) -> Option<&LevelEntry> {
        self.levels.get(level.at())
    }

    fn restriction_entry(&self, restriction: Restriction) -> Option<&RestrictionEntry> {
        self.restrictions.get(restriction.at())
    }

    fn feature_entry(&self, feature: Feature) -> Option<&FeatureEntry> {
        self.features.get(feature.at())
    }
}
