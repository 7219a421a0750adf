//! The tree of workspaces: what is where, one more, and the settings of each.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::workspace::{Workspace, WorkspaceChange};
use tenure_domain::{FeatureKey, WorkspaceId, WorkspaceKindKey};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::{PageAsk, WorkspaceFilter};
use tenure_usecases::{ChangeWorkspace, CreateWorkspace, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::offered::{OFFERED, Workspaces, workspaces_where};
use crate::people::Choice;
use crate::respond::{go, page, sent_back};

/// How many nodes are seen at a glance.
const FEW: usize = 10;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/workspaces", get(workspaces))
        .route("/organizations/{org}/workspaces/new", get(new_form).post(create))
        .route("/organizations/{org}/workspaces/{ws}", get(change_form).post(change))
}

/// A node as pages show it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts that the page shows")]
struct Node {
    id: Uuid,
    name: String,
    kind: Option<String>,
    active: bool,
    /// How deep it lies below the first one shown: 0 for that one.
    depth: usize,
    /// Whether others below it are shown.
    opens: bool,
    /// How many of those above it have nothing more below them.
    ends: usize,
    /// Whether it is here only to show what those below it belong to.
    context: bool,
    may_change: bool,
    may_create: bool,
    may_invite: bool,
    /// Whether it could lie elsewhere: it is manageable, and so is what is above it.
    may_move: bool,
    may_delete: bool,
}

#[derive(Deserialize)]
struct WorkspacesQuery {
    /// Part of a name.
    #[serde(default)]
    q: String,
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "workspaces.html")]
struct WorkspacesPage {
    frame: Frame,
    q: String,
    /// Whether there are so many that one looks through them.
    searched: bool,
    nodes: Vec<Node>,
    may_create: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn workspaces(desk: Desk, Query(query): Query<WorkspacesQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let ask = desk.list(query.q.clone(), "tree", Some(OFFERED), &query.cursor)?;
    let rows = reader.workspaces(&WorkspaceFilter::named(said(&query.q)), &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    page(&WorkspacesPage {
        frame: desk.frame(&reader, Place::Workspaces, "workspaces-title"),
        searched: rows.items.len() > FEW || said(&query.q).is_some() || said(&query.cursor).is_some(),
        nodes: nodes(&reader, &rows.items).await?,
        may_create: reader.reach(engine::WORKSPACES_MANAGE).is_anywhere(),
        q: query.q.clone(),
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
    })
}

/// The nodes, each directly below its parent: where a page begins further down, what is above is shown along.
async fn nodes(reader: &Reader<'_>, rows: &[Workspace]) -> Result<Vec<Node>, Problem> {
    let ids: Vec<WorkspaceId> = rows.iter().map(|one| one.id).collect();
    let places = reader.known_places(&ids).await?;
    let [settles, creates, invites, manages] =
        [engine::WORKSPACES_SETTINGS, engine::WORKSPACES_MANAGE, engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE]
            .map(|right| reader.reach(right));
    let chains: BTreeMap<WorkspaceId, Vec<WorkspaceId>> =
        places.iter().map(|place| (place.workspace(), known_chain(reader, place))).collect();
    let above: BTreeSet<WorkspaceId> = chains.values().flatten().filter(|id| !ids.contains(id)).copied().collect();
    let names = reader.workspace_names(&above.into_iter().collect::<Vec<_>>()).await?;
    let order: BTreeMap<WorkspaceId, usize> = rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
    let mut below: BTreeMap<Option<WorkspaceId>, Vec<WorkspaceId>> = BTreeMap::new();
    for chain in rows.iter().filter_map(|row| chains.get(&row.id)) {
        let parents = std::iter::once(None).chain(chain.iter().copied().map(Some));
        for (parent, id) in parents.zip(chain) {
            let siblings = below.entry(parent).or_default();
            if !siblings.contains(id) {
                siblings.push(*id);
            }
        }
    }
    let mut nodes = Vec::with_capacity(rows.len());
    let mut waiting: Vec<(WorkspaceId, usize)> = below.get(&None).into_iter().flatten().rev().map(|id| (*id, 0)).collect();
    while let Some((id, depth)) = waiting.pop() {
        let row = order.get(&id).and_then(|at| rows.get(*at));
        let place = places.iter().find(|place| place.workspace() == id);
        nodes.push(Node {
            id: id.into(),
            name: row.map(|row| row.name.to_string()).or_else(|| names.get(&id).cloned()).unwrap_or_default(),
            kind: row.and_then(|row| row.kind.as_ref()).map(|key| kind_name(reader, key)),
            active: row.is_none_or(|row| row.active),
            depth,
            opens: false,
            ends: 0,
            context: row.is_none(),
            may_change: place.is_some_and(|place| settles.holds_at(place) || creates.holds_at(place)),
            may_create: place.is_some_and(|place| creates.holds_at(place)),
            may_delete: place.is_some_and(|place| creates.holds_at(place) && !place.is_root()),
            may_move: place.is_some_and(|place| {
                let above = place.steps().iter().rev().nth(1).map(|step| step.workspace);
                let manages_above = places.iter().any(|other| Some(other.workspace()) == above && creates.holds_at(other));
                creates.holds_at(place) && manages_above
            }),
            may_invite: place.is_some_and(|place| invites.holds_at(place) || manages.holds_at(place)),
        });
        waiting.extend(below.get(&Some(id)).into_iter().flatten().rev().map(|child| (*child, depth + 1)));
    }
    let depths: Vec<usize> = nodes.iter().map(|node| node.depth).collect();
    for (node, next) in nodes.iter_mut().zip(depths.into_iter().skip(1).map(Some).chain([None])) {
        node.opens = next.is_some_and(|next| next > node.depth);
        node.ends = if node.opens { 0 } else { next.map_or(node.depth, |next| node.depth - next) };
    }
    Ok(nodes)
}

/// The way to a workspace, as far as the reader knows of it, itself last.
fn known_chain(reader: &Reader<'_>, place: &tenure_domain::workspace::Place) -> Vec<WorkspaceId> {
    let steps = place.steps().iter().map(|step| step.workspace);
    steps.skip_while(|id| !reader.access.workspaces().any(|own| own == *id)).collect()
}

fn kind_name(reader: &Reader<'_>, key: &WorkspaceKindKey) -> String {
    let kinds = reader.organization.model.workspace_kinds();
    kinds.iter().find(|(own, ..)| own == key).map_or_else(|| key.to_string(), |(_, name, _)| name.clone())
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    parent: String,
    #[serde(default)]
    kind: String,
    /// Looks for the one that it is to lie below.
    #[serde(default)]
    find: String,
    /// `preview` to look for one; else it is carried out.
    #[serde(default)]
    intent: String,
}

#[derive(Template)]
#[template(path = "workspace_new.html")]
struct NewPage {
    frame: Frame,
    notice: Notice,
    form: NewForm,
    parents: Workspaces,
    kinds: Vec<Choice>,
}

#[derive(Deserialize)]
struct NewQuery {
    #[serde(default)]
    parent: String,
    #[serde(default)]
    find: String,
}

async fn new_form(desk: Desk, Query(query): Query<NewQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    page(
        &new_shown(&desk, &reader, Notice::none(), NewForm { parent: query.parent, find: query.find, ..NewForm::default() })
            .await?,
    )
}

async fn new_shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: NewForm) -> Result<NewPage, Problem> {
    reader.must_somewhere(engine::WORKSPACES_MANAGE).await?;
    let creates = reader.reach(engine::WORKSPACES_MANAGE);
    let parents = workspaces_where(reader, &form.parent, &form.find, |place| creates.holds_at(place)).await?;
    let kinds = reader.organization.model.workspace_kinds().iter();
    Ok(NewPage {
        frame: desk.frame(reader, Place::Workspaces, "workspace-new-title"),
        notice,
        parents,
        kinds: kinds.map(|(key, name, _)| Choice::new(key, name.clone(), key.as_str() == form.kind)).collect(),
        form,
    })
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
    let parent = fields.take("/parent", "id", form.parent.parse::<WorkspaceId>());
    let kind = said(&form.kind).and_then(|kind| fields.take("/kind", "key", WorkspaceKindKey::parse(kind)));
    fields.all_right()?;
    let (Some(name), Some(parent)) = (name, parent) else { return Err(fields.problem()) };
    let ask = CreateWorkspace { organization: desk.inside.organization, parent, name, kind, active: None };
    desk.once(once, ask, |_| desk.address("/workspaces?done=workspace-created")).await
}

/// A form that changes a workspace. A box that isn't ticked isn't sent, so what could be ticked is told besides.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeForm {
    /// None where the reader may not change it.
    name: Option<String>,
    version: u64,
    /// Whether the form had a box for it.
    #[serde(default)]
    may_switch: bool,
    #[serde(default)]
    active: bool,
    /// The features that had a box, and those that were ticked.
    #[serde(default)]
    shown: Vec<String>,
    #[serde(default)]
    features: Vec<String>,
    /// The list that one came from.
    #[serde(default)]
    from: String,
}

impl ChangeForm {
    fn of(workspace: &Workspace, from: String) -> Self {
        Self {
            name: Some(workspace.name.to_string()),
            version: workspace.version,
            active: workspace.active,
            from,
            ..Self::default()
        }
    }

    fn change(&self, fields: &mut Fields) -> WorkspaceChange {
        let name = self.name.as_deref().and_then(|name| fields.name("/name", name));
        let feature = |key: &String| Some((fields.take("/features", "key", FeatureKey::parse(key))?, self.features.contains(key)));
        let features = self.shown.iter().filter_map(feature).collect();
        WorkspaceChange { name, active: self.may_switch.then_some(self.active), features }
    }
}

/// A feature that a workspace may do without.
struct FeatureChoice {
    key: String,
    name: String,
    on: bool,
    /// Why it can't be switched on here.
    off: Option<String>,
}

#[derive(Template)]
#[template(path = "workspace.html")]
struct ChangePage {
    frame: Frame,
    notice: Notice,
    id: Uuid,
    form: ChangeForm,
    list: String,
    may_settle: bool,
    may_switch: bool,
    features: Vec<FeatureChoice>,
}

async fn standing(desk: &Desk, reader: &Reader<'_>) -> Result<Workspace, Problem> {
    let rows = reader.workspaces(&WorkspaceFilter::only(desk.ids.get("ws")?), &PageAsk::first(1)).await?;
    rows.items.into_iter().next().ok_or_else(|| Problem::not_found("there is no such workspace here"))
}

#[derive(Deserialize)]
struct ChangeQuery {
    #[serde(default)]
    from: String,
}

async fn change_form(desk: Desk, Query(query): Query<ChangeQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let workspace = standing(&desk, &reader).await?;
    let form = ChangeForm::of(&workspace, query.from);
    page(&change_shown(&desk, &reader, &workspace, Notice::none(), form).await?)
}

async fn change_shown(
    desk: &Desk,
    reader: &Reader<'_>,
    workspace: &Workspace,
    notice: Notice,
    form: ChangeForm,
) -> Result<ChangePage, Problem> {
    let place = reader.place(workspace.id).await?;
    let [may_settle, may_manage] =
        [engine::WORKSPACES_SETTINGS, engine::WORKSPACES_MANAGE].map(|right| reader.access.can(right, &place));
    let model = &reader.organization.model;
    let (has, words) = (reader.access.setting().features, desk.words());
    let feature = |one| {
        let key = model.feature_key(one)?;
        let name = words.word("feature", key.as_str());
        let above = place.steps().iter().any(|step| step.workspace != workspace.id && step.features_off.contains(key));
        let off = match (has.has(one), above) {
            (false, _) => Some(words.with("offer-feature-off", &name)),
            (true, true) => Some(words.say("workspace-feature-off-above")),
            (true, false) => None,
        };
        let ticked =
            if form.shown.is_empty() { !workspace.features_off.contains(key) } else { form.features.contains(&key.to_string()) };
        Some(FeatureChoice { on: ticked && off.is_none(), key: key.to_string(), name, off })
    };
    let features = if may_settle { model.features().filter_map(feature).collect() } else { Vec::new() };
    Ok(ChangePage {
        frame: desk.titled(reader, Place::Workspaces, workspace.name.to_string()),
        notice,
        id: workspace.id.into(),
        list: desk.list_from("/workspaces", &form.from).text(),
        may_settle,
        may_switch: may_manage && workspace.parent.is_some(),
        features,
        form,
    })
}

async fn change(desk: Desk, Form(form, once): Form<ChangeForm>) -> Result<Response, Problem> {
    match changed(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader()?;
            let workspace = standing(&desk, &reader).await?;
            let form = ChangeForm { version: workspace.version, ..form };
            sent_back(&problem, &change_shown(&desk, &reader, &workspace, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn changed(desk: &Desk, form: &ChangeForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let change = form.change(&mut fields);
    fields.all_right()?;
    let (organization, workspace) = (desk.inside.organization, desk.ids.get("ws")?);
    let ask = ChangeWorkspace { organization, workspace, change, seen: Some(form.version) };
    desk.once(once, ask, |_| desk.back_to("/workspaces", &form.from, "workspace-saved")).await
}
