//! Resources: what members are let to see one by one, such as teams.

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::resource::{Resource, ResourceChange};
use tenure_domain::{KindKey, ResourceId};
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Idempotency, Ids, IfMatch, Inside, ListAsk, Listing, Problem, Query, given, listing_response,
    perform, perform_idempotent, rfc3339, tagged,
};
use tenure_port_store::ResourceFilter;
use tenure_usecases::{ChangeResource, CreateResource, DeleteResource, Failure};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_resources, create_resource)).routes(routes!(
        read_resource,
        change_resource,
        delete_resource
    ))
}

/// A thing of one of the model's resource kinds.
#[derive(Serialize, ToSchema)]
struct ResourceView {
    id: Uuid,
    /// The resource kind's key.
    kind: String,
    name: String,
    /// Whether every member reaches it.
    for_everyone: bool,
    /// The groups that it is in, as far as the caller may know of them.
    groups: Vec<Uuid>,
    created_at: String,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl From<&Resource> for ResourceView {
    fn from(resource: &Resource) -> Self {
        Self {
            id: resource.id.into(),
            kind: resource.kind.to_string(),
            name: resource.name.to_string(),
            for_everyone: resource.for_everyone,
            groups: resource.groups.iter().map(|group| group.uuid()).collect(),
            created_at: rfc3339(resource.created_at),
            version: resource.version,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ResourcesQuery {
    /// Of this resource kind.
    #[serde(default, deserialize_with = "given")]
    kind: Option<String>,
    /// In this group.
    #[serde(default, deserialize_with = "given")]
    group: Option<Uuid>,
    /// Part of a name.
    q: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// List the resources that the caller reaches, or may manage or assign, by name.
#[utoipa::path(get, path = "/organizations/{org}/resources", tag = "resources", params(("org" = Uuid, Path), ResourcesQuery),
    responses((status = 200, body = Listing<ResourceView>)))]
async fn list_resources(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ResourcesQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let mut fields = Fields::default();
    let kind = query.kind.as_deref().map(|key| fields.take("kind", "key", KindKey::parse(key)));
    fields.all_right()?;
    let group = match query.group {
        Some(group) => Some(reader.resource_group(group.into()).await?.id),
        None => None,
    };
    let filter = ResourceFilter { kind: kind.flatten(), q: query.q.clone().filter(|q| !q.trim().is_empty()), group };
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{filter:?}"),
        sort: "name".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.resources(&filter, &ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(|resource| ResourceView::from(&resource)), None))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateResourceBody {
    /// One of the model's resource kinds.
    kind: String,
    name: String,
    /// Whether every member is to reach it, where the kind allows that.
    #[serde(default)]
    for_everyone: bool,
    /// The groups that it is to be in, where the kind has groups.
    #[serde(default)]
    groups: Vec<Uuid>,
}

/// Make a resource.
#[utoipa::path(post, path = "/organizations/{org}/resources", tag = "resources", params(("org" = Uuid, Path), Idempotency),
    request_body = CreateResourceBody, responses((status = 201, body = ResourceView)))]
async fn create_resource(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<CreateResourceBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let name = fields.name("/name", &body.name);
    let kind = fields.take("/kind", "key", KindKey::parse(&body.kind));
    let (Some(name), Some(kind)) = (name, kind) else { return Err(fields.problem()) };
    let groups = body.groups.into_iter().map(Into::into).collect();
    let ask = CreateResource { organization: inside.organization, kind, name, for_everyone: body.for_everyone, groups };
    let render = |resource: &Resource| (StatusCode::CREATED, json!(ResourceView::from(resource)));
    perform_idempotent(&state, inside.caller(), ask, idempotency, hash, render).await
}

/// Read a resource.
#[utoipa::path(get, path = "/organizations/{org}/resources/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200, body = ResourceView)))]
async fn read_resource(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    let resource = inside.reader(&state)?.resource(ids.get("id")?).await?;
    Ok(tagged(resource.version, Json(ResourceView::from(&resource))))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeResourceBody {
    name: Option<String>,
    /// Whether every member is to reach it, where the kind allows that.
    for_everyone: Option<bool>,
    /// The groups that it is to be in, and no others.
    groups: Option<Vec<Uuid>>,
}

/// Rename a resource, make it everybody's or not any more, or put it into groups.
#[utoipa::path(patch, path = "/organizations/{org}/resources/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), IfMatch), request_body = ChangeResourceBody,
    responses((status = 200, body = ResourceView)))]
async fn change_resource(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<ChangeResourceBody>,
) -> Result<Response, Problem> {
    let mut fields = Fields::default();
    let name = fields.name_if("/name", body.value.name.as_deref());
    fields.all_right()?;
    let groups = body.value.groups.map(|groups| groups.into_iter().map(Into::into).collect());
    let ask = ChangeResource {
        organization: inside.organization,
        resource: ids.get("id")?,
        change: ResourceChange { name, for_everyone: body.value.for_everyone, groups },
        seen: if_match.version()?,
    };
    let resource = perform(&state, inside.caller(), ask).await?;
    Ok(tagged(resource.version, Json(ResourceView::from(&resource))))
}

/// Delete a resource. It goes out of every selection; where it is the one that somebody must have, `members` says whose.
#[utoipa::path(delete, path = "/organizations/{org}/resources/{id}", tag = "resources",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), IfMatch), responses((status = 204)))]
async fn delete_resource(State(state): State<AppState>, inside: Inside, ids: Ids, if_match: IfMatch) -> Result<Response, Problem> {
    let resource: ResourceId = ids.get("id")?;
    let ask = DeleteResource { organization: inside.organization, resource, seen: if_match.version()? };
    match state.tenure().perform(inside.caller(), ask).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Failure::Refused(refused)) if !refused.who().is_empty() => {
            let who: Vec<Uuid> = refused.who().iter().map(|member| member.uuid()).collect();
            Err(tenure_http_base::problem_of(&refused).with("members", json!(who)))
        }
        Err(failure) => Err(failure.into()),
    }
}
