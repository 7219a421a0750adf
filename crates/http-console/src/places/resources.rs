//! Resources, such as teams: which there are, who is in each, one more, another name, none.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::membership::Status;
use tenure_domain::resource::{Resource, ResourceChange};
use tenure_domain::{KindKey, MemberId, ResourceId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::{MemberFilter, MemberSort, PageAsk, ResourceFilter};
use tenure_usecases::{AssignResource, ChangeResource, CreateResource, DeleteResource, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::{Choice, Face, MemberLine, PersonChoice};
use crate::respond::{go, page, sent_back};

/// How many people are offered to be put in.
const OFFERED: u32 = 20;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/resources", get(resources))
        .route("/organizations/{org}/resources/new", get(new_form).post(create))
        .route("/organizations/{org}/resources/{id}", get(resource).post(rename))
        .route("/organizations/{org}/resources/{id}/deletion", get(deletion_form).post(delete))
        .route("/organizations/{org}/resources/{id}/members", post(put_in))
        .route("/organizations/{org}/resources/{id}/members/{member}/removal", post(take_out))
}

/// A resource as pages show it.
struct ResourceLine {
    face: Face,
    kind: String,
    for_everyone: bool,
    version: u64,
}

impl ResourceLine {
    fn of(reader: &Reader<'_>, resource: &Resource) -> Self {
        Self {
            face: Face::new(resource.id.into(), resource.name.to_string()),
            kind: kind_name(reader, &resource.kind),
            for_everyone: resource.for_everyone,
            version: resource.version,
        }
    }
}

fn kind_name(reader: &Reader<'_>, key: &KindKey) -> String {
    let kinds = reader.organization.model.resource_kinds();
    kinds.iter().find(|kind| kind.key == key.as_str()).map_or_else(|| key.to_string(), |kind| kind.name.clone())
}

fn kinds(reader: &Reader<'_>, chosen: &str) -> Vec<Choice> {
    let kinds = reader.organization.model.resource_kinds().iter();
    kinds.map(|kind| Choice::new(&kind.key, kind.name.clone(), kind.key == chosen)).collect()
}

fn may_manage(reader: &Reader<'_>) -> bool {
    reader.reach(engine::RESOURCES_MANAGE).is_everywhere(reader.organization.root)
}

#[derive(Deserialize)]
struct ResourcesQuery {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "resources.html")]
struct ResourcesPage {
    frame: Frame,
    q: String,
    kinds: Vec<Choice>,
    lines: Vec<ResourceLine>,
    filtered: bool,
    cleared: String,
    may_manage: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn resources(desk: Desk, Query(query): Query<ResourcesQuery>) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    let mut fields = Fields::default();
    let kind = said(&query.kind).and_then(|kind| fields.take("kind", "key", KindKey::parse(kind)));
    fields.all_right()?;
    let filter = ResourceFilter { kind, q: said(&query.q).map(str::to_owned) };
    let ask = desk.list(format!("{filter:?}"), "name", None, &query.cursor)?;
    let rows = reader.resources(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    page(&ResourcesPage {
        frame: desk.titled(&reader, Place::Resources, Place::Resources.label(&reader, desk.words())),
        kinds: kinds(&reader, &query.kind),
        lines: rows.items.iter().map(|one| ResourceLine::of(&reader, one)).collect(),
        filtered: !query.q.is_empty() || !query.kind.is_empty(),
        cleared: link.without("q").without("kind").text(),
        may_manage: may_manage(&reader),
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        q: query.q,
    })
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
}

#[derive(Template)]
#[template(path = "resource_new.html")]
struct NewPage {
    frame: Frame,
    notice: Notice,
    form: NewForm,
    kinds: Vec<Choice>,
}

async fn new_form(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    page(&new_shown(&desk, &reader, Notice::none(), NewForm::default()).await?)
}

async fn new_shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    let root = reader.place(reader.organization.root).await?;
    reader.must(engine::RESOURCES_MANAGE, &root).await?;
    Ok(NewPage {
        frame: desk.frame(reader, Place::Resources, "resource-new-title"),
        notice,
        kinds: kinds(reader, &form.kind),
        form,
    })
}

async fn create(desk: Desk, Form(form): Form<NewForm>) -> Result<Response, Problem> {
    match created(&desk, &form).await {
        Ok(resource) => Ok(go(&desk.address(&format!("/resources/{}?done=resource-created", resource.id)))),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader().await?;
            sent_back(&problem, &new_shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn created(desk: &Desk, form: &NewForm) -> Result<Resource, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let kind = fields.take("/kind", "key", KindKey::parse(&form.kind));
    let (Some(name), Some(kind)) = (name, kind) else { return Err(fields.problem()) };
    desk.perform(CreateResource { organization: desk.inside.organization, kind, name, for_everyone: false }).await
}

#[derive(Clone, Debug, Default, Deserialize)]
struct ResourceQuery {
    #[serde(default)]
    cursor: String,
    /// Looks for somebody to put in.
    #[serde(default)]
    find: String,
}

#[derive(Template)]
#[template(path = "resource.html")]
struct ResourcePage {
    frame: Frame,
    notice: Notice,
    line: ResourceLine,
    lines: Vec<MemberLine>,
    people: Vec<PersonChoice>,
    find: String,
    /// Whether who is in it is decided here, and by the reader.
    may_assign: bool,
    may_manage: bool,
    may_delete: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn resource(desk: Desk, Query(query): Query<ResourceQuery>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), &query).await?)
}

async fn shown(desk: &Desk, notice: Notice, query: &ResourceQuery) -> Result<ResourcePage, Problem> {
    let reader = desk.reader().await?;
    let resource = reader.resource(desk.ids.get("id")?).await?;
    let ask = desk.list(String::new(), "name", None, &query.cursor)?;
    let sees_members = reader.reach(engine::MEMBERS_VIEW).is_anywhere();
    let rows = if sees_members { Some(reader.resource_members(resource.id, &ask.page).await?) } else { None };
    let (members, after) = rows.map_or_else(Default::default, |rows| (rows.items, rows.next));
    let link = Link::of(&desk.asked.uri).without("find");
    let may_assign = sees_members && may_assign(&reader, &resource);
    let viewer = reader.own_viewer();
    let model = &reader.organization.model;
    let nothing = std::collections::BTreeSet::new();
    let shown = |row| MemberLine::of(desk.words_now(), model, row, &viewer, &nothing);
    let is_in = |id: Uuid| members.iter().any(|row| row.membership.id.uuid() == id);
    let offered = if may_assign { people(&reader, &query.find).await? } else { Vec::new() };
    Ok(ResourcePage {
        frame: desk.titled(&reader, Place::Resources, resource.name.to_string()),
        notice,
        people: offered.into_iter().filter(|one| !is_in(one.face.id)).collect(),
        line: ResourceLine::of(&reader, &resource),
        lines: members.iter().map(shown).collect(),
        find: query.find.clone(),
        may_assign,
        may_manage: may_manage(&reader),
        may_delete: may_delete(&reader, &resource),
        first: said(&query.cursor).map(|_| link.text()),
        next: after.map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, &position)).text()),
    })
}

fn may_delete(reader: &Reader<'_>, resource: &Resource) -> bool {
    let model = &reader.organization.model;
    let kind = model.resource_kinds().iter().find(|kind| kind.key == resource.kind.as_str());
    let further = kind.and_then(|kind| kind.delete.as_deref()).map(|right| model.permission(right));
    let has = |right| reader.reach(right).is_everywhere(reader.organization.root);
    may_manage(reader) && further.is_none_or(|right| right.is_some_and(has))
}

fn may_assign(reader: &Reader<'_>, resource: &Resource) -> bool {
    let model = &reader.organization.model;
    let kind = model.resource_kinds().iter().find(|kind| kind.key == resource.kind.as_str());
    let right = kind.and_then(|kind| model.permission(&kind.assign_permission()));
    let from_here = kind.is_some_and(|kind| kind.assigned_from != tenure_domain::access_model::AssignedFrom::Member);
    from_here && !resource.for_everyone && right.is_some_and(|right| reader.reach(right).is_anywhere())
}

async fn people(reader: &Reader<'_>, find: &str) -> Result<Vec<PersonChoice>, Problem> {
    let filter = MemberFilter { q: said(find).map(str::to_owned), statuses: vec![Status::Active], ..MemberFilter::default() };
    let rows = reader.members(&filter, MemberSort::Name, &PageAsk::first(OFFERED)).await?;
    let viewer = reader.own_viewer();
    let choice = |row: &tenure_port_store::MemberRow| {
        let masking = tenure_http_base::masking_of(&row.membership, viewer.member, viewer.masking);
        let name = tenure_http_base::display_name(&row.membership, masking);
        PersonChoice { face: Face::new(row.membership.id.into(), name), chosen: false }
    };
    Ok(rows.items.iter().map(choice).collect())
}

/// Back to the resource, or the form sent back with what is in the way.
async fn back(desk: &Desk, done: Result<&str, Problem>, find: &str) -> Result<Response, Problem> {
    match done {
        Ok(word) => Ok(go(&desk.address(&format!("/resources/{}?done={word}", desk.ids.text("id"))))),
        Err(problem) if is_for_the_form(&problem) => {
            let query = ResourceQuery { find: find.to_owned(), ..ResourceQuery::default() };
            sent_back(&problem, &shown(desk, desk.notice(&problem), &query).await?)
        }
        Err(problem) => Err(problem),
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutInForm {
    #[serde(default)]
    member: String,
    #[serde(default)]
    find: String,
    /// `preview` to look for somebody; else they are put in.
    #[serde(default)]
    intent: String,
}

async fn put_in(desk: Desk, Form(form): Form<PutInForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&shown(&desk, Notice::none(), &ResourceQuery { find: form.find, ..ResourceQuery::default() }).await?);
    }
    let mut fields = Fields::default();
    let member = fields.take("/member", "successor_missing", form.member.parse::<MemberId>().map_err(|_| "choose somebody"));
    let done = match member {
        Some(member) => assign(&desk, member, true).await.map(|()| "put-in"),
        None => Err(fields.problem()),
    };
    back(&desk, done, &form.find).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

async fn take_out(desk: Desk, Form(NothingMore {}): Form<NothingMore>) -> Result<Response, Problem> {
    let member: MemberId = desk.ids.get("member")?;
    let done = assign(&desk, member, false).await.map(|()| "taken-out");
    back(&desk, done, "").await
}

async fn assign(desk: &Desk, member: MemberId, has: bool) -> Result<(), Problem> {
    let ask = AssignResource { organization: desk.inside.organization, resource: desk.ids.get("id")?, member, has };
    desk.perform(ask).await?;
    Ok(())
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenameForm {
    name: String,
    version: u64,
}

async fn rename(desk: Desk, Form(form): Form<RenameForm>) -> Result<Response, Problem> {
    let done = renamed(&desk, &form).await.map(|_| "renamed");
    back(&desk, done, "").await
}

async fn renamed(desk: &Desk, form: &RenameForm) -> Result<Resource, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    fields.all_right()?;
    let change = ResourceChange { name, for_everyone: None };
    let (organization, resource) = (desk.inside.organization, desk.ids.get("id")?);
    desk.perform(ChangeResource { organization, resource, change, seen: Some(form.version) }).await
}

#[derive(Template)]
#[template(path = "resource_deletion.html")]
struct DeletionPage {
    frame: Frame,
    notice: Notice,
    line: ResourceLine,
}

async fn deletion_form(desk: Desk) -> Result<Response, Problem> {
    page(&deletion_shown(&desk, Notice::none()).await?)
}

async fn deletion_shown(desk: &Desk, notice: Notice) -> Result<DeletionPage, Problem> {
    let reader = desk.reader().await?;
    let resource = reader.resource(desk.ids.get("id")?).await?;
    let root = reader.place(reader.organization.root).await?;
    reader.must(engine::RESOURCES_MANAGE, &root).await?;
    let frame = desk.frame(&reader, Place::Resources, "resource-delete-title");
    Ok(DeletionPage { frame, notice, line: ResourceLine::of(&reader, &resource) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeleteForm {
    version: u64,
}

async fn delete(desk: Desk, Form(form): Form<DeleteForm>) -> Result<Response, Problem> {
    let resource: ResourceId = desk.ids.get("id")?;
    match desk.perform(DeleteResource { organization: desk.inside.organization, resource, seen: Some(form.version) }).await {
        Ok(()) => Ok(go(&desk.address("/resources?done=resource-deleted"))),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &deletion_shown(&desk, desk.notice(&problem)).await?),
        Err(problem) => Err(problem),
    }
}
