//! Random access models that compile: levels that manage only what they may do themselves, and a governor above them.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use super::pick::{Pick, few, picks};
use crate::access_model::{
    AccessModel, AssignedFrom, FeatureSpec, LevelSpec, ModelSpec, PermissionSpec, Reach, ResourceKindSpec, RestrictionSpec,
    VisibilitySpec, engine,
};

/// What whoever governs must be able to do.
const MEANS: [&str; 3] = ["members.view", "members.invite", "members.manage"];
const PLANS: [&str; 2] = ["small", "large"];
const KINDS: [(&str, AssignedFrom); 3] =
    [("team", AssignedFrom::Resource), ("queue", AssignedFrom::Both), ("survey", AssignedFrom::Member)];

/// A document together with the model that it compiles to.
#[derive(Clone, Debug)]
pub struct Modelled {
    /// What the document says.
    pub spec: ModelSpec,
    /// What the engine runs on.
    pub model: Arc<AccessModel>,
}

#[derive(Clone, Debug)]
struct RawPermission {
    feature: Option<Pick>,
    implies: Pick,
}

#[derive(Clone, Debug)]
struct RawLevel {
    permissions: Pick,
    members: Pick,
    grantable: Pick,
    manages: Pick,
    governs: bool,
    reach: Pick,
}

#[derive(Clone, Debug)]
struct RawRestriction {
    levels: Pick,
    feature: Option<Pick>,
    effect: Pick,
    denies: Pick,
}

/// Documents with one to four levels, up to five permissions of their own, up to four restrictions and three features.
pub fn model_specs() -> impl Strategy<Value = ModelSpec> {
    let permission = (weighted(0.5, picks()), few()).prop_map(|(feature, implies)| RawPermission { feature, implies });
    let level = (picks(), picks(), few(), picks(), any::<bool>(), picks()).prop_map(
        |(permissions, members, grantable, manages, governs, reach)| RawLevel {
            permissions,
            members,
            grantable,
            manages,
            governs,
            reach,
        },
    );
    let restriction = (picks(), weighted(0.4, picks()), picks(), few())
        .prop_map(|(levels, feature, effect, denies)| RawRestriction { levels, feature, effect, denies });
    let kinds = (picks(), picks());
    let parts = (vec(picks(), 0..=3), kinds, vec(permission, 0..=5), vec(level, 1..=4), vec(restriction, 0..=4), 0..=60_u32);
    parts.prop_map(|(features, (kinds, cleared), permissions, levels, restrictions, days)| {
        let mut spec = ModelSpec { name: "random".to_owned(), undo_window_days: Some(days), ..ModelSpec::default() };
        spec.plans = PLANS.map(str::to_owned).into();
        let feature = |(at, plans): (usize, &Pick)| FeatureSpec { key: format!("feature{at}"), plans: plans.some(&spec.plans) };
        spec.features = features.iter().enumerate().map(feature).collect();
        let cleared = cleared.some(&KINDS);
        let kind = |(key, assigned_from): (&str, AssignedFrom)| ResourceKindSpec {
            key: key.to_owned(),
            assigned_from,
            everyone_allowed: key != "survey",
            grouped: assigned_from != AssignedFrom::Resource,
            cleared_on_deactivation: cleared.iter().any(|(one, _)| *one == key),
            delete: (key == "queue").then(|| "members.invite".to_owned()),
            ..ResourceKindSpec::default()
        };
        spec.resource_kinds = kinds.some(&KINDS).into_iter().map(kind).collect();
        for (at, raw) in permissions.iter().enumerate() {
            spec.permissions.push(permission_of(&spec, at, raw));
        }
        spec.levels = levels_of(&spec, &levels);
        spec.restrictions = restrictions.iter().enumerate().map(|(at, raw)| restriction_of(&spec, at, raw)).collect();
        spec
    })
}

/// Random documents with what they compile to.
pub fn models() -> impl Strategy<Value = Modelled> {
    model_specs().prop_filter_map("the document has a fault", |spec| {
        let model = Arc::new(AccessModel::compile(&spec).ok()?);
        Some(Modelled { spec, model })
    })
}

fn features(spec: &ModelSpec) -> Vec<String> {
    spec.features.iter().map(|feature| feature.key.clone()).collect()
}

/// Every permission that the document may speak of so far.
fn known(spec: &ModelSpec) -> Vec<String> {
    let assign = spec.resource_kinds.iter().map(ResourceKindSpec::assign_permission);
    let own = spec.permissions.iter().map(|permission| permission.key.clone());
    engine::KEYS.iter().map(|key| (*key).to_owned()).chain(assign).chain(own).collect()
}

/// These permissions with all that they imply. A permission implies only what was declared before it, so one way back is enough.
fn closed(spec: &ModelSpec, keys: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = keys.into_iter().collect();
    for permission in spec.permissions.iter().rev().filter(|permission| permission.key.starts_with("thing")) {
        if all.contains(&permission.key) {
            all.extend(permission.implies.iter().cloned());
        }
    }
    all
}

fn permission_of(spec: &ModelSpec, at: usize, raw: &RawPermission) -> PermissionSpec {
    PermissionSpec {
        key: format!("thing{at}.use"),
        name: String::new(),
        feature: raw.feature.and_then(|pick| pick.one(&features(spec)).cloned()),
        implies: raw.implies.some(&known(spec)).into_iter().take(3).collect(),
    }
}

fn levels_of(spec: &ModelSpec, raw: &[RawLevel]) -> Vec<LevelSpec> {
    let known = known(spec);
    let mut levels: Vec<LevelSpec> = raw.iter().enumerate().map(|(at, raw)| level_of(spec, &known, at, raw)).collect();
    // The first governs, and may do whatever any other may: so it can manage them all, and nobody is out of reach.
    let all: BTreeSet<String> = levels.iter().flat_map(|level| level.permissions.iter().cloned()).collect();
    // Likewise it reaches all of whatever any other reaches all of.
    let whole: BTreeSet<String> = levels
        .iter()
        .flat_map(|level| &level.reach)
        .filter(|(_, reach)| *reach == Reach::All)
        .map(|(key, _)| key.clone())
        .collect();
    if let Some(first) = levels.first_mut() {
        first.reach.retain(|(key, reach)| *reach == Reach::None && !whole.contains(key));
        first.reach.extend(whole.into_iter().map(|key| (key, Reach::All)));
        first.permissions = all.into_iter().chain(MEANS.map(str::to_owned)).collect();
        first.governs = true;
    }
    let rights: Vec<(String, BTreeSet<String>, BTreeSet<String>)> =
        levels.iter().map(|level| (level.key.clone(), whole_kinds(level), closed(spec, level.permissions.clone()))).collect();
    for (at, (level, raw)) in levels.iter_mut().zip(raw).enumerate() {
        let own = closed(spec, level.permissions.clone());
        let could = closed(spec, level.permissions.iter().chain(&level.grantable).cloned());
        let whole = whole_kinds(level);
        let weaker = rights.iter().filter(|(_, theirs, rights)| rights.is_subset(&own) && theirs.is_subset(&whole));
        let weaker = weaker.map(|(key, _, _)| key.clone()).collect::<Vec<_>>();
        level.manages = match (at, could.contains("members.invite") || could.contains("members.manage")) {
            (0, _) => weaker,
            (_, true) => raw.manages.some(&weaker),
            (_, false) => Vec::new(),
        };
        if level.governs && !level.manages.contains(&level.key) {
            level.manages.push(level.key.clone());
        }
    }
    levels
}

/// The kinds that a level reaches all of.
fn whole_kinds(level: &LevelSpec) -> BTreeSet<String> {
    level.reach.iter().filter(|(_, reach)| *reach == Reach::All).map(|(key, _)| key.clone()).collect()
}

fn level_of(spec: &ModelSpec, known: &[String], at: usize, raw: &RawLevel) -> LevelSpec {
    let mut permissions: BTreeSet<String> = raw.permissions.some(known).into_iter().collect();
    // Who may invite and manage is what most laws are about: one level in two has either, whatever else it has.
    permissions.extend(raw.members.some(&MEANS.map(str::to_owned)));
    let governs = raw.governs && MEANS.iter().all(|needed| permissions.contains(*needed));
    // Most levels say nothing of a kind, and then it is chosen.
    let reach = |(at, kind): (u32, &ResourceKindSpec)| {
        let reach = match (raw.reach.below(512) >> (3 * at)) % 8 {
            0 => Reach::All,
            1 => Reach::None,
            2 | 3 if !governs && kind.assigned_from != AssignedFrom::Resource => Reach::ExactlyOne,
            _ => return None,
        };
        Some((kind.key.clone(), reach))
    };
    let reach = (0..).zip(&spec.resource_kinds).filter_map(reach).collect();
    LevelSpec {
        key: format!("level{at}"),
        name: String::new(),
        permissions: permissions.into_iter().collect(),
        grantable: raw.grantable.some(known),
        manages: Vec::new(),
        governs,
        reach,
    }
}

fn restriction_of(spec: &ModelSpec, at: usize, raw: &RawRestriction) -> RestrictionSpec {
    let keys: Vec<String> = spec.levels.iter().map(|level| level.key.clone()).collect();
    let levels = raw.levels.at_least_one(&keys);
    let mut restriction = RestrictionSpec {
        key: format!("limit{at}"),
        levels: levels.clone(),
        feature: raw.feature.and_then(|pick| pick.one(&features(spec)).cloned()),
        ..RestrictionSpec::default()
    };
    match raw.effect.below(8) {
        0 => restriction.masks = Some("partial".to_owned()),
        1 => restriction.masks = Some("full".to_owned()),
        2 => restriction.visibility = Some(VisibilitySpec::Word("own".to_owned())),
        3 => restriction.visibility = Some(visibility_of(spec)),
        _ => {
            let governed = spec.levels.iter().any(|level| level.governs && levels.contains(&level.key));
            // A restriction mustn't take a governor's means, by itself or by what it implies.
            let harmless = |key: &String| {
                let taken = closed(spec, [key.clone()]);
                !(governed && MEANS.iter().any(|needed| taken.contains(*needed)))
            };
            restriction.denies = raw.denies.some(&known(spec)).into_iter().filter(harmless).collect();
            if restriction.denies.is_empty() {
                restriction.denies.push("contacts.export".to_owned());
            }
        }
    }
    restriction
}

fn visibility_of(spec: &ModelSpec) -> VisibilitySpec {
    match spec.resource_kinds.first() {
        Some(kind) => VisibilitySpec::Shared(kind.key.clone()),
        None => VisibilitySpec::Word("own_and_unassigned".to_owned()),
    }
}
