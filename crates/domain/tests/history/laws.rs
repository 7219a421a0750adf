//! What must hold after every step, read from the rules word by word.

use std::collections::BTreeSet;

use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::membership::Status;
use tenure_domain::revocation::ReceiptState;
use tenure_domain::selection::Selection;
use tenure_domain::strategies::{Person, Scene};
use tenure_domain::{MemberId, WorkspaceId};

use crate::acts::switched_on;
use crate::house::{Done, House};
use crate::ledger::Ledger;
use crate::plain::{Plain, Words};
use crate::{changes, choosing, standing_still};

/// The invariants of every state.
pub fn at_all_times(house: &House) {
    let scene = &house.scene;
    let plain = Plain::of(scene);
    assert!(scene.people.iter().any(|person| plain.governs(person)), "R8: never headless");
    holders_can_handle_what_they_hold(house, &plain);
    let taken = scene.people.iter().filter(|person| person.membership.status != Status::Inactive).count();
    assert!(scene.organization.seats.is_none_or(|seats| taken <= seats as usize), "R9: seats");
    for person in &scene.people {
        let access = person.access(&scene.organization);
        if person.membership.status != Status::Active {
            assert!(scene.places().iter().all(|place| access.permissions_at(place).is_empty()), "a7: they act nowhere");
        }
        let workspaces: BTreeSet<WorkspaceId> = person.grants.iter().map(|grant| grant.workspace).collect();
        assert_eq!(workspaces.len(), person.grants.len(), "one grant for each workspace");
        for grant in &person.grants {
            assert_eq!(grant.as_offer().shaped(scene.model()), Ok(grant.as_offer()), "every grant is in shape");
        }
        let links = scene.invitations.iter().filter(|one| one.member == person.id()).count();
        assert_eq!(links, usize::from(person.membership.status == Status::Pending), "R9: one link while pending");
        assert!(person.membership.status != Status::Pending || !person.grants.is_empty(), "R9: an offer of something");
    }
    let emails: BTreeSet<_> = scene.people.iter().map(|person| &person.membership.email).collect();
    assert_eq!(emails.len(), scene.people.len(), "one person for each address");
    assert_eq!(house.ledger, Ledger::of(scene), "R19: the journal tells the state");
}

fn holders_can_handle_what_they_hold(house: &House, plain: &Plain) {
    let mut open = BTreeSet::new();
    for portfolio in &house.scene.portfolios {
        if portfolio.open {
            assert_eq!(portfolio.holder, Some(portfolio.first_holder), "R11: an open portfolio is its opener's");
            assert!(open.insert((portfolio.workspace, portfolio.first_holder)), "R11: one open portfolio each");
        }
        let Some(holder) = portfolio.holder else { continue };
        let holder = house.person(holder).expect("whoever holds contacts is here");
        assert_ne!(holder.membership.status, Status::Pending, "h2: nobody pending holds contacts");
        let rights = plain.by_grants(&holder.grants, portfolio.workspace);
        assert!(rights.contains("contacts.handle"), "h3: {} holds what they can't handle", holder.id());
    }
}

/// What must hold of the way from one state to the next.
pub fn of_a_step(before: &Scene, house: &House, done: &Done) {
    choosing::is_the_givers(before, house, done);
    changes::act_below_alone(before, house, done);
    standing_still::are_given_no_contacts(before, house, done);
    let plain = Plain::of(before);
    let actor = done.actor.and_then(|actor| find(before, actor));
    if let Some(actor) = actor {
        let now = house.person(actor.id()).expect("nobody removes themselves");
        assert_eq!(now.grants, actor.grants, "R7: not oneself");
        assert_eq!(now.membership, actor.membership, "R7: not oneself");
    }
    for person in &house.scene.people {
        let was = find(before, person.id());
        for grant in person.grants.iter().filter(|grant| was.and_then(|was| was.grant_at(grant.workspace)) != Some(*grant)) {
            is_the_givers(&plain, before, actor, was, grant);
        }
        let accepted =
            was.is_some_and(|was| was.membership.status == Status::Pending) && person.membership.status == Status::Active;
        for grant in person.grants.iter().filter(|_| accepted) {
            let giver = before.people.iter().find(|one| Giver::Member(one.id()) == grant.given_by);
            is_the_givers(&plain, before, Some(giver.expect("what nobody gives lapses")), None, grant);
        }
    }
    for event in &done.events {
        match event {
            Event::AccessRevoked { member, workspace, .. } => lifts_nothing(&plain, before, house, actor, (*member, *workspace)),
            Event::MemberDeleted { member, receipt, .. } => {
                assert!(house.person(*member).is_none(), "R14: who was deleted is gone");
                let kept = house.receipts.iter().find(|kept| kept.receipt.id == *receipt).unwrap();
                let was = find(before, *member).unwrap();
                assert_eq!(kept.receipt.grants, was.grants, "R14: all their grants, and the receipt has them");
                let had = was.selections.iter().filter(|one| one.selection != Selection::None).cloned();
                assert_eq!(kept.receipt.selections, had.collect::<Vec<_>>(), "R14: and all that they had chosen");
                for grant in &was.grants {
                    let theirs = plain.levels(&was.grants, grant.workspace);
                    let manages = actor.map(|actor| plain.manages(&actor.grants, grant.workspace)).unwrap();
                    assert!(theirs.is_subset(&manages), "R6: a managing right over all of them");
                }
            }
            Event::MemberDeactivated { member, .. } => {
                let (was, is) = (find(before, *member).unwrap(), house.person(*member).unwrap());
                assert_eq!((&is.grants, is.membership.status), (&was.grants, Status::Inactive), "R13: grants are kept");
            }
            Event::MemberReactivated { member } => {
                let plain = Plain::of(&switched_on(before));
                for grant in &house.person(*member).unwrap().grants {
                    is_the_givers(&plain, before, actor, None, grant);
                }
            }
            Event::AccessRestored { receipt, .. } | Event::MemberRestored { receipt, .. } => {
                let kept = house.receipts.iter().find(|kept| kept.receipt.id == *receipt).unwrap();
                assert_eq!(kept.receipt.state, ReceiptState::Undone);
                returned(before, house, kept.receipt.member, &kept.portfolios, &done.events);
            }
            _ => {}
        }
    }
}

fn find(scene: &Scene, member: MemberId) -> Option<&Person> {
    scene.people.iter().find(|person| person.id() == member)
}

/// a4: whatever is new in a grant was the giver's to give, with the rights that they had before the step.
fn is_the_givers(plain: &Plain, before: &Scene, actor: Option<&Person>, was: Option<&Person>, grant: &Grant) {
    let Some(actor) = actor else { return };
    let at = grant.workspace;
    let standing = was.and_then(|was| was.grant_at(at)).map(Grant::as_offer).unwrap_or_default();
    let words = |keys: Vec<String>| keys.into_iter().collect::<Words>();
    let levels = words(grant.levels.difference(&standing.levels).map(ToString::to_string).collect());
    assert!(levels.is_subset(&plain.manages(&actor.grants, at)), "a4: a level that the giver doesn't manage");
    let extras = words(grant.permissions.difference(&standing.permissions).map(ToString::to_string).collect());
    assert!(extras.is_subset(&plain.of_person(actor, at)), "a4: an extra permission that the giver doesn't have");
    let lifted = plain.lifted(&grant.as_offer(), &standing);
    assert!(lifted.is_disjoint(&plain.restrictions(&actor.grants, at)), "a4: {lifted:?} binds the giver too");
    assert!(find(before, actor.id()).is_some());
}

/// a4: ending a grant doesn't free what is left there from what binds whoever ends it.
fn lifts_nothing(plain: &Plain, before: &Scene, house: &House, actor: Option<&Person>, of: (MemberId, WorkspaceId)) {
    let (Some(was), Some(is), Some(actor)) = (find(before, of.0), house.person(of.0), actor) else { return };
    if plain.here(&is.grants, of.1).is_empty() {
        return;
    }
    let (then, now) = (plain.restrictions(&was.grants, of.1), plain.restrictions(&is.grants, of.1));
    let lifted: Words = then.difference(&now).cloned().collect();
    assert!(lifted.is_disjoint(&plain.restrictions(&actor.grants, of.1)), "a4: revoking lifts {lifted:?}");
}

/// R12: the receipt's portfolios are the leaver's again, whoever held them, as far as the leaver can handle them; no other moved
/// but what the leaver can't keep with what was restored.
fn returned(before: &Scene, house: &House, leaver: MemberId, named: &BTreeSet<tenure_domain::PortfolioId>, events: &[Event]) {
    let plain = Plain::of(&house.scene);
    let grants = &house.person(leaver).unwrap().grants;
    let able = |workspace| plain.by_grants(grants, workspace).contains("contacts.handle");
    let mut back = 0;
    for portfolio in &house.scene.portfolios {
        let then = before.portfolios.iter().find(|one| one.id == portfolio.id).unwrap().holder;
        let expected = match (named.contains(&portfolio.id), able(portfolio.workspace)) {
            (true, true) => {
                back += 1;
                Some(leaver)
            }
            (_, false) if then == Some(leaver) => None,
            _ => then,
        };
        assert_eq!(portfolio.holder, expected, "R12: an undo puts back what the receipt names and moves nothing else");
    }
    let told = events.iter().find_map(|event| match event {
        Event::ContactsReturned { portfolios, .. } => Some(*portfolios),
        _ => None,
    });
    assert_eq!(told.unwrap_or(0), back);
}
