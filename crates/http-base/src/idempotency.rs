//! The `Idempotency-Key` of a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Type};

use crate::Problem;
use crate::described::header;

/// How long a key may be.
const MOST: usize = 255;
/// What it is made of, as a regular expression: visible characters, with blanks between them.
const VISIBLE: &str = r"^[\t -~]*[!-~][\t -~]*$";

/// The client's key, and the route that it is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Idempotency {
    /// The key; none when the client sent none.
    pub key: Option<String>,
    /// Method and path.
    pub route: String,
}

impl IntoParams for Idempotency {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let same = "A name of the client's own for this request, 1 to 255 visible characters. The same request with the same key \
                    is carried out once, and gets the same answer for 24 hours.";
        let key = ObjectBuilder::new().schema_type(Type::String).max_length(Some(MOST)).pattern(Some(VISIBLE));
        vec![ParameterBuilder::from(header("Idempotency-Key", same)).schema(Some(key)).build()]
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Idempotency {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let route = format!("{} {}", parts.method, parts.uri.path());
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self { key: None, route }) };
        let key = value.to_str().ok().map(str::trim).filter(|key| !key.is_empty() && key.len() <= MOST);
        match key {
            Some(key) => Ok(Self { key: Some(key.to_owned()), route }),
            None => Err(Problem::malformed("an idempotency key is 1 to 255 visible characters").with_rule("idempotency_key")),
        }
    }
}
