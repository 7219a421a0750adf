//! Sending an invitation anew.

use tenure_domain::event::Event;
use tenure_domain::invitation::{RenewFacts, Renewing, resend};
use tenure_domain::organization::Organization;
use tenure_domain::{InvitationId, MemberId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place};
use crate::samples::at;

#[derive(Clone, Debug)]
pub(crate) struct Resend {
    pub(crate) actor: MemberId,
    pub(crate) invitation: InvitationId,
}

impl Resend {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let invitation = unit.invitations().find(organization.id, self.invitation).await?.ok_or(Refused::Missing)?;
        let actor = Person::find(unit, organization, self.actor).await?;
        let invited = Person::find(unit, organization, invitation.member).await?;
        let mut places = Vec::new();
        for grant in &invited.grants {
            places.push(place(unit, organization, grant.workspace).await?);
        }
        let facts = RenewFacts {
            membership: &invited.membership,
            access: &invited.access,
            places: &places,
            invitation: &invitation,
            granter: actor.granter(),
        };
        let by = Renewing { giver: actor.giver(), mail_at: Some(at(50)), now: at(50) };
        let decided = resend(facts, by).map_err(|refused| Refused::by(&refused))?;
        unit.invitation_changes().update(&decided.value, at(50)).await?;
        Ok(decided.events)
    }
}
