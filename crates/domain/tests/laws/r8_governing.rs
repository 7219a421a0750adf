//! R8: never headless, whatever passes.

use proptest::prelude::*;
use tenure_domain::access_model::engine;
use tenure_domain::governance::Chair;
use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::strategies::{Person, Scene, picks, raw_offers};

use crate::acts::{Revoking, giving, open_scenes};
use crate::plain::Plain;

fn governed(scene: &Scene, changed: &Person) -> bool {
    let plain = Plain::of(scene);
    scene.people.iter().any(|person| plain.governs(if person.id() == changed.id() { changed } else { person }))
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r8_h1_no_change_and_no_revocation_that_passes_leaves_nobody_in_charge(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let place = &crate::acts::somewhere(&scene, at);
        if let Ok(decided) = giving(&scene, actor, target, place, raw.shape(scene.model())) {
            let mut after = target.clone();
            after.grants.retain(|grant| grant.workspace != place.workspace());
            after.grants.push(decided.value.grant);
            prop_assert!(governed(&scene, &after));
        }
        for grant in &target.grants {
            let revoking = Revoking { scene: &scene, actor, target, grant, handover: Handover::Unassign };
            let mut after = target.clone();
            after.grants.retain(|one| one.workspace != grant.workspace);
            let headless = !governed(&scene, &after);
            let blocked = revoking.plan().blockers.iter().any(|blocker| tenure_domain::Refusal::rule(blocker) == "headless");
            prop_assert_eq!(blocked, headless);
            prop_assert!(revoking.revoke(None).is_err() || !headless);
        }
    }

    #[test]
    fn r8_a10_only_the_active_with_a_password_at_a_governing_level_at_the_root_count(scene in open_scenes(), another: bool) {
        let plain = Plain::of(&scene);
        for person in &scene.people {
            let access = person.access(&scene.organization);
            let root = scene.organization.root;
            let chair = Chair { membership: &person.membership, proves: person.has_password, root, another };
            prop_assert_eq!(chair.is_held_with(&access), plain.governs(person));
            let mut stripped = person.clone();
            stripped.grants.clear();
            let nothing = stripped.access(&scene.organization);
            prop_assert_eq!(chair.would_be_empty(&access, &nothing), plain.governs(person) && !another);
            prop_assert!(!chair.would_be_empty(&nothing, &access) && !chair.would_be_empty(&access, &access));
        }
    }

    #[test]
    fn r8_h1_no_restriction_disarms_who_governs(scene in open_scenes(), who in picks(), raw in raw_offers()) {
        // As wide an offer as the model allows, given to whoever governs by somebody else who does.
        let governor = &scene.people[0];
        let mut offer = raw.shape(scene.model());
        offer.levels.extend(governor.grants[0].levels.iter().cloned());
        let mut other = who.one(&scene.people).unwrap().clone();
        if other.id() == governor.id() {
            return Ok(());
        }
        other.membership.status = Status::Active;
        other.grants.clone_from(&governor.grants);
        let root = scene.places().swap_remove(0);
        if let Ok(decided) = giving(&scene, &other, governor, &root, offer) {
            for means in [engine::MEMBERS_VIEW, engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE] {
                prop_assert!(decided.value.access.would(means, &root));
            }
        }
    }
}
