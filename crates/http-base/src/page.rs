//! Lists: `limit`, `cursor`, and the answer with its link to the next page.

use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use tenure_port_store::{Page, PageAsk};
use utoipa::{IntoParams, ToSchema};

use crate::{AppState, Cursors, Problem, given};

/// How many rows a page has when nobody says.
const USUAL: u32 = 50;
/// How many it may have.
const MOST: u32 = 200;

/// What every list takes.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// How many rows: 1 to 200, 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    pub limit: Option<u32>,
    /// Where to go on: the `next` of the page before.
    #[serde(default, deserialize_with = "given")]
    pub cursor: Option<String>,
}

/// A page that is asked for, and the list it is of.
#[derive(Clone, Debug)]
pub struct ListAsk {
    /// For the store.
    pub page: PageAsk,
    /// For the next cursor.
    pub cursors: Cursors,
}

impl ListAsk {
    /// Reads `limit` and `cursor`.
    pub fn new(state: &AppState, limit: Option<u32>, cursor: Option<&str>, cursors: Cursors) -> Result<Self, Problem> {
        let limit = limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(Problem::invalid("a page has 1 to 200 rows").with_field("limit", "out_of_range", "use 1 to 200"));
        }
        let after = cursor.map(|cursor| cursors.open(state, cursor)).transpose()?;
        Ok(Self { page: PageAsk { limit, after }, cursors })
    }
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Listing<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
    /// How many there are in all, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<serde_json::Value>,
}

/// Answers with a page, and says in a `Link` header where the next one is.
pub fn listing_response<T: Serialize>(
    state: &AppState,
    uri: &Uri,
    ask: &ListAsk,
    page: Page<T>,
    count: Option<tenure_port_store::Bounded>,
) -> Response {
    let next = page.next.as_ref().map(|position| ask.cursors.seal(state, position));
    let link =
        next.as_deref().and_then(|cursor| HeaderValue::from_str(&format!("<{}>; rel=\"next\"", with_cursor(uri, cursor))).ok());
    let count = count.map(|count| serde_json::json!({ "value": count.value, "exact": count.exact }));
    let mut response = axum::Json(Listing { items: page.items, next, count }).into_response();
    if let Some(link) = link {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

/// The same request with another cursor. It is relative: what host the client sees isn't ours to know.
fn with_cursor(uri: &Uri, cursor: &str) -> String {
    let kept = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let mut query: Vec<String> = kept.map(str::to_owned).collect();
    query.push(format!("cursor={cursor}"));
    format!("{}?{}", uri.path(), query.join("&"))
}
