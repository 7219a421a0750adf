//! h9: a server that is killed at any point loses no mail: what was committed is sent by whoever starts next.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::json;
use tenure_whole::{Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

const PEOPLE: usize = 40;

/// What a killed courier had claimed is somebody else's only when its lease of a minute and a half has run out.
const PATIENCE: Duration = Duration::from_mins(3);

pub(crate) async fn h9_every_mail_is_sent_though_the_server_is_killed(database: &Database) {
    let post_office = PostOffice::open();
    let mut server = Server::first(database, &post_office);
    let Founder { org, root, .. } = server.set_up().await;
    let address = |n: usize| format!("person{n}@example.test");
    for killed in 0..PEOPLE / 10 {
        let you = Person::at(&server);
        you.sign_in(FOUNDER, PASSWORD).await.expect(200);
        let emails: Vec<String> = (killed * 10..killed * 10 + 10).map(address).collect();
        let body = json!({ "emails": emails, "workspace": root, "levels": ["agent"] });
        you.post(&format!("/api/v1/organizations/{org}/invitations"), body).await.expect(200);
        // Each round is killed a little later: before the first mail, between mails, after the last.
        tokio::time::timeout(Duration::from_millis(40 * killed as u64), std::future::pending::<()>()).await.unwrap_err();
        server.kill();
        server = Server::another(database, &post_office);
    }
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for n in 0..PEOPLE {
        let mail = post_office.nth_within(&address(n), 0, PATIENCE);
        assert_eq!(mail.to, [address(n)]);
    }
    for mail in post_office.all() {
        ids.entry(mail.to[0].clone()).or_default().push(mail.id);
    }
    // Whoever got a mail twice got the same one twice: their mail programs see one.
    for (to, ids) in ids {
        assert!(ids.iter().all(|id| *id == ids[0]), "{to}: {ids:?}");
    }
    server.stop();
    assert!(Tenured::run(database, &["verify"]).status.success());
}

/// A mail server that takes connections and never says a word holds up nobody who asks for something.
pub(crate) async fn h9_the_api_never_waits_for_mail(database: &Database) {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let server = Server::posting_to(database, silent.local_addr().unwrap().port(), true);
    let Founder { you, org, root, .. } = server.set_up().await;
    let invitations = format!("/api/v1/organizations/{org}/invitations");
    let began = Instant::now();
    for n in 0..30 {
        let body = json!({ "emails": [format!("person{n}@example.test")], "workspace": root, "levels": ["agent"] });
        you.post(&invitations, body).await.expect(200);
    }
    // A letter that waits for its server takes far longer, and 16 at most are under way.
    assert!(began.elapsed() < Duration::from_secs(20), "thirty invitations took {:?}", began.elapsed());
    let listed = you.get(&invitations).await.expect(200);
    let queued = listed.body["items"].as_array().unwrap().iter().filter(|row| row["delivery"]["state"] == "queued").count();
    assert_eq!(queued, 30, "{}", listed.text);
}
