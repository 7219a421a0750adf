//! Contacts: create, list, one of them, and who takes care of it. Masked and narrowed for who asks.

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::membership::Phone;
use tenure_domain::visibility::mask_contact;
use tenure_domain::{ContactId, MemberId};
use tenure_http_base::{
    AppState, Body, Cursors, Idempotency, Ids, Inside, ListAsk, Listing, Problem, Query, given, listing_response, perform,
    perform_idempotent, rfc3339,
};
use tenure_port_store::{ContactFilter, ContactRow};
use tenure_usecases::{AssignContact, CreateContacts, DeleteContact, NewContact};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_contacts, create_contacts))
        .routes(routes!(read_contact, delete_contact))
        .routes(routes!(assign_contact))
}

/// A contact, as far as the viewer may see it.
#[derive(Serialize, ToSchema)]
struct ContactView {
    id: Uuid,
    workspace: Uuid,
    /// A pseudonym where the name is hidden.
    name: String,
    /// Whether the name stands in for a hidden one.
    name_hidden: bool,
    /// Null where it is hidden, or unknown.
    email: Option<String>,
    /// Null where it is hidden, or unknown.
    phone: Option<String>,
    assignee: Option<Uuid>,
    created_at: String,
}

impl From<ContactRow> for ContactView {
    fn from(row: ContactRow) -> Self {
        let contact = row.contact;
        let email = contact.email.as_ref().map(tenure_domain::EmailAddress::as_str);
        let phone = contact.phone.as_ref().map(Phone::as_str);
        let seen = mask_contact(contact.id, contact.name.as_str(), email, phone, row.masking);
        Self {
            id: contact.id.into(),
            workspace: contact.workspace.into(),
            name: seen.name,
            name_hidden: seen.name_hidden,
            email: seen.email,
            phone: seen.phone,
            assignee: row.assignee.map(Into::into),
            created_at: rfc3339(contact.created_at),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ContactsQuery {
    /// A member's id, `me`, or `none` for those that nobody takes care of.
    #[serde(default, deserialize_with = "given")]
    assignee: Option<String>,
    /// Of this workspace.
    #[serde(default, deserialize_with = "given")]
    workspace: Option<Uuid>,
    /// Part of a name, an e-mail address or a phone number, as far as the caller sees them.
    q: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

#[expect(clippy::option_option, reason = "no filter, nobody's, or somebody's")]
fn assignee(text: Option<&str>, inside: &Inside) -> Result<Option<Option<MemberId>>, Problem> {
    match text {
        None => Ok(None),
        Some("none") => Ok(Some(None)),
        Some("me") => Ok(Some(Some(inside.member()?))),
        Some(id) => {
            let mut fields = Fields::default();
            let Some(id) = fields.take("assignee", "id", id.parse::<MemberId>()) else { return Err(fields.problem()) };
            Ok(Some(Some(id)))
        }
    }
}

/// List the contacts that the caller sees, newest first.
#[utoipa::path(get, path = "/organizations/{org}/contacts", tag = "contacts", params(("org" = Uuid, Path), ContactsQuery),
    responses((status = 200, body = Listing<ContactView>)))]
async fn list_contacts(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ContactsQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let filter = ContactFilter {
        workspace: query.workspace.map(Into::into),
        assignee: assignee(query.assignee.as_deref(), &inside)?,
        q: query.q.clone().filter(|q| !q.trim().is_empty()),
    };
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{filter:?}"),
        sort: "-created".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.contacts(&filter, &ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(ContactView::from), None))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewContactBody {
    name: String,
    email: Option<String>,
    /// In international form, such as +49 30 1234567.
    phone: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateContactsBody {
    /// Where.
    workspace: Uuid,
    /// Who takes care of them.
    assignee: Option<Uuid>,
    /// Many at once, up to 1,000; or else the fields of one below.
    contacts: Option<Vec<NewContactBody>>,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

fn new_contact(body: &NewContactBody, at: &str, fields: &mut Fields) -> Option<NewContact> {
    let name = fields.name(&format!("{at}/name"), &body.name);
    let email = body.email.as_deref().map(|text| fields.email(&format!("{at}/email"), text));
    let phone = body.phone.as_deref().map(|text| fields.take(&format!("{at}/phone"), "phone", Phone::parse(text)));
    Some(NewContact { name: name?, email: email.flatten(), phone: phone.flatten() })
}

/// What was made.
#[derive(Serialize, ToSchema)]
struct CreatedContactsView {
    /// In the order they were given.
    contacts: Vec<Uuid>,
}

/// Make one contact, or up to a thousand.
#[utoipa::path(post, path = "/organizations/{org}/contacts", tag = "contacts", params(("org" = Uuid, Path), Idempotency),
    request_body = CreateContactsBody, responses((status = 201, body = CreatedContactsView)))]
async fn create_contacts(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<CreateContactsBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let contacts: Vec<NewContact> = match (body.contacts, body.name) {
        (Some(many), None) if body.email.is_none() && body.phone.is_none() => {
            many.iter().enumerate().filter_map(|(at, one)| new_contact(one, &format!("/contacts/{at}"), &mut fields)).collect()
        }
        (None, Some(name)) => {
            let one = NewContactBody { name, email: body.email, phone: body.phone };
            new_contact(&one, "", &mut fields).into_iter().collect()
        }
        _ => {
            return Err(Problem::invalid("give the fields of one contact, or `contacts` for many").with_field(
                "/name",
                "missing_field",
                "name the contact",
            ));
        }
    };
    fields.all_right()?;
    let ask = CreateContacts {
        organization: inside.organization,
        workspace: body.workspace.into(),
        contacts,
        assignee: body.assignee.map(Into::into),
    };
    let render = |ids: &Vec<ContactId>| {
        (StatusCode::CREATED, json!(CreatedContactsView { contacts: ids.iter().map(|id| id.uuid()).collect() }))
    };
    perform_idempotent(&state, inside.caller(), ask, idempotency, hash, render).await
}

async fn shown(state: &AppState, inside: &Inside, id: ContactId) -> Result<Option<ContactView>, Problem> {
    Ok(inside.reader(state)?.contact(id).await?.map(ContactView::from))
}

/// Read a contact.
#[utoipa::path(get, path = "/organizations/{org}/contacts/{id}", tag = "contacts",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200, body = ContactView)))]
async fn read_contact(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Json<ContactView>, Problem> {
    let view = shown(&state, &inside, ids.get("id")?).await?;
    view.map(Json).ok_or_else(|| Problem::not_found("there is no such contact here, or it isn't yours to know of"))
}

/// Delete a contact, with all that is known of it. It takes `contacts.delete` where it is served.
#[utoipa::path(delete, path = "/organizations/{org}/contacts/{id}", tag = "contacts",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 204)))]
async fn delete_contact(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<StatusCode, Problem> {
    let ask = DeleteContact { organization: inside.organization, contact: ids.get("id")? };
    perform(&state, inside.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssigneeBody {
    /// Who takes care of it from now on, or null for nobody.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    member: Option<Uuid>,
}

/// Assign a contact to a member, or to nobody. Answers with the contact, unless the caller doesn't see it any more.
#[utoipa::path(put, path = "/organizations/{org}/contacts/{id}/assignee", tag = "contacts",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), request_body = AssigneeBody,
    responses((status = 200, body = ContactView), (status = 204)))]
async fn assign_contact(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    body: Body<AssigneeBody>,
) -> Result<Response, Problem> {
    let contact: ContactId = ids.get("id")?;
    let assignee = body.value.member.map(Into::into);
    let ask = AssignContact { organization: inside.organization, contact, assignee, seen: None };
    perform(&state, inside.caller(), ask).await?;
    Ok(match shown(&state, &inside, contact).await? {
        Some(view) => Json(view).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}
