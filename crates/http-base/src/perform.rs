//! Carrying an ask out on behalf of a request.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tenure_usecases::{Answer, Caller, Failure, ReplayAsk, UseCase};

use crate::{AppState, Idempotency, Problem};

/// The header that says that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Says of an answer that it was given before.
pub fn tell_replayed(response: &mut Response) {
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
}

/// Carries an ask out.
pub async fn perform<U: UseCase>(state: &AppState, caller: Caller, ask: U) -> Result<U::Done, Problem> {
    Ok(state.tenure().perform(caller, ask).await?)
}

/// Carries an ask out once for each idempotency key: the same request gets the same answer.
pub async fn perform_idempotent<U: UseCase>(
    state: &AppState,
    caller: Caller,
    ask: U,
    idempotency: Idempotency,
    body_hash: String,
    render: impl Fn(&U::Done) -> (StatusCode, Value) + Send + Sync,
) -> Result<Response, Problem> {
    Ok(perform_once(state, caller, ask, idempotency, body_hash, render).await?)
}

/// The same, for a face that tells some failures in its own way.
pub async fn perform_once<U: UseCase>(
    state: &AppState,
    caller: Caller,
    ask: U,
    idempotency: Idempotency,
    body_hash: String,
    render: impl Fn(&U::Done) -> (StatusCode, Value) + Send + Sync,
) -> Result<Response, Failure<U::Refusal>> {
    let rendered = |done: &U::Done| {
        let (status, body) = render(done);
        (status.as_u16(), body.to_string())
    };
    let replay = idempotency.key.map(|key| ReplayAsk { route: idempotency.route, key, body_hash, render: &rendered });
    let (status, body, replayed) = match state.tenure().perform_once(caller, ask, replay).await? {
        Answer::Fresh(done) => {
            let (status, body) = rendered(&done);
            (status, body, false)
        }
        Answer::Replayed(replay) => (replay.status, replay.body, true),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    if replayed {
        tell_replayed(&mut response);
    }
    Ok(response)
}
