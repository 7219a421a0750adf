//! The first start: the page behind the one-time link that the server printed.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::OrganizationId;
use tenure_http_base::{AppState, Fields, Problem, model_named, perform};
use tenure_usecases::{Caller, SetUp};

use crate::asked::Asked;
use crate::form::{Form, Notice, is_for_the_form};
use crate::frame::Frame;
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/setup", get(set_up_page).post(set_up))
}

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUpPage {
    frame: Frame,
    notice: Notice,
    models: Vec<&'static str>,
    form: SetUpForm,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetUpForm {
    /// It stands behind a `#` in the link, so no log on the way has it; a script copies it here, or a person does.
    token: String,
    organization: String,
    model: String,
    email: String,
    first_name: String,
    last_name: String,
    #[serde(default)]
    password: Option<SecretString>,
}

fn shown(asked: &Asked, notice: Notice, form: SetUpForm) -> SetUpPage {
    let models = tenure_access_models::BUILT_IN.iter().map(|(name, _)| *name).collect();
    SetUpPage { frame: Frame::outside(asked, "set-up-title"), notice, models, form }
}

async fn set_up_page(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    if state.queries().awaits_setup().await? {
        page(&shown(&asked, Notice::none(), SetUpForm::default()))
    } else {
        Err(Problem::not_found("this installation was set up already").with_rule("already_set_up"))
    }
}

async fn set_up(State(state): State<AppState>, asked: Asked, Form(form, _): Form<SetUpForm>) -> Result<Response, Problem> {
    if !state.queries().awaits_setup().await? {
        return Err(Problem::not_found("this installation was set up already").with_rule("already_set_up"));
    }
    match carried_out(&state, &form).await {
        Ok(()) => Ok(go("/sign-in?done=set-up")),
        Err(problem) if problem.body().status == 404 || is_for_the_form(&problem) => {
            sent_back(&problem, &shown(&asked, Notice::of(&problem, asked.words), SetUpForm { password: None, ..form }))
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(state: &AppState, form: &SetUpForm) -> Result<(), Problem> {
    if !state.is_setup_token(form.token.trim()) {
        return Err(Problem::not_found("there is nothing to set up with this token").with_rule("wrong_token"));
    }
    let mut fields = Fields::default();
    let name = fields.name("/organization", &form.organization);
    let email = fields.email("/email", &form.email);
    let first = fields.name("/first_name", &form.first_name);
    let last = fields.name("/last_name", &form.last_name);
    let (Some(name), Some(email), Some(first), Some(last)) = (name, email, first, last) else { return Err(fields.problem()) };
    let model = model_named(&form.model)?;
    let id: OrganizationId = state.tenure().tools().ids.next().into();
    let password = form.password.clone().unwrap_or_default();
    perform(state, Caller::Anonymous, SetUp::new(id, name, model, email, password, (first, last))).await?;
    state.setup_done();
    Ok(())
}
