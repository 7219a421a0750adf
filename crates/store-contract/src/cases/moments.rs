//! Moments: many queries that all see the same, and hold up nobody who writes.

use std::sync::Arc;

use tenure_port_store::{MemberFilter, MemberSort, PageAsk, Store};

use crate::contract::cases;
use crate::samples::Office;

async fn names(queries: &dyn tenure_port_store::Queries, office: &Office, limit: u32) -> Vec<String> {
    let (everyone, filter) = (office.everyone().await, MemberFilter::default());
    let mut ask = PageAsk::first(limit);
    let mut names = Vec::new();
    loop {
        let page = queries.members(office.id(), &everyone, &filter, MemberSort::Name, &ask).await.unwrap();
        let shown = page.items.iter().map(|row| row.membership.profile.display_name(&row.membership.email));
        names.extend(shown);
        let Some(after) = page.next else { return names };
        ask.after = Some(after);
    }
}

async fn all_that_is_read_in_a_moment_is_as_of_its_first_reading(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    office.hire("Mia Early", &[("agent", office.root())]).await;
    let moment = store.moment().await.unwrap();
    let before = names(&*moment, &office, 1).await;
    assert_eq!(before, ["Chief Zero", "Mia Early"]);
    // Whoever writes isn't held up by the moment, which is open still.
    let late = office.hire("Zoe Late", &[("agent", office.root())]).await;
    assert_eq!(names(&*moment, &office, 1).await, before);
    let everyone = office.everyone().await;
    assert_eq!(moment.member(office.id(), &everyone, late).await.unwrap(), None);
    assert!(store.queries().member(office.id(), &everyone, late).await.unwrap().is_some());
    drop(moment);
    let moment = store.moment().await.unwrap();
    assert_eq!(names(&*moment, &office, 200).await, ["Chief Zero", "Mia Early", "Zoe Late"]);
}

async fn a_page_may_have_a_thousand_rows(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for number in 0..201 {
        office.hire(&format!("Person {number:03}"), &[("agent", office.root())]).await;
    }
    let (everyone, filter) = (office.everyone().await, MemberFilter::default());
    let page = store.queries().members(office.id(), &everyone, &filter, MemberSort::Name, &PageAsk::first(1_000)).await.unwrap();
    assert_eq!((page.items.len(), page.next), (202, None));
}

cases!($ moments:
    all_that_is_read_in_a_moment_is_as_of_its_first_reading,
    a_page_may_have_a_thousand_rows,
);
