//! Choosing what a member reaches of a kind, from the member's side.

use tenure_domain::may_grant::Side;
use tenure_domain::selection::{MOST_CHOSEN, SelectRefused, Selected, Selection, select};
use tenure_domain::{Decided, KindKey, MemberId, OrganizationId, Reason};
use tenure_port_store::OrganizationUnit;

use crate::selecting::{Managing, Selecting};
use crate::{Acting, Context, Failure, InOrganization, Tools, UseCase};

/// Asks for a whole selection, in place of whatever stands.
#[derive(Clone, Debug)]
pub struct SelectResources {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// Of which kind.
    pub kind: KindKey,
    /// What.
    pub selection: Selection,
    /// The version that the caller saw; 0 where nothing was chosen before.
    pub seen: u64,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for SelectResources {
    type Lock = InOrganization;
    type Done = Selected;
    type Refusal = SelectRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    fn reason(&self) -> Option<Reason> {
        self.reason.clone()
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<SelectRefused>> {
        // So many aren't even looked up, and nobody waits for the organization's lock meanwhile.
        if self.selection.parts().count() > MOST_CHOSEN { Err(Failure::Refused(SelectRefused::TooMany)) } else { Ok(()) }
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Selected>, Failure<SelectRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let kind = acting.organization.model.resource_kind(self.kind.as_str()).ok_or(Failure::NotFound)?;
        let managing = Managing::load(unit, &acting, &self.kind).await?;
        let asked = self.selection.parts();
        let loaded = Selecting::load(unit, &acting, managing, self.member, &self.kind, asked).await?;
        let facts = loaded.facts(&acting, &self.kind, kind, Side::Member);
        let decided = select(&facts, &self.selection).map_err(Failure::Refused)?;
        if self.seen != loaded.standing.version {
            return Err(Failure::Stale);
        }
        let mut selected = loaded.standing.clone().chosen(decided.value.clone(), acting.giver());
        if !decided.events.is_empty() {
            unit.membership_changes().touch(self.member).await?;
            unit.selection_changes().replace(&selected).await?;
            selected.version += 1;
        }
        Ok(decided.map(|_| selected))
    }
}
