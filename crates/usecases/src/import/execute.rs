//! Having a plan carried out: the same job, however often it is asked for.

use tenure_domain::job::{AT_A_TIME, Job, JobRefused, JobState, Task, execute};
use tenure_domain::{Decided, JobId, OrganizationId, Reason};
use tenure_port_store::OrganizationUnit;

use crate::begin_job::Begun;
use crate::jobs::LEASE;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks to carry out the plan of an import that they made.
#[derive(Clone, Debug)]
pub struct ExecuteImport {
    /// The tenant.
    pub organization: OrganizationId,
    /// The plan.
    pub plan: JobId,
    /// Why, for the journal.
    pub reason: Option<Reason>,
}

impl UseCase for ExecuteImport {
    type Lock = InOrganization;
    type Done = Job;
    type Refusal = JobRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Job>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let planned = unit.jobs().find(self.organization, self.plan).await?;
        let is_theirs = |job: &Job| job.by == acting.membership.id && matches!(job.task, Task::Import(_));
        let planned = planned.filter(|job| is_theirs(job) && !job.is_forgotten(cx.now)).ok_or(Failure::NotFound)?;
        let is_new = planned.state == JobState::Planned;
        let begun = Begun::load(unit, &acting, &planned.task).await?;
        let job = execute(&begun.facts(&acting), planned, self.reason.clone(), cx.now).map_err(Failure::Refused)?;
        // INVARIANT: it is read and begun under the organization's lock, so of two who ask at once one begins it.
        if is_new {
            let is_short = usize::try_from(job.total).is_ok_and(|total| total <= AT_A_TIME);
            unit.job_changes().update(&job, if is_short { cx.now.plus(LEASE) } else { cx.now }).await?;
        }
        Ok(Decided { value: job, events: Vec::new() })
    }
}
