//! R4 from outside: whatever reaches somebody from whom addresses and numbers are hidden, on whichever way, holds none.

use std::collections::{BTreeMap, BTreeSet};

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Database, Founder, Mail, PASSWORD, Person, PostOffice, Server};

/// It is in every address and every number that is seeded, and nowhere else.
/// Numbers are shown in groups, too.
const SECRETS: [&str; 3] = ["hidden.test", "17055500", "170\u{a0}555"];

/// How many pages are gone through: what follows are the same places, sorted and filtered in other ways.
const PAGES: usize = 400;

const MASKED: &str = "mia@example.test";

fn secret_in(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    SECRETS.into_iter().find(|secret| text.contains(secret))
}

/// An organization in which people do things to somebody masked who are called by their addresses.
struct House {
    server: Server,
    post_office: PostOffice,
    org: String,
    /// Who governs, has no name, and a number and an address that are hidden.
    boss: Person,
    /// From whom they are hidden.
    masked: Person,
    member: String,
}

impl House {
    fn at(&self, path: &str) -> String {
        format!("/api/v1/organizations/{}/{path}", self.org)
    }

    async fn grant(&self, workspace: &str, tag: (&str, &str), body: Value) {
        let path = self.at(&format!("members/{}/grants/{workspace}", self.member));
        let status = if tag.0 == "if-match" { 200 } else { 201 };
        self.boss.send(Method::PUT, &path, &[tag], Some(body)).await.expect(status);
    }
}

async fn accept(server: &Server, mail: &Mail) -> Person {
    let person = Person::at(server);
    let token = mail.token(server.base());
    let body = json!({ "token": token, "first_name": "Mia", "last_name": "Masked", "password": PASSWORD });
    person.post("/api/v1/invitation/accept", body).await.expect(200);
    person
}

/// Somebody comes who has no name, and so is called by their address.
async fn nameless(
    server: &Server,
    post_office: &PostOffice,
    org: &str,
    by: &Person,
    email: &str,
    offer: Value,
) -> (Person, String) {
    let mut offer = offer;
    offer["emails"] = json!(email);
    let invited = by.post(&format!("/api/v1/organizations/{org}/invitations"), offer).await.expect(200);
    let person = accept(server, &post_office.nth(email, 0)).await;
    let bare = json!({ "first_name": null, "last_name": null, "phone": "+4917055500009" });
    person.send(Method::PATCH, &format!("/api/v1/organizations/{org}/members/me"), &[], Some(bare)).await.expect(200);
    (person, invited.text_at("/results/0/member"))
}

/// Everything happens to somebody masked that there is a mail about.
async fn lived_in(database: &Database) -> House {
    let post_office = PostOffice::open();
    let server = Server::first(database, &post_office);
    let Founder { you, org, root, .. } = server.set_up().await;
    you.send(Method::PATCH, &format!("/api/v1/operator/organizations/{org}"), &[], Some(json!({ "plan": "growth" })))
        .await
        .expect(200);
    let mut places = Vec::new();
    for name in ["North", "South"] {
        let made = you.post(&format!("/api/v1/organizations/{org}/workspaces"), json!({ "parent": root, "name": name })).await;
        places.push(made.expect(201).text_at("/id"));
    }
    let [north, south] = [&places[0], &places[1]];
    let offer = |workspace: &str, level: &str| json!({ "workspace": workspace, "levels": [level] });
    let (boss, _) = nameless(&server, &post_office, &org, &you, "boss.secret@hidden.test", offer(&root, "owner")).await;
    let (_, gone) = nameless(&server, &post_office, &org, &boss, "gone.secret@hidden.test", offer(south, "agent")).await;

    let mut invitation = offer(south, "agent");
    invitation["emails"] = json!(MASKED);
    invitation["restrictions"] = json!(["mask_phone_email"]);
    let invited = boss.post(&format!("/api/v1/organizations/{org}/invitations"), invitation).await.expect(200);
    let mail = post_office.nth(MASKED, 0);
    let read = Person::at(&server).post("/api/v1/invitation/read", json!({ "token": mail.token(server.base()) })).await.expect(200);
    assert_eq!(secret_in(&read.text), None, "{}", read.text);
    let page = Person::at(&server).get(&format!("/invitation/{}", mail.token(server.base()))).await.expect(200);
    assert_eq!(secret_in(&page.text), None, "{}", page.text);
    let masked = accept(&server, &mail).await;
    let house = House { member: invited.text_at("/results/0/member"), server, post_office, org, boss, masked };

    // They get access, another, and lose it.
    let none = ("if-none-match", "*");
    house.grant(&root, none, json!({ "levels": ["manager"], "restrictions": ["no_settings"] })).await;
    house.grant(&root, ("if-match", "\"v1\""), json!({ "levels": ["manager"] })).await;
    house.grant(north, none, json!({ "levels": ["agent"] })).await;
    let path = house.at(&format!("members/{}/grants/{north}/revocation", house.member));
    house.boss.post(&path, json!({})).await.expect(200);
    // Contacts come to them from somebody who is called by their address.
    let contacts = json!({ "workspace": south, "assignee": gone, "contacts": [
        { "name": "Ada", "email": "ada.secret@hidden.test", "phone": "+4917055500001" },
        { "name": "+49 170 555 00002" },
        { "name": "grace.secret@hidden.test" },
    ] });
    house.boss.post(&house.at("contacts"), contacts).await.expect(201);
    let path = house.at(&format!("members/{gone}/deletion"));
    house.boss.post(&path, json!({ "contacts": { "assign_to": house.member } })).await.expect(200);
    // Told before they are sent away: of contacts that are somebody else's again nobody is told.
    house.post_office.nth(MASKED, 5);
    // They are sent away, and come back.
    let receipt = house.boss.post(&house.at(&format!("members/{}/deletion", house.member)), json!({})).await.expect(200);
    house.boss.post(&house.at(&format!("receipts/{}/undo", receipt.text_at("/id"))), json!({})).await.expect(200);
    house.masked.sign_in(MASKED, PASSWORD).await.expect(200);
    house
}

/// Every path of the document that is read, with every id that there is.
async fn routes(house: &House) -> Vec<String> {
    let document = house.boss.get("/api/v1/openapi.json").await.expect(200).body;
    let mut ids: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    ids.insert("org", vec![house.org.clone()]);
    ids.insert("kind", vec!["team".to_owned()]);
    let lists = [
        ("members", "member", "member"),
        ("workspaces", "id", "ws"),
        ("contacts", "id", "id"),
        ("invitations", "id", "id"),
        ("receipts", "id", "id"),
    ];
    for (list, field, name) in lists {
        let rows = house.boss.get(&house.at(list)).await.expect(200).body["items"].clone();
        ids.entry(name).or_default().extend(rows.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap().to_owned()));
    }
    let mut paths = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        // The stream has no end, and is listened to below.
        if operations.get("get").is_none() || path.ends_with("/stream") {
            continue;
        }
        let mut filled = vec![path.clone()];
        for (name, ids) in &ids {
            let each = |path: String| ids.iter().map(move |id| path.replace(&format!("{{{name}}}"), id)).collect::<BTreeSet<_>>();
            filled = filled.into_iter().flat_map(each).collect();
        }
        paths.extend(filled);
    }
    for query in ["members?q=secret", "members?q=1705550&count=true", "members?sort=email", "contacts?q=secret", "contacts?q=555"] {
        paths.push(house.at(query));
    }
    paths
}

/// Where a page leads to, within this server.
fn links(page: &str) -> Vec<String> {
    let begin = page.split("href=\"/").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
    begin.map(|path| format!("/{}", path.replace("&#38;", "&").replace("&amp;", "&"))).collect()
}

/// Goes from page to page, as far as links lead, and gives the paths at which something secret was found, and how many answered.
async fn walked(house: &House, who: &Person) -> (BTreeSet<String>, usize) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut open = routes(house).await;
    let pages =
        ["members", "contacts", "workspaces", "resources", "journal", "receipts", "settings", "members/me", "members/new", "help"];
    open.extend(pages.map(|place| format!("/organizations/{}/{place}", house.org)));
    let most = open.len() + PAGES;
    let (mut found, mut answered) = (BTreeSet::new(), 0);
    while let Some(path) = open.pop() {
        if known.len() == most || path.starts_with("/assets/") || path.starts_with("/api/docs") || !known.insert(path.clone()) {
            continue;
        }
        let accept = if path.starts_with("/api/") { "*/*" } else { "text/html" };
        let answer = who.send(Method::GET, &path, &[("accept", accept)], None).await;
        assert!(answer.status < 500, "{path}: {}", answer.text);
        answered += usize::from(answer.status == 200);
        if secret_in(&answer.text).is_some() {
            found.insert(path.clone());
        }
        if answer.status == 200 && !path.starts_with("/api/") {
            open.extend(links(&answer.text));
        }
    }
    (found, answered)
}

pub(crate) async fn r4_no_byte_holds_what_is_hidden() {
    let database = Database::sqlite();
    let house = lived_in(&database).await;

    // Whatever there is a mail about has been told: invited, granted, changed, granted, revoked, handed over, deleted, restored.
    let mails: Vec<Mail> = (0..8).map(|nth| house.post_office.nth(MASKED, nth)).collect();
    let subjects: BTreeSet<&String> = mails.iter().map(|mail| &mail.subject).collect();
    assert_eq!(subjects.len(), 8, "each tells of something else: {subjects:?}");
    for mail in &mails {
        let bytes = format!("{}\n{}\n{}", mail.headers, mail.text, mail.html);
        assert!(bytes.contains(MASKED), "all of it was looked at: {bytes}");
        assert_eq!(secret_in(&bytes), None, "{bytes}");
    }

    // Every answer and every page, as far as links lead.
    let sheets = ["members.csv", "journal.csv"].map(|sheet| house.at(sheet));
    let (seen, _) = walked(&house, &house.boss).await;
    let pages = ["members", "contacts", "journal"].map(|page| format!("/organizations/{}/{page}", house.org));
    for path in pages.iter().chain(&sheets) {
        assert!(seen.contains(path), "to others it is there, at {path} too: {seen:#?}");
    }
    let (seen, answered) = walked(&house, &house.masked).await;
    assert_eq!(seen, BTreeSet::new());
    assert!(answered > 100, "{answered}");
    for sheet in &sheets {
        house.masked.get(sheet).await.expect(200);
    }

    // The stream, while things happen to people who are hidden.
    let mut stream = house.masked.listen(&house.at("stream"), None).await;
    let first = stream.next().await.unwrap();
    let invite = json!({ "emails": "pat.secret@hidden.test", "workspace": house_root(&house).await, "levels": ["agent"] });
    let invited = house.boss.post(&house.at("invitations"), invite).await.expect(200).text_at("/results/0/member");
    let mut heard = vec![first];
    while !heard.iter().any(|event| event.kind == "members" && event.data["member"] == json!(invited)) {
        heard.push(stream.next().await.unwrap());
    }
    assert_eq!(secret_in(&format!("{heard:?}")), None);
    // What is missed is told as that.
    let mut again = house.masked.listen(&house.at("stream"), Some(&heard[0].id)).await;
    assert_eq!(secret_in(&format!("{:?}", again.until(|event| event.kind == "members").await)), None);
    drop((stream, again));
    assert_eq!(secret_in(&house.server.stop()), None, "nor does the log");
}

async fn house_root(house: &House) -> String {
    house.boss.get(&format!("/api/v1/organizations/{}", house.org)).await.expect(200).text_at("/root")
}
