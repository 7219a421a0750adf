//! Resources, such as teams: which there are, who is in each, one more, another name, none.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::access::Reason;
use tenure_domain::access_model::engine;
use tenure_domain::membership::Status;
use tenure_domain::resource::{Resource, ResourceChange, ResourceGroup};
use tenure_domain::{KindKey, MemberId, ResourceId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::ResourceFilter;
use tenure_usecases::{AssignResource, ChangeResource, CreateResource, DeleteResource, Reaching, Reader};
use uuid::Uuid;

use super::offer::kind_name;
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::offered::people;
use crate::people::{Choice, Face, MemberLine, PersonChoice};
use crate::respond::{go, page, sent_back};
use crate::words::Words;

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
pub(super) struct ResourceLine {
    pub(super) face: Face,
    pub(super) kind: String,
    pub(super) for_everyone: bool,
    pub(super) version: u64,
}

impl ResourceLine {
    pub(super) fn of(reader: &Reader<'_>, resource: &Resource) -> Self {
        Self {
            face: Face::new(resource.id.into(), resource.name.to_string()),
            kind: kind_name(&reader.organization.model, &resource.kind),
            for_everyone: resource.for_everyone,
            version: resource.version,
        }
    }
}

fn kinds(reader: &Reader<'_>, chosen: &str) -> Vec<Choice> {
    let kinds = reader.organization.model.resource_kinds().iter();
    kinds.map(|kind| Choice::new(&kind.key, kind.name.clone(), kind.key == chosen)).collect()
}

/// What to do to have one more: by its name where there is one kind alone.
fn new_title(reader: &Reader<'_>, words: Words) -> String {
    match reader.organization.model.resource_kinds() {
        [only] => words.with("resource-new-of", words.within(&only.name)),
        _ => words.say("resource-new-title"),
    }
}

pub(super) fn may_manage(reader: &Reader<'_>) -> bool {
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
    new_title: String,
    /// Whether there may be groups of any.
    grouped: bool,
    filtered: bool,
    cleared: String,
    may_manage: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn resources(desk: Desk, Query(query): Query<ResourcesQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let mut fields = Fields::default();
    let kind = said(&query.kind).and_then(|kind| fields.take("kind", "key", KindKey::parse(kind)));
    fields.all_right()?;
    let filter = ResourceFilter { kind, q: said(&query.q).map(str::to_owned), group: None };
    let ask = desk.list(format!("{filter:?}"), "name", None, &query.cursor)?;
    let rows = reader.resources(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    page(&ResourcesPage {
        frame: desk.titled(&reader, Place::Resources, Place::Resources.label(&reader, desk.words())),
        kinds: kinds(&reader, &query.kind),
        lines: rows.items.iter().map(|one| ResourceLine::of(&reader, one)).collect(),
        new_title: new_title(&reader, desk.words()),
        grouped: reader.organization.model.resource_kinds().iter().any(|kind| kind.grouped),
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
    let reader = desk.reader()?;
    page(&new_shown(&desk, &reader, Notice::none(), NewForm::default()).await?)
}

async fn new_shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    let root = reader.place(reader.organization.root).await?;
    reader.must(engine::RESOURCES_MANAGE, &root).await?;
    Ok(NewPage {
        frame: desk.titled(reader, Place::Resources, new_title(reader, desk.words())),
        notice,
        kinds: kinds(reader, &form.kind),
        form,
    })
}

async fn create(desk: Desk, Form(form, once): Form<NewForm>) -> Result<Response, Problem> {
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
    let kind = fields.take("/kind", "key", KindKey::parse(&form.kind));
    let (Some(name), Some(kind)) = (name, kind) else { return Err(fields.problem()) };
    let ask = CreateResource { organization: desk.inside.organization, kind, name, for_everyone: false, groups: [].into() };
    desk.once(once, ask, |resource| desk.address(&format!("/resources/{}?done=resource-created", resource.id))).await
}

#[derive(Clone, Debug, Default, Deserialize)]
struct ResourceQuery {
    #[serde(default)]
    cursor: String,
    /// Looks for somebody to put in.
    #[serde(default)]
    find: String,
}

/// Somebody who reaches it.
struct InLine {
    member: MemberLine,
    /// What they reach it by, where that isn't that they were put in.
    by: Vec<String>,
    /// Whether they were put in, and can be taken out.
    put_in: bool,
    /// Whether nobody else who is active is in.
    alone: bool,
}

impl InLine {
    fn of(member: MemberLine, one: &Reaching, groups: &[ResourceGroup], words: Words) -> Self {
        let because = &one.because;
        let by = |reason: &Reason| match reason {
            Reason::Implied => Some(words.say("resource-by-level")),
            Reason::WholeKind => Some(words.say("resource-by-whole-kind")),
            Reason::ByGroup(id) => {
                let known = groups.iter().find(|group| Some(group.id) == *id);
                Some(
                    known.map_or_else(|| words.say("resource-by-group"), |group| words.with("resource-by-that-group", &group.name)),
                )
            }
            _ => None,
        };
        Self { member, by: because.iter().filter_map(by).collect(), put_in: because.contains(&Reason::Chosen), alone: one.alone }
    }
}

impl InLine {
    /// The key of what taking them out is called.
    const fn takes_out(&self) -> &'static str {
        if self.alone { "resource-take-out-last" } else { "resource-take-out" }
    }
}

#[derive(Template)]
#[template(path = "resource.html")]
struct ResourcePage {
    frame: Frame,
    notice: Notice,
    line: ResourceLine,
    /// The name that was typed, where renaming failed.
    renamed: Option<String>,
    lines: Vec<InLine>,
    /// The groups that it is in, where its kind has any.
    groups: Option<Vec<Choice>>,
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
    page(&shown(&desk, Notice::none(), &query, None).await?)
}

/// The page; with the name that was typed, where renaming failed.
async fn shown(desk: &Desk, notice: Notice, query: &ResourceQuery, renamed: Option<String>) -> Result<ResourcePage, Problem> {
    let reader = desk.reader()?;
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
    let groups = reader.these_resource_groups(&resource.groups).await?;
    let shown = |one: &Reaching| {
        let member = MemberLine::of(desk.words_now(), model, &one.row, &viewer, &nothing);
        InLine::of(member, one, &groups, desk.words())
    };
    // Who has it by a group alone can be put in besides, and stays when the group goes.
    let by_group = |one: &Reaching| one.because.iter().all(|reason| matches!(reason, Reason::ByGroup(_)));
    let is_in = |id: Uuid| members.iter().any(|one| one.row.membership.id.uuid() == id && !by_group(one));
    let is_grouped = model.resource_kind(resource.kind.as_str()).is_some_and(|kind| kind.grouped);
    let offered = if may_assign { people(&reader, &query.find, vec![Status::Active]).await? } else { Vec::new() };
    Ok(ResourcePage {
        frame: desk.titled(&reader, Place::Resources, resource.name.to_string()),
        notice,
        people: offered.into_iter().filter(|one| !is_in(one.face.id)).collect(),
        line: ResourceLine::of(&reader, &resource),
        renamed,
        lines: members.iter().map(shown).collect(),
        groups: is_grouped.then(|| groups.iter().map(|one| Choice::new(one.id, one.name.to_string(), true)).collect()),
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

/// Back to the resource, or the form sent back with what is in the way.
async fn back(desk: Desk, done: Result<String, Problem>, find: String, renamed: Option<String>) -> Result<Response, Problem> {
    match done {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let desk = desk.at_resource();
            let query = ResourceQuery { find, ..ResourceQuery::default() };
            sent_back(&problem, &shown(&desk, desk.notice(&problem), &query, renamed).await?)
        }
        Err(problem) => Err(problem),
    }
}

impl Desk {
    /// The address of the resource that this one is of or below.
    fn resource_address(&self, rest: &str) -> String {
        format!("/resources/{}{rest}", self.ids.text("id"))
    }

    /// As if the resource's own page had been asked for.
    fn at_resource(self) -> Self {
        let address = self.resource_address("");
        self.at(&address)
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

async fn put_in(desk: Desk, Form(form, once): Form<PutInForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        // Looking for somebody is an address of its own.
        return Ok(go(&Link::to(&desk.address(&desk.resource_address(""))).with("find", &form.find).text()));
    }
    let mut fields = Fields::default();
    let member = fields.take("/member", "member_missing", form.member.parse::<MemberId>().map_err(|_| "choose somebody"));
    let done = match member {
        Some(member) => assign(&desk, member, true, &once).await,
        None => Err(fields.problem()),
    };
    back(desk, done, form.find, None).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

async fn take_out(desk: Desk, Form(NothingMore {}, once): Form<NothingMore>) -> Result<Response, Problem> {
    let member: MemberId = desk.ids.get("member")?;
    let done = assign(&desk, member, false, &once).await;
    back(desk, done, String::new(), None).await
}

async fn assign(desk: &Desk, member: MemberId, has: bool, once: &Once) -> Result<String, Problem> {
    let ask = AssignResource { organization: desk.inside.organization, resource: desk.ids.get("id")?, member, has };
    let done = if has { "put-in" } else { "taken-out" };
    desk.once(once, ask, |()| desk.address(&desk.resource_address(&format!("?done={done}")))).await
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenameForm {
    name: String,
    version: u64,
}

async fn rename(desk: Desk, Form(form, once): Form<RenameForm>) -> Result<Response, Problem> {
    let done = renamed(&desk, &form, &once).await;
    back(desk, done, String::new(), Some(form.name)).await
}

async fn renamed(desk: &Desk, form: &RenameForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    fields.all_right()?;
    let change = ResourceChange { name, ..ResourceChange::default() };
    let (organization, resource) = (desk.inside.organization, desk.ids.get("id")?);
    let ask = ChangeResource { organization, resource, change, seen: Some(form.version) };
    desk.once(once, ask, |_| desk.address(&desk.resource_address("?done=renamed"))).await
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
    let reader = desk.reader()?;
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

async fn delete(desk: Desk, Form(form, once): Form<DeleteForm>) -> Result<Response, Problem> {
    let resource: ResourceId = desk.ids.get("id")?;
    let ask = DeleteResource { organization: desk.inside.organization, resource, seen: Some(form.version) };
    match desk.once(&once, ask, |()| desk.address("/resources?done=resource-deleted")).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &deletion_shown(&desk, desk.notice(&problem)).await?),
        Err(problem) => Err(problem),
    }
}
