//! Problems: every answer that is no success, in the form of RFC 9457.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// One field that is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Which, as a JSON pointer into the body, or a query parameter's name.
    pub pointer: String,
    /// The stable word for what is wrong.
    pub code: String,
    /// A sentence that a person can act on.
    pub detail: String,
}

/// The body of a problem.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// A name for this sort of problem: `urn:tenure:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The sort of problem in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// A sentence that a person can act on.
    pub detail: String,
    /// The stable word for the sort of problem.
    pub code: &'static str,
    /// The stable word for the rule that said no, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The fields that are wrong, where fields are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// What else there is to say.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

/// An answer that is no success.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    body: Box<ProblemBody>,
    retry_after: Option<u32>,
}

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident $status:ident $code:literal $title:literal;)*) => {
        impl Problem {
            $($(#[$doc])*
            pub fn $name(detail: impl Into<String>) -> Self {
                Self::new(StatusCode::$status, $code, $title, detail.into())
            })*
        }
        /// Every code with its status and title.
        pub const CODES: &[(&str, StatusCode, &str)] = &[$(($code, StatusCode::$status, $title)),*];
    };
}

problems! {
    /// Nobody is signed in.
    unauthenticated UNAUTHORIZED "unauthenticated" "Not signed in";
    /// The password is right, and it takes a code besides.
    second_factor_required UNAUTHORIZED "second_factor_required" "Second factor required";
    /// The caller may not.
    forbidden FORBIDDEN "forbidden" "Not allowed";
    /// There is no such thing, or the caller may not know of it.
    not_found NOT_FOUND "not_found" "Not found";
    /// It contradicts the state of things.
    conflict CONFLICT "conflict" "Conflict";
    /// The facts have moved since the plan.
    plan_moved CONFLICT "plan_moved" "The plan has moved";
    /// Somebody else changed it.
    stale PRECONDITION_FAILED "stale" "Changed in the meantime";
    /// The request can't be read.
    malformed BAD_REQUEST "malformed" "Unreadable request";
    /// Not this method here.
    method_not_allowed METHOD_NOT_ALLOWED "method_not_allowed" "Method not allowed";
    /// No representation that the client takes.
    not_acceptable NOT_ACCEPTABLE "not_acceptable" "Not acceptable";
    /// It took too long.
    timed_out REQUEST_TIMEOUT "timed_out" "Timed out";
    /// The body is too large.
    too_large PAYLOAD_TOO_LARGE "too_large" "Too large";
    /// Not this type of body.
    unsupported_media_type UNSUPPORTED_MEDIA_TYPE "unsupported_media_type" "Unsupported media type";
    /// A change that needs `If-Match`.
    precondition_required PRECONDITION_REQUIRED "precondition_required" "Precondition required";
    /// Something failed here.
    internal INTERNAL_SERVER_ERROR "internal" "Internal error";
    /// It makes no sense.
    invalid UNPROCESSABLE_ENTITY "invalid" "Invalid";
    /// It takes a choice of resources besides.
    selection_required UNPROCESSABLE_ENTITY "selection_required" "Selection required";
    /// Not until a lock is over or lifted.
    locked LOCKED "locked" "Locked";
    /// Too often.
    too_many_requests TOO_MANY_REQUESTS "too_many_requests" "Too many requests";
    /// Not now.
    unavailable SERVICE_UNAVAILABLE "unavailable" "Unavailable";
    /// No disk.
    out_of_space INSUFFICIENT_STORAGE "out_of_space" "Out of space";
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, title: &'static str, detail: String) -> Self {
        let kind = format!("urn:tenure:problem:{code}");
        let more = serde_json::Map::new();
        let body = ProblemBody { kind, title, status: status.as_u16(), detail, code, rule: None, errors: Vec::new(), more };
        Self { body: Box::new(body), retry_after: None }
    }

    /// With the rule that said no.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<String>) -> Self {
        self.body.rule = Some(rule.into());
        self
    }

    /// With a field that is wrong.
    #[must_use]
    pub fn with_field(mut self, pointer: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        self.body.errors.push(FieldProblem { pointer: pointer.into(), code: code.into(), detail: detail.into() });
        self
    }

    /// With something else to say.
    #[must_use]
    pub fn with(mut self, key: &str, value: serde_json::Value) -> Self {
        self.body.more.insert(key.to_owned(), value);
        self
    }

    /// With a time in seconds after which to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Its body.
    pub fn body(&self) -> &ProblemBody {
        &self.body
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.body.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&*self.body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // A face for people tells it in its own way.
        response.extensions_mut().insert(self.clone());
        let headers = response.headers_mut();
        if status == StatusCode::UNAUTHORIZED {
            // Programs send a token; it is no scheme that a browser could offer a dialog for.
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
