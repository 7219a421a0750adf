//! Giving somebody access, or changing it.

use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::granting::{GivingFacts, give};
use tenure_domain::organization::Organization;
use tenure_domain::revocation::lost;
use tenure_domain::selection::Choosing;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place, placed};
use crate::samples::at;

#[derive(Clone, Debug)]
pub(crate) struct Give {
    pub(crate) actor: MemberId,
    pub(crate) to: MemberId,
    pub(crate) workspace: WorkspaceId,
    pub(crate) offer: Offer,
    /// The version of the grant that the actor saw, if they looked.
    pub(crate) seen: Option<u64>,
}

impl Give {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        // The row is written before anything is read that an assignment to this member could still change.
        unit.membership_changes().touch(self.to).await?;
        let actor = Person::find(unit, organization, self.actor).await?;
        let to = Person::find(unit, organization, self.to).await?;
        let place = place(unit, organization, self.workspace).await?;
        let facts = GivingFacts {
            chair: to.chair(unit, organization).await?,
            access: &to.access,
            grants: &to.grants,
            place: &place,
            granter: actor.granter(),
            giver: actor.giver(),
            choosing: Choosing::NOTHING,
            now: at(50),
        };
        let decided = give(facts, self.offer.clone()).map_err(|refused| Refused::by(&refused))?;
        let given = decided.value;
        if given.is_new {
            unit.receipt_changes().supersede(self.to, self.workspace).await?;
            unit.grant_changes().insert(&given.grant).await?;
        } else {
            let version = self.seen.unwrap_or(given.grant.version);
            unit.grant_changes().update(&tenure_domain::grant::Grant { version, ..given.grant }).await?;
        }
        let portfolios = unit.portfolios().held_by(organization.id, &[self.to]).await?;
        let held = placed(unit, organization, portfolios).await?;
        let dropped: Vec<_> = lost(&held, &given.access).into_iter().map(|held| held.portfolio.id).collect();
        unit.holder_changes().hand_over(&dropped, None).await?;
        Ok(decided.events)
    }
}
