//! Organizations: the tenants, with what the operator set for them.

mod change;
mod found;
mod remodel;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::access::Setting;
use crate::access_model::{AccessModel, StatisticSpec};
use crate::bits::{Feature, Set};
use crate::id::{OrganizationId, WorkspaceId};
use crate::instant::Instant;
use crate::keys::{FeatureKey, PlanKey};
use crate::text::Name;

pub use change::{Change, ChangeRefused, Settings, SettingsRefused, change, settle};
pub use found::{Founding, Governor, found, governing_offer, seat, seat_oneself};
pub use remodel::{
    Aspect, Holding, HoldingChange, InUse, KindUse, MOST_NAMED, MOST_RELEASED, Migration, MigrationFault, RemodelFacts,
    RemodelRefused, Remodelled, Remodelling, Sort, Word, may_remodel, remodel,
};

/// A tenant.
#[derive(Clone, PartialEq, Debug)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// What people call it.
    pub name: Name,
    /// The root of its tree.
    pub root: WorkspaceId,
    /// The compiled model.
    pub model: Arc<AccessModel>,
    /// The document that the model was compiled from.
    pub document: Arc<str>,
    /// Its plan, where the model has plans.
    pub plan: Option<PlanKey>,
    /// Features that the operator switched on or off for this organization, whatever its plan says.
    pub features: BTreeMap<FeatureKey, bool>,
    /// How many pending and active members it may have; none for no limit.
    pub seats: Option<u32>,
    /// Whether it is switched on.
    pub active: bool,
    /// How long a revocation can be undone, in days, where the organization differs from its model.
    pub undo_window_days: Option<u32>,
    /// Whether its members need a second factor to do anything in it.
    pub second_factor_required: bool,
    /// How many API tokens each member may have.
    pub tokens_per_member: u32,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

impl Organization {
    /// How many API tokens each member of a new one may have.
    pub const TOKENS_PER_MEMBER: u32 = 1;

    /// The features that are on for the organization, before workspaces switch some off.
    pub fn features_on(&self) -> Set<Feature> {
        let by_plan = self.plan.as_ref().map_or(Set::EMPTY, |plan| self.model.features_of_plan(plan.as_str()));
        let switched = |to: bool| -> Set<Feature> {
            let keys = self.features.iter().filter(move |(_, on)| **on == to).map(|(key, _)| key);
            keys.filter_map(|key| self.model.feature(key.as_str())).collect()
        };
        by_plan.union(switched(true)).minus(switched(false))
    }

    /// The statistics that are shown: those of no feature, and those whose feature is on for the organization. A number is about a
    /// person and not about a place, so what a workspace switches off says nothing of it.
    pub fn statistics_on(&self) -> impl Iterator<Item = &StatisticSpec> {
        let on = self.features_on();
        let is_on = move |key: &String| self.model.feature(key).is_some_and(|feature| on.has(feature));
        self.model.statistics().iter().filter(move |one| one.feature.as_ref().is_none_or(&is_on))
    }

    /// What of it matters to access.
    pub fn setting(&self) -> Setting {
        Setting {
            organization: self.id,
            root: self.root,
            model: Arc::clone(&self.model),
            features: self.features_on(),
            active: self.active,
        }
    }

    /// How long a revocation can be undone, in days.
    pub fn undo_days(&self) -> u32 {
        self.undo_window_days.unwrap_or_else(|| self.model.undo_window_days())
    }

    /// The levels with which somebody at the root is in charge.
    pub fn governing_levels(&self) -> BTreeSet<crate::keys::LevelKey> {
        self.model
            .levels()
            .filter(|level| self.model.governs(*level))
            .filter_map(|level| self.model.level_key(level).cloned())
            .collect()
    }
}
