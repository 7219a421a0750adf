//! Undoing a revocation or a deletion from its receipt.

use tenure_domain::access::Access;
use tenure_domain::event::Event;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{Leaver, UndoFacts, undo};
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, named, place, placed};
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
        let left = Person::find(unit, organization, receipt.member).await;
        let deleted = unit.memberships().find_deleted(organization.id, receipt.member).await?;
        let nothing = Access::new(organization.setting(), Status::Inactive, &[]);
        let (leaver, access, grants) = match (&left, &deleted) {
            (Ok(here), _) => (Leaver::Member(&here.membership), &here.access, here.grants.as_slice()),
            (Err(_), Some(membership)) => {
                let replaced = unit.memberships().find_by_email(organization.id, &membership.email).await?.is_some();
                (Leaver::Deleted { membership, replaced, seats_left: None }, &nothing, [].as_slice())
            }
            (Err(_), None) => (Leaver::Gone, &nothing, [].as_slice()),
        };
        let mut places = Vec::new();
        for workspace in unit.receipts().told_at(organization.id, receipt.id).await? {
            places.push(place(unit, organization, workspace).await?);
        }
        let portfolios = unit.portfolios().of_receipt(organization.id, receipt.id).await?;
        let held = placed(unit, organization, portfolios).await?;
        let standing = unit.selections().of(organization.id, receipt.member).await?;
        let had = receipt.selections.iter().chain(&standing).map(|had| &had.selection);
        let named = named(unit, organization, had).await?;
        let own = unit.selections().of(organization.id, self.actor).await?;
        let facts = UndoFacts {
            receipt: &receipt,
            leaver,
            access,
            grants,
            places: &places,
            portfolios: &held,
            held_at: &[],
            standing: &standing,
            named: &named,
            granter: actor.granter(),
            own: &own,
            giver: actor.giver(),
            now: at(60),
        };
        let decided = undo(&facts).map_err(|refused| Refused::by(&refused))?;
        let undone = decided.value;
        match &undone.membership {
            Some(membership) => unit.membership_changes().restore(membership).await?,
            None => unit.membership_changes().touch(receipt.member).await?,
        }
        for grant in &undone.grants {
            unit.grant_changes().insert(grant).await?;
        }
        for selected in &undone.selections {
            unit.selection_changes().replace(selected).await?;
        }
        for again in undone.chosen.iter().filter(|again| again.returned() > 0) {
            unit.selection_changes().restore(&again.selected).await?;
        }
        unit.receipt_changes().set_state(receipt.id, undone.receipt.state).await?;
        unit.holder_changes().hand_over(&undone.returned, Some(receipt.member)).await?;
        unit.receipt_changes().release(&undone.returned, receipt.id).await?;
        Ok(decided.events)
    }
}
