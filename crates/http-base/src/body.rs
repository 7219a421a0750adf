//! JSON bodies, read strictly: one type, no unknown fields, no field twice, and an error that points at what is wrong.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer};
use tenure_credentials::body_hash;

use crate::Problem;

/// A JSON body.
#[derive(Clone, Debug)]
pub struct Body<T> {
    /// What it says.
    pub value: T,
    /// A hash of its bytes, for idempotency.
    pub hash: String,
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || kind == "application/merge-patch+json"
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let json = is_json(request.headers());
        let empty = request.headers().get(header::CONTENT_TYPE).is_none();
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            use axum::response::IntoResponse;
            if rejection.into_response().status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
                Problem::too_large("the body is larger than 1 MiB")
            } else {
                Problem::malformed("the body could not be read to its end")
            }
        })?;
        // A body that says nothing says as much as an empty object, where everything in it is optional.
        let bytes = if empty && bytes.is_empty() { Bytes::from_static(b"{}") } else { bytes };
        let nothing = empty && bytes.as_ref() == b"{}";
        if !json && !nothing {
            return Err(Problem::unsupported_media_type("send the body as `application/json`"));
        }
        Ok(Self { hash: body_hash(&bytes), value: read(&bytes)? })
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    // Fields would be read from a list, too, one after the other and without their names.
    if bytes.trim_ascii_start().starts_with(b"[") && serde_json::from_slice::<IgnoredAny>(bytes).is_ok() {
        let why = "invalid type: sequence, expected an object";
        return Err(Problem::invalid("the request is not what this route takes").with_field("", "wrong_type", why));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| told(&error, bytes))?;
    reader.end().map_err(|_| Problem::malformed("there is something behind the end of the JSON"))?;
    Ok(value)
}

fn told(error: &serde_path_to_error::Error<serde_json::Error>, bytes: &[u8]) -> Problem {
    let inner = error.inner();
    // A field may be wrong before the place where the text stops being JSON; what is no JSON is told as that all the same.
    let unreadable = if inner.is_data() { serde_json::from_slice::<IgnoredAny>(bytes).err() } else { None };
    if let Some(at) = unreadable.as_ref().or((!inner.is_data()).then_some(inner)) {
        return Problem::malformed(format!("this is no JSON: line {}, column {}", at.line(), at.column()));
    }
    let pointer = pointer(error.path());
    let full = inner.to_string();
    // serde's texts end in a place within the bytes, which the pointer says better.
    let detail = full.rsplit_once(" at line ").map_or(full.as_str(), |(text, _)| text).to_owned();
    let code = if detail.starts_with("unknown field") {
        "unknown_field"
    } else if detail.starts_with("missing field") {
        "missing_field"
    } else if detail.starts_with("duplicate field") {
        "duplicate_field"
    } else {
        "wrong_type"
    };
    Problem::invalid("the request is not what this route takes").with_field(pointer, code, detail)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
            Segment::Map { key } | Segment::Enum { variant: key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Unknown => {}
        }
    }
    pointer
}

/// A field of a merge patch: absent, null or a value.
pub type Patch<T> = Option<Option<T>>;

/// Reads a field of a merge patch: `#[serde(default, deserialize_with = "patch")]`.
pub fn patch<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Patch<T>, D::Error> {
    Option::<T>::deserialize(from).map(Some)
}
