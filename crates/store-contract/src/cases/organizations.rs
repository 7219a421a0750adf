//! Organizations, and the one setup of an installation.

use std::sync::Arc;

use tenure_domain::{FeatureKey, Instant, PlanKey};
use tenure_port_store::{PageAsk, Store};

use crate::contract::cases;
use crate::samples::{Office, at, instant, is_stale, name, new, organization};

async fn an_organization_is_kept_as_it_is(store: Arc<dyn Store>) {
    let mut kept = organization("Bücher & Söhne — 株式会社");
    kept.plan = Some(PlanKey::parse("large").unwrap());
    kept.features = [(FeatureKey::parse("masking").unwrap(), false), (FeatureKey::parse("calls").unwrap(), true)].into();
    kept.seats = Some(4_000_000_000);
    kept.undo_window_days = Some(0);
    kept.second_factor_required = true;
    kept.tokens_per_member = 7;
    kept.created_at = instant(1);
    let office = Office::found_as(&store, kept.clone()).await;
    assert_eq!(office.open().await.organizations().find(kept.id).await.unwrap().as_ref(), Some(&kept));
    assert_eq!(store.queries().organization(kept.id).await.unwrap(), Some(kept));
}

async fn what_an_organization_has_not_stays_none(store: Arc<dyn Store>) {
    let kept = organization("Bare");
    Office::found_as(&store, kept.clone()).await;
    assert_eq!(store.queries().organization(kept.id).await.unwrap(), Some(kept));
}

async fn a_built_in_model_comes_back_compiled(store: Arc<dyn Store>) {
    let document = tenure_access_models::built_in("workspace").unwrap();
    let mut kept = organization("Built in");
    kept.model = Arc::new(tenure_access_models::compile(document).unwrap());
    kept.document = document.into();
    let mut unit = store.found(kept.id).await.unwrap();
    unit.organization_changes().insert(&kept).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.queries().organization(kept.id).await.unwrap(), Some(kept));
}

async fn instants_before_1970_and_far_ahead_are_kept(store: Arc<dyn Store>) {
    for micros in [-62_135_596_800_000_001, -1, 0, 253_402_300_799_999_999] {
        let mut kept = organization("Timeless");
        kept.created_at = Instant::from_micros(micros);
        Office::found_as(&store, kept.clone()).await;
        assert_eq!(store.queries().organization(kept.id).await.unwrap(), Some(kept));
    }
}

async fn a_change_raises_the_version_and_an_older_one_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut changed = office.organization.clone();
    changed.name = name("Renamed");
    changed.seats = Some(3);
    changed.plan = Some(PlanKey::parse("small").unwrap());
    changed.active = false;
    let mut unit = office.lock().await;
    unit.organization_changes().update(&changed).await.unwrap();
    let again = unit.organization_changes().update(&changed).await;
    assert!(is_stale(&again), "{again:?}");
    changed.version = 2;
    assert_eq!(unit.organizations().find(office.id()).await.unwrap().as_ref(), Some(&changed), "the unit is still usable");
    unit.commit().await.unwrap();
    assert_eq!(store.queries().organization(office.id()).await.unwrap(), Some(changed));
}

async fn nobody_is_there_before_an_organization_is(store: Arc<dyn Store>) {
    assert!(store.organization(new()).await.unwrap().is_none());
    assert_eq!(store.queries().organization(new()).await.unwrap(), None);
    assert_eq!(store.open().await.unwrap().organizations().find(new()).await.unwrap(), None);
    store.queries().ready().await.unwrap();
}

async fn a_lock_names_its_organization(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    assert_eq!(office.lock().await.organization(), office.id());
    let id = new();
    assert_eq!(store.found(id).await.unwrap().organization(), id);
}

async fn organizations_are_listed_by_name_without_regard_to_case(store: Arc<dyn Store>) {
    for called in ["beta", "Alpha", "Émile", "delta", "Alpha"] {
        Office::found_called(&store, called).await;
    }
    let first = store.queries().organizations(&PageAsk::first(2)).await.unwrap();
    let mut rows = first.items.clone();
    let mut next = first.next;
    while let Some(after) = next {
        let page = store.queries().organizations(&PageAsk { limit: 2, after: Some(after) }).await.unwrap();
        assert!(!page.items.is_empty() && page.items.len() <= 2);
        rows.extend(page.items);
        next = page.next;
    }
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Alpha", "Alpha", "beta", "delta", "Émile"]);
    assert_ne!(rows[0].id, rows[1].id);
    assert!(rows.iter().all(|row| row.model == "office" && row.active && row.seats.is_none() && row.created_at == at(0)));
}

async fn setup_is_claimed_once(store: Arc<dyn Store>) {
    assert!(store.queries().awaits_setup().await.unwrap());
    let mut unit = store.open().await.unwrap();
    assert!(unit.organizations().claim_setup(at(1)).await.unwrap());
    assert!(!unit.organizations().claim_setup(at(2)).await.unwrap());
    drop(unit);
    assert!(store.queries().awaits_setup().await.unwrap(), "the claim was rolled back");
    let mut unit = store.open().await.unwrap();
    assert!(unit.organizations().claim_setup(at(3)).await.unwrap());
    unit.commit().await.unwrap();
    assert!(!store.queries().awaits_setup().await.unwrap());
    let mut unit = store.open().await.unwrap();
    assert!(!unit.organizations().claim_setup(at(4)).await.unwrap());
    assert_eq!(unit.organizations().find(new()).await.unwrap(), None, "the unit is still usable");
}

cases!($ organizations:
    an_organization_is_kept_as_it_is,
    what_an_organization_has_not_stays_none,
    a_built_in_model_comes_back_compiled,
    instants_before_1970_and_far_ahead_are_kept,
    a_change_raises_the_version_and_an_older_one_is_stale,
    nobody_is_there_before_an_organization_is,
    a_lock_names_its_organization,
    organizations_are_listed_by_name_without_regard_to_case,
    setup_is_claimed_once,
);
