//! R6, R8: an organization changes its own access model; what is in use stays or becomes something else, and nobody gains by it what
//! wasn't theirs to give who changed it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{Answer, Client, House};

async fn document(by: &Client) -> String {
    by.get("access-model").await.expect(200)["document"].as_str().unwrap().to_owned()
}

/// Sends a document against the tag of now.
async fn put(by: &Client, body: Value) -> Answer {
    let tag = by.get("access-model").await.tag();
    by.put("access-model", body).header("if-match", &tag).await
}

async fn plan(by: &Client, body: Value) -> Answer {
    by.post("access-model/plan", body).await
}

/// Another name for a level, wherever it is said.
fn renamed(document: &str, from: &str, to: &str) -> String {
    document.replace(&format!("\"{from}\""), &format!("\"{to}\""))
}

/// Everything but the journal, which has refusals in it.
async fn unjournalled(house: &House) -> BTreeMap<String, Vec<String>> {
    let mut all = house.everything().await;
    all.retain(|table, _| !table.starts_with("journal"));
    all
}

#[tokio::test]
async fn a_level_gets_another_key_and_whoever_holds_it_holds_the_other() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire("nils@example.test", &north, "agent").await;
    let (_, pending) = owner.pending("ines@example.test", &north, "agent").await;
    owner.contact(&north, "Ada", Some(&agent.member)).await;
    let helpers = renamed(&document(&owner).await, "agent", "helper");
    // Without a word of what becomes of them, it says who is in the way.
    let before = house.everything().await;
    let refused = put(&owner, json!({ "access_model": helpers })).await.refused("conflict", "in_use");
    assert_eq!(refused["in_use"][0]["key"], "agent");
    assert_eq!(refused["in_use"][0]["times"], 2);
    assert_eq!(refused["in_use"][0]["members"].as_array().unwrap().len(), 2);
    let body = json!({ "access_model": helpers, "migration": { "levels": { "agent": "helper" } } });
    let planned = plan(&owner, body.clone()).await.expect(200);
    assert_eq!(planned["changes"][0]["after"]["levels"], json!(["helper"]));
    assert_eq!(house.everything().await, before, "a plan and a refusal change nothing");
    let mut body = body;
    body["reason"] = json!("they help");
    let changed = put(&owner, body).await;
    assert_eq!(changed.expect(200)["levels"][2]["key"], "helper");
    let told = owner.get("journal?kind=access_model_changed").await.items();
    assert_eq!(told[0]["after"]["migration"], json!(["level agent = helper"]));
    assert_eq!(told[0]["reason"], "they help");
    let lines = |side: &str| told[0][side]["lines"].as_array().unwrap().clone();
    assert!(lines("before").contains(&json!("key = \"agent\"")) && lines("after").contains(&json!("key = \"helper\"")));
    // From the next request on, in lists and in what they may do.
    assert_eq!(owner.get("members?level=helper").await.items().len(), 2);
    assert_eq!(owner.get("members?level=agent").await.items().len(), 0);
    agent.get(&format!("contacts?workspace={north}")).await.expect(200);
    let grant = agent.grant(&north);
    let read = owner.get(&grant).await;
    assert_eq!((read.expect(200)["levels"].clone(), read.tag()), (json!(["helper"]), "\"v2\"".to_owned()));
    assert_eq!(owner.get(&format!("contacts?assignee={}", agent.member)).await.column("name"), ["Ada"], "what they hold stays");
    // The link that was sent before is as good.
    owner.accepted("ines@example.test", &pending).await;
    house.verify().await;
}

#[tokio::test]
async fn what_a_level_may_do_changes_for_all_who_hold_it_from_the_next_request_on() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("nils@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Ada", Some(&agent.member)).await;
    let before = document(&owner).await;
    let line = r#"permissions = ["contacts.view", "contacts.handle", "messages.reply", "calls.use", "workflows.run"]"#;
    assert!(before.contains(line));
    let more = before.replace(line, r#"permissions = ["contacts.view", "members.view", "messages.reply"]"#);
    agent.get("members").await.refused("forbidden", "missing_permission");
    let planned = plan(&owner, json!({ "access_model": more })).await.expect(200);
    let [change] = &planned["changes"].as_array().unwrap()[..] else { panic!("{planned}") };
    assert_eq!(change["gains"], json!(["members.view"]));
    assert_eq!(
        change["loses"],
        json!(
            ["contacts.handle", "messages.reply", "calls.use", "workflows.run"]
                .iter()
                .filter(|one| **one != "messages.reply")
                .collect::<Vec<_>>()
        )
    );
    assert_eq!((&change["grants"], &change["releases_contacts"]), (&json!(1), &json!(true)));
    put(&owner, json!({ "access_model": more })).await.expect(200);
    agent.get("members").await.expect(200);
    assert_eq!(owner.get("contacts?assignee=none").await.column("name"), ["Ada"], "who may not handle contacts holds none");
    house.verify().await;
    // Sent again it changes nothing.
    let before = house.everything().await;
    put(&owner, json!({ "access_model": more })).await.expect(200);
    assert_eq!(house.table("organizations").await, before["organizations"]);
    assert_eq!(house.table("journal").await, before["journal"]);
}

#[tokio::test]
async fn r6_a_model_is_theirs_to_change_who_manage_every_level_and_whom_nothing_binds() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let kept = owner.hire("kim@example.test", &owner.root, "manager").await;
    owner.regrant(&kept, &owner.root, "manager", &["no_settings"]).await;
    let before = document(&owner).await;
    let everything = unjournalled(&house).await;
    // Nobody holds `agent`: what a manager wrote into it, they would give to somebody tomorrow.
    let agents = before.replace("\"workflows.run\"]", "\"workflows.run\", \"reports.view\"]");
    assert_ne!(agents, before);
    for document in [&agents, &before] {
        put(&manager, json!({ "access_model": document })).await.refused("forbidden", "not_manageable");
        plan(&manager, json!({ "access_model": document })).await.refused("forbidden", "not_manageable");
        put(&kept, json!({ "access_model": document })).await.refused("forbidden", "missing_permission");
    }
    // Nobody in charge: those who govern would be at a level that nobody holds.
    let chair = before.replacen("governs = true\n", "", 1);
    let chair = chair.clone()
        + &chair[chair.find("[[level]]").unwrap()..chair.find("# Everything but").unwrap()]
            .replace("key = \"owner\"", "key = \"chair\"\ngoverns = true")
            .replace("manages = [\"owner\"", "manages = [\"chair\", \"owner\"");
    put(&owner, json!({ "access_model": chair })).await.refused("conflict", "headless");
    // Nor anybody who could change it again.
    let last = before.replace("  \"access_model.manage\",\n", "");
    put(&owner, json!({ "access_model": last })).await.refused("conflict", "headless");
    assert_eq!(unjournalled(&house).await, everything, "nothing was changed");
    house.verify().await;
}

/// Plans and features, and what needs them.
#[tokio::test]
async fn what_is_sold_is_the_operators_by_one_change_or_by_several() {
    let (house, owner) = House::governed().await;
    let before = document(&owner).await;
    let everything = unjournalled(&house).await;
    let feature = "key = \"masking\"\nplans = [\"growth\", \"advanced\"]";
    assert!(before.contains(feature));
    let gate = |key: &str| before.replace(&format!("key = \"{key}\"\n"), &format!("key = \"{key}\"\nfeature = \"masking\"\n"));
    let mask = "\n[[restriction]]\nkey = \"mask\"\nname = \"Mask\"\nlevels = [\"agent\"]\nmasks = \"partial\"\n";
    for another in [
        before.replace("feature = \"masking\"\n", ""),
        before.replace(feature, "key = \"masking\"\nplans = [\"starter\", \"growth\", \"advanced\"]"),
        before
            .replace(r#"plans = ["starter", "growth", "advanced"]"#, r#"plans = ["starter", "growth", "advanced", "free"]"#)
            .replace(r#""advanced", "free"]"#, r#""free"]"#)
            .replace(r#"plans = ["growth", "advanced"]"#, r#"plans = ["growth"]"#),
        gate("reports.view"),
        renamed(&before, "mask_phone_email", "mask_all"),
        format!("{before}{mask}"),
    ] {
        assert_ne!(another, before);
        put(&owner, json!({ "access_model": another })).await.refused("forbidden", "operators_own");
        let to_another = json!({ "restrictions": { "mask_phone_email": "mask_all" } });
        if another.contains("mask_all") {
            let body = json!({ "access_model": another, "migration": to_another });
            put(&owner, body).await.refused("forbidden", "operators_own");
        }
    }
    assert_eq!(unjournalled(&house).await, everything);
}

#[tokio::test]
async fn a_broken_document_is_answered_line_by_line_and_a_migration_word_by_word() {
    let (house, owner) = House::governed().await;
    owner.hire("nils@example.test", &owner.root, "agent").await;
    let before = document(&owner).await;
    let everything = unjournalled(&house).await;
    let broken = before.replace("manages = [\"agent\"]", "manages = [\"agnet\"]").replace("governs = true", "govern = true");
    let answer = put(&owner, json!({ "access_model": broken })).await.wrong("/access_model", "bad_model");
    assert!(
        answer["errors"].as_array().unwrap().iter().all(|one| one["detail"].as_str().unwrap().starts_with("line ")),
        "{answer}"
    );
    put(&owner, json!({ "access_model": "" })).await.wrong("/access_model", "bad_model");
    put(&owner, json!({})).await.expect(422);
    let helpers = renamed(&before, "agent", "helper");
    for (levels, code) in [
        (json!({ "clerk": "helper" }), "migration"),
        (json!({ "manager": "helper" }), "migration"),
        (json!({ "agent": "clerk" }), "migration"),
        (json!({ "Agent": "helper" }), "key"),
    ] {
        let old = levels.as_object().unwrap().keys().next().unwrap().clone();
        let body = json!({ "access_model": helpers, "migration": { "levels": levels } });
        put(&owner, body).await.wrong(&format!("/migration/levels/{old}"), code);
    }
    owner.put("access-model", json!({ "access_model": before })).await.refused("precondition_required", "");
    owner.put("access-model", json!({ "access_model": before })).header("if-match", "\"v99\"").await.refused("stale", "stale");
    assert_eq!(unjournalled(&house).await, everything);
}

#[tokio::test]
async fn what_there_is_of_a_word_keeps_it_in_the_document() {
    let (house, owner) = House::governed().await;
    owner.post("resources", json!({ "kind": "team", "name": "North" })).await.expect(201);
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&manager, &owner.root, "manager", &["no_data_export"]).await;
    let before = document(&owner).await;
    let everything = unjournalled(&house).await;
    let blocked = |answer: Value| -> Vec<(String, String)> {
        let text = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
        answer["in_use"].as_array().unwrap().iter().map(|one| (text(one, "sort"), text(one, "key"))).collect()
    };
    let limits = renamed(&before, "no_data_export", "no_sheets");
    let answer = put(&owner, json!({ "access_model": limits })).await.refused("conflict", "in_use");
    assert_eq!(blocked(answer), [("restriction".to_owned(), "no_data_export".to_owned())]);
    let teams = before
        .replace("key = \"team\"", "key = \"squad\"")
        .replace("team.assign", "squad.assign")
        .replace("shared = \"team\"", "shared = \"squad\"");
    let answer = put(&owner, json!({ "access_model": teams })).await.refused("conflict", "in_use");
    assert_eq!(blocked(answer), [("resource_kind".to_owned(), "team".to_owned())]);
    assert_eq!(unjournalled(&house).await, everything);
    let body = json!({ "access_model": limits, "migration": { "restrictions": { "no_data_export": "no_sheets" } } });
    put(&owner, body).await.expect(200);
    manager.get("members.csv").await.refused("forbidden", "missing_permission");
    house.verify().await;
}

#[tokio::test]
async fn r12_what_the_model_has_no_more_doesnt_come_back() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("nils@example.test", &owner.root, "agent").await;
    let receipt = owner.revoke(&agent, &owner.root).await;
    // Nobody holds it now, so it may go without a word.
    let helpers = renamed(&document(&owner).await, "agent", "helper");
    put(&owner, json!({ "access_model": helpers })).await.expect(200);
    owner.post(&format!("receipts/{receipt}/undo"), json!({})).await.refused("conflict", "model_changed");
    house.verify().await;
}

/// Somebody who governs and lacks a right that may be granted, and a limit on those who govern.
const VAULT: &str = r#"
name = "vault"

[[permission]]
key = "vault.open"
name = "Open the vault"

[[permission]]
key = "reports.view"
name = "See reports"

[[level]]
key = "chief"
name = "Chief"
governs = true
manages = ["chief", "clerk"]
permissions = ["members.view", "members.invite", "members.manage", "access_model.manage", "contacts.view", "reports.view"]

[[level]]
key = "clerk"
name = "Clerk"
grantable = ["vault.open", "reports.view"]
permissions = ["contacts.view"]

[[restriction]]
key = "quiet"
name = "Quiet"
levels = ["chief"]
denies = ["contacts.view"]
"#;

/// The same with a right that both levels have.
fn with_both(document: &str, right: &str) -> String {
    let clerks = document.replace("permissions = [\"contacts.view\"]", &format!("permissions = [\"contacts.view\", \"{right}\"]"));
    clerks.replace("\"reports.view\"]\n\n[[level]]", &format!("\"reports.view\", \"{right}\"]\n\n[[level]]"))
}

#[tokio::test]
async fn r6_nobody_writes_into_a_model_what_they_could_not_give_by_hand() {
    let (house, owner) = House::governed().await;
    let chief = owner.found("Vault", "chief@example.test", &json!({ "access_model": VAULT })).await;
    let clerk = chief.hire("clerk@example.test", &chief.root, "clerk").await;
    let body = json!({ "levels": ["clerk"], "permissions": ["reports.view"] });
    let tag = chief.get(&clerk.grant(&chief.root)).await.tag();
    chief.put(&clerk.grant(&chief.root), body).header("if-match", &tag).await.expect(200);
    let bound = chief.hire("bound@example.test", &chief.root, "chief").await;
    chief.regrant(&bound, &chief.root, "chief", &["quiet"]).await;
    let everything = unjournalled(&house).await;
    let vault = "[[permission]]\nkey = \"vault.open\"\nname = \"Open the vault\"\n";
    let reports = "[[permission]]\nkey = \"reports.view\"\nname = \"See reports\"\n";
    let no_reports = VAULT.replace(reports, "").replace(", \"reports.view\"]", "]").replace("\"reports.view\"", "\"vault.open\"");
    let merged = no_reports
        .replace("[\"vault.open\", \"vault.open\"]", "[\"vault.open\"]")
        .replace(", \"vault.open\"]\n\n[[level]]", "]\n\n[[level]]");
    for (another, migration) in [
        // Into a level that they hold, or manage; into what another right means.
        (VAULT.replace("\"reports.view\"]\n\n[[level]]", "\"reports.view\", \"vault.open\"]\n\n[[level]]"), json!({})),
        (with_both(VAULT, "vault.open"), json!({})),
        (VAULT.replace("name = \"See reports\"", "name = \"See reports\"\nimplies = [\"vault.open\"]"), json!({})),
        // Into the hands of who held another; and out of the model, to come again tomorrow.
        (merged, json!({ "permissions": { "reports.view": "vault.open" } })),
        (VAULT.replace(vault, "").replace("\"vault.open\", ", ""), json!({})),
        (renamed(VAULT, "vault.open", "vault.use"), json!({ "permissions": { "vault.open": "vault.use" } })),
    ] {
        assert_ne!(another, VAULT);
        let body = json!({ "access_model": another, "migration": migration });
        let answer = put(&chief, body).await;
        assert!(answer.refused("forbidden", "not_grantable")["detail"].as_str().unwrap().contains("`vault.open`"), "{answer}");
    }
    put(&bound, json!({ "access_model": format!("{VAULT}#") })).await.refused("forbidden", "not_liftable");
    // How long things can be undone is a setting of the organization's.
    let window = VAULT.replace("name = \"vault\"\n", "name = \"vault\"\nundo_window_days = 0\n");
    put(&chief, json!({ "access_model": window })).await.refused("forbidden", "missing_permission");
    assert_eq!(unjournalled(&house).await, everything);
    // What is new to the model is its author's to give.
    let safe = "\n[[permission]]\nkey = \"safe.open\"\nname = \"Open the safe\"\n";
    let another = with_both(VAULT, "safe.open") + safe;
    put(&chief, json!({ "access_model": another })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r7_nobody_comes_to_be_in_charge_by_another_word_for_their_own_level() {
    let (house, owner) = House::governed().await;
    let deputy = "\n[[level]]\nkey = \"deputy\"\nname = \"Deputy\"\nmanages = [\"chief\", \"clerk\", \"deputy\"]\n\
                  permissions = [\"members.view\", \"members.invite\", \"members.manage\", \"access_model.manage\", \"contacts.view\", \"reports.view\"]\n";
    let model = VAULT.replace("manages = [\"chief\", \"clerk\"]", "manages = [\"chief\", \"clerk\", \"deputy\"]") + deputy;
    let chief = owner.found("Vault", "chief@example.test", &json!({ "access_model": model })).await;
    let deputies = chief.hire("deputy@example.test", &chief.root, "deputy").await;
    let everything = unjournalled(&house).await;
    let governing = model.replace("key = \"deputy\"\n", "key = \"deputy\"\ngoverns = true\n");
    let merged = VAULT;
    for (another, migration) in [(governing.as_str(), json!({})), (merged, json!({ "levels": { "deputy": "chief" } }))] {
        let body = json!({ "access_model": another, "migration": migration });
        put(&deputies, body).await.refused("forbidden", "not_governing");
    }
    assert_eq!(unjournalled(&house).await, everything);
    // What isn't about who is in charge is theirs to write, and who is in charge may say who else is.
    put(&deputies, json!({ "access_model": format!("{model}# One remark more.\n") })).await.expect(200);
    put(&chief, json!({ "access_model": governing })).await.expect(200);
    house.verify().await;
}
