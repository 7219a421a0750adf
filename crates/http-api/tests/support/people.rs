//! What tests do all the time: make workspaces, bring people in, give them contacts.

use axum::http::Method;
use serde_json::{Value, json};

use super::client::Client;
use super::house::PASSWORD;

impl Client {
    /// Makes a workspace.
    pub(crate) async fn workspace(&self, parent: &str, name: &str) -> String {
        let made = self.post("workspaces", json!({ "parent": parent, "name": name })).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// Invites one address: its outcome.
    pub(crate) async fn invite(&self, email: &str, workspace: &str, level: &str, restrictions: &[&str]) -> Value {
        let body = json!({ "emails": [email], "workspace": workspace, "levels": [level], "restrictions": restrictions });
        self.post("invitations", body).await.expect(200)["results"][0].clone()
    }

    /// Invites somebody new: the ids of membership and invitation.
    pub(crate) async fn pending(&self, email: &str, workspace: &str, level: &str) -> (String, String) {
        let outcome = self.invite(email, workspace, level, &[]).await;
        assert_eq!(outcome["outcome"], "invited", "{outcome}");
        (outcome["member"].as_str().unwrap().to_owned(), outcome["invitation"].as_str().unwrap().to_owned())
    }

    /// Begins a job about these members, which is through at once: its id.
    pub(crate) async fn job(&self, members: &[&str]) -> String {
        let job = self.post("members/deletion", json!({ "members": members })).await.expect(200);
        job["id"].as_str().unwrap().to_owned()
    }

    /// Plans the import of a sheet: what it would come to.
    pub(crate) async fn plan(&self, sheet: &str) -> Value {
        self.ask(Method::POST, self.path("members/import")).sheet(sheet).await.expect(201)
    }

    /// Brings somebody in: they are invited, accept, and are signed in.
    pub(crate) async fn hire(&self, email: &str, workspace: &str, level: &str) -> Self {
        self.hire_with(email, workspace, level, &[]).await
    }

    /// The same, with restrictions.
    pub(crate) async fn hire_with(&self, email: &str, workspace: &str, level: &str, restrictions: &[&str]) -> Self {
        let outcome = self.invite(email, workspace, level, restrictions).await;
        assert_eq!(outcome["outcome"], "invited", "{outcome}");
        self.accepted(email, outcome["invitation"].as_str().unwrap()).await
    }

    /// Accepts an invitation on behalf of somebody with no session; they are called as their address begins.
    pub(crate) async fn accepted(&self, email: &str, invitation: &str) -> Self {
        let token = self.house.link(&self.organization, invitation).await;
        let local = email.split('@').next().unwrap();
        let first: String = local.chars().take(1).flat_map(char::to_uppercase).chain(local.chars().skip(1)).collect();
        let body = json!({ "token": token, "first_name": first, "last_name": "Example", "password": PASSWORD });
        let answer = self.house.anyone().post("/invitation/accept", body).await;
        let joined = Self::signed_in(self.house.clone(), email, &answer).await;
        let session = answer.expect(200);
        let here = session["memberships"].as_array().unwrap().iter().find(|of| of["organization"] == self.organization.as_str());
        joined.at(here.expect("who accepts belongs to the organization")).await
    }

    /// Lets somebody into this organization too, so that they stay signed in when they are deactivated in another one.
    pub(crate) async fn welcome(&self, other: &Self) {
        let (_, invitation) = self.pending(&other.email, &self.root, "agent").await;
        self.let_in(other, &invitation).await;
    }

    /// Accepts an invitation of this organization on behalf of somebody who is signed in.
    pub(crate) async fn let_in(&self, other: &Self, invitation: &str) {
        let token = self.house.link(&self.organization, invitation).await;
        other.post("/invitation/accept", json!({ "token": token })).await.expect(200);
    }

    /// A program that acts for this person, who may have one token more from now on.
    pub(crate) async fn program(&self) -> Self {
        self.program_for(json!({ "name": "program" })).await
    }

    /// The same, with what is said about its token.
    pub(crate) async fn program_for(&self, token: Value) -> Self {
        let made = self.post("members/me/tokens", token).await.expect(201);
        self.bearing(made["secret"].as_str().unwrap())
    }

    /// A program that bears this token, in the same organization.
    pub(crate) fn bearing(&self, secret: &str) -> Self {
        Self { cookie: None, bearer: Some(secret.to_owned()), ..self.clone() }
    }

    /// Deactivates somebody.
    pub(crate) async fn deactivate(&self, other: &Self) {
        self.post(&format!("members/{}/deactivation", other.member), json!({})).await.expect(200);
    }

    /// Makes an organization, by an operator, and signs in who governs it.
    pub(crate) async fn found(&self, name: &str, governor: &str, model: &Value) -> Self {
        let mut body = json!({ "name": name, "governor_email": governor });
        body.as_object_mut().unwrap().extend(model.as_object().unwrap().clone());
        let made = self.post("/operator/organizations", body).await.expect(201);
        let organization = made["id"].as_str().unwrap();
        let inside = Self { organization: organization.to_owned(), ..self.house.anyone() };
        let invitation = self.house.only_invitation(organization).await;
        inside.accepted(governor, &invitation).await
    }

    /// Makes a contact.
    pub(crate) async fn contact(&self, workspace: &str, name: &str, assignee: Option<&str>) -> String {
        let body = json!({ "workspace": workspace, "name": name, "assignee": assignee });
        let made = self.post("contacts", body).await.expect(201);
        made["contacts"][0].as_str().unwrap().to_owned()
    }

    /// A group of teams; from then on the model of this organization has some.
    pub(crate) async fn group(&self, called: &str) -> String {
        let read = self.get("access-model").await;
        let document = read.expect(200)["document"].as_str().unwrap().to_owned();
        if !document.contains("grouped = true") {
            let grouped = document.replacen("assigned_from = \"resource\"\n", "assigned_from = \"both\"\ngrouped = true\n", 1);
            self.put("access-model", json!({ "access_model": grouped })).header("if-match", &read.tag()).await.expect(200);
        }
        let made = self.post("resource-groups", json!({ "kind": "team", "name": called })).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// Makes a team.
    pub(crate) async fn team(&self, name: &str) -> String {
        let made = self.post("resources", json!({ "kind": "team", "name": name })).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// Puts somebody into a team.
    pub(crate) async fn put_into(&self, who: &Self, team: &str) {
        let answer = self.put(&format!("resources/{team}/members/{}", who.member), json!({})).await;
        assert_eq!(answer.status, 204, "{answer}");
    }

    /// The path of a grant of theirs.
    pub(crate) fn grant(&self, workspace: &str) -> String {
        format!("members/{}/grants/{workspace}", self.member)
    }

    /// Changes somebody's grant, whatever stands there.
    pub(crate) async fn regrant(&self, of: &Self, workspace: &str, level: &str, restrictions: &[&str]) {
        let path = of.grant(workspace);
        let read = self.get(&path).await;
        let (how, tag) = if read.status == 200 { ("if-match", read.tag()) } else { ("if-none-match", "*".to_owned()) };
        let body = json!({ "levels": [level], "restrictions": restrictions });
        let answer = self.put(&path, body).header(how, &tag).await;
        assert!(answer.status.is_success(), "{answer}");
    }

    /// Revokes somebody's access: the receipt.
    pub(crate) async fn revoke(&self, of: &Self, workspace: &str) -> String {
        let path = format!("{}/revocation", of.grant(workspace));
        self.post(&path, json!({})).await.expect(200)["id"].as_str().unwrap().to_owned()
    }

    /// The kinds of the newest entries of the journal, newest first.
    pub(crate) async fn journal(&self) -> Vec<String> {
        self.get("journal?limit=200").await.column("kind")
    }
}
