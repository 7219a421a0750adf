//! A forgotten password: asking for a link, and choosing another one with it. Looking at a link changes nothing.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::EmailAddress;
use tenure_http_base::{AppState, Problem, perform};
use tenure_usecases::{Caller, CompletePasswordReset, SendPasswordReset};

use super::member::sent_back_to;
use crate::asked::Asked;
use crate::dead_link;
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form};
use crate::frame::Frame;
use crate::respond::{at_a_secret_address, go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/password-reset", get(forgot).post(ask))
        .route("/password-reset/{token}", get(choose).post(choose_password))
        .route("/organizations/{org}/members/{member}/password-reset", post(send))
}

#[derive(Template)]
#[template(path = "forgot_password.html")]
struct ForgotPage {
    frame: Frame,
}

async fn forgot(asked: Asked) -> Result<Response, Problem> {
    page(&ForgotPage { frame: Frame::outside(&asked, "reset-title") })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskForm {
    email: String,
}

/// Whoever it is, and whether or not a mail leaves: the same answer (d1). An address that is none goes the same way.
async fn ask(State(state): State<AppState>, Form(form, _): Form<AskForm>) -> Result<Response, Problem> {
    state.tenure().request_password_reset(EmailAddress::parse(&form.email).ok()).await?;
    Ok(go("/password-reset?done=reset-asked"))
}

#[derive(Template)]
#[template(path = "new_password.html")]
struct NewPasswordPage {
    frame: Frame,
    notice: Notice,
    email: String,
}

fn dead(asked: &Asked) -> Result<Response, Problem> {
    dead_link::dead(asked, "reset-dead", Some(("/password-reset", "reset-again")))
}

/// The address of the login that a link is to, or none for all dead links alike.
async fn behind(state: &AppState, token: &str) -> Result<Option<String>, Problem> {
    let found = dead_link::behind(match state.tenure().open_reset_link(token) {
        Ok(link) => state.tenure().reset_behind(&link).await,
        Err(dead) => Err(dead),
    })?;
    Ok(found.map(|email| email.to_string()))
}

async fn choose(State(state): State<AppState>, asked: Asked, Path(token): Path<String>) -> Result<Response, Problem> {
    let Some(email) = behind(&state, &token).await? else { return dead(&asked) };
    let frame = Frame::outside(&asked, "reset-choose");
    page(&NewPasswordPage { frame, notice: Notice::none(), email }).map(at_a_secret_address)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordForm {
    password: SecretString,
}

/// The form goes to the link itself, so the page needs not say it: no token lies in it (c4).
async fn choose_password(
    State(state): State<AppState>,
    asked: Asked,
    Path(token): Path<String>,
    Form(form, _): Form<PasswordForm>,
) -> Result<Response, Problem> {
    let Some(email) = behind(&state, &token).await? else { return dead(&asked) };
    let link = state.tenure().open_reset_link(&token)?;
    match perform(&state, Caller::Anonymous, CompletePasswordReset::new(link, form.password)).await {
        Ok(()) => Ok(go("/sign-in?done=password-reset")),
        Err(problem) if problem.body().status == 404 => dead(&asked),
        Err(problem) if is_for_the_form(&problem) => {
            let frame = Frame::outside(&asked, "reset-choose");
            let notice = Notice::of(&problem, asked.words);
            sent_back(&problem, &NewPasswordPage { frame, notice, email }).map(at_a_secret_address)
        }
        Err(problem) => Err(problem),
    }
}

/// A form without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

/// Has a link sent to a member, from their page.
async fn send(desk: Desk, Form(NothingMore {}, once): Form<NothingMore>) -> Result<Response, Problem> {
    let member = desk.ids.member(&desk.inside)?;
    let ask = SendPasswordReset { organization: desk.inside.organization, member };
    let done = desk.once(&once, ask, |()| desk.address(&format!("/members/{member}?done=reset-sent"))).await;
    match done {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            sent_back_to(&desk.at(&format!("/members/{member}")), member, &problem, None).await
        }
        Err(problem) => Err(problem),
    }
}
