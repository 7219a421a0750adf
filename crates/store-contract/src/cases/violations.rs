//! What `violations` finds: nothing in data that decisions made, and each broken invariant that can be planted through the ports.
//!
//! A store may also refuse to keep what breaks an invariant; then there is nothing to find, which is as good.

use std::sync::Arc;

use tenure_domain::KindKey;
use tenure_domain::contact::Contact;
use tenure_domain::grant::Grant;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::selection::{Selected, Selection};
use tenure_port_store::{OrganizationTransaction, Store, StoreError};

use crate::contract::cases;
use crate::samples::{Office, contact, grant, levels, membership, new, user, workspace};

/// Commits what was planted, unless the store refused it, and expects it to be found in this organization and no other.
async fn found(office: &Office, unit: Box<dyn OrganizationTransaction>, planted: Result<(), StoreError>) {
    let kept = if planted.is_ok() {
        unit.commit().await.is_ok()
    } else {
        drop(unit);
        false
    };
    let violations = office.store.queries().violations(100).await.unwrap();
    assert_eq!(!violations.is_empty(), kept, "what the store keeps it has to find: {violations:?}");
    for violation in &violations {
        assert_eq!(violation.organization, Some(office.id()), "{violation:?}");
        assert!(!violation.invariant.is_empty() && !violation.detail.is_empty());
        assert!(!violation.detail.contains("Planted"), "no names: {violation:?}");
    }
}

async fn data_that_decisions_made_has_no_violations(store: Arc<dyn Store>) {
    assert!(store.queries().violations(10).await.unwrap().is_empty(), "an empty store");
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let agent = office.hire("Busy Agent", &[("agent", tree.north)]).await;
    office.contact_of(agent, tree.north_east, "Con Tact").await;
    office.contact(tree.south, "Nobodys").await;
    office.invite("Pen Ding", &[("clerk", tree.south)]).await;
    office.add("In Active", Status::Inactive, &[("agent", tree.south)], |_| {}).await;
    let left = office.portfolio(agent, tree.north).await;
    office.hand_over(&[left], None).await;
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn r8_an_organization_that_lost_its_last_governor_is_found(store: Arc<dyn Store>) {
    let _sound = Office::found_called(&store, "Sound").await;
    let office = Office::found(&store).await;
    office.hire("Planted", &[("agent", office.root())]).await;
    let last = office.grants_of(office.chief).await.remove(0);
    let mut unit = office.lock().await;
    let planted = unit.grant_changes().update(&Grant { levels: levels(&["agent"]), ..last }).await;
    found(&office, unit, planted).await;
    assert!(store.queries().violations(100).await.unwrap().iter().any(|violation| violation.invariant == "never_headless"));
}

async fn r3_resources_and_selections_beside_the_model_are_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (desk, member) = (office.resource("desk", "Planted").await, office.hire("Planted", &[]).await);
    let mut unit = office.lock().await;
    let chosen = Selection::only([desk.id]);
    let planted = Selected { selection: chosen, ..Selected::nothing(member, KindKey::parse("team").unwrap()) };
    let planted = unit.selection_changes().replace(&planted).await;
    found(&office, unit, planted).await;
    office.select(member, "team", Selection::None).await;
    for resource in [
        Resource { id: new(), kind: KindKey::parse("queue").unwrap(), ..desk.clone() },
        Resource { id: new(), kind: KindKey::parse("team").unwrap(), for_everyone: true, ..desk.clone() },
    ] {
        let mut unit = office.lock().await;
        let planted = unit.resource_changes().insert(&resource).await;
        found(&office, unit, planted).await;
        let mut unit = office.lock().await;
        unit.resource_changes().remove(&resource).await.unwrap();
        unit.commit().await.unwrap();
    }
    let group = office.group("desk", "Planted").await;
    let in_another = Resource { id: new(), kind: KindKey::parse("team").unwrap(), groups: [group.id].into(), ..desk.clone() };
    let mut unit = office.lock().await;
    let planted = unit.resource_changes().insert(&in_another).await;
    found(&office, unit, planted).await;
    let mut unit = office.lock().await;
    unit.resource_changes().remove(&in_another).await.unwrap();
    let ungrouped = ResourceGroup { id: new(), kind: KindKey::parse("team").unwrap(), ..group.clone() };
    let planted = unit.resource_group_changes().insert(&ungrouped).await;
    found(&office, unit, planted).await;
    let mut unit = office.lock().await;
    unit.resource_group_changes().remove(&ungrouped).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn r3_somebody_who_must_have_exactly_one_and_has_not_is_found(store: Arc<dyn Store>) {
    let _sound = Office::found_called(&store, "Sound").await;
    let office = Office::found(&store).await;
    let (one, other) = (office.resource("desk", "Planted").await, office.resource("desk", "Planted too").await);
    let guest = office.hire("Planted", &[("guest", office.root())]).await;
    let found = || async {
        let violations = office.store.queries().violations(100).await.unwrap();
        violations.into_iter().map(|violation| (violation.organization, violation.invariant)).collect::<Vec<_>>()
    };
    let at_fault = [(Some(office.id()), "exactly_one")];
    assert_eq!(found().await, at_fault, "none");
    office.select(guest, "desk", Selection::only([one.id])).await;
    assert_eq!(found().await, []);
    office.select(guest, "desk", Selection::only([one.id, other.id])).await;
    assert_eq!(found().await, at_fault, "several");
    office.select(guest, "desk", Selection::All).await;
    assert_eq!(found().await, at_fault, "all");
    // A wider level of theirs takes any number.
    let tree = office.plant().await;
    let mut unit = office.lock().await;
    unit.grant_changes().insert(&grant(guest, tree.north, "agent", office.chief)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(found().await, []);
}

async fn h2_a_holder_without_access_is_found(store: Arc<dyn Store>) {
    let _sound = Office::found_called(&store, "Sound").await;
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let agent = office.hire("Planted", &[("agent", tree.north)]).await;
    office.contact_of(agent, tree.north, "Con Tact").await;
    let mut unit = office.lock().await;
    let held = office_grant(&mut *unit, &office, agent).await;
    let planted = unit.grant_changes().remove(&held).await;
    found(&office, unit, planted).await;
}

async fn h2_a_holder_beside_their_reach_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let heir = office.hire("Planted", &[("agent", tree.south)]).await;
    let leaver = office.hire("Leaver", &[("agent", tree.north)]).await;
    office.contact_of(leaver, tree.north, "Con Tact").await;
    let left = office.portfolio(leaver, tree.north).await;
    let mut unit = office.lock().await;
    let planted = unit.holder_changes().hand_over(&[left.id], Some(heir)).await;
    found(&office, unit, planted).await;
}

async fn h2_a_holder_whose_level_handles_no_contacts_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let agent = office.hire("Planted", &[("agent", office.root())]).await;
    office.contact_of(agent, office.root(), "Con Tact").await;
    let mut unit = office.lock().await;
    let held = office_grant(&mut *unit, &office, agent).await;
    let planted = unit.grant_changes().update(&Grant { levels: levels(&["clerk"]), ..held }).await;
    found(&office, unit, planted).await;
}

async fn h2_a_holder_whom_a_restriction_bars_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let place = office.plant().await.north_east;
    let agent = office.hire("Planted", &[("agent", office.root()), ("agent", place)]).await;
    office.contact_of(agent, place, "Con Tact").await;
    let mut unit = office.lock().await;
    let grants = unit.grants().of(office.id(), agent).await.unwrap();
    let here = grants.into_iter().find(|grant| grant.workspace == place).unwrap();
    let barred = Grant { restrictions: [tenure_domain::RestrictionKey::parse("no_handling").unwrap()].into(), ..here };
    let planted = unit.grant_changes().update(&barred).await;
    found(&office, unit, planted).await;
}

async fn office_grant(unit: &mut dyn OrganizationTransaction, office: &Office, member: tenure_domain::MemberId) -> Grant {
    unit.grants().of(office.id(), member).await.unwrap().remove(0)
}

async fn a_contact_in_another_workspaces_portfolio_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let portfolio = office.portfolio(office.chief, tree.north).await;
    let misplaced = Contact { portfolio: Some(portfolio.id), ..contact(office.id(), tree.south, "Planted") };
    let mut unit = office.lock().await;
    let planted = unit.contacts().insert(&[misplaced]).await;
    found(&office, unit, planted).await;
}

async fn an_active_member_without_a_login_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let odd = Membership { status: Status::Active, ..membership(office.id(), None, "planted@example.test", "Planted") };
    let mut unit = office.lock().await;
    let planted = unit.membership_changes().insert(&odd).await;
    found(&office, unit, planted).await;
}

async fn a_pending_member_with_a_login_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("planted@example.test");
    let odd = Membership { status: Status::Pending, ..membership(office.id(), Some(&login), "planted@example.test", "Planted") };
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    let planted = unit.membership_changes().insert(&odd).await;
    found(&office, unit, planted).await;
}

async fn a_level_that_the_model_lacks_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Planted", &[]).await;
    let mut unit = office.lock().await;
    let planted = unit.grant_changes().insert(&grant(member, office.root(), "unheard_of", office.chief)).await;
    found(&office, unit, planted).await;
}

async fn a_second_root_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut unit = office.lock().await;
    let planted = unit.workspace_changes().insert(&workspace(office.id(), new(), None, "Planted")).await;
    found(&office, unit, planted).await;
}

async fn violations_are_told_up_to_a_bound(store: Arc<dyn Store>) {
    for _ in 0..3 {
        let office = Office::found(&store).await;
        let last = office.grants_of(office.chief).await.remove(0);
        let mut unit = office.lock().await;
        unit.grant_changes().update(&Grant { levels: levels(&["agent"]), ..last }).await.unwrap();
        unit.commit().await.unwrap();
    }
    assert_eq!(store.queries().violations(2).await.unwrap().len(), 2);
    assert!(store.queries().violations(100).await.unwrap().len() >= 3);
}

cases!($ violations:
    data_that_decisions_made_has_no_violations,
    r8_an_organization_that_lost_its_last_governor_is_found,
    r3_resources_and_selections_beside_the_model_are_found,
    r3_somebody_who_must_have_exactly_one_and_has_not_is_found,
    h2_a_holder_without_access_is_found,
    h2_a_holder_beside_their_reach_is_found,
    h2_a_holder_whose_level_handles_no_contacts_is_found,
    h2_a_holder_whom_a_restriction_bars_is_found,
    a_contact_in_another_workspaces_portfolio_is_found,
    an_active_member_without_a_login_is_found,
    a_pending_member_with_a_login_is_found,
    a_level_that_the_model_lacks_is_found,
    a_second_root_is_found,
    violations_are_told_up_to_a_bound,
);
