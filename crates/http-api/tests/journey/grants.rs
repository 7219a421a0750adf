//! Grants: read, give, change, preview; tags and conditions.

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn a_grant_is_given_read_previewed_and_changed() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.tape().start();
    let path = agent.grant(&north);
    let body = json!({ "levels": ["manager"], "restrictions": ["no_settings"], "reason": "Takes over the north" });
    owner.put(&path, body).header("if-none-match", "*").await.expect(201);
    owner.get(&path).await.expect(200);
    owner.get(&format!("members/{}/grants", agent.member)).await.expect(200);
    owner.get(&format!("{path}/preview?levels=agent&restrictions=no_calls")).await.expect(200);
    owner.put(&path, json!({ "levels": ["agent"], "restrictions": ["no_calls"] })).header("if-match", "\"v1\"").await.expect(200);
    golden!("grants", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn a_change_of_a_grant_needs_the_tag_that_was_read() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&owner.root);
    let body = json!({ "levels": ["agent"], "restrictions": ["no_calls"] });
    let tag = owner.get(&path).await.tag();
    let before = house.everything().await;
    owner.put(&path, body.clone()).await.refused("precondition_required", "");
    owner.put(&path, body.clone()).header("if-match", "\"v7\"").await.refused("stale", "stale");
    owner.put(&path, body.clone()).header("if-match", "v1").await.refused("stale", "stale");
    owner.put(&path, body.clone()).header("if-match", "\"someone else's\"").await.refused("stale", "stale");
    owner.put(&path, body.clone()).header("if-none-match", "*").await.refused("stale", "stale");
    owner.put(&path, body.clone()).header("if-none-match", "\"v1\"").await.refused("malformed", "");
    owner.put(&path, body.clone()).header("if-match", &tag).header("if-none-match", "*").await.refused("malformed", "");
    assert_eq!(house.everything().await, before, "what is refused changes nothing");
    let next = owner.put(&path, body.clone()).header("if-match", &tag).await.tag();
    assert_eq!(next, owner.get(&path).await.tag());
    owner.put(&path, body).header("if-match", &tag).await.refused("stale", "stale");
}

#[tokio::test]
async fn h8_of_parallel_edits_of_one_grant_one_wins() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&owner.root);
    let tag = owner.get(&path).await.tag();
    let edit = |restriction: &str| {
        owner.put(&path, json!({ "levels": ["agent"], "restrictions": [restriction] })).header("if-match", &tag)
    };
    let (one, other, third) = tokio::join!(edit("no_calls"), edit("no_workflows"), edit("contacts_own"));
    let won = [one, other, third].into_iter().filter(|answer| answer.status == 200).collect::<Vec<_>>();
    assert_eq!(won.len(), 1);
    assert_eq!(owner.get(&path).await.expect(200)["restrictions"], won[0].expect(200)["restrictions"]);
}

#[tokio::test]
async fn a_new_grant_says_that_none_is_there() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&north);
    owner.get(&path).await.refused("not_found", "");
    owner.put(&path, json!({ "levels": ["agent"] })).header("if-match", "\"v1\"").await.refused("stale", "stale");
    let made = owner.put(&path, json!({ "levels": ["agent"] })).header("if-none-match", "*").await;
    made.expect(201);
    assert_eq!(made.tag(), owner.get(&path).await.tag());
}

#[tokio::test]
async fn a_grant_that_stays_as_it_is_makes_no_entry_and_no_version() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&owner.root);
    let tag = owner.get(&path).await.tag();
    let before = house.everything().await;
    let same = owner.put(&path, json!({ "levels": ["agent"] })).header("if-match", &tag).await;
    assert_eq!((same.status.as_u16(), same.tag()), (200, tag));
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn r2_what_a_preview_promises_is_what_the_change_does() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire_with("bo@example.test", &owner.root, "agent", &["no_calls"]).await;
    let can = async |permission: &str| {
        let answer = agent.get(&format!("access?member=me&permission={permission}&workspace={}", owner.root)).await;
        answer.expect(200)["allowed"].as_bool().unwrap()
    };
    let path = format!("{}/preview?levels=manager&restrictions=no_data_export", agent.grant(&owner.root));
    let preview = owner.get(&path).await.expect(200);
    let words =
        |side: &str| -> Vec<String> { preview[side].as_array().unwrap().iter().map(|w| w.as_str().unwrap().to_owned()).collect() };
    assert!(words("gains").contains(&"calls.use".to_owned()) && !words("gains").contains(&"contacts.export".to_owned()));
    owner.regrant(&agent, &owner.root, "manager", &["no_data_export"]).await;
    for permission in words("gains") {
        assert!(can(&permission).await, "{permission}");
    }
    for permission in words("loses") {
        assert!(!can(&permission).await, "{permission}");
    }
}

#[tokio::test]
async fn a_preview_says_where_further_grants_make_it_another_change() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let path = format!("{}/preview?levels=agent&restrictions=no_calls", agent.grant(&owner.root));
    house.tape().start();
    // There is no grant at the root yet; further down what they have anyway is cut.
    let preview = manager.get(&path).await.expect(200);
    golden!("preview", house.tape().take());
    let words = |of: &serde_json::Value| -> Vec<String> {
        of.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let below = &preview["below"][0];
    assert_eq!((&preview["workspace"], &below["workspace"]), (&owner.root.clone().into(), &north.clone().into()));
    assert!(words(&preview["gains"]).contains(&"contacts.handle".to_owned()) && words(&preview["loses"]).is_empty());
    assert_eq!((words(&below["gains"]), words(&below["loses"])), (vec![], vec!["calls.use".to_owned()]));
    assert_eq!((words(&preview["begins"]), words(&below["begins"])), (vec!["no_calls".to_owned()], vec!["no_calls".to_owned()]));
    owner.regrant(&agent, &owner.root, "agent", &["no_calls"]).await;
    for (workspace, permission, expected) in
        [(&owner.root, "contacts.handle", true), (&south, "contacts.handle", true), (&north, "calls.use", false)]
    {
        let answer = agent.get(&format!("access?member=me&permission={permission}&workspace={workspace}")).await.expect(200);
        assert_eq!(answer["allowed"], expected, "{permission}");
    }
    // And the way back lifts it.
    let preview = owner.get(&format!("{}/preview?levels=agent", agent.grant(&owner.root))).await.expect(200);
    assert_eq!(words(&preview["lifts"]), ["no_calls"]);
    assert_eq!(preview["below"], json!([]));
}

#[tokio::test]
async fn losing_the_handling_of_contacts_releases_them_at_once() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "access_model": crate::support::OWN_MODEL })).await;
    let clerk = other.hire("kim@example.test", &other.root, "clerk").await;
    let contact = other.contact(&other.root, "Ada", Some(&clerk.member)).await;
    other.regrant(&clerk, &other.root, "clerk", &["hands_off"]).await;
    assert_eq!(other.get(&format!("contacts/{contact}")).await.expect(200)["assignee"], json!(null));
    assert!(other.journal().await.contains(&"contacts_handed_over".to_owned()));
    house.verify().await;
}
