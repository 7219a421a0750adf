//! One's own login: where one is signed in, another address, and another password.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::user::Device;
use tenure_http_base::{AppState, FromNetwork, Ids, Problem, SignedIn, Using, perform};
use tenure_port_store::{OfUser, OwnSession};
use tenure_usecases::{ChangePassword, EndOtherSessions, EndSession};
use uuid::Uuid;

use super::entrance::remember;
use crate::asked::Asked;
use crate::form::{Form, Notice, is_for_the_form};
use crate::frame::Frame;
use crate::respond::{go, page, sent_back};
use crate::words::{Moment, Words};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/account", get(account))
        .route("/account/password", post(change))
        .route("/account/sessions/end-others", post(end_others))
        .route("/account/sessions/{id}/end", post(end))
}

/// Somewhere that one is signed in.
struct SessionLine {
    id: Uuid,
    device: String,
    /// What the browser said of itself, whole.
    said: String,
    current: bool,
    began: Moment,
    seen: Moment,
}

#[derive(Template)]
#[template(path = "account.html")]
pub(crate) struct AccountPage {
    frame: Frame,
    notice: Notice,
    /// What is told of the form for another address.
    pub(crate) email_notice: Notice,
    email: String,
    /// The address that waits to be confirmed.
    new_email: Option<String>,
    /// What was typed as the new one, where that failed.
    pub(crate) typed_email: String,
    sessions: Vec<SessionLine>,
    /// The organizations in which they could have API tokens.
    tokens: Vec<OfUser>,
}

/// What people call what a browser says of itself: the program and the system, as far as these are common ones.
fn called(words: Words, device: Option<&Device>) -> String {
    let said = device.map_or("", Device::as_str);
    let first = |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| said.contains(mark)).map(|(_, name)| *name);
    // The order matters: many say that they are like others.
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => words.with_both("account-device", browser, system),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => words.say("account-device-unknown"),
    }
}

async fn account(State(state): State<AppState>, who: SignedIn, asked: Asked) -> Result<Response, Problem> {
    page(&shown(&state, &who, &asked, Notice::none()).await?)
}

pub(crate) async fn shown(state: &AppState, who: &SignedIn, asked: &Asked, notice: Notice) -> Result<AccountPage, Problem> {
    let user = &who.principal.user;
    let words = asked.words;
    let line = |session: OwnSession| SessionLine {
        id: session.id.into(),
        device: called(words, session.device.as_ref()),
        said: session.device.as_ref().map(Device::as_str).unwrap_or_default().to_owned(),
        current: session.id == who.session.id,
        began: words.moment(session.created_at),
        seen: words.moment(session.seen_at),
    };
    let sessions = state.tenure().sessions_of(user.id).await?.into_iter().map(line).collect();
    let email = user.email.to_string();
    let frame = Frame::signed_in(asked, "account-title", email.clone());
    let new_email = user.new_email.waiting(state.tenure().tools().clock.now()).map(ToString::to_string);
    let tokens = state.queries().memberships_of(user.id).await?;
    Ok(AccountPage { frame, notice, email_notice: Notice::none(), email, new_email, typed_email: String::new(), sessions, tokens })
}

async fn end(State(state): State<AppState>, who: SignedIn, ids: Ids) -> Result<Response, Problem> {
    perform(&state, who.caller(), EndSession { session: ids.get("id")? }).await?;
    Ok(go("/account?done=session-ended"))
}

async fn end_others(State(state): State<AppState>, who: SignedIn) -> Result<Response, Problem> {
    perform(&state, who.caller(), EndOtherSessions).await?;
    Ok(go("/account?done=sessions-ended"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordForm {
    current_password: SecretString,
    password: SecretString,
}

async fn change(
    State(state): State<AppState>,
    who: SignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<PasswordForm>,
) -> Result<Response, Problem> {
    let ask = ChangePassword::new(who.principal.user.id, form.current_password, form.password, using.0).from(network);
    match perform(&state, who.caller(), ask).await {
        Ok(signed_in) => {
            let mut response = go("/account?done=password-changed");
            remember(&state, &mut response, &signed_in);
            Ok(response)
        }
        Err(problem) if is_for_the_form(&problem) => {
            sent_back(&problem, &shown(&state, &who, &asked, Notice::of(&problem, asked.words)).await?)
        }
        Err(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use tenure_domain::membership::{Language, TimeZone};

    use super::*;

    #[test]
    fn a_session_is_called_by_its_browser_and_its_system() {
        let words = Words::new(Language::English, TimeZone::parse("UTC").unwrap());
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0";
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
        for (said, expected) in [
            (firefox, "Firefox on Linux"),
            (edge, "Edge on Windows"),
            (phone, "Safari on iPhone"),
            ("curl/8.14.1", "curl"),
            ("something else", "An unknown device"),
        ] {
            assert_eq!(called(words, Device::parse(said).as_ref()).replace(['\u{2068}', '\u{2069}'], ""), expected);
        }
        assert_eq!(called(words, None), "An unknown device");
    }
}
