//! Grants: at most one for each member and workspace, each at its version.

use std::sync::Arc;

use tenure_domain::grant::{Giver, Grant};
use tenure_domain::{PermissionKey, RestrictionKey};
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, grant, instant, is_stale, is_taken, levels, new};

fn permissions(keys: &[&str]) -> std::collections::BTreeSet<PermissionKey> {
    keys.iter().map(|key| PermissionKey::parse(key).unwrap()).collect()
}

async fn a_grant_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let member = office.hire("Full Grant", &[]).await;
    let full = Grant {
        levels: levels(&["agent", "clerk"]),
        permissions: permissions(&["reports.view", "calls.use"]),
        restrictions: ["no_members", "masked"].map(|key| RestrictionKey::parse(key).unwrap()).into(),
        given_by: Giver::Operator(new()),
        given_at: instant(3),
        version: 41,
        ..grant(member, tree.north, "agent", office.chief)
    };
    let plain = grant(member, tree.south, "clerk", office.chief);
    let mut unit = office.lock().await;
    for one in [&full, &plain] {
        unit.grant_changes().insert(one).await.unwrap();
    }
    let mut expected = vec![full, plain];
    expected.sort_by_key(|grant| grant.workspace);
    assert_eq!(unit.grants().of(office.id(), member).await.unwrap(), expected);
    unit.commit().await.unwrap();
    assert_eq!(office.grants_of(member).await, expected);
    assert!(office.grants_of(new()).await.is_empty());
}

async fn the_grants_of_one_member_come_by_workspace_id(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Many Grants", &[]).await;
    let mut places = Vec::new();
    for number in 0..12 {
        places.push(office.workspace(office.root(), &format!("W{number}")).await);
    }
    let mut unit = office.lock().await;
    for place in places.iter().rev() {
        unit.grant_changes().insert(&grant(member, *place, "clerk", office.chief)).await.unwrap();
    }
    unit.commit().await.unwrap();
    places.sort();
    assert_eq!(office.grants_of(member).await.iter().map(|grant| grant.workspace).collect::<Vec<_>>(), places);
}

async fn there_is_one_grant_for_each_member_and_workspace(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("One Grant", &[("agent", office.root())]).await;
    let mut unit = office.lock().await;
    let second = unit.grant_changes().insert(&grant(member, office.root(), "clerk", office.chief)).await;
    assert!(is_taken(&second), "{second:?}");
    assert_eq!(unit.grants().of(office.id(), member).await.unwrap()[0].levels, levels(&["agent"]), "the unit is still usable");
    assert!(
        unit.memberships().another_governor(office.id(), office.root(), &levels(&["clerk"]), None).await.is_ok_and(|found| !found),
        "a refused insert leaves no level behind"
    );
}

async fn h8_a_change_raises_the_version_and_an_older_one_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Changed Grant", &[("agent", office.root())]).await;
    let first = office.grants_of(member).await.remove(0);
    let changed = Grant {
        levels: levels(&["clerk"]),
        permissions: permissions(&["calls.use"]),
        restrictions: [RestrictionKey::parse("no_members").unwrap()].into(),
        given_by: Giver::Operator(new()),
        ..first.clone()
    };
    let mut unit = office.lock().await;
    unit.grant_changes().update(&changed).await.unwrap();
    for again in [&first, &changed] {
        let outcome = unit.grant_changes().update(again).await;
        assert!(is_stale(&outcome), "{outcome:?}");
    }
    assert!(is_stale(&unit.grant_changes().remove(&first).await));
    unit.commit().await.unwrap();
    assert_eq!(office.grants_of(member).await, [Grant { version: 2, ..changed }]);
}

async fn a_grant_that_is_gone_can_be_neither_changed_nor_taken_away(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Lost Grant", &[("chief", office.root())]).await;
    let lost = office.grants_of(member).await.remove(0);
    let mut unit = office.lock().await;
    unit.grant_changes().remove(&lost).await.unwrap();
    assert!(is_stale(&unit.grant_changes().remove(&lost).await));
    assert!(is_stale(&unit.grant_changes().update(&lost).await));
    let others = unit.memberships().another_governor(office.id(), office.root(), &levels(&["chief"]), Some(office.chief)).await;
    assert!(!others.unwrap(), "its levels are gone with it");
    unit.grant_changes().insert(&Grant { version: 7, ..lost.clone() }).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(office.grants_of(member).await, [Grant { version: 7, ..lost }]);
}

cases!($ grants:
    a_grant_is_kept_as_it_is,
    the_grants_of_one_member_come_by_workspace_id,
    there_is_one_grant_for_each_member_and_workspace,
    h8_a_change_raises_the_version_and_an_older_one_is_stale,
    a_grant_that_is_gone_can_be_neither_changed_nor_taken_away,
);
