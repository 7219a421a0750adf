//! One step of a job: up to a hundred people, each answered on their own, in one unit with the answers.

use std::collections::BTreeSet;

use tenure_domain::job::{ItemOutcome, Job, JobItem, JobState, Task};
use tenure_domain::membership::Status;
use tenure_domain::{Decided, JobId, MemberId, OrganizationId, Reason, UserId};
use tenure_port_store::OrganizationUnit;

use crate::job_round::{Round, Ruled, Turn};
use crate::jobs::LEASE;
use crate::{Acting, Context, Failure, InOrganization, Never, UseCase};

/// The rule for somebody whom nothing could be done for, because what the database has of them is broken.
const FAILED: &str = "failed";

/// How many people a step takes, and what becomes of the job after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stride {
    /// How many people at most.
    pub(crate) people: u32,
    /// Whether the first of them is answered as failed, because every try to do it did.
    pub(crate) gives_up: bool,
    /// Whether it is anybody's afterwards, so that other jobs get their turn.
    pub(crate) lets_go: bool,
}

/// Asks to carry on with a job, as who began it.
#[derive(Clone, Debug)]
pub(crate) struct ContinueJob {
    pub(crate) organization: OrganizationId,
    pub(crate) job: JobId,
    /// The job's.
    pub(crate) reason: Option<Reason>,
    pub(crate) stride: Stride,
}

/// A job after a step, and the rules by which access was refused in it.
#[derive(Clone, Debug)]
pub(crate) struct Stepped {
    pub(crate) job: Job,
    pub(crate) user: UserId,
    pub(crate) refused: Vec<&'static str>,
}

impl UseCase for ContinueJob {
    type Lock = InOrganization;
    type Done = Stepped;
    type Refusal = Never;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    fn reason(&self) -> Option<Reason> {
        self.reason.clone()
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<Decided<Stepped>, Failure<Never>> {
        let acting = Acting::load(cx, unit).await?;
        let user = cx.user()?.id;
        let job = unit.jobs().find(self.organization, self.job).await?.ok_or(Failure::NotFound)?;
        if job.state != JobState::Running {
            // Somebody ended it while this waited for the lock.
            return Ok(Decided { value: Stepped { job, user, refused: Vec::new() }, events: Vec::new() });
        }
        // INVARIANT: who is still to be answered is read under the organization's lock, and answered in the same unit as the deed:
        // nobody's turn comes twice, whoever else carries on with this job at the same time or after a crash.
        let mut items = unit.jobs().open_items(self.organization, self.job, self.stride.people).await?;
        let (mut events, mut refused) = (Vec::new(), Vec::new());
        let mut refuse = |Ruled { rule, is_access }: Ruled| {
            if is_access && !refused.contains(&rule) {
                refused.push(rule);
            }
            Some(ItemOutcome::Refused(rule.to_owned()))
        };
        if let (true, Some(first)) = (self.stride.gives_up, items.first_mut()) {
            first.outcome = refuse(Ruled { rule: FAILED, is_access: false });
        }
        // Who is given up isn't read any more: what the database has of them may be what is broken.
        let open: Vec<&JobItem> = items.iter().filter(|item| item.outcome.is_none()).collect();
        let mut round = Round::load(cx, unit, &acting, &job.task, &open).await?;
        // Nothing is written about whoever is refused. The rows of all others who are here are written before anything of anybody's
        // portfolios is read, see `carry_out`: those of whoever is known by an address alone as well.
        let looked = round.look_ahead(unit, &open).await?;
        let mut met = BTreeSet::new();
        for (item, looked) in items.iter_mut().filter(|item| item.outcome.is_none()).zip(looked) {
            match looked {
                Ok(whom) => met.extend(whom),
                Err(ruled) => item.outcome = refuse(ruled),
            }
        }
        if !matches!(job.task, Task::Undo { .. }) {
            let met: Vec<MemberId> = met.into_iter().collect();
            unit.membership_changes().touch_all(&met).await?;
        }
        let left: Vec<MemberId> = items.iter().filter(|item| item.outcome.is_none()).map(|item| item.member).collect();
        round.touched(unit, &left).await?;
        for item in items.iter_mut().filter(|item| item.outcome.is_none()) {
            // What the others of this step left may refuse somebody after all, such as the last who governs.
            match round.turn(unit, item).await? {
                Turn::Done(receipt, member, more) => {
                    item.outcome = Some(ItemOutcome::Done);
                    (item.receipt, item.member) = (receipt.or(item.receipt), member.unwrap_or(item.member));
                    events.extend(more);
                }
                Turn::Refused(ruled) => item.outcome = refuse(ruled),
            }
        }
        round.finish(unit).await?;
        let job = job.answered(&items, cx.now);
        unit.job_changes().answer(job.id, &items).await?;
        let leased_until = if self.stride.lets_go { cx.now } else { cx.now.plus(LEASE) };
        unit.job_changes().update(&job, leased_until).await?;
        Ok(Decided { value: Stepped { job, user, refused }, events })
    }
}

/// Asks to end a job: by who began it, or because they may not act here any more.
#[derive(Clone, Copy, Debug)]
pub struct StopJob {
    /// The tenant.
    pub organization: OrganizationId,
    /// The job.
    pub job: JobId,
}

impl UseCase for StopJob {
    type Lock = InOrganization;
    type Done = Job;
    type Refusal = Never;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<Decided<Job>, Failure<Never>> {
        let job = unit.jobs().find(self.organization, self.job).await?.ok_or(Failure::NotFound)?;
        if cx.standing.is_some() {
            let acting = Acting::load(cx, unit).await?;
            if acting.membership.id != job.by {
                return Err(Failure::NotFound);
            }
            // As with what it could begin.
            if acting.access.is_limited() {
                return Err(Failure::SessionRequired);
            }
        } else {
            // Nobody asks but Tenure itself, which may have been mistaken by now.
            let organization = unit.organizations().find(self.organization).await?.ok_or(Failure::NotFound)?;
            let maker = unit.memberships().find(self.organization, job.by).await?;
            let maker = maker.filter(|maker| organization.active && maker.status == Status::Active).and_then(|maker| maker.user);
            let may_act = match maker {
                Some(user) if organization.second_factor_required => unit.second_factors().find(user).await?.active.is_some(),
                maker => maker.is_some(),
            };
            if may_act {
                return Ok(Decided { value: job, events: Vec::new() });
            }
        }
        if job.state != JobState::Running {
            return Ok(Decided { value: job, events: Vec::new() });
        }
        let job = job.stopped(cx.now);
        unit.job_changes().update(&job, cx.now).await?;
        Ok(Decided { value: job, events: Vec::new() })
    }
}
