//! Another address to sign in with: asking for it on one's own page or a member's, and confirming it. Looking at a link changes nothing.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::user::NewEmail;
use tenure_http_base::{AppState, Fields, FromNetwork, Problem, SignedIn, perform};
use tenure_usecases::{ChangeEmail, ConfirmEmail, SendEmailChange};

use super::account::shown;
use super::member::sent_back_to;
use crate::asked::Asked;
use crate::dead_link;
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::Frame;
use crate::respond::{at_a_secret_address, go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/account/email", post(change))
        .route("/email-confirmation/{token}", get(look).post(confirm))
        .route("/organizations/{org}/members/{member}/email", post(send))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeForm {
    email: String,
    current_password: SecretString,
}

/// Asks for another address of one's own.
async fn change(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<ChangeForm>,
) -> Result<Response, Problem> {
    let done = match Fields::only_email(&form.email) {
        Ok(email) => {
            let ask = ChangeEmail::new(who.principal.user.id, form.current_password, email, network);
            perform(&state, who.caller(), ask).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => Ok(go("/account?done=email-asked")),
        Err(problem) if is_for_the_form(&problem) => {
            let mut standing = shown(&state, &who, &asked, Notice::none()).await?;
            standing.email_notice = Notice::of(&problem, asked.words);
            standing.typed_email = form.email;
            sent_back(&problem, &standing)
        }
        Err(problem) => Err(problem),
    }
}

#[derive(Template)]
#[template(path = "email_confirmation.html")]
struct ConfirmPage {
    frame: Frame,
    notice: Notice,
    email: String,
    by_manager: bool,
}

fn dead(asked: &Asked) -> Result<Response, Problem> {
    dead_link::dead(asked, "confirmation-dead", Some(("/account", "account-title")))
}

/// What a link would confirm, or none for all dead links alike.
async fn behind(state: &AppState, token: &str) -> Result<Option<NewEmail>, Problem> {
    dead_link::behind(match state.tenure().open_email_link(token) {
        Ok(link) => state.tenure().email_behind(&link).await,
        Err(dead) => Err(dead),
    })
}

fn confirm_page(asked: &Asked, waits: &NewEmail, notice: Notice) -> ConfirmPage {
    let email = waits.to.as_ref().map(ToString::to_string).unwrap_or_default();
    ConfirmPage { frame: Frame::outside(asked, "confirmation-title"), notice, email, by_manager: waits.by_manager }
}

async fn look(State(state): State<AppState>, asked: Asked, Path(token): Path<String>) -> Result<Response, Problem> {
    let Some(waits) = behind(&state, &token).await? else { return dead(&asked) };
    page(&confirm_page(&asked, &waits, Notice::none())).map(at_a_secret_address)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfirmForm {
    password: SecretString,
}

/// The form goes to the link itself, so the page needs not say it: no token lies in it (c4).
async fn confirm(
    State(state): State<AppState>,
    asked: Asked,
    Path(token): Path<String>,
    FromNetwork(network): FromNetwork,
    Form(form, _): Form<ConfirmForm>,
) -> Result<Response, Problem> {
    let Some(waits) = behind(&state, &token).await? else { return dead(&asked) };
    let link = state.tenure().open_email_link(&token)?;
    match state.tenure().confirm_email(ConfirmEmail::new(link, form.password, network)).await.map_err(Problem::from) {
        Ok(()) => Ok(go("/sign-in?done=email-changed")),
        Err(problem) if problem.body().status == 404 => dead(&asked),
        Err(problem) if is_for_the_form(&problem) => {
            let notice = Notice::of(&problem, asked.words);
            sent_back(&problem, &confirm_page(&asked, &waits, notice)).map(at_a_secret_address)
        }
        Err(problem) => Err(problem),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SendForm {
    email: String,
}

/// Asks for another address for a member, from their page.
async fn send(desk: Desk, Form(form, once): Form<SendForm>) -> Result<Response, Problem> {
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let done = match Fields::only_email(&form.email) {
        Ok(email) => {
            let to = |&(): &()| desk.address(&format!("/members/{member}?done=email-sent"));
            desk.once(&once, SendEmailChange { organization, member, email }, to).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            sent_back_to(&desk.at(&format!("/members/{member}")), member, &problem, said(&form.email)).await
        }
        Err(problem) => Err(problem),
    }
}
