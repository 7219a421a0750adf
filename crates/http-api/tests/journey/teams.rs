//! Teams and other resources: who manages them, who is in them, and what a narrowed agent sees through them (R3, R5, R6).

use serde_json::json;

use crate::support::{Client, House};

async fn added(by: &Client, who: &Client, team: &str) -> u16 {
    by.put(&format!("resources/{team}/members/{}", who.member), json!({})).await.status.as_u16()
}

#[tokio::test]
async fn r5_an_agent_narrowed_to_their_teams_sees_what_teammates_hold_and_nothing_else_anywhere() {
    let (house, owner) = House::governed().await;
    let root = owner.root.clone();
    let narrowed = owner.hire_with("nora@example.test", &root, "agent", &["contacts_of_team"]).await;
    let mate = owner.hire("milo@example.test", &root, "agent").await;
    let other = owner.hire("otto@example.test", &root, "agent").await;
    let team = owner.team("Night shift").await;
    let (mine, theirs) =
        (owner.contact(&root, "Mine", Some(&narrowed.member)).await, owner.contact(&root, "Mates", Some(&mate.member)).await);
    let unseen = owner.contact(&root, "Others", Some(&other.member)).await;
    let nobodys = owner.contact(&root, "Nobodys", None).await;
    assert_eq!(narrowed.get("contacts").await.column("name"), ["Mine"], "in no team yet");
    owner.put_into(&narrowed, &team).await;
    owner.put_into(&mate, &team).await;
    assert_eq!(narrowed.get("contacts").await.column("name"), ["Mates", "Mine"], "from the next request on");
    assert_eq!(narrowed.get("contacts?q=mates").await.column("name"), ["Mates"]);
    assert_eq!(narrowed.get(&format!("contacts?assignee={}", mate.member)).await.column("name"), ["Mates"]);
    for (hidden, holder) in [(&unseen, Some(&other.member)), (&nobodys, None)] {
        let made_up = narrowed.get("contacts/01955500-ffff-7000-8000-000000000000").await.text();
        assert_eq!(narrowed.get(&format!("contacts/{hidden}")).await.text(), made_up, "as if it did not exist");
        let assign = json!({ "member": narrowed.member });
        narrowed.put(&format!("contacts/{hidden}/assignee"), assign).await.refused("not_found", "");
        let asked = holder.map_or("none".to_owned(), Clone::clone);
        assert_eq!(narrowed.get(&format!("contacts?assignee={asked}")).await.items().len(), 0);
    }
    for text in ["contacts?q=others", "contacts?q=nobodys", "contacts?q=thers"] {
        assert_eq!(narrowed.get(text).await.items().len(), 0, "{text}");
    }
    narrowed.get(&format!("contacts/{mine}")).await.expect(200);
    // What a teammate holds can be taken over by who sees it.
    narrowed.put(&format!("contacts/{theirs}/assignee"), json!({ "member": narrowed.member })).await.expect(200);
    owner.put(&format!("contacts/{theirs}/assignee"), json!({ "member": mate.member })).await.expect(200);
    let gone = owner.delete(&format!("resources/{team}/members/{}", mate.member)).await;
    assert_eq!(gone.status, 204, "{gone}");
    assert_eq!(narrowed.get("contacts").await.column("name"), ["Mine"], "and at once when they part");
    house.verify().await;
}

#[tokio::test]
async fn r3_a_team_is_made_renamed_filled_listed_and_deleted() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let agent = owner.hire("abe@example.test", &owner.root, "agent").await;
    let team = manager.team("Night").await;
    let path = format!("resources/{team}");
    let tag = manager.get(&path).await.tag();
    manager.patch(&path, json!({ "name": "Early" })).header("if-match", &tag).await.expect(200);
    manager.patch(&path, json!({ "name": "Late" })).header("if-match", &tag).await.refused("stale", "stale");
    agent.get(&path).await.refused("not_found", "");
    assert_eq!(agent.get("resources").await.items().len(), 0);
    assert_eq!(added(&manager, &agent, &team).await, 204);
    assert_eq!(added(&manager, &agent, &team).await, 204, "once more changes nothing");
    assert_eq!(agent.get("resources?kind=team&q=EARL").await.column("name"), ["Early"], "it is reached now");
    assert_eq!(owner.get(&format!("{path}/members")).await.column("member"), std::slice::from_ref(&agent.member));
    assert_eq!(owner.get(&format!("members?resource={team}&count=true")).await.expect(200)["count"]["value"], 1);
    agent.get(&format!("{path}/members")).await.refused("forbidden", "missing_permission");
    let detail = owner.get(&format!("members/{}", agent.member)).await.expect(200);
    assert_eq!(detail["selections"][0]["listed"], json!([{ "id": team, "name": "Early" }]));
    let entries = owner.get("journal?kind=selection_changed").await.items();
    assert_eq!(entries.len(), 1);
    assert_eq!((&entries[0]["before"]["resources"], &entries[0]["after"]["resources"]), (&json!([]), &json!([team])));
    // R7, and a team is nobody's to delete but an Owner's.
    manager.put(&format!("{path}/members/me"), json!({})).await.refused("forbidden", "not_oneself");
    manager.delete(&path).await.refused("forbidden", "missing_permission");
    let of_agent = format!("members/{}/selections/team", agent.member);
    let before = owner.get(&of_agent).await.tag();
    assert_eq!(owner.delete(&path).await.status, 204);
    owner.get(&path).await.refused("not_found", "");
    assert_ne!(owner.get(&of_agent).await.tag(), before, "what was read before is out of date");
    let gone = owner.get("journal?kind=resource_deleted").await.items();
    assert_eq!((&gone[0]["before"]["members"], &gone[0]["before"]["more_members"]), (&json!([agent.member]), &json!(false)));
    let left = owner.get(&of_agent).await.expect(200);
    assert_eq!((&left["resources"], &left["assigned_from"]), (&json!([]), &json!("resource")));
    owner.post("resources", json!({ "kind": "queue", "name": "Q" })).await.wrong("/kind", "unknown_kind");
    let body = json!({ "kind": "team", "name": "All", "for_everyone": true });
    owner.post("resources", body).await.wrong("/for_everyone", "not_for_everyone");
    house.verify().await;
}

pub(crate) const BRANCHES: &str = r#"
name = "branches"

[[resource_kind]]
key = "branch"
name = "Branch"
assigned_from = "both"
everyone_allowed = true

[[resource_kind]]
key = "room"
name = "Room"
assigned_from = "both"
everyone_allowed = true

[[level]]
key = "chief"
name = "Chief"
governs = true
manages = ["chief", "lead", "clerk", "guest"]
reach = { branch = "all" }
permissions = ["members.view", "members.invite", "members.manage", "resources.manage", "branch.assign", "room.assign", "journal.view"]

[[level]]
key = "lead"
name = "Lead"
manages = ["clerk"]
permissions = ["members.view", "members.invite", "members.manage"]

[[level]]
key = "clerk"
name = "Clerk"

[[level]]
key = "guest"
name = "Guest"
reach = { branch = "exactly_one" }
"#;

#[tokio::test]
async fn r12_whoever_comes_back_is_in_their_teams_again_as_far_as_these_are_there() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("abe@example.test", &owner.root, "agent").await;
    let mate = owner.hire("milo@example.test", &owner.root, "agent").await;
    let (night, day) = (owner.team("Night").await, owner.team("Day").await);
    for team in [&night, &day] {
        owner.put_into(&agent, team).await;
        owner.put_into(&mate, team).await;
    }
    let of = |who: &Client| format!("members/{}/selections/team", who.member);
    let deleted = owner.post(&format!("members/{}/deletion", agent.member), json!({})).await.expect(200);
    let before = &owner.get("journal?kind=selection_changed").await.items()[0]["before"]["resources"].clone();
    assert_eq!(before.as_array().unwrap().len(), 2, "what they were in is told");
    assert_eq!(owner.delete(&format!("resources/{day}")).await.status, 204);
    let undone = owner.post(&format!("receipts/{}/undo", deleted["id"].as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(undone["selections"], json!([{ "kind": "team", "returned": 1, "left_out": 1 }]));
    let back = owner.get(&of(&agent)).await;
    assert_eq!((&back.tag()[..], back.expect(200)["resources"].clone()), ("\"v3\"", json!([night])), "no older tag fits");
    let names = house.sign_in(&agent.email).await.get("resources").await.column("name");
    assert_eq!(names, ["Night"], "and they reach it");
    let entry = owner.get("journal?kind=selection_changed").await.items().remove(0);
    assert_eq!((&entry["before"]["resources"], &entry["after"]["resources"]), (&json!([]), &json!([night])));
    // Revoking leaves the member, and with them what they are in.
    let revoked = owner.revoke(&mate, &owner.root).await;
    assert_eq!(owner.get(&of(&mate)).await.expect(200)["resources"], json!([night]));
    let undone = owner.post(&format!("receipts/{revoked}/undo"), json!({})).await.expect(200);
    assert_eq!(undone["selections"], json!([]));
    assert_eq!(owner.get(&of(&mate)).await.expect(200)["resources"], json!([night]));
    house.verify().await;
}

#[tokio::test]
async fn r6_selections_are_given_from_the_members_side_by_who_reaches_them_alone() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Branches", "chief@branches.test", &json!({ "access_model": BRANCHES })).await;
    let root = chief.root.clone();
    let lead = chief.hire("lead@branches.test", &root, "lead").await;
    let clerk = chief.hire("clerk@branches.test", &root, "clerk").await;
    let mut branches = Vec::new();
    for name in ["North", "South"] {
        let made = chief.post("resources", json!({ "kind": "branch", "name": name })).await.expect(201);
        branches.push(made["id"].as_str().unwrap().to_owned());
    }
    let (north, south) = (branches[0].clone(), branches[1].clone());
    let body = json!({ "emails": "guest@branches.test", "workspace": root, "levels": ["guest"],
        "selections": { "branch": { "resources": [north] } } });
    let invited = chief.post("invitations", body).await.expect(200)["results"][0].clone();
    let guest = chief.accepted("guest@branches.test", invited["invitation"].as_str().unwrap()).await;
    let of = |who: &Client| format!("members/{}/selections/branch", who.member);
    let choose = |by: &Client, who: &Client, body: serde_json::Value, tag: &str| by.put(&of(who), body).header("if-match", tag);
    chief.put(&of(&lead), json!({ "resources": [north] })).await.refused("precondition_required", "");
    choose(&chief, &lead, json!({ "resources": [north] }), "\"v0\"").await.expect(200);
    choose(&chief, &lead, json!({ "resources": [south] }), "\"v0\"").await.refused("stale", "stale");
    // A lead gives what they have, can't name what they may not know of, and leaves it alone.
    choose(&lead, &clerk, json!({ "resources": [south] }), "\"v0\"").await.wrong("/resources", "unknown_resource");
    choose(&lead, &clerk, json!({ "all": true }), "\"v0\"").await.refused("forbidden", "not_grantable");
    choose(&chief, &clerk, json!({ "resources": [south] }), "\"v0\"").await.expect(200);
    let seen = choose(&lead, &clerk, json!({ "resources": [north] }), "\"v1\"").await.expect(200);
    assert_eq!(seen["resources"], json!([north]), "as far as they may know");
    // Nor do they bring back by an undo what isn't theirs to give.
    let deleted = lead.post(&format!("members/{}/deletion", clerk.member), json!({})).await.expect(200);
    let undone = lead.post(&format!("receipts/{}/undo", deleted["id"].as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(undone["selections"], json!([{ "kind": "branch", "returned": 1, "left_out": 1 }]));
    assert_eq!(chief.get(&of(&clerk)).await.expect(200)["resources"], json!([north]));
    let clerk = house.sign_in(&clerk.email).await;
    choose(&chief, &clerk, json!({ "resources": [north, south] }), "\"v3\"").await.expect(200);
    choose(&lead, &clerk, json!({}), "\"v4\"").await.expect(200);
    assert_eq!(chief.get(&of(&clerk)).await.expect(200)["resources"], json!([south]), "what they couldn't mean stays");
    choose(&lead, &lead, json!({ "resources": [] }), "\"v1\"").await.refused("forbidden", "not_oneself");
    // What levels say binds.
    let implied =
        choose(&chief, &chief.hire("c2@branches.test", &root, "chief").await, json!({ "resources": [north] }), "\"v0\"").await;
    implied.refused("invalid", "implied");
    choose(&chief, &guest, json!({ "resources": [north, south] }), "\"v1\"").await.refused("invalid", "exactly_one");
    choose(&chief, &guest, json!({ "resources": [south] }), "\"v1\"").await.expect(200);
    let problem = chief.delete(&format!("resources/{south}")).await.refused("conflict", "in_use");
    assert_eq!(problem["members"], json!([guest.member]));
    // What is for everyone is reached by all, and can't be taken from one.
    chief.patch(&format!("resources/{north}"), json!({ "for_everyone": true })).await.expect(200);
    assert_eq!(clerk.get("resources").await.column("name"), ["North", "South"]);
    chief.delete(&format!("resources/{north}/members/{}", clerk.member)).await.refused("conflict", "for_everyone");
    // From all to some: what is named must be there, and be of the kind.
    let attic = chief.post("resources", json!({ "kind": "room", "name": "Attic" })).await.expect(201);
    choose(&chief, &clerk, json!({ "all": true }), "\"v5\"").await.expect(200);
    for stranger in [&json!("01955500-ffff-7000-8000-000000000000"), &attic["id"]] {
        choose(&chief, &clerk, json!({ "resources": [stranger] }), "\"v6\"").await.wrong("/resources", "unknown_resource");
    }
    choose(&chief, &clerk, json!({ "resources": [south] }), "\"v6\"").await.expect(200);
    // Somebody deactivated is given nothing new.
    chief.deactivate(&clerk).await;
    choose(&chief, &clerk, json!({ "all": true }), "\"v7\"").await.refused("conflict", "inactive");
    house.verify().await;
}

#[tokio::test]
async fn r6_what_somebody_does_not_reach_they_do_not_make_everybodys() {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Branches", "chief@branches.test", &json!({ "access_model": BRANCHES })).await;
    // A chief reaches all branches by level, and of rooms those that somebody chose for them: none.
    chief.post("resources", json!({ "kind": "branch", "name": "All", "for_everyone": true })).await.expect(201);
    let refused = chief.post("resources", json!({ "kind": "room", "name": "Hall", "for_everyone": true })).await;
    refused.refused("forbidden", "not_grantable");
    let hall = chief.post("resources", json!({ "kind": "room", "name": "Hall" })).await.expect(201);
    let path = format!("resources/{}", hall["id"].as_str().unwrap());
    chief.patch(&path, json!({ "for_everyone": true })).await.refused("forbidden", "not_grantable");
    house.verify().await;
}

#[tokio::test]
async fn more_than_can_be_chosen_is_not_even_looked_up() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("abe@example.test", &owner.root, "agent").await;
    let many: Vec<String> = (0..1_001).map(|number| uuid::Uuid::from_u128(number).to_string()).collect();
    // Whoever asks: it is the body that is wrong, and nothing was read to see it.
    for who in [&owner, &agent] {
        let path = format!("members/{}/selections/team", owner.member);
        let asked = who.put(&path, json!({ "resources": many })).header("if-none-match", "*").await;
        asked.wrong("/resources", "too_many");
    }
}
