//! Accepting an invitation, by a login that there is.

use tenure_domain::event::Event;
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{AcceptFacts, PendingGrant, accept};
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::{InvitationId, MemberId, UserId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place};
use crate::samples::at;

#[derive(Clone, Debug)]
pub(crate) struct Accept {
    pub(crate) member: MemberId,
    pub(crate) invitation: InvitationId,
    pub(crate) generation: u32,
    pub(crate) user: UserId,
}

impl Accept {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let invitation = unit.invitations().find(organization.id, self.invitation).await?.ok_or(Refused::Missing)?;
        let invited = Person::find(unit, organization, invitation.member).await?;
        let login = unit.users().hold_by_email(&invited.membership.email).await?;
        let login = login.filter(|login| login.id == self.user).ok_or(Refused::Missing)?;
        let mut givers = Vec::new();
        for grant in &invited.grants {
            let giver = match grant.given_by {
                Giver::Member(id) => Some(Person::find(unit, organization, id).await?),
                Giver::Operator(_) => None,
            };
            givers.push((giver, place(unit, organization, grant.workspace).await?));
        }
        let grants = invited.grants.iter().zip(&givers).map(|(grant, (giver, place))| PendingGrant {
            grant,
            granter: giver.as_ref().map_or(Granter::Nobody, Person::granter),
            place,
        });
        let facts = AcceptFacts {
            organization,
            membership: &invited.membership,
            invitation: &invitation,
            generation: self.generation,
            grants: grants.collect(),
            choices: Vec::new(),
            now: at(55),
        };
        let decided = accept(&facts, login.id, (None, None)).map_err(|refused| Refused::by(&refused))?;
        let accepted = decided.value;
        unit.membership_changes().update(&accepted.membership).await?;
        for lapsed in &accepted.lapsed {
            unit.grant_changes().remove(lapsed).await?;
        }
        unit.invitation_changes().remove(invitation.id, at(55)).await?;
        Ok(decided.events)
    }
}
