//! R11: whoever holds contacts can handle them, and one write moves them.

use proptest::prelude::*;
use tenure_domain::contact::{AssignFacts, Assignee, assign};
use tenure_domain::event::Event;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Handover, leave_behind};
use tenure_domain::strategies::{Person, Pick, picks, raw_offers};

use crate::acts::{Revoking, giving, held_by, open_scenes, place};
use crate::plain::Plain;

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r11_h3_after_a_handover_every_holder_can_handle_what_they_hold(
        scene in open_scenes(),
        whom in picks(),
        which in picks(),
        to in prop::option::of(picks()),
    ) {
        let plain = Plain::of(&scene);
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let successor = to.and_then(|pick: Pick| pick.one(&scene.people));
        let handover = successor.map_or(Handover::Unassign, |person| Handover::AssignTo(person.id()));
        let revoked = Revoking { scene: &scene, actor: &scene.people[0], target, grant, handover }.revoke(None);
        let Ok(revoked) = revoked else { return Ok(()) };
        prop_assert_eq!(revoked.value.to, successor.map(Person::id));
        let mut after = target.clone();
        after.grants.retain(|one| one.workspace != grant.workspace);
        let named: Vec<_> = revoked.value.portfolios.clone();
        for held in held_by(&scene, target) {
            let (id, at) = (held.portfolio.id, held.portfolio.workspace);
            let holder = if named.contains(&id) { successor } else { Some(&after) };
            prop_assert!(holder.is_none_or(|holder| plain.by_grants(&holder.grants, at).contains("contacts.handle")));
            prop_assert!(holder.is_none_or(|holder| holder.membership.status == Status::Active));
            prop_assert_eq!(
                named.iter().filter(|one| **one == id).count(),
                usize::from(holder.is_none_or(|one| one.id() != after.id()))
            );
        }
        let told = revoked.events.iter().find_map(|event| match event {
            Event::ContactsHandedOver { from, to, portfolios, .. } => Some((*from, *to, *portfolios)),
            _ => None,
        });
        prop_assert_eq!(told, (!named.is_empty()).then_some((target.id(), revoked.value.to, named.len())));
    }

    #[test]
    fn r11_a_change_leaves_behind_what_can_not_be_kept_and_nothing_else(
        scene in open_scenes(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let plain = Plain::of(&scene);
        let target = whom.one(&scene.people).unwrap();
        let place = &crate::acts::somewhere(&scene, at);
        let Ok(given) = giving(&scene, &scene.people[0], target, place, raw.shape(scene.model())) else { return Ok(()) };
        let mut after = target.clone();
        after.grants.retain(|grant| grant.workspace != place.workspace());
        after.grants.push(given.value.grant);
        let held = held_by(&scene, target);
        let left = leave_behind(target.id(), &held, &given.value.access);
        for held in &held {
            let able = plain.by_grants(&after.grants, held.portfolio.workspace).contains("contacts.handle");
            prop_assert_eq!(left.value.contains(&held.portfolio.id), !able);
        }
        prop_assert_eq!(left.events.len(), usize::from(!left.value.is_empty()));
    }

    #[test]
    fn r11_h2_a_contact_goes_only_to_somebody_active_who_handles_contacts_there(
        scene in open_scenes(),
        who in picks(),
        which in picks(),
        to in prop::option::of(picks()),
    ) {
        prop_assume!(!scene.contacts.is_empty());
        let plain = Plain::of(&scene);
        let (actor, contact) = (who.one(&scene.people).unwrap(), which.one(&scene.contacts).unwrap());
        let assignee = to.and_then(|pick: Pick| pick.one(&scene.people));
        let holder = scene.portfolios.iter().find(|one| Some(one.id) == contact.portfolio).and_then(|one| one.holder);
        let (own, theirs) = (actor.access(&scene.organization), assignee.map(|person| person.access(&scene.organization)));
        let place = place(&scene, contact.workspace);
        let answer = assign(AssignFacts {
            contact,
            holder,
            place: &place,
            actor: &own,
            assignee: assignee.zip(theirs.as_ref()).map(|(person, access)| Assignee { membership: &person.membership, access }),
        });
        let able = |person: &Person| plain.of_person(person, contact.workspace).contains("contacts.handle");
        prop_assert_eq!(answer.is_ok(), able(actor) && assignee.is_none_or(able));
        if let Ok(decided) = answer {
            prop_assert_eq!(decided.value, assignee.map(Person::id));
            prop_assert_eq!(decided.events.len(), usize::from(decided.value != holder));
        }
    }
}
