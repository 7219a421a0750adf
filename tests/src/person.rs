//! Somebody with a browser's cookie jar.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde_json::Value;

use crate::{Server, Stream};

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The `ETag`, if there is one.
    pub tag: Option<String>,
    /// The body as JSON; null if it is none.
    pub body: Value,
    /// The body as it came.
    pub text: String,
}

impl Answer {
    /// This answer, if it has this status.
    #[expect(clippy::return_self_not_must_use, reason = "a test may only want to know")]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// A text of the body.
    pub fn text_at(&self, pointer: &str) -> String {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("no text at {pointer} of {}", self.text))
            .to_owned()
    }
}

/// Somebody who talks to one server.
#[derive(Clone)]
pub struct Person {
    client: Client,
    base: String,
    cookies: Arc<Mutex<Vec<String>>>,
}

impl Person {
    /// Somebody with an empty cookie jar.
    pub fn at(server: &Server) -> Self {
        Self::of(server.base())
    }

    /// Somebody with an empty cookie jar, at a server that somebody else started.
    pub fn of(base: &str) -> Self {
        let client = Client::builder().cookie_store(true).redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { client, base: base.to_owned(), cookies: Arc::default() }
    }

    /// Sends a request with headers.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Option<Value>) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        self.answered(request).await
    }

    /// Sends a sheet.
    pub async fn send_sheet(&self, path: &str, sheet: &str) -> Answer {
        let request = self.client.post(format!("{}{path}", self.base)).header("content-type", "text/csv");
        self.answered(request.body(sheet.to_owned())).await
    }

    async fn answered(&self, request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.expect("the server answers");
        let status = response.status().as_u16();
        let tag = response.headers().get("etag").map(|tag| tag.to_str().unwrap().to_owned());
        let given = response.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
        let values = given.filter_map(|cookie| Some(cookie.split(';').next()?.split_once('=')?.1.to_owned()));
        self.cookies.lock().unwrap().extend(values.filter(|value| !value.is_empty()));
        let text = response.text().await.unwrap();
        Answer { status, tag, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
    }

    /// Opens a stream, from after this event on.
    pub async fn listen(&self, path: &str, last: Option<&str>) -> Stream {
        let request = self.client.get(format!("{}{path}", self.base)).header("accept", "text/event-stream");
        let request = last.into_iter().fold(request, |request, last| request.header("last-event-id", last));
        Stream::of(request.send().await.expect("the server answers"))
    }

    /// Asks until there is any answer: of a server that says where it will be before it is there.
    pub async fn reach(&self, path: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while let Err(error) = self.client.get(format!("{}{path}", self.base)).send().await {
            assert!(Instant::now() < until, "nobody listens: {error}");
            tokio::task::yield_now().await;
        }
    }

    /// `GET`
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }

    /// `POST`
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, &[], Some(body)).await
    }

    /// `PUT`, against a tag.
    pub async fn put(&self, path: &str, if_match: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, &[("if-match", if_match)], Some(body)).await
    }

    /// Signs in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.post("/api/v1/session", serde_json::json!({ "email": email, "password": password })).await
    }

    /// Asks until the answer is what is waited for.
    pub async fn eventually(&self, path: &str, is_there: impl Fn(&Answer) -> bool) -> Answer {
        let until = Instant::now() + Duration::from_secs(90);
        loop {
            let answer = self.get(path).await;
            if is_there(&answer) {
                return answer;
            }
            assert!(Instant::now() < until, "it didn't come: {}", answer.text);
        }
    }

    /// The values of all cookies that they ever got.
    pub fn cookies(&self) -> Vec<String> {
        self.cookies.lock().unwrap().clone()
    }

    /// The same person at another process of the same database, where they sign in anew.
    pub async fn moved_to(&self, server: &Server, email: &str, password: &str) -> Self {
        let moved = Self::at(server);
        moved.sign_in(email, password).await.expect(200);
        moved
    }
}
