//! The pages behind links, until there is a console: they show nothing, consume nothing, and name the request to send.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tenure_http_base::{AppState, Problem};

use crate::invitation_link::behind;

const POLICY: &str = "default-src 'none'; style-src 'sha256-7tKJajze3HISeovryHKQVqwluXdWT+lmX9XxP5zuoGQ='; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const INVITATION: &str = include_str!("pages/invitation.html");
const DEAD_INVITATION: &str = include_str!("pages/dead_invitation.html");
const SET_UP: &str = include_str!("pages/set_up.html");

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/invitation/{token}", get(invitation)).route("/setup", get(set_up))
}

/// Answers a browser that follows the link in a mail.
async fn invitation(State(state): State<AppState>, Path(token): Path<String>) -> Response {
    let (status, page) = match behind(&state, &token).await {
        Ok(_) => (StatusCode::OK, INVITATION),
        Err(problem) if problem.body().status == 404 => (StatusCode::NOT_FOUND, DEAD_INVITATION),
        Err(problem) => return problem.into_response(),
    };
    page_response(status, page)
}

/// Answers a browser that follows the one-time link. The token stands behind a `#`, so it never gets here.
async fn set_up(State(state): State<AppState>) -> Result<Response, Problem> {
    if state.queries().awaits_setup().await? {
        Ok(page_response(StatusCode::OK, SET_UP))
    } else {
        Err(Problem::not_found("this installation was set up already"))
    }
}

fn page_response(status: StatusCode, page: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
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
        for page in [INVITATION, DEAD_INVITATION, SET_UP] {
            let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
            let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
            assert!(POLICY.contains(&format!("'sha256-{hash}'")), "{hash}");
        }
    }
}
