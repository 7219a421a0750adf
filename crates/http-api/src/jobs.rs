//! Jobs: one deed for many people, as who began it sees it.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use tenure_domain::job::{ItemOutcome, Job, JobRefused, JobState, Task};
use tenure_domain::revocation::Handover;
use tenure_domain::visibility::Masking;
use tenure_domain::{JobId, MemberId};
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Idempotency, Ids, Inside, ListAsk, ListQuery, Listing, Problem, Query, given,
    listing_response, perform, rfc3339, shown_name, tell_replayed,
};
use tenure_port_store::{ItemFilter, JobItemRow, Replay};
use tenure_usecases::{Answer, PlannedJob, ReplayAsk, StopJob, UndoJob, UseCase};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::views::NothingMore;

/// How many people the answer that begins a job tells of: all who are answered at once.
const TOLD: u32 = 100;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_jobs)).routes(routes!(read_job)).routes(routes!(stop_job)).routes(routes!(undo_job))
}

/// What came of one person.
#[derive(Serialize, ToSchema)]
struct JobResultView {
    /// Null for a row of a sheet by which nobody was invited.
    member: Option<Uuid>,
    /// Absent if they are gone for good, or not the caller's to see.
    #[serde(skip_serializing_if = "Option::is_none")]
    member_name: Option<String>,
    /// `done` or `refused`; null for who waits for their turn.
    outcome: Option<&'static str>,
    /// The rule that said no.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// The receipt that was left, or that was to be undone.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<Uuid>,
    /// With `import`: the line of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// With `import`: the address in it, as it was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

/// Whom an item is about: of rows of a sheet, those who are here.
pub(crate) fn member_of(row: &JobItemRow) -> Option<Uuid> {
    (row.item.row.is_none() || row.name.is_some()).then(|| row.item.member.into())
}

/// The rule by which somebody was refused.
pub(crate) fn code_of(row: &JobItemRow) -> Option<String> {
    if let Some(ItemOutcome::Refused(rule)) = &row.item.outcome { Some(rule.clone()) } else { None }
}

impl JobResultView {
    fn of(row: &JobItemRow, masking: Masking) -> Self {
        let outcome = row.item.outcome.as_ref();
        Self {
            member: member_of(row),
            member_name: shown_name(row.name.as_deref(), masking),
            outcome: outcome.map(ItemOutcome::word),
            code: code_of(row),
            receipt: row.item.receipt.map(Into::into),
            line: row.item.row.as_ref().map(|row| row.line),
            email: row.item.row.as_ref().and_then(|row| row.email.clone()),
        }
    }
}

/// A job, without its people.
#[derive(Serialize, ToSchema)]
struct JobSummaryView {
    id: Uuid,
    /// `deletion`, `levels`, `undo` or `import`.
    task: &'static str,
    /// `running`, `done` or `stopped`, and `planned` for an import that waits to be carried out. Stopped is: who began it ended it or may not act here any more, and the others stay as they are.
    state: &'static str,
    /// How many people it is about.
    total: u32,
    /// For how many it was done.
    done: u32,
    /// For how many it was refused.
    refused: u32,
    /// With `deletion`: who takes the contacts over; null when they are left unassigned.
    assigned_to: Option<Uuid>,
    /// With `levels`: where.
    workspace: Option<Uuid>,
    /// With `levels`: which.
    levels: Vec<String>,
    /// With `undo`: the job that is undone.
    undoes: Option<Uuid>,
    reason: Option<String>,
    created_at: String,
    ended_at: Option<String>,
}

impl From<&Job> for JobSummaryView {
    fn from(job: &Job) -> Self {
        let mut view = Self {
            id: job.id.into(),
            task: job.task.word(),
            state: job.state.word(),
            total: job.total,
            done: job.done,
            refused: job.refused,
            assigned_to: None,
            workspace: None,
            levels: Vec::new(),
            undoes: None,
            reason: job.reason.as_ref().map(ToString::to_string),
            created_at: rfc3339(job.created_at),
            ended_at: job.ended_at.map(rfc3339),
        };
        match &job.task {
            Task::Deletion { handover: Handover::AssignTo(to) } => view.assigned_to = Some((*to).into()),
            Task::Deletion { handover: Handover::Unassign } | Task::Import(_) => {}
            Task::Levels { workspace, levels } => {
                view.workspace = Some((*workspace).into());
                view.levels = levels.iter().map(ToString::to_string).collect();
            }
            Task::Undo { of } => view.undoes = Some((*of).into()),
        }
        view
    }
}

/// A job with its people, in the order in which they were named.
#[derive(Serialize, ToSchema)]
pub(crate) struct JobView {
    #[serde(flatten)]
    job: JobSummaryView,
    /// What came of them, page by page.
    results: Vec<JobResultView>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// What a job would come to.
#[derive(Serialize, ToSchema)]
// Else a job would be a plan too to who reads the document.
#[serde(deny_unknown_fields)]
pub(crate) struct JobPlanView {
    /// How many people it would be about.
    total: usize,
    /// What would come of them, of the first hundred: `done` or `refused` with the rule in `code`.
    results: Vec<JobResultView>,
}

/// What a request for many people is answered with when it is through at once: the job, or with `plan` what it would come to.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "this is how the two answers are described")]
pub(crate) enum BegunView {
    Job(Box<JobView>),
    Plan(JobPlanView),
}

/// Says what a job would come to.
pub(crate) async fn planned(state: &AppState, inside: &Inside, task: Task, members: Vec<MemberId>) -> Result<Response, Problem> {
    let people: BTreeSet<MemberId> = members.iter().copied().collect();
    let ask = PlannedJob { organization: inside.organization, task, members };
    let verdicts = perform(state, inside.caller(), ask).await?;
    let reader = inside.reader(state)?;
    let masking = reader.access.masking_of_members();
    let names = reader.member_names(&verdicts.iter().map(|(member, _)| *member).collect::<Vec<_>>()).await?;
    let result = |(member, rule): &(MemberId, Option<&'static str>)| JobResultView {
        member: Some((*member).into()),
        member_name: shown_name(names.get(member).map(String::as_str), masking),
        outcome: Some(if rule.is_some() { "refused" } else { "done" }),
        code: rule.map(str::to_owned),
        receipt: None,
        line: None,
        email: None,
    };
    Ok(Json(JobPlanView { total: people.len(), results: verdicts.iter().map(result).collect() }).into_response())
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct JobQuery {
    /// Only those with this outcome: `done`, `refused`, or `open` for who waits for their turn.
    #[serde(default, deserialize_with = "given")]
    pub(crate) outcome: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    pub(crate) limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    pub(crate) cursor: Option<String>,
}

impl JobQuery {
    pub(crate) fn filter(&self) -> Result<ItemFilter, Problem> {
        match self.outcome.as_deref() {
            None => Ok(ItemFilter::All),
            Some("done") => Ok(ItemFilter::Done),
            Some("refused") => Ok(ItemFilter::Refused),
            Some("open") => Ok(ItemFilter::Open),
            Some(_) => {
                let which = "use done, refused or open";
                Err(Problem::invalid("there is no such outcome").with_field("outcome", "unknown_outcome", which))
            }
        }
    }
}

fn address(inside: &Inside, id: JobId) -> String {
    format!("/api/v1/organizations/{}/jobs/{id}", inside.organization)
}

async fn view(state: &AppState, inside: &Inside, id: JobId, query: &JobQuery) -> Result<(Job, JobView), Problem> {
    let reader = inside.reader(state)?;
    let job = reader.job(id).await?;
    let cursors = Cursors {
        route: address(inside, id),
        organization: Some(inside.organization),
        filter: query.outcome.clone().unwrap_or_default(),
        sort: "position".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.job_items(id, query.filter()?, &ask.page).await?;
    let masking = reader.access.masking_of_members();
    let next = page.next.as_ref().map(|position| ask.cursors.seal(state, position));
    let results = page.items.iter().map(|row| JobResultView::of(row, masking)).collect();
    Ok((job.clone(), JobView { job: JobSummaryView::from(&job), results, next }))
}

/// The answer that the same request was given before, if it is kept: who matched then matters, and not who matches now.
pub(crate) async fn answered_before(
    state: &AppState,
    inside: &Inside,
    idempotency: &Idempotency,
    body_hash: &str,
) -> Result<Option<Response>, Problem> {
    let key = idempotency.key.as_deref().and_then(|key| inside.caller().replay_key(&idempotency.route, key));
    let Some(key) = key else { return Ok(None) };
    match state.tenure().answered(&key).await? {
        Some(before) if before.body_hash == body_hash => told(state, inside, kept(&before)?, true).await.map(Some),
        _ => Ok(None),
    }
}

pub(crate) fn kept(before: &Replay) -> Result<JobId, Problem> {
    before.body.parse().map_err(|_| Problem::not_found("what this request began is kept no more"))
}

/// Begins a job, and answers with what came of it, or with where that will be told.
pub(crate) async fn begun<U: UseCase<Done = Job, Refusal = JobRefused>>(
    state: &AppState,
    inside: &Inside,
    ask: U,
    idempotency: Idempotency,
    body_hash: String,
) -> Result<Response, Problem> {
    let render = |job: &Job| (StatusCode::ACCEPTED.as_u16(), job.id.to_string());
    let replay = idempotency.key.map(|key| ReplayAsk { route: idempotency.route, key, body_hash, render: &render });
    let (id, is_replayed) = match state.tenure().perform_once(inside.caller(), ask, replay).await? {
        Answer::Fresh(job) => (state.tenure().take_up(job).await.id, false),
        Answer::Replayed(before) => (kept(&before)?, true),
    };
    told(state, inside, id, is_replayed).await
}

async fn told(state: &AppState, inside: &Inside, id: JobId, is_replayed: bool) -> Result<Response, Problem> {
    let (job, view) = view(state, inside, id, &JobQuery { limit: Some(TOLD), ..JobQuery::default() }).await?;
    let status = if job.state == JobState::Running { StatusCode::ACCEPTED } else { StatusCode::OK };
    let mut response = (status, Json(view)).into_response();
    if let Ok(location) = HeaderValue::from_str(&address(inside, id)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    if is_replayed {
        tell_replayed(&mut response);
    }
    Ok(response)
}

/// List the jobs that the caller began, newest first. A job is kept for 30 days after its end.
#[utoipa::path(get, path = "/organizations/{org}/jobs", tag = "bulk", params(("org" = Uuid, Path), ListQuery),
    responses((status = 200, body = Listing<JobSummaryView>)))]
async fn list_jobs(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ListQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: String::new(),
        sort: "-created".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.jobs(&ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(|job| JobSummaryView::from(&job)), None))
}

/// Read a job that the caller began: how far it is, and what came of whom.
#[utoipa::path(get, path = "/organizations/{org}/jobs/{id}", tag = "bulk",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), JobQuery), responses((status = 200, body = JobView)))]
async fn read_job(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    Query(query): Query<JobQuery>,
) -> Result<Json<JobView>, Problem> {
    Ok(Json(view(&state, &inside, ids.get("id")?, &query).await?.1))
}

/// Stop a job that is running: those who hadn't had their turn stay as they are.
///
/// Nothing happens to one that has ended.
#[utoipa::path(post, path = "/organizations/{org}/jobs/{id}/stop", tag = "bulk",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200, body = JobView)))]
async fn stop_job(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    _body: Body<NothingMore>,
) -> Result<Json<JobView>, Problem> {
    let job: JobId = ids.get("id")?;
    perform(&state, inside.caller(), StopJob { organization: inside.organization, job }).await?;
    Ok(Json(view(&state, &inside, job, &JobQuery::default()).await?.1))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UndoJobBody {
    /// Why, for the journal.
    reason: Option<String>,
}

/// Undo what a job of deletions did, from the receipts that it left, each answered on their own.
///
/// It is a job like any: up to 100 people are answered at once, more go on.
#[utoipa::path(post, path = "/organizations/{org}/jobs/{id}/undo", tag = "bulk",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), Idempotency), request_body = UndoJobBody,
    responses((status = 200, body = JobView), (status = 202, body = JobView, description = "It goes on; see `Location`.")))]
async fn undo_job(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<UndoJobBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let ask = UndoJob { organization: inside.organization, job: ids.get("id")?, reason };
    begun(&state, &inside, ask, idempotency, hash).await
}
