//! What a job would come to, person by person, before it is begun: the same decisions, and nothing written.

use std::collections::BTreeSet;

use tenure_domain::granting::GivingRefused;
use tenure_domain::job::{AT_A_TIME, JobRefused, Task};
use tenure_domain::revocation::{Handover, RevokeAsk, RevokeRefused, revoke};
use tenure_domain::selection::Choices;
use tenure_domain::{Decided, LevelKey, MemberId, OrganizationId, Refusal};
use tenure_port_store::Unit;

use crate::grant_access::Giving;
use crate::revocation_plan::Ending;
use crate::selecting::Chooser;
use crate::{Acting, Context, Failure, Loaded, LoadedRevocation, Reading, UseCase, load};

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
        let (mut verdicts, mut seen) = (Vec::new(), BTreeSet::new());
        for member in self.members.iter().copied().filter(|member| seen.insert(*member)).take(AT_A_TIME) {
            let rule = match &self.task {
                Task::Deletion { handover } => rule(deletion(cx, unit, &acting, member, *handover).await)?,
                Task::Levels { workspace, levels } => {
                    let place = load::place(unit, &acting.organization, *workspace).await?;
                    let place = place.filter(|place| acting.workspace_is_seen(place)).ok_or(Failure::NotFound)?;
                    let chooser = Chooser::load(unit, &acting, &Choices::new()).await?;
                    let giving = Giving { acting: &acting, place: &place, chooser: &chooser, now: cx.now };
                    rule(levels_of(&giving, unit, member, levels).await)?
                }
                Task::Undo { .. } => return Err(Failure::Refused(JobRefused::NothingToUndo)),
            };
            verdicts.push((member, rule));
        }
        Ok(Decided { value: verdicts, events: Vec::new() })
    }
}

fn rule<R: Refusal>(of: Result<(), Failure<R>>) -> Result<Option<&'static str>, Failure<JobRefused>> {
    match of {
        Ok(()) => Ok(None),
        Err(Failure::NotFound) => Ok(Some("not_found")),
        Err(Failure::Refused(refused)) => Ok(Some(refused.rule())),
        Err(Failure::Forbidden(refused)) => Ok(Some(refused.rule())),
        Err(Failure::Store(error)) => Err(Failure::Store(error)),
        Err(_) => Err(Failure::Stale),
    }
}

async fn deletion(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    member: MemberId,
    handover: Handover,
) -> Result<(), Failure<RevokeRefused>> {
    let organization = &acting.organization;
    let loaded = LoadedRevocation::find(unit, organization, member, Ending::Membership, handover).await?;
    let loaded = loaded.filter(|loaded| loaded.is_seen_by(acting)).ok_or(Failure::NotFound)?;
    let ask = RevokeAsk { organization, by: acting.giver(), fingerprint: None, receipt: cx.id(), now: cx.now };
    revoke(&loaded.facts(acting.granter()), ask).map(|_| ()).map_err(Failure::Refused)
}

async fn levels_of(
    giving: &Giving<'_>,
    unit: &mut (dyn Unit + 'static),
    member: MemberId,
    levels: &BTreeSet<LevelKey>,
) -> Result<(), Failure<GivingRefused>> {
    let Giving { acting, place, .. } = giving;
    let member = Loaded::find(unit, &acting.organization, member).await?.ok_or(Failure::NotFound)?;
    let standing = member.grant_at(place.workspace()).ok_or(Failure::NotFound)?;
    let offer = standing.as_offer().at_levels(levels.clone(), acting.access.model());
    giving.decide(unit, &member, offer).await.map(|_| ())
}
