//! Members: the list, with everything that is looked for in its address.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::membership::Status;
use tenure_domain::{DAY, LevelKey, ResourceId};
use tenure_http_base::{AppState, Fields, ListAsk, Problem, Query};
use tenure_port_store::{Bounded, MemberFilter, MemberSort, Page};
use tenure_usecases::Reader;

use crate::asked::{VIEW_COOKIE, keep_choice, view_named};
use crate::desk::Desk;
use crate::form::said;
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::offered::{Workspaces, resources, workspaces};
use crate::people::{Choice, MemberLine};
use crate::respond::page;

/// How far the members that match are counted.
const COUNTED: u32 = 1_000;
/// After how many days somebody counts as quiet.
const QUIET: [u32; 3] = [7, 30, 90];

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members", get(members))
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct MembersQuery {
    #[serde(default)]
    pub(super) q: String,
    #[serde(default)]
    pub(super) status: Vec<String>,
    #[serde(default)]
    pub(super) level: Vec<String>,
    #[serde(default)]
    pub(super) workspace: String,
    /// Who reach this resource.
    #[serde(default)]
    pub(super) resource: String,
    #[serde(default)]
    pub(super) not_active_for_days: String,
    #[serde(default)]
    pub(super) sort: String,
    #[serde(default)]
    pub(super) view: String,
    /// Looks for a workspace to filter by.
    #[serde(default)]
    pub(super) find: String,
    #[serde(default)]
    pub(super) cursor: String,
}

impl MembersQuery {
    pub(super) async fn filter(&self, state: &AppState, reader: &Reader<'_>) -> Result<MemberFilter, Problem> {
        let mut fields = Fields::default();
        let words = |words: &[String]| words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>();
        let status = |word: &String| fields.take("status", "unknown_status", word.parse::<Status>());
        let statuses = words(&self.status).iter().filter_map(status).collect();
        let level = |key: &String| fields.take("level", "key", LevelKey::parse(key));
        let levels = words(&self.level).iter().filter_map(level).collect();
        let workspace = said(&self.workspace).and_then(|id| fields.take("workspace", "id", id.parse()));
        let resource = said(&self.resource).and_then(|id| fields.take("resource", "id", id.parse::<ResourceId>()));
        let days =
            said(&self.not_active_for_days).and_then(|days| fields.take("not_active_for_days", "number", days.parse::<u32>()));
        fields.all_right()?;
        let resource = match resource {
            Some(resource) => Some(reader.reached(resource).await?),
            None => None,
        };
        let now = state.tenure().tools().clock.now();
        Ok(MemberFilter {
            workspace,
            inherited: true,
            q: said(&self.q).map(str::to_owned),
            statuses,
            levels,
            resource,
            not_active_since: days.map(|days| now.minus(DAY * days)),
        })
    }

    fn sort(&self) -> MemberSort {
        match self.sort.as_str() {
            "-name" => MemberSort::NameDescending,
            "email" => MemberSort::Email,
            "-email" => MemberSort::EmailDescending,
            "last_active" => MemberSort::LastActive,
            "-last_active" => MemberSort::LastActiveDescending,
            _ => MemberSort::Name,
        }
    }
}

/// A filter that is on, and the list without it.
struct Chip {
    label: String,
    without: String,
}

/// A column that can be sorted by: where that leads, and how it is sorted now.
struct Column {
    href: String,
    /// `ascending`, `descending` or nothing.
    sorted: &'static str,
}

struct Columns {
    name: Column,
    email: Option<Column>,
    last_active: Column,
}

#[derive(Template)]
#[template(path = "members.html")]
struct MembersPage {
    frame: Frame,
    q: String,
    statuses: Vec<Choice>,
    levels: Vec<Choice>,
    workspaces: Workspaces,
    /// The resources of all kinds, such as teams.
    resources: Vec<Choice>,
    quiet: Vec<Choice>,
    sort: String,
    view: &'static str,
    /// The same, if the address says it.
    said_view: Option<&'static str>,
    as_table: String,
    as_cards: String,
    chips: Vec<Chip>,
    cleared: String,
    columns: Columns,
    /// The headings of what was chosen for members, and of what was reported of them.
    listed: Vec<String>,
    numbers: Vec<String>,
    lines: Vec<MemberLine>,
    count: Bounded,
    first: Option<String>,
    next: Option<String>,
    csv: Option<String>,
    /// The workspace that is looked at, for what is imported there.
    imported_at: String,
    /// What is looked for, as fields of a form.
    looked_for: Vec<(String, String)>,
    /// Whether there are more who match than the page has.
    is_more: bool,
    /// Whether the list is empty but for the reader, with nothing looked for.
    first_run: bool,
    masked: bool,
}

#[derive(Template)]
#[template(path = "members_hidden.html")]
struct HiddenPage {
    frame: Frame,
}

async fn members(desk: Desk, Query(query): Query<MembersQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    if !reader.reach(engine::MEMBERS_VIEW).is_anywhere() {
        reader.refused("missing_permission").await;
        let frame = desk.frame(&reader, Place::Members, "members-title");
        return crate::respond::page_as(axum::http::StatusCode::FORBIDDEN, &HiddenPage { frame });
    }
    let filter = query.filter(&desk.state, &reader).await?;
    let ask = list_ask(&desk, &query, &filter)?;
    let page_of = if desk.wants(&["main", "region", "list"]) {
        reader.members(&filter, query.sort(), &ask.page).await?
    } else {
        Page { items: Vec::new(), next: None }
    };
    let count = if desk.wants(&["main", "region"]) {
        reader.count_members(&filter, COUNTED).await?
    } else {
        Bounded { value: 0, exact: true }
    };
    let theirs = reader.manageable(&page_of.items).await?;
    let viewer = reader.own_viewer();
    let model = &reader.organization.model;
    let (listed, statistics) = (reader.listed_of(&page_of.items).await?, reader.statistics_of(&page_of.items).await?);
    let shown = |row| {
        let line = MemberLine::of(desk.words_now(), model, row, &viewer, &theirs);
        line.listing(&listed).with(desk.words(), &statistics)
    };
    let lines: Vec<MemberLine> = page_of.items.iter().map(shown).collect();
    let link = Link::of(&desk.asked.uri);
    let workspaces = if desk.wants(&["main", "region", "by-workspace"]) {
        workspaces(&reader, &query.workspace, &query.find).await?
    } else {
        Workspaces::default()
    };
    let resources = if desk.wants(&["main", "region"]) { resources(&reader, &query.resource).await? } else { Vec::new() };
    let chips = chips(&desk, &reader, &query, &link, [("workspace", &workspaces.choices), ("resource", &resources)]);
    let masked = viewer.masking.hides_addresses();
    // Whoever says how they like it is remembered; whoever doesn't say gets it as they looked at it last.
    let said_view = said(&query.view).map(view_named);
    let view = said_view.unwrap_or(desk.asked.view);
    let mut response = page(&MembersPage {
        frame: desk.frame(&reader, Place::Members, "members-title"),
        statuses: statuses(&desk, &query),
        levels: levels(&reader, &query),
        workspaces,
        resources,
        quiet: QUIET
            .iter()
            .map(|days| {
                Choice::new(days, desk.words().count("members-quiet-days", days), query.not_active_for_days == days.to_string())
            })
            .collect(),
        sort: query.sort.clone(),
        view,
        said_view,
        as_table: link.with("view", "table").text(),
        as_cards: link.with("view", "cards").text(),
        cleared: ["q", "status", "level", "workspace", "resource", "not_active_for_days"]
            .iter()
            .fold(link.clone(), |link, key| link.without(key))
            .text(),
        columns: columns(&query, &link, masked),
        listed: listed.kinds.iter().map(|kind| kind.plural.clone()).collect(),
        numbers: statistics.kinds.iter().map(|kind| kind.name.clone()).collect(),
        first: said(&query.cursor).map(|_| link.text()),
        next: page_of.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        csv: reader
            .reach(engine::MEMBERS_EXPORT)
            .is_anywhere()
            .then(|| link.without("view").at(&format!("/api/v1/organizations/{}/members.csv", desk.inside.organization)).text()),
        imported_at: said(&query.workspace).map(|id| format!("?workspace={id}")).unwrap_or_default(),
        looked_for: link.pairs(["q", "status", "level", "workspace", "resource", "not_active_for_days"]),
        is_more: page_of.next.is_some() || !query.cursor.is_empty(),
        first_run: chips.is_empty() && query.cursor.is_empty() && lines.len() <= 1,
        q: query.q,
        chips,
        lines,
        count,
        masked,
    })?;
    if view != desk.asked.view {
        keep_choice(&mut response, desk.state.settings(), VIEW_COOKIE, view);
    }
    Ok(response)
}

fn list_ask(desk: &Desk, query: &MembersQuery, filter: &MemberFilter) -> Result<ListAsk, Problem> {
    // The instant behind `not_active_for_days` moves with every request; the number of days is the filter.
    let told = format!("{:?} {}", MemberFilter { not_active_since: None, ..filter.clone() }, query.not_active_for_days);
    desk.list(told, &query.sort, None, &query.cursor)
}

fn statuses(desk: &Desk, query: &MembersQuery) -> Vec<Choice> {
    let status = |status: Status| {
        let word = status.to_string();
        let chosen = query.status.contains(&word);
        Choice::new(&word, desk.words().word("status", &word), chosen)
    };
    [Status::Active, Status::Pending, Status::Inactive].into_iter().map(status).collect()
}

pub(super) fn levels(reader: &Reader<'_>, query: &MembersQuery) -> Vec<Choice> {
    let model = &reader.organization.model;
    let level = |level| {
        let key = model.level_key(level)?.to_string();
        let chosen = query.level.contains(&key);
        Some(Choice::new(key, model.level_name(level), chosen))
    };
    model.levels().filter_map(level).collect()
}

/// What is looked for, each with the list without it; of workspaces and resources those that are offered.
fn chips(desk: &Desk, reader: &Reader<'_>, query: &MembersQuery, link: &Link, offered: [(&str, &[Choice]); 2]) -> Vec<Chip> {
    let words = desk.words();
    let mut chips = Vec::new();
    if let Some(q) = said(&query.q) {
        chips.push(Chip { label: words.with("members-chip-q", q), without: link.without("q").text() });
    }
    for one in statuses(desk, query).into_iter().filter(|one| one.chosen) {
        let label = words.with("members-chip-status", one.name);
        chips.push(Chip { label, without: link.without_value("status", &one.key).text() });
    }
    for one in levels(reader, query).into_iter().filter(|one| one.chosen) {
        let label = words.with("members-chip-level", one.name);
        chips.push(Chip { label, without: link.without_value("level", &one.key).text() });
    }
    for (key, choices) in offered {
        for one in choices.iter().filter(|one| one.chosen) {
            chips.push(Chip { label: words.with("members-chip-workspace", &one.name), without: link.without(key).text() });
        }
    }
    if let Some(days) = said(&query.not_active_for_days).and_then(|days| days.parse::<u32>().ok()) {
        let label = words.with("members-chip-quiet", words.count("members-quiet-days", days));
        chips.push(Chip { label, without: link.without("not_active_for_days").text() });
    }
    chips
}

/// A click sorts by the column; another turns it round.
fn columns(query: &MembersQuery, link: &Link, masked: bool) -> Columns {
    let column = |key: &str, first: &str| {
        let now = if query.sort.is_empty() { "name" } else { &query.sort };
        let sorted = match now.strip_prefix('-') {
            Some(word) if word == key => "descending",
            None if now == key => "ascending",
            _ => "",
        };
        let other = match sorted {
            "ascending" => format!("-{key}"),
            "descending" => key.to_owned(),
            _ => first.to_owned(),
        };
        let href = if other == "name" { link.without("sort") } else { link.with("sort", &other) };
        Column { href: href.text(), sorted }
    };
    Columns {
        name: column("name", "name"),
        email: (!masked).then(|| column("email", "email")),
        last_active: column("last_active", "-last_active"),
    }
}
