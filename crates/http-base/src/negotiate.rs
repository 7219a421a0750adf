//! What representation a client takes: the API has one, JSON.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Problem;

fn takes_json(accept: &str) -> bool {
    accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let refused = parts.any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        !refused && matches!(kind.as_str(), "*/*" | "application/*" | "application/json" | "application/problem+json")
    })
}

/// Refuses clients that take no JSON.
pub(crate) async fn json_only(request: Request, next: Next) -> Response {
    let accept = request.headers().get(header::ACCEPT).map(|value| value.to_str().unwrap_or_default());
    // Pages and metrics, which are no part of the API, have representations of their own.
    let api = request.uri().path().starts_with("/api/");
    if api && accept.is_some_and(|accept| !accept.trim().is_empty() && !takes_json(accept)) {
        return Problem::not_acceptable("this route answers in `application/json`").into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::takes_json;

    #[test]
    fn clients_that_take_json_or_anything_are_served() {
        for (accept, takes) in [
            ("*/*", true),
            ("text/html, application/json;q=0.9", true),
            ("Application/*", true),
            ("text/html", false),
            ("application/json;q=0, text/html", false),
        ] {
            assert_eq!(takes_json(accept), takes, "{accept}");
        }
    }
}
