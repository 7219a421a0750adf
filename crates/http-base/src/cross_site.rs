//! Requests that change something come from our own pages, or from no page at all (g1).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::bearer::bears;
use crate::{AppState, Problem};

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Whether a browser says that another site's page sent this. Clients that are no browsers say neither.
pub(crate) fn is_foreign(headers: &HeaderMap, origin: &str) -> bool {
    match (text(headers, "sec-fetch-site"), headers.get(header::ORIGIN)) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(said)) => said.to_str().ok() != Some(origin),
        (None, None) => false,
    }
}

/// What another site's page is answered.
pub(crate) fn foreign() -> Problem {
    Problem::forbidden("this request came from another site").with_rule("foreign_origin")
}

pub(crate) async fn refuse_foreign(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // What bears a token is no browser's doing by itself, and no cookie counts beside it.
    if !safe && !bears(request.headers()) && is_foreign(request.headers(), state.settings().origin()) {
        return foreign().into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn g1_what_another_site_sends_is_foreign() {
        let ours = "https://tenure.example";
        for (pairs, foreign) in [
            (&[][..], false),
            (&[("sec-fetch-site", "same-origin")][..], false),
            (&[("sec-fetch-site", "none")][..], false),
            (&[("sec-fetch-site", "same-site")][..], true),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://tenure.example")][..], true),
            (&[("origin", "https://tenure.example")][..], false),
            (&[("origin", "https://tenure.example.evil.test")][..], true),
            (&[("origin", "http://tenure.example")][..], true),
            (&[("origin", "null")][..], true),
        ] {
            assert_eq!(is_foreign(&headers(pairs), ours), foreign, "{pairs:?}");
        }
    }
}
