//! Contacts: make, list, search, assign.

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn contacts_are_made_listed_and_assigned() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.tape().start();
    let body = json!({ "workspace": owner.root, "name": "Ada", "email": "ADA@example.test", "phone": "+49 30 1234567" });
    let ada = owner.post("contacts", body).await.expect(201)["contacts"][0].as_str().unwrap().to_owned();
    let many = json!({ "workspace": owner.root, "assignee": agent.member, "contacts": [{ "name": "Grace" }, { "name": "Linus" }] });
    agent.post("contacts", many).await.expect(201);
    owner.get("contacts").await.expect(200);
    owner.put(&format!("contacts/{ada}/assignee"), json!({ "member": agent.member })).await.expect(200);
    owner.put(&format!("contacts/{ada}/assignee"), json!({ "member": null })).await.expect(200);
    owner.get(&format!("contacts/{ada}")).await.expect(200);
    golden!("contacts", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn contacts_are_found_by_assignee_workspace_and_text() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let body = json!({ "workspace": owner.root, "name": "Ada Lovelace", "email": "ada@example.test", "phone": "+49 30 1234567" });
    owner.post("contacts", body).await.expect(201);
    owner.contact(&owner.root, "Grace", Some(&agent.member)).await;
    owner.contact(&north, "Linus", Some(&owner.member)).await;
    let names = async |query: &str| owner.get(&format!("contacts{query}")).await.column("name");
    assert_eq!(names("").await, ["Linus", "Grace", "Ada Lovelace"]);
    assert_eq!(names("?assignee=me").await, ["Linus"]);
    assert_eq!(names("?assignee=none").await, ["Ada Lovelace"]);
    assert_eq!(names(&format!("?assignee={}", agent.member)).await, ["Grace"]);
    assert_eq!(names(&format!("?workspace={north}")).await, ["Linus"]);
    assert_eq!(names(&format!("?workspace={}", owner.root)).await, ["Grace", "Ada Lovelace"]);
    assert_eq!(names("?q=LOVE").await, ["Ada Lovelace"]);
    assert_eq!(names("?q=ada@exam").await, ["Ada Lovelace"]);
    assert_eq!(names("?q=4930123").await, ["Ada Lovelace"]);
    assert_eq!(names(&format!("?q=grace&assignee={}", owner.member)).await, Vec::<String>::new());
}

#[tokio::test]
async fn contacts_go_on_by_pages_newest_first() {
    let (_, owner) = House::governed().await;
    let many: Vec<_> = (0..7).map(|n| json!({ "name": format!("Contact {n}") })).collect();
    owner.post("contacts", json!({ "workspace": owner.root, "contacts": many })).await.expect(201);
    let mut all = Vec::new();
    let mut query = "?limit=3".to_owned();
    loop {
        let page = owner.get(&format!("contacts{query}")).await;
        all.extend(page.column("name"));
        let Some(next) = page.json()["next"].as_str().map(str::to_owned) else { break };
        query = format!("?limit=3&cursor={next}");
    }
    assert_eq!(all, (0..7).rev().map(|n| format!("Contact {n}")).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_thousand_contacts_are_made_at_once_and_one_more_is_too_many() {
    let (_, owner) = House::governed().await;
    let body = |count: usize| json!({ "workspace": owner.root, "contacts": vec![json!({ "name": "Ada" }); count] });
    assert_eq!(owner.post("contacts", body(1_000)).await.expect(201)["contacts"].as_array().unwrap().len(), 1_000);
    owner.post("contacts", body(1_001)).await.wrong("/contacts", "too_many");
    owner.post("contacts", body(0)).await.wrong("/contacts", "no_contact");
}

#[tokio::test]
async fn who_gives_a_contact_out_of_their_own_sight_is_answered_with_nothing() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire_with("bo@example.test", &owner.root, "agent", &["contacts_own"]).await;
    let contact = owner.contact(&owner.root, "Ada", Some(&agent.member)).await;
    let path = format!("contacts/{contact}/assignee");
    agent.put(&path, json!({ "member": owner.member })).await.expect(204);
    agent.get(&format!("contacts/{contact}")).await.refused("not_found", "");
    agent.put(&path, json!({ "member": agent.member })).await.refused("not_found", "");
    house.verify().await;
}

#[tokio::test]
async fn a_contact_is_deleted_by_who_may_and_nothing_is_kept_of_what_it_was_called() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let limited = owner.hire_with("cy@example.test", &owner.root, "manager", &["no_contact_deletion"]).await;
    let contact = owner.contact(&owner.root, "Ada Lovelace", Some(&agent.member)).await;
    let path = format!("contacts/{contact}");
    for who in [&agent, &limited] {
        who.delete(&path).await.refused("forbidden", "missing_permission");
    }
    owner.delete(&path).await.expect(204);
    owner.delete(&path).await.refused("not_found", "");
    owner.get(&path).await.refused("not_found", "");
    assert!(owner.get("contacts").await.items().is_empty());
    let told = owner.get("journal?kind=contact_deleted").await.items();
    assert_eq!(told[0]["before"], json!({ "workspace": owner.root, "assignee": agent.member }));
    assert!(!told[0].to_string().contains("Ada"), "{told:?}");
    house.verify().await;
}

#[tokio::test]
async fn only_who_can_do_the_work_is_assigned_it() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let contact = owner.contact(&owner.root, "Ada", None).await;
    let below = owner.hire("nora@example.test", &north, "agent").await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let nobody = "01955500-ffff-7000-8000-000000000000";
    for (to, rule) in [
        (&*below.member, "assignee_cannot_handle"),
        (&idle.member, "assignee_not_active"),
        (&pending, "assignee_not_active"),
        (nobody, "assignee_unknown"),
    ] {
        owner.put(&format!("contacts/{contact}/assignee"), json!({ "member": to })).await.wrong("/member", rule);
        let body = json!({ "workspace": owner.root, "name": "Grace", "assignee": to });
        owner.post("contacts", body).await.wrong("/assignee", rule);
    }
    assert_eq!(owner.get("contacts").await.items().len(), 1);
}
