//! What a job would come to, person by person, before it is begun: the same decisions, and nothing written.

use std::collections::BTreeSet;

use tenure_domain::job::{AT_A_TIME, JobRefused, Task, may_begin};
use tenure_domain::{Decided, MemberId, OrganizationId};
use tenure_port_store::Unit;

use crate::begin_job::Begun;
use crate::job_round::Round;
use crate::{Acting, Context, Failure, Never, Reading, UseCase};

/// Asks what a job would come to for each of these, the first hundred of them. It changes nothing.
#[derive(Clone, Debug)]
pub struct PlannedJob {
    /// The tenant.
    pub organization: OrganizationId,
    /// What would be done.
    pub task: Task,
    /// For whom.
    pub members: Vec<MemberId>,
}

/// What it would come to for one person: the rule by which it would be refused, if it would.
pub type Verdict = (MemberId, Option<&'static str>);

impl UseCase for PlannedJob {
    type Lock = Reading;
    type Done = Vec<Verdict>;
    type Refusal = JobRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Vec<Verdict>>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let begun = Begun::load(unit, &acting, &self.task).await?;
        may_begin(&begun.facts(&acting), &self.task).map_err(Failure::Refused)?;
        let round = Round::load(cx, unit, &acting, &self.task, &[]).await?;
        let mut seen = BTreeSet::new();
        let members: Vec<MemberId> = self.members.iter().copied().filter(|member| seen.insert(*member)).take(AT_A_TIME).collect();
        let mut verdicts = Vec::with_capacity(members.len());
        for member in members {
            let looked = round.look(unit, member).await.map_err(|failure| failure.map(Never::any))?;
            verdicts.push((member, looked.err().map(|ruled| ruled.rule)));
        }
        Ok(Decided { value: verdicts, events: Vec::new() })
    }
}
