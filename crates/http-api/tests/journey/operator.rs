//! What operators do: organizations, plan, features, seats, on and off.

use serde_json::json;

use crate::support::{House, PASSWORD, routes};

#[tokio::test]
async fn an_operator_makes_and_changes_organizations() {
    let (house, operator) = House::governed().await;
    house.tape().start();
    let body = json!({ "name": "Beta", "model": "workspace", "governor_email": "gus@example.test" });
    let id = operator.post("/operator/organizations", body).await.expect(201)["id"].as_str().unwrap().to_owned();
    let path = format!("/operator/organizations/{id}");
    operator.patch(&path, json!({ "plan": "advanced", "seats": 5 })).await.expect(200);
    operator.patch(&path, json!({ "features": { "masking": false } })).await.expect(200);
    operator.patch(&path, json!({ "plan": null, "features": { "masking": null }, "seats": null })).await.expect(200);
    operator.get("/operator/organizations").await.expect(200);
    golden!("operator", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn a_governor_with_a_login_governs_at_once_and_one_without_by_accepting() {
    let (house, operator) = House::governed().await;
    let made = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    assert_eq!(made.get("members/me").await.expect(200)["access"][0]["levels"], json!(["owner"]));
    assert_eq!(made.journal().await, ["invitation_accepted", "member_invited", "organization_founded"]);
    let body = json!({ "name": "Gamma", "model": "workspace", "governor_email": "gus@example.test" });
    operator.post("/operator/organizations", body).await.expect(201);
    let names = made.get("/organizations").await.column("name");
    assert_eq!(names, ["Beta", "Gamma"]);
    house.verify().await;
}

#[tokio::test]
async fn a_first_governor_who_never_came_is_named_again_or_replaced_until_somebody_governs() {
    let (house, operator) = House::governed().await;
    let body = json!({ "name": "Beta", "model": "workspace", "governor_email": "gsu@example.test" });
    let id = operator.post("/operator/organizations", body).await.expect(201)["id"].as_str().unwrap().to_owned();
    let path = format!("/operator/organizations/{id}");
    house.pass(std::time::Duration::from_hours(8 * 24));
    let operator = house.sign_in(&operator.email).await;
    let expired = house.only_invitation(&id).await;
    house.anyone().post("/invitation/read", json!({ "token": house.link_of(&id, &expired, 1) })).await.refused("not_found", "");
    operator.patch(&path, json!({ "governor_email": "gsu@example.test" })).await.expect(200);
    house.anyone().post("/invitation/read", json!({ "token": house.link_of(&id, &expired, 2) })).await.expect(200);
    // One chair, and one seat: whoever is named instead takes both, and the link that went astray is dead.
    operator.patch(&path, json!({ "seats": 1, "governor_email": "gus@example.test" })).await.expect(200);
    house.anyone().post("/invitation/read", json!({ "token": house.link_of(&id, &expired, 2) })).await.refused("not_found", "");
    let instead = house.only_invitation(&id).await;
    house.anyone().post("/invitation/read", json!({ "token": house.link_of(&id, &instead, 1) })).await.expect(200);
    house.verify().await;
    let outsider = operator.hire("mo@example.test", &operator.root, "agent").await;
    outsider.patch(&path, json!({ "governor_email": "mo@example.test" })).await.refused("not_found", "");
    let governed = format!("/operator/organizations/{}", operator.organization);
    operator
        .patch(&governed, json!({ "governor_email": "eve@example.test" }))
        .await
        .refused("forbidden", "operator_only_fills_the_chair");
    operator.patch(&path, json!({ "governor_email": "nobody" })).await.refused("invalid", "");
}

#[tokio::test]
async fn a_feature_follows_the_plan_until_the_operator_switches_it() {
    let (_, owner) = House::governed().await;
    let path = format!("/operator/organizations/{}", owner.organization);
    let masking = async |body| owner.patch(&path, body).await.expect(200)["features"]["masking"].as_bool().unwrap();
    assert!(!masking(json!({})).await);
    assert!(masking(json!({ "plan": "growth" })).await);
    assert!(!masking(json!({ "features": { "masking": false } })).await);
    assert!(masking(json!({ "features": { "masking": null } })).await);
    assert!(!masking(json!({ "plan": "starter" })).await);
    assert!(masking(json!({ "features": { "masking": true } })).await);
}

#[tokio::test]
async fn what_is_bound_to_a_feature_that_is_off_cannot_be_given_but_what_stands_works_on() {
    let (_, owner) = House::governed().await;
    let path = format!("/operator/organizations/{}", owner.organization);
    let body =
        json!({ "emails": "mo@example.test", "workspace": owner.root, "levels": ["agent"], "restrictions": ["mask_phone_email"] });
    owner.post("invitations", body).await.refused("forbidden", "feature_off");
    owner.patch(&path, json!({ "plan": "growth" })).await.expect(200);
    let masked = owner.hire_with("mo@example.test", &owner.root, "agent", &["mask_phone_email"]).await;
    owner.patch(&path, json!({ "plan": "starter" })).await.expect(200);
    // It may stay on through an edit, and can't be added anew.
    owner.regrant(&masked, &owner.root, "agent", &["mask_phone_email", "no_calls"]).await;
    let other = owner.hire("bo@example.test", &owner.root, "agent").await;
    let body = json!({ "levels": ["agent"], "restrictions": ["mask_phone_email"] });
    owner.put(&other.grant(&owner.root), body).header("if-match", "\"v1\"").await.refused("forbidden", "feature_off");
}

#[tokio::test]
async fn an_organization_that_is_switched_off_does_not_exist_for_its_members() {
    let (house, operator) = House::governed().await;
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let (_, invitation) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let path = format!("/operator/organizations/{}", owner.organization);
    operator.patch(&path, json!({ "active": false })).await.expect(200);
    for who in [&owner, &agent] {
        for route in routes().into_iter().filter(|route| route.path.starts_with("/organizations/{org}")) {
            let path = route.filled(|name| match name {
                "org" => owner.organization.clone(),
                "ws" => owner.root.clone(),
                "member" => agent.member.clone(),
                _ => invitation.clone(),
            });
            let mut ask = who.ask(route.method.clone(), format!("/api/v1{path}"));
            if let Some(body) = route.sample() {
                ask = ask.json(&body);
            }
            ask.await.refused("not_found", "");
        }
        assert_eq!(who.get("/organizations").await.items().len(), 0);
    }
    for route in ["/invitation/read", "/invitation/accept", "/invitation/refuse"] {
        let mut body = json!({ "token": token });
        if route.ends_with("accept") {
            body["password"] = json!(PASSWORD);
        }
        house.anyone().post(route, body).await.refused("not_found", "");
    }
    house
        .anyone()
        .post("/session", json!({ "email": agent.email, "password": PASSWORD }))
        .await
        .refused("unauthenticated", "wrong_credentials");
    // Switched on again, everything is as it was.
    operator.patch(&path, json!({ "active": true })).await.expect(200);
    agent.get("members/me").await.expect(200);
    house.anyone().post("/invitation/read", json!({ "token": token })).await.expect(200);
}

#[tokio::test]
async fn what_operators_see_does_not_exist_for_others() {
    let (_, operator) = House::governed().await;
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    owner.get("/operator/organizations").await.refused("not_found", "");
    let body = json!({ "name": "Mine", "model": "workspace", "governor_email": "gus@example.test" });
    owner.post("/operator/organizations", body).await.refused("not_found", "");
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "seats": 9 })).await.refused("not_found", "");
    // And an operator is nobody in an organization that isn't theirs.
    operator.looking_at(&owner).get("").await.refused("not_found", "");
}

#[tokio::test]
async fn all_organizations_are_listed_by_pages() {
    let (_, operator) = House::governed().await;
    for name in ["Delta", "Beta", "Gamma"] {
        let body = json!({ "name": name, "model": "workspace", "governor_email": "olga@example.test" });
        operator.post("/operator/organizations", body).await.expect(201);
    }
    let first = operator.get("/operator/organizations?limit=3").await;
    assert_eq!(first.column("name"), ["Acme", "Beta", "Delta"]);
    let next = first.json()["next"].as_str().unwrap().to_owned();
    assert_eq!(operator.get(&format!("/operator/organizations?limit=3&cursor={next}")).await.column("name"), ["Gamma"]);
}
