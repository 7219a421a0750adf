//! Organizations, from inside.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::access_model::{AccessModel, Effect};
use tenure_domain::bits::{Permission, Set};
use tenure_domain::organization::{Organization, Settings};
use tenure_http_base::{AppState, Body, IfMatch, Inside, Listing, Patch, Problem, SignedIn, patch, perform, rfc3339, tagged};
use tenure_usecases::ChangeSettings;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::session::OfUserView;
use crate::views::assigned_from;
use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_organizations))
        .routes(routes!(read_organization, change_settings))
        .routes(routes!(read_access_model))
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
    let ask = ChangeSettings {
        organization: inside.organization,
        settings: Settings { name, undo_window_days: body.value.undo_window_days },
        seen,
    };
    let organization = perform(&state, inside.caller(), ask).await?;
    Ok(tagged(organization.version, Json(OrganizationView::of(&organization))))
}

/// An access model, as the document and as what it means.
#[derive(Serialize, ToSchema)]
struct AccessModelView {
    name: String,
    /// The TOML document.
    document: String,
    plans: Vec<String>,
    levels: Vec<Value>,
    permissions: Vec<Value>,
    restrictions: Vec<Value>,
    features: Vec<Value>,
    resource_kinds: Vec<Value>,
    alert_topics: Vec<Value>,
    statistics: Vec<Value>,
}

/// Read the organization's access model.
#[utoipa::path(get, path = "/organizations/{org}/access-model", tag = "organizations", params(("org" = Uuid, Path)),
    responses((status = 200, body = AccessModelView)))]
async fn read_access_model(State(state): State<AppState>, inside: Inside) -> Result<Json<AccessModelView>, Problem> {
    let organization = inside.reader(&state)?.organization;
    let model = &*organization.model;
    let topics = model.alert_topics().iter();
    Ok(Json(AccessModelView {
        name: model.name().to_owned(),
        document: organization.document.to_string(),
        plans: model.plans().iter().map(ToString::to_string).collect(),
        levels: levels(model),
        permissions: permissions(model),
        restrictions: restrictions(model),
        features: features(model),
        resource_kinds: model
            .resource_kinds()
            .iter()
            .map(|kind| json!({ "key": kind.key, "name": kind.name, "plural": kind.plural, "grouped": kind.grouped, "assigned_from": assigned_from(kind.assigned_from), "everyone_allowed": kind.everyone_allowed }))
            .collect(),
        alert_topics: topics.map(|topic| json!({ "key": topic.key, "per": topic.per, "triggers": topic.triggers })).collect(),
        statistics: model.statistics().iter().map(|one| json!({ "key": one.key, "feature": one.feature })).collect(),
    }))
}

fn permission_keys(model: &AccessModel, set: Set<Permission>) -> Vec<String> {
    set.iter().filter_map(|one| model.permission_key(one).map(ToString::to_string)).collect()
}

fn levels(model: &AccessModel) -> Vec<Value> {
    let manages = |level| -> Vec<String> {
        model.manages(level).iter().filter_map(|one| model.level_key(one).map(ToString::to_string)).collect()
    };
    let view = |level| {
        json!({
            "key": model.level_key(level).map(ToString::to_string),
            "name": model.level_name(level),
            "permissions": permission_keys(model, model.level_permissions(level)),
            "grantable": permission_keys(model, model.grantable(level)),
            "manages": manages(level),
            "governs": model.governs(level),
        })
    };
    model.levels().map(view).collect()
}

fn permissions(model: &AccessModel) -> Vec<Value> {
    let feature = |one| model.permission_feature(one).and_then(|feature| model.feature_key(feature)).map(ToString::to_string);
    let view = |one| json!({ "key": model.permission_key(one).map(ToString::to_string), "name": model.permission_name(one), "feature": feature(one) });
    model.permissions().map(view).collect()
}

fn restrictions(model: &AccessModel) -> Vec<Value> {
    let view = |one| {
        let levels: Vec<String> =
            model.eligible(one).iter().filter_map(|level| model.level_key(level).map(ToString::to_string)).collect();
        let feature = model.restriction_feature(one).and_then(|feature| model.feature_key(feature)).map(ToString::to_string);
        let (masks, denies, visibility) = match model.effect(one) {
            Some(Effect::Masks(masking)) => (Some(format!("{masking:?}").to_lowercase()), vec![], None),
            Some(Effect::Denies(denied)) => (None, permission_keys(model, *denied), None),
            Some(Effect::Narrows(visibility)) => (None, vec![], Some(crate::views::visibility(visibility))),
            None => (None, vec![], None),
        };
        json!({
            "key": model.restriction_key(one).map(ToString::to_string),
            "name": model.restriction_name(one),
            "levels": levels,
            "feature": feature,
            "masks": masks,
            "denies": denies,
            "visibility": visibility,
        })
    };
    model.restrictions().map(view).collect()
}

fn features(model: &AccessModel) -> Vec<Value> {
    let plans = |one| -> Vec<String> { model.feature_plans(one).map(ToString::to_string).collect() };
    model.features().map(|one| json!({ "key": model.feature_key(one).map(ToString::to_string), "plans": plans(one) })).collect()
}
