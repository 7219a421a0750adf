//! Contacts: the list, one more, and who takes care of one. Masked and narrowed for who looks.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::membership::Phone;
use tenure_domain::visibility::mask_contact;
use tenure_domain::{ContactId, EmailAddress, MemberId, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::{ContactFilter, ContactRow, PageAsk};
use tenure_usecases::{AssignContact, CreateContacts, NewContact, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::{Choice, Face, PersonChoice};
use crate::respond::{go, page, sent_back};

/// How many people are offered to take care of a contact.
const OFFERED: usize = 20;
/// How many workspaces a form offers.
const WORKSPACES: u32 = 200;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/contacts", get(contacts))
        .route("/organizations/{org}/contacts/new", get(new_form).post(create))
        .route("/organizations/{org}/contacts/{id}/assignee", get(assignee_form).post(assign))
}

/// A contact as pages show it.
struct ContactLine {
    face: Face,
    email: Option<String>,
    phone: Option<String>,
    /// Whether what is missing is hidden, and not just unknown.
    masked: bool,
    /// Who takes care of it: known by name, or only that somebody does.
    assignee: Option<Face>,
    mine: bool,
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
    workspaces: Vec<Choice>,
    lines: Vec<ContactLine>,
    narrowed: bool,
    filtered: bool,
    cleared: String,
    may_handle: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn contacts(desk: Desk, Query(query): Query<ContactsQuery>) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
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
    let rows = reader.contacts(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    let of = assignee.flatten().filter(|member| *member != reader.membership.id);
    let names = reader.names(&of.map(Uuid::from).into_iter().collect::<Vec<_>>()).await?;
    page(&ContactsPage {
        frame: desk.frame(&reader, Place::Contacts, "contacts-title"),
        of: of.map(|id| face(&desk, &names, id)),
        workspaces: workspaces(&reader, &query.workspace).await?,
        lines: lines(&desk, &reader, rows.items).await?,
        narrowed: reader
            .places
            .iter()
            .any(|place| reader.access.visibility_at(place) != tenure_domain::visibility::Visibility::Everything),
        filtered: !query.q.is_empty() || !query.assignee.is_empty() || !query.workspace.is_empty(),
        cleared: link.without("q").without("assignee").without("workspace").text(),
        may_handle: reader.reach(engine::CONTACTS_HANDLE).is_anywhere(),
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        q: query.q,
        assignee: query.assignee,
    })
}

fn face(desk: &Desk, names: &std::collections::BTreeMap<Uuid, String>, member: MemberId) -> Face {
    let id = member.into();
    Face::new(id, names.get(&id).cloned().unwrap_or_else(|| desk.words().say("journal-somebody")))
}

async fn workspaces(reader: &Reader<'_>, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let page = reader.workspaces(None, None, &PageAsk::first(WORKSPACES)).await?;
    Ok(page.items.iter().map(|one| Choice::new(one.id, one.name.to_string(), one.id.to_string() == chosen)).collect())
}

async fn lines(desk: &Desk, reader: &Reader<'_>, rows: Vec<ContactRow>) -> Result<Vec<ContactLine>, Problem> {
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.assignee).map(Uuid::from).collect();
    let mut names = reader.names(&ids).await?;
    let me = &reader.membership;
    names.insert(me.id.into(), me.profile.display_name(&me.email));
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
}

#[derive(Template)]
#[template(path = "contact_new.html")]
struct NewPage {
    frame: Frame,
    notice: Notice,
    form: NewForm,
    workspaces: Vec<Choice>,
}

async fn new_form(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    page(&new_shown(&desk, &reader, Notice::none(), NewForm::default()).await?)
}

async fn new_shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    reader.must_somewhere(engine::CONTACTS_HANDLE).await?;
    let workspaces = workspaces(reader, &form.workspace).await?;
    Ok(NewPage { frame: desk.frame(reader, Place::Contacts, "contact-new-title"), notice, form, workspaces })
}

async fn create(desk: Desk, Form(form): Form<NewForm>) -> Result<Response, Problem> {
    match created(&desk, &form).await {
        Ok(_) => Ok(go(&desk.address("/contacts?done=contact-created"))),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader().await?;
            sent_back(&problem, &new_shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn created(desk: &Desk, form: &NewForm) -> Result<Vec<ContactId>, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let email = said(&form.email).and_then(|text| fields.email("/email", text));
    let phone = said(&form.phone).and_then(|text| fields.take("/phone", "phone", Phone::parse(text)));
    let workspace = fields.take("/workspace", "id", form.workspace.parse::<WorkspaceId>());
    fields.all_right()?;
    let (Some(name), Some(workspace)) = (name, workspace) else { return Err(fields.problem()) };
    let contacts = vec![NewContact { name, email, phone }];
    desk.perform(CreateContacts { organization: desk.inside.organization, workspace, contacts, assignee: None }).await
}

#[derive(Clone, Debug, Default, Deserialize)]
struct AssigneeQuery {
    #[serde(default)]
    find: String,
}

#[derive(Template)]
#[template(path = "contact_assignee.html")]
struct AssigneePage {
    frame: Frame,
    notice: Notice,
    line: ContactLine,
    people: Vec<PersonChoice>,
    find: String,
}

async fn assignee_form(desk: Desk, Query(query): Query<AssigneeQuery>) -> Result<Response, Problem> {
    page(&assignee_shown(&desk, Notice::none(), query.find).await?)
}

async fn assignee_shown(desk: &Desk, notice: Notice, find: String) -> Result<AssigneePage, Problem> {
    let reader = desk.reader().await?;
    let row = reader.contact(desk.ids.get("id")?).await?;
    let row = row.ok_or_else(|| Problem::not_found("there is no such contact here, or it isn't yours to know of"))?;
    let place = reader.place(row.contact.workspace).await?;
    let assignee = row.assignee;
    let mut people = Vec::new();
    // Oneself first: that is what most people are here for. Whoever sees no members can take a contact, or let it go.
    if reader.access.can(engine::CONTACTS_HANDLE, &place) {
        let me = &reader.membership;
        let face = Face::new(me.id.into(), me.profile.display_name(&me.email));
        people.push(PersonChoice { face, chosen: assignee == Some(me.id) });
    }
    if reader.reach(engine::MEMBERS_VIEW).holds_at(&place) {
        let viewer = reader.own_viewer();
        for one in reader.successors(&place, reader.membership.id, said(&find), OFFERED).await? {
            let masking = tenure_http_base::masking_of(&one.membership, viewer.member, viewer.masking);
            let name = tenure_http_base::display_name(&one.membership, masking);
            let face = Face::new(one.membership.id.into(), name);
            people.push(PersonChoice { face, chosen: assignee == Some(one.membership.id) });
        }
    }
    let line = lines(desk, &reader, vec![row]).await?.pop().ok_or_else(|| Problem::not_found("there is no such contact here"))?;
    Ok(AssigneePage { frame: desk.frame(&reader, Place::Contacts, "assignee-title"), notice, line, people, find })
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssigneeForm {
    /// A member's id; empty for nobody.
    #[serde(default)]
    assignee: String,
    #[serde(default)]
    find: String,
    /// `preview` to look for somebody; else it is carried out.
    #[serde(default)]
    intent: String,
}

async fn assign(desk: Desk, Form(form): Form<AssigneeForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&assignee_shown(&desk, Notice::none(), form.find).await?);
    }
    let mut fields = Fields::default();
    let assignee = said(&form.assignee).and_then(|id| fields.take("/assignee", "id", id.parse::<MemberId>()));
    fields.all_right()?;
    let ask = AssignContact { organization: desk.inside.organization, contact: desk.ids.get("id")?, assignee };
    match desk.perform(ask).await {
        Ok(()) => Ok(go(&desk.address("/contacts?done=assigned"))),
        Err(problem) if is_for_the_form(&problem) => {
            sent_back(&problem, &assignee_shown(&desk, desk.notice(&problem), form.find).await?)
        }
        Err(problem) => Err(problem),
    }
}
