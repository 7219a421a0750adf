//! Problems as people are told them: a page that says what to do next, or the way to sign in.

use askama::Template;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use form_urlencoded::byte_serialize;
use tenure_http_base::{AppState, Problem};

use crate::asked::Asked;
use crate::frame::Frame;
use crate::respond::{at_a_secret_address, go, page_as};

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    icon: &'static str,
    heading: String,
    sentence: String,
}

/// Whether a person looks at the answer: programs have the API, and say what they take.
fn is_for_people(parts: &Parts) -> bool {
    let path = parts.uri.path();
    let machine = ["/api/", "/health/", "/assets/"].iter().any(|prefix| path.starts_with(prefix)) || path == "/metrics";
    !machine && takes_html(&parts.headers)
}

/// Whether an address holds a token.
fn is_secret(path: &str) -> bool {
    ["/invitation/", "/password-reset/", "/email-confirmation/"].iter().any(|at| path.starts_with(at))
}

fn takes_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// Another answer in place of JSON, where a person looks at it.
pub fn told(_: &AppState, parts: &Parts, problem: &Problem) -> Option<Response> {
    if !is_for_people(parts) {
        return None;
    }
    let asked = Asked::of(parts.uri.clone(), &parts.headers);
    let body = problem.body();
    if body.status == 401 {
        // What a form was about to do is not done by going back to where it was sent; its page is.
        let back = if parts.method == Method::GET { asked.here() } else { "/".to_owned() };
        return Some(go(&format!("/sign-in?next={}", byte_serialize(back.as_bytes()).collect::<String>())));
    }
    if body.rule.as_deref() == Some("second_factor_required") && parts.method == Method::GET {
        // What is missing is added there; nothing of the organization is shown until then.
        return Some(go("/account/second-factor"));
    }
    let heading = asked.words.word("problem-heading", body.code);
    let sentence = asked.words.problem(problem);
    let icon = if body.status == 403 { "lock" } else { "warn" };
    let page = ProblemPage { frame: Frame::outside(&asked, "problem-title"), icon, heading, sentence };
    let page = page_as(StatusCode::from_u16(body.status).ok()?, &page).ok()?;
    Some(if is_secret(parts.uri.path()) { at_a_secret_address(page) } else { page })
}
