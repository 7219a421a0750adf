//! What becomes of words that go: the holders of the one hold another from then on.

use std::collections::BTreeMap;
use std::fmt;

use crate::access_model::AccessModel;
use crate::bits::{Level, Permission, Set};
use crate::grant::Offer;
use crate::keys::{LevelKey, PermissionKey, RestrictionKey, WorkspaceKindKey};

/// Which words of the old model become which of the new one, `old = new`. A word that both models have stays what it is: only
/// words that go can become others, and only words that the new model has can take their holders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Migration {
    /// Access levels.
    pub levels: BTreeMap<LevelKey, LevelKey>,
    /// Extra permissions.
    pub permissions: BTreeMap<PermissionKey, PermissionKey>,
    /// Restrictions.
    pub restrictions: BTreeMap<RestrictionKey, RestrictionKey>,
    /// Kinds of workspaces.
    pub workspace_kinds: BTreeMap<WorkspaceKindKey, WorkspaceKindKey>,
}

/// What a word of an access model stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sort {
    /// An access level.
    Level,
    /// A permission.
    Permission,
    /// A restriction.
    Restriction,
    /// A kind of workspaces.
    WorkspaceKind,
    /// A kind of resources.
    ResourceKind,
    /// A plan.
    Plan,
    /// A feature.
    Feature,
    /// A number that a host reports.
    Statistic,
}

impl Sort {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Permission => "permission",
            Self::Restriction => "restriction",
            Self::WorkspaceKind => "workspace_kind",
            Self::ResourceKind => "resource_kind",
            Self::Plan => "plan",
            Self::Feature => "feature",
            Self::Statistic => "statistic",
        }
    }

    /// The word for several.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Level => "levels",
            Self::Permission => "permissions",
            Self::Restriction => "restrictions",
            Self::WorkspaceKind => "workspace_kinds",
            Self::ResourceKind => "resource_kinds",
            Self::Plan => "plans",
            Self::Feature => "features",
            Self::Statistic => "statistics",
        }
    }
}

/// A word of an access model.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Word {
    /// What it stands for.
    pub sort: Sort,
    /// Its key.
    pub key: String,
}

impl Word {
    pub(super) fn new(sort: Sort, key: &(impl ToString + ?Sized)) -> Self {
        Self { sort, key: key.to_string() }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}`", self.sort.word().replace('_', " "), self.key)
    }
}

/// Why a word can't become another.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MigrationFault {
    /// The old model doesn't have it.
    #[error("the access model of now has no {0}")]
    Unknown(Word),
    /// The new model has it still.
    #[error("the new access model has the {0} still: its holders stay with it")]
    Stays(Word),
    /// The new model doesn't have what it is to become.
    #[error("the new access model has no {to}")]
    NoSuchTarget {
        /// What is to become another.
        from: Word,
        /// What it is to become.
        to: Word,
    },
}

impl MigrationFault {
    /// Which entry of the migration is at fault.
    pub fn word(&self) -> &Word {
        match self {
            Self::Unknown(word) | Self::Stays(word) | Self::NoSuchTarget { from: word, .. } => word,
        }
    }
}

impl Migration {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.permissions.is_empty() && self.restrictions.is_empty() && self.workspace_kinds.is_empty()
    }

    /// Every entry, `old = new`.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Word, Word)> {
        fn of<K: ToString>(sort: Sort, map: &BTreeMap<K, K>) -> impl Iterator<Item = (Word, Word)> {
            map.iter().map(move |(old, new)| (Word::new(sort, old), Word::new(sort, new)))
        }
        of(Sort::Level, &self.levels)
            .chain(of(Sort::Permission, &self.permissions))
            .chain(of(Sort::Restriction, &self.restrictions))
            .chain(of(Sort::WorkspaceKind, &self.workspace_kinds))
    }

    /// The first entry that makes no sense.
    pub(super) fn check(&self, old: &AccessModel, new: &AccessModel) -> Result<(), MigrationFault> {
        let has = |model: &AccessModel, word: &Word| match word.sort {
            Sort::Level => model.level(&word.key).is_some(),
            Sort::Permission => model.permission(&word.key).is_some(),
            Sort::Restriction => model.restriction(&word.key).is_some(),
            _ => model.workspace_kinds().iter().any(|(key, _, _)| key.as_str() == word.key),
        };
        self.entries().try_for_each(|(from, to)| {
            if !has(old, &from) {
                return Err(MigrationFault::Unknown(from));
            }
            if has(new, &from) {
                return Err(MigrationFault::Stays(from));
            }
            if has(new, &to) { Ok(()) } else { Err(MigrationFault::NoSuchTarget { from, to }) }
        })
    }
}

/// Two models and what of the one becomes what of the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) old: &'a AccessModel,
    pub(super) new: &'a AccessModel,
    pub(super) migration: &'a Migration,
}

impl Words<'_> {
    /// An offer in the new model's words; words that go, and become nothing, stay as they were.
    pub(super) fn carried(&self, offer: &Offer) -> Offer {
        fn each<K: Ord + Clone>(keys: &std::collections::BTreeSet<K>, map: &BTreeMap<K, K>) -> std::collections::BTreeSet<K> {
            keys.iter().map(|key| map.get(key).unwrap_or(key).clone()).collect()
        }
        Offer {
            levels: each(&offer.levels, &self.migration.levels),
            permissions: each(&offer.permissions, &self.migration.permissions),
            restrictions: each(&offer.restrictions, &self.migration.restrictions),
        }
    }

    /// The new model's level for one of the old one's, if it has any.
    pub(super) fn level(&self, old: Level) -> Option<Level> {
        let key = self.old.level_key(old)?;
        self.new.level(self.migration.levels.get(key).unwrap_or(key).as_str())
    }

    /// The new model's permission for one of the old one's, if it has any.
    pub(super) fn permission(&self, old: Permission) -> Option<Permission> {
        let key = self.old.permission_key(old)?;
        self.new.permission(self.migration.permissions.get(key).unwrap_or(key).as_str())
    }

    /// What of the old model one of the new one's permissions was; nothing for a word that nobody could hold before.
    pub(super) fn permission_was(&self, new: Permission) -> Set<Permission> {
        self.old.permissions().filter(|old| self.permission(*old) == Some(new)).collect()
    }

    /// What of the old model one of the new one's levels was; nothing for one that nobody could hold before.
    pub(super) fn level_was(&self, new: Level) -> Set<Level> {
        self.old.levels().filter(|old| self.level(*old) == Some(new)).collect()
    }
}
