//! h10, P6: a job goes on after its server was killed in the middle of it, with nobody's turn lost or doubled.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenure_whole::{Answer, Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

const PEOPLE: usize = 700;

/// All rows of a list, page by page.
async fn all(who: &Person, path: &str) -> Vec<Value> {
    let (mut rows, mut next) = (Vec::new(), Some(String::new()));
    while let Some(cursor) = next {
        let at = if cursor.is_empty() { String::new() } else { format!("&cursor={cursor}") };
        let page = who.get(&format!("{path}&limit=200{at}")).await.expect(200).body;
        let items = page.get("items").or(page.get("results")).and_then(Value::as_array).unwrap();
        rows.extend(items.iter().cloned());
        next = page["next"].as_str().map(str::to_owned);
    }
    rows
}

fn counted(answer: &Answer) -> u64 {
    answer.body["done"].as_u64().unwrap()
}

/// The same for an import that is asked for twice at once, of so many processes: nobody is invited twice.
pub(crate) async fn h10_an_import_goes_on_where_its_servers_were_killed(database: &Database, processes: usize) {
    let post_office = PostOffice::open();
    let mut first = Server::first(database, &post_office);
    let Founder { you, org, .. } = first.set_up().await;
    let at = |path: &str| format!("/api/v1/organizations/{org}{path}");
    let rows: Vec<String> = (0..PEOPLE).map(|n| format!("person{n}@example.test,agent\n")).collect();
    let plan = you.send_sheet(&at("/members/import"), &format!("email,levels\n{}", rows.concat())).await.expect(201);
    assert_eq!(plan.body["invited"], json!(PEOPLE), "{}", plan.text);
    let mut second = (processes > 1).then(|| Server::another(database, &post_office));
    let also = Person::at(second.as_ref().unwrap_or(&first));
    also.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let (id, path) = (plan.text_at("/plan"), at(&format!("/members/import/{}/execution", plan.text_at("/plan"))));
    let (one, other) = tokio::join!(you.post(&path, json!({})), also.post(&path, json!({})));
    assert_eq!((one.expect(202).text_at("/id"), other.expect(202).text_at("/id")), (id.clone(), id.clone()));
    let job = at(&format!("/jobs/{id}"));
    let seen = you.eventually(&job, |answer| counted(answer) >= 100).await;
    first.kill();
    if let Some(second) = &mut second {
        second.kill();
    }
    let server = Server::another(database, &post_office);
    let you = Person::at(&server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    assert!(counted(&you.get(&job).await.expect(200)) >= counted(&seen), "what was answered stays answered");
    let ended = you.eventually(&job, |answer| answer.body["state"] == "done").await;
    assert_eq!((counted(&ended), &ended.body["refused"]), (PEOPLE as u64, &json!(0)), "{}", ended.text);
    let entries = all(&you, &at("/journal?kind=member_invited")).await;
    let told: BTreeSet<&str> = entries.iter().map(|entry| entry["target"]["id"].as_str().unwrap()).collect();
    assert_eq!((entries.len(), told.len()), (PEOPLE, PEOPLE));
    assert_eq!(all(&you, &at("/invitations?")).await.len(), PEOPLE);
    server.stop();
    assert!(Tenured::run(database, &["verify"]).status.success());
}

pub(crate) async fn h10_a_job_goes_on_where_its_server_was_killed(database: &Database) {
    let post_office = PostOffice::open();
    let mut server = Server::first(database, &post_office);
    let Founder { you, org, root, .. } = server.set_up().await;
    let at = |path: &str| format!("/api/v1/organizations/{org}{path}");
    let everybody: Vec<String> = (0..PEOPLE).map(|n| format!("person{n}@example.test")).collect();
    for emails in everybody.chunks(100) {
        let body = json!({ "emails": emails, "workspace": root, "levels": ["agent"] });
        you.post(&at("/invitations"), body).await.expect(200);
    }
    let begun = you.post(&at("/members/deletion"), json!({ "matching": { "status": ["pending"] } })).await.expect(202);
    let job = at(&format!("/jobs/{}", begun.text_at("/id")));
    // Killed once it is under way, and not through.
    let seen = you.eventually(&job, |answer| counted(answer) >= 100).await;
    server.kill();
    server = Server::another(database, &post_office);
    let you = Person::at(&server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let found = you.get(&job).await.expect(200);
    assert!(counted(&found) >= counted(&seen), "what was answered stays answered: {}", found.text);
    let ended = you.eventually(&job, |answer| answer.body["state"] == "done").await;
    assert_eq!((counted(&ended), &ended.body["refused"]), (PEOPLE as u64, &json!(0)), "{}", ended.text);
    // Each turn came once, and left what it left once.
    let people = all(&you, &format!("{job}?outcome=done")).await;
    let those: BTreeSet<&str> = people.iter().map(|one| one["member"].as_str().unwrap()).collect();
    assert_eq!((people.len(), those.len()), (PEOPLE, PEOPLE));
    let entries = all(&you, &at("/journal?kind=invitation_withdrawn")).await;
    let told: BTreeSet<&str> = entries.iter().map(|entry| entry["target"]["id"].as_str().unwrap()).collect();
    assert_eq!((entries.len(), &told), (PEOPLE, &those));
    let left = you.get(&at("/members?status=pending")).await.expect(200);
    assert_eq!(left.body["items"], json!([]));
    server.stop();
    assert!(Tenured::run(database, &["verify"]).status.success());
}
