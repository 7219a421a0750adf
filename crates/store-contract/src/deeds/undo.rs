//! Undoing a revocation from its receipt.

use tenure_domain::event::Event;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{UndoFacts, undo};
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place, placed};
use crate::samples::at;

#[derive(Clone, Debug)]
pub(crate) struct Undo {
    pub(crate) actor: MemberId,
    pub(crate) receipt: ReceiptId,
}

impl Undo {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let receipt = unit.receipts().find(organization.id, self.receipt).await?.ok_or(Refused::Missing)?;
        let actor = Person::find(unit, organization, self.actor).await?;
        let leaver = Person::find(unit, organization, receipt.member).await?;
        let place = place(unit, organization, receipt.workspace).await?;
        let portfolios = unit.portfolios().of_receipt(organization.id, receipt.id).await?;
        let held = placed(unit, organization, portfolios).await?;
        let facts = UndoFacts {
            receipt: &receipt,
            membership: Some(&leaver.membership),
            access: &leaver.access,
            grants: &leaver.grants,
            place: &place,
            portfolios: &held,
            granter: actor.granter(),
            giver: actor.giver(),
            now: at(60),
        };
        let decided = undo(&facts).map_err(|refused| Refused::by(&refused))?;
        let undone = decided.value;
        unit.membership_changes().touch(receipt.member).await?;
        unit.grant_changes().insert(&undone.grant).await?;
        unit.receipt_changes().set_state(receipt.id, undone.receipt.state).await?;
        unit.holder_changes().hand_over(&undone.returned, Some(receipt.member)).await?;
        unit.receipt_changes().release(&undone.returned, receipt.id).await?;
        Ok(decided.events)
    }
}
