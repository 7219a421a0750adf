//! What whoever watches asks for: the journal by position, and which members they may hear of.

use std::sync::Arc;

use tenure_domain::event::Event;
use tenure_domain::record::Actor;
use tenure_domain::visibility::Masking;
use tenure_port_store::{Store, Viewer};

use crate::contract::cases;
use crate::samples::{Office, at, new, record};

async fn write(office: &Office, seconds: u64) {
    let event = Event::ProfileChanged { member: office.chief, fields: vec!["phone"] };
    let mut unit = office.open().await;
    unit.journal().append(&[record(office.id(), at(seconds), Actor::System, event)]).await.unwrap();
    unit.commit().await.unwrap();
}

async fn the_journal_is_read_by_position_and_only_as_far_as_it_is_sealed(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let queries = store.queries();
    assert_eq!(queries.journal_position(office.id()).await.unwrap(), 0);
    for seconds in [3, 1, 2, 5, 4] {
        write(&office, seconds).await;
        store.errands().seal(100).await.unwrap();
    }
    write(&office, 9).await;
    let positions = async |after, up_to| -> Vec<u64> {
        let rows = queries.journal_after(office.id(), after, up_to).await.unwrap();
        rows.iter().map(|row| row.position.expect("it is sealed")).collect()
    };
    let last = queries.journal_position(office.id()).await.unwrap();
    assert_eq!(last, 5);
    assert_eq!(positions(0, 100).await, [1, 2, 3, 4, 5], "in the order in which they were sealed, whatever their times");
    assert_eq!(positions(2, 2).await, [3, 4]);
    assert_eq!(positions(last, 100).await, Vec::<u64>::new());
    let other = Office::found_called(&store, "Other").await;
    assert!(queries.journal_after(other.id(), 0, 100).await.unwrap().is_empty());
}

async fn of_some_members_those_are_named_whom_a_viewer_sees(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let above = office.hire("A Bove", &[("agent", tree.root)]).await;
    let north = office.hire("North Only", &[("agent", tree.north)]).await;
    let below = office.hire("Be Low", &[("agent", tree.north_east)]).await;
    let south = office.hire("South Only", &[("agent", tree.south)]).await;
    let all = [above, north, below, south, new()];
    let seen = async |viewer: Viewer| {
        let mut seen = store.queries().seen_members(office.id(), &viewer, &all).await.unwrap();
        seen.sort();
        seen
    };
    let sorted = |mut ids: Vec<_>| {
        ids.sort();
        ids
    };
    assert_eq!(seen(office.everyone().await).await, sorted(vec![above, north, below, south]));
    let mut viewer = office.viewer(&[(tree.north, true)], Masking::Partial).await;
    assert_eq!(seen(viewer.clone()).await, sorted(vec![above, north, below]), "at, above and below");
    viewer.member = Some(south);
    assert_eq!(seen(viewer).await, sorted(vec![above, north, below, south]), "and oneself");
    assert!(seen(office.viewer(&[], Masking::None).await).await.is_empty());
    let other = Office::found_called(&store, "Other").await;
    let everyone = other.everyone().await;
    assert!(store.queries().seen_members(other.id(), &everyone, &all).await.unwrap().is_empty(), "nobody of another tenant");
}

cases!($ watching:
    the_journal_is_read_by_position_and_only_as_far_as_it_is_sealed,
    of_some_members_those_are_named_whom_a_viewer_sees,
);
