//! Organizations, from inside.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tenure_domain::organization::{Organization, Settings};
use tenure_http_base::{AppState, Body, IfMatch, Inside, Listing, Patch, Problem, SignedIn, patch, perform, rfc3339, tagged};
use tenure_usecases::ChangeSettings;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::session::OfUserView;
use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_organizations)).routes(routes!(read_organization, change_settings))
}

/// An organization.
#[derive(Serialize, ToSchema)]
pub(crate) struct OrganizationView {
    id: Uuid,
    name: String,
    /// The root of its tree.
    root: Uuid,
    /// The access model's name.
    model: String,
    plan: Option<String>,
    /// Each feature of the model, and whether it is on.
    features: BTreeMap<String, bool>,
    #[schema(value_type = Option<u64>)]
    seats: Option<u32>,
    active: bool,
    /// How long a revocation can be undone, in days.
    undo_window_days: u32,
    /// Whether its members need a second factor to do anything in it.
    second_factor_required: bool,
    /// How many API tokens each member may have.
    tokens_per_member: u32,
    created_at: String,
}

impl OrganizationView {
    pub(crate) fn of(organization: &Organization) -> Self {
        let on = organization.features_on();
        let model = &organization.model;
        let features = model.features().filter_map(|feature| Some((model.feature_key(feature)?.to_string(), on.has(feature))));
        Self {
            id: organization.id.into(),
            name: organization.name.to_string(),
            root: organization.root.into(),
            model: model.name().to_owned(),
            plan: organization.plan.as_ref().map(ToString::to_string),
            features: features.collect(),
            seats: organization.seats,
            active: organization.active,
            undo_window_days: organization.undo_days(),
            second_factor_required: organization.second_factor_required,
            tokens_per_member: organization.tokens_per_member,
            created_at: rfc3339(organization.created_at),
        }
    }
}

/// List the organizations that the caller belongs to.
#[utoipa::path(get, path = "/organizations", tag = "organizations", responses((status = 200, body = Listing<OfUserView>)))]
async fn list_organizations(State(state): State<AppState>, signed_in: SignedIn) -> Result<Json<Listing<OfUserView>>, Problem> {
    let memberships = state.queries().memberships_of(signed_in.principal.user.id).await?;
    Ok(Json(Listing { items: memberships.into_iter().map(OfUserView::from).collect(), next: None, count: None }))
}

/// Read an organization.
#[utoipa::path(get, path = "/organizations/{org}", tag = "organizations", params(("org" = Uuid, Path)),
    responses((status = 200, body = OrganizationView)))]
async fn read_organization(State(state): State<AppState>, inside: Inside) -> Result<Response, Problem> {
    let organization = inside.reader(&state)?.organization;
    Ok(tagged(organization.version, Json(OrganizationView::of(&organization))))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeSettingsBody {
    name: Option<String>,
    /// In days, or null for what the access model says.
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<u32>)]
    undo_window_days: Patch<u32>,
    /// Whether members need a second factor. Somebody who governs must have one first.
    second_factor_required: Option<bool>,
    /// How many API tokens each member may have: 1 to 20.
    #[schema(minimum = 1, maximum = 20)]
    tokens_per_member: Option<u32>,
}

/// Change an organization's name and settings.
#[utoipa::path(patch, path = "/organizations/{org}", tag = "organizations", params(("org" = Uuid, Path), IfMatch),
    request_body = ChangeSettingsBody, responses((status = 200, body = OrganizationView)))]
async fn change_settings(
    State(state): State<AppState>,
    inside: Inside,
    if_match: IfMatch,
    body: Body<ChangeSettingsBody>,
) -> Result<Response, Problem> {
    let mut fields = Fields::default();
    let name = fields.name_if("/name", body.value.name.as_deref());
    fields.all_right()?;
    let seen = if_match.version()?;
    let ChangeSettingsBody { undo_window_days, second_factor_required, tokens_per_member, .. } = body.value;
    let settings = Settings { name, undo_window_days, second_factor_required, tokens_per_member };
    let ask = ChangeSettings { organization: inside.organization, settings, seen };
    let organization = perform(&state, inside.caller(), ask).await?;
    Ok(tagged(organization.version, Json(OrganizationView::of(&organization))))
}
