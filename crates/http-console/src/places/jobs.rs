//! Jobs: how far the work for many people is, who was refused and why, and the way back.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::job::{ItemOutcome, Job, JobState, Task};
use tenure_domain::revocation::Handover;
use tenure_http_base::{AppState, Problem, Query, shown_name};
use tenure_port_store::{ItemFilter, JobItemRow, PageAsk};
use tenure_usecases::{Reader, StopJob, UndoJob};
use uuid::Uuid;

use super::bulk::begin_once;
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::respond::{go, page, sent_back};
use crate::words::{Moment, Words};

/// How many people are tried again at most: they stand in an address.
const TRIED_AGAIN: usize = 50;
/// How many of those for whom it was done are looked at for a receipt.
const LOOKED_AT: u32 = 200;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/jobs/{id}", get(job))
        .route("/organizations/{org}/jobs/{id}/undo", post(undo))
        .route("/organizations/{org}/jobs/{id}/stop", post(stop))
}

/// Somebody for whom it was refused, or would be.
pub(super) struct Refused {
    pub(super) name: String,
    pub(super) why: String,
}

impl Refused {
    pub(super) fn new(words: Words, name: Option<String>, rule: &str) -> Self {
        Self { name: name.unwrap_or_else(|| words.say("journal-somebody")), why: words.refused(rule, rule) }
    }
}

/// A job as pages show it.
pub(super) struct JobLine {
    pub(super) id: Uuid,
    pub(super) title: String,
    pub(super) state: &'static str,
    pub(super) total: u32,
    pub(super) done: u32,
    pub(super) refused: u32,
    pub(super) at: Moment,
}

impl JobLine {
    pub(super) fn of(words: Words, job: &Job) -> Self {
        let title = match job.task {
            Task::Deletion { .. } => "job-deletion",
            Task::Levels { .. } => "job-levels",
            Task::Undo { .. } => "job-undo",
            Task::Import(_) => "job-import",
        };
        Self {
            id: job.id.into(),
            title: words.count(title, job.total),
            state: job.state.word(),
            total: job.total,
            done: job.done,
            refused: job.refused,
            at: words.moment(job.created_at),
        }
    }

    /// How many wait for their turn, or stay as they are.
    pub(super) fn open(&self) -> u32 {
        self.total.saturating_sub(self.done + self.refused)
    }
}

#[derive(Template)]
#[template(path = "job.html")]
struct JobPage {
    frame: Frame,
    notice: Notice,
    line: JobLine,
    reason: Option<String>,
    refused: Vec<Refused>,
    may_undo: bool,
    may_stop: bool,
    /// Where those who were refused are tried again.
    retry: Option<String>,
    first: Option<String>,
    next: Option<String>,
}

#[derive(Default, Deserialize)]
struct JobQuery {
    #[serde(default)]
    cursor: String,
}

async fn job(desk: Desk, Query(query): Query<JobQuery>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), &query).await?)
}

async fn shown(desk: &Desk, notice: Notice, query: &JobQuery) -> Result<JobPage, Problem> {
    let reader = desk.reader()?;
    let id = desk.ids.get("id")?;
    let job = reader.job(id).await?;
    let ask = desk.list("refused".to_owned(), "position", None, &query.cursor)?;
    let rows = reader.job_items(id, ItemFilter::Refused, &ask.page).await?;
    let (words, masking) = (desk.words(), reader.access.masking_of_members());
    let refused = |row: &JobItemRow| {
        let Some(ItemOutcome::Refused(rule)) = &row.item.outcome else { return None };
        let typed = row.item.row.as_ref().and_then(|row| row.email.clone());
        Some(Refused::new(words, shown_name(row.name.as_deref(), masking).or(typed), rule))
    };
    let line = JobLine::of(words, &job);
    let here = Link::of(&desk.asked.uri);
    Ok(JobPage {
        frame: desk.titled(&reader, Place::Receipts, line.title.clone()),
        notice,
        reason: job.reason.as_ref().map(ToString::to_string),
        may_undo: may_undo(&reader, &job).await?,
        may_stop: job.state == JobState::Running,
        retry: retry(desk, &job, &rows.items),
        refused: rows.items.iter().filter_map(refused).collect(),
        first: said(&query.cursor).map(|_| here.text()),
        next: rows.next.as_ref().map(|position| here.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        line,
    })
}

/// Whether any of it left a receipt: of what was taken back from somebody pending there is none.
async fn may_undo(reader: &Reader<'_>, job: &Job) -> Result<bool, Problem> {
    if job.state == JobState::Running || !job.leaves_receipts() || job.done == 0 {
        return Ok(false);
    }
    let first = reader.job_items(job.id, ItemFilter::Done, &PageAsk::first(LOOKED_AT)).await?;
    Ok(first.items.iter().any(|row| row.item.receipt.is_some()))
}

/// The form again, for those who were refused on this page.
fn retry(desk: &Desk, job: &Job, rows: &[JobItemRow]) -> Option<String> {
    let mut link = form_urlencoded::Serializer::new(String::new());
    match &job.task {
        Task::Deletion { handover } => {
            link.append_pair("act", "deletion");
            if let Handover::AssignTo(to) = handover {
                link.append_pair("contacts", "assign_to").append_pair("assign_to", &to.to_string());
            }
        }
        Task::Levels { workspace, levels } => {
            link.append_pair("act", "levels").append_pair("at", &workspace.to_string());
            for key in levels {
                link.append_pair("levels", key.as_str());
            }
        }
        Task::Undo { .. } | Task::Import(_) => return None,
    }
    if let Some(reason) = &job.reason {
        link.append_pair("reason", reason.as_str());
    }
    for row in rows.iter().take(TRIED_AGAIN) {
        link.append_pair("members", &row.item.member.to_string());
    }
    let is_over = job.state != JobState::Running && !rows.is_empty();
    is_over.then(|| format!("{}?{}", desk.address("/members/bulk"), link.finish()))
}

/// A form without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

async fn stop(desk: Desk, Form(NothingMore {}, _): Form<NothingMore>) -> Result<Response, Problem> {
    let job = desk.ids.get("id")?;
    desk.perform(StopJob { organization: desk.inside.organization, job }).await?;
    Ok(go(&desk.address(&format!("/jobs/{job}"))))
}

async fn undo(desk: Desk, Form(NothingMore {}, once): Form<NothingMore>) -> Result<Response, Problem> {
    if let Some(to) = desk.kept(&once).await? {
        return Ok(go(&to));
    }
    let ask = UndoJob { organization: desk.inside.organization, job: desk.ids.get("id")?, reason: None };
    match begin_once(&desk, &once, ask).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let id: tenure_domain::JobId = desk.ids.get("id")?;
            let desk = desk.at(&format!("/jobs/{id}"));
            let again = shown(&desk, desk.notice(&problem), &JobQuery::default()).await?;
            sent_back(&problem, &again)
        }
        Err(problem) => Err(problem),
    }
}
