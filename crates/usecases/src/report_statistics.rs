//! A host reports what it measured of a member, such as calls handled.

use std::collections::BTreeMap;

use tenure_domain::statistic::{ReportFacts, ReportRefused, report};
use tenure_domain::{Decided, MemberId, OrganizationId, StatisticKey};
use tenure_port_store::Unit;

use crate::load::known;
use crate::{Context, Failure, Open, UseCase};

/// Reports numbers of a member: each is the total so far, and takes the place of the one before it. The same report twice is one.
#[derive(Clone, Debug)]
pub struct ReportStatistics {
    /// The tenant.
    pub organization: OrganizationId,
    /// About whom.
    pub member: MemberId,
    /// How much of what; what isn't named stays as it is.
    pub numbers: BTreeMap<StatisticKey, u64>,
}

impl UseCase for ReportStatistics {
    type Lock = Open;
    type Done = ();
    type Refusal = ReportRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<ReportRefused>> {
        // Whoever deletes them waits for this or is waited for: nothing is kept of somebody who is gone.
        let held = unit.memberships().hold(self.organization, self.member).await?;
        let (acting, member, places) = known(cx, unit, self.member).await?;
        // Who came back since wasn't held, and could go again beside this.
        held.ok_or(Failure::NotFound)?;
        let facts = ReportFacts {
            organization: &acting.organization,
            by: acting.membership.id,
            own: &acting.access,
            membership: &member.membership,
            access: &member.access,
            places: &places,
        };
        report(&facts, &self.numbers).map_err(Failure::Refused)?;
        unit.statistics().keep(self.organization, self.member, &self.numbers, cx.now).await?;
        // What was measured is no change of anything that somebody decided, and is not told in the journal.
        Ok(Decided { value: (), events: Vec::new() })
    }
}
