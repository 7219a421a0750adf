//! Deleting an empty workspace, and putting a contact into one meanwhile.

use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::delete;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, Unit};

use super::Refused;
use super::people::{Person, place};
use crate::samples::{at, contact, new};

#[derive(Clone, Debug)]
pub(crate) struct TearDown {
    pub(crate) actor: MemberId,
    pub(crate) workspace: WorkspaceId,
}

impl TearDown {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let workspace = unit.workspaces().find(organization.id, self.workspace).await?.ok_or(Refused::Missing)?;
        let place = place(unit, organization, self.workspace).await?;
        unit.workspace_changes().hold(self.workspace).await?;
        let occupancy = unit.workspaces().occupancy(organization.id, self.workspace).await?;
        let decided = delete(&actor.access, &place, &workspace, occupancy).map_err(|refused| Refused::by(&refused))?;
        unit.workspace_changes().remove(&workspace, at(50)).await?;
        Ok(decided.events)
    }
}

/// Makes a contact in a workspace, for somebody to take care of, without the organization's lock.
#[derive(Clone, Debug)]
pub(crate) struct Meet {
    pub(crate) actor: MemberId,
    pub(crate) workspace: WorkspaceId,
}

impl Meet {
    pub(super) async fn run(&self, unit: &mut dyn Unit, organization: OrganizationId) -> Result<Vec<Event>, Refused> {
        let organization = unit.organizations().find(organization).await?.ok_or(Refused::Missing)?;
        let actor = Person::hold(unit, &organization, self.actor).await?;
        let at = place(unit, &organization, self.workspace).await?;
        if !actor.access.can(engine::CONTACTS_HANDLE, &at) {
            return Err(Refused::Rule("missing_permission"));
        }
        let mut met = contact(organization.id, self.workspace, "Met");
        met.portfolio = Some(unit.portfolios().open(organization.id, self.workspace, self.actor, new()).await?.id);
        unit.contacts().insert(std::slice::from_ref(&met)).await?;
        Ok(vec![Event::ContactsCreated { workspace: self.workspace, contacts: vec![met.id], assignee: Some(self.actor) }])
    }
}
