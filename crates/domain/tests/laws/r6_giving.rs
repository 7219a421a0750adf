//! R6 through the decisions: by whatever path somebody comes to access, it is what the giver might give.

use proptest::prelude::*;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::Invited;
use tenure_domain::may_grant::Right;
use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::strategies::{Person, Scene, id, picks, raw_offers};
use tenure_domain::{EmailAddress, Refusal, WorkspaceId};

use crate::acts::{Revoking, accepting, giving, inviting, open_scenes, place};
use crate::plain::{Giving, Plain, Words};

/// Somebody active who was just let in and holds nothing yet.
fn stranger(scene: &Scene) -> Person {
    let mut person = scene.people[0].clone();
    person.membership.id = id(500);
    person.membership.email = EmailAddress::parse("new@example.test").unwrap();
    person.membership.status = Status::Active;
    person.grants.clear();
    person
}

fn words<T: ToString>(of: impl IntoIterator<Item = T>) -> Words {
    of.into_iter().map(|one| one.to_string()).collect()
}

/// Whether every word of a grant that somebody gave is theirs to give: no level that they don't manage, no extra permission that
/// they don't have, no restriction left out that binds them.
fn is_theirs(plain: &Plain, actor: &Person, grant: &Grant, at: WorkspaceId) -> bool {
    let levels = words(&grant.levels).is_subset(&plain.manages(&actor.grants, at));
    let has = plain.of_person(actor, at);
    let extras = grant.permissions.iter().all(|key| has.contains(key.as_str()));
    let left_out = plain.lifted(&grant.as_offer(), &Offer::default());
    levels && extras && left_out.is_disjoint(&plain.restrictions(&actor.grants, at))
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn a1_what_is_accepted_equals_may_grant_both_ways(scene in open_scenes(), who in picks()) {
        let plain = Plain::of(&scene);
        let actor = who.one(&scene.people).unwrap();
        for place in scene.places() {
            for level in scene.model().levels() {
                let offer = Offer { levels: [scene.model().level_key(level).unwrap().clone()].into(), ..Offer::default() };
                let standing = Offer::default();
                let give =
                    Giving { actor, target: None, standing: &standing, offer: &offer, at: place.workspace(), right: Right::Invite };
                let invited = inviting(&scene, actor, None, &place, offer.clone());
                prop_assert_eq!(invited.is_ok(), plain.may_give(&give));
                if let Ok(decided) = invited {
                    let Invited::New { membership, grant, invitation, .. } = decided.value else { panic!("somebody new") };
                    let accepted = accepting(&scene, &membership, std::slice::from_ref(&grant), &invitation).unwrap().value;
                    prop_assert_eq!(accepted.kept, vec![grant]);
                    prop_assert_eq!(accepted.membership.status, Status::Active);
                }
            }
        }
    }

    #[test]
    fn a2_inviting_and_accepting_gives_what_giving_at_once_gives(
        scene in open_scenes(),
        who in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let actor = who.one(&scene.people).unwrap();
        let place = crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let somebody = stranger(&scene);
        let direct = giving(&scene, actor, &somebody, &place, offer.clone()).map(|decided| decided.value.grant);
        let by_name = inviting(&scene, actor, Some(&somebody), &place, offer.clone()).map(|decided| decided.value);
        let invited = inviting(&scene, actor, None, &place, offer).map(|decided| decided.value);
        prop_assert_eq!(by_name.is_ok(), invited.is_ok());
        match invited {
            Ok(Invited::New { membership, grant, invitation, .. }) => {
                let accepted = accepting(&scene, &membership, std::slice::from_ref(&grant), &invitation).unwrap().value;
                prop_assert_eq!(by_name, Ok(Invited::Granted { grant: grant.clone(), selections: Vec::new() }));
                prop_assert_eq!(&accepted.kept, &vec![grant.clone()]);
                match direct {
                    Ok(direct) => prop_assert_eq!(&direct, &grant),
                    // Inviting takes less of a right than changing does, and that is all the difference.
                    Err(refused) => prop_assert_eq!(refused.rule(), "missing_permission"),
                }
            }
            Ok(other) => prop_assert!(false, "{other:?}"),
            Err(refused) => {
                let manages = Plain::of(&scene).of_person(actor, place.workspace()).contains("members.manage");
                let expected = if manages { refused.rule() } else { "missing_permission" };
                prop_assert_eq!(direct.unwrap_err().rule(), expected);
            }
        }
    }

    #[test]
    fn a3_an_edit_that_passes_passes_acceptance_at_the_same_moment(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
        direct: bool,
    ) {
        let pending: Vec<&Person> = scene.people.iter().filter(|person| person.membership.status == Status::Pending).collect();
        prop_assume!(!pending.is_empty());
        let (actor, target) = (who.one(&scene.people).unwrap(), *whom.one(&pending).unwrap());
        let place = crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let edited = if direct {
            giving(&scene, actor, target, &place, offer).ok().map(|decided| decided.value.grant)
        } else {
            inviting(&scene, actor, Some(target), &place, offer).ok().map(|decided| match decided.value {
                Invited::Again { grant, .. } => grant,
                other => panic!("somebody pending is offered more: {other:?}"),
            })
        };
        if let Some(grant) = edited {
            prop_assert_eq!(grant.given_by, Giver::Member(actor.id()));
            prop_assert!(is_theirs(&Plain::of(&scene), actor, &grant, place.workspace()));
            let invitation = scene.invitations.iter().find(|one| one.member == target.id()).unwrap();
            let accepted = accepting(&scene, &target.membership, std::slice::from_ref(&grant), invitation);
            prop_assert_eq!(accepted.unwrap().value.kept, vec![grant]);
        }
    }

    #[test]
    fn a3_acceptance_asks_with_the_inviters_rights_of_that_moment(
        scene in open_scenes(),
        who in picks(),
        at in picks(),
        raw in raw_offers(),
        later in raw_offers(),
        status in tenure_domain::strategies::statuses(),
    ) {
        let actor = who.one(&scene.people).unwrap();
        let place = crate::acts::somewhere(&scene, at);
        let Ok(decided) = inviting(&scene, actor, None, &place, raw.shape(scene.model())) else { return Ok(()) };
        let Invited::New { membership, grant, invitation, .. } = decided.value else { panic!("somebody new") };
        let mut moved = scene.clone();
        let inviter = moved.people.iter_mut().find(|person| person.id() == actor.id()).unwrap();
        let offer = later.shape(scene.model());
        (inviter.grants[0].levels, inviter.grants[0].restrictions) = (offer.levels, offer.restrictions);
        inviter.membership.status = status;
        let inviter = inviter.clone();
        let standing = Offer { restrictions: grant.restrictions.clone(), ..Offer::default() };
        let offer = grant.as_offer();
        let give = Giving {
            actor: &inviter,
            target: None,
            standing: &standing,
            offer: &offer,
            at: place.workspace(),
            right: Right::Invite,
        };
        let accepted = accepting(&moved, &membership, std::slice::from_ref(&grant), &invitation);
        prop_assert_eq!(accepted.is_ok(), Plain::of(&moved).may_give(&give));
    }

    #[test]
    fn a4_revoking_and_inviting_again_gives_nothing_that_was_not_the_givers(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        which in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let plain = Plain::of(&scene);
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let grant = which.one(&target.grants).unwrap();
        let revoking = Revoking { scene: &scene, actor, target, grant, handover: Handover::Unassign };
        if revoking.revoke(None).is_err() {
            return Ok(());
        }
        let mut after = target.clone();
        after.grants.retain(|one| one.workspace != grant.workspace);
        // Ending the grant itself lifts nothing that binds the actor, where rights from above are left.
        let here = grant.workspace;
        if !plain.here(&after.grants, here).is_empty() {
            let (before, left) = (plain.restrictions(&target.grants, here), plain.restrictions(&after.grants, here));
            let lifted: Words = before.difference(&left).cloned().collect();
            prop_assert!(lifted.is_disjoint(&plain.restrictions(&actor.grants, here)), "{lifted:?}");
        }
        let somewhere = crate::acts::somewhere(&scene, at);
        for (place, offer) in [(place(&scene, here), grant.as_offer()), (somewhere, raw.shape(scene.model()))] {
            let mut moved = scene.clone();
            *moved.people.iter_mut().find(|person| person.id() == target.id()).unwrap() = after.clone();
            let free = after.membership.status == Status::Active && after.grant_at(place.workspace()).is_none();
            if free && let Ok(decided) = inviting(&moved, actor, Some(&after), &place, offer) {
                let Invited::Granted { grant: new, .. } = decided.value else { panic!("granted at once") };
                prop_assert!(is_theirs(&plain, actor, &new, place.workspace()));
            }
        }
    }
}
