//! A1 to A5: the tree of accounts.

use serde_json::{Value, json};
use tenure_whole::{Database, Person};

use super::{Company, Member, accepts, rule};

/// A group with two sub-groups, of which the first has two accounts and the first of those a location.
struct Tree {
    company: Company,
    east: String,
    west: String,
    account: String,
    sister: String,
    location: String,
}

fn offer(workspace: &str, levels: &[&str]) -> Value {
    json!({ "workspace": workspace, "levels": levels })
}

impl Tree {
    async fn grown(database: &Database) -> Self {
        let company = Company::found(database, "account-tree").await;
        let plan = json!({ "plan": "calls_and_messages" });
        let path = format!("/api/v1/operator/organizations/{}", company.org);
        company.operator.send(reqwest::Method::PATCH, &path, &[], Some(plan)).await.expect(200);
        let node = async |parent: &str, kind: &str, name: &str| {
            let body = json!({ "parent": parent, "kind": kind, "name": name, "active": true });
            company.post(&company.boss, "workspaces", body).await.expect(201).text_at("/id")
        };
        let (east, west) = (node(&company.root, "subgroup", "East").await, node(&company.root, "subgroup", "West").await);
        let (account, sister) = (node(&east, "account", "Account").await, node(&east, "account", "Sister").await);
        let location = node(&account, "location", "Location").await;
        Self { company, east, west, account, sister, location }
    }

    /// At which of its places somebody may do something.
    async fn places(&self, who: &Member, permission: &str) -> Vec<&str> {
        let mut may = Vec::new();
        for (name, id) in [
            ("root", &self.company.root),
            ("east", &self.east),
            ("west", &self.west),
            ("account", &self.account),
            ("sister", &self.sister),
            ("location", &self.location),
        ] {
            if self.company.may(who, permission, id).await {
                may.push(name);
            }
        }
        may
    }

    /// A1: below, and nothing beside or above.
    async fn a1_somebody_made_at_a_node_reaches_what_is_below(&self) {
        let company = &self.company;
        for (nth, (at, name, below)) in [
            (&company.root, "root", vec!["root", "east", "west", "account", "sister", "location"]),
            (&self.east, "east", vec!["east", "account", "sister", "location"]),
            (&self.account, "account", vec!["account", "location"]),
            (&self.location, "location", vec!["location"]),
        ]
        .into_iter()
        .enumerate()
        {
            let user = company.joins(&company.boss, &format!("user{nth}@company.test"), offer(at, &["user"])).await;
            assert_eq!(self.places(&user, "calls.view").await, below, "made at {name}");
            let listed = company.listed(&user, "workspaces?limit=200", "id").await;
            assert_eq!(listed.len(), below.len(), "made at {name}: {listed:?}");
            for place in [&company.root, &self.east, &self.west, &self.account, &self.sister, &self.location] {
                let contacts = company.get(&user, &format!("contacts?workspace={place}")).await;
                assert_eq!(contacts.status, if listed.contains(place) { 200 } else { 404 }, "made at {name}: {}", contacts.text);
            }
            // View only: no texts and chats, no settings.
            assert_eq!(self.places(&user, "messages.read").await, Vec::<&str>::new());
            let renamed = company.patch(&user, &format!("workspaces/{at}"), json!({ "name": "Mine" })).await;
            assert_eq!(rule(renamed, 403), "missing_permission");
        }
    }

    /// A2: a node's users, own and inherited; inviting there, with one or more roles.
    async fn a2_a_nodes_users_are_seen_and_more_invited(&self) {
        let company = &self.company;
        let roles = offer(&self.account, &["user", "messaging_agent"]);
        company.joins(&company.boss, "both@company.test", roles).await;
        let seen = company.get(&company.boss, &format!("members?workspace={}&limit=200", self.account)).await.expect(200);
        let people: Vec<(&str, &Value, &Value)> = seen.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["email"].as_str().unwrap(), &one["grants"][0]["inherited"], &one["grants"][0]["levels"]))
            .collect();
        let (yes, no) = (json!(true), json!(false));
        let levels = json!(["messaging_agent", "user"]);
        assert!(people.contains(&("both@company.test", &no, &levels)), "{people:?}");
        let user = json!(["user"]);
        for (email, inherited) in [("user0@company.test", &yes), ("user1@company.test", &yes), ("user2@company.test", &no)] {
            assert!(people.contains(&(email, inherited, &user)), "{email}: {people:?}");
        }
        assert!(!people.iter().any(|one| one.0 == "user3@company.test"), "below isn't here: {people:?}");
        let own = company.listed(&company.boss, &format!("members?workspace={}&inherited=false", self.account), "email").await;
        assert_eq!(own.len(), 2, "{own:?}");
    }

    /// A3: resending, removing, editing; several roles add up.
    async fn a3_invitations_are_sent_again_and_roles_edited_and_taken(&self) {
        let company = &self.company;
        let invited = company.invites(&company.boss, "late@company.test", offer(&self.account, &["user"])).await;
        let resend = format!("invitations/{}/resend", invited[0]["invitation"].as_str().unwrap());
        let first = company.post_office.nth("late@company.test", 0);
        company.post(&company.boss, &resend, json!({})).await.expect(200);
        let second = company.post_office.nth("late@company.test", 1);
        let dead = json!({ "token": first.token(company.server.base()) });
        Person::at(&company.server).post("/api/v1/invitation/read", dead).await.expect(404);
        let person = accepts(&company.server, &second, "Late").await;
        let late = Member { person, id: invited[0]["member"].as_str().unwrap().to_owned() };

        let here = ["account", "location"];
        let none = Vec::<&str>::new();
        assert_eq!(self.places(&late, "calls.view").await, here);
        let both = json!({ "levels": ["user", "messaging_agent"] });
        company.grants(&company.boss, &late, &self.account, both).await.expect(200);
        for permission in ["calls.view", "reports.view", "messages.read", "messages.reply", "contacts.handle"] {
            assert_eq!(self.places(&late, permission).await, here, "both add up: {permission}");
        }
        company.grants(&company.boss, &late, &self.account, json!({ "levels": ["messaging_agent"] })).await.expect(200);
        assert_eq!(
            (self.places(&late, "calls.view").await, self.places(&late, "messages.reply").await),
            (none.clone(), here.into())
        );
        let revocation = format!("members/{}/grants/{}/revocation", late.id, self.account);
        company.post(&company.boss, &revocation, json!({})).await.expect(200);
        assert_eq!(self.places(&late, "messages.reply").await, none);
        assert_eq!(rule(company.get(&late, &format!("contacts?workspace={}", self.account)).await, 403), "missing_permission");
        company.get(&late, "members/me").await.expect(200);
    }

    /// A4: accounts are made, activated, set up within the plan, and moved.
    async fn a4_accounts_are_made_activated_set_up_and_moved(&self, lee: &Member) {
        let company = &self.company;
        let made = json!({ "parent": self.east, "kind": "account", "name": "New" });
        let new = company.post(lee, "workspaces", made).await.expect(201);
        assert_eq!(new.body["active"], false, "inactive at first");
        let new = new.text_at("/id");
        let of = offer(&new, &["user", "messaging_agent"]);
        let user = company.joins(lee, "new.user@company.test", of).await;
        assert!(!company.may(&user, "calls.view", &new).await);
        company.patch(lee, &format!("workspaces/{new}"), json!({ "active": true, "name": "New and open" })).await.expect(200);
        assert!(company.may(&user, "calls.view", &new).await);
        // Features within the plan: off here, and on again only as long as it was bought.
        let switch =
            async |key: &str, on: bool| company.patch(lee, &format!("workspaces/{new}"), json!({ "features": { key: on } })).await;
        switch("call_tracking", false).await.expect(200);
        assert!(!company.may(&user, "calls.view", &new).await && company.may(&user, "reports.view", &new).await);
        switch("call_tracking", true).await.expect(200);
        let path = format!("/api/v1/operator/organizations/{}", company.org);
        switch("texting", false).await.expect(200);
        company.operator.send(reqwest::Method::PATCH, &path, &[], Some(json!({ "plan": "calls" }))).await.expect(200);
        assert_eq!(rule(switch("texting", true).await, 409), "feature_off");
        assert!(company.may(&user, "calls.view", &new).await);
        // Moved with its plan: who reaches it from above is another, and who was let in there stays.
        let wanda = company.joins(&company.boss, "wanda@company.test", offer(&self.west, &["user"])).await;
        let (from, to) = (&self.east, &self.west);
        assert!(company.may(lee, "members.manage", &new).await && !company.may(&wanda, "calls.view", &new).await);
        let moving = format!("workspaces/{new}/move");
        assert_eq!(company.post(lee, &moving, json!({ "parent": to })).await.status, 404, "west isn't theirs");
        let plan = company.get(&company.boss, &format!("{moving}?parent={to}")).await.expect(200);
        let gains: Vec<&str> = plan.body["gains"].as_array().unwrap().iter().map(|one| one["member"].as_str().unwrap()).collect();
        let loses: Vec<&str> = plan.body["loses"].as_array().unwrap().iter().map(|one| one["member"].as_str().unwrap()).collect();
        assert!(gains == [wanda.id.as_str()] && loses.contains(&lee.id.as_str()), "{}", plan.text);
        let body = json!({ "parent": to, "fingerprint": plan.text_at("/fingerprint") });
        company.post(&company.boss, &moving, body).await.expect(200);
        assert!(!company.may(lee, "members.manage", &new).await && company.may(&wanda, "calls.view", &new).await);
        assert!(company.may(&user, "calls.view", &new).await);
        company.post(&company.boss, &moving, json!({ "parent": from })).await.expect(200);
        assert!(company.may(lee, "members.manage", &new).await && !company.may(&wanda, "calls.view", &new).await);
    }

    /// A5: an Account Admin of a subtree manages users there and nowhere else.
    async fn a5_an_admin_of_a_subtree_manages_users_there_alone(&self, lee: &Member) {
        let company = &self.company;
        assert_eq!(self.places(lee, "members.manage").await, ["east", "account", "sister", "location"]);
        let theirs = company.joins(lee, "theirs@company.test", offer(&self.account, &["user"])).await;
        company.grants(lee, &theirs, &self.account, json!({ "levels": ["messaging_agent"] })).await.expect(200);
        company.grants(lee, &theirs, &self.sister, json!({ "levels": ["account_admin"] })).await.expect(201);
        // Neither above nor beside: such places are not there for them, and people there neither.
        let other = company.joins(&company.boss, "other@company.test", offer(&self.west, &["user"])).await;
        for place in [&company.root, &self.west] {
            let mut body = offer(place, &["user"]);
            body["emails"] = json!("tried@company.test");
            company.post(lee, "invitations", body).await.expect(404);
            company.grants(lee, &theirs, place, json!({ "levels": ["user"] })).await.expect(404);
            assert_eq!(company.get(lee, &format!("members?workspace={place}")).await.status, 404);
        }
        company.post(lee, &format!("members/{}/grants/{}/revocation", other.id, self.west), json!({})).await.expect(404);
        company.post(lee, &format!("members/{}/deletion", other.id), json!({})).await.expect(404);
        company.get(lee, &format!("members/{}", other.id)).await.expect(404);
        let seen = company.listed(lee, "members?limit=200", "email").await;
        assert!(seen.contains(&"theirs@company.test".to_owned()) && !seen.contains(&"other@company.test".to_owned()), "{seen:?}");
        // Whoever has access from above is seen, and is not theirs to manage.
        assert!(seen.contains(&"user0@company.test".to_owned()), "{seen:?}");
        let above = company.listed(&company.boss, "members?q=user0@company.test", "member").await;
        let at_root = format!("members/{}/grants/{}/revocation", above[0], company.root);
        company.post(lee, &at_root, json!({})).await.expect(404);
        let deletion = company.post(lee, &format!("members/{}/deletion", above[0]), json!({})).await;
        assert!(matches!(deletion.status, 403 | 404), "{}", deletion.text);
        // What they may do to theirs they do.
        company.post(lee, &format!("members/{}/deletion", theirs.id), json!({})).await.expect(200);
        assert_eq!(company.listed(lee, "members?q=theirs@company.test", "member").await, Vec::<String>::new());
    }
}

pub(crate) async fn lines(database: &Database) {
    let tree = Tree::grown(database).await;
    tree.a1_somebody_made_at_a_node_reaches_what_is_below().await;
    tree.a2_a_nodes_users_are_seen_and_more_invited().await;
    tree.a3_invitations_are_sent_again_and_roles_edited_and_taken().await;
    let boss = &tree.company.boss;
    let lee = tree.company.joins(boss, "lee@company.test", offer(&tree.east, &["account_admin"])).await;
    tree.a4_accounts_are_made_activated_set_up_and_moved(&lee).await;
    tree.a5_an_admin_of_a_subtree_manages_users_there_alone(&lee).await;
    tree.company.closes(database);
}
