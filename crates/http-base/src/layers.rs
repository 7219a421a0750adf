//! The layers around all routes: limits, ids, logs, and every layer's own answer as a problem.

use std::any::Any;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use crate::cross_site::refuse_foreign;
use crate::negotiate::json_only;
use crate::{AppState, Problem};

/// The largest body that a route takes, unless it says otherwise.
const MOST_BYTES: usize = 1024 * 1024;

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What all that no route answers is answered with.
pub async fn no_such_route() -> Problem {
    Problem::not_found("there is no such route")
}

async fn no_such_method() -> Problem {
    Problem::method_not_allowed("this route takes other methods; see the `Allow` header")
}

/// How a face tells a problem: given the request's head, another answer in place of JSON; none leaves it as it is.
pub type Told = fn(&AppState, &Parts, &Problem) -> Option<Response>;

/// Puts the layers around all routes, of whichever face.
pub fn around(router: Router<AppState>, state: AppState, told: Told) -> Router {
    let layers = ServiceBuilder::new()
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(middleware::from_fn(watch))
        // Around panics and timeouts, whose answers are as guarded as any.
        .layer(middleware::from_fn(guarded_headers))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state((state.clone(), told), tell))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(patience))
        .layer(middleware::from_fn_with_state(state.clone(), refuse_foreign))
        .layer(middleware::from_fn(json_only))
        .layer(DefaultBodyLimit::max(MOST_BYTES));
    router.fallback(no_such_route).method_not_allowed_fallback(no_such_method).layer(layers).with_state(state)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("without a text"), "a handler panicked");
    Problem::internal("something failed here, and the log says what").into_response()
}

/// Lets a face tell problems in its own way, those of layers and panics among them.
async fn tell(State((state, told)): State<(AppState, Told)>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions_mut().remove::<Problem>() {
        Some(problem) => told(&state, &asked, &problem).unwrap_or(response),
        None => response,
    }
}

async fn patience(request: Request, next: Next) -> Response {
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::timed_out("this took too long, and was given up").into_response(),
    }
}

/// Answers are for this one client, at this one moment, and are what they say they are.
async fn guarded_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("no-referrer"));
    response
}

/// A method as it is counted: clients may make methods up, and each would be a counter of its own.
fn counted(method: &Method) -> &str {
    match *method {
        Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::PATCH | Method::DELETE | Method::OPTIONS => {
            method.as_str()
        }
        _ => "other",
    }
}

/// Counts and logs by route, never by path: a path may hold a token.
async fn watch(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let labels = [("method", counted(&method).to_owned()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("tenure_http_requests_total", &labels).increment(1);
    metrics::histogram!("tenure_http_request_seconds", &labels).record(took);
    tracing::info!(%method, route, status, micros = took.as_micros(), request = id, "request");
    response
}
