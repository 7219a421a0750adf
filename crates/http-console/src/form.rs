//! Forms: what was typed, strictly read, and what is told beside each field when it won't do.

use std::collections::BTreeMap;
use std::fmt;

use askama::filters::HtmlSafe;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;
use tenure_credentials::body_hash;
use tenure_http_base::Problem;
use uuid::Uuid;

use crate::words::Words;

/// The hidden field that tells one rendering of a form from another.
const ONCE: &str = "once";

/// A form's fields, and what makes it the same form when it comes twice. A field that may be repeated is a `Vec`.
#[derive(Clone, Debug)]
pub(crate) struct Form<T>(pub(crate) T, pub(crate) Once);

/// What makes a form that comes twice (clicked twice, or sent anew because no answer came) the same form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Once {
    /// What it was rendered with; none if it came from elsewhere than a page.
    pub(crate) key: Option<String>,
    /// A hash of all that was in it.
    pub(crate) hash: String,
}

/// The hidden field with a new key, for a form that is rendered now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnceField(pub(crate) Uuid);

impl fmt::Display for OnceField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<input type=\"hidden\" name=\"{ONCE}\" value=\"{}\">", self.0)
    }
}

impl HtmlSafe for OnceField {}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), state).await;
        let bytes = whole.map_err(|rejection| wrong(&rejection.to_string(), rejection))?;
        let (key, fields) = apart(&bytes);
        let once = Once { key, hash: body_hash(&bytes) };
        let request = Request::from_parts(parts, fields.into());
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(value)) => Ok(Self(value, once)),
            Err(rejection) => Err(wrong(&rejection.to_string(), rejection)),
        }
    }
}

/// What a form was rendered with, and the fields that people filled in.
fn apart(whole: &[u8]) -> (Option<String>, String) {
    let mut key = None;
    let mut fields = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(whole) {
        if name == ONCE {
            key = Some(value.into_owned()).filter(|key| key.parse::<Uuid>().is_ok());
        } else {
            fields.append_pair(&name, &value);
        }
    }
    (key, fields.finish())
}

fn wrong(detail: &str, rejection: impl IntoResponse) -> Problem {
    match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large("the form is larger than 1 MiB"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::unsupported_media_type("send the form as a browser would"),
        _ => Problem::invalid(format!("the form is not what this page takes: {detail}")),
    }
}

/// A field that says something.
pub(crate) fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.trim().is_empty())
}

/// What is told above and within a form that was sent back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notice {
    sentence: Option<String>,
    fields: BTreeMap<String, String>,
}

impl Notice {
    /// From what the ask failed with; a field's pointer is its name, without what is below it.
    pub(crate) fn of(problem: &Problem, words: Words) -> Self {
        let name = |pointer: &str| pointer.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
        let body = problem.body();
        let errors = body.errors.iter();
        let fields = errors.map(|error| (name(&error.pointer), words.refused(&error.code, &error.detail))).collect();
        // Where no rule said no, all there is to say stands beside the fields.
        let is_typed = body.rule.is_none() && !body.errors.is_empty();
        let sentence = if is_typed { words.say("problem-fields") } else { words.problem(problem) };
        Self { sentence: Some(sentence), fields }
    }

    /// A sentence, and nothing beside any field.
    pub(crate) fn saying(sentence: String) -> Self {
        Self { sentence: Some(sentence), fields: BTreeMap::new() }
    }

    /// Nothing to tell.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// The sentence above the form.
    pub(crate) fn sentence(&self) -> Option<&str> {
        self.sentence.as_deref()
    }

    /// The sentence beside a field.
    pub(crate) fn at(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

/// Whether what an ask failed with is for its form to tell: all else has a page of its own.
pub(crate) fn is_for_the_form(problem: &Problem) -> bool {
    matches!(problem.body().status, 403 | 409 | 412 | 422 | 423 | 429 | 503)
}
