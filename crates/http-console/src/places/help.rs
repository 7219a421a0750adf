//! What the keyboard does, and the words of the console.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use tenure_http_base::{AppState, Problem};

use crate::desk::Desk;
use crate::frame::{Frame, Place};
use crate::respond::page;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/help", get(help))
}

/// Keys, and the word for what they do.
const KEYS: [(&[&str], &str); 8] = [
    (&["Ctrl", "K"], "palette"),
    (&["/"], "search"),
    (&["j", "k"], "move"),
    (&["Enter"], "open"),
    (&["e"], "edit"),
    (&["i"], "add"),
    (&["?"], "help"),
    (&["Esc"], "back"),
];

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage {
    frame: Frame,
}

async fn help(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    page(&HelpPage { frame: desk.frame(&reader, Place::Elsewhere, "help-title") })
}
