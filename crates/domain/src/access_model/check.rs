//! What must hold of a model as a whole, once every word in it is known.

use super::{AccessModel, AssignedFrom, Effect, Fault, FaultReason, Reach, Spot, engine};
use crate::bits::{Index, Level, Set};

fn level_spot(level: Level, field: &'static str) -> Spot {
    Spot { table: "level", entry: level.at(), field, item: 0 }
}

/// Every fault that only shows when levels are held against each other.
pub(super) fn check(model: &AccessModel) -> Vec<Fault> {
    let mut faults = Vec::new();
    let governing: Set<Level> = model.levels().filter(|level| model.governs(*level)).collect();
    if governing.is_empty() {
        faults.push(Fault { at: Spot { table: "level", ..Spot::default() }, reason: FaultReason::NobodyGoverns });
    }
    let givable = givable(model, governing);
    for level in model.levels() {
        governor(model, level, governing, &mut faults);
        managing(model, level, &mut faults);
        reaching(model, level, &mut faults);
        // Without a governor nothing can be given; saying so once is enough.
        if !governing.is_empty() && !givable.has(level) {
            let reason = FaultReason::Unreachable(key(model, level));
            faults.push(Fault { at: level_spot(level, "key"), reason });
        }
    }
    disarming(model, governing, &mut faults);
    faults
}

/// The levels that somebody can come to hold: an organization begins with a governor alone, so whatever is given is given by
/// one, or by somebody on whom a governor's levels led.
fn givable(model: &AccessModel, governing: Set<Level>) -> Set<Level> {
    let mut given = Set::EMPTY;
    loop {
        let next = governing.union(given).iter().fold(given, |sum, giver| sum.union(model.manages(giver)));
        if next == given {
            return given;
        }
        given = next;
    }
}

fn key(model: &AccessModel, level: Level) -> String {
    model.level_key(level).map(ToString::to_string).unwrap_or_default()
}

fn governor(model: &AccessModel, level: Level, governing: Set<Level>, faults: &mut Vec<Fault>) {
    if !model.governs(level) {
        return;
    }
    for needed in [engine::MEMBERS_VIEW, engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE] {
        if !model.level_permissions(level).has(needed) {
            let reason = FaultReason::GovernorLacks(engine::KEYS.get(needed.at()).copied().unwrap_or_default());
            faults.push(Fault { at: level_spot(level, "permissions"), reason });
        }
    }
    if model.manages(level).intersection(governing).is_empty() {
        faults.push(Fault { at: level_spot(level, "manages"), reason: FaultReason::GovernorManagesNoGovernor });
    }
}

fn managing(model: &AccessModel, level: Level, faults: &mut Vec<Fault>) {
    let own = model.level_permissions(level);
    let could = model.grantable(level).iter().fold(own, |sum, extra| sum.union(model.meaning(extra)));
    let manages = model.manages(level);
    if !manages.is_empty() && !could.has(engine::MEMBERS_INVITE) && !could.has(engine::MEMBERS_MANAGE) {
        faults.push(Fault { at: level_spot(level, "manages"), reason: FaultReason::ManagesNobody });
    }
    for managed in manages.iter() {
        // INVARIANT: nobody can make somebody mightier than themselves (R6), whatever the document says.
        if let Some(more) = model.level_permissions(managed).minus(own).iter().next() {
            let permission = model.permission_key(more).map(ToString::to_string).unwrap_or_default();
            let reason = FaultReason::ManagesMore { managed: key(model, managed), permission };
            faults.push(Fault { at: level_spot(level, "manages"), reason });
        }
    }
}

fn reaching(model: &AccessModel, level: Level, faults: &mut Vec<Fault>) {
    for kind in model.resource_kinds() {
        let reach = model.reach(level, &kind.key);
        if reach == Reach::ExactlyOne {
            let reason = match kind.assigned_from {
                _ if model.governs(level) => Some(FaultReason::GovernorWantsOne(kind.key.clone())),
                AssignedFrom::Resource => Some(FaultReason::NotChosenWithIt(kind.key.clone())),
                AssignedFrom::Member | AssignedFrom::Both => None,
            };
            faults.extend(reason.map(|reason| Fault { at: level_spot(level, "reach"), reason }));
        }
        // INVARIANT: nobody opens all of a kind to somebody who doesn't have all of it themselves (R6).
        let further = model.manages(level).iter().find(|managed| model.reach(*managed, &kind.key) == Reach::All);
        if let Some(managed) = further.filter(|_| reach != Reach::All) {
            let reason = FaultReason::ManagesFurther { managed: key(model, managed), kind: kind.key.clone() };
            faults.push(Fault { at: level_spot(level, "manages"), reason });
        }
    }
}

fn disarming(model: &AccessModel, governing: Set<Level>, faults: &mut Vec<Fault>) {
    for restriction in model.restrictions() {
        let Some(Effect::Denies(denied)) = model.effect(restriction) else { continue };
        let Some(level) = model.eligible(restriction).intersection(governing).iter().next() else { continue };
        for needed in [engine::MEMBERS_VIEW, engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE] {
            if denied.has(needed) {
                let permission = engine::KEYS.get(needed.at()).copied().unwrap_or_default().to_owned();
                let at = Spot { table: "restriction", entry: restriction.at(), field: "denies", item: 0 };
                faults.push(Fault { at, reason: FaultReason::DisarmsGovernor { level: key(model, level), permission } });
            }
        }
    }
}
