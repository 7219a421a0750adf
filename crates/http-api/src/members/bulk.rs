//! The same for many members: those that are named, or all that a filter matches at this moment.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use tenure_domain::MemberId;
use tenure_domain::job::Task;
use tenure_http_base::{AppState, Body, Fields, Idempotency, Inside, Problem};
use tenure_usecases::BeginJob;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{MembersQuery, filter};
use crate::jobs::{BegunView, JobView, answered_before, begun, planned};
use crate::revocations::ContactsBody;

/// Which members: the filters of the list. All of them absent is everybody whom the caller may see.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MatchingBody {
    /// With access to this workspace.
    workspace: Option<Uuid>,
    /// With `workspace`: also those whose access comes from above it. True when absent.
    inherited: Option<bool>,
    /// Part of a name or an e-mail address.
    q: Option<String>,
    /// One of these: `pending`, `active`, `inactive`.
    #[serde(default)]
    status: Vec<String>,
    /// One of these: keys of access levels.
    #[serde(default)]
    level: Vec<String>,
    /// Who reach this resource.
    resource: Option<Uuid>,
    /// Not active for this many days, or never.
    not_active_for_days: Option<u16>,
}

impl From<MatchingBody> for MembersQuery {
    fn from(body: MatchingBody) -> Self {
        let MatchingBody { workspace, inherited, q, status, level, resource, not_active_for_days } = body;
        let (sort, limit, cursor, count) = (None, None, None, None);
        Self { workspace, inherited, q, status, level, resource, not_active_for_days, sort, limit, cursor, count }
    }
}

/// Those who are named, or those who match now: who comes to match later is none of them.
async fn people(
    state: &AppState,
    inside: &Inside,
    members: Option<Vec<Uuid>>,
    matching: Option<MatchingBody>,
) -> Result<Vec<MemberId>, Problem> {
    match (members, matching) {
        (Some(members), None) => Ok(members.into_iter().map(MemberId::new).collect()),
        (None, Some(matching)) => {
            let reader = inside.reader(state)?;
            Ok(reader.matching(&filter(&matching.into(), state, &reader).await?).await?)
        }
        (members, _) => {
            let (pointer, code) = if members.is_some() { ("/matching", "both") } else { ("/members", "missing") };
            let how = "give either `members` or `matching`";
            Err(Problem::invalid(how).with_field(pointer, code, how))
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeletionsBody {
    /// These members, as many as a body of 1 MiB takes …
    members: Option<Vec<Uuid>>,
    /// … or all who match this when it is asked for, at most 100,000.
    matching: Option<MatchingBody>,
    /// `"unassign"` when absent.
    contacts: Option<ContactsBody>,
    /// Why, for the journal.
    reason: Option<String>,
    /// Whether only to say what would come of it, for the first hundred: nothing changes.
    #[serde(default)]
    plan: bool,
}

/// Delete many members from the organization, each answered on their own.
///
/// Up to 100 are answered at once. More are a job: its address is in `Location`, and `jobs` events of the stream tell how far it
/// is. It is carried out with the rights that the caller has at each moment, and goes on when they sign out. Each deletion of
/// somebody who had accepted leaves a receipt; undoing the job undoes those.
#[utoipa::path(post, path = "/organizations/{org}/members/deletion", tag = "bulk", params(("org" = Uuid, Path), Idempotency),
    request_body = DeletionsBody,
    responses((status = 200, body = BegunView), (status = 202, body = JobView, description = "It goes on; see `Location`.")))]
pub(super) async fn delete_members(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<DeletionsBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    if let Some(answer) = answered_before(&state, &inside, &idempotency, &hash).await? {
        return Ok(answer);
    }
    let members = people(&state, &inside, body.members, body.matching).await?;
    let task = Task::Deletion { handover: ContactsBody::handover(body.contacts) };
    if body.plan {
        return planned(&state, &inside, task, members).await;
    }
    begun(&state, &inside, BeginJob { organization: inside.organization, task, members, reason }, idempotency, hash).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelsBody {
    /// These members, as many as a body of 1 MiB takes …
    members: Option<Vec<Uuid>>,
    /// … or all who match this when it is asked for, at most 100,000.
    matching: Option<MatchingBody>,
    /// Where: only who has a grant at this very workspace gets other levels.
    workspace: Uuid,
    /// Keys of access levels; at least one.
    levels: Vec<String>,
    /// Why, for the journal.
    reason: Option<String>,
    /// Whether only to say what would come of it, for the first hundred: nothing changes.
    #[serde(default)]
    plan: bool,
}

/// Give the grants of many members at a workspace other levels, each answered on their own.
///
/// Extra permissions and restrictions stay as far as they go with the levels. Up to 100 people are answered at once; more are a job,
/// as with deletions.
#[utoipa::path(post, path = "/organizations/{org}/members/levels", tag = "bulk", params(("org" = Uuid, Path), Idempotency),
    request_body = LevelsBody,
    responses((status = 200, body = BegunView), (status = 202, body = JobView, description = "It goes on; see `Location`.")))]
pub(super) async fn change_levels(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<LevelsBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let levels = fields.offer(&body.levels, &[], &[]).levels;
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    if let Some(answer) = answered_before(&state, &inside, &idempotency, &hash).await? {
        return Ok(answer);
    }
    let members = people(&state, &inside, body.members, body.matching).await?;
    let task = Task::Levels { workspace: body.workspace.into(), levels };
    if body.plan {
        return planned(&state, &inside, task, members).await;
    }
    begun(&state, &inside, BeginJob { organization: inside.organization, task, members, reason }, idempotency, hash).await
}
