//! Nothing crosses organizations (f1): the other's ids find nothing, and change nothing.

use std::sync::Arc;

use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::contact::{Contact, Portfolio};
use tenure_domain::event::Event;
use tenure_domain::grant::Grant;
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::record::Actor;
use tenure_domain::revocation::{Receipt, ReceiptState};
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::{Chain, Place, Workspace};
use tenure_domain::{EmailAddress, MemberId, WorkspaceId};
use tenure_port_store::{
    Bounded, ContactFilter, JournalFilter, MemberFilter, MemberSort, PageAsk, Sight, Store, Viewer, WorkspaceFilter,
};

use super::contact_lists::sights_of;
use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::samples::{Office, at, contact, email, grant, is_stale, name, new, record};

/// An organization with one of everything.
struct Rich {
    office: Office,
    place: WorkspaceId,
    member: Membership,
    grant: Grant,
    pending: Membership,
    invitation: Invitation,
    contact: Contact,
    portfolio: Portfolio,
    receipt: Receipt,
}

async fn rich(store: &Arc<dyn Store>) -> Rich {
    let office = Office::found(store).await;
    let place = office.plant().await.north;
    let id = office.hire("Some Body", &[("agent", place)]).await;
    let (pending, invitation) = office.invite("Pen Ding", &[("clerk", place)]).await;
    let contact = office.contact_of(id, place, "Con Tact").await;
    let portfolio = office.portfolio(id, place).await;
    let receipt = receipt(&office, id, place, 1);
    keep(&office, &receipt, &[&portfolio]).await;
    let mut unit = office.open().await;
    unit.journal()
        .append(&[record(office.id(), at(1), Actor::System, Event::ProfileChanged { member: id, fields: vec![] })])
        .await
        .unwrap();
    unit.commit().await.unwrap();
    let member = office.member(id).await;
    let grant = office.grants_of(id).await.remove(0);
    Rich { office, place, member, grant, pending, invitation, contact, portfolio, receipt }
}

impl Rich {
    /// Everything is as it was made.
    async fn assert_untouched(&self, after: &str) {
        let id = self.office.id();
        let mut unit = self.office.open().await;
        assert_eq!(unit.organizations().find(id).await.unwrap().as_ref(), Some(&self.office.organization), "{after}");
        assert_eq!(unit.memberships().find(id, self.member.id).await.unwrap().as_ref(), Some(&self.member), "{after}");
        assert_eq!(unit.memberships().find(id, self.pending.id).await.unwrap().as_ref(), Some(&self.pending), "{after}");
        assert_eq!(unit.grants().of(id, self.member.id).await.unwrap(), std::slice::from_ref(&self.grant), "{after}");
        assert_eq!(unit.invitations().find(id, self.invitation.id).await.unwrap().as_ref(), Some(&self.invitation), "{after}");
        let found = unit.contacts().find(id, self.contact.id).await.unwrap();
        assert_eq!(found, Some((self.contact.clone(), Some(self.member.id))), "{after}");
        let held = unit.portfolios().held_by(id, &[self.member.id]).await.unwrap();
        assert_eq!(held, std::slice::from_ref(&self.portfolio), "{after}");
        assert_eq!(unit.receipts().find(id, self.receipt.id).await.unwrap().as_ref(), Some(&self.receipt), "{after}");
        let named = unit.portfolios().of_receipt(id, self.receipt.id).await.unwrap();
        assert_eq!(named, std::slice::from_ref(&self.portfolio), "{after}");
        assert_eq!(unit.workspaces().find(id, self.place).await.unwrap().unwrap().version, 1, "{after}");
    }
}

async fn f1_units_find_nothing_of_another_organization(store: Arc<dyn Store>) {
    let theirs = rich(&store).await;
    let other = Office::found_called(&store, "Other").await.id();
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.workspaces().find(other, theirs.place).await.unwrap(), None);
    assert!(unit.workspaces().chains(other, &[theirs.place]).await.unwrap().is_empty());
    assert_eq!(unit.memberships().find(other, theirs.member.id).await.unwrap(), None);
    assert!(unit.memberships().find_all(other, &[theirs.member.id]).await.unwrap().is_empty());
    assert_eq!(unit.memberships().hold(other, theirs.member.id).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_user(other, theirs.member.user.unwrap()).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_email(other, &theirs.member.email).await.unwrap(), None);
    assert!(unit.grants().of(other, theirs.member.id).await.unwrap().is_empty());
    assert!(unit.grants().of_all(other, &[theirs.member.id]).await.unwrap().is_empty());
    assert!(unit.selections().of_all(other, &[theirs.member.id]).await.unwrap().is_empty());
    assert_eq!(unit.invitations().find(other, theirs.invitation.id).await.unwrap(), None);
    assert_eq!(unit.invitations().of_member(other, theirs.pending.id).await.unwrap(), None);
    assert!(unit.invitations().of_members(other, &[theirs.pending.id]).await.unwrap().is_empty());
    assert_eq!(unit.invitations().sent_by(other, theirs.office.chief, 5).await.unwrap(), 0);
    assert_eq!(unit.contacts().find(other, theirs.contact.id).await.unwrap(), None);
    assert!(unit.portfolios().held_by(other, &[theirs.member.id]).await.unwrap().is_empty());
    assert!(unit.portfolios().of_receipt(other, theirs.receipt.id).await.unwrap().is_empty());
    assert_eq!(unit.receipts().find(other, theirs.receipt.id).await.unwrap(), None);
    assert!(unit.receipts().departed(other, theirs.receipt.id, 5).await.unwrap().contacts.is_empty());
    let governing = theirs.office.organization.governing_levels();
    assert!(!unit.memberships().another_governor(other, theirs.office.root(), &governing, None).await.unwrap());
}

async fn f1_queries_find_nothing_of_another_organization(store: Arc<dyn Store>) {
    let theirs = rich(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let id = other.id();
    let queries = store.queries();
    // Even somebody whose reach names the other's workspaces.
    let reach = theirs.office.reach(&[(theirs.office.root(), true)]).await;
    let viewer = Viewer { member: Some(theirs.member.id), reach: reach.clone(), masking: Masking::None };
    let entry =
        Sight { at: Chain::root(theirs.office.root()), holds: true, visibility: Visibility::Everything, masking: Masking::None };
    let sights = sights_of(&theirs.office, theirs.member.id, vec![entry]);
    let first = PageAsk::first(50);
    // Whoever mixes up tenants and says that the other's workspaces are this one's sees nothing either.
    let places = queries.chains(theirs.office.id(), &[theirs.office.root()]).await.unwrap().into_iter();
    let places: Vec<Place> = places.filter_map(|steps| Place::new(&other.organization.model, steps)).collect();
    let mine = grant(other.chief, theirs.office.root(), "agent", other.chief);
    let access = Access::new(other.organization.setting(), Status::Active, &[mine]);
    let mixed = Viewer { member: None, reach: access.reaches(engine::MEMBERS_VIEW, &places), masking: Masking::None };
    assert!(queries.members(id, &mixed, &MemberFilter::default(), MemberSort::Name, &first).await.unwrap().items.is_empty());
    other.contact(other.root(), "Their Own").await;
    let mixed = sights_of(&other, other.chief, sights.entries.clone());
    assert!(queries.contacts(id, &mixed, &ContactFilter::default(), &first).await.unwrap().items.is_empty());
    assert!(queries.member(id, &viewer, theirs.member.id).await.unwrap().is_none());
    assert!(queries.members(id, &viewer, &MemberFilter::default(), MemberSort::Name, &first).await.unwrap().items.is_empty());
    let here = MemberFilter { workspace: Some(theirs.place), inherited: true, ..MemberFilter::default() };
    assert!(queries.members(id, &other.everyone().await, &here, MemberSort::Name, &first).await.unwrap().items.is_empty());
    assert!(queries.invitation(id, theirs.invitation.id).await.unwrap().is_none());
    assert!(queries.invitations(id, &viewer, &first).await.unwrap().items.is_empty());
    assert!(queries.contact(id, &sights, theirs.contact.id).await.unwrap().is_none());
    assert!(queries.contacts(id, &sights, &ContactFilter::default(), &first).await.unwrap().items.is_empty());
    assert_eq!(queries.count_contacts(id, &[theirs.portfolio.id], 5).await.unwrap(), Bounded { value: 0, exact: true });
    assert!(queries.receipt(id, theirs.receipt.id).await.unwrap().is_none());
    assert!(queries.receipts(id, &reach, &first).await.unwrap().items.is_empty());
    assert!(queries.journal(id, &JournalFilter::default(), &first).await.unwrap().items.is_empty());
    assert!(queries.workspaces(id, &reach, &WorkspaceFilter::default(), &first).await.unwrap().items.is_empty());
    assert!(queries.chains(id, &[theirs.place]).await.unwrap().is_empty());
    assert_eq!(
        queries.members(theirs.office.id(), &viewer, &here, MemberSort::Name, &first).await.unwrap().items.len(),
        3,
        "their own find it"
    );
}

/// Writes under another organization's lock; whether the store refuses or finds nothing to change is its own affair.
macro_rules! trespass {
    ($theirs:expr, $other:expr, $($what:literal: |$unit:ident| $write:expr;)*) => {$({
        let mut $unit = $other.lock().await;
        if $write.await.is_ok() {
            $unit.commit().await.unwrap();
        } else {
            drop($unit);
        }
        $theirs.assert_untouched($what).await;
    })*};
}

async fn f1_nothing_is_written_into_another_organization(store: Arc<dyn Store>) {
    let theirs = rich(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let mut organization = theirs.office.organization.clone();
    organization.name = name("Taken over");
    let place = Workspace {
        name: name("Taken over"),
        ..crate::samples::workspace(theirs.office.id(), theirs.place, Some(theirs.office.root()), "x")
    };
    let member = Membership { status: Status::Inactive, ..theirs.member.clone() };
    let moved = Membership { organization: other.id(), email: email("moved@example.test"), ..theirs.member.clone() };
    let changed = Grant { levels: crate::samples::levels(&["chief"]), ..theirs.grant.clone() };
    let renewed = Invitation { generation: 9, ..theirs.invitation.clone() };
    trespass!(theirs, other,
        "the organization's own row": |unit| unit.organization_changes().update(&organization);
        "a workspace": |unit| unit.workspace_changes().update(&place);
        "a membership": |unit| unit.membership_changes().update(&member);
        "a membership that claims to be another's": |unit| unit.membership_changes().update(&moved);
        "a touch": |unit| unit.membership_changes().touch(member.id);
        "a sighting": |unit| unit.memberships().seen(other.id(), member.id, at(99));
        "a withdrawal": |unit| unit.membership_changes().remove(theirs.pending.id, at(50));
        "a grant": |unit| unit.grant_changes().update(&changed);
        "a grant's end": |unit| unit.grant_changes().remove(&theirs.grant);
        "an invitation": |unit| unit.invitation_changes().update(&renewed, at(50));
        "an invitation's end": |unit| unit.invitation_changes().remove(theirs.invitation.id, at(50));
        "a handover": |unit| unit.holder_changes().hand_over(&[theirs.portfolio.id], None);
        "a receipt": |unit| unit.receipt_changes().set_state(theirs.receipt.id, ReceiptState::Undone);
        "superseding": |unit| unit.receipt_changes().supersede(theirs.member.id, theirs.place);
        "a release": |unit| unit.receipt_changes().release(&[theirs.portfolio.id], new());
    );
    let mut unit = other.open().await;
    let moved = unit.contacts().move_to(&Contact { organization: other.id(), ..theirs.contact.clone() }, None).await;
    assert!(is_stale(&moved), "{moved:?}");
    unit.commit().await.unwrap();
    theirs.assert_untouched("a contact").await;
}

async fn f1_rows_cannot_point_into_another_organization(store: Arc<dyn Store>) {
    let theirs = rich(&store).await;
    let other = rich(&store).await;
    let mut unit = other.office.lock().await;
    assert!(unit.grant_changes().insert(&grant(theirs.member.id, other.place, "agent", other.office.chief)).await.is_err());
    drop(unit);
    let mut unit = other.office.lock().await;
    assert!(unit.grant_changes().insert(&grant(other.member.id, theirs.place, "agent", other.office.chief)).await.is_err());
    drop(unit);
    let mut unit = other.office.lock().await;
    let below = crate::samples::workspace(other.office.id(), new(), Some(theirs.place), "Below");
    assert!(unit.workspace_changes().insert(&below).await.is_err());
    drop(unit);
    for misplaced in [
        contact(other.office.id(), theirs.place, "Misplaced"),
        Contact { portfolio: Some(theirs.portfolio.id), ..contact(other.office.id(), other.place, "Misplaced") },
    ] {
        let mut unit = other.office.open().await;
        assert!(unit.contacts().insert(&[misplaced]).await.is_err());
    }
    let mut unit = other.office.open().await;
    assert!(unit.contacts().move_to(&other.contact, Some(theirs.portfolio.id)).await.is_err());
    drop(unit);
    let mut unit = other.office.open().await;
    assert!(unit.portfolios().open(other.office.id(), theirs.place, other.member.id, new()).await.is_err());
    drop(unit);
    let mut unit = other.office.lock().await;
    assert!(unit.holder_changes().hand_over(&[other.portfolio.id], Some(theirs.member.id)).await.is_err());
    drop(unit);
    theirs.assert_untouched("pointing").await;
    other.assert_untouched("pointing").await;
}

async fn one_person_may_belong_to_many_organizations(store: Arc<dyn Store>) {
    let (one, other) = (Office::found(&store).await, Office::found(&store).await);
    let somebody: EmailAddress = email("both@example.test");
    for office in [&one, &other] {
        office.add("Some Body", Status::Pending, &[], |member| member.email = somebody.clone()).await;
    }
    let ids: Vec<MemberId> = {
        let mut unit = store.open().await.unwrap();
        let first = unit.memberships().find_by_email(one.id(), &somebody).await.unwrap().unwrap();
        let second = unit.memberships().find_by_email(other.id(), &somebody).await.unwrap().unwrap();
        vec![first.id, second.id]
    };
    assert_ne!(ids[0], ids[1]);
}

cases!($ tenants:
    f1_units_find_nothing_of_another_organization,
    f1_queries_find_nothing_of_another_organization,
    f1_nothing_is_written_into_another_organization,
    f1_rows_cannot_point_into_another_organization,
    one_person_may_belong_to_many_organizations,
);
