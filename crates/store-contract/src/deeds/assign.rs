//! Assigning one contact, without the organization's lock.

use tenure_domain::contact::{AssignFacts, Assignee, assign};
use tenure_domain::event::Event;
use tenure_domain::{ContactId, MemberId, OrganizationId};
use tenure_port_store::Unit;

use super::Refused;
use super::people::{Person, place};
use crate::samples::new;

#[derive(Clone, Debug)]
pub(crate) struct Assign {
    pub(crate) actor: MemberId,
    pub(crate) contact: ContactId,
    pub(crate) to: Option<MemberId>,
}

impl Assign {
    pub(super) async fn run(&self, unit: &mut dyn Unit, organization: OrganizationId) -> Result<Vec<Event>, Refused> {
        let organization = unit.organizations().find(organization).await?.ok_or(Refused::Missing)?;
        let actor = Person::find(unit, &organization, self.actor).await?;
        let to = match self.to {
            // The model that counts is read after their row is held, as their grants are.
            Some(to) => Some(Person::hold(unit, &organization, to).await?.anew(unit, organization.id).await?),
            None => None,
        };
        let (contact, holder) = unit.contacts().find(organization.id, self.contact).await?.ok_or(Refused::Missing)?;
        let place = place(unit, &organization, contact.workspace).await?;
        let facts = AssignFacts {
            contact: &contact,
            holder,
            place: &place,
            actor: &actor.access,
            assignee: to.as_ref().map(|to| Assignee { membership: &to.membership, access: &to.access }),
        };
        let decided = assign(facts).map_err(|refused| Refused::by(&refused))?;
        let portfolio = match decided.value {
            Some(holder) => Some(unit.portfolios().open(organization.id, contact.workspace, holder, new()).await?.id),
            None => None,
        };
        unit.contacts().move_to(&contact, portfolio).await?;
        Ok(decided.events)
    }
}
