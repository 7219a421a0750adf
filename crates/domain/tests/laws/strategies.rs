//! What the strategies make is valid and varied: a law that never meets its case proves nothing.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tenure_domain::access_model::{AccessModel, Reach};
use tenure_domain::may_grant::Right;
use tenure_domain::strategies::{Scene, model_specs, scenes};

use crate::acts::{Revoking, giving, inviting};
use crate::plain::{Giving, Plain};
use tenure_domain::revocation::Handover;

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn every_random_document_compiles(spec in model_specs()) {
        prop_assert_eq!(AccessModel::compile(&spec).err(), None);
    }

    #[test]
    fn every_random_organization_is_governed_and_every_offer_in_shape(scene in scenes()) {
        let plain = Plain::of(&scene);
        prop_assert!(scene.people.iter().any(|person| plain.governs(person)));
        for grant in scene.people.iter().flat_map(|person| &person.grants) {
            prop_assert_eq!(grant.as_offer().shaped(scene.model()), Ok(grant.as_offer()));
        }
    }
}

/// How many of these scenes have something, in percent.
fn percent(of: &[Scene], has: impl Fn(&Scene) -> bool) -> usize {
    of.iter().filter(|scene| has(scene)).count() * 100 / of.len()
}

fn pairs(scene: &Scene) -> impl Iterator<Item = (&tenure_domain::strategies::Person, &tenure_domain::strategies::Person)> {
    scene.people.iter().flat_map(|one| scene.people.iter().map(move |other| (one, other)))
}

#[test]
fn random_organizations_meet_the_cases_that_the_laws_are_about() {
    let mut runner = TestRunner::deterministic();
    let scenes: Vec<Scene> = (0..400).map(|_| scenes().new_tree(&mut runner).unwrap().current()).collect();
    let second = |scene: &Scene| scene.people[1].grants[0].clone();
    for (what, least, found) in [
        ("a chain of three workspaces", 40, percent(&scenes, |scene| scene.places().iter().any(|place| place.steps().len() > 2))),
        ("a workspace that is off", 30, percent(&scenes, |scene| scene.places().iter().any(|place| !place.is_active()))),
        (
            "a feature switched off below",
            15,
            percent(&scenes, |scene| scene.places().iter().any(|place| !place.features_off().is_empty())),
        ),
        ("somebody pending", 20, percent(&scenes, |scene| !scene.invitations.is_empty())),
        (
            "a restriction that stands",
            40,
            percent(&scenes, |scene| {
                scene.people.iter().flat_map(|person| &person.grants).any(|grant| !grant.restrictions.is_empty())
            }),
        ),
        (
            "an extra permission",
            20,
            percent(&scenes, |scene| {
                scene.people.iter().flat_map(|person| &person.grants).any(|grant| !grant.permissions.is_empty())
            }),
        ),
        ("a choice of resources", 30, percent(&scenes, |scene| scene.people.iter().any(|person| !person.selections.is_empty()))),
        (
            "somebody who must have exactly one",
            8,
            percent(&scenes, |scene| {
                let kinds = scene.model().resource_kinds();
                let wants = |person: &tenure_domain::strategies::Person| {
                    kinds.iter().any(|kind| crate::r3_resources::reach(scene, person, &kind.key) == Reach::ExactlyOne)
                };
                scene.people.iter().any(wants)
            }),
        ),
        ("a portfolio", 60, percent(&scenes, |scene| !scene.portfolios.is_empty())),
        (
            "a founder who may give the second their grant anew",
            30,
            percent(&scenes, |scene| {
                let grant = second(scene);
                let at = crate::acts::place(scene, grant.workspace);
                giving(scene, &scene.people[0], &scene.people[1], &at, grant.as_offer()).is_ok()
            }),
        ),
        (
            "somebody else who may",
            10,
            percent(&scenes, |scene| {
                pairs(scene).any(|(actor, target)| {
                    let Some(grant) = target.grants.first() else { return false };
                    let standing = tenure_domain::grant::Offer::default();
                    let offer = &grant.as_offer();
                    let give = Giving {
                        actor,
                        target: Some(target),
                        standing: &standing,
                        offer,
                        at: grant.workspace,
                        right: Right::Manage,
                    };
                    actor.id() != scene.people[0].id() && Plain::of(scene).may_give(&give)
                })
            }),
        ),
        (
            "a restriction that keeps somebody from giving",
            3,
            percent(&scenes, |scene| {
                pairs(scene).any(|(actor, target)| {
                    let Some(grant) = target.grants.first() else { return false };
                    let at = crate::acts::place(scene, grant.workspace);
                    let refused = inviting(scene, actor, None, &at, grant.as_offer()).err();
                    refused.is_some_and(|refused| tenure_domain::Refusal::rule(&refused) == "not_liftable")
                })
            }),
        ),
        (
            "contacts that go to a successor",
            10,
            percent(&scenes, |scene| {
                pairs(scene).any(|(target, successor)| {
                    target.grants.iter().any(|grant| {
                        let handover = Handover::AssignTo(successor.id());
                        let revoked = Revoking { scene, actor: &scene.people[0], target, grant, handover }.revoke(None);
                        revoked.is_ok_and(|decided| !decided.value.portfolios.is_empty())
                    })
                })
            }),
        ),
    ] {
        assert!(found >= least, "{what}: {found} % of the scenes, at least {least} expected");
    }
}
