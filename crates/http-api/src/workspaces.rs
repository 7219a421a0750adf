//! The tree of workspaces.

mod moving;

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::workspace::{Workspace, WorkspaceChange};
use tenure_domain::{FeatureKey, WorkspaceId, WorkspaceKindKey};
use tenure_http_base::{
    AppState, Body, Cursors, Idempotency, Ids, IfMatch, Inside, ListAsk, Listing, Problem, Query, given, listing_response, perform,
    perform_idempotent, rfc3339, tagged,
};
use tenure_port_store::WorkspaceFilter;
use tenure_usecases::{ChangeWorkspace, CreateWorkspace, DeleteWorkspace, Failure};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_workspaces, create_workspace))
        .routes(routes!(change_workspace, delete_workspace))
        .merge(moving::routes())
}

/// A node of the tree.
#[derive(Serialize, ToSchema)]
struct WorkspaceView {
    id: Uuid,
    /// The node above; null for the root.
    parent: Option<Uuid>,
    kind: Option<String>,
    name: String,
    active: bool,
    /// Features that are switched off here and below.
    features_off: Vec<String>,
    created_at: String,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl From<&Workspace> for WorkspaceView {
    fn from(workspace: &Workspace) -> Self {
        Self {
            id: workspace.id.into(),
            parent: workspace.parent.map(Into::into),
            kind: workspace.kind.as_ref().map(ToString::to_string),
            name: workspace.name.to_string(),
            active: workspace.active,
            features_off: workspace.features_off.iter().map(ToString::to_string).collect(),
            created_at: rfc3339(workspace.created_at),
            version: workspace.version,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WorkspacesQuery {
    /// Only this node and what is below it.
    #[serde(default, deserialize_with = "given")]
    under: Option<Uuid>,
    /// Down to this many levels below the root, or below `under`.
    #[serde(default, deserialize_with = "given")]
    depth: Option<u16>,
    /// Part of a name.
    q: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// List the workspaces that the caller's grants reach, parents before their children.
#[utoipa::path(get, path = "/organizations/{org}/workspaces", tag = "workspaces", params(("org" = Uuid, Path), WorkspacesQuery),
    responses((status = 200, body = Listing<WorkspaceView>)))]
async fn list_workspaces(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<WorkspacesQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let filter = WorkspaceFilter {
        under: query.under.map(WorkspaceId::from),
        depth: query.depth.map(u32::from),
        q: query.q.clone().filter(|q| !q.trim().is_empty()),
    };
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{filter:?}"),
        sort: "tree".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.workspaces(&filter, &ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(|workspace| WorkspaceView::from(&workspace)), None))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateWorkspaceBody {
    /// The node above.
    parent: Uuid,
    name: String,
    /// One of the model's workspace kinds, where it has any.
    kind: Option<String>,
    /// On or off; as its kind says when absent.
    active: Option<bool>,
}

/// Make a workspace below another.
#[utoipa::path(post, path = "/organizations/{org}/workspaces", tag = "workspaces", params(("org" = Uuid, Path), Idempotency),
    request_body = CreateWorkspaceBody, responses((status = 201, body = WorkspaceView)))]
async fn create_workspace(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<CreateWorkspaceBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let name = fields.name("/name", &body.name);
    let kind = body.kind.as_deref().map(|kind| fields.take("/kind", "key", WorkspaceKindKey::parse(kind)));
    fields.all_right()?;
    let Some(name) = name else { return Err(fields.problem()) };
    let ask = CreateWorkspace {
        organization: inside.organization,
        parent: body.parent.into(),
        name,
        kind: kind.flatten(),
        active: body.active,
    };
    let render = |workspace: &Workspace| (StatusCode::CREATED, json!(WorkspaceView::from(workspace)));
    perform_idempotent(&state, inside.caller(), ask, idempotency, hash, render).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeWorkspaceBody {
    name: Option<String>,
    /// On or off, with everything below it. Takes `workspaces.manage`; all else takes `workspaces.settings`.
    active: Option<bool>,
    /// Features by their keys: `false` to do without one here and below, `true` not to any more.
    #[serde(default)]
    features: BTreeMap<String, bool>,
}

/// Change a workspace: its name, its features, and whether it is on.
#[utoipa::path(patch, path = "/organizations/{org}/workspaces/{ws}", tag = "workspaces",
    params(("org" = Uuid, Path), ("ws" = Uuid, Path), IfMatch), request_body = ChangeWorkspaceBody, responses((status = 200, body = WorkspaceView)))]
async fn change_workspace(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<ChangeWorkspaceBody>,
) -> Result<Response, Problem> {
    let mut fields = Fields::default();
    let ChangeWorkspaceBody { name, active, features } = body.value;
    let name = fields.name_if("/name", name.as_deref());
    let features = features.into_iter().filter_map(|(key, on)| {
        let pointer = format!("/features/{key}");
        Some((fields.take(&pointer, "key", FeatureKey::parse(&key))?, on))
    });
    let features = features.collect();
    fields.all_right()?;
    let ask = ChangeWorkspace {
        organization: inside.organization,
        workspace: ids.get("ws")?,
        change: WorkspaceChange { name, active, features },
        seen: if_match.version()?,
    };
    let workspace = perform(&state, inside.caller(), ask).await?;
    Ok(tagged(workspace.version, Json(WorkspaceView::from(&workspace))))
}

/// Delete a workspace in which nothing is any more. Where something is, `holds` says what: `workspaces` below it, `members` with
/// access to it or an offer of it, or `contacts`. What was revoked there can't be undone afterwards.
#[utoipa::path(delete, path = "/organizations/{org}/workspaces/{ws}", tag = "workspaces",
    params(("org" = Uuid, Path), ("ws" = Uuid, Path), IfMatch), responses((status = 204)))]
async fn delete_workspace(State(state): State<AppState>, inside: Inside, ids: Ids, if_match: IfMatch) -> Result<Response, Problem> {
    let ask = DeleteWorkspace { organization: inside.organization, workspace: ids.get("ws")?, seen: if_match.version()? };
    match state.tenure().perform(inside.caller(), ask).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Failure::Refused(refused)) if !refused.holds().is_empty() => {
            Err(tenure_http_base::problem_of(&refused).with("holds", json!(refused.holds().words())))
        }
        Err(failure) => Err(failure.into()),
    }
}
