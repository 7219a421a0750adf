//! Groups of resources, which are chosen together: whoever has one reaches whatever is in it at a time.

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::KindKey;
use tenure_domain::resource::ResourceGroup;
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Idempotency, Ids, IfMatch, Inside, ListAsk, Listing, Problem, Query, given, listing_response,
    perform, perform_idempotent, rfc3339, tagged,
};
use tenure_port_store::GroupFilter;
use tenure_usecases::{CreateResourceGroup, DeleteResourceGroup, RenameResourceGroup};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_resource_groups, create_resource_group)).routes(routes!(
        read_resource_group,
        rename_resource_group,
        delete_resource_group
    ))
}

/// A group of resources of one kind. What is in it is listed by `GET /organizations/{org}/resources?group=`.
#[derive(Serialize, ToSchema)]
struct ResourceGroupView {
    id: Uuid,
    /// The resource kind's key.
    kind: String,
    name: String,
    created_at: String,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl From<&ResourceGroup> for ResourceGroupView {
    fn from(group: &ResourceGroup) -> Self {
        Self {
            id: group.id.into(),
            kind: group.kind.to_string(),
            name: group.name.to_string(),
            created_at: rfc3339(group.created_at),
            version: group.version,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ResourceGroupsQuery {
    /// Of this resource kind.
    #[serde(default, deserialize_with = "given")]
    kind: Option<String>,
    /// Part of a name.
    q: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// List the groups of resources that the caller has, or may know of by managing or assigning their kind, by name.
#[utoipa::path(get, path = "/organizations/{org}/resource-groups", tag = "resources",
    params(("org" = Uuid, Path), ResourceGroupsQuery), responses((status = 200, body = Listing<ResourceGroupView>)))]
async fn list_resource_groups(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ResourceGroupsQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let mut fields = Fields::default();
    let kind = query.kind.as_deref().map(|key| fields.take("kind", "key", KindKey::parse(key)));
    fields.all_right()?;
    let filter = GroupFilter { kind: kind.flatten(), q: query.q.clone().filter(|q| !q.trim().is_empty()) };
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{filter:?}"),
        sort: "name".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.resource_groups(&filter, &ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(|group| ResourceGroupView::from(&group)), None))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateResourceGroupBody {
    /// One of the model's resource kinds that have groups.
    kind: String,
    name: String,
}

/// Make a group of resources, with nothing in it. Resources are put into it by their own `groups`.
#[utoipa::path(post, path = "/organizations/{org}/resource-groups", tag = "resources", params(("org" = Uuid, Path), Idempotency),
    request_body = CreateResourceGroupBody, responses((status = 201, body = ResourceGroupView)))]
async fn create_resource_group(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<CreateResourceGroupBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let name = fields.name("/name", &body.name);
    let kind = fields.take("/kind", "key", KindKey::parse(&body.kind));
    let (Some(name), Some(kind)) = (name, kind) else { return Err(fields.problem()) };
    let ask = CreateResourceGroup { organization: inside.organization, kind, name };
    let render = |group: &ResourceGroup| (StatusCode::CREATED, json!(ResourceGroupView::from(group)));
    perform_idempotent(&state, inside.caller(), ask, idempotency, hash, render).await
}

/// Read a group of resources.
#[utoipa::path(get, path = "/organizations/{org}/resource-groups/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200, body = ResourceGroupView)))]
async fn read_resource_group(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    let group = inside.reader(&state)?.resource_group(ids.get("id")?).await?;
    Ok(tagged(group.version, Json(ResourceGroupView::from(&group))))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RenameResourceGroupBody {
    name: Option<String>,
}

/// Rename a group of resources.
#[utoipa::path(patch, path = "/organizations/{org}/resource-groups/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), IfMatch), request_body = RenameResourceGroupBody,
    responses((status = 200, body = ResourceGroupView)))]
async fn rename_resource_group(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<RenameResourceGroupBody>,
) -> Result<Response, Problem> {
    let mut fields = Fields::default();
    let name = fields.name_if("/name", body.value.name.as_deref());
    fields.all_right()?;
    let (organization, group) = (inside.organization, ids.get("id")?);
    let ask = RenameResourceGroup { organization, group, name, seen: if_match.version()? };
    let group = perform(&state, inside.caller(), ask).await?;
    Ok(tagged(group.version, Json(ResourceGroupView::from(&group))))
}

/// Delete a group of resources. It goes out of every selection; what is in it stays.
#[utoipa::path(delete, path = "/organizations/{org}/resource-groups/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), IfMatch), responses((status = 204)))]
async fn delete_resource_group(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
) -> Result<Response, Problem> {
    let (organization, group) = (inside.organization, ids.get("id")?);
    perform(&state, inside.caller(), DeleteResourceGroup { organization, group, seen: if_match.version()? }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
