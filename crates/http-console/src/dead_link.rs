//! Links that open nothing any more: one page, whatever the links were for.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use tenure_domain::Refusal;
use tenure_http_base::Problem;
use tenure_usecases::Failure;

use crate::asked::Asked;
use crate::frame::Frame;
use crate::respond::{at_a_secret_address, page_as};

#[derive(Template)]
#[template(path = "dead_link.html")]
struct DeadLinkPage {
    frame: Frame,
    /// What becomes of such links.
    more: String,
    /// Where there is another one, and what leads there.
    way: Option<(&'static str, String)>,
}

/// The page of a dead link: what becomes of such links, and where another is asked for, as keys of texts.
pub(crate) fn dead(asked: &Asked, more: &str, way: Option<(&'static str, &str)>) -> Result<Response, Problem> {
    let frame = Frame::outside(asked, "dead-link-title");
    let way = way.map(|(to, key)| (to, asked.words.say(key)));
    page_as(StatusCode::NOT_FOUND, &DeadLinkPage { frame, more: asked.words.say(more), way }).map(at_a_secret_address)
}

/// What is behind a link, or none for all dead links alike.
pub(crate) fn behind<T, R: Refusal>(found: Result<T, Failure<R>>) -> Result<Option<T>, Problem> {
    match found.map_err(Problem::from) {
        Ok(behind) => Ok(Some(behind)),
        Err(problem) if problem.body().status == 404 => Ok(None),
        Err(problem) => Err(problem),
    }
}
