//! What representation a client takes: the API has one, JSON; sheets and the stream of events have their own besides.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Problem;

/// The representation that a path of the API has besides JSON, in which its problems are told.
fn own(path: &str) -> Option<&'static str> {
    match path.rsplit(['/', '.']).next() {
        Some("csv") => Some("text/csv"),
        Some("stream") => Some("text/event-stream"),
        _ => None,
    }
}

fn takes(accept: &str, path: &str) -> bool {
    accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let refused = parts.any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        let is_ours = matches!(kind.as_str(), "*/*" | "application/*" | "application/json" | "application/problem+json");
        !refused && (is_ours || own(path).is_some_and(|own| own == kind))
    })
}

/// Refuses clients that take none of what a path is answered in.
pub(crate) async fn json_only(request: Request, next: Next) -> Response {
    let accept = request.headers().get(header::ACCEPT).map(|value| value.to_str().unwrap_or_default());
    // Pages and metrics, which are no part of the API, have representations of their own.
    let path = request.uri().path();
    let api = path.starts_with("/api/");
    if api && accept.is_some_and(|accept| !accept.trim().is_empty() && !takes(accept, path)) {
        let own = own(path).unwrap_or("application/json");
        return Problem::not_acceptable(format!("this route answers in `{own}`")).into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::takes;

    #[test]
    fn clients_that_take_json_or_anything_are_served() {
        for (accept, takes) in [
            ("*/*", true),
            ("text/html, application/json;q=0.9", true),
            ("Application/*", true),
            ("text/html", false),
            ("application/json;q=0, text/html", false),
        ] {
            assert_eq!(super::takes(accept, "/api/v1/members"), takes, "{accept}");
        }
    }

    #[test]
    fn a_path_with_a_representation_of_its_own_is_served_to_who_takes_that() {
        for (accept, path, served) in [
            ("text/csv", "/api/v1/members.csv", true),
            ("text/event-stream", "/api/v1/stream", true),
            ("text/html, */*;q=0.8", "/api/v1/members.csv", true),
            ("text/csv", "/api/v1/members", false),
            ("text/event-stream", "/api/v1/members.csv", false),
            ("text/csv;q=0", "/api/v1/members.csv", false),
        ] {
            assert_eq!(takes(accept, path), served, "{accept} {path}");
        }
    }
}
