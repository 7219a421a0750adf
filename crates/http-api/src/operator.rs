//! What operators do: make organizations, and set their plan, features and seats.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::organization::Change;
use tenure_domain::{FeatureKey, OrganizationId, PlanKey};
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Idempotency, Ids, IfMatch, ListAsk, ListQuery, Listing, Patch, Problem, Query, SignedIn,
    listing_response, model_document, model_named, patch, perform, perform_idempotent, rfc3339, tagged,
};
use tenure_port_store::OrganizationRow;
use tenure_usecases::{ChangeOrganization, CreateOrganization};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::organizations::OrganizationView;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_all_organizations, create_organization)).routes(routes!(change_organization))
}

#[derive(Serialize, ToSchema)]
struct OrganizationRowView {
    id: Uuid,
    name: String,
    /// The access model's name.
    model: String,
    plan: Option<String>,
    #[schema(value_type = Option<u64>)]
    seats: Option<u32>,
    active: bool,
    created_at: String,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl From<OrganizationRow> for OrganizationRowView {
    fn from(row: OrganizationRow) -> Self {
        Self {
            id: row.id.into(),
            name: row.name,
            model: row.model,
            plan: row.plan.map(|plan| plan.to_string()),
            seats: row.seats,
            active: row.active,
            created_at: rfc3339(row.created_at),
            version: row.version,
        }
    }
}

/// List all organizations.
#[utoipa::path(get, path = "/operator/organizations", tag = "operator", params(ListQuery),
    responses((status = 200, body = Listing<OrganizationRowView>)))]
async fn list_all_organizations(
    State(state): State<AppState>,
    signed_in: SignedIn,
    Query(query): Query<ListQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    signed_in.operator()?;
    let actor = signed_in.principal.user.id;
    let cursors =
        Cursors { route: uri.path().to_owned(), organization: None, filter: String::new(), sort: "name".to_owned(), actor };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = state.queries().organizations(&ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(OrganizationRowView::from), None))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateOrganizationBody {
    name: String,
    /// A built-in access model's name.
    #[schema(example = "workspace")]
    model: Option<String>,
    /// An access model of one's own, as TOML, instead of a built-in one.
    access_model: Option<String>,
    /// Who shall govern it. Somebody without a login is invited.
    governor_email: String,
}

/// Make an organization.
#[utoipa::path(post, path = "/operator/organizations", tag = "operator", params(Idempotency), request_body = CreateOrganizationBody,
    responses((status = 201, body = inline(CreatedView))))]
async fn create_organization(
    State(state): State<AppState>,
    signed_in: SignedIn,
    idempotency: Idempotency,
    body: Body<CreateOrganizationBody>,
) -> Result<Response, Problem> {
    signed_in.operator()?;
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let name = fields.name("/name", &body.name);
    let governor = fields.email("/governor_email", &body.governor_email);
    let (Some(name), Some(governor)) = (name, governor) else { return Err(fields.problem()) };
    let model = match (&body.model, &body.access_model) {
        (Some(name), None) => model_named(name)?,
        (None, Some(document)) => model_document(document)?,
        _ => return Err(Problem::invalid("name a built-in `model`, or bring an `access_model`")),
    };
    let organization: OrganizationId = state.tenure().tools().ids.next().into();
    let ask = CreateOrganization { organization, name, model, governor };
    let render = |id: &OrganizationId| (StatusCode::CREATED, json!(CreatedView { id: (*id).into() }));
    perform_idempotent(&state, signed_in.caller(), ask, idempotency, hash, render).await
}

/// Something that was made.
#[derive(Serialize, ToSchema)]
struct CreatedView {
    id: Uuid,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeOrganizationBody {
    /// One of the model's plans, or null for none.
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<String>)]
    plan: Patch<String>,
    /// Features to switch on or off, whatever the plan says; null leaves one to the plan again.
    #[serde(default)]
    features: BTreeMap<String, Option<bool>>,
    /// How many pending and active members there may be, or null for no limit.
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<u64>)]
    seats: Patch<u32>,
    /// On or off.
    active: Option<bool>,
    /// Who shall govern, while nobody does: invites a first governor again who never came, or somebody else instead.
    governor_email: Option<String>,
}

/// Change an organization's plan, features, seats, switch it off, or name who governs while nobody does.
#[utoipa::path(patch, path = "/operator/organizations/{org}", tag = "operator", params(("org" = Uuid, Path), IfMatch),
    request_body = ChangeOrganizationBody, responses((status = 200, body = OrganizationView)))]
async fn change_organization(
    State(state): State<AppState>,
    signed_in: SignedIn,
    ids: Ids,
    if_match: IfMatch,
    body: Body<ChangeOrganizationBody>,
) -> Result<Response, Problem> {
    signed_in.operator()?;
    let body = body.value;
    let mut fields = Fields::default();
    let plan = match body.plan {
        Some(Some(plan)) => fields.take("/plan", "key", PlanKey::parse(&plan)).map(|plan| Some(Some(plan))),
        Some(None) => Some(Some(None)),
        None => Some(None),
    };
    let mut features = BTreeMap::new();
    for (key, on) in body.features {
        features.extend(fields.take(&format!("/features/{key}"), "key", FeatureKey::parse(&key)).map(|key| (key, on)));
    }
    let governor = body.governor_email.as_deref().and_then(|email| fields.email("/governor_email", email));
    fields.all_right()?;
    let Some(plan) = plan else { return Err(fields.problem()) };
    let (seats, active) = (body.seats, body.active);
    let seen = if_match.version()?;
    let ask =
        ChangeOrganization { organization: ids.get("org")?, change: Change { plan, features, seats, active }, governor, seen };
    let organization = perform(&state, signed_in.caller(), ask).await?;
    Ok(tagged(organization.version, Json(OrganizationView::of(&organization))))
}
