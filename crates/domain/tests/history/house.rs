//! A small organization in memory: it does what the decisions say, as a store would, and decides nothing itself.

use std::collections::BTreeSet;

use tenure_domain::access_model::engine;
use tenure_domain::contact::{AssignFacts, Assignee, Portfolio, assign};
use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::{Invitation, Invited, RenewFacts, Renewing, correct, refuse, resend, withdraw};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{Act, Fate, Handover, Held, Receipt, ReceiptState, leave_behind};
use tenure_domain::selection::Selection;
use tenure_domain::strategies::{Person, Pick, RawOffer, Scene, id};
use tenure_domain::workspace::Place;
use tenure_domain::{DAY, EmailAddress, InvitationId, MemberId, PortfolioId, ReceiptId, WorkspaceId};

use crate::acts::{
    Deleting, Revoking, accepting_choosing, asking_choosing, giving_choosing, held_by, invite_of, place, somewhere,
    undoing_choosing, undoing_deletion,
};
use crate::choosing::{Standing, choices_of, held_at};
use crate::ledger::Ledger;
use crate::steps::Step;

/// A receipt with the portfolios that it still names.
#[derive(Clone, Debug)]
pub struct Kept {
    pub receipt: Receipt,
    pub portfolios: BTreeSet<PortfolioId>,
}

/// What came of a step.
#[derive(Clone, Debug)]
pub struct Done {
    /// Who acted; nobody when somebody answered their own invitation.
    pub actor: Option<MemberId>,
    pub events: Vec<Event>,
}

pub struct House {
    pub scene: Scene,
    pub receipts: Vec<Kept>,
    /// Who was deleted, as they were.
    pub deleted: Vec<Person>,
    pub ledger: Ledger,
    /// The rarer turns that this history took.
    pub met: BTreeSet<&'static str>,
    next: u64,
}

impl House {
    pub const MEETS: [&str; 8] =
        ["supersede", "leave_behind", "lapse", "come_back", "choose_again", "invited_again", "choose_less", "wake"];

    pub fn new(scene: Scene) -> Self {
        let ledger = Ledger::of(&scene);
        Self { scene, receipts: Vec::new(), deleted: Vec::new(), ledger, met: BTreeSet::new(), next: 1_000 }
    }

    /// Tries a step; none if it was refused, or if there was nothing to try it on.
    pub fn take(&mut self, step: Step) -> Option<Done> {
        let done = match step {
            Step::Invite { by, email, at, offer } => self.invite(by, email, at, offer),
            Step::Accept { whom, older, password } => self.accept(whom, older, password),
            Step::Refuse { whom, older } => self.refuse(whom, older),
            Step::Resend { by, whom } => self.renew(by, whom, Renewal::Resend),
            Step::Correct { by, whom, email } => self.renew(by, whom, Renewal::Correct(address(email))),
            Step::Withdraw { by, whom } => self.renew(by, whom, Renewal::Withdraw),
            Step::Give { by, whom, at, offer } => self.give(by, whom, at, offer),
            Step::Revoke { by, whom, which, to, planned } => self.revoke([by, whom, which], to, planned),
            Step::Delete { by, whom, to, planned } => self.delete(by, whom, to, planned),
            Step::Deactivate { by, whom, to, keeps, planned } => self.deactivate([by, whom], to, keeps, planned),
            Step::Reactivate { by, whom } => self.reactivate(by, whom),
            Step::Undo { by, which } => self.undo(by, which),
            Step::Assign { by, which, to } => self.assign(by, which, to),
            Step::Select { by, whom, which, how } => self.select([by, whom], which, how),
            Step::Make { by, at, active } => self.make(by, at, active),
            Step::Move { by, top, parent } => self.relocate(by, top, parent),
            Step::Switch { by, at, active } => self.switch(by, at, active),
            Step::Wait { days } => {
                self.scene.now = self.scene.now.plus(DAY * days);
                None
            }
        }?;
        self.ledger.write(&self.scene, &done.events);
        Some(done)
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    pub fn fresh<T: From<uuid::Uuid>>(&mut self) -> T {
        id(self.number())
    }

    /// Somebody; most of the time whoever founded the organization, or few steps would ever be allowed.
    pub fn actor(&self, by: Pick) -> Person {
        let two = [0, 1 + by.below(self.scene.people.len().saturating_sub(1).max(1))];
        self.scene.people.get(two[usize::from(by.below(4) == 0)]).unwrap_or(&self.scene.people[0]).clone()
    }

    /// Somebody to give contacts to there; mostly somebody who can handle them, or few ever changed hands.
    pub fn taker(&self, to: Pick, workspace: WorkspaceId, from: Option<MemberId>) -> Option<&Person> {
        let place = place(&self.scene, workspace);
        let able = |one: &&Person| one.access(&self.scene.organization).can(engine::CONTACTS_HANDLE, &place);
        let able: Vec<&Person> = self.scene.people.iter().filter(|one| Some(one.id()) != from).filter(able).collect();
        let anybody = self.scene.people.iter().collect::<Vec<_>>();
        to.one(if to.below(5) == 0 || able.is_empty() { &anybody } else { &able }).copied()
    }

    /// Somebody to take access from; mostly somebody else who holds contacts.
    pub fn leaver(&self, whom: Pick, actor: MemberId) -> Option<&Person> {
        let holds = |one: &&Person| self.scene.portfolios.iter().any(|portfolio| portfolio.holder == Some(one.id()));
        let others: Vec<&Person> = self.scene.people.iter().filter(|one| one.id() != actor).collect();
        let holders: Vec<&Person> = others.iter().copied().filter(holds).collect();
        let anybody = self.scene.people.iter().collect::<Vec<_>>();
        whom.one(match whom.below(7) {
            0 => &anybody,
            1 | 2 => &others,
            _ if holders.is_empty() => &others,
            _ => &holders,
        })
        .copied()
    }

    pub fn person(&self, member: MemberId) -> Option<&Person> {
        self.scene.people.iter().find(|person| person.id() == member)
    }

    pub fn person_mut(&mut self, member: MemberId) -> &mut Person {
        self.scene.people.iter_mut().find(|person| person.id() == member).unwrap()
    }

    fn pending(&self, whom: Pick) -> Option<(Person, Invitation)> {
        let invitation = whom.one(&self.scene.invitations)?.clone();
        Some((self.person(invitation.member)?.clone(), invitation))
    }

    fn invite(&mut self, by: Pick, email: u8, at: Pick, offer: RawOffer) -> Option<Done> {
        let (member, invitation) = (id::<MemberId>(self.number()), id::<InvitationId>(self.number()));
        let actor = self.actor(by);
        let place = somewhere(&self.scene, at);
        let mut ask = invite_of("x@example.test", offer.shape(self.scene.model()));
        (ask.email, ask.member, ask.invitation) = (address(email), member, invitation);
        let known = self.scene.people.iter().find(|person| person.membership.email == ask.email).cloned();
        let standing = Standing::of(&self.scene, &actor, known.as_ref());
        let choosing = standing.choosing(&self.scene, &actor, known.as_ref());
        let decided = asking_choosing(&self.scene, (&actor, known.as_ref()), &place, ask, choosing).ok()?;
        let mut events = decided.events;
        match decided.value {
            Invited::New { membership, grant, invitation, selections } => {
                self.invited_again(&membership.email);
                self.scene.people.push(Person { membership, grants: vec![grant], selections, has_password: false });
                self.scene.invitations.push(invitation);
            }
            Invited::Again { grant, is_new, invitation, selections, .. } => {
                assert_eq!(is_new, known.unwrap().grant_at(grant.workspace).is_none());
                self.choose(grant.member, selections);
                self.put(grant);
                self.renewed(invitation);
            }
            Invited::Granted { grant, selections } => {
                self.choose(grant.member, selections);
                self.supersede(grant.member, grant.workspace);
                events.extend(self.changed(grant));
            }
            Invited::AlreadyMember | Invited::Inactive => assert!(events.is_empty()),
        }
        Some(Done { actor: Some(actor.id()), events })
    }

    fn accept(&mut self, whom: Pick, older: bool, password: bool) -> Option<Done> {
        let (person, invitation) = self.pending(whom)?;
        let shown = Invitation { generation: invitation.generation - u32::from(older), ..invitation.clone() };
        let decided = choices_of(&self.scene, &person, |choices| {
            accepting_choosing(&self.scene, &person.membership, &person.grants, &shown, choices)
        });
        assert!(decided.is_err() || self.scene.now < invitation.expires_at, "a dead link accepts nothing");
        let decided = decided.ok().filter(|_| !older)?;
        if !decided.value.lapsed.is_empty() {
            self.met.insert("lapse");
        }
        let accepted = decided.value;
        let joined = self.person_mut(invitation.member);
        (joined.membership, joined.grants, joined.has_password) = (accepted.membership, accepted.kept, password);
        if !accepted.selections.is_empty() {
            self.met.insert("choose_less");
        }
        self.choose(invitation.member, accepted.selections);
        self.scene.invitations.retain(|one| one.id != invitation.id);
        Some(Done { actor: None, events: decided.events })
    }

    fn refuse(&mut self, whom: Pick, older: bool) -> Option<Done> {
        let (person, invitation) = self.pending(whom)?;
        let decided =
            refuse(&person.membership, &person.grants, &invitation, invitation.generation - u32::from(older), self.scene.now)
                .ok()?;
        assert!(!older, "an older link refuses nothing");
        self.remove(person.id());
        Some(Done { actor: None, events: decided.events })
    }

    fn renew(&mut self, by: Pick, whom: Pick, what: Renewal) -> Option<Done> {
        let (person, invitation) = self.pending(whom)?;
        let actor = self.actor(by);
        let (own, theirs) = (actor.access(&self.scene.organization), person.access(&self.scene.organization));
        let places: Vec<Place> = person.grants.iter().map(|grant| place(&self.scene, grant.workspace)).collect();
        let granter = Granter::Member { id: actor.id(), access: &own };
        let facts =
            RenewFacts { membership: &person.membership, access: &theirs, places: &places, invitation: &invitation, granter };
        let now = self.scene.now;
        let by = Renewing { giver: Giver::Member(actor.id()), mail_at: Some(now), now };
        let standing = Standing::of(&self.scene, &actor, Some(&person));
        let events = match what {
            Renewal::Resend => {
                let decided = resend(facts, by).ok()?;
                self.renewed(decided.value);
                decided.events
            }
            Renewal::Correct(email) => {
                let taken = self.scene.people.iter().any(|person| person.membership.email == email);
                let decided = correct(facts, &standing.choosing(&self.scene, &actor, Some(&person)), email, taken, by).ok()?;
                let (membership, renewed) = decided.value;
                self.invited_again(&membership.email);
                self.person_mut(person.id()).membership = membership;
                self.renewed(renewed);
                decided.events
            }
            Renewal::Withdraw => {
                let decided = withdraw(facts).ok()?;
                self.remove(person.id());
                decided.events
            }
        };
        Some(Done { actor: Some(actor.id()), events })
    }

    fn give(&mut self, by: Pick, whom: Pick, at: Pick, offer: RawOffer) -> Option<Done> {
        let actor = self.actor(by);
        let target = self.leaver(whom, actor.id())?.clone();
        let place = somewhere(&self.scene, at);
        self.give_offer(&actor, &target, &place, offer.shape(self.scene.model()))
    }

    pub fn give_offer(&mut self, actor: &Person, target: &Person, place: &Place, offer: Offer) -> Option<Done> {
        let standing = Standing::of(&self.scene, actor, Some(target));
        let choosing = standing.choosing(&self.scene, actor, Some(target));
        let decided = giving_choosing(&self.scene, (actor, target), place, offer, choosing).ok()?;
        let mut events = decided.events;
        let given = decided.value;
        assert_eq!(given.is_new, target.grant_at(place.workspace()).is_none());
        if given.is_new {
            self.supersede(target.id(), place.workspace());
        }
        if !given.selections.is_empty() {
            self.met.insert("wake");
        }
        self.choose(target.id(), given.selections);
        events.extend(self.changed(given.grant));
        Some(Done { actor: Some(actor.id()), events })
    }

    fn revoke(&mut self, [by, whom, which]: [Pick; 3], to: Option<Pick>, planned: bool) -> Option<Done> {
        let actor = self.actor(by);
        let target = self.leaver(whom, actor.id())?.clone();
        let grant = which.one(&target.grants)?.clone();
        let successor = to.and_then(|pick| self.taker(pick, grant.workspace, Some(target.id()))).map(Person::id);
        self.revoke_grant(&actor, &target, &grant, successor.map_or(Handover::Unassign, Handover::AssignTo), planned)
    }

    pub fn revoke_grant(
        &mut self,
        actor: &Person,
        target: &Person,
        grant: &Grant,
        handover: Handover,
        planned: bool,
    ) -> Option<Done> {
        let receipt = id::<ReceiptId>(self.number());
        let revoking = Revoking { scene: &self.scene, actor, target, grant, handover };
        let decided = revoking.revoke_as(receipt, planned.then(|| revoking.plan().fingerprint)).ok()?;
        let revoked = decided.value;
        if revoked.membership == Fate::Withdrawn {
            self.remove(target.id());
        } else {
            self.person_mut(target.id()).grants.retain(|one| one.workspace != grant.workspace);
        }
        self.hand_over(&revoked.portfolios, revoked.to);
        if target.membership.status != Status::Pending {
            self.receipts.push(Kept { receipt: revoked.receipt, portfolios: revoked.portfolios.into_iter().collect() });
        }
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    fn delete(&mut self, by: Pick, whom: Pick, to: Option<Pick>, planned: bool) -> Option<Done> {
        let actor = self.actor(by);
        let target = self.leaver(whom, actor.id())?.clone();
        let at = target.grants.first().map_or(self.scene.organization.root, |grant| grant.workspace);
        let successor = to.and_then(|pick| self.taker(pick, at, Some(target.id()))).map(Person::id);
        self.delete_person(&actor, &target, successor.map_or(Handover::Unassign, Handover::AssignTo), planned)
    }

    pub fn delete_person(&mut self, actor: &Person, target: &Person, handover: Handover, planned: bool) -> Option<Done> {
        let receipt = id::<ReceiptId>(self.number());
        let deleting = Deleting { scene: &self.scene, actor, target, handover };
        let decided = deleting.delete_as(receipt, planned.then(|| deleting.plan().fingerprint)).ok()?;
        let revoked = decided.value;
        self.hand_over(&revoked.portfolios, revoked.to);
        self.remove(target.id());
        if let Fate::Deleted { .. } = revoked.membership {
            self.deleted.push(target.clone());
            self.receipts.push(Kept { receipt: revoked.receipt, portfolios: revoked.portfolios.into_iter().collect() });
        }
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    fn undo(&mut self, by: Pick, which: Pick) -> Option<Done> {
        let standing = |at: &usize| self.receipts[*at].receipt.state == ReceiptState::Standing;
        let standing: Vec<usize> = (0..self.receipts.len()).filter(standing).collect();
        let at = match which.one(&standing) {
            Some(at) if which.below(5) > 0 => *at,
            _ => which.below(self.receipts.len()),
        };
        let actor = self.actor(by);
        self.undo_receipt(&actor, at)
    }

    pub fn undo_receipt(&mut self, actor: &Person, at: usize) -> Option<Done> {
        let kept = self.receipts.get(at)?.clone();
        let portfolios: Vec<Held> = self.held(&kept.portfolios);
        let decided = match kept.receipt.act {
            Act::Revocation => {
                let leaver = self.person(kept.receipt.member)?;
                let held_at = held_at(&self.scene, leaver);
                let stands = (&leaver.selections[..], &held_at[..]);
                undoing_choosing(&self.scene, actor, &kept.receipt, &portfolios, stands).ok()?
            }
            // Its way back is another, and the domain says so.
            Act::Deactivation => return None,
            Act::Deletion => {
                let left = self.deleted.iter().find(|one| one.id() == kept.receipt.member)?;
                undoing_deletion(&self.scene, actor, &kept.receipt, &left.membership, &portfolios).ok()?
            }
        };
        let undone = decided.value;
        let mut events = decided.events;
        self.receipts[at].receipt = undone.receipt;
        if let Some(membership) = undone.membership {
            let left = self.deleted.iter().position(|one| one.id() == membership.id).unwrap();
            let has_password = self.deleted.swap_remove(left).has_password;
            let chosen = undone.chosen.into_iter().map(|again| again.selected);
            let selections: Vec<_> = chosen.filter(|one| one.selection != Selection::None).collect();
            if !selections.is_empty() {
                self.met.insert("choose_again");
            }
            self.scene.people.push(Person { membership, grants: Vec::new(), selections, has_password });
            self.met.insert("come_back");
        }
        // What returns is out of the hands that later revocations took it from: they have nothing of it to give back.
        for later in &mut self.receipts[at + 1..] {
            later.portfolios.retain(|one| !undone.returned.contains(one));
        }
        for portfolio in self.scene.portfolios.iter_mut().filter(|one| undone.returned.contains(&one.id)) {
            portfolio.holder = Some(kept.receipt.member);
        }
        self.choose(kept.receipt.member, undone.selections);
        for grant in undone.grants {
            self.put(grant);
        }
        events.extend(self.leave_behind(kept.receipt.member));
        Some(Done { actor: Some(actor.id()), events })
    }

    fn assign(&mut self, by: Pick, which: Pick, to: Option<Pick>) -> Option<Done> {
        let actor = self.actor(by);
        let contact = which.one(&self.scene.contacts)?.clone();
        let assignee = to.and_then(|pick| self.taker(pick, contact.workspace, None)).cloned();
        let (own, theirs) =
            (actor.access(&self.scene.organization), assignee.as_ref().map(|one| one.access(&self.scene.organization)));
        let facts = AssignFacts {
            contact: &contact,
            holder: self.holder(contact.portfolio),
            place: &place(&self.scene, contact.workspace),
            actor: &own,
            assignee: assignee
                .as_ref()
                .zip(theirs.as_ref())
                .map(|(person, access)| Assignee { membership: &person.membership, access }),
        };
        let decided = assign(facts).ok()?;
        if !decided.events.is_empty() {
            let portfolio = decided.value.map(|holder| self.open(contact.workspace, holder));
            self.scene.contacts.iter_mut().find(|one| one.id == contact.id).unwrap().portfolio = portfolio;
        }
        Some(Done { actor: Some(actor.id()), events: decided.events })
    }

    /// Who has the contacts of a portfolio.
    pub fn holder(&self, portfolio: Option<PortfolioId>) -> Option<MemberId> {
        self.scene.portfolios.iter().find(|one| Some(one.id) == portfolio)?.holder
    }

    fn held(&self, ids: &BTreeSet<PortfolioId>) -> Vec<Held> {
        let named = self.scene.portfolios.iter().filter(|portfolio| ids.contains(&portfolio.id));
        named.map(|portfolio| Held { portfolio: portfolio.clone(), place: place(&self.scene, portfolio.workspace) }).collect()
    }

    fn open(&mut self, workspace: WorkspaceId, holder: MemberId) -> PortfolioId {
        let theirs = |one: &&Portfolio| one.open && one.workspace == workspace && one.first_holder == holder;
        if let Some(open) = self.scene.portfolios.iter().find(theirs) {
            return open.id;
        }
        let portfolio = id::<PortfolioId>(self.number());
        let organization = self.scene.organization.id;
        let (first_holder, holder) = (holder, Some(holder));
        self.scene.portfolios.push(Portfolio { organization, id: portfolio, workspace, first_holder, holder, open: true });
        portfolio
    }

    pub fn hand_over(&mut self, portfolios: &[PortfolioId], to: Option<MemberId>) {
        for portfolio in self.scene.portfolios.iter_mut().filter(|one| portfolios.contains(&one.id)) {
            (portfolio.holder, portfolio.open) = (to, false);
        }
    }

    fn put(&mut self, grant: Grant) {
        let grants = &mut self.person_mut(grant.member).grants;
        grants.retain(|one| one.workspace != grant.workspace);
        grants.push(Grant { version: grant.version + 1, ..grant });
    }

    /// Puts a grant, and takes from its member what they can't keep with it.
    fn changed(&mut self, grant: Grant) -> Vec<Event> {
        let member = grant.member;
        self.put(grant);
        self.leave_behind(member)
    }

    pub fn leave_behind(&mut self, member: MemberId) -> Vec<Event> {
        let person = self.person(member).unwrap();
        let left = leave_behind(member, &held_by(&self.scene, person), &person.access(&self.scene.organization));
        if !left.value.is_empty() {
            self.met.insert("leave_behind");
        }
        self.hand_over(&left.value, None);
        left.events
    }

    fn supersede(&mut self, member: MemberId, workspace: WorkspaceId) {
        for kept in &mut self.receipts {
            let receipt = &mut kept.receipt;
            if receipt.member == member && receipt.workspace == workspace && receipt.state == ReceiptState::Standing {
                receipt.state = ReceiptState::Superseded;
                self.met.insert("supersede");
            }
        }
    }

    /// Whoever was deleted and is invited again doesn't come back by an undo.
    fn invited_again(&mut self, email: &EmailAddress) {
        let left: Vec<MemberId> = self.deleted.iter().filter(|one| one.membership.email == *email).map(Person::id).collect();
        let theirs = |receipt: &Receipt| receipt.act == Act::Deletion && left.contains(&receipt.member);
        for kept in self.receipts.iter_mut().filter(|kept| theirs(&kept.receipt)) {
            if kept.receipt.state == ReceiptState::Standing {
                kept.receipt.state = ReceiptState::Superseded;
                self.met.insert("invited_again");
            }
        }
    }

    fn renewed(&mut self, invitation: Invitation) {
        self.scene.invitations.retain(|one| one.id != invitation.id);
        self.scene.invitations.push(invitation);
    }

    fn remove(&mut self, member: MemberId) {
        self.scene.people.retain(|person| person.id() != member);
        self.scene.invitations.retain(|one| one.member != member);
    }
}

enum Renewal {
    Resend,
    Correct(EmailAddress),
    Withdraw,
}

/// One of a dozen addresses; the first few are those of people who are here from the beginning.
fn address(number: u8) -> EmailAddress {
    EmailAddress::parse(&format!("person{number}@example.test")).unwrap()
}
