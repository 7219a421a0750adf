//! Tags: the version of what can be edited, and what a client says about it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterIn};

use crate::Problem;
use crate::described::header;

/// An answer with its version as `ETag`.
pub fn tagged(version: u64, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"v{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// What a request says about the version that it means to change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IfMatch {
    /// Nothing.
    Absent,
    /// This version: `If-Match: "v3"`.
    Version(u64),
    /// Whatever is there: `If-Match: *`.
    Any,
    /// Nothing may be there yet: `If-None-Match: *`.
    New,
}

impl IfMatch {
    /// The version, if one was named; a claim that nothing is there can't be meant for something that always is.
    pub fn version(self) -> Result<Option<u64>, Problem> {
        match self {
            Self::Absent | Self::Any => Ok(None),
            Self::Version(version) => Ok(Some(version)),
            Self::New => Err(Problem::stale("this exists already").with_rule("stale")),
        }
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header("If-Match", "The tag of the version to change; if it has changed since, the answer is 412.")]
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("").trim())
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match (text(&parts.headers, header::IF_MATCH), text(&parts.headers, header::IF_NONE_MATCH)) {
            (None, None) => Ok(Self::Absent),
            (None, Some("*")) => Ok(Self::New),
            (Some("*"), None) => Ok(Self::Any),
            (Some(tag), None) => {
                let version =
                    tag.strip_prefix("\"v").and_then(|rest| rest.strip_suffix('"')).and_then(|digits| digits.parse().ok());
                // A tag that we never gave is as stale as an old one.
                version.map(Self::Version).ok_or_else(|| Problem::stale("this tag is not one of this thing's").with_rule("stale"))
            }
            _ => Err(Problem::malformed("use either `If-Match: \"…\"` or `If-None-Match: *`")),
        }
    }
}
