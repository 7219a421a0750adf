//! Jobs: one deed for many people, each answered on their own, a hundred at a time (P6).

mod plan;

pub use plan::{Asked, NewPlan, execute, plan};

use std::collections::BTreeSet;

use crate::access::Access;
use crate::access_model::engine;
use crate::decided::Decided;
use crate::grant::{Offer, OfferRefused};
use crate::id::{JobId, MemberId, OrganizationId, ReceiptId, WorkspaceId};
use crate::import::{Import, KEPT, MOST_ROWS, Row};
use crate::instant::Instant;
use crate::keys::LevelKey;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, may_manage};
use crate::refusal::{Refusal, RefusalKind};
use crate::revocation::Handover;
use crate::text::Reason;
use crate::workspace::Place;

/// How many people one unit of work takes at most: more would hold the organization's lock for too long.
pub const AT_A_TIME: usize = 100;

/// How many people one job may be about.
pub const MOST_AT_ONCE: usize = 100_000;

/// What is done for each of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Task {
    /// They are deleted from the organization (R14).
    Deletion {
        /// What becomes of the contacts of each.
        handover: Handover,
    },
    /// Their grant at a workspace gets these levels. Extra permissions and restrictions stay as far as they go with them.
    Levels {
        /// Where.
        workspace: WorkspaceId,
        /// Which.
        levels: BTreeSet<LevelKey>,
    },
    /// What another job did is undone from its receipts (R12).
    Undo {
        /// Which job.
        of: JobId,
    },
    /// What the rows of a sheet ask for, each for itself.
    Import(Import),
}

impl Task {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Deletion { .. } => "deletion",
            Self::Levels { .. } => "levels",
            Self::Undo { .. } => "undo",
            Self::Import(_) => "import",
        }
    }
}

/// How far a job is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// It says what would come of it, and waits for who made it to have it carried out.
    Planned,
    /// Some are still to be answered.
    Running,
    /// Everybody was answered.
    Done,
    /// Who began it ended it, or may not act here any more: the others stay as they are.
    Stopped,
}

impl JobState {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Running, Self::Done, Self::Stopped];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }
}

/// A job, as stores keep it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Job {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: JobId,
    /// Who began it: it is carried out with the rights that they have at each moment.
    pub by: MemberId,
    /// What is done.
    pub task: Task,
    /// Why, for the journal.
    pub reason: Option<Reason>,
    /// How far it is.
    pub state: JobState,
    /// How many people it is about.
    pub total: u32,
    /// For how many it was done.
    pub done: u32,
    /// For how many it was refused.
    pub refused: u32,
    /// When it was begun, or planned.
    pub created_at: Instant,
    /// When the last of them was answered, or when it was stopped.
    pub ended_at: Option<Instant>,
}

/// One person of a job.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JobItem {
    /// Which of them, from 0.
    pub position: u32,
    /// Who. Of a row that invites, who they will be.
    pub member: MemberId,
    /// With an import: what the row asks for.
    pub row: Option<Box<Row>>,
    /// The receipt that was left, or that is to be undone.
    pub receipt: Option<ReceiptId>,
    /// What came of it; none as long as nothing did.
    pub outcome: Option<ItemOutcome>,
}

/// What came of one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ItemOutcome {
    /// It was done.
    Done,
    /// It was refused, by this rule.
    Refused(String),
}

impl ItemOutcome {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused(_) => "refused",
        }
    }
}

impl Job {
    /// With these answers: they count, and after the last one it is done.
    #[must_use]
    pub fn answered(mut self, answers: &[JobItem], now: Instant) -> Self {
        for item in answers {
            match item.outcome {
                Some(ItemOutcome::Done) => self.done += 1,
                Some(ItemOutcome::Refused(_)) => self.refused += 1,
                None => {}
            }
        }
        if self.state == JobState::Running && self.done + self.refused >= self.total {
            (self.state, self.ended_at) = (JobState::Done, Some(now));
        }
        self
    }

    /// Stopped, if it wasn't through.
    #[must_use]
    pub fn stopped(mut self, now: Instant) -> Self {
        if self.state == JobState::Running {
            (self.state, self.ended_at) = (JobState::Stopped, Some(now));
        }
        self
    }

    /// Whether it is a plan that was kept long enough for anybody to come back to it.
    pub fn is_forgotten(&self, now: Instant) -> bool {
        self.state == JobState::Planned && now >= self.created_at.plus(KEPT)
    }

    /// Whether anything that it did can be undone from its receipts.
    pub const fn leaves_receipts(&self) -> bool {
        matches!(self.task, Task::Deletion { .. })
    }
}

/// Why no job was begun.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JobRefused {
    /// By a token that has only some of its member's rights: a job goes on with all that its maker may do.
    #[error("a token that is limited to some rights can't begin what goes on without it")]
    Limited,
    /// It isn't theirs to do, to anybody.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// The levels make no offer.
    #[error(transparent)]
    Offer(#[from] OfferRefused),
    /// For nobody.
    #[error("name at least one member")]
    Nobody,
    /// For too many.
    #[error("at most {MOST_AT_ONCE} people at once; narrow the filter")]
    TooMany,
    /// More rows than a sheet may have.
    #[error("at most {MOST_ROWS} rows at once")]
    TooManyRows,
    /// It goes on still.
    #[error("this job is still running; wait until it is done")]
    StillRunning,
    /// It left no receipts.
    #[error("there is nothing of this job that could be undone")]
    NothingToUndo,
}

impl Refusal for JobRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Limited => RefusalKind::Forbidden,
            Self::Grant(refused) => refused.kind(),
            Self::Offer(refused) => refused.kind(),
            Self::Nobody | Self::TooMany | Self::TooManyRows => RefusalKind::Invalid,
            Self::StillRunning | Self::NothingToUndo => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Limited => "limited_token",
            Self::Grant(refused) => refused.rule(),
            Self::Offer(refused) => refused.rule(),
            Self::Nobody => "nobody",
            Self::TooMany | Self::TooManyRows => "too_many",
            Self::StillRunning => "still_running",
            Self::NothingToUndo => "nothing_to_undo",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Offer(refused) => refused.pointer(),
            Self::Nobody | Self::TooMany => Some("/members".to_owned()),
            Self::Limited | Self::Grant(_) | Self::TooManyRows | Self::StillRunning | Self::NothingToUndo => None,
        }
    }
}

/// A job that is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewJob {
    /// Its id.
    pub id: JobId,
    /// What is to be done.
    pub task: Task,
    /// Why.
    pub reason: Option<Reason>,
    /// For whom: each once, with the receipt that is to be undone where that is the task.
    pub people: Vec<(MemberId, Option<ReceiptId>)>,
}

/// Who begins a job, and where.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// The organization.
    pub organization: OrganizationId,
    /// Who.
    pub by: MemberId,
    /// What they may do now.
    pub access: &'a Access,
    /// The workspaces of their grants.
    pub places: &'a [Place],
    /// The workspace that the task names, if it names one.
    pub place: Option<&'a Place>,
}

/// Whether somebody may begin this at all: what they may do to nobody is refused as a whole.
pub fn may_begin(facts: &Beginning<'_>, task: &Task) -> Result<(), JobRefused> {
    if facts.access.is_limited() {
        return Err(JobRefused::Limited);
    }
    let granter = Granter::Member { id: facts.by, access: facts.access };
    if let (Task::Levels { levels, .. }, Some(place)) = (task, facts.place) {
        let model = facts.access.model();
        Offer { levels: levels.clone(), ..Offer::default() }.shaped(model)?;
        // What stands in the way of some alone, such as a restriction that they would be free of, is for their turn to say.
        may_manage(granter, Grantee::NEWCOMER, place, Right::Manage)?;
        let manages = facts.access.manages_at(place);
        let beyond = levels.iter().find(|key| model.level(key.as_str()).is_some_and(|level| !manages.has(level)));
        return beyond.map_or(Ok(()), |key| Err(GrantRefused::NotManageable(key.clone()).into()));
    }
    let any = [engine::MEMBERS_MANAGE, engine::MEMBERS_INVITE];
    if any.iter().any(|right| facts.access.reaches(*right, facts.places).is_anywhere()) {
        Ok(())
    } else {
        Err(GrantRefused::MissingPermission("members.manage").into())
    }
}

/// Begins a job; the rest is asked for each person when their turn comes.
pub fn begin(facts: Beginning<'_>, ask: NewJob, now: Instant) -> Result<Decided<(Job, Vec<JobItem>)>, JobRefused> {
    may_begin(&facts, &ask.task)?;
    let mut seen = BTreeSet::new();
    let people = ask.people.into_iter().filter(|(member, receipt)| seen.insert((*member, *receipt)));
    let items: Vec<JobItem> = (0..)
        .zip(people)
        .map(|(position, (member, receipt))| JobItem { position, member, row: None, receipt, outcome: None })
        .collect();
    if items.is_empty() {
        return Err(JobRefused::Nobody);
    }
    if items.len() > MOST_AT_ONCE {
        return Err(JobRefused::TooMany);
    }
    let job = Job {
        organization: facts.organization,
        id: ask.id,
        by: facts.by,
        task: ask.task,
        reason: ask.reason,
        state: JobState::Running,
        total: u32::try_from(items.len()).unwrap_or(u32::MAX),
        done: 0,
        refused: 0,
        created_at: now,
        ended_at: None,
    };
    Ok(Decided { value: (job, items), events: Vec::new() })
}

/// Asks to undo what a job did: the people for whom it left a receipt.
pub fn undoing(job: &Job, answered: &[JobItem]) -> Result<Vec<(MemberId, Option<ReceiptId>)>, JobRefused> {
    if job.state == JobState::Running {
        return Err(JobRefused::StillRunning);
    }
    let left = |item: &&JobItem| job.leaves_receipts() && item.outcome == Some(ItemOutcome::Done) && item.receipt.is_some();
    let people: Vec<_> = answered.iter().filter(left).map(|item| (item.member, item.receipt)).collect();
    if people.is_empty() { Err(JobRefused::NothingToUndo) } else { Ok(people) }
}
