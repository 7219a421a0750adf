//! Ids in paths: one that is no id names nothing, so it is not found.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use tenure_domain::MemberId;
use uuid::Uuid;

use crate::{Inside, Problem};

/// The ids in a request's path, by name.
#[derive(Clone, Debug)]
pub struct Ids(HashMap<String, String>);

impl Ids {
    /// The id of this name.
    pub fn get<T: From<Uuid>>(&self, name: &str) -> Result<T, Problem> {
        let id = self.0.get(name).and_then(|text| text.parse::<Uuid>().ok());
        id.map(T::from).ok_or_else(|| Problem::not_found("there is no such thing here, or it isn't yours to know of"))
    }

    /// The text of this name.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The member in the path; `me` is the caller.
    pub fn member(&self, inside: &Inside) -> Result<MemberId, Problem> {
        if self.text("member") == "me" { inside.member() } else { self.get("member") }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ids {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let params =
            RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found("there is no such thing here"))?;
        Ok(Self(params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()))
    }
}
