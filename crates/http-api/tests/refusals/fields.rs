//! Fields: each wrong value has its code, and all wrong ones are told at once.

use serde_json::{Value, json};

use crate::support::{Client, House, SETUP_TOKEN};

fn codes(problem: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    problem["errors"].as_array().unwrap().iter().map(|error| (word(&error["pointer"]), word(&error["code"]))).collect()
}

#[tokio::test]
async fn all_wrong_fields_are_told_at_once() {
    let (_, owner) = House::governed().await;
    let body = json!({
        "first_name": " ", "last_name": "x".repeat(201), "phone": "030 123", "language": "fr", "time_zone": "Mars/Olympus",
        "digest": "hourly",
    });
    let problem = owner.patch("members/me", body).await.refused("invalid", "");
    let expected = [
        ("/first_name", "empty"),
        ("/last_name", "too_long"),
        ("/phone", "phone"),
        ("/language", "language"),
        ("/time_zone", "time_zone"),
        ("/digest", "digest"),
    ];
    assert_eq!(codes(&problem), expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())));
}

#[tokio::test]
async fn a_parameter_without_a_value_is_not_taken_for_none() {
    let (_, owner) = House::governed().await;
    // A client whose variable is empty must not be given more than it asked for.
    for (path, pointer) in [
        ("members?workspace=", ""),
        ("members?not_active_for_days=", ""),
        ("members?sort=", "sort"),
        ("members.csv?workspace=", ""),
        ("members.csv?resource=", ""),
        ("journal?target=", ""),
        ("journal?since=", "since"),
        ("contacts?workspace=", ""),
        ("contacts?assignee=", "assignee"),
        ("workspaces?under=", ""),
        ("resources?kind=", "kind"),
        ("receipts?limit=", ""),
    ] {
        let problem = owner.get(path).await.refused("invalid", "");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{path}: {problem}");
    }
    let plan = format!("{}/revocation?assign_to=", owner.grant(&owner.root));
    owner.get(&plan).await.refused("invalid", "");
    owner.get("members?cursor=").await.refused("malformed", "bad_cursor");
    // Who has typed nothing searches for nothing.
    assert_eq!(owner.get("members?q=").await.items().len(), 1);
}

#[tokio::test]
async fn names_notes_and_reasons_are_texts_without_control_characters() {
    let (_, owner) = House::governed().await;
    for (text, code) in [
        ("", "empty"),
        ("\u{a0} ", "empty"),
        ("a\nb", "control_character"),
        ("ad\u{202e}nim", "control_character"),
        ("a\0", "control_character"),
    ] {
        owner.patch("", json!({ "name": text })).await.wrong("/name", code);
        owner.post("workspaces", json!({ "parent": owner.root, "name": text })).await.wrong("/name", code);
        owner.post("contacts", json!({ "workspace": owner.root, "name": text })).await.wrong("/name", code);
        let body = json!({ "workspace": owner.root, "contacts": [{ "name": "Ada" }, { "name": text }] });
        owner.post("contacts", body).await.wrong("/contacts/1/name", code);
    }
    let invite = |note: &str| json!({ "emails": "a@example.test", "workspace": owner.root, "levels": ["agent"], "note": note });
    owner.post("invitations", invite(&"x".repeat(2_001))).await.wrong("/note", "too_long");
    owner.post("invitations", invite("a\u{7}b")).await.wrong("/note", "control_character");
    owner.post("invitations", invite(" ")).await.expect(200);
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("{}/revocation", agent.grant(&owner.root));
    owner.post(&path, json!({ "reason": "x".repeat(1_001) })).await.wrong("/reason", "too_long");
    owner.post(&path, json!({ "fingerprint": "x" })).await.wrong("/fingerprint", "fingerprint");
}

#[tokio::test]
async fn addresses_phones_and_instants_are_what_they_are_called() {
    let (_, owner) = House::governed().await;
    let (_, invitation) = owner.pending("pat@example.test", &owner.root, "agent").await;
    for email in [
        "",
        "ada",
        "ada@",
        "@example.test",
        "a b@example.test",
        "a@b@example.test",
        "ada@localhost",
        "a@example.test\r\nBcc: b@example.test",
    ] {
        owner.patch(&format!("invitations/{invitation}"), json!({ "email": email })).await.wrong("/email", "email");
        let body = json!({ "name": "Beta", "model": "workspace", "governor_email": email });
        owner.post("/operator/organizations", body).await.wrong("/governor_email", "email");
        owner.post("contacts", json!({ "workspace": owner.root, "name": "Ada", "email": email })).await.wrong("/email", "email");
    }
    for phone in ["", "030 1234567", "+0301234567", "+49 30 12x", "+1234567890123456"] {
        owner.post("contacts", json!({ "workspace": owner.root, "name": "Ada", "phone": phone })).await.wrong("/phone", "phone");
    }
    let invite = |at: &str| json!({ "emails": "a@example.test", "workspace": owner.root, "levels": ["agent"], "expires_at": at });
    for at in ["", "tomorrow", "2026-03-05", "2026-13-05T12:00:00Z", "1772452800"] {
        owner.post("invitations", invite(at)).await.wrong("/expires_at", "instant");
        owner.get(&format!("journal?since={at}")).await.wrong("since", "instant");
    }
    for at in ["2026-03-02T12:00:00Z", "2026-03-02T11:59:59Z", "2026-06-01T12:00:00Z", "+262000-01-01T00:00:00Z"] {
        let answer = owner.post("invitations", invite(at)).await;
        assert!(answer.status == 422, "{answer}");
    }
    owner.post("invitations", invite("2026-06-01T12:00:00Z")).await.wrong("/expires_at", "bad_expiry");
    owner.post("invitations", invite("2026-05-31T12:00:00Z")).await.expect(200);
}

#[tokio::test]
async fn the_words_of_a_filter_are_known() {
    let (_, owner) = House::governed().await;
    owner.get("members?status=asleep").await.wrong("status", "unknown_status");
    owner.get("members?sort=age").await.wrong("sort", "unknown_sort");
    owner.get("members?level=No%20Key").await.wrong("level", "key");
    owner.get("members?workspace=nowhere").await.wrong("", "bad_parameter");
    owner.get("members?workspace=01955500-ffff-7000-8000-000000000000").await.refused("not_found", "");
    owner.get("members?inherited=maybe").await.wrong("", "bad_parameter");
    owner.get("members?not_active_for_days=-1").await.wrong("", "bad_parameter");
    owner.get("members?not_active_for_days=65535").await.expect(200);
    owner.get("members?not_active_for_days=65536").await.wrong("", "bad_parameter");
    owner.get("contacts?assignee=somebody").await.wrong("assignee", "id");
    owner.get("workspaces?under=01955500-ffff-7000-8000-000000000000").await.refused("not_found", "");
    owner.get("workspaces?depth=65535").await.expect(200);
    owner.get("journal?actor=x").await.wrong("", "bad_parameter");
    let access = |query: &str| owner.get(&format!("access?{query}"));
    access(&format!("member=me&permission=fly&workspace={}", owner.root)).await.wrong("permission", "unknown_permission");
    access(&format!("member=x&permission=calls.use&workspace={}", owner.root)).await.wrong("member", "id");
    access("member=me&permission=calls.use").await.wrong("", "bad_parameter");
    access("member=me&permission=calls.use&workspace=01955500-ffff-7000-8000-000000000000").await.refused("not_found", "");
}

#[tokio::test]
async fn the_words_of_an_offer_are_the_models() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = agent.grant(&owner.root);
    for (body, pointer, code) in [
        (json!({ "levels": [] }), "/levels", "no_level"),
        (json!({ "levels": ["king"] }), "/levels", "unknown_level"),
        (json!({ "levels": ["agent"], "permissions": ["fly.high"] }), "/permissions", "unknown_permission"),
        (json!({ "levels": ["agent"], "permissions": ["journal.view"] }), "/permissions", "not_for_levels"),
        (json!({ "levels": ["agent"], "restrictions": ["no_fun"] }), "/restrictions", "unknown_restriction"),
        (json!({ "levels": ["agent"], "restrictions": ["no_settings"] }), "/restrictions", "not_eligible"),
        (json!({ "levels": ["agent", "No Key"] }), "/levels/1", "key"),
        (json!({ "levels": ["agent"], "permissions": ["?"] }), "/permissions/0", "key"),
        (json!({ "levels": ["agent"], "restrictions": ["x y"] }), "/restrictions/0", "key"),
    ] {
        owner.put(&path, body.clone()).header("if-match", "\"v1\"").await.wrong(pointer, code);
        let mut invite = body.clone();
        invite["emails"] = json!("new@example.test");
        invite["workspace"] = json!(owner.root);
        owner.post("invitations", invite).await.wrong(pointer, code);
        let words = |field: &str| {
            body[field]
                .as_array()
                .into_iter()
                .flatten()
                .map(move |word| format!("{field}={}", word.as_str().unwrap().replace(' ', "%20").replace('?', "%3F")))
                .collect::<Vec<_>>()
        };
        let query = [words("levels"), words("permissions"), words("restrictions")].concat().join("&");
        owner.get(&format!("{path}/preview?{query}")).await.wrong(pointer, code);
    }
}

#[tokio::test]
async fn what_an_organization_is_made_of_is_known() {
    let (house, owner) = House::governed().await;
    let make = |client: &Client, body: Value| client.post("/operator/organizations", body);
    let whole = json!({ "name": "Beta", "model": "workspace", "governor_email": "gus@example.test" });
    let with = |key: &str, value: Value| {
        let mut body = whole.clone();
        body[key] = value;
        body
    };
    make(&owner, with("name", json!(" "))).await.wrong("/name", "empty");
    make(&owner, with("model", json!("feudal"))).await.wrong("/model", "unknown_model");
    make(&owner, with("model", json!(null))).await.refused("invalid", "");
    make(&owner, with("access_model", json!("name = 'x'"))).await.refused("invalid", "");
    let mut own = with("access_model", json!("nonsense = ["));
    own["model"] = json!(null);
    make(&owner, own).await.wrong("/access_model", "bad_model");
    let mut own = with("access_model", json!("name = \"x\"\n[[level]]\nkey = \"a\"\nname = \"A\"\n"));
    own["model"] = json!(null);
    make(&owner, own).await.wrong("/access_model", "bad_model");
    let path = format!("/operator/organizations/{}", owner.organization);
    owner.patch(&path, json!({ "plan": "gold" })).await.wrong("/plan", "unknown_plan");
    owner.patch(&path, json!({ "plan": "No Key" })).await.wrong("/plan", "key");
    owner.patch(&path, json!({ "features": { "flight": true } })).await.wrong("/features/flight", "unknown_feature");
    owner.patch(&path, json!({ "features": { "No Key": true } })).await.wrong("/features/No Key", "key");
    owner.patch("", json!({ "undo_window_days": 3_651 })).await.wrong("/undo_window_days", "undo_window");
    let kind = json!({ "parent": owner.root, "name": "North", "kind": "galaxy" });
    owner.post("workspaces", kind).await.wrong("/kind", "unknown_kind");
    let kind = json!({ "parent": owner.root, "name": "North", "kind": "No Key" });
    owner.post("workspaces", kind).await.wrong("/kind", "key");
    let nowhere = json!({ "parent": "01955500-ffff-7000-8000-000000000000", "name": "North" });
    owner.post("workspaces", nowhere).await.refused("not_found", "");
    let unknown = "/operator/organizations/01955500-ffff-7000-8000-000000000000";
    owner.patch(unknown, json!({ "seats": 1 })).await.refused("not_found", "");

    let set_up = House::new().await;
    let body = |key: &str, value: Value| {
        let mut body = json!({
            "token": SETUP_TOKEN, "organization": "Acme", "model": "workspace", "email": "olga@example.test",
            "password": "correct horse battery staple", "first_name": "Olga", "last_name": "Owner",
        });
        body[key] = value;
        body
    };
    let before = set_up.everything().await;
    for (key, value, pointer, code) in [
        ("organization", json!(""), "/organization", "empty"),
        ("email", json!("olga"), "/email", "email"),
        ("first_name", json!("a\0b"), "/first_name", "control_character"),
        ("last_name", json!("x".repeat(201)), "/last_name", "too_long"),
        ("password", json!("short"), "/password", "password_too_short"),
        ("password", json!("x".repeat(1_025)), "/password", "password_too_long"),
        ("model", json!("feudal"), "/model", "unknown_model"),
    ] {
        set_up.anyone().post("/setup", body(key, value)).await.wrong(pointer, code);
    }
    set_up.anyone().post("/setup", body("model", json!(null))).await.refused("invalid", "");
    assert_eq!(set_up.everything().await, before, "what was refused used nothing up");
    set_up.set_up().await;
    drop(house);
}

#[tokio::test]
async fn contacts_come_one_by_one_or_as_a_list_and_not_as_both() {
    let (_, owner) = House::governed().await;
    let root = &owner.root;
    for body in [
        json!({ "workspace": root }),
        json!({ "workspace": root, "email": "ada@example.test" }),
        json!({ "workspace": root, "name": "Ada", "contacts": [{ "name": "Grace" }] }),
        json!({ "workspace": root, "phone": "+49301234567", "contacts": [{ "name": "Grace" }] }),
    ] {
        owner.post("contacts", body).await.wrong("/name", "missing_field");
    }
    owner.get("contacts/01955500-ffff-7000-8000-000000000000").await.refused("not_found", "");
    let body = json!({ "workspace": "01955500-ffff-7000-8000-000000000000", "name": "Ada" });
    owner.post("contacts", body).await.refused("not_found", "");
}
