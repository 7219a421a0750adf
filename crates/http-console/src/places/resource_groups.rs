//! Groups of resources: which there are, one more, what is in one, another name, none; and which of them a resource is in.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::resource::{ResourceChange, ResourceGroup};
use tenure_domain::{KindKey, ResourceGroupId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::{GroupFilter, PageAsk, ResourceFilter};
use tenure_usecases::{ChangeResource, CreateResourceGroup, DeleteResourceGroup, Reader, RenameResourceGroup};

use super::offer::kind_name;
use super::resources::{ResourceLine, may_manage};
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::Choice;
use crate::respond::{go, page, sent_back};

/// How many groups are offered at once besides those that the resource is in: others are looked for.
const OFFERED: u32 = 50;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/resource-groups", get(groups))
        .route("/organizations/{org}/resource-groups/new", get(new_form).post(create))
        .route("/organizations/{org}/resource-groups/{id}", get(group).post(rename))
        .route("/organizations/{org}/resource-groups/{id}/deletion", get(deletion_form).post(delete))
        .route("/organizations/{org}/resources/{id}/groups", get(choosing).post(choose))
}

/// A group as pages show it.
struct GroupLine {
    id: ResourceGroupId,
    name: String,
    kind: String,
    version: u64,
}

impl GroupLine {
    fn of(reader: &Reader<'_>, group: &ResourceGroup) -> Self {
        let kind = kind_name(&reader.organization.model, &group.kind);
        Self { id: group.id, name: group.name.to_string(), kind, version: group.version }
    }
}

/// The kinds that may be in groups.
fn kinds(reader: &Reader<'_>, chosen: &str) -> Vec<Choice> {
    let grouped = reader.organization.model.resource_kinds().iter().filter(|kind| kind.grouped);
    grouped.map(|kind| Choice::new(&kind.key, kind.name.clone(), kind.key == chosen)).collect()
}

/// Refused to who doesn't manage resources.
async fn manages(reader: &Reader<'_>) -> Result<(), Problem> {
    let root = reader.place(reader.organization.root).await?;
    Ok(reader.must(engine::RESOURCES_MANAGE, &root).await?)
}

#[derive(Deserialize)]
struct GroupsQuery {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "resource_groups.html")]
struct GroupsPage {
    frame: Frame,
    q: String,
    kinds: Vec<Choice>,
    lines: Vec<GroupLine>,
    filtered: bool,
    cleared: String,
    may_manage: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn groups(desk: Desk, Query(query): Query<GroupsQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let mut fields = Fields::default();
    let kind = said(&query.kind).and_then(|kind| fields.take("kind", "key", KindKey::parse(kind)));
    fields.all_right()?;
    let filter = GroupFilter { kind, q: said(&query.q).map(str::to_owned) };
    let ask = desk.list(format!("{filter:?}"), "name", None, &query.cursor)?;
    let rows = reader.resource_groups(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    page(&GroupsPage {
        frame: desk.frame(&reader, Place::Resources, "groups-title"),
        kinds: kinds(&reader, &query.kind),
        lines: rows.items.iter().map(|one| GroupLine::of(&reader, one)).collect(),
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
#[template(path = "resource_group_new.html")]
struct NewPage {
    frame: Frame,
    notice: Notice,
    form: NewForm,
    kinds: Vec<Choice>,
}

async fn new_form(desk: Desk) -> Result<Response, Problem> {
    page(&new_shown(&desk, Notice::none(), NewForm::default()).await?)
}

async fn new_shown(desk: &Desk, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    let reader = desk.reader()?;
    manages(&reader).await?;
    let frame = desk.frame(&reader, Place::Resources, "group-new-title");
    Ok(NewPage { frame, notice, kinds: kinds(&reader, &form.kind), form })
}

async fn create(desk: Desk, Form(form, once): Form<NewForm>) -> Result<Response, Problem> {
    match created(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &new_shown(&desk, desk.notice(&problem), form).await?),
        Err(problem) => Err(problem),
    }
}

async fn created(desk: &Desk, form: &NewForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let kind = fields.take("/kind", "key", KindKey::parse(&form.kind));
    let (Some(name), Some(kind)) = (name, kind) else { return Err(fields.problem()) };
    let ask = CreateResourceGroup { organization: desk.inside.organization, kind, name };
    desk.once(once, ask, |group| desk.address(&format!("/resource-groups/{}?done=group-created", group.id))).await
}

#[derive(Clone, Debug, Default, Deserialize)]
struct GroupQuery {
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "resource_group.html")]
struct GroupPage {
    frame: Frame,
    notice: Notice,
    line: GroupLine,
    /// The name that was typed, where renaming failed.
    renamed: Option<String>,
    resources: Vec<ResourceLine>,
    may_manage: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn group(desk: Desk, Query(query): Query<GroupQuery>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), &query, None).await?)
}

/// The page; with the name that was typed, where renaming failed.
async fn shown(desk: &Desk, notice: Notice, query: &GroupQuery, renamed: Option<String>) -> Result<GroupPage, Problem> {
    let reader = desk.reader()?;
    let group = reader.resource_group(desk.ids.get("id")?).await?;
    let ask = desk.list(String::new(), "name", None, &query.cursor)?;
    let rows = reader.resources(&ResourceFilter { group: Some(group.id), ..ResourceFilter::default() }, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    Ok(GroupPage {
        frame: desk.titled(&reader, Place::Resources, group.name.to_string()),
        notice,
        line: GroupLine::of(&reader, &group),
        renamed,
        resources: rows.items.iter().map(|one| ResourceLine::of(&reader, one)).collect(),
        may_manage: may_manage(&reader),
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
    })
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenameForm {
    name: String,
    version: u64,
}

async fn rename(desk: Desk, Form(form, once): Form<RenameForm>) -> Result<Response, Problem> {
    match renamed(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let notice = desk.notice(&problem);
            sent_back(&problem, &shown(&desk, notice, &GroupQuery::default(), Some(form.name)).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn renamed(desk: &Desk, form: &RenameForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let Some(name) = fields.name("/name", &form.name) else { return Err(fields.problem()) };
    let (organization, group) = (desk.inside.organization, desk.ids.get("id")?);
    let ask = RenameResourceGroup { organization, group, name: Some(name), seen: Some(form.version) };
    desk.once(once, ask, |group| desk.address(&format!("/resource-groups/{}?done=renamed", group.id))).await
}

#[derive(Template)]
#[template(path = "resource_group_deletion.html")]
struct DeletionPage {
    frame: Frame,
    notice: Notice,
    line: GroupLine,
}

async fn deletion_form(desk: Desk) -> Result<Response, Problem> {
    page(&deletion_shown(&desk, Notice::none()).await?)
}

async fn deletion_shown(desk: &Desk, notice: Notice) -> Result<DeletionPage, Problem> {
    let reader = desk.reader()?;
    let group = reader.resource_group(desk.ids.get("id")?).await?;
    manages(&reader).await?;
    let frame = desk.frame(&reader, Place::Resources, "resource-delete-title");
    Ok(DeletionPage { frame, notice, line: GroupLine::of(&reader, &group) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeleteForm {
    version: u64,
}

async fn delete(desk: Desk, Form(form, once): Form<DeleteForm>) -> Result<Response, Problem> {
    let group = desk.ids.get("id")?;
    let ask = DeleteResourceGroup { organization: desk.inside.organization, group, seen: Some(form.version) };
    match desk.once(&once, ask, |()| desk.address("/resource-groups?done=group-deleted")).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &deletion_shown(&desk, desk.notice(&problem)).await?),
        Err(problem) => Err(problem),
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChooseForm {
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    find: String,
    /// `preview` to look for others; else these are it.
    #[serde(default)]
    intent: String,
    version: u64,
}

#[derive(Template)]
#[template(path = "resource_in_groups.html")]
struct ChoosingPage {
    frame: Frame,
    notice: Notice,
    line: ResourceLine,
    version: u64,
    groups: Vec<Choice>,
    /// Whether there are others, to be looked for.
    more: bool,
    find: String,
}

async fn choosing(desk: Desk) -> Result<Response, Problem> {
    let resource = desk.reader()?.resource(desk.ids.get("id")?).await?;
    let groups = resource.groups.iter().map(ToString::to_string).collect();
    let form = ChooseForm { groups, find: String::new(), intent: String::new(), version: resource.version };
    page(&choosing_shown(&desk, Notice::none(), form).await?)
}

async fn choosing_shown(desk: &Desk, notice: Notice, form: ChooseForm) -> Result<ChoosingPage, Problem> {
    let reader = desk.reader()?;
    manages(&reader).await?;
    let resource = reader.resource(desk.ids.get("id")?).await?;
    let filter = GroupFilter { kind: Some(resource.kind.clone()), q: said(&form.find).map(str::to_owned) };
    let found = reader.resource_groups(&filter, &PageAsk::first(OFFERED)).await?;
    let ticked: BTreeSet<ResourceGroupId> = form.groups.iter().filter_map(|id| id.parse().ok()).collect();
    // Whatever is ticked has a box of its own, wherever one looks.
    let mut there = reader.these_resource_groups(&ticked).await?;
    there.extend(found.items.into_iter().filter(|one| !ticked.contains(&one.id)));
    Ok(ChoosingPage {
        frame: desk.frame(&reader, Place::Resources, "groups-choose-title"),
        notice,
        line: ResourceLine::of(&reader, &resource),
        version: form.version,
        groups: there.iter().map(|one| Choice::new(one.id, one.name.to_string(), ticked.contains(&one.id))).collect(),
        more: found.next.is_some() || said(&form.find).is_some(),
        find: form.find,
    })
}

async fn choose(desk: Desk, Form(form, once): Form<ChooseForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&choosing_shown(&desk, Notice::none(), form).await?);
    }
    match chosen(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            sent_back(&problem, &choosing_shown(&desk, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn chosen(desk: &Desk, form: &ChooseForm, once: &Once) -> Result<String, Problem> {
    let groups: Result<BTreeSet<ResourceGroupId>, _> = form.groups.iter().map(|id| id.parse()).collect();
    let mut fields = Fields::default();
    let groups = fields.take("/groups", "id", groups.map_err(|_| "choose of those that are offered"));
    let Some(groups) = groups else { return Err(fields.problem()) };
    let change = ResourceChange { groups: Some(groups), ..ResourceChange::default() };
    let (organization, resource) = (desk.inside.organization, desk.ids.get("id")?);
    let ask = ChangeResource { organization, resource, change, seen: Some(form.version) };
    desk.once(once, ask, |one| desk.address(&format!("/resources/{}?done=groups-chosen", one.id))).await
}
