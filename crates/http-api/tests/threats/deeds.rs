//! One request of every route, ready to be sent: with targets of its own, so that each can be tried by anybody.

use serde_json::{Value, json};

use super::products::{Product, WORKSPACE};
use super::tenants::NOTHING;
use crate::support::{Ask, Client, House, PASSWORD, Route, SETUP_TOKEN};

/// Where deeds happen, and by whom they are tried.
pub(super) struct Stage {
    pub(super) house: House,
    /// Who governs.
    pub(super) owner: Client,
    pub(super) child: String,
    /// What is managed there.
    pub(super) product: &'static Product,
    count: std::sync::atomic::AtomicU32,
}

/// A request that somebody may send.
pub(super) struct Deed {
    pub(super) path: String,
    pub(super) body: Option<Value>,
    sheet: Option<String>,
    pub(super) headers: Vec<(&'static str, &'static str)>,
}

impl Deed {
    fn new(path: impl Into<String>, body: Value) -> Self {
        Self { path: path.into(), body: Some(body), sheet: None, headers: vec![] }
    }

    fn bare(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None, sheet: None, headers: vec![] }
    }

    fn of_sheet(path: impl Into<String>, sheet: String) -> Self {
        Self { path: path.into(), body: None, sheet: Some(sheet), headers: vec![] }
    }

    /// As asked by somebody.
    pub(super) fn by(&self, who: &Client, owner: &Client, route: &Route) -> Ask {
        let path = if self.path.starts_with('/') {
            self.path.clone()
        } else {
            format!("/organizations/{}/{}", owner.organization, self.path)
        };
        let path = path.trim_end_matches('/');
        let mut ask = who.ask(route.method.clone(), format!("/api/v1{path}"));
        if let Some(body) = &self.body {
            ask = ask.json(body);
        }
        if let Some(sheet) = &self.sheet {
            ask = ask.sheet(sheet);
        }
        self.headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value))
    }
}

impl Stage {
    pub(super) async fn set() -> Self {
        let (house, owner) = House::governed().await;
        let child = owner.workspace(&owner.root, "Child").await;
        Self { house, owner, child, product: &WORKSPACE, count: 0.into() }
    }

    /// An organization of this product in a house that others operate.
    pub(super) async fn of(product: &'static Product) -> Self {
        let (house, operator) = House::governed().await;
        let owner = operator.found("Mine", "governor@mine.test", &json!({ "model": product.model })).await;
        if let Some(plan) = product.plan {
            let path = format!("/operator/organizations/{}", owner.organization);
            operator.patch(&path, json!({ "plan": plan })).await.expect(200);
        }
        let child = owner.workspace(&owner.root, "Child").await;
        Self { house, owner, child, product, count: 0.into() }
    }

    /// An address that nobody has.
    pub(super) fn fresh(&self) -> String {
        format!("fresh{}@example.test", self.count.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
    }

    /// The access model with one remark more: another document that changes nothing for anybody.
    async fn remarked(&self, owner: &Client) -> Value {
        let document = owner.get("access-model").await.expect(200)["document"].as_str().unwrap().to_owned();
        json!({ "access_model": format!("{document}# {}\n", self.fresh()) })
    }

    async fn agent(&self, at: &str) -> Client {
        self.owner.hire(&self.fresh(), at, self.product.target).await
    }

    /// Somebody who may have tokens, where the product asks for a permission to.
    async fn entitled(&self, at: &str) -> Client {
        let agent = self.agent(at).await;
        if let Some(permission) = self.product.tokens {
            let body = json!({ "levels": [self.product.target], "permissions": [permission] });
            let tag = self.owner.get(&agent.grant(at)).await.tag();
            self.owner.put(&agent.grant(at), body).header("if-match", &tag).await.expect(200);
        }
        agent
    }

    /// A token of somebody's.
    async fn token(&self, at: &str) -> String {
        let agent = self.entitled(at).await;
        let made = agent.post("members/me/tokens", json!({ "name": "program" })).await.expect(201);
        format!("members/{}/tokens/{}", agent.member, made["id"].as_str().unwrap())
    }

    /// A resource, or the id of none where the product has none.
    pub(super) async fn resource(&self) -> String {
        let Some(kind) = self.product.kind else { return NOTHING.to_owned() };
        let made = self.owner.post("resources", json!({ "kind": kind, "name": self.fresh() })).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// A group of resources, where there are any.
    async fn group(&self) -> String {
        let Some(kind) = self.product.grouped else { return NOTHING.to_owned() };
        let made = self.owner.post("resource-groups", json!({ "kind": kind, "name": self.fresh() })).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    async fn offer(&self, at: &str) -> (String, String) {
        let (_, invitation) = self.owner.pending(&self.fresh(), at, self.product.target).await;
        let token = self.house.link(&self.owner.organization, &invitation).await;
        (invitation, token)
    }

    #[expect(clippy::too_many_lines, reason = "a table of all routes")]
    /// A deed of this route at a workspace. A route that isn't here fails the build of whoever adds it (a5).
    pub(super) async fn deed(&self, route: &Route, at: &str) -> Deed {
        let owner = &self.owner;
        match route.name().as_str() {
            "POST /setup" => Deed::new(
                "/setup",
                json!({
                    "token": SETUP_TOKEN, "organization": "Again", "model": "workspace", "email": self.fresh(), "password": PASSWORD,
                    "first_name": "A", "last_name": "B",
                }),
            ),
            "POST /operator/organizations" => {
                let body = json!({ "name": "New", "model": "workspace", "governor_email": self.fresh() });
                Deed::new("/operator/organizations", body)
            }
            "PATCH /operator/organizations/{org}" => {
                let seats = 1_000 + self.count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                Deed::new(format!("/operator/organizations/{}", owner.organization), json!({ "seats": seats }))
            }
            "POST /session" => Deed::new("/session", json!({ "email": owner.email, "password": PASSWORD })),
            "DELETE /session" => Deed::bare("/session"),
            "GET /sessions" => Deed::bare("/sessions"),
            "DELETE /sessions" => Deed::bare("/sessions?others=false"),
            // Nobody's: the journeys end one's own, and try others'.
            "DELETE /sessions/{id}" => Deed::bare(format!("/sessions/{NOTHING}")),
            "POST /me/password" => {
                Deed::new("/me/password", json!({ "current_password": "not the password", "password": PASSWORD }))
            }
            "GET /me/second-factor" => Deed::bare("/me/second-factor"),
            "POST /me/second-factor/confirmation" => Deed::new("/me/second-factor/confirmation", json!({ "code": "123456" })),
            "POST /me/second-factor" | "POST /me/second-factor/recovery-codes" | "POST /me/second-factor/removal" => {
                Deed::new(route.path.clone(), json!({ "current_password": "not the password" }))
            }
            // Nobody's: the journeys ask for their own.
            "POST /password-reset" => Deed::new("/password-reset", json!({ "email": self.fresh() })),
            "POST /password-reset/complete" => {
                Deed::new("/password-reset/complete", json!({ "token": "made up", "password": PASSWORD }))
            }
            "POST /me/email" => Deed::new("/me/email", json!({ "current_password": "not the password", "email": self.fresh() })),
            "POST /email-confirmation" => Deed::new("/email-confirmation", json!({ "token": "made up", "password": PASSWORD })),
            "POST /organizations/{org}/members/{member}/email" => {
                Deed::new(format!("members/{}/email", self.agent(at).await.member), json!({ "email": self.fresh() }))
            }
            "POST /organizations/{org}/members/{member}/password-reset" => {
                Deed::bare(format!("members/{}/password-reset", self.agent(at).await.member))
            }
            "PATCH /organizations/{org}" => Deed::new("", json!({ "name": self.fresh() })),
            "POST /organizations/{org}/workspaces" => Deed::new("workspaces", json!({ "parent": at, "name": "Below" })),
            "PATCH /organizations/{org}/workspaces/{ws}" => Deed::new(format!("workspaces/{at}"), json!({ "name": self.fresh() })),
            "DELETE /organizations/{org}/workspaces/{ws}" => {
                Deed::bare(format!("workspaces/{}", owner.workspace(at, "Gone").await))
            }
            "GET /organizations/{org}/workspaces/{ws}/move" | "POST /organizations/{org}/workspaces/{ws}/move" => {
                let (moved, parent) = (owner.workspace(at, "Moved").await, owner.workspace(at, "Above").await);
                if route.is_write() {
                    Deed::new(format!("workspaces/{moved}/move"), json!({ "parent": parent }))
                } else {
                    Deed::bare(format!("workspaces/{moved}/move?parent={parent}"))
                }
            }
            "PATCH /organizations/{org}/members/{member}" => {
                Deed::new(format!("members/{}", self.agent(at).await.member), json!({ "digest": "weekly" }))
            }
            "POST /organizations/{org}/members/{member}/unlock" => {
                let locked = self.agent(at).await;
                self.house.lock_out(&locked.email).await;
                Deed::bare(format!("members/{}/unlock", locked.member))
            }
            "POST /organizations/{org}/members/{member}/statistics" => {
                let report = self.product.statistic.map_or_else(|| json!({}), |key| json!({ key: 12 }));
                Deed::new(format!("members/{}/statistics", self.agent(at).await.member), report)
            }
            "PUT /organizations/{org}/members/{member}/grants/{ws}" => {
                let body = json!({ "levels": self.product.regrant.0, "restrictions": self.product.regrant.1 });
                Deed { headers: vec![("if-match", "\"v1\"")], ..Deed::new(self.agent(at).await.grant(at), body) }
            }
            "POST /organizations/{org}/members/{member}/grants/{ws}/revocation" => {
                Deed::new(format!("{}/revocation", self.agent(at).await.grant(at)), json!({}))
            }
            "POST /organizations/{org}/invitations" => {
                Deed::new("invitations", json!({ "emails": self.fresh(), "workspace": at, "levels": [self.product.target] }))
            }
            "PATCH /organizations/{org}/invitations/{id}" => {
                Deed::new(format!("invitations/{}", self.offer(at).await.0), json!({ "email": self.fresh() }))
            }
            "DELETE /organizations/{org}/invitations/{id}" => Deed::bare(format!("invitations/{}", self.offer(at).await.0)),
            "POST /organizations/{org}/invitations/{id}/resend" => {
                Deed::bare(format!("invitations/{}/resend", self.offer(at).await.0))
            }
            "POST /invitation/read" => Deed::new("/invitation/read", json!({ "token": self.offer(at).await.1 })),
            "POST /invitation/accept" => {
                Deed::new("/invitation/accept", json!({ "token": self.offer(at).await.1, "password": PASSWORD }))
            }
            "POST /invitation/refuse" => Deed::new("/invitation/refuse", json!({ "token": self.offer(at).await.1 })),
            "POST /organizations/{org}/receipts/{id}/undo" => {
                let receipt = owner.revoke(&self.agent(at).await, at).await;
                Deed::new(format!("receipts/{receipt}/undo"), json!({}))
            }
            "POST /organizations/{org}/contacts" => Deed::new("contacts", json!({ "workspace": at, "name": "Ada" })),
            "PUT /organizations/{org}/contacts/{id}/assignee" => {
                let contact = owner.contact(at, "Ada", None).await;
                Deed::new(format!("contacts/{contact}/assignee"), json!({ "member": owner.member }))
            }
            "GET /dev/mail" | "GET /me" | "GET /session" | "GET /organizations" | "GET /operator/organizations" => {
                Deed::bare(&route.path)
            }
            "GET /organizations/{org}" => Deed::bare(""),
            "GET /organizations/{org}/access-model" => Deed::bare("access-model"),
            "PUT /organizations/{org}/access-model" => {
                Deed { headers: vec![("if-match", "*")], ..Deed::new("access-model", self.remarked(owner).await) }
            }
            "POST /organizations/{org}/access-model/plan" => Deed::new("access-model/plan", self.remarked(owner).await),
            "GET /organizations/{org}/access" => {
                let member = self.agent(at).await.member;
                Deed::bare(format!("access?member={member}&permission=contacts.view&workspace={at}"))
            }
            "POST /organizations/{org}/access/batch" => {
                let question = json!({ "member": self.agent(at).await.member, "permission": "contacts.view", "workspace": at });
                Deed::new("access/batch", json!({ "questions": [question] }))
            }
            "GET /organizations/{org}/access/who" => Deed::bare(format!("access/who?permission=contacts.view&workspace={at}")),
            "GET /organizations/{org}/workspaces" => Deed::bare(format!("workspaces?under={at}")),
            "GET /organizations/{org}/contacts" => Deed::bare(format!("contacts?workspace={at}")),
            "GET /organizations/{org}/contacts/{id}" | "DELETE /organizations/{org}/contacts/{id}" => {
                Deed::bare(format!("contacts/{}", owner.contact(at, "Ada", None).await))
            }
            "GET /organizations/{org}/members" => Deed::bare(format!("members?workspace={at}")),
            "GET /organizations/{org}/members.csv" => Deed::bare(format!("members.csv?workspace={at}")),
            "GET /organizations/{org}/members/{member}" => Deed::bare(format!("members/{}", self.agent(at).await.member)),
            "GET /organizations/{org}/members/{member}/grants" => {
                Deed::bare(format!("members/{}/grants", self.agent(at).await.member))
            }
            "GET /organizations/{org}/members/{member}/grants/{ws}" => Deed::bare(self.agent(at).await.grant(at)),
            "GET /organizations/{org}/members/{member}/grants/{ws}/preview" => {
                Deed::bare(format!("{}/preview?levels={}", self.agent(at).await.grant(at), self.product.target))
            }
            "GET /organizations/{org}/members/{member}/grants/{ws}/revocation" => {
                Deed::bare(format!("{}/revocation", self.agent(at).await.grant(at)))
            }
            "GET /organizations/{org}/members/{member}/deactivation"
            | "POST /organizations/{org}/members/{member}/deactivation" => {
                let path = format!("members/{}/deactivation", self.agent(at).await.member);
                Deed { body: route.is_write().then(|| json!({})), ..Deed::bare(path) }
            }
            "GET /organizations/{org}/members/{member}/reactivation"
            | "POST /organizations/{org}/members/{member}/reactivation" => {
                let agent = self.agent(at).await;
                owner.deactivate(&agent).await;
                let path = format!("members/{}/reactivation", agent.member);
                Deed { body: route.is_write().then(|| json!({})), ..Deed::bare(path) }
            }
            "GET /organizations/{org}/members/{member}/deletion" | "POST /organizations/{org}/members/{member}/deletion" => {
                let path = format!("members/{}/deletion", self.agent(at).await.member);
                Deed { body: route.is_write().then(|| json!({})), ..Deed::bare(path) }
            }
            "GET /organizations/{org}/invitations" => Deed::bare("invitations"),
            "POST /organizations/{org}/presence" => Deed::bare("presence"),
            "GET /organizations/{org}/stream" => Deed::bare("stream"),
            "GET /organizations/{org}/insights" => Deed::bare("insights"),
            "GET /organizations/{org}/journal" => Deed::bare("journal"),
            "GET /organizations/{org}/journal.csv" => Deed::bare("journal.csv"),
            "POST /organizations/{org}/members/deletion" => {
                Deed::new("members/deletion", json!({ "members": [self.agent(at).await.member] }))
            }
            "POST /organizations/{org}/members/levels" => {
                let body = json!({ "members": [self.agent(at).await.member], "workspace": at, "levels": [self.product.lifted] });
                Deed::new("members/levels", body)
            }
            "POST /organizations/{org}/members/import" => {
                Deed::of_sheet(format!("members/import?workspace={at}"), self.sheet(None))
            }
            "GET /organizations/{org}/members/import/{plan}" => {
                Deed::bare(format!("members/import/{}", owner.plan(&self.sheet(Some(at))).await["plan"].as_str().unwrap()))
            }
            "POST /organizations/{org}/members/import/{plan}/execution" => {
                let plan = owner.plan(&self.sheet(Some(at))).await["plan"].clone();
                Deed::new(format!("members/import/{}/execution", plan.as_str().unwrap()), json!({}))
            }
            "GET /organizations/{org}/jobs" => Deed::bare("jobs"),
            "GET /organizations/{org}/jobs/{id}"
            | "POST /organizations/{org}/jobs/{id}/undo"
            | "POST /organizations/{org}/jobs/{id}/stop" => {
                let body = json!({ "members": [self.agent(at).await.member] });
                let job = owner.post("members/deletion", body).await.expect(200);
                let job = job["id"].as_str().unwrap();
                if route.path.ends_with("/stop") {
                    Deed::bare(format!("jobs/{job}/stop"))
                } else if route.is_write() {
                    Deed::new(format!("jobs/{job}/undo"), json!({}))
                } else {
                    Deed::bare(format!("jobs/{job}"))
                }
            }
            "GET /organizations/{org}/members/{member}/tokens" => {
                Deed::bare(format!("members/{}/tokens", self.agent(at).await.member))
            }
            "POST /organizations/{org}/members/{member}/tokens" => {
                Deed::new(format!("members/{}/tokens", self.entitled(at).await.member), json!({ "name": "program" }))
            }
            "POST /organizations/{org}/members/{member}/tokens/{id}/replacement" => {
                Deed::new(format!("{}/replacement", self.token(at).await), json!({}))
            }
            "DELETE /organizations/{org}/members/{member}/tokens/{id}" => Deed::bare(self.token(at).await),
            "GET /organizations/{org}/receipts" => Deed::bare("receipts"),
            "GET /organizations/{org}/receipts/{id}" => {
                Deed::bare(format!("receipts/{}", owner.revoke(&self.agent(at).await, at).await))
            }
            _ => self.resource_deed(route, at).await,
        }
    }

    /// A sheet that invites somebody, to a workspace or to wherever levels count.
    fn sheet(&self, at: Option<&str>) -> String {
        let (email, level) = (self.fresh(), self.product.target);
        match at {
            Some(at) => format!("email,grants\n{email},{at}:{level}\n"),
            None => format!("email,levels\n{email},{level}\n"),
        }
    }

    /// Those of resources.
    async fn resource_deed(&self, route: &Route, at: &str) -> Deed {
        let owner = &self.owner;
        let kind = self.product.kind.unwrap_or("none");
        let selection = async || format!("members/{}/selections/{kind}", self.agent(at).await.member);
        match route.name().as_str() {
            "POST /organizations/{org}/resources" => Deed::new("resources", json!({ "kind": kind, "name": self.fresh() })),
            "PATCH /organizations/{org}/resources/{id}" => {
                Deed::new(format!("resources/{}", self.resource().await), json!({ "name": self.fresh() }))
            }
            "DELETE /organizations/{org}/resources/{id}" | "GET /organizations/{org}/resources/{id}" => {
                Deed::bare(format!("resources/{}", self.resource().await))
            }
            "GET /organizations/{org}/resources" => Deed::bare("resources"),
            "POST /organizations/{org}/resource-groups" => {
                Deed::new("resource-groups", json!({ "kind": self.product.grouped.unwrap_or(kind), "name": self.fresh() }))
            }
            "GET /organizations/{org}/resource-groups" => Deed::bare("resource-groups"),
            "PATCH /organizations/{org}/resource-groups/{id}" => {
                Deed::new(format!("resource-groups/{}", self.group().await), json!({ "name": self.fresh() }))
            }
            "GET /organizations/{org}/resource-groups/{id}" | "DELETE /organizations/{org}/resource-groups/{id}" => {
                Deed::bare(format!("resource-groups/{}", self.group().await))
            }
            "GET /organizations/{org}/resources/{id}/members" => Deed::bare(format!("resources/{}/members", self.resource().await)),
            "PUT /organizations/{org}/resources/{id}/members/{member}" => {
                Deed::bare(format!("resources/{}/members/{}", self.resource().await, self.agent(at).await.member))
            }
            "DELETE /organizations/{org}/resources/{id}/members/{member}" => {
                let (resource, agent) = (self.resource().await, self.agent(at).await);
                if self.product.from_resource {
                    owner.put_into(&agent, &resource).await;
                }
                Deed::bare(format!("resources/{resource}/members/{}", agent.member))
            }
            "GET /organizations/{org}/members/{member}/selections/{kind}" => Deed::bare(selection().await),
            "PUT /organizations/{org}/members/{member}/selections/{kind}" => {
                let body = if self.product.from_member { json!({ "resources": [self.resource().await] }) } else { json!({}) };
                Deed { headers: vec![("if-none-match", "*")], ..Deed::new(selection().await, body) }
            }
            other => panic!("a5: say what `{other}` needs, in the matrix and here"),
        }
    }
}
