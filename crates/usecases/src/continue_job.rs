//! One step of a job: up to a hundred people, each answered on their own, in one unit with the answers.

use tenure_domain::event::Event;
use tenure_domain::granting::GivingRefused;
use tenure_domain::job::{AT_A_TIME, ItemOutcome, Job, JobItem, Task};
use tenure_domain::revocation::Handover;
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, JobId, LevelKey, MemberId, OrganizationId, Reason, ReceiptId, Refusal, UserId};
use tenure_port_store::OrganizationUnit;

use crate::grant_access::Giving;
use crate::jobs::LEASE;
use crate::revocation_plan::Ending;
use crate::revoke_access::carry_out;
use crate::selecting::Chooser;
use crate::undo_revocation::bring_back;
use crate::{Acting, Context, Expected, Failure, InOrganization, Loaded, Never, UseCase, load};

/// Asks to carry on with a job, as who began it.
#[derive(Clone, Debug)]
pub(crate) struct ContinueJob {
    pub(crate) organization: OrganizationId,
    pub(crate) job: JobId,
    /// The job's.
    pub(crate) reason: Option<Reason>,
}

/// A job after a step, and the rules by which access was refused in it.
#[derive(Clone, Debug)]
pub(crate) struct Stepped {
    pub(crate) job: Job,
    pub(crate) user: UserId,
    pub(crate) refused: Vec<&'static str>,
}

/// What one person's turn came to.
enum Turn {
    Done(Option<ReceiptId>, Vec<Event>),
    Refused { rule: &'static str, is_access: bool },
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
        let job = unit.jobs().find(self.organization, self.job).await?.ok_or(Failure::NotFound)?;
        // INVARIANT: who is still to be answered is read under the organization's lock, and answered in the same unit as the deed:
        // nobody's turn comes twice, whoever else carries on with this job at the same time or after a crash.
        let up_to = u32::try_from(AT_A_TIME).unwrap_or(u32::MAX);
        let mut items = unit.jobs().open_items(self.organization, self.job, up_to).await?;
        let round = Round::load(cx, unit, &acting, &job).await?;
        let (mut events, mut refused) = (Vec::new(), Vec::new());
        for item in &mut items {
            match round.turn(unit, item).await? {
                Turn::Done(receipt, more) => {
                    item.outcome = Some(ItemOutcome::Done);
                    item.receipt = receipt.or(item.receipt);
                    events.extend(more);
                }
                Turn::Refused { rule, is_access } => {
                    item.outcome = Some(ItemOutcome::Refused(rule.to_owned()));
                    if is_access && !refused.contains(&rule) {
                        refused.push(rule);
                    }
                }
            }
        }
        let job = job.answered(&items, cx.now);
        unit.job_changes().answer(job.id, &items).await?;
        unit.job_changes().update(&job, cx.now.plus(LEASE)).await?;
        Ok(Decided { value: Stepped { job, user: cx.user()?.id, refused }, events })
    }
}

/// What all turns of a step have in common.
struct Round<'a> {
    cx: &'a Context<'a>,
    acting: &'a Acting,
    deed: Deed<'a>,
}

enum Deed<'a> {
    Deletion(Handover),
    Levels {
        place: Place,
        levels: &'a std::collections::BTreeSet<LevelKey>,
        chooser: Chooser,
    },
    Undo,
    /// The workspace that the job is about is gone.
    Nowhere,
}

impl<'a> Round<'a> {
    async fn load(
        cx: &'a Context<'a>,
        unit: &mut (dyn OrganizationUnit + 'static),
        acting: &'a Acting,
        job: &'a Job,
    ) -> Result<Self, Failure<Never>> {
        let deed = match &job.task {
            Task::Deletion { handover } => Deed::Deletion(*handover),
            Task::Undo { .. } => Deed::Undo,
            Task::Levels { workspace, levels } => {
                let place = load::place(unit, &acting.organization, *workspace).await?;
                match place.filter(|place| acting.workspace_is_seen(place)) {
                    Some(place) => Deed::Levels { place, levels, chooser: Chooser::load(unit, acting, &Choices::new()).await? },
                    None => Deed::Nowhere,
                }
            }
        };
        Ok(Self { cx, acting, deed })
    }

    async fn turn(&self, unit: &mut (dyn OrganizationUnit + 'static), item: &JobItem) -> Result<Turn, Failure<Never>> {
        let (cx, acting) = (self.cx, self.acting);
        match (&self.deed, item.receipt) {
            (Deed::Deletion(handover), _) => {
                let decided = carry_out(cx, unit, acting, item.member, Ending::Membership, *handover, None).await;
                turned(decided.map(|done| (Some(done.value.id), done.events)))
            }
            (Deed::Levels { place, levels, chooser }, _) => {
                let giving = Giving { acting, place, chooser, now: cx.now };
                turned(at_levels(&giving, unit, item.member, levels).await.map(|done| (None, done)))
            }
            (Deed::Undo, Some(receipt)) => turned(bring_back(cx, unit, acting, receipt).await.map(|done| (None, done.events))),
            (Deed::Undo, None) | (Deed::Nowhere, _) => Ok(NOT_FOUND),
        }
    }
}

const NOT_FOUND: Turn = Turn::Refused { rule: "not_found", is_access: false };

/// A deed that was refused is an answer; one that the database ended ends the step.
fn turned<R: Refusal>(done: Result<(Option<ReceiptId>, Vec<Event>), Failure<R>>) -> Result<Turn, Failure<Never>> {
    match done {
        Ok((receipt, events)) => Ok(Turn::Done(receipt, events)),
        Err(Failure::NotFound) => Ok(NOT_FOUND),
        Err(failure) => {
            let is_access = failure.refused_access().is_some();
            match failure {
                Failure::Refused(refused) => Ok(Turn::Refused { rule: refused.rule(), is_access }),
                Failure::Forbidden(refused) => Ok(Turn::Refused { rule: refused.rule(), is_access }),
                Failure::Store(error) => Err(Failure::Store(error)),
                // What stood there when it was read stands there still: the organization is locked.
                _ => Err(Failure::Stale),
            }
        }
    }
}

/// Gives somebody's grant at this workspace other levels.
async fn at_levels(
    giving: &Giving<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    member: MemberId,
    levels: &std::collections::BTreeSet<LevelKey>,
) -> Result<Vec<Event>, Failure<GivingRefused>> {
    let Giving { acting, place, .. } = giving;
    let member = Loaded::find(unit, &acting.organization, member).await?.ok_or(Failure::NotFound)?;
    let standing = member.grant_at(place.workspace()).ok_or(Failure::NotFound)?;
    let offer = standing.as_offer().at_levels(levels.clone(), acting.access.model());
    let expected = Expected::Version(standing.version);
    Ok(giving.give(unit, member, offer, expected).await?.events)
}

/// Asks to end a job whose maker may not act here any more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StopJob {
    pub(crate) organization: OrganizationId,
    pub(crate) job: JobId,
}

impl UseCase for StopJob {
    type Lock = InOrganization;
    type Done = Job;
    type Refusal = Never;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<Decided<Job>, Failure<Never>> {
        let job = unit.jobs().find(self.organization, self.job).await?.ok_or(Failure::NotFound)?.stopped(cx.now);
        unit.job_changes().update(&job, cx.now).await?;
        Ok(Decided { value: job, events: Vec::new() })
    }
}
