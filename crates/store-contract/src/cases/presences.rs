//! Who is online: leases, the waves that they come in, and what lists show of them.

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::{Instant, MemberId};
use tenure_port_store::{Lease, MemberFilter, MemberSort, Renewed, Store};
use uuid::Uuid;

use super::member_lists::list;
use crate::contract::cases;
use crate::samples::{Office, at};

fn lease(office: &Office, member: MemberId, until: Instant) -> Lease {
    Lease { organization: office.id(), member, until }
}

/// All leases after this one, a few at a time.
async fn renewed(office: &Office, mut after: Option<(u64, MemberId)>, at_a_time: u32) -> Vec<Renewed> {
    let mut all = Vec::new();
    loop {
        let some = office.store.presences().renewed(office.id(), after, at_a_time).await.unwrap();
        let Some(last) = some.last() else { return all };
        after = Some((last.wave, last.member));
        all.extend(some);
    }
}

fn told(renewed: &[Renewed]) -> Vec<(MemberId, Instant)> {
    renewed.iter().map(|one| (one.member, one.until)).collect()
}

async fn leases_are_found_by_the_wave_that_they_came_in(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let mut people: Vec<MemberId> = (0..700).map(|_| Uuid::now_v7().into()).collect();
    people.sort();
    let first: Vec<Lease> = people.iter().rev().map(|member| lease(&office, *member, at(30))).collect();
    store.presences().renew(&first, at(0)).await.unwrap();
    store.presences().renew(&[], at(0)).await.unwrap();
    let all = renewed(&office, None, 200).await;
    assert_eq!(told(&all), people.iter().map(|member| (*member, at(30))).collect::<Vec<_>>(), "many at once, one wave");
    let end = all.last().map(|last| (last.wave, last.member));
    assert!(renewed(&office, end, 200).await.is_empty());
    // Several of one person, of several organizations: the longest of each counts.
    let (one, two) = (people[1], people[0]);
    let mixed = [lease(&office, one, at(50)), lease(&other, one, at(70)), lease(&office, two, at(60)), lease(&office, one, at(40))];
    store.presences().renew(&mixed, at(0)).await.unwrap();
    assert_eq!(told(&renewed(&office, end, 1).await), [(two, at(60)), (one, at(50))]);
    assert_eq!(told(&renewed(&other, None, 10).await), [(one, at(70))]);
}

async fn a_lease_never_becomes_shorter(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for seconds in [30, 20, 30] {
        store.presences().renew(&[lease(&office, office.chief, at(seconds))], at(0)).await.unwrap();
    }
    let all = renewed(&office, None, 10).await;
    assert_eq!(told(&all), [(office.chief, at(30))]);
    let first = all[0].wave;
    store.presences().renew(&[lease(&office, office.chief, at(31))], at(0)).await.unwrap();
    let all = renewed(&office, None, 10).await;
    assert!(all[0].wave > first && all[0].until == at(31), "a longer one comes in a later wave");
}

async fn h12_a_lease_of_a_clock_that_was_ahead_gives_way(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let everyone = office.everyone().await;
    let hour = Duration::from_hours(1);
    let renew = async |until: Instant, now: Instant| {
        store.presences().renew(&[lease(&office, office.chief, until)], now).await.unwrap();
        store.queries().member(office.id(), &everyone, office.chief).await.unwrap().unwrap()
    };
    let ahead = renew(at(30).plus(hour), at(0).plus(hour)).await;
    assert!(ahead.is_online(at(0).plus(hour)) && !ahead.is_online(at(0)), "it counts for nothing at the hour that it is");
    let right = renew(at(30), at(0)).await;
    assert_eq!((right.online_until, right.is_online(at(0)), right.is_online(at(30))), (Some(at(30)), true, false));
    // Clocks that are a little apart take nothing from each other.
    assert_eq!(renew(at(80), at(50)).await.online_until, Some(at(80)));
    assert_eq!(renew(at(30), at(0)).await.online_until, Some(at(80)));
}

async fn lists_show_until_when_somebody_is_online_and_versions_leave_it_out(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    office.hire("Zoe Away", &[("agent", office.root())]).await;
    let everyone = office.everyone().await;
    let before = store.queries().member(office.id(), &everyone, office.chief).await.unwrap().unwrap();
    assert_eq!((before.online_until, before.is_online(at(0))), (None, false));
    store.presences().renew(&[lease(&office, office.chief, at(30))], at(0)).await.unwrap();
    let rows = list(&office, &everyone, &MemberFilter::default(), MemberSort::Name).await;
    assert_eq!(rows.iter().map(|row| row.online_until).collect::<Vec<_>>(), [Some(at(30)), None]);
    let after = store.queries().member(office.id(), &everyone, office.chief).await.unwrap().unwrap();
    assert!(after.is_online(at(29)) && !after.is_online(at(30)));
    assert_eq!(after.membership, before.membership, "nothing of the member changed");
}

async fn leases_that_ran_out_are_swept_and_others_stay(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let gone = office.hire("Zoe Gone", &[("agent", office.root())]).await;
    store.presences().renew(&[lease(&office, gone, at(30)), lease(&office, office.chief, at(10_000))], at(0)).await.unwrap();
    assert_eq!(store.errands().sweep(at(31), 100).await.unwrap(), 0, "whoever watches has yet to see it");
    assert_eq!(store.errands().sweep(at(30).plus(Duration::from_hours(1)), 100).await.unwrap(), 1);
    assert_eq!(told(&renewed(&office, None, 10).await), [(office.chief, at(10_000))]);
}

cases!($ presences:
    leases_are_found_by_the_wave_that_they_came_in,
    a_lease_never_becomes_shorter,
    h12_a_lease_of_a_clock_that_was_ahead_gives_way,
    lists_show_until_when_somebody_is_online_and_versions_leave_it_out,
    leases_that_ran_out_are_swept_and_others_stay,
);
