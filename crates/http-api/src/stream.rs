//! The stream of events: who comes and goes, and what happens to whom, as far as the caller may know.

mod events;
mod listener;

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use tenure_http_base::{AppState, Cursors, Feed, Present, Problem};
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

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(stream))
}

/// Listen to what happens, as server-sent events.
///
/// `presence` says who is online (`whole` where it is everybody), and who came and went; `members` that something happened to a
/// member whom the caller may see; `journal` how far the journal goes, to who may read it; `reset` that too much was missed to
/// be told. Each has an id to go on from with `Last-Event-ID`. It ends when the session, the membership or what the caller may
/// know ends or changes; whoever comes again then gets what they may know now.
#[utoipa::path(get, path = "/organizations/{org}/stream", tag = "presence",
    params(("org" = Uuid, Path), ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that was heard.")),
    responses((status = 200, body = EventView, content_type = "text/event-stream")))]
async fn stream(
    State(state): State<AppState>,
    present: Present,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let ids = Ids(Cursors {
        route: uri.path().to_owned(),
        organization: Some(present.inside.organization),
        filter: String::new(),
        sort: "position".to_owned(),
        actor: present.inside.principal.user.id,
    });
    // The console's pages can't choose their headers everywhere; an empty one is none.
    let last = headers.get(LAST_EVENT_ID).filter(|last| !last.is_empty());
    let after = last.map(|last| ids.open(&state, last.to_str().unwrap_or_default())).transpose()?;
    let hearing = present.inside.reader(&state).await?.hearing();
    let attending = state.tenure().attend(present.inside.membership()?);
    let watching = state.tenure().watch(present.inside.organization).await?;
    let (feed, body) = Feed::new(AHEAD, PATIENCE);
    tokio::spawn(Listener { state, present, hearing, ids, watching, feed, _attending: attending }.listen(after));
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")), (BUFFERING, HeaderValue::from_static("no"))];
    Ok((headers, body).into_response())
}
