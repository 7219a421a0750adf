//! h11: a disk that is full, or fails, under a running server on SQLite.

use serde_json::json;
use tenure_whole::{Database, FOUNDER, Faults, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

/// More than one step of a job.
const CROWD: usize = 260;

pub(crate) async fn h11_nothing_is_lost_and_all_goes_on() {
    let (database, post_office, faults) = (Database::sqlite(), PostOffice::open(), Faults::build());
    let server = Server::on_a_bad_disk(&database, &post_office, &faults);
    let Founder { you, org, root, .. } = server.set_up().await;
    let path = format!("/api/v1/organizations/{org}");
    let (members, invitations) = (format!("{path}/members?limit=200&count=true"), format!("{path}/invitations"));
    let invite = |email: &str| json!({ "emails": [email], "workspace": root, "levels": ["agent"] });

    for (error, status, code) in [("ENOSPC", 507, "out_of_space"), ("EIO", 503, "unavailable")] {
        let name = |what: &str| format!("{what}.{}@example.test", error.to_lowercase());
        // Somebody whose first request would be noted, and a mail that is on its way when the disk fails.
        let other = Person::at(&server);
        other.sign_in(FOUNDER, PASSWORD).await.expect(200);
        you.post(&invitations, invite(&name("before"))).await.expect(200);
        faults.begin(error);
        let before = you.get(&members).await.expect(200);
        for _ in 0..3 {
            let refused = you.post(&invitations, invite(&name("meanwhile"))).await;
            assert_eq!((refused.status, refused.text_at("/code").as_str()), (status, code), "{}", refused.text);
            let renamed = you.send(reqwest::Method::PATCH, &path, &[], Some(json!({ "name": "Another" }))).await;
            assert_eq!((renamed.status, renamed.text_at("/code").as_str()), (status, code), "{}", renamed.text);
        }
        let signing_in = Person::at(&server).sign_in(FOUNDER, PASSWORD).await;
        assert_eq!((signing_in.status, signing_in.text_at("/code").as_str()), (status, code), "{}", signing_in.text);
        for reader in [&you, &other] {
            assert_eq!(
                reader.get(&members).await.expect(200).body,
                before.body,
                "what is there is read, and nothing else is there"
            );
            assert_eq!(reader.get(&path).await.expect(200).text_at("/name"), "Aster");
        }
        faults.end();
        you.post(&invitations, invite(&name("meanwhile"))).await.expect(200);
        let after = you.get(&members).await.expect(200);
        let count = |answer: &tenure_whole::Answer| answer.body["count"]["value"].as_u64().unwrap();
        assert_eq!(count(&after), count(&before) + 1);
        for told in ["before", "meanwhile"] {
            post_office.nth(&name(told), 0);
        }
        Person::at(&server).sign_in(FOUNDER, PASSWORD).await.expect(200);
    }

    a_job_goes_on(&you, &path, &root, &faults).await;
    server.stop();
    let verified = Tenured::run(&database, &["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    assert_eq!(database.ask("pragma quick_check").trim(), "ok");
}

/// A job that is under way when the disk fails stands still, and goes on.
async fn a_job_goes_on(you: &Person, path: &str, root: &str, faults: &Faults) {
    let emails: Vec<String> = (0..CROWD).map(|n| format!("crowd{n}@crowd{}.test", n % 7)).collect();
    you.post(&format!("{path}/invitations"), json!({ "emails": emails, "workspace": root, "levels": ["agent"] })).await.expect(200);
    let ask = json!({ "matching": { "q": "crowd" } });
    let plan = you.post(&format!("{path}/members/deletion"), ask).await;
    let job = plan.text_at("/id");
    faults.begin("ENOSPC");
    let standing = you.get(&format!("{path}/jobs/{job}")).await.expect(200);
    for _ in 0..20 {
        you.get(&format!("{path}/jobs/{job}")).await.expect(200);
    }
    faults.end();
    let ended = you.eventually(&format!("{path}/jobs/{job}"), |job| job.body["state"] == "done").await;
    assert_eq!(ended.body["done"].as_u64().unwrap(), CROWD as u64, "{} after {}", ended.text, standing.text);
    assert_eq!(ended.body["refused"], 0);
}
