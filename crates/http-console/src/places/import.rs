//! Bringing members in from CSV: the sheet, what would come of each of its rows, and then it is carried out.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_credentials::body_hash;
use tenure_domain::access_model::AccessModel;
use tenure_domain::import::{Column, Import};
use tenure_domain::job::{ItemOutcome, JobState};
use tenure_domain::{LevelKey, WorkspaceId};
use tenure_http_base::{AppState, Fields, ImportSheet, MOST_SHEET_BYTES, Problem, Query, shown_name};
use tenure_port_store::ItemFilter;
use tenure_usecases::{CellChange, ExecuteImport, ImportRow, LevelsChange, PlanImport, Reader};

use super::bulk::begin_once;
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::respond::{go, page, sent_back};
use crate::words::Words;

/// What a form is around its sheet.
const AROUND: usize = 16 * 1024;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/members/import", get(choose).post(plan))
        .layer(DefaultBodyLimit::max(MOST_SHEET_BYTES + AROUND))
        .route("/organizations/{org}/members/import/{plan}", get(look))
        .route("/organizations/{org}/members/import/{plan}/execution", post(execute))
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    notice: Notice,
    action: String,
    /// Where levels count that stand without grants.
    at: Option<String>,
    columns: Vec<&'static str>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ImportQuery {
    workspace: String,
}

impl ImportQuery {
    /// The workspace that was asked for, or the first that they have a grant at.
    fn workspace(&self, reader: &Reader<'_>) -> Option<WorkspaceId> {
        let asked = said(&self.workspace).and_then(|id| id.parse().ok());
        asked.or_else(|| reader.places.first().map(tenure_domain::workspace::Place::workspace))
    }
}

async fn choose(desk: Desk, Query(query): Query<ImportQuery>) -> Result<Response, Problem> {
    desk.reader()?.may_import().await?;
    page(&chosen(&desk, &query, Notice::none()).await?)
}

async fn chosen(desk: &Desk, query: &ImportQuery, notice: Notice) -> Result<ImportPage, Problem> {
    let reader = desk.reader()?;
    let workspace = query.workspace(&reader);
    let names = reader.workspace_names(&workspace.into_iter().collect::<Vec<_>>()).await?;
    let written = Column::ALL.into_iter().filter(|column| !column.is_told_only());
    Ok(ImportPage {
        frame: desk.frame(&reader, Place::Members, "import-title"),
        notice,
        action: desk.asked.uri.to_string(),
        at: workspace.and_then(|id| names.get(&id).cloned()),
        columns: written.map(Column::word).collect(),
    })
}

/// A sheet that a form brought, and what makes it the same form when it comes twice.
struct Brought(Bytes, Once);

fn too_large() -> Problem {
    Problem::too_large("the sheet is larger than 8 MiB")
}

impl Brought {
    async fn read(request: Request, state: &AppState) -> Result<Self, Problem> {
        let unread = || Problem::malformed("the form could not be read to its end");
        let mut form = Multipart::from_request(request, state)
            .await
            .map_err(|_| Problem::unsupported_media_type("send the form as a browser would"))?;
        let (mut key, mut sheet) = (None, Bytes::new());
        while let Some(field) = form.next_field().await.map_err(|_| unread())? {
            let is_sheet = field.name() == Some("sheet");
            let bytes = field.bytes().await.map_err(|error| match error.status().as_u16() {
                413 => too_large(),
                _ => unread(),
            })?;
            match std::str::from_utf8(&bytes) {
                _ if is_sheet => sheet = bytes,
                Ok(text) if text.parse::<uuid::Uuid>().is_ok() => key = Some(text.to_owned()),
                _ => {}
            }
        }
        if sheet.len() > MOST_SHEET_BYTES {
            return Err(too_large());
        }
        let hash = body_hash(&sheet);
        Ok(Self(sheet, Once { key, hash }))
    }
}

async fn plan(desk: Desk, Query(query): Query<ImportQuery>, request: Request) -> Result<Response, Problem> {
    let state = desk.state.clone();
    match planned(&desk, &query, Brought::read(request, &state).await).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if matches!(problem.body().status, 400 | 413 | 503) || is_for_the_form(&problem) => {
            let notice = told(desk.words(), &problem);
            sent_back(&problem, &chosen(&desk, &query, notice).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn planned(desk: &Desk, query: &ImportQuery, brought: Result<Brought, Problem>) -> Result<String, Problem> {
    let reader = desk.reader()?;
    reader.may_import().await?;
    let Brought(sheet, once) = brought?;
    if let Some(to) = desk.kept(&once).await? {
        return Ok(to);
    }
    let _place = desk.state.place(&desk.inside)?;
    let ImportSheet { rows, ignored } = ImportSheet::read(sheet).await?;
    let (import, asked) = reader.asked(&rows, query.workspace(&reader), ignored).await?;
    desk.plan_import(&once, PlanImport { organization: desk.inside.organization, import, asked }).await
}

/// What is wrong with a sheet: where a line or a column is, it is named.
fn told(words: Words, problem: &Problem) -> Notice {
    let body = problem.body();
    let line = body.more.get("line").and_then(serde_json::Value::as_u64);
    let sentence = match (body.rule.as_deref(), line) {
        (Some("not_utf8"), Some(line)) => words.with("sheet-not-utf8", line),
        (Some("quotes"), Some(line)) => words.with("sheet-quotes", line),
        (Some("cells"), Some(line)) => words.with("sheet-cells", line),
        (Some("empty"), None) => words.say("sheet-empty"),
        _ if body.status == 413 => words.say("sheet-too-large"),
        _ if !body.errors.is_empty() => {
            let column = |error: &tenure_http_base::FieldProblem| {
                let head = error.pointer.trim_start_matches('/').replace("~1", "/").replace("~0", "~");
                match error.code.as_str() {
                    "unknown_column" => words.with("sheet-unknown-column", head),
                    "duplicate_column" => words.with("sheet-duplicate-column", head),
                    code => words.refused(code, &error.detail),
                }
            };
            body.errors.iter().map(column).collect::<Vec<_>>().join(" ")
        }
        _ => return Notice::of(problem, words),
    };
    Notice::saying(sentence)
}

/// What something would be, beside what it is.
fn told_as(words: Words, from: Option<&str>, to: Option<&str>) -> String {
    let nothing = || words.say("import-nothing-there");
    let to = to.map_or_else(nothing, str::to_owned);
    from.map_or_else(|| to.clone(), |from| words.with_both("import-becomes", from, &to))
}

/// A row as the page shows it.
struct RowLine {
    line: u32,
    who: String,
    /// `invite`, `change` or `refused`.
    verdict: &'static str,
    why: Option<String>,
    /// The column to look at, where it is refused.
    column: Option<&'static str>,
    changes: Vec<ChangeLine>,
}

/// Something that would be another.
struct ChangeLine {
    /// A column, or a workspace.
    what: String,
    is_column: bool,
    /// What it is, and what it would be.
    says: String,
}

impl ChangeLine {
    fn of_cell(words: Words, change: &CellChange) -> Self {
        let CellChange { column, from, to } = change;
        Self { what: column.word().to_owned(), is_column: true, says: told_as(words, from.as_deref(), to.as_deref()) }
    }

    fn of_levels(words: Words, model: &AccessModel, change: &LevelsChange) -> Self {
        let level =
            |key: &LevelKey| model.level(key.as_str()).map_or_else(|| key.to_string(), |level| model.level_name(level).to_owned());
        let names = |levels: &BTreeSet<LevelKey>| levels.iter().map(level).collect::<Vec<_>>().join(", ");
        let (from, to) = (change.from.as_ref().map(names), names(&change.to));
        let workspace = change.name.clone().unwrap_or_else(|| change.workspace.to_string());
        Self { what: workspace, is_column: false, says: told_as(words, from.as_deref(), Some(&to)) }
    }
}

impl RowLine {
    fn of(words: Words, reader: &Reader<'_>, row: &ImportRow) -> Option<Self> {
        let ImportRow { item: row, cells, levels } = row;
        let (masking, model) = (reader.access.masking_of_members(), &reader.organization.model);
        let asked = row.item.row.as_deref()?;
        let name = shown_name(row.name.as_deref(), masking).or_else(|| asked.email.clone());
        let why = if let Some(ItemOutcome::Refused(rule)) = &row.item.outcome { Some(words.refused(rule, rule)) } else { None };
        let verdict = if why.is_some() { "refused" } else { asked.deed.as_ref()?.word() };
        let levels = levels.iter().map(|change| ChangeLine::of_levels(words, model, change));
        let changes = cells.iter().map(|change| ChangeLine::of_cell(words, change)).chain(levels).collect();
        let column = asked.column.map(Column::word);
        Some(Self { line: asked.line, who: name.unwrap_or_default(), verdict, why, column, changes })
    }
}

#[derive(Template)]
#[template(path = "import_plan.html")]
struct PlanPage {
    frame: Frame,
    notice: Notice,
    action: String,
    import: Import,
    ignored: String,
    lines: Vec<RowLine>,
    /// Whether the rows that are refused are shown,
    shows_refused: bool,
    /// and where the others are, or they.
    others: Option<String>,
    first: Option<String>,
    next: Option<String>,
    reason: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PlanQuery {
    /// `asked` for the rows that aren't refused.
    rows: String,
    cursor: String,
}

async fn look(desk: Desk, Query(query): Query<PlanQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let (job, _) = reader.import(desk.ids.get("plan")?).await?;
    if job.state != JobState::Planned {
        return Ok(go(&desk.address(&format!("/jobs/{}", job.id))));
    }
    page(&shown(&desk, &query, Notice::none(), String::new()).await?)
}

async fn shown(desk: &Desk, query: &PlanQuery, notice: Notice, reason: String) -> Result<PlanPage, Problem> {
    let reader = desk.reader()?;
    let (job, import) = reader.import(desk.ids.get("plan")?).await?;
    let (has_refused, has_others) = (import.refused > 0, import.invited + import.changed > 0);
    // What is in the way comes first.
    let shows_refused = has_refused && (query.rows != "asked" || !has_others);
    let filter = if shows_refused { ItemFilter::Refused } else { ItemFilter::Open };
    let ask = desk.list(format!("{filter:?}"), "position", None, &query.cursor)?;
    let rows = reader.import_rows(&job, filter, &ask.page).await?;
    let words = desk.words();
    let base = desk.address(&format!("/members/import/{}", job.id));
    let here = Link::to(&base).with("rows", if shows_refused { "refused" } else { "asked" });
    let others = Link::to(&base).with("rows", if shows_refused { "asked" } else { "refused" });
    Ok(PlanPage {
        frame: desk.frame(&reader, Place::Members, "import-plan-title"),
        notice,
        action: format!("{base}/execution"),
        ignored: import.ignored.iter().map(|column| column.word()).collect::<Vec<_>>().join(", "),
        lines: rows.items.iter().filter_map(|row| RowLine::of(words, &reader, row)).collect(),
        shows_refused,
        others: (has_refused && has_others).then(|| others.text()),
        first: said(&query.cursor).map(|_| here.text()),
        next: rows.next.as_ref().map(|position| here.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        import,
        reason,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExecuteForm {
    #[serde(default)]
    reason: String,
}

async fn execute(desk: Desk, Form(form, once): Form<ExecuteForm>) -> Result<Response, Problem> {
    match begun(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let again = shown(&desk, &PlanQuery::default(), desk.notice(&problem), form.reason).await?;
            sent_back(&problem, &again)
        }
        Err(problem) => Err(problem),
    }
}

async fn begun(desk: &Desk, form: &ExecuteForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let reason = fields.reason_if(said(&form.reason));
    fields.all_right()?;
    let ask = ExecuteImport { organization: desk.inside.organization, plan: desk.ids.get("plan")?, reason };
    begin_once(desk, once, ask).await
}
