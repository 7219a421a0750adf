//! Insights: what whoever looks after an organization would want to be told, each found by looking and none kept (C8).
//!
//! ```
//! use tenure_domain::insight::Insight;
//!
//! assert_eq!(Insight::parse("not_active"), Some(Insight::NotActive));
//! assert_eq!(Insight::NotActive.word(), "not_active");
//! ```

mod onboarding;

use std::collections::BTreeSet;

pub use onboarding::{Newcomer, OnboardingStep, onboarding};

use crate::access_model::{AccessModel, Reach, ResourceKindSpec};
use crate::bits::Level;
use crate::keys::{KindKey, LevelKey};
use crate::selection::LevelReach;

/// How many of those around somebody have less, for each who has as much as they: from then on they stand out.
pub const NEIGHBOURS: u32 = 9;

/// Something to be told, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Insight {
    /// Fewer than two people are in charge: if one is ill, the other is gone.
    TooFewGovern,
    /// Nobody works in a resource whose kind is staffed, such as a queue.
    NobodyIn,
    /// Somebody who works in resources of a kind is in none.
    InNone,
    /// Nobody answered an invitation before it expired.
    Unanswered,
    /// Somebody has a wider level than most around them, and did nothing that is journalled for a while.
    WiderLevel,
    /// Somebody was not active for a while.
    NotActive,
    /// Somebody is new here, and not all is done that makes them one of the others.
    Onboarding,
}

impl Insight {
    /// All there are, in their order.
    pub const ALL: [Self; 7] =
        [Self::TooFewGovern, Self::NobodyIn, Self::InNone, Self::Unanswered, Self::WiderLevel, Self::NotActive, Self::Onboarding];

    /// The word in JSON and URLs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::TooFewGovern => "too_few_govern",
            Self::NobodyIn => "nobody_in",
            Self::InNone => "in_none",
            Self::Unanswered => "unanswered",
            Self::WiderLevel => "wider_level",
            Self::NotActive => "not_active",
            Self::Onboarding => "onboarding",
        }
    }

    /// The insight of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|insight| insight.word() == word)
    }
}

/// A resource kind that people work in: one that a deactivation takes them out of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staffed {
    /// How levels reach into it.
    pub levels: LevelReach,
    /// The levels of those who work in what is chosen for them.
    pub workers: BTreeSet<LevelKey>,
    /// The levels that decide who works where: whoever has one needn't work in any.
    pub leaders: BTreeSet<LevelKey>,
}

impl Staffed {
    /// The kind.
    pub const fn kind(&self) -> &KindKey {
        &self.levels.kind
    }
}

/// A level, and those that give less.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wider {
    /// The level.
    pub level: LevelKey,
    /// Levels whose permissions are among its own, and fewer; the widest first.
    pub narrower: Vec<LevelKey>,
}

impl AccessModel {
    /// The resource kinds that people work in, in the document's order.
    pub fn staffed(&self) -> Vec<Staffed> {
        let kinds = self.resource_kinds().iter().filter(|kind| kind.cleared_on_deactivation);
        kinds.filter_map(|kind| Some(self.staffed_kind(kind, &kind.kind_key()?))).collect()
    }

    fn staffed_kind(&self, kind: &ResourceKindSpec, key: &KindKey) -> Staffed {
        let assigns = self.permission(&format!("{}.assign", kind.key));
        let leads = |level: &Level| assigns.is_some_and(|right| self.level_permissions(*level).has(right));
        let chooses = |level: &Level| matches!(self.reach(*level, &kind.key), Reach::Choose | Reach::ExactlyOne);
        let keys = |that: &dyn Fn(&Level) -> bool| -> BTreeSet<LevelKey> {
            self.levels().filter(that).filter_map(|level| self.level_key(level).cloned()).collect()
        };
        let (workers, leaders) = (keys(&|level| chooses(level) && !leads(level)), keys(&leads));
        Staffed { levels: self.level_reach(key), workers, leaders }
    }

    /// The levels beside which others give less, in the document's order.
    pub fn wider_levels(&self) -> Vec<Wider> {
        let of = |level: Level| {
            let wide = self.level_permissions(level);
            let less = |other: &Level| {
                let few = self.level_permissions(*other);
                few != wide && few.within(wide)
            };
            let mut narrower: Vec<Level> = self.levels().filter(less).collect();
            narrower.sort_by_key(|other| std::cmp::Reverse(self.level_permissions(*other).len()));
            let narrower: Vec<LevelKey> = narrower.into_iter().filter_map(|other| self.level_key(other).cloned()).collect();
            Some(Wider { level: self.level_key(level)?.clone(), narrower })
        };
        self.levels().filter_map(of).filter(|wider| !wider.narrower.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_insight_has_a_word_of_its_own() {
        for insight in Insight::ALL {
            assert_eq!(Insight::parse(insight.word()), Some(insight));
        }
        assert!(Insight::ALL.is_sorted());
        assert_eq!(Insight::parse("Not_active"), None);
    }
}
