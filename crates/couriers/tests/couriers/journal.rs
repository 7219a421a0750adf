//! Sealing the journal.

use tenure_domain::event::Event;
use tenure_domain::record::{Actor, Record};
use tenure_port_store::{JournalFilter, PageAsk, Store as _};

use crate::bureau::{Bureau, new};
use crate::services::Mailbox;

async fn write(bureau: &Bureau, entries: usize, commit: bool) {
    let records: Vec<Record> = (0..entries)
        .map(|_| Record {
            organization: bureau.organization.id,
            id: new(),
            at: bureau.now(),
            actor: Actor::System,
            event: Event::ProfileChanged { member: bureau.governor, fields: vec!["phone"] },
            reason: None,
        })
        .collect();
    let mut unit = bureau.store.open().await.unwrap();
    unit.journal().append(&records).await.unwrap();
    if commit {
        unit.commit().await.unwrap();
    }
}

async fn positions(bureau: &Bureau) -> Vec<u64> {
    let page = bureau.store.queries().journal(bureau.organization.id, &JournalFilter::default(), &PageAsk::first(200)).await;
    let mut positions: Vec<u64> = page.unwrap().items.into_iter().filter_map(|row| row.position).collect();
    positions.sort_unstable();
    positions
}

#[tokio::test]
async fn sealing_gives_positions_without_gaps_whoever_seals() {
    let bureau = Bureau::open().await;
    let (one, other) = (bureau.couriers(Mailbox::default()), bureau.couriers(Mailbox::default()));
    write(&bureau, 7, true).await;
    write(&bureau, 5, false).await;
    write(&bureau, 3, true).await;
    let (first, second) = tokio::join!(one.seal(), other.seal());
    assert_eq!(first.unwrap() + second.unwrap(), 10);
    assert_eq!(positions(&bureau).await, (1..=10).collect::<Vec<_>>());
    write(&bureau, 2, true).await;
    assert_eq!(one.seal().await.unwrap(), 2);
    assert_eq!(one.seal().await.unwrap(), 0);
    assert_eq!(positions(&bureau).await, (1..=12).collect::<Vec<_>>());
}
