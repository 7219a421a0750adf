//! Invite, accept, restrict, revoke with handover, undo: told over HTTP and SMTP alone.

use reqwest::Method;
use serde_json::json;
use tenure_whole::{Answer, Database, Mail, PASSWORD, Person, PostOffice, Server, Tenured};

use crate::secrets;

fn ids(answer: &Answer, pointer: &str) -> Vec<String> {
    let items = answer.body.pointer(pointer).unwrap().as_array().unwrap();
    items.iter().map(|item| item.as_str().or_else(|| item["id"].as_str()).unwrap().to_owned()).collect()
}

async fn accept(server: &Server, mail: &Mail, first: &str, last: &str) -> Person {
    let token = mail.token(server.base());
    let person = Person::at(server);
    // Looking changes nothing, however often.
    for _ in 0..3 {
        person.get(&format!("/invitation/{token}")).await.expect(200);
        person.post("/api/v1/invitation/read", json!({ "token": token })).await.expect(200);
    }
    let body = json!({ "token": token, "first_name": first, "last_name": last, "password": PASSWORD });
    person.post("/api/v1/invitation/accept", body.clone()).await.expect(200);
    // A used link is as dead as a made-up one.
    Person::at(server).post("/api/v1/invitation/accept", body).await.expect(404);
    person
}

/// Somebody forgets their password, whose second mail it is: of 32 uses of the link at once one succeeds (c1, c2).
async fn forget(server: &Server, post_office: &PostOffice) {
    let hostile = [("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example;proto=https"), ("host", "evil.example")];
    let ask = json!({ "email": " MIA@example.TEST" });
    Person::at(server).send(Method::POST, "/api/v1/password-reset", &hostile, Some(ask)).await.expect(202);
    let mail = post_office.nth("mia@example.test", 1);
    assert!(!mail.text.contains("evil.example") && !mail.html.contains("evil.example"), "{}", mail.text);
    let token = mail.token_behind(&format!("{}/password-reset/", server.base()));
    Person::at(server).get(&format!("/password-reset/{token}")).await.expect(200);
    let uses = (0..32).map(|_| {
        let (person, body) = (Person::at(server), json!({ "token": token, "password": PASSWORD }));
        tokio::spawn(async move { person.post("/api/v1/password-reset/complete", body).await.status })
    });
    let mut succeeded = 0;
    for one in uses.collect::<Vec<_>>() {
        succeeded += usize::from(one.await.unwrap() == 204);
    }
    assert_eq!(succeeded, 1);
    let told = post_office.nth("mia@example.test", 2).text;
    let page = format!("{}/password-reset", server.base());
    assert!(told.lines().any(|line| line.trim_end() == page), "{told}");
    Person::at(server).sign_in("mia@example.test", PASSWORD).await.expect(200);
}

/// Somebody has another address, which they confirm by the link that goes there; the one before is told (b3).
async fn readdress(server: &Server, post_office: &PostOffice) {
    let mia = Person::at(server);
    mia.sign_in("mia@example.test", PASSWORD).await.expect(200);
    let ask = json!({ "email": " Mia.Lind@EXAMPLE.test", "current_password": PASSWORD });
    mia.post("/api/v1/me/email", ask).await.expect(202);
    let mail = post_office.nth("mia.lind@example.test", 0);
    let token = mail.token_behind(&format!("{}/email-confirmation/", server.base()));
    Person::at(server).get(&format!("/email-confirmation/{token}")).await.expect(200);
    let uses = (0..32).map(|_| {
        let (person, body) = (Person::at(server), json!({ "token": token, "password": PASSWORD }));
        tokio::spawn(async move { person.post("/api/v1/email-confirmation", body).await.status })
    });
    let mut succeeded = 0;
    for one in uses.collect::<Vec<_>>() {
        succeeded += usize::from(one.await.unwrap() == 204);
    }
    assert_eq!(succeeded, 1);
    let told = post_office.nth("mia@example.test", 3).text;
    assert!(told.contains("mia.lind@example.test"), "{told}");
    Person::at(server).sign_in("mia@example.test", PASSWORD).await.expect(401);
    Person::at(server).sign_in("mia.lind@example.test", PASSWORD).await.expect(200);
}

pub(crate) async fn walk(database: &Database, second_process: bool) {
    let post_office = PostOffice::open();
    let server = Server::first(database, &post_office);

    // Somebody sets it up, governs, and signs in.
    let you = Person::at(&server);
    let setup = json!({
        "token": server.setup(), "organization": "Aster", "model": "workspace", "email": "you@example.test",
        "password": PASSWORD, "first_name": "Yuna", "last_name": "Ostrow",
    });
    let made = you.post("/api/v1/setup", setup.clone()).await.expect(201);
    you.post("/api/v1/setup", setup).await.expect(404);
    let org = made.text_at("/organization");
    you.get(&format!("/api/v1/organizations/{org}")).await.expect(401);
    you.sign_in("You@Example.TEST ", PASSWORD).await.expect(200);
    let at = |path: &str| format!("/api/v1/organizations/{org}{path}");
    let operator = format!("/api/v1/operator/organizations/{org}");
    you.send(Method::PATCH, &operator, &[], Some(json!({ "plan": "growth", "seats": 10 }))).await.expect(200);
    let root = you.get(&at("")).await.expect(200).text_at("/root");
    let support = you.post(&at("/workspaces"), json!({ "parent": root, "name": "Support" })).await.expect(201).text_at("/id");

    // They invite people, who get a real mail, and accept.
    let invite = json!({
        "emails": "ada@example.test; bob@example.test\nnobody", "workspace": support, "levels": ["agent"],
        "note": "Welcome <b>both</b>",
    });
    let invited = you.post(&at("/invitations"), invite).await.expect(200);
    let outcomes: Vec<&str> =
        invited.body["results"].as_array().unwrap().iter().map(|one| one["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["invited", "invited", "invalid"]);
    // However an address is typed, its mail goes to the one form that is kept; and whatever a request says of its host, links
    // begin with the public URL (b1, c1).
    let german = json!({ "emails": ["  MIA@ex\u{ff41}mple.TEST "], "workspace": root, "levels": ["manager"], "language": "de" });
    let hostile = [("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example;proto=https"), ("host", "evil.example")];
    you.send(Method::POST, &at("/invitations"), &hostile, Some(german)).await.expect(200);
    let to_ada = post_office.nth("ada@example.test", 0);
    assert!(to_ada.text.contains("Welcome <b>both</b>"), "{}", to_ada.text);
    assert!(to_ada.html.contains("Welcome ") && !to_ada.html.contains("<b>both"), "{}", to_ada.html);
    let (ada_id, bob_id) = (invited.text_at("/results/0/member"), invited.text_at("/results/1/member"));
    let ada = accept(&server, &to_ada, "Ada", "Lind").await;
    let bob = accept(&server, &post_office.nth("bob@example.test", 0), "Bob", "Tran").await;
    let to_mia = post_office.nth("mia@example.test", 0);
    assert!(!to_mia.text.contains("evil.example") && !to_mia.html.contains("evil.example"), "{}", to_mia.text);
    let mia = accept(&server, &to_mia, "Mia", "Kern").await;
    mia.get(&at("/members")).await.expect(200);
    ada.get(&at("/members")).await.expect(403);

    // Somebody who was mistyped gets the corrected mail, and the first link is dead.
    let wrong =
        you.post(&at("/invitations"), json!({ "emails": ["cyd@exmaple.test"], "workspace": support, "levels": ["agent"] })).await;
    let first = post_office.nth("cyd@exmaple.test", 0);
    let correct = at(&format!("/invitations/{}", wrong.text_at("/results/0/invitation")));
    you.send(Method::PATCH, &correct, &[], Some(json!({ "email": "cyd@example.test" }))).await.expect(200);
    let second = post_office.nth("cyd@example.test", 0);
    Person::at(&server).post("/api/v1/invitation/read", json!({ "token": first.token(server.base()) })).await.expect(404);
    Person::at(&server).post("/api/v1/invitation/read", json!({ "token": second.token(server.base()) })).await.expect(200);

    // Contacts are assigned; then Ada's access is changed: from the next request on she sees her own only, masked.
    let contacts: Vec<_> = (0..20)
        .map(|n| json!({ "name": format!("Contact {n}"), "email": format!("hidden{n}@secret.example"), "phone": format!("+4930555000{n:02}") }))
        .collect();
    let hers = json!({ "workspace": support, "assignee": ada_id, "contacts": contacts });
    let made = you.post(&at("/contacts"), hers).await.expect(201);
    let contact_ids = ids(&made, "/contacts");
    you.post(&at("/contacts"), json!({ "workspace": support, "name": "Not hers", "email": "hidden@secret.example" }))
        .await
        .expect(201);
    let grant = at(&format!("/members/{ada_id}/grants/{support}"));
    let tag = you.get(&grant).await.expect(200).tag.unwrap();
    let restricted = json!({ "levels": ["agent"], "restrictions": ["mask_phone_email", "contacts_own"] });
    you.send(Method::PUT, &grant, &[], Some(restricted.clone())).await.expect(428);
    you.put(&grant, &tag, restricted.clone()).await.expect(200);
    you.put(&grant, &tag, restricted).await.expect(412);
    let seen = ada.get(&at("/contacts?limit=200")).await.expect(200);
    assert_eq!(seen.body["items"].as_array().unwrap().len(), 20);
    assert!(!seen.text.contains("secret.example") && !seen.text.contains("30555"), "{}", seen.text);
    let found = ada.get(&at("/contacts?q=hidden1@secret")).await.expect(200);
    assert_eq!(found.body["items"].as_array().unwrap().len(), 0);
    let changed = post_office.nth("ada@example.test", 1);
    assert!(changed.subject.contains("Support") && changed.text.contains("Aster"), "{} {}", changed.subject, changed.text);

    // A second process of the same database signs her in, and will know at once.
    let other = second_process.then(|| Server::another(database, &post_office));
    let ada_there = match &other {
        Some(other) => Some(ada.moved_to(other, "ada@example.test", PASSWORD).await),
        None => None,
    };
    if let Some(there) = &ada_there {
        there.get(&at("/contacts")).await.expect(200);
    }

    // She goes: the plan says what will happen, and her contacts are Bob's in one write.
    let revocation = at(&format!("/members/{ada_id}/grants/{support}/revocation"));
    let plan = you.get(&format!("{revocation}?assign_to={bob_id}")).await.expect(200);
    assert_eq!(plan.body["contacts"], json!({ "value": 20, "exact": true }));
    assert_eq!(plan.body["blockers"], json!([]));
    let deed = json!({ "contacts": { "assign_to": bob_id }, "fingerprint": plan.text_at("/fingerprint"), "reason": "moved on" });
    let keyed = [("idempotency-key", "revoke-ada")];
    let receipt = you.send(Method::POST, &revocation, &keyed, Some(deed.clone())).await.expect(200);
    if let Some(there) = &ada_there {
        there.get(&at("/contacts")).await.expect(403);
    }
    ada.get(&at("/contacts")).await.expect(403);
    let again = you.send(Method::POST, &revocation, &keyed, Some(deed)).await.expect(200);
    assert_eq!(again.text, receipt.text);
    let bobs = bob.get(&at("/contacts?assignee=me&limit=200")).await.expect(200);
    assert_eq!(bobs.body["items"].as_array().unwrap().len(), 20);
    let told = post_office.nth("bob@example.test", 1);
    assert!(told.text.contains("20") && told.text.contains("Ada Lind"), "{}", told.text);
    post_office.nth("ada@example.test", 2);

    // It is undone: her grant, restrictions included, and her contacts are back; but for the one that was given away singly.
    you.send(Method::PUT, &at(&format!("/contacts/{}/assignee", contact_ids[0])), &[], Some(json!({ "member": null })))
        .await
        .expect(200);
    let undo = at(&format!("/receipts/{}/undo", receipt.text_at("/id")));
    let undone = you.post(&undo, json!({ "reason": "a mistake" })).await.expect(200);
    assert_eq!(ids(&undone, "/stayed"), contact_ids[..1]);
    you.post(&undo, json!({})).await.expect(409);
    let back = ada.get(&at("/contacts?limit=200")).await.expect(200);
    assert_eq!(back.body["items"].as_array().unwrap().len(), 19);
    assert!(!back.text.contains("secret.example"), "{}", back.text);

    // Nobody ends the last one in charge, not even a manager or themselves.
    let me = you.get("/api/v1/me").await.expect(200).text_at("/memberships/0/member");
    let own = at(&format!("/members/{me}/grants/{root}/revocation"));
    you.post(&own, json!({})).await.expect(403);
    mia.post(&own, json!({})).await.expect(403);

    forget(&server, &post_office).await;
    readdress(&server, &post_office).await;
    mia.get(&at("/members")).await.expect(401);

    // A program acts for the owner: what it bears is written nowhere, though it be sent where it doesn't belong.
    let once = [("idempotency-key", "one token")];
    let made = you.send(Method::POST, &at("/members/me/tokens"), &once, Some(json!({ "name": "program" }))).await.expect(201);
    let token = made.text_at("/secret");
    let bearer = format!("Bearer {token}");
    let program = Person::at(&server);
    let born = [("authorization", bearer.as_str()), ("idempotency-key", "by a program")];
    let body = json!({ "workspace": root, "name": "Made by a program" });
    program.send(Method::POST, &at("/contacts"), &born, Some(body)).await.expect(201);
    program.send(Method::GET, &at(&format!("/contacts?q={token}")), &[born[0]], None).await.expect(200);

    // The journal tells it all, in order, with who and why.
    let journal = you.get(&at("/journal?limit=200")).await.expect(200);
    let kinds: Vec<&str> = journal.body["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect();
    for kind in [
        "organization_founded",
        "member_invited",
        "invitation_accepted",
        "access_changed",
        "access_revoked",
        "contacts_handed_over",
        "access_restored",
        "access_refused",
        "token_made",
    ] {
        assert!(kinds.contains(&kind), "{kind} is missing from {kinds:?}");
    }
    let revoked = you.get(&at("/journal?kind=access_revoked")).await.expect(200);
    assert_eq!(revoked.body["items"][0]["reason"], "moved on");

    // All that was written holds no secret that was handed out; and the data keeps every invariant.
    let mails = post_office.all();
    let metrics = you.get("/metrics").await.expect(200).text;
    let people = [&you, &ada, &bob, &mia].into_iter().chain(&ada_there);
    let begun = you.post("/api/v1/me/second-factor", json!({ "current_password": PASSWORD })).await.expect(200);
    let handed_out = [server.setup().to_owned(), begun.text_at("/secret"), begun.text_at("/uri"), token];
    let told: Vec<String> = people.flat_map(Person::cookies).chain(handed_out).collect();
    let log = server.stop() + &other.map(Server::stop).unwrap_or_default();
    secrets::c4_nothing_written_holds_a_secret(database, &log, &metrics, &mails, &told);
    let verified = Tenured::run(database, &["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}
