//! What a document says, word for word, before anybody has checked it.

use super::Reach;
use crate::keys::KindKey;

/// A whole document. Everything is text as written; [`super::AccessModel::compile`] checks it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ModelSpec {
    /// What the model is called.
    pub name: String,
    /// `confirmed` (also when absent) or `never`.
    pub email_change: Option<String>,
    /// Days; 30 when absent.
    pub undo_window_days: Option<u32>,
    /// The permission that members need to have API tokens; every active member may where absent.
    pub token_permission: Option<String>,
    /// The plans that exist, the first being a new organization's.
    pub plans: Vec<String>,
    /// Labels of workspaces, outermost first.
    pub workspace_kinds: Vec<WorkspaceKindSpec>,
    /// What plans switch on.
    pub features: Vec<FeatureSpec>,
    /// Permissions beyond the engine's own.
    pub permissions: Vec<PermissionSpec>,
    /// What members are let to see one by one.
    pub resource_kinds: Vec<ResourceKindSpec>,
    /// Limits that grants may carry.
    pub restrictions: Vec<RestrictionSpec>,
    /// What members can be told about.
    pub alert_topics: Vec<AlertTopicSpec>,
    /// Numbers that a host reports.
    pub statistics: Vec<StatisticSpec>,
    /// Access levels.
    pub levels: Vec<LevelSpec>,
}

/// A label of workspaces.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkspaceKindSpec {
    /// Its key.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// Whether such a workspace starts switched off.
    pub starts_inactive: bool,
}

/// Something that a plan switches on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FeatureSpec {
    /// Its key.
    pub key: String,
    /// The plans that have it.
    pub plans: Vec<String>,
}

/// A right of the model's own.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PermissionSpec {
    /// `noun.verb`.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// It is inert while this feature is off.
    pub feature: Option<String>,
    /// Permissions that come with it.
    pub implies: Vec<String>,
}

/// From whose side resources are assigned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AssignedFrom {
    /// The member's.
    #[default]
    Member,
    /// The resource's.
    Resource,
    /// Either.
    Both,
}

/// A kind of resource.
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the language, said or not")]
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResourceKindSpec {
    /// Its key.
    pub key: String,
    /// Its name for people: of one of them.
    pub name: String,
    /// What several of them are called.
    pub plural: String,
    /// Whether resource groups may bundle it.
    pub grouped: bool,
    /// From whose side it is assigned.
    pub assigned_from: AssignedFrom,
    /// Whether deactivation empties a member's selection of it.
    pub cleared_on_deactivation: bool,
    /// Whether one of them may be for everyone.
    pub everyone_allowed: bool,
    /// Whether lists of members show which of them each was given.
    pub listed: bool,
    /// Needed to delete one, besides `resources.manage`.
    pub delete: Option<String>,
}

/// A limit. Exactly one of `masks`, `denies` and `visibility` is given.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RestrictionSpec {
    /// Its key.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// Levels whose grants may carry it.
    pub levels: Vec<String>,
    /// It can't be added while this feature is off.
    pub feature: Option<String>,
    /// `partial` or `full`.
    pub masks: Option<String>,
    /// Permissions that it takes away.
    pub denies: Vec<String>,
    /// Which contacts are left.
    pub visibility: Option<VisibilitySpec>,
}

/// Which contacts a restriction leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VisibilitySpec {
    /// A word: `own` or `own_and_unassigned`.
    Word(String),
    /// Those held by someone with a resource of this kind in common.
    Shared(String),
}

/// Something that members can be told about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AlertTopicSpec {
    /// Its key.
    pub key: String,
    /// One rule for each resource of this kind; absent: one for the topic.
    pub per: Option<String>,
    /// Needed to be told.
    pub permission: Option<String>,
    /// The kind that rules may be narrowed by.
    pub filtered_by: Option<String>,
    /// What may set it off.
    pub triggers: Vec<String>,
}

/// A number that a host reports about a member.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StatisticSpec {
    /// Its key.
    pub key: String,
    /// What people read.
    pub name: String,
    /// Shown only while this feature is on.
    pub feature: Option<String>,
}

/// A named baseline of permissions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LevelSpec {
    /// Its key.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// What it may do.
    pub permissions: Vec<String>,
    /// What a grant at this level may add.
    pub grantable: Vec<String>,
    /// The levels that it manages.
    pub manages: Vec<String>,
    /// Whether, at the root, it is in charge of the organization.
    pub governs: bool,
    /// How far it reaches into each resource kind; `choose` when absent.
    pub reach: Vec<(String, Reach)>,
}

impl ResourceKindSpec {
    /// The permission that assigning such a resource from its own side takes.
    pub fn assign_permission(&self) -> String {
        format!("{}.assign", self.key)
    }

    /// Its key, if that is one; a compiled model has no others.
    pub fn kind_key(&self) -> Option<KindKey> {
        KindKey::parse(&self.key).ok()
    }
}
