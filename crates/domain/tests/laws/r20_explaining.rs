//! R20: the decision recomputed from its own chain is the decision, and the chain names all that is responsible.

use proptest::prelude::*;
use tenure_domain::access::Reason;
use tenure_domain::access_model::Reach;
use tenure_domain::selection::Selection;
use tenure_domain::strategies::{picks, scenes};

use crate::plain::Plain;

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r20_the_decision_recomputed_from_its_chain_is_the_decision(scene in scenes(), who in picks()) {
        if let Some(person) = who.one(&scene.people) {
            let access = person.access(&scene.organization);
            for place in scene.places() {
                let all = access.permissions_at(&place);
                for permission in scene.model().permissions() {
                    let told = access.explain(permission, &place);
                    prop_assert_eq!(told.recomputed(), told.allowed, "{:?}", told);
                    prop_assert_eq!(told.allowed, access.can(permission, &place));
                    prop_assert_eq!(told.allowed, all.has(permission));
                }
            }
        }
    }

    #[test]
    fn r20_the_chain_names_every_grant_that_gives_or_takes_the_right_and_no_other(
        scene in scenes(),
        who in picks(),
        which in picks(),
    ) {
        let plain = Plain::of(&scene);
        let model = scene.model();
        let person = who.one(&scene.people).unwrap();
        let permission = *which.one(&model.permissions().collect::<Vec<_>>()).unwrap();
        let key = model.permission_key(permission).unwrap().to_string();
        for place in scene.places() {
            let mut expected: Vec<String> = Vec::new();
            for grant in plain.here(&person.grants, place.workspace()) {
                let at = grant.workspace;
                let levels = grant.levels.iter().filter(|level| plain.level_permissions(level.as_str()).contains(&key));
                expected.extend(levels.map(|level| format!("level {level} {at}")));
                let extras = grant.permissions.iter().filter(|extra| plain.closed([extra.to_string()]).contains(&key));
                expected.extend(extras.map(|extra| format!("extra {extra} {at}")));
                let cuts = grant
                    .restrictions
                    .iter()
                    .filter(|one| plain.closed(plain.restriction(one.as_str()).denies.clone()).contains(&key));
                expected.extend(cuts.map(|one| format!("restricted {one} {at}")));
            }
            let told = person.access(&scene.organization).explain(permission, &place);
            let mut named: Vec<String> = told
                .because
                .iter()
                .filter_map(|reason| match reason {
                    Reason::Level { level, workspace } => Some(format!("level {} {workspace}", model.level_key(*level).unwrap())),
                    Reason::Extra { permission, workspace } => {
                        Some(format!("extra {} {workspace}", model.permission_key(*permission).unwrap()))
                    }
                    Reason::Restricted { restriction, workspace } => {
                        Some(format!("restricted {} {workspace}", model.restriction_key(*restriction).unwrap()))
                    }
                    _ => None,
                })
                .collect();
            expected.sort();
            named.sort();
            prop_assert_eq!(named, expected);
            let off = told.because.iter().filter(|reason| matches!(reason, Reason::WorkspaceOff(_))).count();
            let acts = key.starts_with("members.") || key.starts_with("workspaces.");
            prop_assert_eq!(off, if acts { 0 } else { plain.chain(place.workspace()).iter().filter(|node| !node.active).count() });
        }
    }

    #[test]
    fn r20_r3_a_right_reaches_the_resources_that_its_member_does_and_the_chain_says_how(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for resource in &scene.named.resources {
            let chosen = person.selections.iter().find(|one| one.kind == resource.kind);
            let chosen = chosen.map_or(Selection::None, |one| one.selection.clone());
            let widest = crate::r3_resources::reach(&scene, person, resource.kind.as_str());
            let by_choice = widest != Reach::None && chosen.covers(resource);
            let reached = resource.for_everyone || widest == Reach::All || by_choice;
            for place in scene.places() {
                for permission in scene.model().permissions() {
                    let told = access.explain_about(permission, &place, resource, &chosen);
                    let without = access.explain(permission, &place);
                    prop_assert_eq!(told.recomputed(), told.allowed, "{:?}", told);
                    prop_assert_eq!(told.allowed, without.allowed && reached);
                    let how: Vec<&Reason> = told.because.iter().filter(|one| !without.because.contains(one)).collect();
                    let given = without.because.iter().any(Reason::gives);
                    let others = [Reason::ForEveryone, Reason::Implied, Reason::OutOfReach];
                    if how.iter().any(|how| others.contains(how)) {
                        prop_assert_eq!(how.len(), 1, "{:?}", how);
                    }
                    prop_assert_eq!(!how.is_empty(), given || !reached);
                    let by_choice_alone = given && by_choice && !resource.for_everyone && widest != Reach::All;
                    for group in &resource.groups {
                        let told = told.because.contains(&Reason::ByGroup(Some(*group)));
                        prop_assert_eq!(told, by_choice_alone && chosen.groups().any(|one| one == *group), "by which group");
                    }
                    prop_assert_eq!(told.because.contains(&Reason::OutOfReach), !reached);
                    prop_assert!(!told.because.contains(&Reason::Chosen) || by_choice);
                    prop_assert!(!told.because.contains(&Reason::Implied) || widest == Reach::All);
                }
            }
        }
    }
}
