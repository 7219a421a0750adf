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
    let (_, operator) = House::governed().await;
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
    chief.deactivate(&idle).await;
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

fn question(member: &str, permission: &str, workspace: &str) -> Value {
    json!({ "member": member, "permission": permission, "workspace": workspace })
}

#[tokio::test]
async fn r20_a_batch_answers_each_question_on_its_own_and_in_order() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let agent = owner.hire_with("bo@example.test", &north, "agent", &["no_calls"]).await;
    let elsewhere = owner.hire("sven@example.test", &south, "agent").await;
    let questions = [
        question("me", "members.manage", &north),
        question(&agent.member, "calls.use", &north),
        question(&agent.member, "contacts.handle", &south),
        question(&elsewhere.member, "contacts.handle", &north),
        question(&agent.member, "contacts.fold", &north),
        question("somebody", "contacts.handle", &north),
        question(&agent.member, "contacts.handle", &north),
    ];
    house.tape().start();
    let answers = manager.post("access/batch", json!({ "questions": questions })).await.expect(200);
    golden!("access_batch", house.tape().take());
    let results = answers["results"].as_array().unwrap();
    assert_eq!(results.len(), questions.len());
    for (asked, answer) in questions.iter().zip(results) {
        let word = |name: &str| asked[name].as_str().unwrap();
        let path = format!("access?member={}&permission={}&workspace={}", word("member"), word("permission"), word("workspace"));
        let alone = manager.get(&path).await;
        if alone.status == 200 {
            assert_eq!(alone.expect(200), *answer, "{path}");
        } else {
            assert!(answer.get("allowed").is_none() && answer["code"].is_string(), "{path}: {answer}");
        }
    }
}

#[tokio::test]
async fn a_batch_has_questions_and_not_too_many() {
    let (_, owner) = House::governed().await;
    let questions = |number: usize| json!({ "questions": vec![question("me", "members.view", &owner.root); number] });
    for wrong in [0, 201] {
        owner.post("access/batch", questions(wrong)).await.wrong("/questions", "out_of_range");
    }
    assert_eq!(owner.post("access/batch", questions(200)).await.expect(200)["results"].as_array().unwrap().len(), 200);
}

#[tokio::test]
async fn who_may_is_told_with_what_gives_it() {
    let (_, chief) = House::governed().await;
    let owner = chief.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    owner.hire("ann@example.test", &north, "clerk").await;
    owner.hire("sven@example.test", &south, "clerk").await;
    let cut = owner.hire("cut@example.test", &owner.root, "clerk").await;
    owner.regrant(&cut, &north, "clerk", &["hands_off"]).await;
    let idle = owner.hire("ida@example.test", &north, "clerk").await;
    owner.deactivate(&idle).await;
    owner.pending("pat@example.test", &north, "clerk").await;
    let who = async |permission: &str, workspace: &str| {
        owner.get(&format!("access/who?permission={permission}&workspace={workspace}")).await.items()
    };
    let names = |items: &[Value]| items.iter().map(|one| one["display_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let handlers = who("contacts.handle", &north).await;
    assert!(names(&handlers).contains(&"Ann Example".to_owned()), "{handlers:?}");
    for missing in ["Sven Example", "Cut Example", "Ida Example"] {
        assert!(!names(&handlers).contains(&missing.to_owned()), "{missing}: {handlers:?}");
    }
    assert!(names(&who("contacts.handle", &owner.root).await).contains(&"Cut Example".to_owned()), "the limit cuts further down");
    // An extra permission gives it as well as a level.
    let vault = who("vault.open", &north).await;
    assert!(!names(&vault).contains(&"Ann Example".to_owned()));
    let keys = owner.hire("kim@example.test", &north, "clerk").await;
    let body = json!({ "levels": ["clerk"], "permissions": ["vault.open"] });
    owner.put(&keys.grant(&north), body).header("if-match", "\"v1\"").await.expect(200);
    let vault = who("vault.open", &north).await;
    let kim = vault.iter().find(|one| one["member"] == keys.member.as_str()).expect("Kim has it by an extra permission");
    assert_eq!((&kim["because"][0]["kind"], &kim["because"][0]["inherited"]), (&json!("extra_permission"), &json!(false)));
    // Everybody who is told may, and whoever isn't told may not.
    let told = names(&who("contacts.view", &north).await);
    for one in owner.get(&format!("members?workspace={north}&limit=200")).await.items() {
        let answer = ask(&owner, one["member"].as_str().unwrap(), "contacts.view", &north).await;
        assert_eq!(answer["allowed"], told.contains(&one["display_name"].as_str().unwrap().to_owned()), "{one}");
    }
}

#[tokio::test]
async fn who_may_comes_in_pages_and_only_to_who_sees_members_there() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    for number in 0..7 {
        owner.hire(&format!("agent{number}@example.test"), &north, "agent").await;
        // Between any two who may there is one who may not.
        owner.hire_with(&format!("agent{number}x@example.test"), &north, "agent", &["no_calls"]).await;
    }
    let mut names = Vec::new();
    let mut path = format!("access/who?permission=calls.use&workspace={north}&limit=2");
    loop {
        let page = owner.get(&path).await.expect(200);
        assert!(page["items"].as_array().unwrap().len() <= 2);
        names.extend(page["items"].as_array().unwrap().iter().map(|one| one["display_name"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("access/who?permission=calls.use&workspace={north}&limit=2&cursor={next}");
    }
    let mut expected: Vec<String> = (0..7).map(|number| format!("Agent{number} Example")).collect();
    expected.push("Olga Owner".to_owned());
    assert_eq!(names, expected);
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    agent.get(&format!("access/who?permission=calls.use&workspace={north}")).await.refused("forbidden", "missing_permission");
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    manager.get(&format!("access/who?permission=calls.use&workspace={north}")).await.expect(200);
    manager.get(&format!("access/who?permission=calls.use&workspace={}", owner.root)).await.refused("not_found", "");
    owner.get(&format!("access/who?permission=calls.fold&workspace={north}")).await.wrong("permission", "unknown_permission");
    // A cursor is of one question.
    let page = owner.get(&format!("access/who?permission=calls.use&workspace={north}&limit=2")).await.expect(200);
    let next = page["next"].as_str().unwrap();
    owner.get(&format!("access/who?permission=contacts.view&workspace={north}&limit=2&cursor={next}")).await.expect(400);
}

#[tokio::test]
async fn a_host_asks_about_its_own_users_at_this_moment() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let elsewhere = owner.found("Other", "eve@example.test", &json!({ "model": "workspace" })).await;
    let can = async |organization: &str, member: &str, permission: &str, at: &str| {
        let id = |text: &str| text.parse::<uuid::Uuid>().unwrap();
        house.tenure().can(id(organization).into(), id(member).into(), permission, id(at).into()).await.unwrap()
    };
    let here = owner.organization.as_str();
    assert!(can(here, &bo.member, "calls.use", &north).await);
    for (organization, member, permission, at) in [
        (here, &bo.member, "calls.use", &owner.root),
        (here, &bo.member, "members.view", &north),
        (here, &bo.member, "no.such", &north),
        (here, &elsewhere.member, "calls.use", &north),
        (elsewhere.organization.as_str(), &bo.member, "calls.use", &north),
        (here, &bo.member, "calls.use", &elsewhere.root),
    ] {
        assert!(!can(organization, member, permission, at).await, "{permission}");
    }
    owner.regrant(&bo, &north, "agent", &["no_calls"]).await;
    assert!(!can(here, &bo.member, "calls.use", &north).await, "R16: from the next question on");
    owner.deactivate(&bo).await;
    assert!(!can(here, &bo.member, "contacts.view", &north).await);
}

#[tokio::test]
async fn r20_r3_a_question_about_a_resource_is_answered_by_who_reaches_it_and_how() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Branches", "chief@branches.test", &json!({ "access_model": crate::teams::BRANCHES })).await;
    let root = chief.root.clone();
    let mut branches = Vec::new();
    for name in ["North", "South", "Square"] {
        let made = chief.post("resources", json!({ "kind": "branch", "name": name })).await.expect(201);
        branches.push(made["id"].as_str().unwrap().to_owned());
    }
    chief.patch(&format!("resources/{}", branches[2]), json!({ "for_everyone": true })).await.expect(200);
    let lead = chief.hire("lead@branches.test", &root, "lead").await;
    let other = chief.hire("other@branches.test", &root, "lead").await;
    let put = chief.put(&format!("resources/{}/members/{}", branches[0], lead.member), json!({})).await;
    assert_eq!(put.status, 204, "{put}");
    let path = |member: &str, permission: &str, resource: &str| {
        format!("access?member={member}&permission={permission}&workspace={root}&resource={resource}")
    };
    let told = async |by: &Client, member: &str, permission: &str, resource: &str| {
        let answer = by.get(&path(member, permission, resource)).await.expect(200);
        let because = answer["because"].as_array().unwrap().clone();
        let gives = |one: &Value| one["gives"] == true;
        assert_eq!(answer["allowed"], because.iter().any(gives) && because.iter().all(gives), "{answer}");
        let kinds = because.iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        (answer["allowed"].as_bool().unwrap(), kinds)
    };
    let answer = |allowed: bool, kinds: &[&str]| (allowed, kinds.iter().map(ToString::to_string).collect::<Vec<_>>());
    for (resource, expected) in [
        (&branches[0], answer(true, &["level", "selection"])),
        (&branches[1], answer(false, &["level", "out_of_reach"])),
        (&branches[2], answer(true, &["level", "for_everyone"])),
    ] {
        assert_eq!(told(&chief, &lead.member, "members.view", resource).await, expected);
    }
    assert_eq!(told(&chief, "me", "members.view", &branches[1]).await, answer(true, &["level", "implied"]));
    assert_eq!(told(&chief, &lead.member, "journal.view", &branches[0]).await, answer(false, &[]), "nothing gives the right");
    // What somebody may not know of is to them what doesn't exist, also of themselves, one by one, in a batch and the other way round.
    let made_up = "01955500-ffff-7000-8000-000000000000";
    for (by, member, resource) in [(&lead, "me", &branches[1]), (&other, lead.member.as_str(), &branches[0])] {
        let unseen = by.get(&path(member, "members.view", resource)).await;
        assert_eq!(unseen.text(), by.get(&path(member, "members.view", made_up)).await.text());
        unseen.refused("not_found", "");
        let asked =
            |resource: &str| json!({ "member": member, "permission": "members.view", "workspace": root, "resource": resource });
        let questions = json!({ "questions": [asked(resource), asked(made_up), question(member, "members.view", &root)] });
        let results = by.post("access/batch", questions).await.expect(200)["results"].clone();
        assert_eq!((&results[0]["code"], &results[1], &results[2]["allowed"]), (&json!("not_found"), &results[0], &json!(true)));
        by.get(&format!("access/who?permission=members.view&workspace={root}&resource={resource}")).await.refused("not_found", "");
    }
    let alone = chief.get(&path(&lead.member, "members.view", &branches[0])).await.expect(200);
    let asked = json!({ "member": lead.member, "permission": "members.view", "workspace": root, "resource": branches[0] });
    let results = chief.post("access/batch", json!({ "questions": [asked] })).await.expect(200)["results"].clone();
    assert_eq!(results, json!([alone]));
    for (resource, expected) in [
        (&branches[0], vec![(&chief, "implied"), (&lead, "selection")]),
        (&branches[1], vec![(&chief, "implied")]),
        (&branches[2], vec![(&chief, "for_everyone"), (&lead, "for_everyone"), (&other, "for_everyone")]),
    ] {
        let who = chief.get(&format!("access/who?permission=members.view&workspace={root}&resource={resource}")).await.items();
        let mut found: Vec<_> =
            who.iter().map(|one| (one["member"].as_str().unwrap(), one["because"][1]["kind"].clone())).collect();
        found.sort_by_key(|one| one.0);
        let mut expected: Vec<_> = expected.iter().map(|(who, how)| (who.member.as_str(), json!(how))).collect();
        expected.sort_by_key(|one| one.0);
        assert_eq!(found, expected);
    }
    // A host asks the same of itself.
    let id = |text: &str| text.parse::<uuid::Uuid>().unwrap();
    let can = async |who: &Client, permission: &str, resource: &str| {
        let (organization, member, at) = (id(&chief.organization).into(), id(&who.member).into(), id(&root).into());
        house.tenure().can_about(organization, member, permission, at, id(resource).into()).await.unwrap()
    };
    assert!(can(&lead, "members.view", &branches[0]).await && can(&chief, "members.view", &branches[1]).await);
    assert!(can(&other, "members.view", &branches[2]).await);
    assert!(!can(&lead, "members.view", &branches[1]).await && !can(&other, "members.view", &branches[0]).await);
    assert!(!can(&lead, "journal.view", &branches[0]).await && !can(&chief, "members.view", made_up).await);
}
