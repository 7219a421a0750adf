//! An answer, which has been held to what every answer must be before a test sees it.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;
use tenure_http_base::CODES;

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// What was asked: method and path.
    pub(crate) asked: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// Holds the answer to what every answer must be: for this client alone, for no other site, and a problem if no success.
    #[track_caller]
    pub(crate) fn checked(self) -> Self {
        let is_for_ever = self.asked.starts_with("GET /assets/") && self.status == StatusCode::OK;
        let kept = if is_for_ever { "public, max-age=31536000, immutable" } else { "no-store" };
        assert_eq!(self.header("cache-control"), Some(kept), "f4: {self}");
        assert_eq!(self.header("x-content-type-options"), Some("nosniff"), "{self}");
        assert_eq!(self.header("referrer-policy"), Some(self.tells_where_from()), "{self}");
        assert!(self.header("content-security-policy").is_some_and(|policy| policy.starts_with("default-src 'none'")), "{self}");
        assert!(self.header("x-request-id").is_some(), "{self}");
        assert!(!self.headers.keys().any(|name| name.as_str().starts_with("access-control-")), "f4: {self}");
        let moves_on = self.status.is_redirection();
        let is_reset =
            self.status == StatusCode::ACCEPTED && ["/password-reset", "/email"].iter().any(|end| self.asked.ends_with(end));
        let has_none = self.status == StatusCode::NO_CONTENT || is_reset || moves_on || self.asked.starts_with("HEAD ");
        assert_eq!(has_none, self.body.is_empty(), "{self}");
        let is_page = self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if !self.status.is_success() && !is_page && !has_none {
            self.check_problem();
        }
        self
    }

    /// The console's pages send forms, whose `Origin` browsers leave out where nothing is told; but no page tells a token.
    fn tells_where_from(&self) -> &'static str {
        let path = self.asked.split(' ').nth(1).unwrap_or_default();
        let is_page = self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        match () {
            () if !is_page || path.starts_with("/api/") => "no-referrer",
            () if ["/invitation/", "/password-reset/", "/email-confirmation/"].iter().any(|at| path.starts_with(at)) => {
                "strict-origin"
            }
            () => "same-origin",
        }
    }

    #[track_caller]
    fn check_problem(&self) {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self}");
        let problem = self.json();
        let code = problem["code"].as_str().unwrap_or_default();
        let (_, status, title) = CODES.iter().find(|(known, ..)| *known == code).unwrap_or_else(|| panic!("unknown code: {self}"));
        assert_eq!(*status, self.status, "{self}");
        assert_eq!(problem["status"], self.status.as_u16(), "{self}");
        assert_eq!(problem["title"], *title, "{self}");
        assert_eq!(problem["type"], format!("urn:tenure:problem:{code}"), "{self}");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.len() > 5), "a problem says what to do: {self}");
        assert_eq!(self.status == StatusCode::UNAUTHORIZED, self.header("www-authenticate").is_some(), "{self}");
        for error in problem["errors"].as_array().into_iter().flatten() {
            assert!(["pointer", "code", "detail"].iter().all(|key| error[key].is_string()), "{self}");
        }
    }

    /// A header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON: null if it is empty, a text where it is no JSON but a sheet or a stream.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        if self.body.is_empty() {
            return Value::Null;
        }
        if self.header("content-type").is_some_and(|kind| kind.starts_with("text/csv") || kind.starts_with("text/event-stream")) {
            return Value::String(self.text());
        }
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The body of an answer with this status.
    #[track_caller]
    pub(crate) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{self}");
        self.json()
    }

    /// The tag of an answer with this status.
    #[track_caller]
    pub(crate) fn tag(&self) -> String {
        assert!(self.status.is_success(), "{self}");
        self.header("etag").unwrap_or_else(|| panic!("no tag: {self}")).to_owned()
    }

    /// The body of a problem with this code, by this rule (empty for none).
    #[track_caller]
    pub(crate) fn refused(&self, code: &str, rule: &str) -> Value {
        let problem = self.json();
        assert_eq!((problem["code"].as_str(), problem["rule"].as_str().unwrap_or_default()), (Some(code), rule), "{self}");
        problem
    }

    /// A problem of a request that makes no sense, with a field that is wrong in this way.
    #[track_caller]
    pub(crate) fn wrong(&self, pointer: &str, code: &str) -> Value {
        self.expect(422);
        let problem = self.json();
        // Where levels want one, what is missing is told by a code of its own (R3).
        let missing = if code == "selection_required" { code } else { "invalid" };
        assert_eq!(problem["code"], missing, "{self}");
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        assert!(errors.iter().any(|error| error["pointer"] == pointer && error["code"] == code), "{pointer} {code}: {self}");
        problem
    }

    /// The rows of a list.
    #[track_caller]
    pub(crate) fn items(&self) -> Vec<Value> {
        self.expect(200)["items"].as_array().unwrap_or_else(|| panic!("no list: {self}")).clone()
    }

    /// This field of all rows of a list.
    #[track_caller]
    pub(crate) fn column(&self, field: &str) -> Vec<String> {
        self.items().iter().map(|item| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned)).collect()
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} -> {} {:?} {}", self.asked, self.status, self.headers, self.text())
    }
}
