//! Resources: kept as they are, and listed to who may know of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::resource::{Known, Resource};
use tenure_domain::selection::Selection;
use tenure_domain::{KindKey, MemberId};
use tenure_port_store::{PageAsk, ResourceFilter, ResourceSights, Store};

use crate::contract::cases;
use crate::samples::{Office, is_stale, name, new};

fn kinds(keys: &[&str]) -> BTreeSet<KindKey> {
    keys.iter().map(|key| KindKey::parse(key).unwrap()).collect()
}

fn sights(viewer: MemberId, whole: &[&str], chosen: &[&str]) -> ResourceSights {
    ResourceSights { viewer, known: Known { whole: kinds(whole), chosen: kinds(chosen), grouped: kinds(chosen) } }
}

/// The names of all pages of a list, after comparing list and detail.
async fn list(office: &Office, sights: &ResourceSights, filter: &ResourceFilter, all: &[Resource]) -> Vec<String> {
    let mut ask = PageAsk::first(2);
    let mut rows = Vec::new();
    loop {
        let page = office.store.queries().resources(office.id(), sights, filter, &ask).await.unwrap();
        rows.extend(page.items);
        let Some(after) = page.next else { break };
        ask.after = Some(after);
    }
    if *filter == ResourceFilter::default() {
        let ids: Vec<_> = all.iter().map(|one| one.id).chain([new()]).collect();
        let mut these = office.store.queries().these_resources(office.id(), sights, &ids).await.unwrap();
        these.sort_by_key(|one| rows.iter().position(|row| row == one));
        assert_eq!(these, rows, "several and list agree");
        for resource in all {
            let one = office.store.queries().resource(office.id(), sights, resource.id).await.unwrap();
            assert_eq!(one.as_ref(), rows.iter().find(|row| row.id == resource.id), "detail and list agree");
        }
    }
    rows.iter().map(|row| row.name.to_string()).collect()
}

async fn a_resource_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut kept = office.resource("desk", "Überseeplatz 🏠").await;
    assert_eq!(office.open().await.resources().find(office.id(), kept.id).await.unwrap().as_ref(), Some(&kept));
    let changed = Resource { name: name("Elsewhere"), for_everyone: true, ..kept.clone() };
    let mut unit = office.lock().await;
    unit.resource_changes().update(&changed).await.unwrap();
    let again = unit.resource_changes().update(&changed).await;
    assert!(is_stale(&again), "{again:?}");
    let gone = unit.resource_changes().remove(&changed).await;
    assert!(is_stale(&gone), "{gone:?}");
    unit.commit().await.unwrap();
    kept = Resource { version: 2, ..changed };
    let other = office.resource("team", "Other").await;
    let found = office.open().await.resources().find_all(office.id(), &[other.id, new(), kept.id, kept.id]).await.unwrap();
    assert_eq!(found, [kept.clone(), other]);
    let mut unit = office.lock().await;
    unit.resource_changes().remove(&kept).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(office.open().await.resources().find(office.id(), kept.id).await.unwrap(), None);
}

async fn r3_resources_are_listed_to_who_may_know_of_them(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (me, other) = (office.hire("View Er", &[]).await, office.hire("O Ther", &[]).await);
    let mut all = Vec::new();
    for (kind, called) in
        [("team", "Night"), ("team", "Early"), ("team", "Late"), ("desk", "Door"), ("desk", "Hall"), ("desk", "Attic")]
    {
        all.push(office.resource(kind, called).await);
    }
    let mut unit = office.lock().await;
    unit.resource_changes().update(&Resource { for_everyone: true, ..all[4].clone() }).await.unwrap();
    unit.commit().await.unwrap();
    office.select(me, "team", Selection::only([all[0].id])).await;
    office.select(me, "desk", Selection::All).await;
    office.select(other, "team", Selection::only([all[1].id, all[2].id])).await;
    let every = ResourceFilter::default();
    for (viewer, whole, chosen, expected) in [
        (me, vec!["team", "desk"], vec![], vec!["Attic", "Door", "Early", "Hall", "Late", "Night"]),
        (me, vec![], vec!["team"], vec!["Hall", "Night"]),
        (me, vec![], vec!["team", "desk"], vec!["Attic", "Door", "Hall", "Night"]),
        (other, vec![], vec!["team", "desk"], vec!["Early", "Hall", "Late"]),
        (other, vec!["desk"], vec![], vec!["Attic", "Door", "Hall"]),
        (other, vec![], vec![], vec!["Hall"]),
    ] {
        assert_eq!(list(&office, &sights(viewer, &whole, &chosen), &every, &all).await, expected, "{whole:?} {chosen:?}");
    }
    let theirs = sights(other, &[], &["team", "desk"]);
    let filter = |kind: Option<&str>, q: Option<&str>| ResourceFilter {
        kind: kind.map(|key| KindKey::parse(key).unwrap()),
        q: q.map(str::to_owned),
        group: None,
    };
    assert_eq!(list(&office, &theirs, &filter(Some("team"), None), &all).await, ["Early", "Late"]);
    assert_eq!(list(&office, &theirs, &filter(Some("desk"), None), &all).await, ["Hall"]);
    assert_eq!(list(&office, &theirs, &filter(None, Some("LA")), &all).await, ["Late"]);
    assert_eq!(list(&office, &theirs, &filter(Some("desk"), Some("late")), &all).await, Vec::<String>::new());
}

async fn a_resource_that_goes_goes_out_of_every_selection(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (one, other) = (office.resource("team", "One").await, office.resource("team", "Other").await);
    let people = [office.hire("First", &[]).await, office.hire("Second", &[]).await];
    for member in people {
        office.select(member, "team", Selection::only([one.id, other.id])).await;
    }
    let mut unit = office.lock().await;
    unit.resource_changes().remove(&one).await.unwrap();
    unit.commit().await.unwrap();
    for member in people {
        let left = office.open().await.selections().of(office.id(), member).await.unwrap();
        assert_eq!(left.iter().map(|of| &of.selection).collect::<Vec<_>>(), [&Selection::only([other.id])]);
    }
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

cases!($ resources:
    a_resource_is_kept_as_it_is,
    r3_resources_are_listed_to_who_may_know_of_them,
    a_resource_that_goes_goes_out_of_every_selection,
);
