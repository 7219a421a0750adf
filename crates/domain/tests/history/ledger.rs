//! The journal read back: whoever replays the events, each with its before and after, arrives at the state.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::membership::Status;
use tenure_domain::selection::Selection;
use tenure_domain::strategies::Scene;
use tenure_domain::{ContactId, EmailAddress, InvitationId, KindKey, MemberId, WorkspaceId};

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ledger {
    offers: BTreeMap<(MemberId, WorkspaceId), Offer>,
    selections: BTreeMap<(MemberId, KindKey), Selection>,
    emails: BTreeMap<MemberId, EmailAddress>,
    pending: BTreeSet<MemberId>,
    inactive: BTreeSet<MemberId>,
    links: BTreeMap<InvitationId, u32>,
    assignees: BTreeMap<ContactId, Option<MemberId>>,
}

impl Ledger {
    /// What the state says.
    pub fn of(scene: &Scene) -> Self {
        let people = || scene.people.iter();
        let grants = people().flat_map(|person| &person.grants);
        let holder = |portfolio| scene.portfolios.iter().find(|one| Some(one.id) == portfolio).and_then(|one| one.holder);
        let chosen = people().flat_map(|person| &person.selections).filter(|one| one.selection != Selection::None);
        let inactive = people().filter(|person| person.membership.status == Status::Inactive);
        let pending = people().filter(|person| person.membership.status == Status::Pending);
        Self {
            offers: grants.map(|grant| ((grant.member, grant.workspace), grant.as_offer())).collect(),
            selections: chosen.map(|one| ((one.member, one.kind.clone()), one.selection.clone())).collect(),
            emails: people().map(|person| (person.id(), person.membership.email.clone())).collect(),
            pending: pending.map(tenure_domain::strategies::Person::id).collect(),
            inactive: inactive.map(tenure_domain::strategies::Person::id).collect(),
            links: scene.invitations.iter().map(|one| (one.id, one.generation)).collect(),
            assignees: scene.contacts.iter().map(|contact| (contact.id, holder(contact.portfolio))).collect(),
        }
    }

    /// Replays what happened; the scene is asked only for what the journal doesn't tell: whose contacts lie where.
    pub fn write(&mut self, scene: &Scene, events: &[Event]) {
        for event in events {
            self.replay(scene, event);
        }
    }

    fn change(&mut self, of: (MemberId, WorkspaceId), before: Option<&Offer>, after: Option<&Offer>) {
        let stood = match after {
            Some(after) => self.offers.insert(of, after.clone()),
            None => self.offers.remove(&of),
        };
        assert_eq!(stood.as_ref(), before, "what stood before is what the last entry left");
    }

    fn remove(&mut self, member: MemberId, email: &EmailAddress) {
        assert_eq!(self.emails.remove(&member).as_ref(), Some(email));
        assert!(self.pending.remove(&member), "only an offer is withdrawn or refused");
        self.offers.retain(|(of, _), _| *of != member);
        // What an offer let them choose goes with it.
        self.selections.retain(|(of, _), _| *of != member);
    }

    fn link(&mut self, invitation: InvitationId, generation: u32) {
        let older = self.links.insert(invitation, generation).unwrap_or(0);
        assert_eq!(generation, older + 1, "each link kills the one before");
    }

    fn replay(&mut self, scene: &Scene, event: &Event) {
        let some = |offer: &Offer| (*offer != Offer::default()).then(|| offer.clone());
        match event {
            Event::MemberInvited { member, email, invitation, generation, workspace, offer, .. } => {
                self.change((*member, *workspace), None, Some(offer));
                self.emails.insert(*member, email.clone());
                self.pending.insert(*member);
                self.link(*invitation, *generation);
            }
            Event::OfferChanged { member, workspace, before, after } => {
                assert!(self.pending.contains(member));
                self.change((*member, *workspace), some(before).as_ref(), some(after).as_ref());
            }
            Event::InvitationResent { invitation, generation, .. } => self.link(*invitation, *generation),
            Event::InvitationCorrected { member, invitation, generation, before, after, .. } => {
                assert_eq!(self.emails.insert(*member, after.clone()).as_ref(), Some(before));
                self.link(*invitation, *generation);
            }
            Event::InvitationWithdrawn { member, email, .. } | Event::InvitationRefused { member, email, .. } => {
                self.remove(*member, email);
                self.links.retain(|id, _| scene.invitations.iter().any(|one| one.id == *id));
            }
            Event::InvitationAccepted { member, .. } => {
                assert!(self.pending.remove(member), "accepted once");
                self.links.retain(|id, _| scene.invitations.iter().any(|one| one.id == *id));
            }
            Event::AccessGranted { member, workspace, offer } | Event::AccessRestored { member, workspace, offer, .. } => {
                self.change((*member, *workspace), None, Some(offer));
            }
            Event::AccessChanged { member, workspace, before, after } => {
                self.change((*member, *workspace), Some(before), Some(after));
            }
            Event::OfferLapsed { member, workspace, offer } | Event::AccessRevoked { member, workspace, offer, .. } => {
                self.change((*member, *workspace), Some(offer), None);
            }
            Event::MemberDeleted { member, offers, .. } => {
                for (workspace, offer) in offers {
                    self.change((*member, *workspace), Some(offer), None);
                }
                self.inactive.remove(member);
                assert!(self.emails.remove(member).is_some() && !self.pending.contains(member), "an offer is withdrawn instead");
            }
            Event::MemberDeactivated { member, .. } => assert!(self.inactive.insert(*member)),
            Event::MemberReactivated { member } => assert!(self.inactive.remove(member)),
            Event::MemberRestored { member, offers, .. } => {
                // Whoever was deactivated comes back deactivated, as they were.
                self.inactive.extend(Self::of(scene).inactive.take(member));
                for (workspace, offer) in offers {
                    self.change((*member, *workspace), None, Some(offer));
                }
                // The journal outlives profiles, so the address is told by whoever is back.
                self.emails.extend(Self::of(scene).emails.remove_entry(member));
            }
            Event::SelectionChanged { member, kind, before, after } => {
                let of = (*member, kind.clone());
                let stood = match after {
                    Selection::None => self.selections.remove(&of),
                    chosen => self.selections.insert(of, chosen.clone()),
                };
                assert_eq!(stood.unwrap_or_default(), *before, "what was chosen before is what the last entry left");
            }
            Event::ContactsHandedOver { from, to, workspaces, .. } => {
                for contact in scene.contacts.iter().filter(|contact| workspaces.contains(&contact.workspace)) {
                    let assignee = self.assignees.get_mut(&contact.id).unwrap();
                    if *assignee == Some(*from) {
                        *assignee = *to;
                    }
                }
            }
            // Which contacts came back is told by the receipt's portfolios, not by the journal.
            Event::ContactsReturned { .. } => self.assignees = Self::of(scene).assignees,
            Event::ContactAssigned { contact, before, after } => {
                assert_eq!(self.assignees.insert(*contact, *after), Some(*before));
            }
            // Where workspaces lie is told by the tree, which the scene has.
            Event::WorkspaceCreated { .. }
            | Event::WorkspaceMoved { .. }
            | Event::WorkspaceChanged { .. }
            | Event::WorkspaceDeleted { .. }
            | Event::ContactDeleted { .. } => {}
            other => panic!("no step makes this: {other:?}"),
        }
    }
}
