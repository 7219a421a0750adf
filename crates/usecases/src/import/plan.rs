//! Planning an import: each row is decided as it would be in its turn, all of them as of one moment, and the verdicts are kept.

use tenure_domain::import::{Column, Deed, Import, KEPT, Row};
use tenure_domain::job::{Asked, Job, JobRefused, NewPlan, Task, may_begin, plan};
use tenure_domain::{Decided, MemberId, OrganizationId};
use tenure_port_store::Unit;

use super::Rows;
use super::look::Part;
use crate::begin_job::Begun;
use crate::{Acting, Answer, Caller, Context, Failure, Never, Open, Reading, ReplayAsk, Tenure, UseCase};

/// About how many rows people are read at a time.
const AT_A_TIME: usize = 500;

/// A row that asks for something, or was refused by what stands in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedRow {
    /// Whom it is about, if they are here.
    pub member: Option<MemberId>,
    /// The row.
    pub row: Row,
    /// The rule by which it was refused.
    pub refused: Option<&'static str>,
    /// The cell that asks for grants.
    pub grants_in: Column,
}

impl AskedRow {
    /// What there is to decide of it.
    fn deed(&self) -> Option<&Deed> {
        self.row.deed.as_ref().filter(|_| self.refused.is_none())
    }
}

/// Asks what a sheet would come to, and that this is kept until it is carried out.
#[derive(Clone, Debug)]
pub struct PlanImport {
    /// The tenant.
    pub organization: OrganizationId,
    /// What the sheet has besides these rows.
    pub import: Import,
    /// The rows, as [`Reader::asked`](crate::Reader::asked) found them.
    pub asked: Vec<AskedRow>,
}

impl Tenure {
    /// Plans an import. The rows are looked at without holding anybody up, and kept in a unit of their own: what is carried out is
    /// decided anew.
    pub async fn plan_import(
        &self,
        caller: Caller,
        ask: PlanImport,
        replay: Option<ReplayAsk<'_, Job>>,
    ) -> Result<Answer<Job>, Failure<JobRefused>> {
        let PlanImport { organization, import, asked } = ask;
        let asked = self.perform(caller, LookAtRows { organization, asked }).await?;
        self.perform_once(caller, KeepPlan { organization, import, asked }, replay).await
    }
}

struct LookAtRows {
    organization: OrganizationId,
    asked: Vec<AskedRow>,
}

impl UseCase for LookAtRows {
    type Lock = Reading;
    type Done = Vec<Asked>;
    type Refusal = JobRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Vec<Asked>>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let task = Task::Import(Import::default());
        may_begin(&Begun::load(unit, &acting, &task).await?.facts(&acting), &task).map_err(Failure::Refused)?;
        let deeds = self.asked.iter().filter_map(|asked| asked.row.deed.as_ref());
        let rows = Rows::load(cx, unit, &acting, deeds).await?.planned();
        let (mut looked, mut seats_left) = (Vec::with_capacity(self.asked.len()), rows.seats_left(unit).await?);
        for some in self.asked.chunks(AT_A_TIME) {
            let some: Vec<(MemberId, &AskedRow)> = some.iter().map(|one| (one.member.unwrap_or_else(|| cx.id()), one)).collect();
            let people = rows.meet(unit, some.iter().filter_map(|(member, asked)| Some((*member, asked.deed()?)))).await?;
            for (member, asked) in some {
                let (mut row, mut refused) = (asked.row.clone(), asked.refused);
                if let Some(deed) = asked.deed() {
                    match rows.look(&people, member, deed, seats_left).map_err(|failure| failure.map(Never::any))? {
                        Ok(seats) => seats_left = seats_left.map(|left| left.saturating_sub(seats)),
                        Err((ruled, part)) => {
                            (row.column, refused) = (Some(blamed(part, deed, asked.grants_in)), Some(ruled.rule));
                        }
                    }
                }
                looked.push(Asked { member, row, refused: refused.map(str::to_owned) });
            }
        }
        Ok(Decided { value: looked, events: Vec::new() })
    }
}

/// The cell to look at when a part of what a row asks for is refused.
fn blamed(part: Part, deed: &Deed, grants_in: Column) -> Column {
    match (part, deed) {
        (Part::Grants, _) => grants_in,
        (Part::Person, Deed::Invite(_)) => Column::Email,
        (Part::Person, Deed::Change(_)) => Column::Member,
        (Part::Profile, Deed::Change(change)) => change.columns().first().copied().unwrap_or(Column::Member),
        (Part::Profile, Deed::Invite(_)) => Column::FirstName,
    }
}

struct KeepPlan {
    organization: OrganizationId,
    import: Import,
    asked: Vec<Asked>,
}

impl UseCase for KeepPlan {
    type Lock = Open;
    type Done = Job;
    type Refusal = JobRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Job>, Failure<JobRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let begun = Begun::load(unit, &acting, &Task::Import(Import::default())).await?;
        let ask = NewPlan { id: cx.id(), import: self.import.clone(), asked: self.asked.clone() };
        let decided = plan(&begun.facts(&acting), ask, cx.now).map_err(Failure::Refused)?;
        let (job, items) = &decided.value;
        unit.jobs().insert(job, items, cx.now.plus(KEPT)).await?;
        Ok(decided.map(|(job, _)| job))
    }
}
