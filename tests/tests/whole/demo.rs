//! `tenured demo`: says that it is one, where to go and how to sign in, and is for this machine alone.

use serde_json::json;
use tenure_whole::{Database, FOUNDER, PASSWORD, Person, Server, Tenured};

pub(crate) async fn the_example_is_made_and_shown_to_this_machine_alone() {
    let database = Database::sqlite();
    let refused = Tenured::run(&database, &["demo", "--listen", "0.0.0.0:0"]);
    let why = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(3), "{why}");
    assert!(why.contains("this machine only"), "{why}");

    let (server, banner) = Server::demo(&database);
    for said in ["demo", server.base(), FOUNDER, PASSWORD, "operator"] {
        assert!(banner.contains(said), "{said} is missing from {banner}");
    }
    let you = Person::at(&server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let me = you.get("/api/v1/me").await.expect(200);
    assert_eq!(me.body["user"]["operator"], true);
    let org = format!("/api/v1/organizations/{}", me.text_at("/memberships/0/organization"));
    let members = you.get(&format!("{org}/members?limit=200&count=true")).await.expect(200);
    let statuses = |status: &str| members.body["items"].as_array().unwrap().iter().filter(|row| row["status"] == status).count();
    assert!((55..=65).contains(&members.body["count"]["value"].as_u64().unwrap()), "{}", members.text);
    assert!(statuses("pending") > 2 && statuses("active") > 40);
    let away = you.get(&format!("{org}/members?not_active_for_days=90&status=active&count=true")).await.expect(200);
    assert!(away.body["count"]["value"].as_u64().unwrap() > 2, "some have been away for long: {}", away.text);
    let contacts = you.get(&format!("{org}/contacts?limit=200")).await.expect(200);
    let assigned = contacts.body["items"].as_array().unwrap().iter().filter(|row| !row["assignee"].is_null()).count();
    assert!(assigned > 100, "{assigned} contacts are assigned");
    let root = you.get(&org).await.expect(200).text_at("/root");
    let invite = json!({ "emails": "new@example.test", "workspace": root, "levels": ["agent"] });
    you.post(&format!("{org}/invitations"), invite).await.expect(200);
    let mail = you.eventually("/api/v1/dev/mail", |mail| mail.text.contains("new@example.test")).await;
    assert!(mail.text.contains("/invitation/"), "{}", mail.text);
    server.stop();
    assert!(Tenured::run(&database, &["verify"]).status.success());

    // It is there the next time, and isn't made again.
    let (again, banner) = Server::demo(&database);
    assert!(banner.contains("you@example.test"), "{banner}");
    Person::at(&again).sign_in(FOUNDER, PASSWORD).await.expect(200);
    again.stop();
}
