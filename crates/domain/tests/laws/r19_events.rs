//! R19: whatever changes something says so, and what is told outside follows from what was said.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::event::Event;
use tenure_domain::invitation::Invited;
use tenure_domain::record::{Actor, Matter, Record, errands};
use tenure_domain::revocation::Handover;
use tenure_domain::strategies::{Pick, Scene, id, picks, raw_offers};

use crate::acts::{Deleting, Revoking, accepting, giving, inviting, open_scenes};

/// All that a few random decisions said.
fn said(scene: &Scene, who: Pick, whom: Pick, at: Pick, raw: tenure_domain::strategies::RawOffer) -> Vec<Event> {
    let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
    let place = &crate::acts::somewhere(scene, at);
    let offer = || raw.shape(scene.model());
    let mut all = Vec::new();
    if let Ok(given) = giving(scene, actor, target, place, offer()) {
        let changed = target.grant_at(place.workspace()).is_none_or(|grant| grant.as_offer() != given.value.grant.as_offer());
        assert_eq!(given.events.len(), usize::from(changed));
        all.extend(given.events);
    }
    for known in [None, Some(target)] {
        if let Ok(invited) = inviting(scene, actor, known, place, offer()) {
            let changed = !matches!(invited.value, Invited::AlreadyMember | Invited::Inactive);
            assert_eq!(!invited.events.is_empty(), changed);
            all.extend(invited.events);
        }
    }
    let revoking = Revoking { scene, actor, target, grant: &target.grants[0], handover: Handover::Unassign };
    if let Ok(revoked) = revoking.revoke(None) {
        assert!(!revoked.events.is_empty());
        all.extend(revoked.events);
    }
    if let Ok(deleted) = (Deleting { scene, actor, target, handover: Handover::Unassign }).delete(None) {
        assert!(!deleted.events.is_empty());
        all.extend(deleted.events);
    }
    for invitation in &scene.invitations {
        let person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap();
        if let Ok(accepted) = accepting(scene, &person.membership, &person.grants, invitation) {
            assert!(!accepted.events.is_empty());
            all.extend(accepted.events);
        }
    }
    all
}

fn is_told(event: &Event) -> bool {
    match event {
        Event::ContactsHandedOver { to, receipt, .. } => to.is_some() && receipt.is_some(),
        other => [
            "member_invited",
            "invitation_resent",
            "invitation_corrected",
            "access_granted",
            "access_restored",
            "access_changed",
            "access_revoked",
            "member_deleted",
        ]
        .contains(&other.kind()),
    }
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r19_every_decision_that_changes_something_says_so_with_its_before_and_after(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        for event in said(&scene, who, whom, at, raw) {
            let (before, after) = (event.before(), event.after());
            prop_assert!(!before.is_empty() || !after.is_empty(), "{}", event.kind());
            if event.kind().ends_with("_changed") {
                prop_assert_eq!(before.keys().collect::<BTreeSet<_>>(), after.keys().collect::<BTreeSet<_>>());
                prop_assert_ne!(before, after);
            }
        }
    }

    #[test]
    fn r19_errands_follow_from_events_alone(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        for event in said(&scene, who, whom, at, raw) {
            let record = Record {
                organization: scene.organization.id,
                id: id(1),
                at: scene.now,
                actor: Actor::Member(scene.people[0].id()),
                event,
                reason: None,
            };
            let written = errands(&record, || id(42));
            prop_assert_eq!(&written, &errands(&record, || id(42)));
            prop_assert_eq!(written.len(), usize::from(is_told(&record.event)));
            for errand in written {
                prop_assert_eq!(
                    (errand.organization, errand.id, errand.at, errand.actor),
                    (record.organization, id(42), record.at, record.actor)
                );
                // Whoever is told is who it happened to; contacts are announced to who gets them.
                match (&record.event, errand.matter) {
                    (Event::ContactsHandedOver { to, .. }, Matter::ContactsHandedOver { .. }) => {
                        prop_assert_eq!(Some(errand.member), *to);
                    }
                    (event, _) => prop_assert_eq!(errand.member.uuid(), event.target().uuid()),
                }
            }
        }
    }
}
