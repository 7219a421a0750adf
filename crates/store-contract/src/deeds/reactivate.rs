//! Reactivating somebody.

use tenure_domain::MemberId;
use tenure_domain::event::Event;
use tenure_domain::invitation::seats_left;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{ReactivationFacts, ReceiptState, reactivate};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, named, place};

#[derive(Clone, Debug)]
pub(crate) struct Reactivate {
    pub(crate) actor: MemberId,
    pub(crate) member: MemberId,
}

impl Reactivate {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let person = Person::find(unit, organization, self.member).await?;
        let mut places = Vec::new();
        for grant in &person.grants {
            places.push(place(unit, organization, grant.workspace).await?);
        }
        if places.is_empty() {
            places.push(place(unit, organization, organization.root).await?);
        }
        let receipt = unit.receipts().find_deactivation(organization.id, self.member).await?;
        let emptied = receipt.as_ref().map_or(&[][..], |receipt| &receipt.selections);
        let standing = unit.selections().of(organization.id, self.member).await?;
        let named = named(unit, organization, emptied.iter().chain(&standing).map(|had| &had.selection)).await?;
        let own = unit.selections().of(organization.id, self.actor).await?;
        let taken = unit.memberships().seats_taken(organization.id, u32::MAX).await?;
        let facts = ReactivationFacts {
            membership: &person.membership,
            access: &person.access,
            grants: &person.grants,
            places: &places,
            seats_left: seats_left(organization.seats, taken),
            standing: &standing,
            emptied,
            named: &named,
            held: &[],
            granter: actor.granter(),
            own: &own,
            giver: actor.giver(),
        };
        let decided = reactivate(&facts, None).map_err(|refused| Refused::by(&refused))?;
        unit.membership_changes().update(&decided.value.membership).await?;
        for lapsed in &decided.value.lapsed {
            unit.grant_changes().update(&lapsed.after).await?;
        }
        for selected in &decided.value.selections {
            unit.selection_changes().replace(selected).await?;
        }
        if let Some(receipt) = &receipt {
            unit.receipt_changes().set_state(receipt.id, ReceiptState::Undone).await?;
        }
        Ok(decided.events)
    }
}
