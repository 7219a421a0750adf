//! R2: effective permissions are what the formula says, and a downgrade never unmasks.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::RestrictionKey;
use tenure_domain::access::{Access, Setting};
use tenure_domain::access_model::Effect;
use tenure_domain::bits::Set;
use tenure_domain::grant::OfferRefused;
use tenure_domain::membership::Status;
use tenure_domain::strategies::{Scene, picks, raw_offers, scenes};
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Place;

use crate::plain::{Plain, Words};

fn keys(scene: &Scene, access: &Access, place: &Place) -> Words {
    access.permissions_at(place).iter().map(|one| scene.model().permission_key(one).unwrap().to_string()).collect()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r2_effective_permissions_are_the_formula_word_by_word(scene in scenes(), who in picks()) {
        let plain = Plain::of(&scene);
        if let Some(person) = who.one(&scene.people) {
            let access = person.access(&scene.organization);
            for place in scene.places() {
                let expected = plain.of_person(person, place.workspace());
                let granted = plain.by_grants(&person.grants, place.workspace());
                prop_assert_eq!(keys(&scene, &access, &place), expected.clone());
                for permission in scene.model().permissions() {
                    let key = scene.model().permission_key(permission).unwrap().as_str();
                    prop_assert_eq!(access.can(permission, &place), expected.contains(key), "{}", key);
                    prop_assert_eq!(access.would(permission, &place), granted.contains(key), "{}", key);
                }
            }
        }
    }

    #[test]
    fn r2_a_restriction_that_the_model_does_not_know_closes_all_that_one_could(scene in scenes(), who in picks(), which in picks()) {
        let mut person = who.one(&scene.people).unwrap().clone();
        let at = which.below(person.grants.len());
        let Some(grant) = person.grants.get_mut(at) else { return Ok(()) };
        grant.restrictions.insert(RestrictionKey::parse("of_another_model").unwrap());
        let workspace = grant.workspace;
        let access = person.access(&scene.organization);
        prop_assert_eq!(access.masking_of_members(), Masking::Full);
        for place in scene.places().iter().filter(|place| place.is_within(workspace)) {
            prop_assert!(access.permissions_at(place).is_empty());
            prop_assert_eq!((access.masking_at(place), access.visibility_at(place)), (Masking::Full, Visibility::Own));
            for permission in scene.model().permissions() {
                prop_assert!(!access.can(permission, place) && !access.would(permission, place));
                prop_assert!(!access.explain(permission, place).recomputed());
            }
        }
    }

    #[test]
    fn r2_a_restriction_cuts_at_its_workspace_and_below_whichever_grant_gave_the_right(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for grant in &person.grants {
            for key in &grant.restrictions {
                let restriction = scene.model().restriction(key.as_str()).unwrap();
                let Some(Effect::Denies(denied)) = scene.model().effect(restriction) else { continue };
                for place in scene.places().iter().filter(|place| place.is_within(grant.workspace)) {
                    prop_assert!(access.permissions_at(place).intersection(*denied).is_empty());
                }
                let mut without = person.clone();
                without.grants.iter_mut().for_each(|one| {
                    if one.workspace == grant.workspace {
                        one.restrictions.remove(key);
                    }
                });
                let free = without.access(&scene.organization);
                for place in scene.places().iter().filter(|place| !place.is_within(grant.workspace)) {
                    prop_assert_eq!(access.permissions_at(place), free.permissions_at(place));
                }
            }
        }
    }

    #[test]
    fn r2_a_downgrade_gives_no_right_and_unmasks_nothing(scene in scenes(), who in picks(), kept in picks()) {
        let person = who.one(&scene.people).unwrap();
        let before = person.access(&scene.organization);
        let features = kept.some(&scene.organization.features_on().iter().collect::<Vec<_>>()).into_iter().collect::<Set<_>>();
        let setting = Setting { features, ..scene.organization.setting() };
        let after = Access::new(setting, person.membership.status, &person.grants);
        for place in scene.places() {
            prop_assert!(after.permissions_at(&place).within(before.permissions_at(&place)));
            prop_assert_eq!(after.masking_at(&place), before.masking_at(&place));
            prop_assert_eq!(after.visibility_at(&place), before.visibility_at(&place));
        }
        prop_assert_eq!(after.masking_of_members(), before.masking_of_members());
    }

    #[test]
    fn r2_a7_who_is_pending_or_inactive_and_whoever_is_in_an_organization_that_is_off_may_nothing(
        scene in scenes(),
        who in picks(),
    ) {
        let person = who.one(&scene.people).unwrap();
        let off = Setting { active: false, ..scene.organization.setting() };
        let on = Setting { active: true, ..scene.organization.setting() };
        for (setting, status) in [(off, Status::Active), (on.clone(), Status::Pending), (on, Status::Inactive)] {
            let access = Access::new(setting, status, &person.grants);
            for place in scene.places() {
                prop_assert!(access.permissions_at(&place).is_empty() && !access.acts());
                prop_assert!(scene.model().permissions().all(|permission| !access.can(permission, &place)));
            }
        }
    }

    #[test]
    fn r2_a_grant_carries_a_restriction_only_while_one_of_its_levels_is_eligible(
        scene in scenes(),
        raw in raw_offers(),
        other in raw_offers(),
    ) {
        let model = scene.model();
        let mut offer = raw.shape(model);
        offer.restrictions.extend(other.shape(model).restrictions);
        let eligible = |key: &str| {
            let spec = scene.spec.restrictions.iter().find(|one| one.key == key).unwrap();
            offer.levels.iter().any(|level| spec.levels.iter().any(|one| one == level.as_str()))
        };
        let all = offer.restrictions.iter().all(|key| eligible(key.as_str()));
        match offer.clone().shaped(model) {
            Ok(shaped) => prop_assert!(all && shaped.restrictions == offer.restrictions),
            // A governor can't be disarmed through a second level either (R8).
            Err(OfferRefused::NotEligible(key)) => {
                let governs = offer.levels.iter().any(|level| model.governs(model.level(level.as_str()).unwrap()));
                let denies = &scene.spec.restrictions.iter().find(|one| one.key == key.as_str()).unwrap().denies;
                let taken = Plain::of(&scene).closed(denies.clone());
                let disarms =
                    governs && ["members.view", "members.invite", "members.manage"].iter().any(|one| taken.contains(*one));
                prop_assert!(!eligible(key.as_str()) || disarms);
            }
            Err(refused) => prop_assert!(false, "{refused}"),
        }
    }

    #[test]
    fn r2_an_extra_permission_that_the_levels_have_anyway_is_left_out(scene in scenes(), raw in raw_offers()) {
        let model = scene.model();
        let mut offer = raw.shape(model);
        let shaped = offer.clone();
        let plain = Plain::of(&scene);
        let owned = offer.levels.iter().flat_map(|level| plain.level_permissions(level.as_str())).collect::<BTreeSet<_>>();
        offer.permissions.extend(owned.iter().map(|key| tenure_domain::PermissionKey::parse(key).unwrap()));
        prop_assert_eq!(offer.shaped(model), Ok(shaped.clone()));
        prop_assert_eq!(shaped.clone().shaped(model), Ok(shaped));
    }

    #[test]
    fn r5_visibility_at_a_workspace_is_never_wider_than_any_restriction_there(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        for place in scene.places() {
            let seen = access.visibility_at(&place);
            for restriction in access.restrictions_at(&place).iter() {
                if let Some(Effect::Narrows(one)) = scene.model().effect(restriction) {
                    prop_assert_eq!(seen.clone().and(one.clone()), seen.clone());
                    prop_assert_ne!(&seen, &Visibility::Everything);
                }
            }
        }
    }
}
