//! A client: somebody with or without a session, who speaks to the router as HTTP does.

use std::net::SocketAddr;
use std::pin::Pin;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, Response};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use super::answer::Answer;
use super::house::House;
use super::stream::Stream;

/// Somebody who asks. Paths without a slash are below their organization, others below `/api/v1`.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) house: House,
    pub(crate) cookie: Option<String>,
    /// The token of a program; it needs no cookie then.
    pub(crate) bearer: Option<String>,
    pub(crate) email: String,
    pub(crate) organization: String,
    pub(crate) member: String,
    pub(crate) root: String,
}

/// Something that is asked: awaiting it sends it.
#[must_use]
pub(crate) struct Ask {
    house: House,
    router: Router,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    peer: Option<SocketAddr>,
    body: Option<Vec<u8>>,
}

impl Client {
    pub(crate) fn anonymous(house: House) -> Self {
        let none = String::new;
        Self { house, cookie: None, bearer: None, email: none(), organization: none(), member: none(), root: none() }
    }

    pub(crate) async fn signed_in(house: House, email: &str, answer: &Answer) -> Self {
        let session = answer.expect(200);
        let cookie = answer.header("set-cookie").expect("a session comes with a cookie");
        let mut client = Self::anonymous(house);
        client.cookie = cookie.split(';').next().map(str::to_owned);
        email.clone_into(&mut client.email);
        client.at(&session["memberships"][0]).await
    }

    /// The same person in another of their organizations.
    pub(crate) async fn at(&self, membership: &Value) -> Self {
        let mut client = self.clone();
        if let (Some(organization), Some(member)) = (membership["organization"].as_str(), membership["member"].as_str()) {
            client.organization = organization.to_owned();
            client.member = member.to_owned();
            let root = client.get("").await.expect(200)["root"].clone();
            root.as_str().unwrap().clone_into(&mut client.root);
        }
        client
    }

    /// The same browser with another organization's address in its bar.
    pub(crate) fn looking_at(&self, other: &Self) -> Self {
        Self { organization: other.organization.clone(), root: other.root.clone(), ..self.clone() }
    }

    /// The whole path of a path.
    pub(crate) fn path(&self, path: &str) -> String {
        if path.starts_with('/') {
            return format!("/api/v1{path}");
        }
        let joint = if path.is_empty() || path.starts_with('?') { "" } else { "/" };
        format!("/api/v1/organizations/{}{joint}{path}", self.organization)
    }

    /// Asks for a path outside of the API.
    pub(crate) fn outside(&self, path: &str) -> Ask {
        self.ask(Method::GET, path.to_owned())
    }

    pub(crate) fn ask(&self, method: Method, path: String) -> Ask {
        let cookie = self.cookie.iter().map(|cookie| ("cookie".to_owned(), cookie.clone()));
        let bearer = self.bearer.iter().map(|token| ("authorization".to_owned(), format!("Bearer {token}")));
        Ask {
            house: self.house.clone(),
            router: self.house.router(),
            method,
            path,
            headers: cookie.chain(bearer).collect(),
            peer: None,
            body: None,
        }
    }

    pub(crate) fn get(&self, path: &str) -> Ask {
        self.ask(Method::GET, self.path(path))
    }

    #[expect(clippy::needless_pass_by_value, reason = "so that tests read `post(path, json!(…))`")]
    pub(crate) fn post(&self, path: &str, body: Value) -> Ask {
        self.ask(Method::POST, self.path(path)).json(&body)
    }

    #[expect(clippy::needless_pass_by_value, reason = "likewise")]
    pub(crate) fn put(&self, path: &str, body: Value) -> Ask {
        self.ask(Method::PUT, self.path(path)).json(&body)
    }

    #[expect(clippy::needless_pass_by_value, reason = "likewise")]
    pub(crate) fn patch(&self, path: &str, body: Value) -> Ask {
        self.ask(Method::PATCH, self.path(path)).json(&body)
    }

    pub(crate) fn delete(&self, path: &str) -> Ask {
        self.ask(Method::DELETE, self.path(path))
    }
}

impl Ask {
    /// With another header.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// From this address.
    pub(crate) fn from(mut self, address: &str) -> Self {
        self.peer = Some(SocketAddr::new(address.parse().unwrap(), 50_000));
        self
    }

    /// To another router.
    pub(crate) fn through(mut self, router: &Router) -> Self {
        self.router = router.clone();
        self
    }

    /// With a JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.raw(body.to_string()).header("content-type", "application/json")
    }

    /// With a sheet as its body.
    pub(crate) fn sheet(self, text: &str) -> Self {
        self.raw(text).header("content-type", "text/csv; charset=utf-8")
    }

    /// With this very body, and nothing said about its type.
    pub(crate) fn raw(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.headers.retain(|(name, _)| name != "content-type");
        self.body = Some(body.into());
        self
    }

    /// Sends it, and leaves the body to be read.
    pub(crate) async fn open(self) -> Response<Body> {
        let mut request = Request::builder().method(&self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(peer) = self.peer {
            request = request.extension(ConnectInfo(peer));
        }
        let body = self.body.map_or_else(Body::empty, Body::from);
        self.router.oneshot(request.body(body).unwrap()).await.unwrap()
    }

    /// Sends it, and listens to what comes.
    pub(crate) async fn listen(self) -> Stream {
        let response = self.open().await;
        assert_eq!(response.status(), 200);
        assert!(response.headers().get("content-encoding").is_none(), "what is compressed is held back");
        Stream::of(response.into_body())
    }

    async fn send(self) -> Answer {
        let asked = format!("{} {}", self.method, self.path);
        let (house, sent) = (self.house.clone(), self.body.clone());
        let (parts, body) = self.open().await.into_parts();
        let is_stream = parts.headers.get("content-type").is_some_and(|kind| kind == "text/event-stream");
        // A stream has no end: it is read until it has said who is online.
        let body = if is_stream { Stream::of(body).first().await.into() } else { body.collect().await.unwrap().to_bytes() };
        let answer = Answer { asked, status: parts.status, headers: parts.headers, body }.checked();
        house.tape().record(sent.as_deref(), &answer);
        answer
    }
}

impl IntoFuture for Ask {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
