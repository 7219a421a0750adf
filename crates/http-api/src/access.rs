//! May this member do that there, and why?

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use tenure_domain::MemberId;
use tenure_domain::access::{Explanation, Reason};
use tenure_domain::access_model::AccessModel;
use tenure_http_base::{AppState, Inside, Problem, Query};
use tenure_usecases::AccessQuestion;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(explain_access))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AccessQuery {
    /// A member's id, or `me`.
    member: String,
    /// A permission's key.
    permission: String,
    workspace: Uuid,
}

/// One link of an answer's chain.
#[derive(Serialize, ToSchema)]
struct ReasonView {
    /// `level`, `extra_permission`, `restriction`, `feature_off`, `workspace_off`, `not_active` or `organization_off`.
    kind: &'static str,
    /// Whether this gives the right; else it takes it away.
    gives: bool,
    /// The key of the level, permission, restriction or feature; the status, for `not_active`.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// Where it is held, or switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<Uuid>,
    /// Whether it comes from above the workspace that was asked about.
    inherited: bool,
}

/// An answer with everything that it rests on.
#[derive(Serialize, ToSchema)]
struct AccessView {
    allowed: bool,
    /// Empty when nothing ever gave the right.
    because: Vec<ReasonView>,
}

fn reason(model: &AccessModel, asked: Uuid, of: &Reason) -> ReasonView {
    let (kind, key, workspace) = match of {
        Reason::Level { level, workspace } => ("level", model.level_key(*level).map(ToString::to_string), Some(*workspace)),
        Reason::Extra { permission, workspace } => {
            ("extra_permission", model.permission_key(*permission).map(ToString::to_string), Some(*workspace))
        }
        Reason::Restricted { restriction, workspace } => {
            ("restriction", model.restriction_key(*restriction).map(ToString::to_string), Some(*workspace))
        }
        Reason::FeatureOff { feature, workspace } => {
            ("feature_off", model.feature_key(*feature).map(ToString::to_string), *workspace)
        }
        Reason::WorkspaceOff(workspace) => ("workspace_off", None, Some(*workspace)),
        Reason::NotActive(status) => ("not_active", Some(status.to_string()), None),
        Reason::OrganizationOff => ("organization_off", None, None),
    };
    let workspace = workspace.map(tenure_domain::WorkspaceId::uuid);
    ReasonView { kind, gives: of.gives(), key, workspace, inherited: workspace.is_some_and(|workspace| workspace != asked) }
}

fn view(model: &AccessModel, asked: Uuid, of: &Explanation) -> AccessView {
    AccessView { allowed: of.allowed, because: of.because.iter().map(|one| reason(model, asked, one)).collect() }
}

/// Explain whether a member may do something in a workspace.
#[utoipa::path(get, path = "/organizations/{org}/access", tag = "access", params(("org" = Uuid, Path), AccessQuery),
    responses((status = 200, body = AccessView)))]
async fn explain_access(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<AccessQuery>,
) -> Result<Json<AccessView>, Problem> {
    let reader = inside.reader(&state).await?;
    let mut fields = Fields::default();
    let member: Option<MemberId> =
        if query.member == "me" { Some(inside.member()?) } else { fields.take("member", "id", query.member.parse()) };
    let known = reader.organization.model.permission(&query.permission);
    let permission =
        fields.take("permission", "unknown_permission", known.ok_or("there is no such permission in this organization"));
    let (Some(member), Some(permission)) = (member, permission) else { return Err(fields.problem()) };
    let answer = reader.ask(AccessQuestion { member, permission, workspace: query.workspace.into() }).await?;
    Ok(Json(view(&reader.organization.model, query.workspace, &answer.explanation)))
}
