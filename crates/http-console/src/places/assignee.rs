//! Who takes care of a contact: whoever does stays, unless somebody else is chosen, or nobody.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::MemberId;
use tenure_domain::access_model::engine;
use tenure_domain::workspace::Place as Node;
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_usecases::{AssignContact, Reader, SeenWith};
use uuid::Uuid;

use super::contacts::{ContactLine, face, lines};
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::PEOPLE;
use crate::people::{Face, PersonChoice};
use crate::respond::{go, page, sent_back};

/// What the form calls nobody: a word of its own, for a field that came empty means nothing.
const NOBODY: &str = "none";

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/contacts/{id}/assignee", get(form).post(assign))
}

#[derive(Template)]
#[template(path = "contact_assignee.html")]
struct AssigneePage {
    frame: Frame,
    notice: Notice,
    line: ContactLine,
    people: Vec<PersonChoice>,
    /// Whether nobody is chosen.
    nobody: bool,
    /// Whom the contact is with, as the form takes it: what it was decided on.
    seen: String,
    find: String,
    /// The list that one came from.
    list: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct AssigneeQuery {
    #[serde(default)]
    find: String,
    #[serde(default)]
    from: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssigneeForm {
    /// A member's id, or `none`.
    #[serde(default)]
    assignee: String,
    /// The same for whom the contact was with when the form was read.
    #[serde(default)]
    seen: String,
    /// Looks for somebody.
    #[serde(default)]
    find: String,
    /// The list that one came from.
    #[serde(default)]
    from: String,
    /// `preview` to look for somebody; else it is carried out.
    #[serde(default)]
    intent: String,
}

async fn form(desk: Desk, Query(query): Query<AssigneeQuery>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), &AssigneeForm { find: query.find, from: query.from, ..AssigneeForm::default() }).await?)
}

fn written(assignee: Option<MemberId>) -> String {
    assignee.map_or_else(|| NOBODY.to_owned(), |member| member.to_string())
}

async fn shown(desk: &Desk, notice: Notice, form: &AssigneeForm) -> Result<AssigneePage, Problem> {
    let reader = desk.reader()?;
    let row = reader.contact(desk.ids.get("id")?).await?;
    let row = row.ok_or_else(|| Problem::not_found("there is no such contact here, or it isn't yours to know of"))?;
    let place = reader.place(row.contact.workspace).await?;
    let seen = written(row.assignee);
    let chosen = said(&form.assignee).unwrap_or(&seen);
    let mut people = people(&reader, &place, &form.find).await?;
    for one in &mut people {
        one.chosen = one.face.id.to_string() == chosen;
    }
    // Whoever was chosen, or has it now, is there to be left as it is, whether or not the reader could find them.
    if let (false, Ok(id)) = (people.iter().any(|one| one.chosen), chosen.parse::<MemberId>()) {
        let names = reader.names(&[Uuid::from(id)]).await?;
        people.insert(0, PersonChoice { face: face(desk, &names, id), chosen: true });
    }
    let nobody = chosen == NOBODY;
    let line = lines(desk, &reader, vec![row]).await?.pop().ok_or_else(|| Problem::not_found("there is no such contact here"))?;
    let frame = desk.frame(&reader, Place::Contacts, "assignee-title");
    let list = desk.list_from("/contacts", &form.from).text();
    Ok(AssigneePage { frame, notice, line, people, nobody, seen, find: form.find.clone(), list })
}

/// Who could take care of a contact there, as far as the reader may see who is here.
async fn people(reader: &Reader<'_>, place: &Node, find: &str) -> Result<Vec<PersonChoice>, Problem> {
    let mut people = Vec::new();
    // Oneself first: that is what most people are here for. Whoever sees no members can take a contact, or let it go.
    if reader.access.can(engine::CONTACTS_HANDLE, place) {
        let me = &reader.membership;
        people.push(PersonChoice { face: Face::new(me.id.into(), me.profile.display_name(&me.email)), chosen: false });
    }
    if reader.reach(engine::MEMBERS_VIEW).holds_at(place) {
        let viewer = reader.own_viewer();
        for one in reader.successors(std::slice::from_ref(place), reader.membership.id, said(find), PEOPLE.into()).await? {
            let masking = masking_of(&one.membership, viewer.member, viewer.masking);
            let face = Face::new(one.membership.id.into(), display_name(&one.membership, masking));
            people.push(PersonChoice { face, chosen: false });
        }
    }
    Ok(people)
}

async fn assign(desk: Desk, Form(form, once): Form<AssigneeForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&shown(&desk, Notice::none(), &form).await?);
    }
    match assigned(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &shown(&desk, desk.notice(&problem), &form).await?),
        Err(problem) => Err(problem),
    }
}

async fn assigned(desk: &Desk, form: &AssigneeForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let mut member = |text: &str| match text {
        NOBODY => Some(None),
        "" => fields.take("/member", "assignee_missing", Err("choose somebody, or nobody")),
        id => fields.take("/member", "id", id.parse::<MemberId>().map(Some)),
    };
    let assignee = member(&form.assignee);
    let seen = said(&form.seen).and_then(&mut member).map(SeenWith);
    fields.all_right()?;
    let Some(assignee) = assignee else { return Err(fields.problem()) };
    let ask = AssignContact { organization: desk.inside.organization, contact: desk.ids.get("id")?, assignee, seen };
    desk.once(once, ask, |()| desk.back_to("/contacts", &form.from, "assigned")).await
}
