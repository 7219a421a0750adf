//! Asks that are accepted without a word: there is nothing to say, the first time and when it is said again.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::json;
use tenure_http_base::{AppState, Idempotency, Inside, Problem, perform_idempotent};
use tenure_usecases::UseCase;

/// Carries it out, once for each key, and answers 202.
pub(crate) async fn accepted<U: UseCase<Done = ()>>(
    state: &AppState,
    inside: &Inside,
    ask: U,
    idempotency: Idempotency,
    body_hash: String,
) -> Result<Response, Problem> {
    let render = |&(): &()| (StatusCode::ACCEPTED, json!(null));
    let mut response = perform_idempotent(state, inside.caller(), ask, idempotency, body_hash, render).await?;
    *response.body_mut() = Body::empty();
    response.headers_mut().remove(header::CONTENT_TYPE);
    Ok(response)
}
