//! One's own second factor: adding an authenticator, its recovery codes, and being without again.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tenure_domain::UserId;
use tenure_http_base::{AppState, FromNetwork, Problem, SignedIn, Using, perform};
use tenure_usecases::{BeginSecondFactor, ConfirmSecondFactor, RemoveSecondFactor, RenewRecoveryCodes};

use super::entrance::remember;
use crate::asked::Asked;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::Frame;
use crate::respond::{go, page, sent_back};
use crate::words::Moment;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/account/second-factor", get(look).post(begin))
        .route("/account/second-factor/confirmation", post(confirm))
        .route("/account/second-factor/recovery-codes", post(renew))
        .route("/account/second-factor/removal", post(remove))
}

/// The forms of the page, each with a notice of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Begin,
    Confirm,
    Renew,
    Remove,
}

#[derive(Template)]
#[template(path = "second_factor.html")]
struct FactorPage {
    frame: Frame,
    /// What stood in a form's way.
    told: Option<(Part, Notice)>,
    none: Notice,
    email: String,
    since: Option<Moment>,
    codes_left: u32,
    begun: bool,
    required: bool,
}

/// A form that takes the password, and a code where there is a second factor.
struct ProofPart<'a> {
    /// Below the page's own address.
    address: &'static str,
    title: &'static str,
    more: &'static str,
    notice: &'a Notice,
    is_main: bool,
}

impl FactorPage {
    /// What may be done: without a second factor, adding one is all.
    fn forms(&self) -> Vec<ProofPart<'_>> {
        let form = |address, title, more, part| {
            let notice = self.notice(part);
            ProofPart { address, title, more, notice, is_main: part == Part::Begin && self.since.is_none() }
        };
        if self.since.is_none() {
            return vec![form("", "factor-add", "factor-add-more", Part::Begin)];
        }
        vec![
            form("/recovery-codes", "factor-renew", "factor-renew-more", Part::Renew),
            form("", "factor-replace", "factor-replace-more", Part::Begin),
            form("/removal", "factor-remove", "factor-remove-more", Part::Remove),
        ]
    }

    fn notice(&self, part: Part) -> &Notice {
        self.told.as_ref().filter(|(told, _)| *told == part).map_or(&self.none, |(_, notice)| notice)
    }
}

/// What an authenticator is to scan, shown once.
#[derive(Template)]
#[template(path = "second_factor_begun.html")]
struct BegunPage {
    frame: Frame,
    secret: String,
    uri: String,
    qr: String,
}

/// Recovery codes, shown once.
#[derive(Template)]
#[template(path = "recovery_codes.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
}

async fn look(State(state): State<AppState>, who: SignedIn, asked: Asked) -> Result<Response, Problem> {
    page(&shown(&state, &who, &asked, None).await?)
}

async fn shown(state: &AppState, who: &SignedIn, asked: &Asked, told: Option<(Part, Notice)>) -> Result<FactorPage, Problem> {
    let user = &who.principal.user;
    let own = state.tenure().second_factor_of(user.id).await?;
    let email = user.email.to_string();
    Ok(FactorPage {
        frame: Frame::signed_in(asked, "factor", email.clone()),
        told,
        none: Notice::none(),
        email,
        since: own.active.as_ref().map(|active| asked.words.moment(active.since)),
        codes_left: own.active.map_or(0, |active| active.recovery_codes_left),
        begun: own.begun,
        required: own.required,
    })
}

/// The page again, with what stood in the way of one of its forms.
async fn again(state: &AppState, who: &SignedIn, asked: &Asked, part: Part, problem: Problem) -> Result<Response, Problem> {
    if !is_for_the_form(&problem) {
        return Err(problem);
    }
    let told = Some((part, Notice::of(&problem, asked.words)));
    sent_back(&problem, &shown(state, who, asked, told).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProofForm {
    current_password: SecretString,
    /// Empty where there is no second factor yet.
    #[serde(default = "nothing")]
    second_factor: SecretString,
}

fn nothing() -> SecretString {
    String::new().into()
}

impl ProofForm {
    fn ask<U>(self, who: &SignedIn, ask: impl FnOnce(UserId, SecretString, Option<SecretString>) -> U) -> U {
        let code = said(self.second_factor.expose_secret()).is_some().then_some(self.second_factor);
        ask(who.principal.user.id, self.current_password, code)
    }
}

async fn begin(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<ProofForm>,
) -> Result<Response, Problem> {
    let ask = form.ask(&who, |user, password, code| BeginSecondFactor::new(user, password, code, network));
    match perform(&state, who.caller(), ask).await {
        Ok(begun) => page(&BegunPage {
            frame: Frame::signed_in(&asked, "factor", who.principal.user.email.to_string()),
            secret: in_groups(begun.secret.expose_secret()),
            uri: begun.uri.expose_secret().to_owned(),
            qr: STANDARD.encode(begun.qr.expose_secret()),
        }),
        Err(problem) => again(&state, &who, &asked, Part::Begin, problem).await,
    }
}

/// Letters to type, four at a time.
fn in_groups(letters: &str) -> String {
    let mut grouped = String::with_capacity(letters.len() * 2);
    for (at, letter) in letters.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfirmForm {
    code: SecretString,
}

async fn confirm(
    State(state): State<AppState>,
    who: SignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<ConfirmForm>,
) -> Result<Response, Problem> {
    let ask = ConfirmSecondFactor::new(who.principal.user.id, form.code, using.0, network);
    match perform(&state, who.caller(), ask).await {
        Ok(confirmed) => {
            let mut response = codes(&who, &asked, &confirmed.recovery_codes)?;
            remember(&state, &mut response, &confirmed.signed_in);
            Ok(response)
        }
        Err(problem) => again(&state, &who, &asked, Part::Confirm, problem).await,
    }
}

fn codes(who: &SignedIn, asked: &Asked, codes: &[SecretString]) -> Result<Response, Problem> {
    let frame = Frame::signed_in(asked, "factor", who.principal.user.email.to_string());
    page(&CodesPage { frame, codes: codes.iter().map(|code| code.expose_secret().to_owned()).collect() })
}

async fn renew(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<ProofForm>,
) -> Result<Response, Problem> {
    let ask = form.ask(&who, |user, password, code| RenewRecoveryCodes::new(user, password, code, network));
    match perform(&state, who.caller(), ask).await {
        Ok(renewed) => codes(&who, &asked, &renewed),
        Err(problem) => again(&state, &who, &asked, Part::Renew, problem).await,
    }
}

async fn remove(
    State(state): State<AppState>,
    who: SignedIn,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<ProofForm>,
) -> Result<Response, Problem> {
    let ask = form.ask(&who, |user, password, code| RemoveSecondFactor::new(user, password, code, network));
    match perform(&state, who.caller(), ask).await {
        Ok(()) => Ok(go("/account/second-factor?done=factor-removed")),
        Err(problem) => again(&state, &who, &asked, Part::Remove, problem).await,
    }
}
