//! Beginning a job: the same for many people, each answered on their own when their turn comes.

use tenure_domain::job::{AT_A_TIME, Beginning, Job, JobRefused, NewJob, Task, begin, undoing};
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, JobId, MemberId, OrganizationId, Reason};
use tenure_port_store::Unit;

use crate::jobs::LEASE;
use crate::{Acting, Context, Failure, Open, UseCase, load};

/// Asks for a job.
#[derive(Clone, Debug)]
pub struct BeginJob {
    /// The tenant.
    pub organization: OrganizationId,
    /// What is to be done.
    pub task: Task,
    /// For whom, in this order.
    pub members: Vec<MemberId>,
    /// Why, for the journal.
    pub reason: Option<Reason>,
}

impl UseCase for BeginJob {
    type Lock = Open;
    type Done = Job;
    type Refusal = JobRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Job>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let people = self.members.iter().map(|member| (*member, None)).collect();
        let new = NewJob { id: cx.id(), task: self.task.clone(), reason: self.reason.clone(), people };
        keep(cx, unit, &acting, new).await
    }
}

/// Asks to undo what a job did, for each of those for whom it was done.
#[derive(Clone, Debug)]
pub struct UndoJob {
    /// The tenant.
    pub organization: OrganizationId,
    /// The job.
    pub job: JobId,
    /// Why, for the journal.
    pub reason: Option<Reason>,
}

impl UseCase for UndoJob {
    type Lock = Open;
    type Done = Job;
    type Refusal = JobRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Job>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let job = unit.jobs().find(self.organization, self.job).await?;
        let job = job.filter(|job| job.by == acting.membership.id).ok_or(Failure::NotFound)?;
        let answered = unit.jobs().done_items(self.organization, self.job).await?;
        let people = undoing(&job, &answered).map_err(Failure::Refused)?;
        let new = NewJob { id: cx.id(), task: Task::Undo { of: self.job }, reason: self.reason.clone(), people };
        keep(cx, unit, &acting, new).await
    }
}

/// What the beginning of a job rests on.
pub(crate) struct Begun {
    places: Vec<Place>,
    place: Option<Place>,
}

impl Begun {
    pub(crate) async fn load(unit: &mut (dyn Unit + 'static), acting: &Acting, task: &Task) -> Result<Self, Failure<JobRefused>> {
        let organization = &acting.organization;
        let at: Vec<_> = acting.access.workspaces().collect();
        let places = load::places(unit, organization, &at).await?;
        let place = match task {
            Task::Levels { workspace, .. } => {
                let place = load::place(unit, organization, *workspace).await?;
                Some(place.filter(|place| acting.workspace_is_seen(place)).ok_or(Failure::NotFound)?)
            }
            Task::Deletion { .. } | Task::Undo { .. } | Task::Import(_) => None,
        };
        Ok(Self { places, place })
    }

    pub(crate) fn facts<'a>(&'a self, acting: &'a Acting) -> Beginning<'a> {
        Beginning {
            organization: acting.organization.id,
            by: acting.membership.id,
            access: &acting.access,
            places: &self.places,
            place: self.place.as_ref(),
        }
    }
}

async fn keep(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    new: NewJob,
) -> Result<Decided<Job>, Failure<JobRefused>> {
    let begun = Begun::load(unit, acting, &new.task).await?;
    let decided = begin(begun.facts(acting), new, cx.now).map_err(Failure::Refused)?;
    let (job, items) = &decided.value;
    // Whoever begins a short one carries it out at once, if nobody stops them; a longer one is anybody's.
    let leased_until = if items.len() <= AT_A_TIME { cx.now.plus(LEASE) } else { cx.now };
    unit.jobs().insert(job, items, leased_until).await?;
    Ok(decided.map(|(job, _)| job))
}
