//! Rules that say no: each with its word.

use serde_json::json;

use crate::support::{House, OWN_MODEL};

#[tokio::test]
async fn an_invitation_goes_to_1_to_10_000_addresses() {
    let (_, owner) = House::governed().await;
    let invite = |emails: serde_json::Value| {
        owner.post("invitations", json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] }))
    };
    invite(json!("")).await.wrong("/emails", "no_address");
    invite(json!([" ", ";"])).await.expect(200);
    invite(json!(" , ;\n")).await.wrong("/emails", "no_address");
    let many: Vec<String> = (0..10_001).map(|n| format!("a{n}@example.test")).collect();
    invite(json!(many)).await.wrong("/emails", "too_many");
    assert_eq!(owner.get("invitations").await.items().len(), 0);
}

#[tokio::test]
async fn r6_nobody_gives_what_is_not_theirs_to_give() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let plan = format!("/operator/organizations/{}", chief.organization);
    let lead = chief.hire("lea@example.test", &chief.root, "lead").await;
    let clerk = chief.hire("kim@example.test", &chief.root, "clerk").await;
    let path = clerk.grant(&chief.root);
    let put = |who: &crate::support::Client, body: serde_json::Value| who.put(&path, body).header("if-match", "\"v1\"");
    // A level that one doesn't manage, an extra permission that one doesn't have, a feature that is off.
    put(&lead, json!({ "levels": ["lead"] })).await.refused("forbidden", "not_manageable");
    put(&lead, json!({ "levels": ["clerk"], "permissions": ["vault.open"] })).await.refused("forbidden", "not_grantable");
    put(&chief, json!({ "levels": ["clerk"], "permissions": ["reports.view"] })).await.refused("forbidden", "feature_off");
    put(&clerk, json!({ "levels": ["clerk"] })).await.refused("forbidden", "not_oneself");
    let body = json!({ "levels": ["clerk"] });
    clerk.put(&lead.grant(&chief.root), body).header("if-match", "\"v1\"").await.refused("forbidden", "missing_permission");
    operator.patch(&plan, json!({ "plan": "full" })).await.expect(200);
    put(&chief, json!({ "levels": ["clerk"], "permissions": ["reports.view"] })).await.expect(200);
    // What binds oneself is neither lifted nor left out.
    let bound = chief.hire_with("bo@example.test", &chief.root, "lead", &["hands_off"]).await;
    let free = json!({ "emails": "new@example.test", "workspace": chief.root, "levels": ["clerk"] });
    bound.post("invitations", free).await.refused("forbidden", "not_liftable");
    let other = chief.hire_with("max@example.test", &chief.root, "clerk", &["hands_off"]).await;
    let lifted = bound.put(&other.grant(&chief.root), json!({ "levels": ["clerk"] })).header("if-match", "\"v1\"").await;
    lifted.refused("forbidden", "not_liftable");
    house.verify().await;
}

#[tokio::test]
async fn somebody_inactive_is_given_nothing_new() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.deactivate(&agent).await;
    let body = json!({ "levels": ["agent"], "restrictions": ["no_calls"] });
    owner.put(&agent.grant(&owner.root), body).header("if-match", "\"v1\"").await.refused("conflict", "inactive");
}

#[tokio::test]
async fn an_address_that_is_somebodys_here_is_no_correction() {
    let (_, owner) = House::governed().await;
    let (_, one) = owner.pending("one@example.test", &owner.root, "agent").await;
    owner.pending("two@example.test", &owner.root, "agent").await;
    for taken in ["TWO@example.test", "olga@example.test"] {
        owner.patch(&format!("invitations/{one}"), json!({ "email": taken })).await.refused("conflict", "already_member");
    }
    // Its own address is no other's.
    owner.patch(&format!("invitations/{one}"), json!({ "email": "one@example.test" })).await.expect(200);
}

#[tokio::test]
async fn an_invitation_that_has_ended_is_not_found() {
    let (_, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    owner.accepted("bo@example.test", &invitation).await;
    for _ in 0..2 {
        owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.refused("not_found", "");
        owner.patch(&format!("invitations/{invitation}"), json!({ "email": "x@example.test" })).await.refused("not_found", "");
        owner.delete(&format!("invitations/{invitation}")).await.refused("not_found", "");
    }
}

#[tokio::test]
async fn a_tree_is_at_most_32_workspaces_deep() {
    let (_, owner) = House::governed().await;
    let mut parent = owner.root.clone();
    for depth in 1..32 {
        parent = owner.workspace(&parent, &format!("Level {depth}")).await;
    }
    owner.post("workspaces", json!({ "parent": parent, "name": "Below" })).await.wrong("/parent", "too_deep");
    assert_eq!(owner.get("workspaces?limit=200").await.items().len(), 32);
}

#[tokio::test]
async fn a_workspace_of_a_kind_begins_as_its_kind_says() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let make = |body: serde_json::Value| chief.post("workspaces", body);
    let desk = make(json!({ "parent": chief.root, "name": "Desk", "kind": "desk" })).await.expect(201);
    assert_eq!((&desk["active"], &desk["kind"]), (&json!(false), &json!("desk")));
    let desk = make(json!({ "parent": chief.root, "name": "Desk", "kind": "desk", "active": true })).await.expect(201);
    assert_eq!(desk["active"], true);
}

#[tokio::test]
async fn an_undo_of_a_withdrawal_finds_nobody() {
    let (_, owner) = House::governed().await;
    let (member, _) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let receipt = owner.post(&format!("members/{member}/grants/{}/revocation", owner.root), json!({})).await.expect(200);
    let id = receipt["id"].as_str().unwrap();
    let undo = owner.post(&format!("receipts/{id}/undo"), json!({})).await;
    assert!([404, 409].contains(&undo.status.as_u16()), "{undo}");
}

#[tokio::test]
async fn a_grant_that_is_not_there_cannot_be_revoked() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let nobody = "01955500-ffff-7000-8000-000000000000";
    for path in [
        format!("{}/revocation", agent.grant(&north)),
        format!("members/{nobody}/grants/{}/revocation", owner.root),
        format!("members/{}/grants/{nobody}/revocation", agent.member),
    ] {
        owner.get(&path).await.refused("not_found", "");
        owner.post(&path, json!({})).await.refused("not_found", "");
    }
}
