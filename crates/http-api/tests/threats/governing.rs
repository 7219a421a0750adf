//! a10, h1: an organization always keeps somebody in charge.

use serde_json::json;

use crate::support::{Client, House, OWN_MODEL};

/// A chief, the only one, and a deputy who manages chiefs without being one.
async fn chief_and_deputy() -> (House, Client, Client) {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let deputy = chief.hire("dora@example.test", &chief.root, "deputy").await;
    (house, chief, deputy)
}

async fn cannot_be_ended(deputy: &Client, chief: &Client) {
    let grant = chief.grant(&chief.root);
    for levels in [json!(["deputy"]), json!(["clerk"]), json!(["lead", "clerk"])] {
        deputy.put(&grant, json!({ "levels": levels })).header("if-match", "\"v1\"").await.refused("conflict", "headless");
    }
    let path = format!("{grant}/revocation");
    let plan = deputy.get(&path).await.expect(200);
    assert_eq!(plan["blockers"][0]["code"], "headless");
    deputy.post(&path, json!({})).await.refused("conflict", "headless");
    deputy.post(&path, json!({ "contacts": { "assign_to": deputy.member } })).await.refused("conflict", "headless");
    let path = format!("members/{}/deletion", chief.member);
    let plan = deputy.get(&path).await.expect(200);
    assert_eq!(plan["blockers"][0]["code"], "headless");
    deputy.post(&path, json!({})).await.refused("conflict", "headless");
}

#[tokio::test]
async fn h1_the_last_governor_can_be_neither_demoted_nor_revoked_nor_deleted() {
    let (house, chief, deputy) = chief_and_deputy().await;
    let before = house.everything().await;
    cannot_be_ended(&deputy, &chief).await;
    assert_eq!(house.everything().await, before);
    house.verify().await;
}

#[tokio::test]
async fn a10_pending_and_inactive_people_and_governors_below_do_not_count() {
    let (house, chief, deputy) = chief_and_deputy().await;
    let branch = chief.workspace(&chief.root, "Branch").await;
    chief.pending("pat@example.test", &chief.root, "chief").await;
    chief.hire("nora@example.test", &branch, "chief").await;
    let idle = chief.hire("ida@example.test", &chief.root, "chief").await;
    chief.deactivate(&idle).await;
    cannot_be_ended(&deputy, &chief).await;
    house.verify().await;
}

#[tokio::test]
async fn h1_with_another_governor_either_may_go_and_then_the_other_may_not() {
    let (house, chief, deputy) = chief_and_deputy().await;
    let other = chief.hire("cleo@example.test", &chief.root, "chief").await;
    deputy.post(&format!("{}/revocation", chief.grant(&chief.root)), json!({})).await.expect(200);
    cannot_be_ended(&deputy, &other).await;
    house.verify().await;
}

#[tokio::test]
async fn h1_two_governors_who_end_each_other_at_once_leave_one() {
    for round in 0..20 {
        let (house, owner) = House::governed().await;
        let other = owner.hire("ann@example.test", &owner.root, "owner").await;
        let end = async |by: &Client, whom: &Client, how: u32| {
            let path = whom.grant(&owner.root);
            match how {
                0 => by.post(&format!("{path}/revocation"), json!({})).await,
                1 => by.put(&path, json!({ "levels": ["agent"] })).header("if-match", "\"v1\"").await,
                _ => by.post(&format!("members/{}/deletion", whom.member), json!({})).await,
            }
        };
        let (one, two) = tokio::join!(end(&owner, &other, round % 3), end(&other, &owner, round / 3 % 3));
        let won = [&one, &two].iter().filter(|answer| answer.status == 200).count();
        assert_eq!(won, 1, "{one} / {two}");
        house.verify().await;
    }
}
