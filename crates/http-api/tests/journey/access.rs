//! Why somebody may do something, or may not (R20).

use serde_json::{Value, json};

use crate::support::{Client, House, OWN_MODEL};

async fn ask(client: &Client, member: &str, permission: &str, workspace: &str) -> Value {
    client.get(&format!("access?member={member}&permission={permission}&workspace={workspace}")).await.expect(200)
}

#[tokio::test]
async fn an_answer_about_access_comes_with_its_chain() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire_with("bo@example.test", &owner.root, "agent", &["no_calls"]).await;
    house.tape().start();
    let inherited = ask(&owner, &agent.member, "contacts.handle", &north).await;
    let restricted = ask(&agent, "me", "calls.use", &north).await;
    let nothing = ask(&owner, &agent.member, "journal.view", &north).await;
    golden!("access", house.tape().take());
    assert_eq!((&inherited["allowed"], &restricted["allowed"], &nothing["allowed"]), (&json!(true), &json!(false), &json!(false)));
    assert_eq!(nothing["because"], json!([]));
}

#[tokio::test]
async fn r20_every_sort_of_reason_is_told() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let switch = |plan: &str| operator.patch(&format!("/operator/organizations/{}", chief.organization), json!({ "plan": plan }));
    switch("full").await.expect(200);
    let clerk = chief.hire("kim@example.test", &chief.root, "clerk").await;
    let body = json!({ "levels": ["clerk"], "permissions": ["vault.open", "reports.view"], "restrictions": ["hands_off"] });
    chief.put(&clerk.grant(&chief.root), body).header("if-match", "\"v1\"").await.expect(200);
    switch("basic").await.expect(200);
    let off = json!({ "parent": chief.root, "name": "Closed", "active": false });
    let off = chief.post("workspaces", off).await.expect(201)["id"].as_str().unwrap().to_owned();
    let idle = chief.hire("ida@example.test", &chief.root, "clerk").await;
    house.deactivate(&chief.organization, &idle.member).await;
    let (pending, _) = chief.pending("pat@example.test", &chief.root, "clerk").await;

    let kinds = async |member: &str, permission: &str, workspace: &str| {
        let answer = ask(&chief, member, permission, workspace).await;
        let because = answer["because"].as_array().unwrap().clone();
        let gives = |one: &Value| one["gives"] == true;
        // The decision recomputed from its chain is the decision.
        assert_eq!(answer["allowed"], because.iter().any(gives) && because.iter().all(gives), "{answer}");
        because
            .iter()
            .map(|one| format!("{}:{}", one["kind"].as_str().unwrap(), one["key"].as_str().unwrap_or("-")))
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&clerk.member, "contacts.view", &chief.root).await, ["level:clerk"]);
    assert_eq!(kinds(&clerk.member, "vault.open", &chief.root).await, ["extra_permission:vault.open"]);
    assert_eq!(kinds(&clerk.member, "contacts.handle", &chief.root).await, ["level:clerk", "restriction:hands_off"]);
    assert_eq!(kinds(&clerk.member, "reports.view", &chief.root).await, ["feature_off:reports", "extra_permission:reports.view"]);
    assert_eq!(kinds(&clerk.member, "contacts.view", &off).await, ["workspace_off:-", "level:clerk"]);
    assert_eq!(kinds(&idle.member, "contacts.view", &chief.root).await, ["not_active:inactive", "level:clerk"]);
    assert_eq!(kinds(&pending, "contacts.view", &chief.root).await, ["not_active:pending", "level:clerk"]);
    let inherited = ask(&chief, &clerk.member, "vault.open", &off).await["because"].clone();
    let extra = inherited.as_array().unwrap().iter().find(|one| one["kind"] == "extra_permission").unwrap().clone();
    assert_eq!((&extra["inherited"], &extra["workspace"]), (&json!(true), &json!(chief.root)));
}

#[tokio::test]
async fn questions_about_others_are_answered_as_far_as_one_sees_them() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    let elsewhere = owner.hire("sven@example.test", &south, "agent").await;
    let path = |member: &str, workspace: &str| format!("access?member={member}&permission=calls.use&workspace={workspace}");
    manager.get(&path(&agent.member, &north)).await.expect(200);
    manager.get(&path(&agent.member, &south)).await.refused("not_found", "");
    manager.get(&path(&elsewhere.member, &north)).await.refused("not_found", "");
    agent.get(&path("me", &north)).await.expect(200);
    agent.get(&path(&agent.member, &north)).await.expect(200);
    agent.get(&path(&manager.member, &north)).await.refused("not_found", "");
    agent.get(&path("me", &owner.root)).await.refused("not_found", "");
}
