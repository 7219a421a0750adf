//! Hosts report while others report of the same people, and while these are deleted and erased.

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::{MemberId, StatisticKey};
use tenure_port_store::{Measured, Store};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::cases::deletions::delete;
use crate::contract::cases;
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at};

/// Reports as a host does; says whether there was anybody to report of.
async fn report(office: &Office, member: MemberId, number: u64) -> bool {
    let mut unit = office.open().await;
    if unit.memberships().hold(office.id(), member).await.unwrap().is_none() {
        return false;
    }
    let numbers = ["calls", "mails"].map(|key| (StatisticKey::parse(key).unwrap(), number)).into();
    unit.statistics().keep(office.id(), member, &numbers, at(1)).await.unwrap();
    unit.commit().await.unwrap();
    true
}

async fn kept(office: &Office, member: MemberId) -> Vec<u64> {
    let found = office.store.queries().statistics(office.id(), &[member]).await.unwrap();
    found.into_iter().map(|Measured { value, .. }| value).collect()
}

async fn of_many_reports_at_once_one_is_the_last_and_all_of_it_is_kept(store: Arc<dyn Store>) {
    let office = Arc::new(Office::found(&store).await);
    let ada = office.hire("Ada Agent", &[("agent", office.root())]).await;
    for round in 0..20_u64 {
        let barrier = Arc::new(Barrier::new(16));
        let mut hosts = JoinSet::new();
        for host in 0..16 {
            let (office, barrier) = (Arc::clone(&office), Arc::clone(&barrier));
            hosts.spawn(async move {
                barrier.wait().await;
                report(&office, ada, round * 100 + host).await
            });
        }
        assert!(hosts.join_all().await.into_iter().all(|reported| reported));
        let left = kept(&office, ada).await;
        assert!(left.len() == 2 && left[0] == left[1] && left[0] / 100 == round, "{round}: {left:?}");
    }
}

async fn r14_nothing_is_left_of_who_is_deleted_and_erased_while_a_host_reports(store: Arc<dyn Store>) {
    let office = Arc::new(Office::found(&store).await);
    let mut came_first = 0;
    for round in 0..100_u64 {
        let gone = office.hire(&format!("Gone {round}"), &[("agent", office.root())]).await;
        let barrier = Arc::new(Barrier::new(2));
        let (here, together) = (Arc::clone(&office), Arc::clone(&barrier));
        let host = tokio::spawn(async move {
            together.wait().await;
            // Later and later, so that both orders occur, and the reports of some rounds meet the deletion midway.
            tokio::time::sleep(Duration::from_micros(round * round * 10)).await;
            report(&here, gone, 7).await
        });
        barrier.wait().await;
        delete(&office, gone, at(100)).await;
        let was_there = host.await.unwrap();
        assert_eq!(kept(&office, gone).await.is_empty(), !was_there, "{round}: what was taken waits for an undo, and nothing else");
        store.errands().sweep(at(100), 100).await.unwrap();
        came_first += u32::from(was_there);
        assert!(kept(&office, gone).await.is_empty(), "{round}");
    }
    assert!((1..100).contains(&came_first), "both orders: the host came first {came_first} times");
    nothing_is_violated(&office).await;
}

cases!($ statistics_race:
    of_many_reports_at_once_one_is_the_last_and_all_of_it_is_kept,
    r14_nothing_is_left_of_who_is_deleted_and_erased_while_a_host_reports,
);
