//! Contacts: the list, and one more. Masked and narrowed for who looks.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::membership::Phone;
use tenure_domain::visibility::mask_contact;
use tenure_domain::workspace::Place as Node;
use tenure_domain::{EmailAddress, MemberId, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::{ContactFilter, ContactRow, Page};
use tenure_usecases::{CreateContacts, NewContact, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::offered::{Workspaces, workspaces, workspaces_where};
use crate::people::Face;
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/contacts", get(contacts))
        .route("/organizations/{org}/contacts/new", get(new_form).post(create))
}

/// A contact as pages show it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts that pages show")]
pub(crate) struct ContactLine {
    pub(crate) face: Face,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    /// Whether what is missing is hidden, and not just unknown.
    pub(crate) masked: bool,
    /// Who takes care of it: known by name, or only that somebody does.
    pub(crate) assignee: Option<Face>,
    pub(crate) mine: bool,
    /// Whether the reader may say who takes care of it.
    pub(crate) may_assign: bool,
    /// Whether the reader may delete it.
    pub(crate) may_delete: bool,
}

#[derive(Deserialize)]
struct ContactsQuery {
    #[serde(default)]
    q: String,
    /// `none`, `me`, or a member's id.
    #[serde(default)]
    assignee: String,
    #[serde(default)]
    workspace: String,
    /// Looks for a workspace to filter by.
    #[serde(default)]
    find: String,
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "contacts.html")]
struct ContactsPage {
    frame: Frame,
    q: String,
    assignee: String,
    /// The member whose contacts these are, where one is looked for.
    of: Option<Face>,
    workspaces: Workspaces,
    lines: Vec<ContactLine>,
    narrowed: bool,
    filtered: bool,
    cleared: String,
    may_create: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn contacts(desk: Desk, Query(query): Query<ContactsQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let mut fields = Fields::default();
    let workspace = said(&query.workspace).and_then(|id| fields.take("workspace", "id", id.parse::<WorkspaceId>()));
    let assignee = match query.assignee.as_str() {
        "" => None,
        "none" => Some(None),
        "me" => Some(Some(desk.inside.member()?)),
        id => fields.take("assignee", "id", id.parse::<MemberId>()).map(Some),
    };
    fields.all_right()?;
    let filter = ContactFilter { workspace, assignee, q: said(&query.q).map(str::to_owned) };
    let ask = desk.list(format!("{filter:?}"), "-created", None, &query.cursor)?;
    // Whatever region is asked for.
    reader.must_somewhere(engine::CONTACTS_VIEW).await?;
    let rows = if desk.wants(&["main", "region"]) {
        reader.contacts(&filter, &ask.page).await?
    } else {
        Page { items: Vec::new(), next: None }
    };
    let link = Link::of(&desk.asked.uri);
    let of = assignee.flatten().filter(|member| *member != reader.membership.id);
    let names = reader.names(&of.map(Uuid::from).into_iter().collect::<Vec<_>>()).await?;
    page(&ContactsPage {
        frame: desk.frame(&reader, Place::Contacts, "contacts-title"),
        of: of.map(|id| face(&desk, &names, id)),
        workspaces: workspaces(&reader, &query.workspace, &query.find).await?,
        lines: lines(&desk, &reader, rows.items).await?,
        narrowed: reader
            .places
            .iter()
            .any(|place| reader.access.visibility_at(place) != tenure_domain::visibility::Visibility::Everything),
        filtered: !query.q.is_empty() || !query.assignee.is_empty() || !query.workspace.is_empty(),
        cleared: link.without("q").without("assignee").without("workspace").text(),
        may_create: reader.reach(engine::CONTACTS_HANDLE).is_anywhere(),
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        q: query.q,
        assignee: query.assignee,
    })
}

pub(crate) fn face(desk: &Desk, names: &BTreeMap<Uuid, String>, member: MemberId) -> Face {
    let id = member.into();
    Face::new(id, names.get(&id).cloned().unwrap_or_else(|| desk.words().say("journal-somebody")))
}

pub(crate) async fn lines(desk: &Desk, reader: &Reader<'_>, rows: Vec<ContactRow>) -> Result<Vec<ContactLine>, Problem> {
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.assignee).map(Uuid::from).collect();
    let mut names = reader.names(&ids).await?;
    let me = &reader.membership;
    names.insert(me.id.into(), me.profile.display_name(&me.email));
    let at: BTreeSet<WorkspaceId> = rows.iter().map(|row| row.contact.workspace).collect();
    let places = reader.known_places(&at.into_iter().collect::<Vec<_>>()).await?;
    let may = |right| -> Vec<WorkspaceId> {
        places.iter().filter(|place| reader.access.can(right, place)).map(Node::workspace).collect()
    };
    let (handled, deleted) = (may(engine::CONTACTS_HANDLE), may(engine::CONTACTS_DELETE));
    let line = |row: ContactRow| {
        let ContactRow { contact, assignee, masking } = row;
        let email = contact.email.as_ref().map(EmailAddress::as_str);
        let seen = mask_contact(contact.id, contact.name.as_str(), email, contact.phone.as_ref().map(Phone::as_str), masking);
        ContactLine {
            face: Face::new(contact.id.into(), seen.name),
            email: seen.email,
            phone: seen.phone,
            masked: masking.hides_addresses(),
            assignee: assignee.map(|member| face(desk, &names, member)),
            mine: assignee == Some(me.id),
            may_assign: handled.contains(&contact.workspace),
            may_delete: deleted.contains(&contact.workspace),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    workspace: String,
    /// Looks for a workspace.
    #[serde(default)]
    find: String,
    /// `preview` to look for a workspace; else it is carried out.
    #[serde(default)]
    intent: String,
}

#[derive(Template)]
#[template(path = "contact_new.html")]
struct NewPage {
    frame: Frame,
    notice: Notice,
    form: NewForm,
    workspaces: Workspaces,
}

#[derive(Deserialize)]
struct NewQuery {
    #[serde(default)]
    find: String,
}

async fn new_form(desk: Desk, Query(query): Query<NewQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    page(&new_shown(&desk, &reader, Notice::none(), NewForm { find: query.find, ..NewForm::default() }).await?)
}

async fn new_shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    reader.must_somewhere(engine::CONTACTS_HANDLE).await?;
    let handles = |place: &Node| reader.access.can(engine::CONTACTS_HANDLE, place);
    let workspaces = workspaces_where(reader, &form.workspace, &form.find, handles).await?;
    Ok(NewPage { frame: desk.frame(reader, Place::Contacts, "contact-new-title"), notice, form, workspaces })
}

async fn create(desk: Desk, Form(form, once): Form<NewForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        let reader = desk.reader()?;
        return page(&new_shown(&desk, &reader, Notice::none(), form).await?);
    }
    match created(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader()?;
            sent_back(&problem, &new_shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn created(desk: &Desk, form: &NewForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let email = said(&form.email).and_then(|text| fields.email("/email", text));
    let phone = said(&form.phone).and_then(|text| fields.take("/phone", "phone", Phone::parse(text)));
    let workspace = fields.take("/workspace", "id", form.workspace.parse::<WorkspaceId>());
    fields.all_right()?;
    let (Some(name), Some(workspace)) = (name, workspace) else { return Err(fields.problem()) };
    let contacts = vec![NewContact { name, email, phone }];
    let ask = CreateContacts { organization: desk.inside.organization, workspace, contacts, assignee: None };
    desk.once(once, ask, |_| desk.address("/contacts?done=contact-created")).await
}
