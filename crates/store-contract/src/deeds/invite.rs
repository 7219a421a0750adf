//! Inviting an address to the root.

use tenure_domain::event::Event;
use tenure_domain::invitation::{self, InviteFacts, Invited, Known, invite, seats_left};
use tenure_domain::membership::Profile;
use tenure_domain::organization::Organization;
use tenure_domain::selection::Choosing;
use tenure_domain::{EmailAddress, MemberId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place};
use crate::samples::{at, new, offer};

#[derive(Clone, Debug)]
pub(crate) struct Invite {
    pub(crate) actor: MemberId,
    pub(crate) email: EmailAddress,
}

impl Invite {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let place = place(unit, organization, organization.root).await?;
        let known = match unit.memberships().find_by_email(organization.id, &self.email).await? {
            Some(membership) => Some(Person::find(unit, organization, membership.id).await?),
            None => None,
        };
        let standing = match &known {
            Some(person) => unit.invitations().of_member(organization.id, person.membership.id).await?,
            None => None,
        };
        let taken = unit.memberships().seats_taken(organization.id, organization.seats.unwrap_or(0)).await?;
        let facts = InviteFacts {
            organization,
            place: &place,
            granter: actor.granter(),
            giver: actor.giver(),
            known: known.as_ref().map(|person| Known {
                membership: &person.membership,
                access: &person.access,
                standing: person.grant_at(organization.root),
                invitation: standing.as_ref(),
            }),
            choosing: Choosing::NOTHING,
            seats_left: seats_left(organization.seats, taken),
            mail_at: Some(at(50)),
            now: at(50),
        };
        let ask = invitation::Invite {
            email: self.email.clone(),
            offer: offer(&["clerk"]),
            profile: Profile::default(),
            note: None,
            expires_at: None,
            member: new(),
            invitation: new(),
        };
        let decided = invite(facts, ask).map_err(|refused| Refused::by(&refused))?;
        match decided.value {
            Invited::New { membership, grant, invitation, .. } => {
                unit.receipt_changes().supersede_deleted(std::slice::from_ref(&membership.email)).await?;
                unit.membership_changes().insert(&membership).await?;
                unit.grant_changes().insert(&grant).await?;
                unit.invitation_changes().insert(&invitation).await?;
            }
            Invited::Again { grant, is_new, invitation, .. } => {
                if is_new {
                    unit.grant_changes().insert(&grant).await?;
                } else {
                    unit.grant_changes().update(&grant).await?;
                }
                unit.invitation_changes().update(&invitation, at(50)).await?;
            }
            Invited::Granted { grant, .. } => unit.grant_changes().insert(&grant).await?,
            Invited::AlreadyMember | Invited::Inactive => {}
        }
        Ok(decided.events)
    }
}
