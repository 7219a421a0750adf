//! People who are deactivated and reactivated in a history (R13).

use tenure_domain::MemberId;
use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Act, Fate, Handover, ReceiptState};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::strategies::{Person, Pick, Scene};

use crate::acts::{Deactivating, reactivating};
use crate::house::{Done, House, Kept};

impl House {
    pub fn deactivate(&mut self, [by, whom]: [Pick; 2], to: Option<Pick>, keeps: bool, planned: bool) -> Option<Done> {
        let receipt = self.fresh();
        let actor = self.actor(by);
        let target = self.leaver(whom, actor.id())?.clone();
        let at = target.grants.first().map_or(self.scene.organization.root, |grant| grant.workspace);
        let heir = |to: Pick| self.taker(to, at, Some(target.id())).map(Person::id);
        let handover = (!keeps).then(|| to.and_then(heir).map_or(Handover::Unassign, Handover::AssignTo));
        let deactivating = Deactivating { scene: &self.scene, actor: &actor, target: &target, handover };
        let fingerprint = planned.then(|| deactivating.plan().fingerprint);
        let decided = deactivating.deactivate(receipt, fingerprint).ok()?;
        let done = decided.value;
        assert_eq!(done.membership, Fate::Inactive);
        self.hand_over(&done.portfolios, done.to);
        let giver = Giver::Member(actor.id());
        let emptied = done.receipt.selections.iter().map(|had| had.clone().chosen(Selection::None, giver)).collect();
        self.choose(target.id(), emptied);
        self.person_mut(target.id()).membership.status = Status::Inactive;
        self.receipts.push(Kept { receipt: done.receipt, portfolios: done.portfolios.into_iter().collect() });
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    pub fn reactivate(&mut self, by: Pick, whom: Pick) -> Option<Done> {
        let still: Vec<&Person> = self.scene.people.iter().filter(|one| one.membership.status == Status::Inactive).collect();
        let target = (*whom.one(&still)?).clone();
        let actor = self.actor(by);
        let theirs = |kept: &&mut Kept| {
            let receipt = &kept.receipt;
            let is_one = receipt.act == Act::Deactivation && receipt.state == ReceiptState::Standing;
            is_one && receipt.member == target.id()
        };
        let receipt = self.receipts.iter_mut().rfind(theirs);
        let emptied: Vec<Selected> = receipt.as_ref().map_or_else(Vec::new, |kept| kept.receipt.selections.clone());
        let decided = reactivating(&self.scene, &actor, &target, &emptied).ok()?;
        if let Some(kept) = receipt {
            kept.receipt.state = ReceiptState::Undone;
        }
        let back = decided.value;
        let person = self.person_mut(target.id());
        person.membership = back.membership;
        for lapsed in &back.lapsed {
            let grant = person.grants.iter_mut().find(|grant| grant.workspace == lapsed.after.workspace).unwrap();
            *grant = Grant { version: grant.version + 1, ..lapsed.after.clone() };
        }
        self.choose(target.id(), back.selections);
        self.hand_over(&back.left, None);
        assert!(self.leave_behind(target.id()).is_empty(), "what they can't keep is in the plan");
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }
}

/// h2: whoever is inactive holds what they held before, and is given nothing; but for who comes back as they were.
pub fn are_given_no_contacts(before: &Scene, house: &House, done: &Done) {
    let is_back = |member: MemberId| {
        done.events.iter().any(|event| matches!(event, Event::MemberRestored { member: of, .. } if *of == member))
    };
    for portfolio in &house.scene.portfolios {
        let holder = portfolio.holder.and_then(|holder| house.person(holder));
        let Some(holder) = holder.filter(|one| one.membership.status == Status::Inactive && !is_back(one.id())) else { continue };
        let then = before.portfolios.iter().find(|one| one.id == portfolio.id).and_then(|one| one.holder);
        assert_eq!(then, Some(holder.id()), "h2: nobody inactive is given a contact");
    }
}
