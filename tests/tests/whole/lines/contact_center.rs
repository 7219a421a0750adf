//! C1 to C7: the contact centre. What C8 asks for is told elsewhere.

use serde_json::{Value, json};
use tenure_whole::{Database, PASSWORD, Person};

use super::{Company, Member, rule};

/// A contact centre with an Administrator more, a Manager, two Agents and three queues, of which nobody is in the last one.
struct Centre {
    company: Company,
    nina: Member,
    mia: Member,
    ann: Member,
    ben: Member,
    queues: [String; 3],
}

impl Centre {
    async fn opened(database: &Database) -> Self {
        let company = Company::found(database, "contact-center").await;
        let offer = |level: &str| json!({ "workspace": company.root, "levels": [level] });
        let boss = &company.boss;
        let nina = company.joins(boss, "nina@company.test", offer("administrator")).await;
        let mia = company.joins(boss, "mia@company.test", offer("manager")).await;
        let ann = company.joins(boss, "ann@company.test", offer("agent")).await;
        let ben = company.joins(boss, "ben@company.test", offer("agent")).await;
        let queue = async |name: &str| {
            let body = json!({ "kind": "queue", "name": name });
            company.post(boss, "resources", body).await.expect(201).text_at("/id")
        };
        let queues = [queue("Orders").await, queue("Returns").await, queue("Complaints").await];
        Self { company, nina, mia, ann, ben, queues }
    }

    async fn takes_plan(&self, plan: &str) {
        let path = format!("/api/v1/operator/organizations/{}", self.company.org);
        let body = Some(json!({ "plan": plan }));
        self.company.operator.send(reqwest::Method::PATCH, &path, &[], body).await.expect(200);
    }

    /// Puts somebody into a queue, or out of it.
    async fn assigns(&self, by: &Member, queue: usize, whom: &Member, has: bool) -> u16 {
        let method = if has { reqwest::Method::PUT } else { reqwest::Method::DELETE };
        let path = self.company.at(&format!("resources/{}/members/{}", self.queues[queue], whom.id));
        by.person.send(method, &path, &[], None).await.status
    }

    /// Somebody's row in the list of members.
    async fn row(&self, by: &Member, whom: &Member) -> Value {
        let list = self.company.get(by, "members?limit=200").await.expect(200);
        let found = list.body["items"].as_array().unwrap().iter().find(|row| row["member"] == whom.id.as_str());
        found.unwrap_or_else(|| panic!("{}", list.text)).clone()
    }

    /// The names of the queues that the list shows of somebody.
    async fn queues_of(&self, by: &Member, whom: &Member) -> Vec<String> {
        let row = self.row(by, whom).await;
        let first = row["resources"]["queue"]["first"].as_array().unwrap_or_else(|| panic!("{row}"));
        first.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    }

    /// C1: name, e-mail, role, status, queues. That there is a table and cards is the browser's.
    async fn c1_the_list_has_name_address_role_status_and_queues(&self) {
        let (company, boss) = (&self.company, &self.company.boss);
        let offer = json!({ "workspace": company.root, "levels": ["agent"] });
        company.invites(boss, "wait@company.test", offer).await;
        assert_eq!((self.assigns(boss, 1, &self.ann, true).await, self.assigns(boss, 0, &self.ann, true).await), (204, 204));
        let row = self.row(&self.mia, &self.ann).await;
        let shown = json!([row["display_name"], row["email"], row["grants"][0]["levels"], row["status"]]);
        assert_eq!(shown, json!(["ann Example", "ann@company.test", ["agent"], "active"]));
        assert_eq!(self.queues_of(&self.mia, &self.ann).await, ["Orders", "Returns"], "by name");
        assert_eq!(self.queues_of(&self.mia, &self.ben).await, Vec::<String>::new());
        let statuses = company.listed(boss, "members?q=wait@company.test", "status").await;
        assert_eq!(statuses, ["pending"]);
    }

    /// C2: both names and the role; the role holds with the next request.
    async fn c2_names_and_role_are_edited_and_the_role_holds_at_once(&self) {
        let (company, boss) = (&self.company, &self.company.boss);
        let names = json!({ "first_name": "Benedikt", "last_name": "Ohm" });
        company.patch(boss, &format!("members/{}", self.ben.id), names).await.expect(200);
        assert_eq!(self.row(boss, &self.ben).await["display_name"], "Benedikt Ohm");
        assert_eq!(company.get(&self.ben, "members").await.status, 403);
        company.grants(boss, &self.ben, &company.root, json!({ "levels": ["manager"] })).await.expect(200);
        company.get(&self.ben, "members").await.expect(200);
        company.grants(boss, &self.ben, &company.root, json!({ "levels": ["agent"] })).await.expect(200);
        assert_eq!(rule(company.get(&self.ben, "members").await, 403), "missing_permission");
        // Managers see who there is, and change nothing about anybody.
        let renamed = company.patch(&self.mia, &format!("members/{}", self.ben.id), json!({ "first_name": "B" })).await;
        assert_eq!(rule(renamed, 403), "missing_permission");
        let raised = company.grants(&self.mia, &self.ben, &company.root, json!({ "levels": ["manager"] })).await;
        assert_eq!(rule(raised, 403), "missing_permission");
        let own = company.grants(&self.nina, &self.nina, &company.root, json!({ "levels": ["agent"] })).await;
        assert_eq!(rule(own, 403), "not_oneself");
        // The address stays what it was made with.
        let body = json!({ "email": "other@company.test" });
        let moved = company.post(boss, &format!("members/{}/email", self.ben.id), body).await;
        assert_eq!(rule(moved, 409), "email_fixed");
    }

    /// C3: deactivated, out of all queues, with history; back with the same credentials, and queues by hand.
    async fn c3_somebody_stands_still_and_comes_back(&self) {
        let (company, boss, ann) = (&self.company, &self.company.boss, &self.ann);
        let at = |what: &str| format!("members/{}/{what}", ann.id);
        let contact = json!({ "workspace": company.root, "name": "Ada Lovelace", "assignee": ann.id });
        company.post(boss, "contacts", contact).await.expect(201);
        let refused = company.post(&self.mia, &at("deactivation"), json!({})).await;
        assert_eq!(rule(refused, 403), "missing_permission");
        let plan = company.get(boss, &at("deactivation")).await.expect(200);
        let body = json!({ "fingerprint": plan.text_at("/fingerprint"), "reason": "on leave" });
        company.post(boss, &at("deactivation"), body).await.expect(200);
        assert_eq!(self.row(boss, ann).await["status"], "inactive");
        assert_eq!(self.queues_of(boss, ann).await, Vec::<String>::new(), "out of all queues");
        assert!(matches!(company.get(ann, "contacts").await.status, 401 | 404));
        let person = Person::at(&company.server);
        let session = person.sign_in("ann@company.test", PASSWORD).await;
        assert!(session.status != 200 || session.body["memberships"] == json!([]), "{}", session.text);
        let refused = person.get(&company.at("contacts")).await.expect(401);
        assert_eq!(refused.body["code"], "unauthenticated", "{}", refused.text);
        let kept = company.get(boss, &format!("contacts?assignee={}", ann.id)).await.expect(200);
        assert_eq!(kept.body["items"].as_array().unwrap().len(), 1, "what they had is theirs yet");
        let told = company.get(boss, &format!("journal?target={}", ann.id)).await.expect(200);
        assert!(told.body["items"].as_array().unwrap().len() > 2, "history is kept: {}", told.text);

        let plan = company.get(boss, &at("reactivation")).await.expect(200);
        let cleared = &plan.body["cleared"];
        assert!(cleared.to_string().contains(&self.queues[0]) && cleared.to_string().contains(&self.queues[1]), "{cleared}");
        company.post(boss, &at("reactivation"), json!({ "fingerprint": plan.text_at("/fingerprint") })).await.expect(200);
        person.sign_in("ann@company.test", PASSWORD).await.expect(200);
        person.get(&company.at("contacts")).await.expect(200);
        assert_eq!(self.queues_of(boss, ann).await, Vec::<String>::new(), "queues come by hand");
        assert_eq!(self.assigns(&self.mia, 0, ann, true).await, 204);
        assert_eq!(self.queues_of(boss, ann).await, ["Orders"]);
    }

    /// C4: from the queue's side, by Administrators and Managers alone.
    async fn c4_queues_are_assigned_on_their_own_side(&self) {
        let (company, boss) = (&self.company, &self.company.boss);
        for by in [boss, &self.nina, &self.mia] {
            assert_eq!(self.assigns(by, 1, &self.ben, true).await, 204);
            assert_eq!(self.queues_of(&self.mia, &self.ben).await, ["Returns"]);
            assert_eq!(self.assigns(by, 1, &self.ben, false).await, 204);
        }
        assert!(self.queues_of(&self.mia, &self.ben).await.is_empty());
        let ann = self.ann_again().await;
        for whom in [&self.ben, &self.ann] {
            let status = self.assigns(&ann, 1, whom, true).await;
            assert!(matches!(status, 403 | 404), "an Agent puts nobody into a queue, nor themselves: {status}");
        }
        // Nor is it the member's side to say, though whoever says it has the queue.
        assert_eq!(self.assigns(&self.mia, 0, boss, true).await, 204);
        let path = company.at(&format!("members/{}/selections/queue", self.ben.id));
        let body = json!({ "resources": [self.queues[0]] });
        let tag = boss.person.get(&path).await.expect(200).tag.unwrap();
        let chosen = boss.person.send(reqwest::Method::PUT, &path, &[("if-match", &tag)], Some(body)).await;
        assert_eq!(rule(chosen, 422), "assigned_from_resource");
        assert_eq!(self.assigns(&self.mia, 0, boss, false).await, 204);
        // A Manager sees who is in which queue; making one is an Administrator's.
        let inside = company.get(&self.mia, &format!("resources/{}/members", self.queues[0])).await.expect(200);
        assert!(inside.text.contains(&self.ann.id), "{}", inside.text);
        let made = company.post(&self.mia, "resources", json!({ "kind": "queue", "name": "Mine" })).await;
        assert_eq!(rule(made, 403), "missing_permission");
    }

    /// C5: forgotten at the door, or sent by an Administrator; the mail has a link, which is good once.
    async fn c5_a_password_is_chosen_anew_by_a_link(&self) {
        let company = &self.company;
        let begin = format!("{}/password-reset/", company.server.base());
        // Among all that he was sent, such as of his changes of role.
        let link = |nth: usize| {
            let mails = (0..).map(|at| company.post_office.nth("ben@company.test", at));
            mails.filter(|mail| mail.text.contains(&begin)).nth(nth).unwrap().token_behind(&begin)
        };
        Person::at(&company.server).post("/api/v1/password-reset", json!({ "email": "ben@company.test" })).await.expect(202);
        let asked = link(0);
        let refused = company.post(&self.mia, &format!("members/{}/password-reset", self.ben.id), json!({})).await;
        assert_eq!(rule(refused, 403), "missing_permission");
        company.post(&self.nina, &format!("members/{}/password-reset", self.ben.id), json!({})).await.expect(202);
        let sent = link(1);
        let another = "another few words of my own";
        let choose = async |token: String| {
            let body = json!({ "token": token, "password": another });
            Person::at(&company.server).post("/api/v1/password-reset/complete", body).await.status
        };
        assert_eq!(choose(asked).await, 404, "a newer one kills it");
        assert_eq!(choose(sent.clone()).await / 100, 2);
        assert_eq!(choose(sent).await, 404, "once");
        Person::at(&company.server).sign_in("ben@company.test", PASSWORD).await.expect(401);
        Person::at(&company.server).sign_in("ben@company.test", another).await.expect(200);
    }

    /// C6: who is online; calls handled, where the plan has them.
    async fn c6_who_is_online_and_calls_handled_where_the_plan_has_them(&self) {
        let (company, boss, ann) = (&self.company, &self.company.boss, &self.ann);
        let here = self.ann_again().await;
        here.person.post(&company.at("presence"), json!({})).await.expect(204);
        let beat = company.at("members?q=ann@company.test");
        boss.person.eventually(&beat, |answer| answer.body["items"][0]["online"] == true).await;
        assert_eq!(self.row(boss, &self.ben).await["online"], false);

        let token = company.post(&self.nina, "members/me/tokens", json!({ "name": "telephone system" })).await.expect(201);
        let report = async |calls: u64| {
            let bearer = format!("Bearer {}", token.text_at("/secret"));
            let path = company.at(&format!("members/{}/statistics", ann.id));
            let headers = [("authorization", bearer.as_str())];
            let host = Person::at(&company.server);
            host.send(reqwest::Method::POST, &path, &headers, Some(json!({ "calls_handled": calls }))).await
        };
        assert_eq!(self.row(boss, ann).await.get("statistics"), None, "the first plan has none");
        assert_eq!(rule(report(3).await, 403), "feature_off");
        for plan in ["professional", "pro_plus"] {
            self.takes_plan(plan).await;
            for calls in [12, 12, 40] {
                report(calls).await.expect(204);
                for by in [boss, &self.mia] {
                    assert_eq!(self.row(by, ann).await["statistics"], json!({ "calls_handled": calls }), "{plan}");
                }
            }
        }
        let own = company.post(&here, "members/me/statistics", json!({ "calls_handled": 999 })).await;
        assert_eq!(rule(own, 403), "missing_permission");
        self.takes_plan("starter").await;
        assert_eq!(self.row(boss, ann).await.get("statistics"), None);
        self.takes_plan("professional").await;
        assert_eq!(self.row(boss, ann).await["statistics"], json!({ "calls_handled": 40 }), "it waited");
    }

    /// Ann in a session of after she came back.
    async fn ann_again(&self) -> Member {
        let person = Person::at(&self.company.server);
        person.sign_in("ann@company.test", PASSWORD).await.expect(200);
        Member { person, id: self.ann.id.clone() }
    }

    /// C7: by name or address, by status, by role, and by queue.
    async fn c7_people_are_found_by_name_address_status_role_and_queue(&self) {
        let (company, mia) = (&self.company, &self.mia);
        let emails = async |query: &str| company.listed(mia, &format!("members?{query}"), "email").await;
        assert_eq!(emails("q=benedikt").await, ["ben@company.test"]);
        assert_eq!(emails("q=BEN@comp").await, ["ben@company.test"]);
        assert_eq!(emails("status=pending").await, ["wait@company.test"]);
        assert_eq!(emails("status=inactive").await, Vec::<String>::new());
        assert_eq!(emails("level=manager").await, ["mia@company.test"]);
        let mut agents = emails("level=agent&status=active").await;
        agents.sort();
        assert_eq!(agents, ["ann@company.test", "ben@company.test"]);
        assert_eq!(emails("level=agent&status=active&q=ohm").await, ["ben@company.test"]);
        assert_eq!(emails(&format!("resource={}", self.queues[0])).await, ["ann@company.test"]);
        assert_eq!(emails(&format!("resource={}", self.queues[2])).await, Vec::<String>::new(), "a queue with nobody");
    }
}

pub(crate) async fn lines(database: &Database) {
    let centre = Centre::opened(database).await;
    centre.c1_the_list_has_name_address_role_status_and_queues().await;
    centre.c2_names_and_role_are_edited_and_the_role_holds_at_once().await;
    centre.c3_somebody_stands_still_and_comes_back().await;
    centre.c4_queues_are_assigned_on_their_own_side().await;
    centre.c5_a_password_is_chosen_anew_by_a_link().await;
    centre.c6_who_is_online_and_calls_handled_where_the_plan_has_them().await;
    centre.c7_people_are_found_by_name_address_status_role_and_queue().await;
    centre.company.closes(database);
}
