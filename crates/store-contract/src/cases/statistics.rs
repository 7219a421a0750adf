//! Numbers that hosts report: the last of each is kept, and goes where its member goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use tenure_domain::membership::Status;
use tenure_domain::revocation::ReceiptState;
use tenure_domain::{Instant, MemberId, StatisticKey};
use tenure_port_store::{Measured, Store};

use super::deletions::delete;
use crate::contract::cases;
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, new};

fn numbers(of: &[(&str, u64)]) -> BTreeMap<StatisticKey, u64> {
    of.iter().map(|(key, number)| (StatisticKey::parse(key).unwrap(), *number)).collect()
}

async fn report(office: &Office, member: MemberId, of: &[(&str, u64)], when: Instant) {
    let mut unit = office.open().await;
    unit.statistics().keep(office.id(), member, &numbers(of), when).await.unwrap();
    unit.commit().await.unwrap();
}

/// What is kept of these members, by member and key.
async fn kept(office: &Office, members: &[MemberId]) -> Vec<(MemberId, String, u64, Instant)> {
    let found = office.store.queries().statistics(office.id(), members).await.unwrap();
    let mut found: Vec<_> =
        found.into_iter().map(|Measured { member, key, value, at }| (member, key.to_string(), value, at)).collect();
    found.sort();
    found
}

async fn the_last_report_of_each_number_is_kept(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let ada = office.hire("Ada Agent", &[("agent", office.root())]).await;
    let bob = office.hire("Bob Agent", &[("agent", office.root())]).await;
    assert!(kept(&office, &[ada, bob]).await.is_empty() && kept(&office, &[]).await.is_empty());
    report(&office, ada, &[("calls", 7), ("mails", 0)], at(10)).await;
    report(&office, bob, &[("calls", (1 << 53) - 1)], at(11)).await;
    report(&office, ada, &[("calls", 5)], at(12)).await;
    report(&office, ada, &[], at(13)).await;
    // Of the same id, in another organization.
    report(&other, ada, &[("calls", 99)], at(14)).await;
    let of_ada = [(ada, "calls".to_owned(), 5, at(12)), (ada, "mails".to_owned(), 0, at(10))];
    assert_eq!(kept(&office, &[ada]).await, of_ada);
    assert_eq!(kept(&office, &[bob, new()]).await, [(bob, "calls".to_owned(), (1 << 53) - 1, at(11))]);
    assert_eq!(kept(&office, &[ada, bob]).await.len(), 3);
    assert_eq!(kept(&other, &[ada]).await, [(ada, "calls".to_owned(), 99, at(14))]);
}

async fn what_is_not_committed_is_not_kept(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    report(&office, office.chief, &[("calls", 1)], at(10)).await;
    let mut unit = office.open().await;
    unit.statistics().keep(office.id(), office.chief, &numbers(&[("calls", 2)]), at(11)).await.unwrap();
    drop(unit);
    assert_eq!(kept(&office, &[office.chief]).await, [(office.chief, "calls".to_owned(), 1, at(10))]);
}

async fn r14_numbers_wait_with_who_was_deleted_and_are_erased_with_them(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let gone = office.add("Gone Soon", Status::Active, &[("agent", office.root())], |_| {}).await;
    let back = office.add("Back Soon", Status::Active, &[("agent", office.root())], |_| {}).await;
    let people = [gone.id, back.id, office.chief];
    for member in people {
        report(&office, member, &[("calls", 12), ("mails", 3)], at(10)).await;
    }
    delete(&office, gone.id, at(100)).await;
    let receipt = delete(&office, back.id, at(100)).await;
    assert_eq!(kept(&office, &people).await.len(), 6, "an undo finds them");
    assert_eq!(store.errands().sweep(at(99), 100).await.unwrap(), 0);
    let mut unit = office.lock().await;
    unit.membership_changes().restore(&back).await.unwrap();
    unit.grant_changes().insert_all(&receipt.grants).await.unwrap();
    unit.receipt_changes().set_state(receipt.id, ReceiptState::Undone).await.unwrap();
    unit.commit().await.unwrap();
    assert!(store.errands().sweep(at(100), 100).await.unwrap() > 0);
    assert!(kept(&office, &[gone.id]).await.is_empty(), "erased");
    assert_eq!(kept(&office, &people).await.len(), 4, "and nothing of others");
    nothing_is_violated(&office).await;
}

async fn r14_a_number_that_is_left_of_nobody_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    report(&office, office.chief, &[("calls", 1)], at(10)).await;
    nothing_is_violated(&office).await;
    report(&office, new(), &[("calls", 1)], at(10)).await;
    let found = store.queries().violations(10).await.unwrap();
    assert_eq!(found.iter().map(|one| one.invariant).collect::<Vec<_>>(), ["statistics_of_members"]);
}

cases!($ statistics:
    the_last_report_of_each_number_is_kept,
    what_is_not_committed_is_not_kept,
    r14_numbers_wait_with_who_was_deleted_and_are_erased_with_them,
    r14_a_number_that_is_left_of_nobody_is_found,
);
