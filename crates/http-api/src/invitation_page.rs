//! The page behind an invitation's link, until there is a console: it shows nothing, consumes nothing, and names the request
//! that accepts.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tenure_http_base::AppState;

use crate::invitation_link::behind;

const STYLE: &str = "default-src 'none'; style-src 'sha256-7tKJajze3HISeovryHKQVqwluXdWT+lmX9XxP5zuoGQ='; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const LIVES: &str = include_str!("invitation_page/lives.html");
const DEAD: &str = include_str!("invitation_page/dead.html");

/// Answers a browser that follows the link in a mail.
pub(crate) async fn show(State(state): State<AppState>, Path(token): Path<String>) -> Response {
    let (status, page) = match behind(&state, &token).await {
        Ok(_) => (StatusCode::OK, LIVES),
        Err(problem) if problem.body().status == 404 => (StatusCode::NOT_FOUND, DEAD),
        Err(problem) => return problem.into_response(),
    };
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, STYLE),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (status, headers, page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The policy allows exactly the style that the pages carry, and nothing else inline.
    #[test]
    fn the_pages_style_is_the_one_that_the_policy_allows() {
        use base64::Engine;
        use base64::engine::general_purpose::STANDARD;
        use sha2::{Digest, Sha256};
        for page in [LIVES, DEAD] {
            let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
            let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
            assert!(STYLE.contains(&format!("'sha256-{hash}'")), "{hash}");
        }
    }
}
