//! Query strings, read strictly: no unknown parameter, and no value of the wrong type.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::Problem;

/// A query string. A parameter that may be repeated is a `Vec`.
#[derive(Clone, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum_extra::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum_extra::extract::Query(value)) => Ok(Self(value)),
            Err(rejection) => {
                let detail = rejection.to_string();
                let detail = detail.strip_prefix("Failed to deserialize query string: ").unwrap_or(&detail).to_owned();
                Err(Problem::invalid("the query string is not what this route takes").with_field("", "bad_parameter", detail))
            }
        }
    }
}

/// Reads a parameter that may be left out, but not be empty: `#[serde(default, deserialize_with = "given")]`. An empty one would
/// else count as none, and whoever narrows a list by a value that they turn out not to have would get all of it.
pub fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}
