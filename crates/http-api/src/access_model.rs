//! The organization's access model: what it says, what another would change, and changing it.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::access_model::{AccessModel, Effect, engine};
use tenure_domain::bits::{Permission, Set};
use tenure_domain::grant::Offer;
use tenure_domain::organization::{HoldingChange, InUse, Migration, Organization, RemodelRefused, Remodelling};
use tenure_domain::{KeyRefused, LevelKey, MemberId, PermissionKey, RestrictionKey, WorkspaceKindKey};
use tenure_http_base::{AppState, Body, Fields, IfMatch, Inside, Problem, model_document, tagged};
use tenure_usecases::{ChangeAccessModel, Failure, ModelChoice, PlannedAccessModel};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::views::assigned_from;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(read_access_model, change_access_model)).routes(routes!(plan_access_model))
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

impl AccessModelView {
    fn of(organization: &Organization) -> Self {
        let model = &*organization.model;
        let topics = model.alert_topics().iter();
        Self {
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
            .map(|kind| json!({ "key": kind.key, "name": kind.name, "plural": kind.plural, "grouped": kind.grouped, "assigned_from": assigned_from(kind.assigned_from), "everyone_allowed": kind.everyone_allowed, "listed": kind.listed }))
            .collect(),
        alert_topics: topics.map(|topic| json!({ "key": topic.key, "per": topic.per, "triggers": topic.triggers })).collect(),
        statistics: model.statistics().iter().map(|one| json!({ "key": one.key, "name": one.name, "feature": one.feature })).collect(),
    }
    }
}

/// Read the organization's access model. Its tag is the organization's.
#[utoipa::path(get, path = "/organizations/{org}/access-model", tag = "organizations", params(("org" = Uuid, Path)),
    responses((status = 200, body = AccessModelView)))]
async fn read_access_model(State(state): State<AppState>, inside: Inside) -> Result<Response, Problem> {
    let organization = inside.reader(&state)?.organization;
    Ok(tagged(organization.version, Json(AccessModelView::of(&organization))))
}

/// What becomes of words that the new document doesn't have: whoever holds the one holds the other from then on.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields, default)]
struct MigrationBody {
    levels: BTreeMap<String, String>,
    permissions: BTreeMap<String, String>,
    restrictions: BTreeMap<String, String>,
    workspace_kinds: BTreeMap<String, String>,
}

impl MigrationBody {
    fn migration(&self, fields: &mut Fields) -> Migration {
        Migration {
            levels: keys(fields, "levels", &self.levels, LevelKey::parse),
            permissions: keys(fields, "permissions", &self.permissions, PermissionKey::parse),
            restrictions: keys(fields, "restrictions", &self.restrictions, RestrictionKey::parse),
            workspace_kinds: keys(fields, "workspace_kinds", &self.workspace_kinds, WorkspaceKindKey::parse),
        }
    }
}

fn keys<K: Ord>(
    fields: &mut Fields,
    of: &str,
    words: &BTreeMap<String, String>,
    parse: fn(&str) -> Result<K, KeyRefused>,
) -> BTreeMap<K, K> {
    let pair = |(old, new): (&String, &String)| {
        let pointer = format!("/migration/{of}/{old}");
        Some((fields.take(&pointer, "key", parse(old))?, fields.take(&pointer, "key", parse(new))?))
    };
    words.iter().filter_map(pair).collect()
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlanAccessModelBody {
    /// The new TOML document.
    access_model: String,
    #[serde(default)]
    migration: MigrationBody,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeAccessModelBody {
    /// The new TOML document.
    access_model: String,
    #[serde(default)]
    migration: MigrationBody,
    /// Why, for the journal.
    reason: Option<String>,
}

/// What the new document makes of grants that hold the same.
#[derive(Serialize, ToSchema)]
struct HoldingChangeView {
    /// What they hold today.
    before: OfferView,
    /// What they would hold.
    after: OfferView,
    /// How many grants there are of them.
    grants: u64,
    /// Permissions that they would give anew.
    gains: Vec<String>,
    /// Permissions that they would give no more.
    loses: Vec<String>,
    /// What else would change: `manages`, `governs`, `masking`, `visibility`, `reach`.
    aspects: Vec<String>,
    /// Whether contacts of who has them may be left unassigned, because they could not handle them any more.
    releases_contacts: bool,
}

/// What grants hold.
#[derive(Serialize, ToSchema)]
struct OfferView {
    levels: Vec<String>,
    permissions: Vec<String>,
    restrictions: Vec<String>,
}

impl From<&Offer> for OfferView {
    fn from(of: &Offer) -> Self {
        Self {
            levels: of.levels.iter().map(ToString::to_string).collect(),
            permissions: of.permissions.iter().map(ToString::to_string).collect(),
            restrictions: of.restrictions.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&HoldingChange> for HoldingChangeView {
    fn from(change: &HoldingChange) -> Self {
        Self {
            before: (&change.before).into(),
            after: (&change.after).into(),
            grants: change.grants,
            gains: change.gains.iter().map(ToString::to_string).collect(),
            loses: change.loses.iter().map(ToString::to_string).collect(),
            aspects: change.aspects.iter().map(|aspect| aspect.word().to_owned()).collect(),
            releases_contacts: change.loses_contacts,
        }
    }
}

/// What another document would change.
#[derive(Serialize, ToSchema)]
struct AccessModelPlanView {
    /// For those who hold something; what isn't in it stays as it is.
    changes: Vec<HoldingChangeView>,
}

/// What is asked for. A document is only looked at for who may change it.
async fn asked(
    state: &AppState,
    inside: &Inside,
    document: &str,
    migration: &MigrationBody,
    fields: &mut Fields,
) -> Result<Remodelling, Problem> {
    inside.reader(state)?.must_at_root(engine::ACCESS_MODEL_MANAGE).await?;
    let migration = migration.migration(fields);
    fields.all_right()?;
    let ModelChoice { model, document } = model_document(document)?;
    Ok(Remodelling { model, document, migration })
}

/// Plan another access model; this changes nothing.
///
/// The answer says what would change for those who hold something. What stands in the way is answered as the change itself would.
#[utoipa::path(post, path = "/organizations/{org}/access-model/plan", tag = "organizations", params(("org" = Uuid, Path)),
    request_body = PlanAccessModelBody, responses((status = 200, body = AccessModelPlanView)))]
async fn plan_access_model(
    State(state): State<AppState>,
    inside: Inside,
    body: Body<PlanAccessModelBody>,
) -> Result<Json<AccessModelPlanView>, Problem> {
    let PlanAccessModelBody { access_model, migration } = &body.value;
    let ask = asked(&state, &inside, access_model, migration, &mut Fields::default()).await?;
    let planned = PlannedAccessModel { organization: inside.organization, ask };
    let plan = state.tenure().perform(inside.caller(), planned).await.map_err(told)?;
    Ok(Json(AccessModelPlanView { changes: plan.changes.iter().map(Into::into).collect() }))
}

/// Change the organization's access model.
///
/// It takes `access_model.manage` and `members.manage` at the root, levels that manage all levels there are, no restriction anywhere,
/// and `If-Match` with the organization's tag. Words that are held and would go are refused as `in_use`, with who holds them; `migration`
/// says what becomes of them instead. Nothing comes to give what the caller doesn't have, and plans, features and what needs them are the
/// operator's.
#[utoipa::path(put, path = "/organizations/{org}/access-model", tag = "organizations", params(("org" = Uuid, Path), IfMatch),
    request_body = ChangeAccessModelBody, responses((status = 200, body = AccessModelView)))]
async fn change_access_model(
    State(state): State<AppState>,
    inside: Inside,
    if_match: IfMatch,
    body: Body<ChangeAccessModelBody>,
) -> Result<Response, Problem> {
    let ChangeAccessModelBody { access_model, migration, reason } = &body.value;
    let mut fields = Fields::default();
    let reason = fields.reason_if(reason.as_deref());
    let ask = asked(&state, &inside, access_model, migration, &mut fields).await?;
    if if_match == IfMatch::Absent {
        return Err(Problem::precondition_required("read the access model, and send its tag as `If-Match`"));
    }
    let change = ChangeAccessModel { organization: inside.organization, ask, seen: if_match.version()?, reason };
    let changed = state.tenure().perform(inside.caller(), change).await.map_err(told)?.organization;
    Ok(tagged(changed.version, Json(AccessModelView::of(&changed))))
}

/// A refusal with what stands in the way.
fn told(failure: Failure<RemodelRefused>) -> Problem {
    let ids = |members: &[MemberId]| members.iter().map(|member| member.uuid()).collect::<Vec<Uuid>>();
    let more = match &failure {
        Failure::Refused(RemodelRefused::InUse(words)) => {
            let word = |one: &InUse| json!({ "sort": one.word.sort.word(), "key": one.word.key, "times": one.times, "members": ids(&one.members) });
            Some(("in_use", json!(words.iter().map(word).collect::<Vec<_>>())))
        }
        Failure::Refused(RemodelRefused::SelectionRequired { members, .. }) => Some(("members", json!(ids(members)))),
        _ => None,
    };
    let problem = Problem::from(failure);
    more.into_iter().fold(problem, |problem, (key, value)| problem.with(key, value))
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
