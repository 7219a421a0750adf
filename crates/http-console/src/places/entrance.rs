//! Coming in and going out: sign in, choose an organization, sign out, choose the colours.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use axum::routing::{get, post};
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::EmailAddress;
use tenure_http_base::{
    AppState, FromNetwork, MaybeSignedIn, Problem, Query, SignedIn, Using, ended_cookie, perform, session_cookie,
};
use tenure_usecases::{Caller, SignIn, SignOut};

use crate::asked::{Asked, THEME_COOKIE, keep_choice, theme_named};
use crate::desk::Desk;
use crate::first_step::FirstStep;
use crate::form::{Form, Notice, is_for_the_form};
use crate::frame::{Frame, Place};
use crate::people::Face;
use crate::respond::{go, own_address, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(root))
        .route("/sign-in", get(sign_in_page).post(sign_in))
        .route("/sign-in/code", post(sign_in_with_code))
        .route("/sign-out", post(sign_out))
        .route("/preferences", post(prefer))
        .route("/organizations", get(organizations))
        .route("/organizations/{org}", get(first_place))
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    notice: Notice,
    email: String,
    next: String,
}

#[derive(Deserialize)]
struct SignInQuery {
    #[serde(default)]
    next: String,
}

/// Where nothing else is said.
async fn root(who: MaybeSignedIn) -> Response {
    go(if who.0.is_some() { "/organizations" } else { "/sign-in" })
}

async fn sign_in_page(who: MaybeSignedIn, asked: Asked, Query(query): Query<SignInQuery>) -> Result<Response, Problem> {
    if who.0.is_some() {
        return Ok(go(own_address(&query.next).unwrap_or("/organizations")));
    }
    let frame = Frame::outside(&asked, "sign-in-title");
    page(&SignInPage { frame, notice: Notice::none(), email: String::new(), next: query.next })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignInForm {
    email: String,
    password: SecretString,
    #[serde(default)]
    next: String,
}

async fn sign_in(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<SignInForm>,
) -> Result<Response, Problem> {
    // An address that is none goes the same way as one that nobody has.
    let password = form.password;
    let ask = SignIn::new(EmailAddress::parse(&form.email).ok(), password.clone());
    let ask = ask.on(using.0).from(network).replacing(who.session());
    match perform(&state, Caller::Anonymous, ask).await {
        Ok(signed_in) => Ok(welcome(&state, &form.next, &signed_in)),
        Err(problem) if wants_a_code(&problem) => {
            let carried = FirstStep::seal(&state, &form.email, &password);
            code_page(&problem, &asked, Notice::none(), CodeForm { carried, email: form.email, next: form.next, code: no_code() })
        }
        Err(problem) if problem.body().status == 401 || is_for_the_form(&problem) => {
            let notice = Notice::of(&problem, asked.words);
            let frame = Frame::outside(&asked, "sign-in-title");
            sent_back(&problem, &SignInPage { frame, notice, email: form.email, next: form.next })
        }
        Err(problem) => Err(problem),
    }
}

fn no_code() -> SecretString {
    String::new().into()
}

/// Whether the password was right, and it takes a code besides.
fn wants_a_code(problem: &Problem) -> bool {
    problem.body().code == "second_factor_required"
}

/// On to where somebody wanted to go, with their session.
fn welcome(state: &AppState, next: &str, signed_in: &tenure_usecases::SignedIn) -> Response {
    let mut response = go(own_address(next).unwrap_or("/organizations"));
    remember(state, &mut response, signed_in);
    response
}

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct CodePage {
    frame: Frame,
    notice: Notice,
    email: String,
    next: String,
    carried: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeForm {
    /// What the first step was about, sealed.
    carried: String,
    email: String,
    #[serde(default)]
    next: String,
    code: SecretString,
}

fn code_page(problem: &Problem, asked: &Asked, notice: Notice, form: CodeForm) -> Result<Response, Problem> {
    let CodeForm { carried, email, next, .. } = form;
    sent_back(problem, &CodePage { frame: Frame::outside(asked, "sign-in-title"), notice, email, next, carried })
}

/// The second step: the password of the first, which comes back sealed, and a code.
async fn sign_in_with_code(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    asked: Asked,
    Form(form, _): Form<CodeForm>,
) -> Result<Response, Problem> {
    // Too long ago, or made up: the first step is the next.
    let Some(password) = FirstStep::open(&state, &form.email, &form.carried) else { return Ok(go("/sign-in")) };
    let ask = SignIn::new(EmailAddress::parse(&form.email).ok(), password).with_code(Some(form.code.clone()));
    let ask = ask.on(using.0).from(network).replacing(who.session());
    match perform(&state, Caller::Anonymous, ask).await {
        Ok(signed_in) => Ok(welcome(&state, &form.next, &signed_in)),
        Err(problem) if problem.body().status == 401 || is_for_the_form(&problem) => {
            let notice = Notice::of(&problem, asked.words);
            code_page(&problem, &asked, notice, form)
        }
        Err(problem) => Err(problem),
    }
}

/// Gives the browser its session.
pub(crate) fn remember(state: &AppState, response: &mut Response, signed_in: &tenure_usecases::SignedIn) {
    let now = state.tenure().tools().clock.now();
    if let Some(cookie) = session_cookie(state.settings(), &signed_in.secret, now, signed_in.expires_at) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

async fn sign_out(State(state): State<AppState>, who: MaybeSignedIn) -> Result<Response, Problem> {
    if let Some(signed_in) = &who.0 {
        perform(&state, signed_in.caller(), SignOut).await?;
    }
    let mut response = go("/sign-in?done=signed-out");
    if let Some(cookie) = ended_cookie(state.settings()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PreferForm {
    theme: String,
    #[serde(default)]
    back: String,
}

/// Remembers the colours in a cookie, so that the first paint has them.
async fn prefer(State(state): State<AppState>, Form(form, _): Form<PreferForm>) -> Result<Response, Problem> {
    let mut response = go(own_address(&form.back).unwrap_or("/"));
    keep_choice(&mut response, state.settings(), THEME_COOKIE, theme_named(&form.theme));
    Ok(response)
}

#[derive(Template)]
#[template(path = "organizations.html")]
struct OrganizationsPage {
    frame: Frame,
    organizations: Vec<Face>,
    operator: bool,
}

#[derive(Deserialize)]
struct OrganizationsQuery {
    /// Show all, even if there is but one.
    #[serde(default)]
    all: bool,
}

async fn organizations(
    State(state): State<AppState>,
    who: SignedIn,
    asked: Asked,
    Query(query): Query<OrganizationsQuery>,
) -> Result<Response, Problem> {
    let of = state.queries().memberships_of(who.principal.user.id).await?;
    if let ([only], false) = (of.as_slice(), query.all) {
        return Ok(go(&format!("/organizations/{}", only.organization)));
    }
    let user = &who.principal.user;
    let frame = Frame::signed_in(&asked, "organizations-title", user.email.to_string());
    let organizations = of.into_iter().map(|one| Face::new(one.organization.into(), one.name)).collect();
    page(&OrganizationsPage { frame, organizations, operator: user.operator })
}

async fn first_place(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let place = desk.frame(&reader, Place::Elsewhere, "members-title").first_place();
    // What was just done is told by the page that one ends up on.
    let query = desk.asked.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(go(&format!("{place}{query}")))
}
