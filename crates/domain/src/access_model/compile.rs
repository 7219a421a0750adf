//! From what a document says to a model that the engine runs on.

use std::collections::BTreeSet;

use super::spec::{ModelSpec, PermissionSpec, ResourceKindSpec, RestrictionSpec, StatisticSpec, VisibilitySpec};
use super::{
    AccessModel, AssignedFrom, Effect, EmailChange, Fault, FaultReason, FeatureEntry, LevelEntry, PermissionEntry,
    RestrictionEntry, Spot, capacity, check, engine, nearest,
};
use crate::bits::{Index, Permission, Set};
use crate::keys::{FeatureKey, KeyRefused, KindKey, LevelKey, PermissionKey, PlanKey, RestrictionKey, WorkspaceKindKey};
use crate::visibility::{Masking, Visibility};

/// The longest undo window: ten years.
const MOST_UNDO_DAYS: u32 = 3_650;
/// Up to how many faults the nearest declared word is looked for: a document of nothing but mistakes must stay cheap.
const MOST_GUESSES: usize = 50;
/// How long a resource kind's key may be, so that `<key>.assign` is still a permission's.
const MOST_KIND_LETTERS: usize = 57;

impl AccessModel {
    /// Checks a whole document and compiles it; every fault is reported, not just the first. Levels are held against each other
    /// only once every word in the document is known: a fault that follows from another would hide the one to mend.
    pub fn compile(spec: &ModelSpec) -> Result<Self, Vec<Fault>> {
        let crowded = capacity::check(spec);
        if !crowded.is_empty() {
            return Err(crowded);
        }
        let mut reading = Reading { faults: Vec::new(), model: empty(spec) };
        reading.plans_and_features(spec);
        reading.kinds(spec);
        reading.permissions(spec);
        reading.deleting(spec);
        reading.tokens(spec);
        reading.levels(spec);
        reading.restrictions(spec);
        reading.topics(spec);
        let Reading { mut faults, model } = reading;
        if faults.is_empty() {
            faults = check::check(&model);
        }
        if faults.is_empty() { Ok(model) } else { Err(faults) }
    }
}

fn empty(spec: &ModelSpec) -> AccessModel {
    AccessModel {
        name: spec.name.trim().to_owned(),
        email_change: EmailChange::Confirmed,
        undo_window_days: spec.undo_window_days.unwrap_or(30),
        token_permission: None,
        plans: Vec::new(),
        workspace_kinds: Vec::new(),
        permissions: Vec::new(),
        levels: Vec::new(),
        restrictions: Vec::new(),
        features: Vec::new(),
        resource_kinds: spec.resource_kinds.iter().map(named).collect(),
        alert_topics: spec.alert_topics.clone(),
        statistics: spec.statistics.iter().map(read_as).collect(),
    }
}

/// A kind with the names that people read: what isn't named is called by its key, and several of what has no plural as one is.
fn named(kind: &ResourceKindSpec) -> ResourceKindSpec {
    let name = label(&kind.name, &kind.key);
    ResourceKindSpec { plural: label(&kind.plural, &name), name, ..kind.clone() }
}

/// A statistic with the name that people read.
fn read_as(statistic: &StatisticSpec) -> StatisticSpec {
    StatisticSpec { name: label(&statistic.name, &statistic.key), ..statistic.clone() }
}

/// A place in the document that is being read.
#[derive(Clone, Copy)]
struct At {
    table: &'static str,
    entry: usize,
}

impl At {
    fn field(self, field: &'static str, item: usize) -> Spot {
        Spot { table: self.table, entry: self.entry, field, item }
    }
}

struct Reading {
    faults: Vec<Fault>,
    model: AccessModel,
}

impl Reading {
    fn fault(&mut self, at: Spot, reason: FaultReason) {
        self.faults.push(Fault { at, reason });
    }

    /// A key that must be new in its table.
    fn key<K: Ord + Clone>(
        &mut self,
        at: Spot,
        text: &str,
        parse: fn(&str) -> Result<K, KeyRefused>,
        seen: &mut BTreeSet<K>,
    ) -> Option<K> {
        let Ok(key) = parse(text) else {
            self.fault(at, FaultReason::BadKey(text.to_owned()));
            return None;
        };
        if !seen.insert(key.clone()) {
            self.fault(at, FaultReason::Duplicate(text.to_owned()));
        }
        Some(key)
    }

    /// Something that the document must have declared.
    fn known<T>(&mut self, at: Spot, what: &'static str, key: &str, found: Option<T>, all: &[String]) -> Option<T> {
        if found.is_none() {
            let guess = self.faults.len() < MOST_GUESSES;
            let nearest = guess.then(|| nearest(key, all.iter().map(String::as_str))).flatten().map(str::to_owned);
            self.fault(at, FaultReason::Unknown { what, key: key.to_owned(), nearest });
        }
        found
    }

    fn plans_and_features(&mut self, spec: &ModelSpec) {
        if spec.name.trim().is_empty() {
            self.fault(Spot { field: "name", ..Spot::default() }, FaultReason::Missing);
        }
        match spec.email_change.as_deref() {
            None | Some("confirmed") => {}
            Some("never") => self.model.email_change = EmailChange::Never,
            Some(given) => {
                let reason = FaultReason::NotOneOf { given: given.to_owned(), allowed: "`confirmed` or `never`" };
                self.fault(Spot { field: "email_change", ..Spot::default() }, reason);
            }
        }
        if self.model.undo_window_days > MOST_UNDO_DAYS {
            self.fault(Spot { field: "undo_window_days", ..Spot::default() }, FaultReason::TooLong(MOST_UNDO_DAYS));
        }
        let mut seen = BTreeSet::new();
        for (item, plan) in spec.plans.iter().enumerate() {
            let at = Spot { field: "plans", item, ..Spot::default() };
            self.key(at, plan, PlanKey::parse, &mut seen);
        }
        self.model.plans = spec.plans.iter().filter_map(|plan| PlanKey::parse(plan).ok()).collect();
        let mut seen = BTreeSet::new();
        for (entry, feature) in spec.features.iter().enumerate() {
            let at = At { table: "feature", entry };
            let key = self.key(at.field("key", 0), &feature.key, FeatureKey::parse, &mut seen);
            let mut plans = BTreeSet::new();
            for (item, plan) in feature.plans.iter().enumerate() {
                let found = spec.plans.contains(plan).then_some(());
                if self.known(at.field("plans", item), "plan", plan, found, &spec.plans).is_some() {
                    plans.extend(PlanKey::parse(plan));
                }
            }
            self.model.features.extend(key.map(|key| FeatureEntry { key, plans }));
        }
        let features: Vec<String> = spec.features.iter().map(|feature| feature.key.clone()).collect();
        let mut seen = BTreeSet::new();
        for (entry, statistic) in spec.statistics.iter().enumerate() {
            let at = At { table: "statistic", entry };
            self.key(at.field("key", 0), &statistic.key, FeatureKey::parse, &mut seen);
            if let Some(feature) = &statistic.feature {
                self.known(at.field("feature", 0), "feature", feature, self.model.feature(feature), &features);
            }
        }
    }

    fn kinds(&mut self, spec: &ModelSpec) {
        let mut seen = BTreeSet::new();
        for (entry, kind) in spec.workspace_kinds.iter().enumerate() {
            let at = At { table: "workspace_kind", entry };
            if let Some(key) = self.key(at.field("key", 0), &kind.key, WorkspaceKindKey::parse, &mut seen) {
                self.model.workspace_kinds.push((key, label(&kind.name, &kind.key), kind.starts_inactive));
            }
        }
        let mut seen = BTreeSet::new();
        for (entry, kind) in spec.resource_kinds.iter().enumerate() {
            let spot = At { table: "resource_kind", entry };
            let at = spot.field("key", 0);
            if self.key(at.clone(), &kind.key, KindKey::parse, &mut seen).is_some() && kind.key.len() > MOST_KIND_LETTERS {
                self.fault(at, FaultReason::KeyTooLong { key: kind.key.clone(), most: MOST_KIND_LETTERS });
            }
            if kind.grouped && kind.assigned_from == AssignedFrom::Resource {
                self.fault(spot.field("grouped", 0), FaultReason::GroupsNobodyChooses);
            }
        }
    }

    fn permissions(&mut self, spec: &ModelSpec) {
        let own = engine::KEYS.iter().map(|key| PermissionSpec { key: (*key).to_owned(), ..PermissionSpec::default() });
        let assign = spec.resource_kinds.iter().filter(|kind| kind.kind_key().is_some()).map(|kind| PermissionSpec {
            key: kind.assign_permission(),
            name: format!("Assign: {}", label(&kind.name, &kind.key)),
            ..PermissionSpec::default()
        });
        let given: Vec<PermissionSpec> = own.chain(assign).collect();
        let all: Vec<&PermissionSpec> = given.iter().chain(&spec.permissions).collect();
        let keys: Vec<String> = all.iter().map(|permission| permission.key.clone()).collect();
        let features: Vec<String> = spec.features.iter().map(|feature| feature.key.clone()).collect();
        let mut seen: BTreeSet<PermissionKey> = given.iter().filter_map(|own| PermissionKey::parse(&own.key).ok()).collect();
        for (number, permission) in all.iter().enumerate() {
            let Some(entry) = number.checked_sub(given.len()) else {
                self.add_permission(permission, None);
                continue;
            };
            let at = At { table: "permission", entry };
            if given.iter().any(|own| own.key == permission.key) {
                self.fault(at.field("key", 0), FaultReason::EngineOwn(permission.key.clone()));
                continue;
            }
            self.key(at.field("key", 0), &permission.key, PermissionKey::parse, &mut seen);
            let feature = permission
                .feature
                .as_ref()
                .and_then(|feature| self.known(at.field("feature", 0), "feature", feature, self.model.feature(feature), &features));
            for (item, implied) in permission.implies.iter().enumerate() {
                let found = keys.contains(implied).then_some(());
                self.known(at.field("implies", item), "permission", implied, found, &keys);
            }
            self.add_permission(permission, feature);
        }
        self.close_over_implied(&all, given.len());
    }

    fn add_permission(&mut self, permission: &PermissionSpec, feature: Option<crate::bits::Feature>) {
        if let Ok(key) = PermissionKey::parse(&permission.key) {
            let name = label(&permission.name, &permission.key);
            self.model.permissions.push(PermissionEntry { key, name, feature, means: Set::EMPTY });
        }
    }

    /// Follows `implies` until nothing new comes, and refuses circles.
    fn close_over_implied(&mut self, all: &[&PermissionSpec], own: usize) {
        // By the model's numbers: an entry with a fault has none, so the document's would be off by one from there on.
        let mut direct = vec![Set::EMPTY; self.model.permissions.len()];
        for spec in all {
            let implied = spec.implies.iter().filter_map(|key| self.model.permission(key)).collect();
            if let Some(known) = self.model.permission(&spec.key).and_then(|permission| direct.get_mut(permission.at())) {
                *known = known.union(implied);
            }
        }
        for (at, spec) in all.iter().enumerate() {
            let Some(permission) = self.model.permission(&spec.key) else { continue };
            let mut means: Set<Permission> = direct.get(permission.at()).copied().unwrap_or_default();
            loop {
                let next = means.iter().filter_map(|one| direct.get(one.at())).fold(means, |sum, more| sum.union(*more));
                if next == means {
                    break;
                }
                means = next;
            }
            if means.has(permission) {
                let entry = at.saturating_sub(own);
                self.fault(At { table: "permission", entry }.field("implies", 0), FaultReason::Cyclic(spec.key.clone()));
            }
            means.add(permission);
            if let Some(entry) = self.model.permissions.get_mut(permission.at()) {
                entry.means = means;
            }
        }
    }

    /// The permissions of a list, with all that they imply.
    fn named_permissions(&mut self, at: At, field: &'static str, keys: &[String]) -> Set<Permission> {
        let named = self.offered_permissions(at, field, keys);
        named.iter().fold(Set::EMPTY, |sum, permission| sum.union(self.model.meaning(permission)))
    }

    /// The permissions of a list, and no others: what one of them implies is had with it, not offered beside it.
    fn offered_permissions(&mut self, at: At, field: &'static str, keys: &[String]) -> Set<Permission> {
        let all: Vec<String> = self.model.permissions.iter().map(|entry| entry.key.as_str().to_owned()).collect();
        let mut set = Set::EMPTY;
        for (item, key) in keys.iter().enumerate() {
            if let Some(permission) = self.known(at.field(field, item), "permission", key, self.model.permission(key), &all) {
                set.add(permission);
            }
        }
        set
    }

    fn levels(&mut self, spec: &ModelSpec) {
        let all: Vec<String> = spec.levels.iter().map(|level| level.key.clone()).collect();
        let kinds: Vec<String> = spec.resource_kinds.iter().map(|kind| kind.key.clone()).collect();
        let mut seen = BTreeSet::new();
        for (entry, level) in spec.levels.iter().enumerate() {
            let at = At { table: "level", entry };
            let key = self.key(at.field("key", 0), &level.key, LevelKey::parse, &mut seen);
            let permissions = self.named_permissions(at, "permissions", &level.permissions);
            let grantable = self.offered_permissions(at, "grantable", &level.grantable);
            let mut reach = std::collections::BTreeMap::new();
            for (item, (kind, wide)) in level.reach.iter().enumerate() {
                let found = kinds.contains(kind).then(|| KindKey::parse(kind).ok()).flatten();
                reach.extend(self.known(at.field("reach", item), "resource kind", kind, found, &kinds).map(|kind| (kind, *wide)));
            }
            if let Some(key) = key {
                let name = label(&level.name, &level.key);
                let governs = level.governs;
                self.model.levels.push(LevelEntry { key, name, permissions, grantable, manages: Set::EMPTY, governs, reach });
            }
        }
        for (entry, level) in spec.levels.iter().enumerate() {
            let manages = self.named_levels(At { table: "level", entry }, "manages", &level.manages, &all);
            if let Some(entry) = self.model.levels.iter_mut().find(|known| known.key.as_str() == level.key) {
                entry.manages = manages;
            }
        }
    }

    fn named_levels(&mut self, at: At, field: &'static str, keys: &[String], all: &[String]) -> Set<crate::bits::Level> {
        let mut set = Set::EMPTY;
        for (item, key) in keys.iter().enumerate() {
            if let Some(level) = self.known(at.field(field, item), "level", key, self.model.level(key), all) {
                set.add(level);
            }
        }
        set
    }

    fn restrictions(&mut self, spec: &ModelSpec) {
        let levels: Vec<String> = spec.levels.iter().map(|level| level.key.clone()).collect();
        let features: Vec<String> = spec.features.iter().map(|feature| feature.key.clone()).collect();
        let mut seen = BTreeSet::new();
        for (entry, restriction) in spec.restrictions.iter().enumerate() {
            let at = At { table: "restriction", entry };
            let key = self.key(at.field("key", 0), &restriction.key, RestrictionKey::parse, &mut seen);
            if restriction.levels.is_empty() {
                self.fault(at.field("levels", 0), FaultReason::Missing);
            }
            let eligible = self.named_levels(at, "levels", &restriction.levels, &levels);
            let feature = restriction
                .feature
                .as_ref()
                .and_then(|feature| self.known(at.field("feature", 0), "feature", feature, self.model.feature(feature), &features));
            let effect = self.effect(at, restriction, spec);
            if let (Some(key), Some(effect)) = (key, effect) {
                let name = label(&restriction.name, &restriction.key);
                self.model.restrictions.push(RestrictionEntry { key, name, levels: eligible, feature, effect });
            }
        }
    }

    fn effect(&mut self, at: At, restriction: &RestrictionSpec, spec: &ModelSpec) -> Option<Effect> {
        match (&restriction.masks, restriction.denies.as_slice(), &restriction.visibility) {
            (Some(masks), [], None) => match masks.as_str() {
                "partial" => Some(Effect::Masks(Masking::Partial)),
                "full" => Some(Effect::Masks(Masking::Full)),
                given => {
                    let reason = FaultReason::NotOneOf { given: given.to_owned(), allowed: "`partial` or `full`" };
                    self.fault(at.field("masks", 0), reason);
                    None
                }
            },
            (None, denies @ [_, ..], None) => Some(Effect::Denies(self.named_permissions(at, "denies", denies))),
            (None, [], Some(VisibilitySpec::Shared(kind))) => {
                let kinds: Vec<String> = spec.resource_kinds.iter().map(|kind| kind.key.clone()).collect();
                let found = kinds.contains(kind).then(|| KindKey::parse(kind).ok()).flatten();
                let kind = self.known(at.field("visibility", 0), "resource kind", kind, found, &kinds)?;
                Some(Effect::Narrows(Visibility::Shared(kind)))
            }
            (None, [], Some(VisibilitySpec::Word(word))) => match word.as_str() {
                "own" => Some(Effect::Narrows(Visibility::Own)),
                "own_and_unassigned" => Some(Effect::Narrows(Visibility::OwnAndUnassigned)),
                given => {
                    let allowed = "`own`, `own_and_unassigned` or `{ shared = \"…\" }`";
                    self.fault(at.field("visibility", 0), FaultReason::NotOneOf { given: given.to_owned(), allowed });
                    None
                }
            },
            _ => {
                self.fault(at.field("", 0), FaultReason::OneEffect);
                None
            }
        }
    }

    /// What resource kinds name, once permissions are known.
    fn deleting(&mut self, spec: &ModelSpec) {
        let permissions: Vec<String> = self.model.permissions.iter().map(|entry| entry.key.as_str().to_owned()).collect();
        for (entry, kind) in spec.resource_kinds.iter().enumerate() {
            if let Some(key) = &kind.delete {
                let at = At { table: "resource_kind", entry }.field("delete", 0);
                self.known(at, "permission", key, self.model.permission(key), &permissions);
            }
        }
    }

    fn tokens(&mut self, spec: &ModelSpec) {
        let Some(key) = &spec.token_permission else { return };
        let permissions: Vec<String> = self.model.permissions.iter().map(|entry| entry.key.as_str().to_owned()).collect();
        let at = Spot { field: "token_permission", ..Spot::default() };
        self.model.token_permission = self.known(at, "permission", key, self.model.permission(key), &permissions);
    }

    fn topics(&mut self, spec: &ModelSpec) {
        let kinds: Vec<String> = spec.resource_kinds.iter().map(|kind| kind.key.clone()).collect();
        let permissions: Vec<String> = self.model.permissions.iter().map(|entry| entry.key.as_str().to_owned()).collect();
        let mut seen = BTreeSet::new();
        for (entry, topic) in spec.alert_topics.iter().enumerate() {
            let at = At { table: "alert_topic", entry };
            self.key(at.field("key", 0), &topic.key, FeatureKey::parse, &mut seen);
            for (field, kind) in [("per", &topic.per), ("filtered_by", &topic.filtered_by)] {
                if let Some(kind) = kind {
                    self.known(at.field(field, 0), "resource kind", kind, kinds.contains(kind).then_some(()), &kinds);
                }
            }
            if let Some(permission) = &topic.permission {
                self.known(at.field("permission", 0), "permission", permission, self.model.permission(permission), &permissions);
            }
        }
    }
}

fn label(name: &str, key: &str) -> String {
    if name.trim().is_empty() { key.to_owned() } else { name.trim().to_owned() }
}
