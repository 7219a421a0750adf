//! Two processes of one Postgres, and people who do at the same moment what only one of them may: the use cases themselves, not
//! what a store's contract makes of them.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Answer, Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};
use tokio::sync::Barrier;

const ROUNDS: usize = 30;

/// A request by somebody.
type Deed<'a> = (&'a Person, Method, String, &'a [(&'a str, &'a str)], Value);

/// Sends both at once.
async fn at_once(one: Deed<'_>, other: Deed<'_>) -> (Answer, Answer) {
    let barrier = Arc::new(Barrier::new(2));
    let send = async |(who, method, path, headers, body): Deed<'_>| {
        barrier.wait().await;
        who.send(method, &path, headers, Some(body)).await
    };
    tokio::join!(send(one), send(other))
}

/// An organization on two processes.
struct Town<'a> {
    post_office: &'a PostOffice,
    here: Server,
    there: Server,
    /// Who governs, here.
    you: Person,
    member: String,
    org: String,
    root: String,
}

impl<'a> Town<'a> {
    async fn found(database: &Database, post_office: &'a PostOffice) -> Self {
        let here = Server::first(database, post_office);
        let Founder { you, member, org, root } = here.set_up().await;
        let there = Server::another(database, post_office);
        Self { post_office, here, there, you, member, org, root }
    }

    fn at(&self, path: &str) -> String {
        format!("/api/v1/organizations/{}{path}", self.org)
    }

    /// Somebody who has accepted: their membership's id, and they themselves at the other process.
    async fn hire(&self, email: &str, level: &str) -> (String, Person) {
        let body = json!({ "emails": [email], "workspace": self.root, "levels": [level] });
        let member = self.you.post(&self.at("/invitations"), body).await.expect(200).text_at("/results/0/member");
        // Either process may have sent it, and each has an address of its own.
        let mail = self.post_office.nth(email, 0);
        let base = if mail.text.contains(self.here.base()) { self.here.base() } else { self.there.base() };
        let token = mail.token(base);
        let person = Person::at(&self.there);
        let body = json!({ "token": token, "first_name": "Some", "last_name": "Body", "password": PASSWORD });
        person.post("/api/v1/invitation/accept", body).await.expect(200);
        (member, person)
    }

    fn revocation(&self, member: &str) -> String {
        self.at(&format!("/members/{member}/grants/{}/revocation", self.root))
    }

    fn grant(&self, member: &str) -> String {
        self.at(&format!("/members/{member}/grants/{}", self.root))
    }

    async fn held_by(&self, member: &str) -> usize {
        let held = self.you.get(&self.at(&format!("/contacts?assignee={member}"))).await.expect(200);
        held.body["items"].as_array().unwrap().len()
    }

    async fn undo(&self, receipt: &Answer) {
        self.you.post(&self.at(&format!("/receipts/{}/undo", receipt.text_at("/id"))), json!({})).await.expect(200);
    }

    async fn contact(&self, assignee: Option<&str>) -> String {
        let body = json!({ "workspace": self.root, "name": "Client", "assignee": assignee });
        self.you.post(&self.at("/contacts"), body).await.expect(201).text_at("/contacts/0")
    }

    /// Two who govern end each other, by revoking or by demoting: one of them does, and the other one is in charge.
    async fn h1_governors_end_each_other(&self) {
        let (other_id, other) = self.hire("other@example.test", "owner").await;
        for round in 0..ROUNDS {
            let tag = self.you.get(&self.grant(&other_id)).await.expect(200).tag.unwrap();
            let against = [("if-match", tag.as_str())];
            let revoke = (&other, Method::POST, self.revocation(&self.member), &[][..], json!({}));
            let (mine, theirs) = if round % 2 == 0 {
                at_once((&self.you, Method::POST, self.revocation(&other_id), &[], json!({})), revoke).await
            } else {
                let demoted = json!({ "levels": ["agent"] });
                at_once((&self.you, Method::PUT, self.grant(&other_id), &against, demoted), revoke).await
            };
            let won = [mine.status, theirs.status].iter().filter(|status| **status == 200).count();
            assert_eq!(won, 1, "{} {}", mine.text, theirs.text);
            // Whoever is left gives the other one their place back.
            let owner = json!({ "levels": ["owner"] });
            let (survivor, lost) = if mine.status == 200 { (&self.you, &other_id) } else { (&other, &self.member) };
            let standing = survivor.get(&self.grant(lost)).await;
            let how = match &standing.tag {
                Some(tag) => ("if-match", tag.as_str()),
                None => ("if-none-match", "*"),
            };
            let back = survivor.send(Method::PUT, &self.grant(lost), &[how], Some(owner)).await;
            assert!(matches!(back.status, 200 | 201), "{}", back.text);
        }
    }

    /// Somebody is revoked while a contact is assigned to them, or made for them: nobody without access holds one afterwards.
    async fn h2_revoked_against_assigned(&self) {
        let (leaver, _) = self.hire("leaver@example.test", "agent").await;
        let (_, boss) = self.hire("boss@example.test", "owner").await;
        for round in 0..ROUNDS {
            let (revocation, unassign) = (self.revocation(&leaver), json!({ "contacts": "unassign" }));
            let revoke = (&self.you, Method::POST, revocation, &[][..], unassign);
            let (receipt, assigned) = if round % 2 == 0 {
                let contact = self.contact(None).await;
                let path = self.at(&format!("/contacts/{contact}/assignee"));
                at_once(revoke, (&boss, Method::PUT, path, &[], json!({ "member": leaver }))).await
            } else {
                let new = json!({ "workspace": self.root, "name": "Client", "assignee": leaver });
                at_once(revoke, (&boss, Method::POST, self.at("/contacts"), &[], new)).await
            };
            assert!(matches!(assigned.status, 200 | 201 | 422), "{}", assigned.text);
            assert_eq!(self.held_by(&leaver).await, 0, "round {round}: {}", assigned.text);
            self.undo(&receipt.expect(200)).await;
        }
    }

    /// Two are revoked at once, each with the other as successor: no contact is lost to somebody without access.
    async fn h3_revoked_to_each_other(&self) {
        let ((one, _), (other, _)) = (self.hire("one@example.test", "agent").await, self.hire("two@example.test", "agent").await);
        let (_, boss) = self.hire("chief@example.test", "owner").await;
        self.contact(Some(&one)).await;
        self.contact(Some(&other)).await;
        for round in 0..ROUNDS {
            let to = |successor: &str| json!({ "contacts": { "assign_to": successor } });
            let (first, second) = at_once(
                (&self.you, Method::POST, self.revocation(&one), &[], to(&other)),
                (&boss, Method::POST, self.revocation(&other), &[], to(&one)),
            )
            .await;
            let (receipt, gone, refused) = if first.status == 200 { (first, &one, second) } else { (second, &other, first) };
            let receipt = receipt.expect(200);
            assert_eq!(refused.status, 422, "round {round}: the successor has no access: {}", refused.text);
            assert_eq!(self.held_by(gone).await, 0, "round {round}");
            self.undo(&receipt).await;
            assert_eq!((self.held_by(&one).await, self.held_by(&other).await), (1, 1), "round {round}: all is back");
        }
    }
}

/// How many people may come in besides who governs.
const SEATS: usize = 40;

/// A hundred people are invited at the same moment, by requests of their own, at all of these processes.
async fn invited_at_once(bosses: &[Person], path: &str, root: &str, round: usize) -> Vec<(String, String)> {
    let barrier = Arc::new(Barrier::new(100));
    let tasks = (0..100).map(|nth| {
        let (boss, path, barrier) = (bosses[nth % bosses.len()].clone(), path.to_owned(), Arc::clone(&barrier));
        let body = json!({ "emails": format!("guest{round}.{nth}@example.test"), "workspace": root, "levels": ["agent"] });
        tokio::spawn(async move {
            barrier.wait().await;
            let answer = boss.post(&path, body).await.expect(200);
            let invitation = answer.body["results"][0]["invitation"].as_str().unwrap_or_default().to_owned();
            (answer.text_at("/results/0/outcome"), invitation)
        })
    });
    let tasks: Vec<_> = tasks.collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// h7: seats hold under a hundred parallel invitations, and a seat that is freed meanwhile is taken once.
pub(crate) async fn h7_seats_hold_under_a_hundred_parallel_invitations(database: &Database, processes: usize) {
    let post_office = PostOffice::open();
    let first = Server::first(database, &post_office);
    let Founder { you, org, root, .. } = first.set_up().await;
    let others: Vec<Server> = (1..processes).map(|_| Server::another(database, &post_office)).collect();
    let mut bosses = vec![you.clone()];
    for other in &others {
        bosses.push(you.moved_to(other, FOUNDER, PASSWORD).await);
    }
    let seats = json!({ "seats": 1 + SEATS });
    you.send(Method::PATCH, &format!("/api/v1/operator/organizations/{org}"), &[], Some(seats)).await.expect(200);
    let invitations = format!("/api/v1/organizations/{org}/invitations");
    let members = format!("/api/v1/organizations/{org}/members?count=true&limit=1");
    let taken = async || you.get(&members).await.expect(200).body["count"]["value"].clone();
    let tally = |outcomes: &[(String, String)], word: &str| outcomes.iter().filter(|(outcome, _)| outcome == word).count();

    let outcomes = invited_at_once(&bosses, &invitations, &root, 0).await;
    assert_eq!((tally(&outcomes, "invited"), tally(&outcomes, "seats_full")), (SEATS, 100 - SEATS), "{outcomes:?}");
    assert_eq!(taken().await, 1 + SEATS);

    // Ten are taken back while a hundred more come: whoever comes in takes one of those ten, and nobody an eleventh.
    let back: Vec<String> = outcomes.into_iter().filter(|(outcome, _)| outcome == "invited").map(|(_, id)| id).take(10).collect();
    let withdrawing = async {
        for id in &back {
            let withdrawn = you.send(Method::DELETE, &format!("{invitations}/{id}"), &[], None).await;
            assert_eq!(withdrawn.status, 204, "{}", withdrawn.text);
        }
    };
    let (outcomes, ()) = tokio::join!(invited_at_once(&bosses, &invitations, &root, 1), withdrawing);
    let came = tally(&outcomes, "invited");
    assert!(came <= back.len() && came + tally(&outcomes, "seats_full") == 100, "{outcomes:?}");
    assert_eq!(taken().await, 1 + SEATS - back.len() + came);
    let outcomes = invited_at_once(&bosses, &invitations, &root, 2).await;
    assert_eq!(tally(&outcomes, "invited"), back.len() - came, "{outcomes:?}");
    assert_eq!(taken().await, 1 + SEATS);
    first.stop();
    for other in others {
        other.stop();
    }
    let verified = Tenured::run(database, &["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

pub(crate) async fn two_processes_do_at_once_what_one_may(database: &Database) {
    let post_office = PostOffice::open();
    let town = Town::found(database, &post_office).await;
    town.h1_governors_end_each_other().await;
    town.h2_revoked_against_assigned().await;
    town.h3_revoked_to_each_other().await;
    let Town { here, there, .. } = town;
    here.stop();
    there.stop();
    let verified = Tenured::run(database, &["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}
