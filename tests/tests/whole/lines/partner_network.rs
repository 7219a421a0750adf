//! P1 to P7: the partner network.

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Answer, Database};

use super::{Company, Member, Question, rule};

/// What a partner's data is asked about with.
const ABOUT_PARTNERS: [&str; 4] = ["partners.view", "activity.view", "dashboard.view", "messages.view"];

const EXTRAS: [&str; 3] = ["integrations.access", "issue_comments.access", "messages.reprocess"];

struct Network {
    company: Company,
    acme: String,
    bolt: String,
}

fn outcomes(results: &[Value]) -> Vec<(&str, &str)> {
    results.iter().map(|one| (one["email"].as_str().unwrap(), one["outcome"].as_str().unwrap())).collect()
}

/// The codes of the fields that are wrong.
fn wrong(answer: Answer) -> Vec<String> {
    let answer = answer.expect(422);
    let errors = answer.body["errors"].as_array().unwrap();
    errors.iter().map(|error| format!("{} {}", error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

impl Network {
    async fn found(database: &Database) -> Self {
        let company = Company::found(database, "partner-network").await;
        let mut partners = Vec::new();
        for name in ["Acme", "Bolt"] {
            let made = company.post(&company.boss, "resources", json!({ "kind": "partner", "name": name })).await;
            partners.push(made.expect(201).text_at("/id"));
        }
        let [acme, bolt] = <[String; 2]>::try_from(partners).unwrap();
        Self { company, acme, bolt }
    }

    fn offer(&self, level: &str, partners: Option<&[&String]>) -> Value {
        let mut offer = json!({ "workspace": self.company.root, "levels": [level] });
        if let Some(partners) = partners {
            offer["selections"] = json!({ "partner": { "resources": partners } });
        }
        offer
    }

    async fn about(&self, who: &Member, permission: &str, partner: &str) -> Answer {
        let question = Question { member: "me", permission, workspace: &self.company.root };
        self.company.asks(who, question, Some(partner)).await
    }

    /// P1: users list with role and permissions.
    async fn p1_everybody_is_listed_with_role_and_permissions(&self, nora: &Member) {
        let company = &self.company;
        let listed = company.get(&company.boss, "members?sort=email").await.expect(200);
        let people: Vec<(&str, &Value)> = listed.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["email"].as_str().unwrap(), &one["grants"][0]["levels"]))
            .collect();
        let (admin, normal, partner) = (json!(["admin"]), json!(["normal"]), json!(["partner"]));
        let expected = [("boss@company.test", &admin), ("nora@company.test", &normal), ("pia@acme.test", &partner)];
        assert_eq!(people, expected);
        let extra = json!({ "levels": ["normal"], "permissions": ["integrations.access"] });
        company.grants(&company.boss, nora, &company.root, extra).await.expect(200);
        let detail = company.get(&company.boss, &format!("members/{}", nora.id)).await.expect(200);
        assert_eq!(detail.body["access"][0]["permissions"], json!(["integrations.access"]));
        // Only Admins manage users.
        assert_eq!(rule(company.get(nora, "members").await, 403), "missing_permission");
    }

    /// P2: many at once, each answered on its own.
    async fn p2_many_are_invited_from_one_paste(&self) {
        let company = &self.company;
        let pasted = "one@x.test, two@x.test; three@x.test\nnonsense\r\nOne@X.test;nora@company.test,";
        let results = company.invites(&company.boss, pasted, self.offer("normal", None)).await;
        let expected = [
            ("one@x.test", "invited"),
            ("two@x.test", "invited"),
            ("three@x.test", "invited"),
            ("nonsense", "invalid"),
            ("One@X.test", "duplicate"),
            ("nora@company.test", "already_member"),
        ];
        assert_eq!(outcomes(&results), expected);
        for email in ["one@x.test", "two@x.test", "three@x.test"] {
            company.post_office.nth(email, 0);
        }
    }

    /// P3: a Partner has the one partner, a Normal any number, an Admin none to choose.
    async fn p3_each_role_asks_for_its_partners(&self) {
        let (company, acme, bolt) = (&self.company, &self.acme, &self.bolt);
        let tried = async |level: &str, partners: Option<&[&String]>| {
            let mut offer = self.offer(level, partners);
            offer["emails"] = json!("tried@x.test");
            wrong(company.post(&company.boss, "invitations", offer).await)
        };
        assert_eq!(tried("partner", None).await, ["/selections/partner selection_required"]);
        assert_eq!(tried("partner", Some(&[acme, bolt])).await, ["/selections/partner exactly_one"]);
        assert_eq!(tried("admin", Some(&[acme])).await, ["/selections/partner implied"]);
        let both = company.joins(&company.boss, "both@company.test", self.offer("normal", Some(&[acme, bolt]))).await;
        assert_eq!(company.listed(&both, "resources", "name").await, ["Acme", "Bolt"]);
        // Whoever becomes a Partner brings the one, and no more than that.
        let to = async |level: &str, partners: Option<&[&String]>| {
            let mut body = self.offer(level, partners);
            body.as_object_mut().unwrap().remove("workspace");
            company.grants(&company.boss, &both, &company.root, body).await
        };
        assert_eq!(wrong(to("partner", None).await), ["/selections/partner selection_required"]);
        to("partner", Some(&[bolt])).await.expect(200);
        assert_eq!(company.listed(&both, "resources", "name").await, ["Bolt"]);
        to("normal", None).await.expect(200);
        let admin = company.joins(&company.boss, "ann@company.test", self.offer("admin", None)).await;
        assert_eq!(company.listed(&admin, "resources", "name").await, ["Acme", "Bolt"]);
    }

    /// P4: extra permissions by role; Admins have all and can't lose them.
    async fn p4_extras_go_to_the_roles_that_may_have_them(&self, nora: &Member, pia: &Member) {
        let (company, root) = (&self.company, &self.company.root);
        let all = json!({ "levels": ["normal"], "permissions": EXTRAS });
        company.grants(&company.boss, nora, root, all).await.expect(200);
        for extra in EXTRAS {
            assert!(company.may(nora, extra, root).await && company.may(&company.boss, extra, root).await, "{extra}");
            let given = company.grants(&company.boss, pia, root, json!({ "levels": ["partner"], "permissions": [extra] })).await;
            let may_have = extra == "issue_comments.access";
            assert_eq!(given.status, if may_have { 200 } else { 422 }, "{extra}: {}", given.text);
            assert_eq!(company.may(pia, extra, root).await, may_have, "{extra}");
        }
        let second = company.joins(&company.boss, "second@company.test", self.offer("admin", None)).await;
        company.grants(&company.boss, &second, root, json!({ "levels": ["admin"], "permissions": [] })).await.expect(200);
        for extra in EXTRAS {
            assert!(company.may(&second, extra, root).await, "an admin can't lose {extra}");
        }
        company.grants(&company.boss, nora, root, json!({ "levels": ["normal"] })).await.expect(200);
        assert!(!company.may(nora, "messages.reprocess", root).await);
    }

    /// P5: a note, shown in the mail as text.
    async fn p5_the_note_is_text_in_the_mail(&self) {
        let company = &self.company;
        let mut offer = self.offer("normal", None);
        offer["note"] = json!("Hello <b>you</b> & \"yours\"");
        company.invites(&company.boss, "noted@x.test, noted.too@x.test", offer).await;
        for email in ["noted@x.test", "noted.too@x.test"] {
            let mail = company.post_office.nth(email, 0);
            assert!(mail.text.contains("Hello <b>you</b> & \"yours\""), "{}", mail.text);
            assert!(mail.html.contains("&lt;b&gt;you") || mail.html.contains("&#60;b&#62;you"), "{}", mail.html);
            assert!(!mail.html.contains("<b>you"), "{}", mail.html);
        }
    }

    /// P6: one, several, or all that match are deleted, each answered on its own.
    async fn p6_one_several_or_all_that_match_are_deleted(&self, pia: &Member) {
        let company = &self.company;
        let members = async |path: &str| company.listed(&company.boss, path, "member").await;
        let one = members("members?q=one@x.test").await;
        let deletion = format!("members/{}/deletion", one[0]);
        company.post(&company.boss, &deletion, json!({})).await.expect(200);
        assert_eq!(members("members?q=one@x.test").await, Vec::<String>::new());
        // Several, oneself among them, and somebody who isn't here.
        let mut several = [members("members?q=two@x.test").await, members("members?q=three@x.test").await].concat();
        several.extend([company.boss.id.clone(), one[0].clone()]);
        let job = company.post(&company.boss, "members/deletion", json!({ "members": several })).await.expect(200);
        let told: Vec<(&str, &Value)> =
            job.body["results"].as_array().unwrap().iter().map(|one| (one["outcome"].as_str().unwrap(), &one["code"])).collect();
        let (oneself, nobody) = (json!("not_oneself"), json!("not_found"));
        let expected = [("done", &Value::Null), ("done", &Value::Null), ("refused", &oneself), ("refused", &nobody)];
        assert_eq!(told, expected, "{}", job.text);
        // All that match: more than a page of them, and nobody else.
        for batch in 0..2 {
            let emails: Vec<String> = (0..60).map(|nth| format!("bulk{batch}.{nth}@many.test")).collect();
            company.invites(&company.boss, &emails.join(", "), self.offer("normal", None)).await;
        }
        let others = members("members?status=active&limit=200").await;
        let matching = json!({ "matching": { "q": "many.test", "status": ["pending"] } });
        let begun = company.post(&company.boss, "members/deletion", matching).await.expect(202);
        assert_eq!(begun.body["total"], 120);
        let job = company.at(&format!("jobs/{}", begun.text_at("/id")));
        let ended = company.boss.person.eventually(&job, |answer| answer.body["state"] == "done").await;
        assert_eq!((&ended.body["done"], &ended.body["refused"]), (&json!(120), &json!(0)));
        assert_eq!(members("members?q=many.test").await, Vec::<String>::new());
        assert_eq!(members("members?status=active&limit=200").await, others);
        // It is no Partner's to do.
        let tried = company.post(pia, "members/deletion", json!({ "members": others })).await;
        assert_eq!(rule(tried, 403), "missing_permission");
    }

    /// P7: from the partner's side; and whatever is asked about partners is answered for theirs alone.
    async fn p7_a_partner_says_who_may_see_it(&self, nora: &Member, pia: &Member) {
        let (company, acme, bolt) = (&self.company, &self.acme, &self.bolt);
        let side = async |by: &Member, method: Method, partner: &str, whom: &Member| {
            let path = company.at(&format!("resources/{partner}/members/{}", whom.id));
            by.person.send(method, &path, &[], None).await
        };
        let sees = async |who: &Member, partner: &String| {
            let mut answers = Vec::new();
            for permission in ABOUT_PARTNERS {
                let answer = self.about(who, permission, partner).await;
                // What somebody doesn't reach they don't know of.
                assert!(matches!(answer.status, 200 | 404), "{}", answer.text);
                answers.push(answer.status == 200 && answer.body["allowed"] == true);
            }
            assert!(answers.iter().all(|one| *one == answers[0]), "{answers:?}");
            answers[0]
        };
        assert_eq!((sees(nora, acme).await, sees(nora, bolt).await), (false, false), "none at first");
        assert_eq!((sees(pia, acme).await, sees(pia, bolt).await), (true, false));
        side(&company.boss, Method::PUT, bolt, nora).await.expect(204);
        assert_eq!((sees(nora, acme).await, sees(nora, bolt).await), (false, true), "from the next request on");
        assert_eq!(company.listed(nora, "resources", "name").await, ["Bolt"]);
        let who = company.listed(&company.boss, &format!("resources/{bolt}/members"), "email").await;
        assert!(who.contains(&"nora@company.test".to_owned()) && !who.contains(&"pia@acme.test".to_owned()), "{who:?}");
        // A Partner's one partner is neither added to nor taken away from there, and nobody else's side it is.
        side(&company.boss, Method::PUT, bolt, pia).await.expect(422);
        side(&company.boss, Method::DELETE, acme, pia).await.expect(422);
        assert_eq!(rule(side(nora, Method::PUT, bolt, pia).await, 403), "missing_permission");
        side(pia, Method::PUT, bolt, nora).await.expect(404);
        side(&company.boss, Method::DELETE, bolt, nora).await.expect(204);
        assert!(!sees(nora, bolt).await);
        assert_eq!(company.get(nora, &format!("resources/{bolt}")).await.status, 404);
    }
}

pub(crate) async fn lines(database: &Database) {
    let network = Network::found(database).await;
    let boss = &network.company.boss;
    let nora = network.company.joins(boss, "nora@company.test", network.offer("normal", None)).await;
    let pia = network.company.joins(boss, "pia@acme.test", network.offer("partner", Some(&[&network.acme]))).await;
    network.p1_everybody_is_listed_with_role_and_permissions(&nora).await;
    network.p2_many_are_invited_from_one_paste().await;
    network.p3_each_role_asks_for_its_partners().await;
    network.p4_extras_go_to_the_roles_that_may_have_them(&nora, &pia).await;
    network.p5_the_note_is_text_in_the_mail().await;
    network.p6_one_several_or_all_that_match_are_deleted(&pia).await;
    network.p7_a_partner_says_who_may_see_it(&nora, &pia).await;
    network.company.closes(database);
}
