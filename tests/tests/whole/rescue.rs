//! `tenured operator rescue`, beside a running server: who is named governs from the next request on, and all in charge are told.

use serde_json::json;
use tenure_whole::{Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

pub(crate) async fn somebody_governs_again(database: &Database) {
    let post_office = PostOffice::open();
    let server = Server::first(database, &post_office);
    let Founder { you, org, root, .. } = server.set_up().await;
    let path = format!("/api/v1/organizations/{org}");
    let body = json!({ "emails": ["bo@example.test"], "workspace": root, "levels": ["agent"] });
    you.post(&format!("{path}/invitations"), body.clone()).await.expect(200);
    let token = post_office.nth("bo@example.test", 0).token(server.base());
    let bo = Person::at(&server);
    let accepted = json!({ "token": token, "first_name": "Bo", "last_name": "Berg", "password": PASSWORD });
    bo.post("/api/v1/invitation/accept", accepted).await.expect(200);
    let invite = json!({ "emails": ["cy@example.test"], "workspace": root, "levels": ["agent"] });
    bo.post(&format!("{path}/invitations"), invite.clone()).await.expect(403);

    let rescue = |organization: &str, email: &str| {
        let run = Tenured::run(database, &["operator", "rescue", organization, email]);
        let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
        (run.status.code(), said)
    };
    for (organization, email, code, says) in [
        ("Elsewhere", "bo@example.test", 1, "there is no organization `Elsewhere`"),
        ("00000000-0000-0000-0000-000000000000", "bo@example.test", 1, "there is no organization 0000"),
        ("Aster", "bo", 1, "not an e-mail address"),
        ("Aster", "bo@example.test", 0, "bo@example.test governs Aster from now on.\nA mail tells them"),
        (&org, "BO@example.test", 0, "bo@example.test governs Aster already."),
        (&org, "new@example.test", 0, "is invited, and governs Aster once they accept"),
    ] {
        let (ended, said) = rescue(organization, email);
        assert_eq!(ended, Some(code), "{organization} {email}: {said}");
        assert!(said.contains(says), "{said}");
    }
    bo.post(&format!("{path}/invitations"), invite).await.expect(200);
    let mut told: Vec<String> = (1..3).map(|nth| post_office.nth("bo@example.test", nth).subject).collect();
    told.sort();
    assert_eq!(told, ["Somebody is named to run Aster", "Your access to Aster has changed"]);
    // Of whom nobody knows a name yet, none is told.
    let mut told: Vec<String> = (0..2).map(|nth| post_office.nth(FOUNDER, nth).subject).collect();
    told.sort();
    assert_eq!(told, ["Bo Berg is named to run Aster", "Somebody is named to run Aster"]);
    let token = post_office.nth("new@example.test", 0).token(server.base());
    let new = Person::at(&server);
    let accepted = json!({ "token": token, "first_name": "New", "last_name": "Comer", "password": PASSWORD });
    new.post("/api/v1/invitation/accept", accepted).await.expect(200);
    let journal = new.get(&format!("{path}/journal?kind=governor_named")).await.expect(200);
    assert_eq!(journal.body["items"].as_array().unwrap().len(), 2, "{}", journal.text);
    server.stop();
    assert!(Tenured::run(database, &["verify"]).status.success());
}
