//! Two processes of one Postgres: who is online at one of them is heard at the other within a second, what happens is heard
//! once, and neither a process that dies nor one that stops leaves anybody hanging.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;
use tenure_whole::{Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Stream};

/// Within this a beat at one process is heard at another: most of them, on a machine that others keep busy as well.
const AT_ONCE: Duration = Duration::from_secs(1);

async fn listen(who: &Person, org: &str, last: Option<&str>) -> Stream {
    who.listen(&format!("/api/v1/organizations/{org}/stream"), last).await
}

pub(crate) async fn w1_what_happens_at_one_process_is_heard_at_the_other(database: &Database) {
    let post_office = PostOffice::open();
    let here = Server::first(database, &post_office);
    let Founder { you, member: founder, org, root } = here.set_up().await;
    let mut there = Server::another(database, &post_office);
    let at = |path: &str| format!("/api/v1/organizations/{org}{path}");

    // Three people join at the other process.
    let emails = ["bo@example.test", "cy@example.test", "di@example.test"];
    let body = json!({ "emails": emails, "workspace": root, "levels": ["agent"] });
    let invited = you.post(&at("/invitations"), body).await.expect(200);
    let mut joined = Vec::new();
    for (number, email) in emails.iter().enumerate() {
        let mail = post_office.nth(email, 0);
        let base = if mail.text.contains(here.base()) { here.base() } else { there.base() };
        let other = Person::at(&there);
        let accept = json!({ "token": mail.token(base), "first_name": "Bo", "last_name": "Body", "password": PASSWORD });
        other.post("/api/v1/invitation/accept", accept).await.expect(200);
        joined.push((other, invited.text_at(&format!("/results/{number}/member"))));
    }

    // Their beats there are heard here within a second.
    let mut stream = listen(&you, &org, None).await;
    stream.until(|event| event.names("online", &founder)).await;
    let mut took = Vec::new();
    for (other, member) in &joined {
        let beat = Instant::now();
        other.post(&at("/presence"), json!({})).await.expect(204);
        stream.until(|event| event.names("online", member)).await;
        took.push(beat.elapsed());
    }
    took.sort();
    assert!(took[1] < AT_ONCE, "{took:?}");
    let (other, member) = joined.swap_remove(0);
    let shown = you.get(&at(&format!("/members/{member}"))).await.expect(200);
    assert_eq!(shown.body["online"], true);

    // What is changed at either is heard once, over a stream that breaks and goes on at the other process.
    let moved = you.moved_to(&there, FOUNDER, PASSWORD).await;
    let mut last = None;
    for round in 0..6 {
        let name = json!({ "first_name": format!("Name {round}") });
        let by = if round % 2 == 0 { &you } else { &moved };
        by.send(Method::PATCH, &at("/members/me"), &[], Some(name)).await.expect(200);
        let heard = stream.until(|event| event.kind == "members").await;
        assert_eq!(heard.data, json!({ "member": founder, "kind": "profile_changed" }), "round {round}");
        last = Some(heard.id);
        if round % 2 == 1 {
            // Somebody else's ids are none of one's own, and one's own are the same at every process.
            stream = listen(if round % 4 == 1 { &moved } else { &you }, &org, last.as_deref()).await;
            let first = stream.next().await.unwrap();
            assert_ne!(first.kind, "members", "nothing is heard twice: {first:?}");
        }
    }
    drop(stream);
    for name in ["Missed", "Missed too"] {
        moved.send(Method::PATCH, &at("/members/me"), &[], Some(json!({ "first_name": name }))).await.expect(200);
    }
    let journal = at("/journal?limit=1");
    you.eventually(&journal, |answer| answer.body["items"][0]["position"].is_u64()).await;
    let mut stream = listen(&you, &org, last.as_deref()).await;
    let missed = [stream.next().await.unwrap(), stream.next().await.unwrap(), stream.next().await.unwrap()];
    assert_eq!(missed.map(|event| event.kind), ["members", "members", "journal"], "nothing is lost");

    // A process that dies with a stream open leaves nobody online for ever.
    let _open = listen(&other, &org, None).await;
    stream.until(|event| event.kind == "presence").await;
    there.kill();
    stream.until(|event| event.names("offline", &member)).await;
    // One that stops ends its streams, and doesn't wait for those who listen.
    let stopping = Instant::now();
    let stopped = std::thread::spawn(move || here.stop());
    while stream.next().await.is_some() {}
    stopped.join().unwrap();
    assert!(stopping.elapsed() < Duration::from_secs(8), "{:?}", stopping.elapsed());
}
