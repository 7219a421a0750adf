//! Units of work: all or nothing, seen by others after the commit, one at a time for each organization.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tenure_domain::event::Event;
use tenure_domain::membership::Status;
use tenure_domain::record::Actor;
use tenure_domain::record::Matter;
use tenure_port_store::{JournalFilter, PageAsk, Store};

use crate::contract::cases;
use crate::samples::{Office, at, contact, errand, grant, membership, name, new, organization, record, user, workspace};

async fn a_dropped_unit_leaves_nothing_behind(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let before = office.organization.clone();
    let login = user("ghost@example.test");
    let ghost = membership(office.id(), Some(&login), "ghost@example.test", "Ghost");
    let place = workspace(office.id(), new(), Some(office.root()), "Nowhere");
    let served = contact(office.id(), office.root(), "Nobody");
    let mut renamed = before.clone();
    renamed.name = name("Renamed");
    let mut unit = office.lock().await;
    unit.organization_changes().update(&renamed).await.unwrap();
    unit.workspace_changes().insert(&place).await.unwrap();
    unit.users().insert(&login).await.unwrap();
    unit.membership_changes().insert(&ghost).await.unwrap();
    unit.grant_changes().insert(&grant(ghost.id, office.root(), "chief", office.chief)).await.unwrap();
    unit.contacts().insert(std::slice::from_ref(&served)).await.unwrap();
    unit.portfolios().open(office.id(), office.root(), office.chief, new()).await.unwrap();
    unit.journal()
        .append(&[record(office.id(), at(1), Actor::System, Event::ProfileChanged { member: ghost.id, fields: vec![] })])
        .await
        .unwrap();
    unit.outbox()
        .append(&[errand(office.id(), at(1), ghost.id, Matter::AccessGranted { workspace: office.root() })])
        .await
        .unwrap();
    drop(unit);
    let mut unit = office.open().await;
    assert_eq!(unit.organizations().find(office.id()).await.unwrap(), Some(before));
    assert_eq!(unit.workspaces().find(office.id(), place.id).await.unwrap(), None);
    assert_eq!(unit.users().find(login.id).await.unwrap(), None);
    assert_eq!(unit.users().find_by_email(&login.email).await.unwrap(), None);
    assert_eq!(unit.memberships().find(office.id(), ghost.id).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_email(office.id(), &ghost.email).await.unwrap(), None);
    assert!(unit.grants().of(office.id(), ghost.id).await.unwrap().is_empty());
    assert_eq!(unit.contacts().find(office.id(), served.id).await.unwrap(), None);
    assert!(unit.portfolios().held_by(office.id(), &[office.chief]).await.unwrap().is_empty());
    let journal = store.queries().journal(office.id(), &JournalFilter::default(), &PageAsk::first(10)).await.unwrap();
    assert!(journal.items.is_empty());
    assert_eq!(store.errands().waiting(10).await.unwrap(), 0);
}

async fn an_organization_that_was_not_founded_in_the_end_is_not_there(store: Arc<dyn Store>) {
    let kept = organization("Never");
    let mut unit = store.found(kept.id).await.unwrap();
    unit.organization_changes().insert(&kept).await.unwrap();
    assert_eq!(unit.organizations().find(kept.id).await.unwrap().as_ref(), Some(&kept), "a unit sees its own writes");
    drop(unit);
    assert!(store.organization(kept.id).await.unwrap().is_none());
    Office::found_as(&store, kept).await;
}

async fn others_see_a_unit_after_its_commit_and_not_before(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let everyone = office.everyone().await;
    let pending = membership(office.id(), None, "new@example.test", "New Comer");
    let mut unit = office.lock().await;
    unit.membership_changes().insert(&pending).await.unwrap();
    unit.grant_changes().insert(&grant(pending.id, office.root(), "clerk", office.chief)).await.unwrap();
    assert!(store.queries().member(office.id(), &everyone, pending.id).await.unwrap().is_none());
    unit.commit().await.unwrap();
    let row = store.queries().member(office.id(), &everyone, pending.id).await.unwrap().expect("it was committed");
    assert_eq!((row.membership.status, row.grants.len()), (Status::Pending, 1));
}

async fn a_lent_unit_is_the_transaction(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut transaction = office.lock().await;
    let lent = transaction.unit();
    assert_eq!(lent.organization(), office.id());
    let pending = membership(office.id(), None, "lent@example.test", "Lent");
    lent.membership_changes().insert(&pending).await.unwrap();
    transaction.commit().await.unwrap();
    let mut open = office.open().await;
    assert_eq!(open.unit().memberships().find(office.id(), pending.id).await.unwrap(), Some(pending));
}

async fn m1_a_locked_organization_is_one_units_at_a_time(store: Arc<dyn Store>) {
    let office = Arc::new(Office::found(&store).await);
    let inside = Arc::new(AtomicBool::new(false));
    let tasks: Vec<_> = (0..6)
        .map(|_| {
            let (office, inside) = (Arc::clone(&office), Arc::clone(&inside));
            tokio::spawn(async move {
                for _ in 0..20 {
                    let mut unit = crate::deeds::lock(&office.store, office.id()).await;
                    assert!(!inside.swap(true, Ordering::SeqCst), "two units hold the lock");
                    let mut now = unit.organizations().find(office.id()).await.unwrap().unwrap();
                    tokio::task::yield_now().await;
                    now.seats = Some(now.seats.unwrap_or(0) + 1);
                    unit.organization_changes().update(&now).await.expect("nobody else could change it");
                    inside.store(false, Ordering::SeqCst);
                    unit.commit().await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let now = store.queries().organization(office.id()).await.unwrap().unwrap();
    assert_eq!((now.seats, now.version), (Some(120), 121));
}

async fn a_snapshot_reads_one_moment_holds_up_nobody_and_never_writes(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("first@example.test");
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.users().find(login.id).await.unwrap(), None);
    // A unit commits beside it, as if there were no snapshot.
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(snapshot.users().find(login.id).await.unwrap(), None, "all of it is of one moment");
    assert!(snapshot.users().insert(&user("second@example.test")).await.is_err());
    drop(snapshot);
    assert_eq!(store.snapshot().await.unwrap().users().find(login.id).await.unwrap(), Some(login));
}

cases!($ units:
    a_snapshot_reads_one_moment_holds_up_nobody_and_never_writes,
    a_dropped_unit_leaves_nothing_behind,
    an_organization_that_was_not_founded_in_the_end_is_not_there,
    others_see_a_unit_after_its_commit_and_not_before,
    a_lent_unit_is_the_transaction,
    m1_a_locked_organization_is_one_units_at_a_time,
);
