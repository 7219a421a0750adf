//! Bodies: unknown fields, wrong types, no JSON, no type, too much.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Client, House, Route, routes};

/// The owner, and what fills paths: a membership, a workspace, and an id that is one of each.
struct Scene {
    house: House,
    owner: Client,
    member: String,
    invitation: String,
    receipt: String,
    contact: String,
}

async fn scene() -> Scene {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("pat@example.test", &owner.root, "agent").await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let gone = owner.hire("gus@example.test", &owner.root, "agent").await;
    let receipt = owner.revoke(&gone, &owner.root).await;
    let contact = owner.contact(&owner.root, "Ada", None).await;
    Scene { house, member: agent.member.clone(), invitation, receipt, contact, owner }
}

impl Scene {
    fn path(&self, route: &Route) -> String {
        let path = route.filled(|name| match name {
            "org" => self.owner.organization.clone(),
            "ws" => self.owner.root.clone(),
            "member" => self.member.clone(),
            _ if route.path.contains("/invitations/") => self.invitation.clone(),
            _ if route.path.contains("/receipts/") => self.receipt.clone(),
            _ => self.contact.clone(),
        });
        format!("/api/v1{path}")
    }

    fn ask(&self, route: &Route) -> crate::support::Ask {
        self.owner.ask(route.method.clone(), self.path(route)).header("if-match", "\"v1\"")
    }
}

fn with_bodies() -> impl Iterator<Item = Route> {
    routes().into_iter().filter(|route| route.body.is_some())
}

#[tokio::test]
async fn f2_an_unknown_field_is_refused_by_every_route_and_changes_nothing() {
    let scene = scene().await;
    let before = scene.house.everything().await;
    // Every field that any route knows, those of what is kept, and one that nobody does.
    let mut known: BTreeSet<String> = with_bodies().flat_map(|route| route.fields()).collect();
    let kept = ["id", "user", "status", "operator", "version", "given_by", "user_id", "role", "position", "surprise"];
    known.extend(kept.map(str::to_owned));
    let mut tried = 0;
    // What a report names is the access model's to know, and refused as a statistic that it doesn't have.
    for route in with_bodies().filter(|route| !route.path.ends_with("/statistics")) {
        let fields = route.fields();
        let sample = route.sample().unwrap().to_string();
        for unknown in known.iter().filter(|name| !fields.contains(name)) {
            let body = sample.replacen('{', &format!("{{\"{unknown}\": null{}", if sample == "{}" { "" } else { "," }), 1);
            let answer = scene.ask(&route).raw(body).header("content-type", "application/json").await;
            answer.expect(422);
            let problem = answer.json();
            assert_eq!((&problem["code"], &problem["errors"][0]["code"]), (&json!("invalid"), &json!("unknown_field")), "{answer}");
            assert!(problem["errors"][0]["pointer"].as_str().unwrap().ends_with(unknown), "{answer}");
            tried += 1;
        }
    }
    assert!(tried > 400, "{tried}");
    assert_eq!(scene.house.everything().await, before);
}

#[tokio::test]
async fn f2_an_unknown_field_further_down_is_refused_with_where_it_is() {
    let scene = scene().await;
    let body = json!({ "workspace": scene.owner.root, "contacts": [{ "name": "Ada" }, { "name": "Grace", "assignee": null }] });
    scene.owner.post("contacts", body).await.wrong("/contacts/1/assignee", "unknown_field");
    let path = format!("members/{}/grants/{}/revocation", scene.member, scene.owner.root);
    scene.owner.post(&path, json!({ "contacts": { "assign_too": scene.member } })).await.expect(422);
    scene.owner.post(&path, json!({ "contacts": "unasign" })).await.expect(422);
}

#[tokio::test]
async fn b2_whatever_is_no_text_in_a_field_of_signing_in_is_refused() {
    let house = House::new().await;
    house.set_up().await;
    let before = house.everything().await;
    let token = "x";
    let odd = [json!(null), json!(7), json!(true), json!(["olga@example.test"]), json!({ "$ne": "" }), json!([[]])];
    for (path, fields) in [
        ("/session", json!({ "email": "olga@example.test", "password": "a password of somebody" })),
        ("/password-reset", json!({ "email": "olga@example.test" })),
        ("/password-reset/complete", json!({ "token": token, "password": "a password of somebody" })),
        ("/email-confirmation", json!({ "token": token, "password": "a password of somebody" })),
        ("/invitation/read", json!({ "token": token })),
        ("/invitation/refuse", json!({ "token": token })),
        ("/invitation/accept", json!({ "token": token })),
        (
            "/setup",
            json!({ "token": token, "organization": "x", "email": "x@example.test", "password": "x", "first_name": "x", "last_name": "x" }),
        ),
    ] {
        for field in fields.as_object().unwrap().keys() {
            for value in &odd {
                let mut body = fields.clone();
                body[field] = value.clone();
                house.anyone().post(path, body).await.wrong(&format!("/{field}"), "wrong_type");
            }
            let mut body = fields.clone();
            body.as_object_mut().unwrap().remove(field);
            house.anyone().post(path, body).await.wrong("", "missing_field");
            // The same field twice: there is never a second recipient, nor a second password to try.
            let twice = fields.to_string().replacen('{', &format!("{{\"{field}\": \"other\","), 1);
            let answer = house.anyone().ask(Method::POST, format!("/api/v1{path}")).raw(twice);
            answer.header("content-type", "application/json").await.wrong("", "duplicate_field");
        }
    }
    for value in [json!(7), json!(["x"]), json!({})] {
        house
            .anyone()
            .post("/invitation/accept", json!({ "token": token, "password": value }))
            .await
            .wrong("/password", "wrong_type");
    }
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn b2_an_invitation_goes_to_a_text_or_a_list_of_texts_and_to_nothing_else() {
    let scene = scene().await;
    let before = scene.house.everything().await;
    for emails in [json!(null), json!(7), json!({ "a@example.test": 1 }), json!(["a@example.test", 7]), json!([["a@example.test"]])]
    {
        let body = json!({ "emails": emails, "workspace": scene.owner.root, "levels": ["agent"] });
        scene.owner.post("invitations", body).await.wrong("/emails", "wrong_type");
    }
    assert_eq!(scene.house.everything().await, before);
}

#[tokio::test]
async fn a_list_is_no_body_though_its_items_are_the_fields_in_their_order() {
    let (_, owner) = House::governed().await;
    for list in [json!([]), json!([null, null]), json!(["Acme", 7])] {
        owner.patch("", list.clone()).await.wrong("", "wrong_type");
        owner.post("workspaces", list).await.wrong("", "wrong_type");
    }
}

#[tokio::test]
async fn fields_of_the_wrong_type_are_pointed_at() {
    let scene = scene().await;
    let owner = &scene.owner;
    owner.post("workspaces", json!({ "parent": "no id", "name": "North" })).await.wrong("/parent", "wrong_type");
    owner
        .post("workspaces", json!({ "parent": owner.root, "name": "North", "active": "yes" }))
        .await
        .wrong("/active", "wrong_type");
    owner.patch("", json!({ "undo_window_days": -1 })).await.wrong("/undo_window_days", "wrong_type");
    owner.patch("", json!({ "undo_window_days": 1.5 })).await.wrong("/undo_window_days", "wrong_type");
    owner.patch("members/me", json!({ "phone": 49 })).await.wrong("/phone", "wrong_type");
    owner
        .post("contacts", json!({ "workspace": owner.root, "contacts": [{ "name": "A" }, 7] }))
        .await
        .wrong("/contacts/1", "wrong_type");
    let path = format!("contacts/{}/assignee", scene.contact);
    owner.put(&path, json!({ "member": "nobody" })).await.wrong("/member", "wrong_type");
    owner.put(&path, json!({})).await.wrong("", "missing_field");
    let operator = format!("/operator/organizations/{}", owner.organization);
    owner.patch(&operator, json!({ "features": { "masking": "on" } })).await.wrong("/features/masking", "wrong_type");
    owner.patch(&operator, json!({ "seats": 4_294_967_296_u64 })).await.wrong("/seats", "wrong_type");
}

#[tokio::test]
async fn what_is_no_json_is_malformed_for_every_route() {
    let scene = scene().await;
    let before = scene.house.everything().await;
    for route in with_bodies() {
        for text in ["", "{", "nonsense", "{\"a\":}", "{\"a\": 1,}", "[1", "\"text", "{} {}", "\u{feff}{}"] {
            let answer = scene.ask(&route).raw(text).header("content-type", "application/json").await;
            answer.refused("malformed", "");
        }
        let answer = scene.ask(&route).raw([b'"', 0xff, 0xfe, b'"']).header("content-type", "application/json").await;
        assert!([400, 422].contains(&answer.status.as_u16()), "{answer}");
        for other in ["[]", "7", "null", "\"text\"", "true"] {
            let answer = scene.ask(&route).raw(other).header("content-type", "application/json").await;
            answer.wrong("", "wrong_type");
        }
    }
    assert_eq!(scene.house.everything().await, before);
}

#[tokio::test]
async fn a_body_says_that_it_is_json() {
    let scene = scene().await;
    let before = scene.house.everything().await;
    for route in with_bodies() {
        let sample = route.sample().unwrap().to_string();
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonx",
            "application/",
        ] {
            scene.ask(&route).raw(sample.clone()).header("content-type", kind).await.refused("unsupported_media_type", "");
        }
        if sample != "{}" {
            scene.ask(&route).raw(sample).await.refused("unsupported_media_type", "");
        }
    }
    assert_eq!(scene.house.everything().await, before);
    let body = json!({ "digest": "daily" }).to_string();
    for kind in ["application/json; charset=utf-8", "Application/JSON", "application/merge-patch+json"] {
        let ask = scene.owner.ask(Method::PATCH, scene.owner.path("members/me"));
        ask.raw(body.clone()).header("content-type", kind).await.expect(200);
    }
}

#[tokio::test]
async fn an_absent_body_is_an_empty_one_where_nothing_in_it_is_needed() {
    let scene = scene().await;
    let undo = format!("receipts/{}/undo", scene.receipt);
    scene.owner.ask(Method::POST, scene.owner.path(&undo)).await.expect(200);
    scene.owner.ask(Method::POST, scene.owner.path("contacts")).await.wrong("", "missing_field");
}

#[tokio::test]
async fn d4_a_body_of_more_than_a_mebibyte_is_refused_before_it_is_looked_at() {
    let scene = scene().await;
    let before = scene.house.everything().await;
    let large = format!("{{\"password\": \"{}\"}}", "x".repeat(1024 * 1024));
    for route in with_bodies() {
        scene.ask(&route).raw(large.clone()).header("content-type", "application/json").await.refused("too_large", "");
    }
    assert_eq!(scene.house.everything().await, before);
    // What is just short enough is looked at.
    let most = json!({ "digest": "d".repeat(1024 * 1024 - 20) });
    scene.owner.patch("members/me", most).await.wrong("/digest", "digest");
}

#[tokio::test]
async fn d4_a_password_that_is_too_long_or_too_short_is_refused_as_a_new_one() {
    let (house, owner) = House::governed().await;
    let (_, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    let token = house.link(&owner.organization, &invitation).await;
    let before = house.everything_but_tries().await;
    let accept = |password: Value| house.anyone().post("/invitation/accept", json!({ "token": token, "password": password }));
    accept(json!("elevenchars")).await.wrong("/password", "password_too_short");
    accept(json!("ü".repeat(513))).await.wrong("/password", "password_too_long");
    accept(json!("")).await.wrong("/password", "password_too_short");
    house.anyone().post("/invitation/accept", json!({ "token": token })).await.wrong("/password", "password_missing");
    // A long one at sign-in is just a wrong one.
    let long = json!({ "email": "olga@example.test", "password": "x".repeat(100_000) });
    house.anyone().post("/session", long).await.refused("unauthenticated", "wrong_credentials");
    assert_eq!(house.everything_but_tries().await, before);
}
