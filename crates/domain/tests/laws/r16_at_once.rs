//! R16: the same facts give the same answer, and a change of facts changes the very next one.

use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::strategies::{Person, picks, raw_offers};

use crate::acts::{Revoking, accepting, giving, inviting, open_scenes};
use crate::plain::{Plain, Words};

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r16_the_same_facts_give_the_same_answer(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let place = &crate::acts::somewhere(&scene, at);
        let offer = || raw.shape(scene.model());
        prop_assert_eq!(giving(&scene, actor, target, place, offer()), giving(&scene, actor, target, place, offer()));
        prop_assert_eq!(
            inviting(&scene, actor, Some(target), place, offer()),
            inviting(&scene, actor, Some(target), place, offer())
        );
        let revoking = Revoking { scene: &scene, actor, target, grant: &target.grants[0], handover: Handover::Unassign };
        prop_assert_eq!(revoking.plan(), revoking.plan());
        prop_assert_eq!(revoking.revoke(None), revoking.revoke(None));
        for invitation in &scene.invitations {
            let person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap();
            let once = || accepting(&scene, &person.membership, &person.grants, invitation);
            prop_assert_eq!(once(), once());
        }
    }

    #[test]
    fn r16_the_order_in_which_grants_are_read_does_not_matter(scene in open_scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let mut reversed = person.clone();
        reversed.grants.reverse();
        let (one, other) = (person.access(&scene.organization), reversed.access(&scene.organization));
        for place in scene.places() {
            prop_assert_eq!(one.permissions_at(&place), other.permissions_at(&place));
            prop_assert_eq!(
                (one.masking_at(&place), one.visibility_at(&place)),
                (other.masking_at(&place), other.visibility_at(&place))
            );
        }
    }

    #[test]
    fn r16_e1_every_change_of_facts_changes_the_very_next_answer(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
        which in picks(),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let place = &crate::acts::somewhere(&scene, at);
        // A change: what the decision says they hold from now on is what the next question hears.
        if let Ok(given) = giving(&scene, actor, target, place, raw.shape(scene.model())) {
            let mut after = target.clone();
            after.grants.retain(|grant| grant.workspace != place.workspace());
            after.grants.push(given.value.grant);
            for place in scene.places() {
                prop_assert_eq!(
                    given.value.access.permissions_at(&place),
                    after.access(&scene.organization).permissions_at(&place)
                );
                let expected = Plain::of(&scene).of_person(&after, place.workspace());
                let held = after.access(&scene.organization).permissions_at(&place);
                let held: Words = held.iter().map(|one| scene.model().permission_key(one).unwrap().to_string()).collect();
                prop_assert_eq!(held, expected);
            }
        }
        // Deactivation, the organization switched off, a workspace switched off, a grant gone: the next question already hears it.
        let grant = which.one(&target.grants).unwrap();
        let here = crate::acts::place(&scene, grant.workspace);
        let asleep = Access::new(scene.organization.setting(), Status::Inactive, &target.grants);
        prop_assert!(asleep.permissions_at(&here).is_empty());
        let mut closed = scene.clone();
        closed.organization.active = false;
        prop_assert!(target.access(&closed.organization).permissions_at(&here).is_empty());
        let mut dark = scene.clone();
        let node = dark.tree.nodes.iter_mut().find(|node| node.id == grant.workspace).unwrap();
        node.active = false;
        let off = crate::acts::place(&dark, grant.workspace);
        let left = target.access(&scene.organization).permissions_at(&off);
        for one in left.iter() {
            let key = scene.model().permission_key(one).unwrap().as_str();
            prop_assert!(key.starts_with("members.") || key.starts_with("workspaces."));
        }
        let gone = Person {
            grants: target.grants.iter().filter(|one| one.workspace != grant.workspace).cloned().collect(),
            ..target.clone()
        };
        let expected = Plain::of(&scene).of_person(&gone, grant.workspace);
        prop_assert_eq!(gone.access(&scene.organization).permissions_at(&here).len(), expected.len());
    }
}
