//! h13: the same random history gets the same answers from both databases.

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Answer, Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

/// How many kinds of steps there are; the last one lists members.
const KINDS: usize = 22;

const STEPS: u32 = 260;
const LEVELS: [&str; 3] = ["owner", "manager", "agent"];
const RESTRICTIONS: [&str; 4] = ["no_data_export", "contacts_own", "mask_phone_email", "no_calls"];

/// A small generator: the same numbers in every run, so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

/// One installation, with everything that its answers named so far, in the order in which they did.
struct House<'a> {
    server: Server,
    post_office: &'a PostOffice,
    org: String,
    people: Vec<Person>,
    members: Vec<String>,
    emails: Vec<String>,
    workspaces: Vec<String>,
    contacts: Vec<String>,
    receipts: Vec<String>,
    guests: Vec<String>,
    invitations: Vec<String>,
    mails: std::collections::BTreeMap<String, usize>,
}

impl<'a> House<'a> {
    async fn open(database: &Database, post_office: &'a PostOffice) -> Self {
        let server = Server::first(database, post_office);
        let Founder { you, member, org, root } = server.set_up().await;
        let plan = json!({ "plan": "growth" });
        you.send(Method::PATCH, &format!("/api/v1/operator/organizations/{org}"), &[], Some(plan)).await.expect(200);
        Self {
            server,
            post_office,
            org,
            people: vec![you],
            members: vec![member],
            emails: vec![FOUNDER.to_owned()],
            workspaces: vec![root],
            contacts: vec![],
            receipts: vec![],
            invitations: vec![],
            guests: vec![],
            mails: std::collections::BTreeMap::new(),
        }
    }

    fn at(&self, path: &str) -> String {
        format!("/api/v1/organizations/{}{path}", self.org)
    }

    /// Takes one step, told by numbers, and gives the answer.
    async fn step(&mut self, step: &[usize; 6]) -> Answer {
        let [what, who, whom, place, a, b] = *step;
        let actor = self.people[who % self.people.len()].clone();
        let member = self.members[whom % self.members.len()].clone();
        let workspace = self.workspaces[place % self.workspaces.len()].clone();
        let level = LEVELS[a % LEVELS.len()];
        let restrictions: Vec<&str> = if b % 3 == 0 { vec![RESTRICTIONS[b % RESTRICTIONS.len()]] } else { vec![] };
        let pick = |all: &[String]| {
            all.get(a % all.len().max(1)).cloned().unwrap_or_else(|| "00000000-0000-7000-8000-000000000000".to_owned())
        };
        match what % KINDS {
            0 => {
                let answer =
                    actor.post(&self.at("/workspaces"), json!({ "parent": workspace, "name": format!("Place {a}") })).await;
                if answer.status == 201 && self.workspaces.len() < 6 {
                    self.workspaces.push(answer.text_at("/id"));
                }
                answer
            }
            1..=3 => {
                let email = format!("person{}@example.test", whom % 9);
                let body = json!({ "emails": [email], "workspace": workspace, "levels": [level], "restrictions": restrictions });
                let answer = actor.post(&self.at("/invitations"), body).await;
                if answer.status == 200 && answer.body["results"][0]["outcome"] == "invited" {
                    self.invitations.push(answer.text_at("/results/0/invitation"));
                    self.accept(&email).await;
                }
                answer
            }
            4 | 5 => {
                let path = self.at(&format!("/members/{member}/grants/{workspace}"));
                let tag = self.people[0].get(&path).await.tag;
                let body = json!({ "levels": [level], "restrictions": restrictions });
                match tag {
                    Some(tag) => actor.put(&path, &tag, body).await,
                    None => actor.send(Method::PUT, &path, &[("if-none-match", "*")], Some(body)).await,
                }
            }
            6 | 7 => {
                let to = self.members[b % self.members.len()].clone();
                let contacts = if a % 2 == 0 { json!({ "assign_to": to }) } else { json!("unassign") };
                let path = self.at(&format!("/members/{member}/grants/{workspace}/revocation"));
                let answer = actor.post(&path, json!({ "contacts": contacts })).await;
                if answer.status == 200 {
                    self.receipts.push(answer.text_at("/id"));
                }
                answer
            }
            8 => actor.post(&self.at(&format!("/receipts/{}/undo", pick(&self.receipts))), json!({})).await,
            9 => {
                let body = json!({ "workspace": workspace, "assignee": member, "contacts": [{ "name": format!("C{a}") }, { "name": format!("+49 30 12345{b}") }] });
                let answer = actor.post(&self.at("/contacts"), body).await;
                if answer.status == 201 {
                    self.contacts
                        .extend(answer.body["contacts"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()));
                }
                answer
            }
            10 => {
                let path = self.at(&format!("/contacts/{}/assignee", pick(&self.contacts)));
                actor.send(Method::PUT, &path, &[], Some(json!({ "member": member }))).await
            }
            11 => {
                // A guest who never accepts, to send again, correct and withdraw.
                let body = json!({ "emails": [format!("guest{a}@example.test")], "workspace": workspace, "levels": [level] });
                let answer = actor.post(&self.at("/invitations"), body).await;
                if answer.status == 200 && answer.body["results"][0]["outcome"] == "invited" {
                    self.guests.push(answer.text_at("/results/0/invitation"));
                }
                answer
            }
            12 => actor.post(&self.at(&format!("/invitations/{}/resend", pick(&self.guests))), json!({})).await,
            13 => {
                let path = self.at(&format!("/invitations/{}", pick(&self.guests)));
                actor.send(Method::PATCH, &path, &[], Some(json!({ "email": format!("guest{b}@example.test") }))).await
            }
            14 => actor.send(Method::DELETE, &self.at(&format!("/invitations/{}", pick(&self.guests))), &[], None).await,
            15 => {
                let path = self.at(&format!("/members/{member}"));
                actor.send(Method::PATCH, &path, &[], Some(json!({ "first_name": format!("Name{b}") }))).await
            }
            16 => {
                let path = self.at(&format!("/workspaces/{workspace}"));
                actor.send(Method::PATCH, &path, &[], Some(json!({ "name": format!("Place {b}") }))).await
            }
            17 => {
                let permission = ["members.view", "contacts.handle", "workspaces.manage"][a % 3];
                actor.get(&self.at(&format!("/access?member={member}&permission={permission}&workspace={workspace}"))).await
            }
            18 => actor.get(&self.at("/journal?limit=30")).await,
            19 => actor.get(&self.at(&format!("/workspaces?under={workspace}"))).await,
            20 => actor.get(&self.at(&format!("/contacts?limit=200&q={}", ["C", "12345", "Contact", "1"][a % 4]))).await,
            _ => {
                actor
                    .get(&self.at(&format!(
                        "/members?limit=200&sort={}&q={}",
                        ["name", "-last_active"][a % 2],
                        ["", "per", "person1@"][b % 3]
                    )))
                    .await
            }
        }
    }

    async fn accept(&mut self, email: &str) {
        let nth = self.mails.entry(email.to_owned()).or_default();
        // Granted and changed mails come between; the next one with a link is the invitation.
        let token = loop {
            let mail = self.post_office.nth(email, *nth);
            *nth += 1;
            if mail.text.contains("/invitation/") && mail.text.contains(self.server.base()) {
                break mail.token(self.server.base());
            }
        };
        let person = Person::at(&self.server);
        let body = json!({ "token": token, "first_name": "P", "last_name": email, "password": PASSWORD });
        if person.post("/api/v1/invitation/accept", body).await.status == 200 && !self.emails.iter().any(|known| known == email) {
            let member = person.get("/api/v1/me").await.expect(200).text_at("/memberships/0/member");
            self.people.push(person);
            self.members.push(member);
            self.emails.push(email.to_owned());
        }
    }

    /// An answer without what differs between installations: ids are told by their order, and instants left out.
    fn told(&self, answer: &Answer) -> (u16, Value) {
        let mut body = answer.body.clone();
        self.plain(&mut body);
        (answer.status, body)
    }

    fn plain(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                let known = [&self.members, &self.workspaces, &self.contacts, &self.receipts, &self.invitations, &self.guests];
                let found = known
                    .iter()
                    .enumerate()
                    .find_map(|(of, ids)| ids.iter().position(|id| id == text).map(|at| format!("#{of}.{at}")));
                let dashes = text.len() == 36 && text.matches('-').count() == 4;
                let instant = text.ends_with('Z') && text.contains('T');
                let pseudonym = text.starts_with("Contact ") && text.len() == 16 || text.starts_with("Member ");
                *text = found.unwrap_or_else(|| if dashes || instant || pseudonym { "…".to_owned() } else { text.clone() });
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.plain(item)),
            Value::Object(fields) => {
                // Cursors are sealed, and how far couriers are differs from moment to moment.
                for moving in ["next", "position", "delivery"] {
                    fields.remove(moving);
                }
                fields.values_mut().for_each(|field| self.plain(field));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Members who were never active, or at the same moment, may be told in either order: their ids break the tie. All else has one.
fn unordered(step: &[usize; 6], value: &mut Value) {
    let [what, _, _, _, a, _] = *step;
    if what % KINDS == KINDS - 1
        && a % 2 == 1
        && let Some(items) = value.get_mut("items").and_then(Value::as_array_mut)
    {
        items.sort_by_key(ToString::to_string);
    }
}

pub(crate) async fn h13_the_same_history_gets_the_same_answers(seed: u64) {
    let (sqlite, postgres) = (Database::sqlite(), Database::postgres());
    let (one, other) = (PostOffice::open(), PostOffice::open());
    let mut houses = [House::open(&sqlite, &one).await, House::open(&postgres, &other).await];
    let mut dice = Dice(seed);
    let mut statuses = std::collections::BTreeMap::<u16, u32>::new();
    for number in 0..STEPS {
        let step: [usize; 6] = std::array::from_fn(|_| dice.roll(1_000));
        let [mut first, mut second] = {
            let [a, b] = &mut houses;
            let (one, other) = (a.step(&step).await, b.step(&step).await);
            [a.told(&one), b.told(&other)]
        };
        unordered(&step, &mut first.1);
        unordered(&step, &mut second.1);
        assert_eq!(first, second, "seed {seed}, step {number}: {step:?}");
        *statuses.entry(first.0).or_default() += 1;
    }
    assert!(statuses.get(&200).is_some_and(|times| *times > 30), "the history does something: {statuses:?}");
    assert!(statuses.keys().filter(|status| **status >= 400).count() >= 2, "and is refused something: {statuses:?}");
    for (house, database) in houses.into_iter().zip([&sqlite, &postgres]) {
        house.server.stop();
        let verified = Tenured::run(database, &["verify"]);
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    }
}
