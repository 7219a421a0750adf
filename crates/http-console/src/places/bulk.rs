//! The same for many members: who was picked, or all who match; what it would come to; and then it is begun.

use std::sync::{Mutex, PoisonError};

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::job::{AT_A_TIME, Job, Task};
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, shown_name};
use tenure_port_store::Bounded;
use tenure_usecases::{BeginJob, PlannedJob, Reader};

use super::jobs::Refused;
use super::members::{MembersQuery, levels};
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::{PEOPLE, Workspaces, workspaces_where};
use crate::people::{Choice, Face, PersonChoice};
use crate::respond::{go, page, sent_back};

/// How far those who match are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/bulk", get(look).post(begin))
}

/// What is asked for, in the address as in the form.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BulkForm {
    /// `deletion` or `levels`.
    act: String,
    /// Those who were picked.
    members: Vec<String>,
    /// Or all who match what follows.
    matching: String,
    q: String,
    status: Vec<String>,
    level: Vec<String>,
    workspace: String,
    resource: String,
    not_active_for_days: String,
    /// Where levels change,
    at: String,
    /// and to which.
    levels: Vec<String>,
    /// `unassign`, or `assign_to`.
    contacts: String,
    assign_to: String,
    reason: String,
    /// Looks for a successor, or for a workspace.
    find: String,
    /// `preview` for what it would come to; else it is begun.
    intent: String,
}

/// What comes as several fields or, from a form that hands it on, as one with commas.
fn each(of: &[String]) -> Vec<String> {
    of.iter().flat_map(|some| some.split(',')).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

impl BulkForm {
    /// No other word means anything: what isn't said to be a deletion is none.
    fn is_levels(&self) -> Result<bool, Problem> {
        match self.act.as_str() {
            "deletion" => Ok(false),
            "levels" => Ok(true),
            _ => Err(Problem::not_found("there is nothing like that to do for many")),
        }
    }

    fn is_matching(&self) -> bool {
        !self.matching.is_empty()
    }

    /// Who is meant, as fields of the form.
    fn people(&self) -> Vec<(&'static str, String)> {
        if !self.is_matching() {
            return vec![("members", self.members.join(","))];
        }
        let one = [("q", &self.q), ("workspace", &self.workspace), ("resource", &self.resource)];
        let one = one.into_iter().chain([("not_active_for_days", &self.not_active_for_days)]);
        let mut fields: Vec<(&'static str, String)> = vec![("matching", "true".to_owned())];
        fields.extend(one.filter(|(_, value)| !value.is_empty()).map(|(key, value)| (key, value.clone())));
        let several = [("status", &self.status), ("level", &self.level)];
        fields.extend(several.iter().filter(|(_, words)| !words.is_empty()).map(|(key, words)| (*key, words.join(","))));
        fields
    }

    fn query(&self) -> MembersQuery {
        MembersQuery {
            q: self.q.clone(),
            status: each(&self.status),
            level: each(&self.level),
            workspace: self.workspace.clone(),
            resource: self.resource.clone(),
            not_active_for_days: self.not_active_for_days.clone(),
            ..MembersQuery::default()
        }
    }

    fn picked(&self) -> Result<Vec<MemberId>, Problem> {
        let mut fields = Fields::default();
        let picked = each(&self.members);
        let picked = picked.iter().filter_map(|id| fields.take("/members", "id", id.parse::<MemberId>())).collect();
        fields.all_right()?;
        Ok(picked)
    }

    /// All who are meant.
    async fn meant(&self, desk: &Desk, reader: &Reader<'_>) -> Result<Vec<MemberId>, Problem> {
        if !self.is_matching() {
            return self.picked();
        }
        Ok(reader.matching(&self.query().filter(&desk.state, reader).await?).await?)
    }

    /// What is to be done; none as long as it isn't said where or to whom.
    fn task(&self) -> Result<Option<Task>, Problem> {
        let mut fields = Fields::default();
        let task = if self.is_levels()? {
            let workspace = said(&self.at).and_then(|id| fields.take("/workspace", "id", id.parse::<WorkspaceId>()));
            let levels: Vec<String> = self.levels.iter().filter(|key| !key.is_empty()).cloned().collect();
            let levels = fields.offer(&levels, &[], &[]).levels;
            workspace.map(|workspace| Task::Levels { workspace, levels })
        } else if self.contacts == "assign_to" {
            let to = said(&self.assign_to).and_then(|id| fields.take("/assign_to", "id", id.parse::<MemberId>()));
            to.map(|to| Task::Deletion { handover: Handover::AssignTo(to) })
        } else {
            Some(Task::Deletion { handover: Handover::Unassign })
        };
        fields.all_right()?;
        Ok(task)
    }
}

#[derive(Template)]
#[template(path = "bulk.html")]
struct BulkPage {
    frame: Frame,
    notice: Notice,
    form: BulkForm,
    /// The sentence above, for a number and for a bound.
    heading: &'static str,
    heading_more: &'static str,
    action: String,
    /// Where successors and workspaces are looked for.
    choose: String,
    total: Bounded,
    /// How many were asked about,
    checked: u32,
    /// and who of them would be refused, and why.
    refused: Vec<Refused>,
    levels: Vec<Choice>,
    workspaces: Workspaces,
    successors: Vec<PersonChoice>,
    undo_days: u32,
}

async fn look(desk: Desk, Query(form): Query<BulkForm>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), form).await?)
}

async fn shown(desk: &Desk, notice: Notice, mut form: BulkForm) -> Result<BulkPage, Problem> {
    let reader = desk.reader()?;
    let total = if form.is_matching() {
        let filter = form.query().filter(&desk.state, &reader).await?;
        reader.count_members(&filter, COUNTED).await?
    } else {
        Bounded { value: u32::try_from(form.picked()?.len()).unwrap_or(u32::MAX), exact: true }
    };
    let is_levels = form.is_levels()?;
    let may = |place: &tenure_domain::workspace::Place| reader.access.can(engine::MEMBERS_MANAGE, place);
    let mut workspaces = Workspaces::default();
    if is_levels {
        let chosen = [&form.at, &form.workspace].into_iter().find(|id| !id.is_empty()).cloned();
        let chosen = chosen.or_else(|| reader.places.iter().find(|place| may(place)).map(|place| place.workspace().to_string()));
        form.at = chosen.unwrap_or_default();
        workspaces = workspaces_where(&reader, &form.at, &form.find, may).await?;
    }
    let (checked, refused) = verdicts(desk, &reader, &form, total).await?;
    let ticked = MembersQuery { level: form.levels.clone(), ..MembersQuery::default() };
    Ok(BulkPage {
        frame: desk.frame(&reader, Place::Members, if is_levels { "bulk-levels" } else { "deletion-title" }),
        notice,
        heading: if is_levels { "bulk-levels-heading" } else { "bulk-deletion-heading" },
        heading_more: if is_levels { "bulk-levels-heading-more" } else { "bulk-deletion-heading-more" },
        action: desk.address("/members/bulk"),
        choose: desk.address(if is_levels { "/members/bulk?act=levels" } else { "/members/bulk?act=deletion&contacts=assign_to" }),
        total,
        checked,
        refused,
        levels: if is_levels { levels(&reader, &ticked) } else { Vec::new() },
        workspaces,
        successors: if is_levels { Vec::new() } else { successors(&reader, &form).await? },
        undo_days: reader.organization.undo_days(),
        form,
    })
}

/// What it would come to, where it is said what is to be done and it is no more than a few: others are answered when their turn comes.
async fn verdicts(desk: &Desk, reader: &Reader<'_>, form: &BulkForm, total: Bounded) -> Result<(u32, Vec<Refused>), Problem> {
    let few = total.exact && (1..=AT_A_TIME).contains(&usize::try_from(total.value).unwrap_or(usize::MAX));
    let said_what = form.act != "levels" || form.levels.iter().any(|key| !key.is_empty());
    let Some(task) = form.task()?.filter(|_| few && said_what) else { return Ok((0, Vec::new())) };
    let members = form.meant(desk, reader).await?;
    let ask = PlannedJob { organization: desk.inside.organization, task, members };
    let verdicts = match desk.perform(ask).await {
        Ok(verdicts) => verdicts,
        // What is wrong with the levels is said when it is begun.
        Err(problem) if problem.body().status == 422 => return Ok((0, Vec::new())),
        Err(problem) => return Err(problem),
    };
    let names = reader.member_names(&verdicts.iter().map(|(member, _)| *member).collect::<Vec<_>>()).await?;
    let masking = reader.access.masking_of_members();
    let refused = verdicts.iter().filter_map(|(member, rule)| {
        let name = shown_name(names.get(member).map(String::as_str), masking);
        Some(Refused::new(desk.words(), name, (*rule)?))
    });
    Ok((u32::try_from(verdicts.len()).unwrap_or(u32::MAX), refused.collect()))
}

/// Who could take the contacts of all of them over: who can wherever the reader looks after people.
async fn successors(reader: &Reader<'_>, form: &BulkForm) -> Result<Vec<PersonChoice>, Problem> {
    let chosen = said(&form.assign_to).and_then(|id| id.parse::<MemberId>().ok());
    let nobody = MemberId::new(uuid::Uuid::nil());
    let places: Vec<_> = reader.places.first().cloned().into_iter().collect();
    let mut rows = reader.successors(&places, nobody, said(&form.find), PEOPLE.into()).await?;
    if let Some(chosen) = chosen.filter(|chosen| !rows.iter().any(|row| row.membership.id == *chosen)) {
        rows.insert(0, reader.member(chosen).await?);
    }
    let masking = reader.access.masking_of_members();
    let choice = |row: &tenure_port_store::MemberRow| PersonChoice {
        face: Face::new(
            row.membership.id.into(),
            tenure_http_base::display_name(
                &row.membership,
                tenure_http_base::masking_of(&row.membership, Some(reader.membership.id), masking),
            ),
        ),
        chosen: chosen == Some(row.membership.id),
    };
    Ok(rows.iter().map(choice).collect())
}

async fn begin(desk: Desk, Form(form, once): Form<BulkForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        return page(&shown(&desk, Notice::none(), form).await?);
    }
    if let Some(to) = desk.kept(&once).await? {
        return Ok(go(&to));
    }
    match begun(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let again = shown(&desk, desk.notice(&problem), form).await?;
            sent_back(&problem, &again)
        }
        Err(problem) => Err(problem),
    }
}

async fn begun(desk: &Desk, form: &BulkForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let reason = fields.reason_if(said(&form.reason));
    fields.all_right()?;
    let nobody =
        || Problem::invalid("choose who takes the contacts over").with_field("/assign_to", "successor_missing", "choose somebody");
    let task = form.task()?.ok_or_else(nobody)?;
    let members = form.meant(desk, &desk.reader()?).await?;
    begin_once(desk, once, BeginJob { organization: desk.inside.organization, task, members, reason }).await
}

/// Begins a job once for each form, and takes it up; where it is told of.
pub(super) async fn begin_once<U>(desk: &Desk, once: &Once, ask: U) -> Result<String, Problem>
where
    U: tenure_usecases::UseCase<Done = Job>,
{
    let fresh = Mutex::new(None);
    let to = desk
        .once(once, ask, |job: &Job| {
            *fresh.lock().unwrap_or_else(PoisonError::into_inner) = Some(job.clone());
            desk.address(&format!("/jobs/{}", job.id))
        })
        .await?;
    if let Some(job) = fresh.into_inner().unwrap_or_else(PoisonError::into_inner) {
        desk.state.tenure().take_up(job).await;
    }
    Ok(to)
}
