//! How much a model may hold: things have numbers below [`CAPACITY`], and a hostile document must stay cheap to check.

use super::{Fault, FaultReason, ModelSpec, Spot, engine};
use crate::bits::CAPACITY;

/// A fault for every table and every list that is too long.
pub(super) fn check(spec: &ModelSpec) -> Vec<Fault> {
    let mut faults = Vec::new();
    // Each resource kind brings a permission of its own, and the engine's are there already.
    let free = CAPACITY - engine::KEYS.len();
    let tables = [
        ("workspace_kind", spec.workspace_kinds.len(), CAPACITY),
        ("feature", spec.features.len(), CAPACITY),
        ("resource_kind", spec.resource_kinds.len(), free),
        ("permission", spec.permissions.len(), free.saturating_sub(spec.resource_kinds.len())),
        ("restriction", spec.restrictions.len(), CAPACITY),
        ("alert_topic", spec.alert_topics.len(), CAPACITY),
        ("statistic", spec.statistics.len(), CAPACITY),
        ("level", spec.levels.len(), CAPACITY),
    ];
    for (table, count, most) in tables {
        if count > most {
            faults.push(Fault { at: Spot { table, entry: most, ..Spot::default() }, reason: FaultReason::TooMany(most) });
        }
    }
    let mut list = |table, entry, field, count| {
        if count > CAPACITY {
            let at = Spot { table, entry, field, item: CAPACITY };
            faults.push(Fault { at, reason: FaultReason::TooMany(CAPACITY) });
        }
    };
    list("", 0, "plans", spec.plans.len());
    for (entry, feature) in spec.features.iter().enumerate() {
        list("feature", entry, "plans", feature.plans.len());
    }
    for (entry, permission) in spec.permissions.iter().enumerate() {
        list("permission", entry, "implies", permission.implies.len());
    }
    for (entry, restriction) in spec.restrictions.iter().enumerate() {
        list("restriction", entry, "levels", restriction.levels.len());
        list("restriction", entry, "denies", restriction.denies.len());
    }
    for (entry, topic) in spec.alert_topics.iter().enumerate() {
        list("alert_topic", entry, "triggers", topic.triggers.len());
    }
    for (entry, level) in spec.levels.iter().enumerate() {
        list("level", entry, "permissions", level.permissions.len());
        list("level", entry, "grantable", level.grantable.len());
        list("level", entry, "manages", level.manages.len());
        list("level", entry, "reach", level.reach.len());
    }
    faults
}
