//! R6: who may manage whom, held against the sentence of the rule, both ways.

use proptest::prelude::*;
use tenure_domain::grant::{Grant, Offer};
use tenure_domain::may_grant::{Grantee, Granter, Right, may_grant, may_manage, may_manage_all};
use tenure_domain::strategies::{Person, Scene, picks, raw_offers};

use crate::acts::open_scenes;
use tenure_domain::workspace::Place;

use crate::plain::{Giving, Plain};

pub fn rights() -> impl Strategy<Value = Right> {
    prop_oneof![Just(Right::Invite), Just(Right::Manage)]
}

fn engine_says(scene: &Scene, actor: &Person, target: Option<&Person>, offer: &Offer, place: &Place, right: Right) -> bool {
    let own = actor.access(&scene.organization);
    let theirs = target.map(|target| target.access(&scene.organization));
    let standing = target.and_then(|target| target.grant_at(place.workspace()));
    let grantee = Grantee { id: target.map(Person::id), access: theirs.as_ref(), standing };
    may_grant(Granter::Member { id: actor.id(), access: &own }, grantee, offer, place, right).is_ok()
}

/// Every level of the model alone, and one random offer.
fn offers(scene: &Scene, random: Offer) -> Vec<Offer> {
    let alone = scene
        .model()
        .levels()
        .map(|level| Offer { levels: [scene.model().level_key(level).unwrap().clone()].into(), ..Offer::default() });
    alone.chain([random]).collect()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_nobody_gives_what_they_do_not_have(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        raw in raw_offers(),
        right in rights(),
    ) {
        let plain = Plain::of(&scene);
        let actor = who.one(&scene.people).unwrap();
        for target in [None, whom.one(&scene.people)] {
            for place in scene.places() {
                let at = place.workspace();
                let standing = target.and_then(|target| target.grant_at(at)).map(Grant::as_offer).unwrap_or_default();
                for offer in offers(&scene, raw.shape(scene.model())) {
                    let give = Giving { actor, target, standing: &standing, offer: &offer, at, right };
                    prop_assert_eq!(
                        engine_says(&scene, actor, target, &offer, &place, right),
                        plain.may_give(&give),
                        "{:?} to {:?} at {} in place of {:?}",
                        offer,
                        target.map(Person::id),
                        at,
                        standing
                    );
                }
            }
        }
    }

    #[test]
    fn r6_managing_asks_for_every_level_that_the_target_holds_there(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        right in rights(),
    ) {
        let plain = Plain::of(&scene);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let granter = Granter::Member { id: actor.id(), access: &own };
        let grantee = Grantee { id: Some(target.id()), access: Some(&theirs), standing: None };
        for place in scene.places() {
            let expected = plain.may_manage(actor, Some(target), place.workspace(), right);
            prop_assert_eq!(may_manage(granter, grantee, &place, right).is_ok(), expected);
        }
        let places: Vec<Place> = target.grants.iter().map(|grant| crate::acts::place(&scene, grant.workspace)).collect();
        let all = target.grants.iter().all(|grant| plain.may_manage(actor, Some(target), grant.workspace, Right::Manage));
        prop_assert_eq!(may_manage_all(granter, target.id(), &theirs, &places).is_ok(), all);
        prop_assert!(may_manage_all(granter, target.id(), &theirs, []).is_err());
    }

    #[test]
    fn r6_who_may_not_act_there_learns_nothing_of_who_is_there(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        raw in raw_offers(),
    ) {
        let plain = Plain::of(&scene);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        for place in scene.places() {
            let rights = plain.of_person(actor, place.workspace());
            let answer = crate::acts::inviting(&scene, actor, Some(target), &place, raw.shape(scene.model()));
            if !rights.contains("members.invite") && !rights.contains("members.manage") {
                prop_assert_eq!(tenure_domain::Refusal::rule(&answer.unwrap_err()), "missing_permission");
            }
        }
    }
}
