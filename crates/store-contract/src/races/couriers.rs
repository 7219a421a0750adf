//! Couriers who claim, settle and seal side by side, while units commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tenure_domain::event::Event;
use tenure_domain::record::{Actor, Matter};
use tenure_domain::{ErrandId, OrganizationId};
use tenure_port_store::{Claimed, JournalFilter, PageAsk, Settlement, Store, StoreError};

use crate::contract::cases;
use crate::samples::{Office, at, errand, record};

const LEASE: Duration = Duration::from_mins(1);
const COURIERS: usize = 4;

/// Runs an errand call again while the database is contended.
macro_rules! calmly {
    ($call:expr) => {
        loop {
            match $call.await {
                Err(StoreError::Contention) => tokio::task::yield_now().await,
                outcome => break outcome.unwrap(),
            }
        }
    };
}

async fn send(office: &Office, number: usize) -> BTreeSet<ErrandId> {
    let letters: Vec<_> = (0..number)
        .map(|number| errand(office.id(), at(number as u64 % 10), office.chief, Matter::AccessGranted { workspace: office.root() }))
        .collect();
    let mut unit = office.open().await;
    unit.outbox().append(&letters).await.unwrap();
    unit.commit().await.unwrap();
    letters.into_iter().map(|letter| letter.id).collect()
}

async fn two_couriers_never_get_the_same(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let sent = send(&office, 400).await;
    let couriers: Vec<_> = (0..COURIERS)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let mut carried = Vec::new();
                loop {
                    let claimed = calmly!(store.errands().claim(at(20), LEASE, 7));
                    if claimed.is_empty() {
                        return carried;
                    }
                    assert!(claimed.len() <= 7);
                    let settled: Vec<_> = claimed.iter().map(|one| one.settled(Settlement::Done)).collect();
                    assert_eq!(calmly!(store.errands().settle(&settled, at(21))), vec![true; claimed.len()]);
                    carried.extend(claimed.iter().map(|one| one.errand.id));
                }
            })
        })
        .collect();
    let mut carried = Vec::new();
    for courier in couriers {
        carried.extend(courier.await.unwrap());
    }
    // Somebody may have seen nothing while all that was left was leased to others; nothing may have been carried twice.
    assert_eq!(carried.len(), carried.iter().collect::<BTreeSet<_>>().len());
    assert_eq!(carried.into_iter().collect::<BTreeSet<_>>(), sent);
    assert_eq!(store.errands().waiting(10).await.unwrap(), 0);
}

async fn couriers_whose_leases_run_out_settle_each_errand_once(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let sent = send(&office, 120).await;
    let first = calmly!(store.errands().claim(at(20), LEASE, 200));
    assert_eq!(first.len(), 120);
    let late = at(20).plus(LEASE);
    let couriers: Vec<_> = (0..COURIERS)
        .map(|courier| {
            let (store, first) = (Arc::clone(&store), first.clone());
            tokio::spawn(async move {
                let mut won = Vec::new();
                // Half of them are the first courier, who comes back too late; the others claim anew.
                if courier % 2 == 0 {
                    for few in first.rchunks(7) {
                        let again = |one: &Claimed| one.settled(Settlement::Again { at: late, reason: "too late".to_owned() });
                        let again: Vec<_> = few.iter().rev().map(again).collect();
                        calmly!(store.errands().settle(&again, late));
                    }
                }
                for few in calmly!(store.errands().claim(late, LEASE, 200)).chunks(11) {
                    let done: Vec<_> = few.iter().map(|one| one.settled(Settlement::Done)).collect();
                    let settled = calmly!(store.errands().settle(&done, late));
                    won.extend(few.iter().zip(settled).filter(|(_, settled)| *settled).map(|(one, _)| one.errand.id));
                }
                won
            })
        })
        .collect();
    let mut won = Vec::new();
    for courier in couriers {
        won.extend(courier.await.unwrap());
    }
    assert_eq!(won.iter().collect::<BTreeSet<_>>().len(), won.len(), "nothing was carried out twice by a claim that held");
    assert!(won.iter().all(|id| sent.contains(id)));
}

async fn seals_are_gapless_while_units_commit(store: Arc<dyn Store>) {
    let offices = [Arc::new(Office::found(&store).await), Arc::new(Office::found_called(&store, "Other").await)];
    let writing = Arc::new(AtomicBool::new(true));
    let writers: Vec<_> = (0..6)
        .map(|writer| {
            let office = Arc::clone(&offices[writer % 2]);
            tokio::spawn(async move {
                for round in 0..50_u64 {
                    let event = Event::ProfileChanged { member: office.chief, fields: vec![] };
                    let entries = [event.clone(), event].map(|event| record(office.id(), at(round), Actor::System, event));
                    let mut unit = office.open().await;
                    unit.journal().append(&entries).await.unwrap();
                    // Some are rolled back, and must leave no gap.
                    if round % 5 != 0 {
                        unit.commit().await.unwrap();
                    }
                }
            })
        })
        .collect();
    let sealers: Vec<_> = (0..2)
        .map(|_| {
            let (store, writing) = (Arc::clone(&store), Arc::clone(&writing));
            tokio::spawn(async move {
                let mut sealed = 0;
                loop {
                    let last = !writing.load(Ordering::SeqCst);
                    let now = calmly!(store.errands().seal(13));
                    sealed += now;
                    if last && now == 0 {
                        return sealed;
                    }
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    writing.store(false, Ordering::SeqCst);
    let mut sealed = 0;
    for sealer in sealers {
        sealed += sealer.await.unwrap();
    }
    let mut positions: BTreeMap<OrganizationId, Vec<u64>> = BTreeMap::new();
    for office in &offices {
        let mut ask = PageAsk::first(200);
        loop {
            let page = store.queries().journal(office.id(), &JournalFilter::default(), &ask).await.unwrap();
            positions.entry(office.id()).or_default().extend(page.items.iter().map(|row| row.position.expect("all are sealed")));
            let Some(after) = page.next else { break };
            ask.after = Some(after);
        }
    }
    assert_eq!(positions.values().map(Vec::len).sum::<usize>(), 6 * 40 * 2);
    assert_eq!(sealed, 6 * 40 * 2, "each was sealed once");
    for numbers in positions.values_mut() {
        numbers.sort_unstable();
        assert!(numbers[0] <= 1 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{numbers:?}");
    }
}

cases!($ couriers_race:
    two_couriers_never_get_the_same,
    couriers_whose_leases_run_out_settle_each_errand_once,
    seals_are_gapless_while_units_commit,
);
