//! The first start: `POST /setup`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tenure_domain::OrganizationId;
use tenure_http_base::{AppState, Body, Fields, Problem, model_document, model_named, perform};
use tenure_usecases::{Caller, SetUp};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(set_up))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetUpBody {
    /// The one-time token that `serve` printed.
    #[schema(value_type = String)]
    token: String,
    /// The first organization's name.
    organization: String,
    /// A built-in access model's name.
    #[schema(example = "workspace")]
    model: Option<String>,
    /// An access model of one's own, as TOML, instead of a built-in one.
    access_model: Option<String>,
    /// The address of the person who governs, and is operator.
    email: String,
    /// Their password.
    #[schema(value_type = String, min_length = 12)]
    password: SecretString,
    first_name: String,
    last_name: String,
}

#[derive(Serialize, ToSchema)]
struct SetUpView {
    organization: Uuid,
    member: Uuid,
    user: Uuid,
}

/// Set the installation up: once, with the printed token.
#[utoipa::path(post, path = "/setup", tag = "setup", request_body = SetUpBody, responses((status = 201, body = SetUpView)), security(()))]
async fn set_up(State(state): State<AppState>, body: Body<SetUpBody>) -> Result<(StatusCode, Json<SetUpView>), Problem> {
    let body = body.value;
    if !state.is_setup_token(&body.token) {
        return Err(Problem::not_found("there is nothing to set up with this token"));
    }
    let mut fields = Fields::default();
    let name = fields.name("/organization", &body.organization);
    let email = fields.email("/email", &body.email);
    let first = fields.name("/first_name", &body.first_name);
    let last = fields.name("/last_name", &body.last_name);
    let (Some(name), Some(email), Some(first), Some(last)) = (name, email, first, last) else { return Err(fields.problem()) };
    let model = match (&body.model, &body.access_model) {
        (Some(name), None) => model_named(name)?,
        (None, Some(document)) => model_document(document)?,
        _ => return Err(Problem::invalid("name a built-in `model`, or bring an `access_model`")),
    };
    let id: OrganizationId = state.tenure().tools().ids.next().into();
    let done = perform(&state, Caller::Anonymous, SetUp::new(id, name, model, email, body.password, (first, last))).await?;
    state.setup_done();
    let view = SetUpView { organization: done.organization.into(), member: done.member.into(), user: done.user.into() };
    Ok((StatusCode::CREATED, Json(view)))
}
