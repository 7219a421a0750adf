//! Members from CSV: a plan with a verdict for each row that asks for something, and then the job that carries it out.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use tenure_domain::import::{Column, Import, KEPT};
use tenure_domain::job::{ItemOutcome, Job, JobState};
use tenure_domain::visibility::Masking;
use tenure_domain::{JobId, LevelKey};
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Idempotency, Ids, ImportSheet, Inside, ListAsk, MOST_SHEET_BYTES, Problem, Query, SheetBody,
    given, rfc3339, shown_name, tell_replayed,
};
use tenure_usecases::{Answer, CellChange, ExecuteImport, ImportRow, LevelsChange, PlanImport, ReplayAsk};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::jobs::{JobQuery, JobView, begun, code_of, kept, member_of};

pub(super) fn routes() -> OpenApiRouter<AppState> {
    let sheets = OpenApiRouter::new().routes(routes!(plan_import)).layer(DefaultBodyLimit::max(MOST_SHEET_BYTES));
    sheets.merge(OpenApiRouter::new().routes(routes!(read_import)).routes(routes!(execute_import)))
}

/// A cell that would be another.
#[derive(Serialize, ToSchema)]
struct CellChangeView {
    /// Which.
    column: &'static str,
    /// What an export would show there now; null for nothing, for what is hidden from the caller, and once it was carried out.
    from: Option<String>,
    /// What would stand there; null where it would be emptied.
    to: Option<String>,
}

/// Levels at a workspace that would be others.
#[derive(Serialize, ToSchema)]
struct LevelsChangeView {
    workspace: Uuid,
    /// Absent if the caller may not know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace_name: Option<String>,
    /// The levels that an export would show there now; null for none, and once it was carried out.
    from: Option<Vec<String>>,
    to: Vec<String>,
}

/// What a row asks for, and whether it would be refused.
#[derive(Serialize, ToSchema)]
struct ImportRowView {
    /// The line of the sheet on which it begins.
    line: u32,
    /// `invite`, `change`, or `refused` with the rule in `code` and the column to look at in `column`.
    verdict: &'static str,
    /// Whom it is about, if they are here; null for who would be invited.
    member: Option<Uuid>,
    /// Absent if the caller may not see them.
    #[serde(skip_serializing_if = "Option::is_none")]
    member_name: Option<String>,
    /// The address in it, as it was typed.
    email: Option<String>,
    /// The cells that would be others, those of access left out.
    changes: Vec<CellChangeView>,
    /// The access that would be given, or would be another.
    grants: Vec<LevelsChangeView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'static str>,
    /// Once it was carried out: `done` or `refused`; refused rows are from the beginning.
    outcome: Option<&'static str>,
    /// The rule that said no.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

impl ImportRowView {
    fn of(ImportRow { item: row, cells, levels }: &ImportRow, masking: Masking) -> Option<Self> {
        let asked = row.item.row.as_deref()?;
        // What was refused when it was planned has a cell to blame.
        let verdict = match (asked.column, &asked.deed) {
            (None, Some(deed)) => deed.word(),
            _ => "refused",
        };
        let cell = |cell: &CellChange| CellChangeView { column: cell.column.word(), from: cell.from.clone(), to: cell.to.clone() };
        let keys = |levels: &BTreeSet<LevelKey>| levels.iter().map(ToString::to_string).collect();
        let levels_at = |change: &LevelsChange| LevelsChangeView {
            workspace: change.workspace.into(),
            workspace_name: change.name.clone(),
            from: change.from.as_ref().map(keys),
            to: keys(&change.to),
        };
        Some(Self {
            line: asked.line,
            verdict,
            member: member_of(row),
            member_name: shown_name(row.name.as_deref(), masking),
            email: asked.email.clone(),
            changes: cells.iter().map(cell).collect(),
            grants: levels.iter().map(levels_at).collect(),
            column: asked.column.map(Column::word),
            outcome: row.item.outcome.as_ref().map(ItemOutcome::word),
            code: code_of(row),
        })
    }
}

/// What a sheet would come to.
#[derive(Serialize, ToSchema)]
pub(crate) struct ImportPlanView {
    /// Its id, which is the job's once it is carried out.
    plan: Uuid,
    /// `planned`, and then the job's: `running`, `done` or `stopped`.
    state: &'static str,
    /// How many rows the sheet has.
    rows: u32,
    /// How many ask for nothing: all is as an export would show it to the caller.
    unchanged: u32,
    /// How many would invite somebody.
    invited: u32,
    /// How many would change somebody.
    changed: u32,
    /// How many would be refused.
    refused: u32,
    /// Columns that aren't imported.
    ignored: Vec<&'static str>,
    /// When it is forgotten, unless it is carried out before.
    expires_at: Option<String>,
    /// The rows that ask for something, and those that would be refused, page by page in their order.
    items: Vec<ImportRowView>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ImportQuery {
    /// Where `levels` count that stand without `grants`: a workspace, the root when absent.
    #[serde(default, deserialize_with = "given")]
    workspace: Option<Uuid>,
}

fn address(inside: &Inside, plan: JobId) -> String {
    format!("/api/v1/organizations/{}/members/import/{plan}", inside.organization)
}

async fn view(state: &AppState, inside: &Inside, plan: JobId, query: &JobQuery) -> Result<ImportPlanView, Problem> {
    let reader = inside.reader(state)?;
    let (job, import) = reader.import(plan).await?;
    let Job { created_at, state: job_state, .. } = job;
    let cursors = Cursors {
        route: address(inside, plan),
        organization: Some(inside.organization),
        filter: query.outcome.clone().unwrap_or_default(),
        sort: "position".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.import_rows(&job, query.filter()?, &ask.page).await?;
    let masking = reader.access.masking_of_members();
    let Import { rows, unchanged, invited, changed, refused, ignored } = import;
    Ok(ImportPlanView {
        plan: plan.into(),
        state: job_state.word(),
        rows,
        unchanged,
        invited,
        changed,
        refused,
        ignored: ignored.into_iter().map(Column::word).collect(),
        expires_at: (job_state == JobState::Planned).then(|| rfc3339(created_at.plus(KEPT))),
        items: page.items.iter().filter_map(|row| ImportRowView::of(row, masking)).collect(),
        next: page.next.as_ref().map(|position| ask.cursors.seal(state, position)),
    })
}

/// Plan an import of members from CSV: what each row would come to. Nothing changes.
///
/// The first line names columns, in any order, of those that an export has; `email` or `member` is among them. A row is about the
/// member whose id or address it has, and asks for what differs from what an export would show the caller now; a row with an address
/// that nobody has invites. `display_name`, `status`, `last_active_at` and `created_at` are left out. Grants that a row doesn't
/// name stay. At most 10,000 rows and 8 MiB; commas or semicolons separate, and text is in UTF-8. The plan is kept for 24 hours. While
/// the caller, or too many others, export or import something at the same time, it is a 503.
#[utoipa::path(post, path = "/organizations/{org}/members/import", tag = "bulk",
    params(("org" = Uuid, Path), ImportQuery, Idempotency),
    request_body(content = String, content_type = "text/csv"),
    responses((status = 201, body = ImportPlanView)))]
async fn plan_import(
    State(state): State<AppState>,
    inside: Inside,
    Query(ImportQuery { workspace }): Query<ImportQuery>,
    idempotency: Idempotency,
    sheet: SheetBody,
) -> Result<Response, Problem> {
    let SheetBody { bytes, hash } = sheet;
    let body_hash = format!("{hash} {workspace:?}");
    let key = idempotency.key.as_deref().and_then(|key| inside.caller().replay_key(&idempotency.route, key));
    if let Some(key) = key {
        // The same sheet may come to something else by now.
        if let Some(before) = state.tenure().answered(&key).await?.filter(|before| before.body_hash == body_hash) {
            return planned(&state, &inside, kept(&before)?, true).await;
        }
    }
    let reader = inside.reader(&state)?;
    reader.may_import().await?;
    let _place = state.place(&inside)?;
    let ImportSheet { rows, ignored } = ImportSheet::read(bytes).await?;
    let (import, asked) = reader.asked(&rows, workspace.map(Into::into), ignored).await?;
    let ask = PlanImport { organization: inside.organization, import, asked };
    let kept_as = |job: &Job| (StatusCode::CREATED.as_u16(), job.id.to_string());
    let replay = idempotency.key.map(|key| ReplayAsk { route: idempotency.route, key, body_hash, render: &kept_as });
    match state.tenure().plan_import(inside.caller(), ask, replay).await? {
        Answer::Fresh(job) => planned(&state, &inside, job.id, false).await,
        Answer::Replayed(before) => planned(&state, &inside, kept(&before)?, true).await,
    }
}

async fn planned(state: &AppState, inside: &Inside, plan: JobId, is_replayed: bool) -> Result<Response, Problem> {
    let view = view(state, inside, plan, &JobQuery::default()).await?;
    let mut response = (StatusCode::CREATED, Json(view)).into_response();
    if let Ok(location) = HeaderValue::from_str(&address(inside, plan)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    if is_replayed {
        tell_replayed(&mut response);
    }
    Ok(response)
}

/// Read the plan of an import that the caller made, with its rows page by page.
#[utoipa::path(get, path = "/organizations/{org}/members/import/{plan}", tag = "bulk",
    params(("org" = Uuid, Path), ("plan" = Uuid, Path), JobQuery), responses((status = 200, body = ImportPlanView)))]
async fn read_import(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<JobQuery>,
) -> Result<Json<ImportPlanView>, Problem> {
    Ok(Json(view(&state, &inside, ids.get("plan")?, &query).await?))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ExecuteImportBody {
    /// Why, for the journal.
    reason: Option<String>,
}

/// Carry out the plan of an import: a job like any, whose id is the plan's.
///
/// Each row is decided anew, with the rights that the caller has in its turn; rows that the plan refused stay refused. Whoever asks
/// twice gets the same job. Up to 100 rows are answered at once, more go on.
#[utoipa::path(post, path = "/organizations/{org}/members/import/{plan}/execution", tag = "bulk",
    params(("org" = Uuid, Path), ("plan" = Uuid, Path), Idempotency), request_body = ExecuteImportBody,
    responses((status = 200, body = JobView), (status = 202, body = JobView, description = "It goes on; see `Location`.")))]
async fn execute_import(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<ExecuteImportBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let ask = ExecuteImport { organization: inside.organization, plan: ids.get("plan")?, reason };
    begun(&state, &inside, ask, idempotency, hash).await
}
