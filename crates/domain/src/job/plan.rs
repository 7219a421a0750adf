//! Jobs that are planned before they are begun: what each row of a sheet would come to, and then the same rows, one by one.

use super::{Beginning, ItemOutcome, Job, JobItem, JobRefused, JobState, Task, may_begin};
use crate::decided::Decided;
use crate::id::{JobId, MemberId};
use crate::import::{Deed, Import, MOST_ROWS, Row};
use crate::instant::Instant;
use crate::text::Reason;

/// A row that asks for something, with the rule by which it would be refused, if it would.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Whom it is about, or who will be invited by it.
    pub member: MemberId,
    /// The row.
    pub row: Row,
    /// The rule.
    pub refused: Option<String>,
}

/// A plan that is to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPlan {
    /// Its id, which is the job's.
    pub id: JobId,
    /// What its sheet has besides these rows.
    pub import: Import,
    /// The rows, in their order.
    pub asked: Vec<Asked>,
}

/// Keeps a plan. Who is refused by it is answered so; the others wait.
pub fn plan(facts: &Beginning<'_>, ask: NewPlan, now: Instant) -> Result<Decided<(Job, Vec<JobItem>)>, JobRefused> {
    let NewPlan { id, mut import, asked } = ask;
    if import.rows as usize > MOST_ROWS {
        return Err(JobRefused::TooManyRows);
    }
    for one in &asked {
        match (&one.refused, &one.row.deed) {
            (None, Some(Deed::Invite(_))) => import.invited += 1,
            (None, Some(Deed::Change(_))) => import.changed += 1,
            _ => import.refused += 1,
        }
    }
    let (refused, task) = (import.refused, Task::Import(import));
    may_begin(facts, &task)?;
    let item = |(position, Asked { member, row, refused }): (u32, Asked)| {
        let outcome = refused.map(ItemOutcome::Refused);
        JobItem { position, member, row: Some(Box::new(row)), receipt: None, outcome }
    };
    let items: Vec<JobItem> = (0..).zip(asked).map(item).collect();
    let job = Job {
        organization: facts.organization,
        id,
        by: facts.by,
        task,
        reason: None,
        state: JobState::Planned,
        total: u32::try_from(items.len()).unwrap_or(u32::MAX),
        done: 0,
        refused,
        created_at: now,
        ended_at: None,
    };
    Ok(Decided { value: (job, items), events: Vec::new() })
}

/// Has a plan carried out. One that is being carried out, or was, is left as it is: whoever asks twice gets the same job.
pub fn execute(facts: &Beginning<'_>, job: Job, reason: Option<Reason>, now: Instant) -> Result<Job, JobRefused> {
    may_begin(facts, &job.task)?;
    if job.state != JobState::Planned {
        return Ok(job);
    }
    // Where nobody waits, it is through.
    Ok(Job { state: JobState::Running, reason, ..job }.answered(&[], now))
}
