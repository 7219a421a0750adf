//! The stream of events: who comes and goes, and what happens to whom, as far as the caller may know.

mod events;
mod listener;

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tenure_http_base::{AppState, Cursors, Feed, Present, Problem, Query, given};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::events::{EventView, Ids};
use self::listener::{Listener, PATIENCE};

/// What a client that comes again has heard last.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// What keeps proxies from holding events back.
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// How many pieces wait for a client that is slow.
const AHEAD: usize = 16;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct StreamQuery {
    /// The same as the header, which goes first: browsers can't send one with the first request of a page.
    #[serde(default, deserialize_with = "given")]
    last_event_id: Option<String>,
}

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(stream))
}

/// Listen to what happens, as server-sent events.
///
/// `presence` says who is online (`whole` where it is everybody), and who came and went; `members` that something happened to a
/// member whom the caller may see; `jobs` how far those are that the caller began; `journal` how far the journal goes, to who may read it; `reset` that too much was missed to
/// be told. Each has an id to go on from with `Last-Event-ID` or `last_event_id`. It ends when the session, the membership or
/// what the caller may know ends or changes; whoever comes again then gets what they may know now.
#[utoipa::path(get, path = "/organizations/{org}/stream", tag = "presence",
    params(("org" = Uuid, Path), StreamQuery,
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that was heard.")),
    responses((status = 200, body = EventView, content_type = "text/event-stream")))]
async fn stream(
    State(state): State<AppState>,
    present: Present,
    headers: HeaderMap,
    Query(query): Query<StreamQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let ids = Ids(Cursors {
        route: uri.path().to_owned(),
        organization: Some(present.inside.organization),
        filter: String::new(),
        sort: "position".to_owned(),
        actor: present.inside.principal.user.id,
    });
    // An empty header is none.
    let header = headers.get(LAST_EVENT_ID).filter(|last| !last.is_empty()).map(|last| last.to_str().unwrap_or_default());
    let after = header.or(query.last_event_id.as_deref()).map(|last| ids.open(&state, last)).transpose()?;
    let hearing = present.inside.reader(&state)?.hearing();
    // A program that listens says nothing of whether its member is there.
    let attends = present.inside.by_session().is_ok();
    let attending = if attends { Some(state.tenure().attend(present.inside.membership()?)) } else { None };
    let watching = state.tenure().watch(present.inside.organization).await?;
    let (feed, body) = Feed::new(AHEAD, PATIENCE);
    tokio::spawn(Listener { state, present, hearing, ids, watching, feed, _attending: attending }.listen(after));
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")), (BUFFERING, HeaderValue::from_static("no"))];
    Ok((headers, body).into_response())
}
