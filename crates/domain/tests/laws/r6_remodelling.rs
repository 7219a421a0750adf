//! R2, R6, R8: an organization's access model changes; nobody gains by it what wasn't theirs to give who changed it, nothing that is
//! held is lost from sight, and somebody stays in charge.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AccessModel, ModelSpec, Reach, VisibilitySpec, engine};
use tenure_domain::bits::{Permission, Set};
use tenure_domain::grant::{Grant, Offer};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::organization::{Holding, KindUse, Migration, RemodelFacts, RemodelRefused, Remodelled, Remodelling, remodel};
use tenure_domain::strategies::{Person, Pick, Scene, picks};
use tenure_domain::visibility::Visibility;
use tenure_domain::{Decided, LevelKey, PermissionKey, RestrictionKey};

use crate::acts::{self, open_scenes};

/// Takes a word in, or out if it is there.
fn toggle(words: &mut Vec<String>, word: String) {
    let had = words.len();
    words.retain(|one| *one != word);
    if words.len() == had {
        words.push(word);
    }
}

/// Another name for one of these keys, wherever the document has it as a whole.
fn renamed(spec: &ModelSpec, from: &str, to: &str) -> ModelSpec {
    let change = |key: &mut String| {
        if key == from {
            to.clone_into(key);
        }
    };
    let mut spec = spec.clone();
    for permission in &mut spec.permissions {
        change(&mut permission.key);
        permission.implies.iter_mut().for_each(change);
    }
    for level in &mut spec.levels {
        change(&mut level.key);
        level.permissions.iter_mut().chain(&mut level.grantable).chain(&mut level.manages).for_each(change);
    }
    for restriction in &mut spec.restrictions {
        change(&mut restriction.key);
        restriction.levels.iter_mut().chain(&mut restriction.denies).for_each(change);
    }
    spec
}

/// One edit of a document.
fn edit(spec: &mut ModelSpec, migration: &mut Migration, what: Pick, which: Pick, other: Pick) {
    let permissions: Vec<String> = {
        let own = spec.permissions.iter().map(|permission| permission.key.clone());
        engine::KEYS.iter().map(|key| (*key).to_owned()).chain(own).collect()
    };
    let Some(permission) = other.one(&permissions).cloned() else { return };
    let levels: Vec<String> = spec.levels.iter().map(|level| level.key.clone()).collect();
    let level = which.below(levels.len());
    let Some(key) = levels.get(level).cloned() else { return };
    let restriction = which.below(spec.restrictions.len());
    match what.below(17) {
        0 | 1 => toggle(&mut spec.levels[level].permissions, permission),
        2 => toggle(&mut spec.levels[level].grantable, permission),
        3 | 13 => toggle(&mut spec.levels[level].manages, other.one(&levels).cloned().unwrap_or_default()),
        4 | 14 => {
            // Another level is the one that governs.
            spec.levels.iter_mut().for_each(|level| level.governs = false);
            let governing = &mut spec.levels[level];
            governing.governs = true;
            if !governing.manages.contains(&key) {
                governing.manages.push(key);
            }
        }
        16 if permission.starts_with("thing") => {
            // Whoever held it holds another from then on, which there is already.
            let Some(to) = which.one(&permissions).filter(|to| **to != permission) else { return };
            spec.permissions.retain(|one| one.key != permission);
            for level in &mut spec.levels {
                level.permissions.retain(|one| *one != permission);
                level.grantable.iter_mut().filter(|one| **one == permission).for_each(|one| one.clone_from(to));
            }
            for restriction in &mut spec.restrictions {
                restriction.denies.retain(|one| *one != permission);
            }
            let (old, new) = (PermissionKey::parse(&permission).unwrap(), PermissionKey::parse(to).unwrap());
            migration.permissions.insert(old, new);
        }
        15 if !spec.restrictions.is_empty() => {
            let one = &mut spec.restrictions[restriction];
            if one.visibility.is_some() {
                one.visibility = Some(VisibilitySpec::Word("own_and_unassigned".to_owned()));
            }
        }
        5 => {
            let Some(kind) = other.one(&spec.resource_kinds).map(|kind| kind.key.clone()) else { return };
            let reach = [Reach::None, Reach::Choose, Reach::ExactlyOne, Reach::All][which.below(4)];
            spec.levels[level].reach.retain(|(key, _)| *key != kind);
            spec.levels[level].reach.push((kind, reach));
        }
        6 if !spec.restrictions.is_empty() => toggle(&mut spec.restrictions[restriction].denies, permission),
        7 if !spec.restrictions.is_empty() => {
            let one = &mut spec.restrictions[restriction];
            let another = if one.masks.as_deref() == Some("partial") { "full" } else { "partial" };
            one.masks = one.masks.is_some().then(|| another.to_owned());
        }
        8 if !spec.restrictions.is_empty() => spec.restrictions[restriction].feature = None,
        9 => {
            // The holders of one level hold another from then on, which may do as much.
            *spec = renamed(spec, &key, "renamed");
            migration.levels.insert(LevelKey::parse(&key).unwrap(), LevelKey::parse("renamed").unwrap());
        }
        10 => {
            // A level goes, and its holders become another's.
            let Some(to) = other.one(&levels).filter(|to| **to != key) else { return };
            spec.levels.remove(level);
            for level in &mut spec.levels {
                level.manages.retain(|one| *one != key);
            }
            for restriction in &mut spec.restrictions {
                restriction.levels.retain(|one| *one != key);
            }
            migration.levels.insert(LevelKey::parse(&key).unwrap(), LevelKey::parse(to).unwrap());
        }
        11 if permission.starts_with("thing") => {
            *spec = renamed(spec, &permission, "other.use");
            let (old, new) = (PermissionKey::parse(&permission).unwrap(), PermissionKey::parse("other.use").unwrap());
            migration.permissions.insert(old, new);
        }
        12 if !spec.restrictions.is_empty() => {
            let from = spec.restrictions[restriction].key.clone();
            *spec = renamed(spec, &from, "another");
            migration.restrictions.insert(RestrictionKey::parse(&from).unwrap(), RestrictionKey::parse("another").unwrap());
        }
        _ => {}
    }
}

/// Organizations in which every level may change the model: whoever holds one at the root, the weakest among them.
fn all_remodel() -> impl Strategy<Value = Scene> {
    open_scenes().prop_map(|mut scene| {
        for level in &mut scene.spec.levels {
            level.permissions.retain(|one| one != "access_model.manage");
            level.permissions.push("access_model.manage".to_owned());
        }
        scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
        scene.organization.active = true;
        scene
    })
}

fn remodelling(scene: &Scene, edits: &[(Pick, Pick, Pick)]) -> Option<Remodelling> {
    let (mut spec, mut migration) = (scene.spec.clone(), Migration::default());
    for (what, which, other) in edits {
        edit(&mut spec, &mut migration, *what, *which, *other);
    }
    let model = Arc::new(AccessModel::compile(&spec).ok()?);
    Some(Remodelling { model, document: "another".into(), migration })
}

fn offers(scene: &Scene) -> Vec<Holding> {
    let grants = scene.people.iter().flat_map(|person| &person.grants).map(Grant::as_offer);
    let mut holdings: Vec<Holding> = Vec::new();
    for offer in grants {
        match holdings.iter_mut().find(|one| one.offer == offer) {
            Some(one) => one.grants += 1,
            None => holdings.push(Holding { offer, grants: 1 }),
        }
    }
    holdings
}

fn by(scene: &Scene, actor: &Person, ask: &Remodelling) -> Result<Decided<Remodelled>, RemodelRefused> {
    let organization = &scene.organization;
    let (access, places) = (actor.access(organization), scene.places());
    let mut kinds: BTreeMap<_, KindUse> = BTreeMap::new();
    for resource in &scene.named.resources {
        let used = kinds.entry(resource.kind.clone()).or_default();
        used.resources += 1;
        used.for_everyone += u64::from(resource.for_everyone);
    }
    for group in &scene.named.groups {
        kinds.entry(group.kind.clone()).or_default().groups += 1;
    }
    let holds = |person: &Person, levels: &BTreeSet<LevelKey>| person.grants.iter().any(|grant| !grant.levels.is_disjoint(levels));
    let wanting = ask.wanting_one(&organization.model).into_iter().map(|(kind, levels, except)| {
        let chosen =
            |person: &Person| person.selections.iter().find(|one| one.kind == kind).map_or(0, |one| one.selection.parts().count());
        let those = scene.people.iter().filter(|person| holds(person, &levels) && !holds(person, &except) && chosen(person) != 1);
        (kind.clone(), those.map(Person::id).collect())
    });
    let governing = ask.governing(&organization.model);
    let chair = |person: &Person| {
        let at_root = person.grant_at(organization.root);
        person.membership.status == Status::Active
            && person.has_password
            && at_root.is_some_and(|grant| !grant.levels.is_disjoint(&governing))
    };
    remodel(&RemodelFacts {
        organization,
        root: &places[0],
        granter: Granter::Member { id: actor.id(), access: &access },
        access: &access,
        own: &actor.selections,
        ask,
        holdings: &offers(scene),
        kinds: &kinds,
        workspace_kinds: &BTreeMap::new(),
        not_exactly_one: &wanting.collect::<Vec<_>>(),
        governed: scene.people.iter().any(chair),
    })
}

/// The grants as they are then.
fn rewritten(grants: &[Grant], remodelled: &Remodelled) -> Vec<Grant> {
    let each = |grant: &Grant| {
        let after = remodelled.rewritten().find(|(before, _)| **before == grant.as_offer());
        let Offer { levels, permissions, restrictions } = after.map_or_else(|| grant.as_offer(), |(_, after)| after.clone());
        Grant { levels, permissions, restrictions, ..grant.clone() }
    };
    grants.iter().map(each).collect()
}

/// What a permission was before; nothing if nobody could have had it.
fn was(old: &AccessModel, ask: &Remodelling, new: Permission) -> Set<Permission> {
    let key = ask.model.permission_key(new).unwrap();
    let became = |one: &Permission| {
        let own = old.permission_key(*one).unwrap();
        ask.migration.permissions.get(own).unwrap_or(own) == key
    };
    old.permissions().filter(became).collect()
}

proptest! {
    // Few edits of a document leave one that compiles, and can be carried out.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases * 8, ..ProptestConfig::default() })]

    #[test]
    fn another_model_gives_nobody_what_wasnt_its_makers_to_give(
        scene in all_remodel(),
        who in picks(),
        edits in vec((picks(), picks(), picks()), 1..=3),
    ) {
        let organization = &scene.organization;
        let root = &scene.places()[0];
        let able: Vec<&Person> =
            scene.people.iter().filter(|one| one.access(organization).can(engine::ACCESS_MODEL_MANAGE, root)).collect();
        let Some(actor) = who.one(&able) else { return Ok(()) };
        let Some(ask) = remodelling(&scene, &edits) else { return Ok(()) };
        let Ok(decided) = by(&scene, actor, &ask) else { return Ok(()) };
        let (old, after) = (&*organization.model, &decided.value.organization);
        let own = actor.access(organization);
        prop_assert!(old.levels().all(|level| own.manages_at(root).has(level)), "a model is about every level");
        for level in ask.model.levels() {
            // Whoever is given it tomorrow counts as who has it today.
            let key = ask.model.level_key(level).unwrap();
            let before: Vec<_> = old.levels().filter(|one| {
                let own = old.level_key(*one).unwrap();
                ask.migration.levels.get(own).unwrap_or(own) == key
            }).collect();
            for permission in ask.model.level_permissions(level).iter() {
                let was = was(old, &ask, permission);
                let had = !before.is_empty() && before.iter().all(|one| was.within(old.level_permissions(*one)));
                prop_assert!(was.is_empty() || had || was.iter().all(|one| own.would(one, root)), "{permission:?} of {key}");
            }
        }
        for key in old.permissions().filter_map(|one| old.permission_key(one)) {
            let stays = ask.model.permission(key.as_str()).is_some();
            prop_assert!(stays || own.would(old.permission(key.as_str()).unwrap(), root), "a word that goes can come again");
        }
        for person in &scene.people {
            let then = person.access(organization);
            // Whom nothing binds may lift what binds another; what is lifted wasn't given anew.
            let mut free = person.clone();
            free.grants.iter_mut().for_each(|grant| grant.restrictions.clear());
            let free = free.access(organization);
            let grants = rewritten(&person.grants, &decided.value);
            for grant in &grants {
                prop_assert_eq!(grant.as_offer().shaped(&ask.model), Ok(grant.as_offer()), "every grant is one that could be given");
            }
            let now = Access::new(after.setting(), person.membership.status, &grants);
            for place in &scene.places() {
                let there = acts::place(&Scene { organization: after.clone(), ..scene.clone() }, place.workspace());
                for permission in ask.model.permissions() {
                    let was = was(old, &ask, permission);
                    let had = was.iter().all(|one| free.would(one, place));
                    if now.would(permission, &there) && !was.is_empty() && !had {
                        prop_assert!(was.iter().all(|one| own.would(one, place)), "{permission:?} of {} at {place:?}", person.id());
                    }
                    // What an operator hasn't switched on is no more to be had than before.
                    if now.can(permission, &there) && !was.is_empty() {
                        prop_assert!(was.iter().any(|one| old.permission_feature(one).is_none_or(|of| then.features_at(place).has(of))));
                    }
                }
                let anew = |level| {
                    let key = ask.model.level_key(level).unwrap();
                    let was: Vec<_> = old.levels().filter(|one| {
                        let own = old.level_key(*one).unwrap();
                        ask.migration.levels.get(own).unwrap_or(own) == key
                    }).collect();
                    let had = !was.is_empty() && was.iter().all(|one| then.manages_at(place).has(*one));
                    (!had).then_some(was)
                };
                for was in now.manages_at(&there).iter().filter_map(anew) {
                    prop_assert!(was.iter().all(|one| own.manages_at(place).has(*one)), "whom {} manages", person.id());
                }
                if now.masking_at(&there) < then.masking_at(place) {
                    prop_assert!(own.masking_at(place) <= now.masking_at(&there));
                }
                let (saw, sees) = (then.visibility_at(place), now.visibility_at(&there));
                if saw.clone().and(sees.clone()) != sees {
                    prop_assert_eq!(own.visibility_at(place), Visibility::Everything);
                }
            }
            if now.governs(after.root) && !then.governs(after.root) {
                prop_assert!(own.governs(after.root), "nobody puts others in charge who isn't");
            }
            for kind in ask.model.resource_kinds().iter().filter(|kind| old.resource_kind(&kind.key).is_some()) {
                if now.reach_into(&kind.key) == Reach::All && then.reach_into(&kind.key) != Reach::All && !grants.is_empty() {
                    let chosen = actor.selections.iter().any(|one| one.kind.as_str() == kind.key && one.selection.has(tenure_domain::strategies::id::<tenure_domain::ResourceId>(99)));
                    prop_assert!(own.reach_into(&kind.key) == Reach::All || chosen);
                }
            }
        }
        for restriction in old.restrictions() {
            let own = old.restriction_key(restriction).unwrap();
            let new = ask.model.restriction(ask.migration.restrictions.get(own).unwrap_or(own).as_str());
            let needs = |model: &AccessModel, one| model.restriction_feature(one).and_then(|of| model.feature_key(of)).cloned();
            if let Some(feature) = needs(old, restriction) {
                prop_assert_eq!(new.and_then(|new| needs(&ask.model, new)), Some(feature), "what an operator sells");
            }
        }
        let in_charge = scene.people.iter().any(|person| {
            let grants = rewritten(&person.grants, &decided.value);
            let access = Access::new(after.setting(), person.membership.status, &grants);
            person.membership.status == Status::Active && person.has_password && access.governs(after.root)
        });
        prop_assert!(in_charge, "somebody is in charge");
    }

    #[test]
    fn the_same_words_under_other_names_change_nothing_for_anybody(scene in all_remodel(), which in picks(), other in picks()) {
        let Some(actor) = scene.people.iter().find(|one| one.access(&scene.organization).can(engine::ACCESS_MODEL_MANAGE, &scene.places()[0]))
        else { return Ok(()) };
        let (mut spec, mut migration) = (scene.spec.clone(), Migration::default());
        let level = spec.levels[which.below(spec.levels.len())].key.clone();
        spec = renamed(&spec, &level, "renamed");
        migration.levels.insert(LevelKey::parse(&level).unwrap(), LevelKey::parse("renamed").unwrap());
        if let Some(from) = other.one(&spec.restrictions.clone()).map(|one| one.key.clone()) {
            spec = renamed(&spec, &from, "another");
            migration.restrictions.insert(RestrictionKey::parse(&from).unwrap(), RestrictionKey::parse("another").unwrap());
        }
        let ask = Remodelling { model: Arc::new(AccessModel::compile(&spec).unwrap()), document: "another".into(), migration };
        match by(&scene, actor, &ask) {
            Ok(decided) => {
                for change in &decided.value.changes {
                    prop_assert!(change.gains.is_empty() && change.loses.is_empty() && change.aspects.is_empty(), "{change:?}");
                    prop_assert!(!change.loses_contacts);
                }
            }
            // Whose level it is not to manage renames nothing, and what is sold keeps its name.
            Err(refused) => prop_assert!(matches!(refused, RemodelRefused::Grant(_) | RemodelRefused::Headless | RemodelRefused::OperatorsOwn(_)), "{refused:?}"),
        }
    }
}
