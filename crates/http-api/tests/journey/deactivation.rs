//! Deactivating somebody, and reactivating them: plan, deed, receipt, and what is offered again.

use serde_json::{Value, json};

use crate::support::{Client, House, OWN_MODEL, PASSWORD};

/// A center with an administrator, a manager and two agents, of whom one is in two queues and the other in one of them.
async fn center() -> (House, Client, Client, Client, Client, [String; 2]) {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Center", "chief@example.test", &json!({ "model": "contact-center" })).await;
    let manager = chief.hire("mia@example.test", &chief.root, "manager").await;
    let (bo, cy) =
        (chief.hire("bo@example.test", &chief.root, "agent").await, chief.hire("cy@example.test", &chief.root, "agent").await);
    let mut queues = Vec::new();
    for name in ["Billing", "Sales"] {
        let made = chief.post("resources", json!({ "kind": "queue", "name": name })).await.expect(201);
        queues.push(made["id"].as_str().unwrap().to_owned());
    }
    let queues: [String; 2] = queues.try_into().unwrap();
    staff(&manager, &queues[0], &bo).await;
    staff(&manager, &queues[1], &bo).await;
    staff(&manager, &queues[1], &cy).await;
    (house, chief, manager, bo, cy, queues)
}

async fn staff(by: &Client, queue: &str, whom: &Client) {
    by.put(&format!("resources/{queue}/members/{}", whom.member), json!({})).await.expect(204);
}

fn at(whom: &Client, what: &str) -> String {
    format!("members/{}/{what}", whom.member)
}

async fn queues_of(chief: &Client, whom: &Client) -> Value {
    chief.get(&at(whom, "selections/queue")).await.expect(200)["resources"].clone()
}

#[tokio::test]
async fn c3_somebody_is_deactivated_out_of_all_queues_and_reactivated_with_the_same_password() {
    let (house, chief, manager, bo, _, [billing, sales]) = center().await;
    house.tape().start();
    let plan = chief.get(&at(&bo, "deactivation")).await.expect(200);
    let body = json!({ "fingerprint": plan["fingerprint"], "reason": "On leave" });
    let receipt = chief.post(&at(&bo, "deactivation"), body).await.expect(200)["id"].as_str().unwrap().to_owned();
    chief.get(&format!("receipts/{receipt}")).await.expect(200);
    chief.get("journal?kind=member_deactivated").await.expect(200);
    chief.get("members?status=inactive").await.expect(200);
    bo.get("").await.refused("unauthenticated", "");
    let plan = chief.get(&at(&bo, "reactivation")).await.expect(200);
    let body = json!({ "fingerprint": plan["fingerprint"], "reason": "Back" });
    let back = chief.post(&at(&bo, "reactivation"), body).await.expect(200);
    chief.get("journal?kind=member_reactivated").await.expect(200);
    golden!("deactivation", house.tape().take());
    assert_eq!(queues_of(&chief, &bo).await, json!([]), "queues are assigned again by hand");
    assert_eq!(back["cleared"][0]["resources"].as_array().unwrap().len(), 2);
    bo.get("").await.refused("unauthenticated", "");
    house.sign_in(&bo.email).await.get("").await.expect(200);
    for queue in [&billing, &sales] {
        staff(&manager, queue, &bo).await;
    }
    assert_eq!(queues_of(&chief, &bo).await.as_array().unwrap().len(), 2);
    house.verify().await;
}

#[tokio::test]
async fn d1_whoever_is_deactivated_signs_in_nowhere_and_is_told_nothing() {
    let (house, chief, _, bo, _, _) = center().await;
    chief.deactivate(&bo).await;
    let password = house.anyone().post("/session", json!({ "email": bo.email, "password": PASSWORD })).await;
    let nobody = house.anyone().post("/session", json!({ "email": "nobody@example.test", "password": PASSWORD })).await;
    assert_eq!((password.status, password.json()["code"].clone()), (nobody.status, nobody.json()["code"].clone()));
}

#[tokio::test]
async fn contacts_are_kept_unless_they_are_handed_over() {
    let (house, owner) = House::governed().await;
    let (bo, sue) =
        (owner.hire("bo@example.test", &owner.root, "agent").await, owner.hire("sue@example.test", &owner.root, "agent").await);
    let contact = owner.contact(&owner.root, "Ada", Some(&bo.member)).await;
    let holder = async || owner.get(&format!("contacts/{contact}")).await.expect(200)["assignee"].clone();
    let plan = owner.get(&at(&bo, "deactivation")).await.expect(200);
    assert_eq!((&plan["contacts"]["value"], &plan["kept_contacts"]["value"]), (&json!(0), &json!(1)));
    owner.deactivate(&bo).await;
    assert_eq!(holder().await, json!(bo.member));
    let other = owner.contact(&owner.root, "Grace", None).await;
    let assign = json!({ "member": bo.member });
    owner.put(&format!("contacts/{other}/assignee"), assign).await.wrong("/member", "assignee_not_active");
    owner.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
    assert_eq!(holder().await, json!(bo.member));

    // Another choice than the one that was planned is another plan.
    let kept = owner.get(&at(&bo, "deactivation")).await.expect(200)["fingerprint"].clone();
    let moved = owner.post(&at(&bo, "deactivation"), json!({ "contacts": "unassign", "fingerprint": kept })).await;
    assert_eq!(moved.refused("plan_moved", "plan_moved")["difference"]["moved"], json!(["successor"]));
    let plan = owner.get(&format!("{}?assign_to={}", at(&bo, "deactivation"), sue.member)).await.expect(200);
    assert_eq!((&plan["contacts"]["value"], &plan["kept_contacts"]["value"]), (&json!(1), &json!(0)));
    let body = json!({ "contacts": { "assign_to": sue.member }, "fingerprint": plan["fingerprint"] });
    owner.post(&at(&bo, "deactivation"), body).await.expect(200);
    assert_eq!(holder().await, json!(sue.member));
    owner.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
    assert_eq!(holder().await, json!(sue.member), "what was handed over stays handed over");
    house.verify().await;
}

#[tokio::test]
async fn a_deactivation_is_not_undone_and_a_reactivation_is_of_somebody_inactive() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    owner.post(&at(&bo, "reactivation"), json!({})).await.refused("conflict", "already_active");
    for act in ["deactivation", "reactivation"] {
        owner.post(&format!("members/{pending}/{act}"), json!({})).await.refused("conflict", "pending");
    }
    owner.get(&format!("members/{pending}/deactivation")).await.refused("conflict", "pending");
    let receipt = owner.post(&at(&bo, "deactivation"), json!({})).await.expect(200);
    assert_eq!((&receipt["act"], &receipt["undo_until"]), (&json!("deactivation"), &json!(null)));
    owner.post(&at(&bo, "deactivation"), json!({})).await.refused("conflict", "inactive");
    let receipt = format!("receipts/{}", receipt["id"].as_str().unwrap());
    owner.post(&format!("{receipt}/undo"), json!({})).await.refused("conflict", "reactivate_instead");
    owner.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
    assert_eq!(owner.get(&receipt).await.expect(200)["state"], "undone");
}

#[tokio::test]
async fn r8_r7_nobody_deactivates_themselves_or_the_last_who_governs() {
    let (house, chief, manager, bo, _, _) = center().await;
    chief.post(&at(&chief, "deactivation"), json!({})).await.refused("forbidden", "not_oneself");
    manager.post(&at(&bo, "deactivation"), json!({})).await.refused("forbidden", "missing_permission");
    let deputy = chief.hire("dee@example.test", &chief.root, "administrator").await;
    deputy.deactivate(&chief).await;
    chief.get("").await.refused("unauthenticated", "");
    deputy.post(&at(&chief, "reactivation"), json!({})).await.expect(200);
    house.sign_in(&chief.email).await.get("").await.expect(200);
}

#[tokio::test]
async fn r13_what_is_switched_off_for_a_while_costs_nobody_anything() {
    let (house, operator) = House::governed().await;
    let fay = operator.found("Feedback", "fay@example.test", &json!({ "model": "feedback" })).await;
    let switch = async |on: bool| {
        let path = format!("/operator/organizations/{}", fay.organization);
        operator.patch(&path, json!({ "features": { "message_center": on } })).await.expect(200);
    };
    switch(true).await;
    let north = fay.workspace(&fay.root, "North").await;
    let bo = fay.hire("bo@example.test", &north, "member").await;
    let wider = json!({ "levels": ["member"], "permissions": ["message_center.use"] });
    let before = fay.put(&bo.grant(&north), wider).header("if-match", "\"v1\"").await.expect(200);
    fay.deactivate(&bo).await;
    switch(false).await;
    fay.patch(&format!("workspaces/{north}"), json!({ "active": false })).await.expect(200);
    let back = fay.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
    assert_eq!(back["lapsed"], json!([]));
    assert_eq!(fay.get(&bo.grant(&north)).await.expect(200)["permissions"], before["permissions"]);
    house.verify().await;
}

#[tokio::test]
async fn r13_a_workspace_that_is_off_costs_nobody_what_was_chosen_from_the_resource_s_side() {
    let (house, owner) = House::governed().await;
    let (north, south) = (owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await);
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    owner.regrant(&bo, &south, "agent", &[]).await;
    let night = owner.team("Night").await;
    owner.put_into(&bo, &night).await;
    let reactivated = async || {
        let back = owner.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
        assert_eq!((&back["lapsed"], &back["narrowed"], &back["portfolios"]), (&json!([]), &json!([]), &json!(0)));
        let chosen = owner.get(&at(&bo, "selections/team")).await.expect(200);
        assert_eq!(chosen["resources"], json!([night]));
    };
    owner.deactivate(&bo).await;
    reactivated().await;
    owner.deactivate(&bo).await;
    owner.patch(&format!("workspaces/{north}"), json!({ "active": false })).await.expect(200);
    reactivated().await;
    house.verify().await;
}

#[tokio::test]
async fn r13_contacts_that_somebody_can_t_keep_are_in_the_plan() {
    let (house, operator) = House::governed().await;
    let kim = operator.found("Own", "kim@example.test", &json!({ "access_model": OWN_MODEL })).await;
    let mia = kim.hire_with("mia@example.test", &kim.root, "lead", &["hands_off"]).await;
    let bo = kim.hire("bo@example.test", &kim.root, "clerk").await;
    let contact = kim.contact(&kim.root, "Ada", Some(&bo.member)).await;
    kim.deactivate(&bo).await;
    let plan = kim.get(&at(&bo, "reactivation")).await.expect(200);
    assert_eq!((&plan["portfolios"], &plan["contacts"]), (&json!(0), &json!({ "value": 0, "exact": true })));
    // What binds its maker comes onto the grant, and takes the contacts away.
    let plan = mia.get(&at(&bo, "reactivation")).await.expect(200);
    assert_eq!(plan["lapsed"][0]["restrictions"], json!(["hands_off"]), "{plan}");
    assert_eq!((&plan["portfolios"], &plan["contacts"]), (&json!(1), &json!({ "value": 1, "exact": true })));
    let back = mia.post(&at(&bo, "reactivation"), json!({ "fingerprint": plan["fingerprint"] })).await.expect(200);
    assert_eq!(back["portfolios"], 1);
    assert_eq!(kim.get(&format!("contacts/{contact}")).await.expect(200)["assignee"], json!(null));
    house.verify().await;
}

#[tokio::test]
async fn r13_nothing_is_lost_unseen() {
    let (house, operator) = House::governed().await;
    let fay = operator.found("Feedback", "fay@example.test", &json!({ "model": "feedback" })).await;
    let path = format!("/operator/organizations/{}", fay.organization);
    operator.patch(&path, json!({ "features": { "message_center": true } })).await.expect(200);
    let mia = fay.hire("mia@example.test", &fay.root, "member").await;
    let bo = fay.hire("bo@example.test", &fay.root, "member").await;
    let grant = async |whom: &Client, version: &str, permissions: &[&str], restrictions: &[&str]| {
        let body = json!({ "levels": ["member"], "permissions": permissions, "restrictions": restrictions });
        fay.put(&whom.grant(&fay.root), body).header("if-match", version).await.expect(200);
    };
    grant(&mia, "\"v1\"", &["user_management.use"], &["hide_pii"]).await;
    grant(&bo, "\"v1\"", &["message_center.use"], &[]).await;
    fay.deactivate(&bo).await;
    let plan = mia.get(&at(&bo, "reactivation")).await.expect(200);
    let lapsed = &plan["lapsed"][0];
    assert_eq!((&lapsed["permissions"], &lapsed["restrictions"]), (&json!(["message_center.use"]), &json!(["hide_pii"])), "{plan}");
    assert_eq!(plan["grants"][0]["levels"], json!(["member"]));
    mia.post(&at(&bo, "reactivation"), json!({})).await.refused("conflict", "would_lapse");
    // Meanwhile it is another plan.
    grant(&mia, "\"v2\"", &["user_management.use", "message_center.use"], &["hide_pii"]).await;
    let body = json!({ "fingerprint": plan["fingerprint"] });
    let moved = mia.post(&at(&bo, "reactivation"), body).await.refused("plan_moved", "plan_moved");
    assert_eq!(moved["difference"]["moved"], json!(["blockers"]), "{moved}");
    let body = json!({ "fingerprint": moved["difference"]["plan"]["fingerprint"] });
    let back = mia.post(&at(&bo, "reactivation"), body).await.expect(200);
    assert_eq!(back["lapsed"][0]["restrictions"], json!(["hide_pii"]));
    let now = fay.get(&bo.grant(&fay.root)).await.expect(200);
    assert_eq!((&now["permissions"], &now["restrictions"]), (&json!(["message_center.use"]), &json!(["hide_pii"])));
    let entry = fay.get("journal?kind=access_changed").await.items().remove(0);
    assert_eq!(entry["actor"]["id"], json!(mia.member), "whoever reactivated: {entry}");

    // A plan of one act isn't good for another.
    let plan = fay.get(&at(&bo, "deactivation")).await.expect(200);
    let body = json!({ "fingerprint": plan["fingerprint"] });
    fay.post(&at(&bo, "deletion"), body).await.refused("plan_moved", "plan_moved");
    house.verify().await;
}

#[tokio::test]
async fn h5_whoever_stays_active_elsewhere_stays_signed_in_there() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    other.welcome(&bo).await;
    owner.deactivate(&bo).await;
    bo.get("").await.refused("not_found", "");
    assert_eq!(bo.get("/organizations").await.items().len(), 1);
    house.verify().await;
}

#[tokio::test]
async fn h7_a_reactivation_takes_a_seat() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.deactivate(&bo).await;
    let seats = format!("/operator/organizations/{}", owner.organization);
    owner.patch(&seats, json!({ "seats": 2 })).await.expect(200);
    manager.post(&at(&bo, "reactivation"), json!({})).await.refused("conflict", "seats_full");
    owner.patch(&seats, json!({ "seats": 3 })).await.expect(200);
    let back = manager.post(&at(&bo, "reactivation"), json!({})).await.expect(200);
    assert_eq!((&back["status"], &back["lapsed"], &back["cleared"]), (&json!("active"), &json!([]), &json!([])));
    house.verify().await;
}

#[tokio::test]
async fn c4_plans_say_which_queues_nobody_would_have_any_more() {
    let (_, chief, manager, bo, cy, [billing, _]) = center().await;
    let alone = async |path: String| chief.get(&path).await.expect(200)["uncovered"].clone();
    let only =
        json!({ "count": { "value": 1, "exact": true }, "resources": [{ "id": billing, "kind": "queue", "name": "Billing" }] });
    let none = json!({ "count": { "value": 0, "exact": true }, "resources": [] });
    for plan in ["deactivation", "deletion"] {
        assert_eq!(alone(at(&bo, plan)).await, only);
        assert_eq!(alone(at(&cy, plan)).await, none, "somebody else is there");
    }
    assert_eq!(alone(format!("{}/revocation", bo.grant(&chief.root))).await, only);
    // Whoever is inactive covers nothing.
    staff(&manager, &billing, &cy).await;
    assert_eq!(alone(at(&bo, "deactivation")).await, none);
    chief.deactivate(&cy).await;
    assert_eq!(alone(at(&bo, "deactivation")).await["count"]["value"], 2);
}

#[tokio::test]
async fn a_deactivation_that_is_sent_twice_happens_once() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    for act in ["deactivation", "reactivation"] {
        let send = || owner.post(&at(&bo, act), json!({})).header("idempotency-key", act);
        assert_eq!(send().await.expect(200), send().await.expect(200));
    }
}

#[tokio::test]
async fn c4_what_would_be_left_with_nobody_is_said_before_it_is() {
    let (_, chief, _, bo, cy, [billing, sales]) = center().await;
    let alone = async |queue: &str| -> Vec<(String, bool)> {
        let rows = chief.get(&format!("resources/{queue}/members")).await.items();
        rows.iter().map(|row| (row["member"].as_str().unwrap().to_owned(), row["alone"].as_bool().unwrap())).collect()
    };
    assert!(alone(&billing).await.contains(&(bo.member.clone(), true)), "of Billing he is the only one");
    assert!(alone(&sales).await.iter().all(|(_, alone)| !alone));
    chief.deactivate(&cy).await;
    assert!(alone(&sales).await.contains(&(bo.member.clone(), true)), "who is inactive covers nothing");
    // Another level that reaches no queue leaves them, too.
    let model = chief.get("access-model").await;
    let document = model.json()["document"].as_str().unwrap().to_owned();
    let document = format!("{document}\n[[level]]\nkey = \"clerk\"\nname = \"Clerk\"\nreach = {{ queue = \"none\" }}\n").replacen(
        "manages = [",
        "manages = [\"clerk\", ",
        1,
    );
    chief.put("access-model", json!({ "access_model": document })).header("if-match", &model.tag()).await.expect(200);
    let preview = format!("{}/preview?levels=", bo.grant(&chief.root));
    let uncovered = chief.get(&format!("{preview}clerk")).await.expect(200)["uncovered"].clone();
    assert_eq!((&uncovered["count"]["value"], &uncovered["resources"][0]["name"]), (&json!(2), &json!("Billing")));
    let uncovered = chief.get(&format!("{preview}manager")).await.expect(200)["uncovered"].clone();
    assert_eq!(uncovered["count"]["value"], 0, "a manager works in queues as well");
}
