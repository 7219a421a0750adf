//! Mail that was captured instead of sent: in demos and for development alone.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use tenure_http_base::{AppState, Captured, Problem};

use crate::desk::Desk;
use crate::frame::{Frame, Place};
use crate::respond::page;

/// How many mails are shown: the latest.
const SHOWN: usize = 100;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/mail", get(mail))
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage {
    frame: Frame,
    letters: Vec<Captured>,
}

async fn mail(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    desk.inside.principal.user.operator.then_some(()).ok_or_else(|| Problem::not_found("mail is not captured here"))?;
    let mailbox = desk.state.mailbox().ok_or_else(|| Problem::not_found("mail is not captured here"))?;
    let mut letters = mailbox.list();
    letters.truncate(SHOWN);
    page(&MailPage { frame: desk.frame(&reader, Place::Mail, "mail-title"), letters })
}
