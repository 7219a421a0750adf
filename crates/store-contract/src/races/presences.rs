//! Processes that write who is online at the same time, and one that reads it wave by wave.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tenure_domain::{Instant, MemberId};
use tenure_port_store::{Lease, Store, StoreError};
use uuid::Uuid;

use crate::contract::cases;
use crate::samples::{Office, at};

const WRITERS: u64 = 4;
const ROUNDS: u64 = 60;

async fn whoever_reads_wave_by_wave_misses_no_lease(store: Arc<dyn Store>) {
    let offices = [Arc::new(Office::found(&store).await), Arc::new(Office::found_called(&store, "Other").await)];
    let people: Vec<MemberId> = (0..40).map(|_| Uuid::now_v7().into()).collect();
    let writing = Arc::new(AtomicBool::new(true));
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (offices, people) = (offices.clone(), people.clone());
            tokio::spawn(async move {
                let mut last: HashMap<(usize, MemberId), Instant> = HashMap::new();
                for round in 0..ROUNDS {
                    let until = at(round * WRITERS + writer);
                    let some = people.iter().enumerate().filter(|(nth, _)| (*nth as u64 + round).is_multiple_of(writer + 2));
                    // Everybody in both organizations, and each writer in an order of its own.
                    let mut leases: Vec<(usize, Lease)> = some
                        .flat_map(|(_, member)| [0, 1].map(|which| (which, *member)))
                        .map(|(which, member)| (which, Lease { organization: offices[which].id(), member, until }))
                        .collect();
                    leases.rotate_left(usize::try_from(writer).unwrap());
                    last.extend(leases.iter().map(|(which, lease)| ((*which, lease.member), lease.until)));
                    let leases: Vec<Lease> = leases.into_iter().map(|(_, lease)| lease).collect();
                    loop {
                        // None of these is ahead of a clock at the end of them.
                        match offices[0].store.presences().renew(&leases, at(ROUNDS * WRITERS)).await {
                            Err(StoreError::Contention) => tokio::task::yield_now().await,
                            outcome => break outcome.unwrap(),
                        }
                    }
                }
                last
            })
        })
        .collect();
    let reader = {
        let (office, writing) = (Arc::clone(&offices[0]), Arc::clone(&writing));
        tokio::spawn(async move {
            let (mut known, mut after) = (HashMap::new(), None);
            loop {
                // What was written by now is seen by the look that follows.
                let is_last = !writing.load(Ordering::SeqCst);
                loop {
                    let some = office.store.presences().renewed(office.id(), after, 7).await.unwrap();
                    let Some(last) = some.last() else { break };
                    after = Some((last.wave, last.member));
                    known.extend(some.iter().map(|one| (one.member, one.until)));
                }
                if is_last {
                    return known;
                }
                tokio::task::yield_now().await;
            }
        })
    };
    let mut expected: HashMap<MemberId, Instant> = HashMap::new();
    for writer in writers {
        for ((which, member), until) in writer.await.unwrap() {
            if which == 0 {
                let known = expected.entry(member).or_insert(until);
                *known = until.max(*known);
            }
        }
    }
    writing.store(false, Ordering::SeqCst);
    assert_eq!(reader.await.unwrap(), expected);
}

cases!($ presences_race:
    whoever_reads_wave_by_wave_misses_no_lease,
);
