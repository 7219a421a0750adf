//! The lines of access models, walked from outside: an organization of that model on a real server, with real mail.

pub(crate) mod account_tree;
pub(crate) mod contact_center;
pub(crate) mod partner_network;

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Answer, Database, Founder, Mail, PASSWORD, Person, PostOffice, Server, Tenured};

const BOSS: &str = "boss@company.test";

/// An organization of one model.
struct Company {
    server: Server,
    post_office: PostOffice,
    org: String,
    root: String,
    /// Who operates the server, and is nobody in the company.
    operator: Person,
    /// Who governs.
    boss: Member,
}

/// Somebody who has accepted.
struct Member {
    person: Person,
    id: String,
}

/// Whom a question about access is about, and what.
struct Question<'a> {
    member: &'a str,
    permission: &'a str,
    workspace: &'a str,
}

impl Company {
    /// An operator makes it, and who will govern it gets a mail.
    async fn found(database: &Database, model: &str) -> Self {
        let post_office = PostOffice::open();
        let server = Server::first(database, &post_office);
        let Founder { you: operator, .. } = server.set_up().await;
        let body = json!({ "name": "Company", "model": model, "governor_email": BOSS });
        let org = operator.post("/api/v1/operator/organizations", body).await.expect(201).text_at("/id");
        let person = accepts(&server, &post_office.nth(BOSS, 0), "Bo").await;
        let at = format!("/api/v1/organizations/{org}");
        let root = person.get(&at).await.expect(200).text_at("/root");
        let id = person.get(&format!("{at}/members/me")).await.expect(200).text_at("/member");
        Self { server, post_office, org, root, operator, boss: Member { person, id } }
    }

    fn at(&self, path: &str) -> String {
        format!("/api/v1/organizations/{}/{path}", self.org)
    }

    async fn get(&self, who: &Member, path: &str) -> Answer {
        who.person.get(&self.at(path)).await
    }

    async fn post(&self, who: &Member, path: &str, body: Value) -> Answer {
        who.person.post(&self.at(path), body).await
    }

    async fn patch(&self, who: &Member, path: &str, body: Value) -> Answer {
        who.person.send(Method::PATCH, &self.at(path), &[], Some(body)).await
    }

    /// What came of each address, in their order.
    async fn invites(&self, by: &Member, emails: &str, offer: Value) -> Vec<Value> {
        let mut body = offer;
        body["emails"] = json!(emails);
        let answer = self.post(by, "invitations", body).await.expect(200);
        answer.body["results"].as_array().unwrap().clone()
    }

    /// Invites somebody, who follows the link in their mail.
    async fn joins(&self, by: &Member, email: &str, offer: Value) -> Member {
        let results = self.invites(by, email, offer).await;
        assert_eq!(results[0]["outcome"], "invited", "{results:?}");
        let id = results[0]["member"].as_str().unwrap().to_owned();
        let name = email.split('@').next().unwrap();
        Member { person: accepts(&self.server, &self.post_office.nth(email, 0), name).await, id }
    }

    /// Puts a whole grant there, whatever stood there.
    async fn grants(&self, by: &Member, whom: &Member, workspace: &str, body: Value) -> Answer {
        let path = self.at(&format!("members/{}/grants/{workspace}", whom.id));
        let tag = by.person.get(&path).await.tag;
        let how = tag.as_deref().map_or(("if-none-match", "*"), |tag| ("if-match", tag));
        by.person.send(Method::PUT, &path, &[how], Some(body)).await
    }

    /// Whether somebody may do something: as they are told themselves, and as who governs is told.
    async fn may(&self, who: &Member, permission: &str, workspace: &str) -> bool {
        let asked = |member| Question { member, permission, workspace };
        let (own, told) = (self.asks(who, asked("me"), None).await, self.asks(&self.boss, asked(&who.id), None).await);
        // Who doesn't reach a place doesn't know of it; whoever governs is told why it is a no.
        assert_eq!(told.status, 200, "{}", told.text);
        assert!(own.status == 404 || own.body["allowed"] == told.body["allowed"], "{} {}", own.text, told.text);
        told.body["allowed"] == true
    }

    async fn asks(&self, asker: &Member, of: Question<'_>, resource: Option<&str>) -> Answer {
        let Question { member, permission, workspace } = of;
        let about = resource.map(|resource| format!("&resource={resource}")).unwrap_or_default();
        self.get(asker, &format!("access?member={member}&permission={permission}&workspace={workspace}{about}")).await
    }

    /// Everybody who is listed, with the field that is asked for.
    async fn listed(&self, by: &Member, path: &str, field: &str) -> Vec<String> {
        let answer = self.get(by, path).await.expect(200);
        let items = answer.body["items"].as_array().unwrap();
        items.iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
    }

    /// The end: the server stops well, and what it leaves keeps every invariant.
    fn closes(self, database: &Database) {
        self.server.stop();
        let verified = Tenured::run(database, &["verify"]);
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    }
}

async fn accepts(server: &Server, mail: &Mail, first: &str) -> Person {
    let person = Person::at(server);
    let token = mail.token(server.base());
    let body = json!({ "token": token, "first_name": first, "last_name": "Example", "password": PASSWORD });
    person.post("/api/v1/invitation/accept", body).await.expect(200);
    person
}

/// The rule that an answer with this status names.
fn rule(answer: Answer, status: u16) -> String {
    answer.expect(status).body["rule"].as_str().unwrap_or_default().to_owned()
}
