//! Inviting one address: load, decide, save, whoever offers.

use tenure_domain::event::Event;
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{Invite, InviteFacts, InviteRefused, Invited, Known, invite, seats_left as left};
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, Instant, MemberId};
use tenure_port_store::{OrganizationUnit, StoreError};

use crate::release::release_lost;
use crate::selecting::{Chooser, replace};
use crate::{Failure, Loaded};

/// Who offers, where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inviting<'a> {
    pub(crate) organization: &'a Organization,
    pub(crate) place: &'a Place,
    pub(crate) granter: Granter<'a>,
    pub(crate) giver: Giver,
    pub(crate) chooser: &'a Chooser,
    pub(crate) seats_left: Option<u32>,
    pub(crate) now: Instant,
}

/// How many more members an organization may have; none for no limit.
pub(crate) async fn seats_left(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
) -> Result<Option<u32>, StoreError> {
    let Some(seats) = organization.seats else { return Ok(None) };
    Ok(left(Some(seats), unit.memberships().seats_taken(organization.id, seats).await?))
}

impl Inviting<'_> {
    /// Offers to one address, and says who has it here.
    pub(crate) async fn one(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        ask: Invite,
    ) -> Result<Decided<(Option<MemberId>, Invited)>, Failure<InviteRefused>> {
        let organization = self.organization;
        let known = match unit.memberships().find_by_email(organization.id, &ask.email).await? {
            Some(membership) => Some(Loaded::of(unit, organization, membership).await?),
            None => None,
        };
        let invitation = match &known {
            Some(known) => unit.invitations().of_member(organization.id, known.membership.id).await?,
            None => None,
        };
        let of = known.as_ref().map(|known| known.membership.id);
        let chosen = self.chooser.of(unit, organization, of).await?;
        let facts = InviteFacts {
            organization,
            place: self.place,
            granter: self.granter,
            giver: self.giver,
            known: known.as_ref().map(|known| Known {
                membership: &known.membership,
                access: &known.access,
                standing: known.grant_at(self.place.workspace()),
                invitation: invitation.as_ref(),
            }),
            choosing: chosen.facts(known.as_ref().map_or(&[], |known| &known.places)),
            seats_left: self.seats_left,
            now: self.now,
        };
        let Decided { value, mut events } = invite(facts, ask).map_err(Failure::Refused)?;
        events.extend(self.save(unit, &value, invitation.is_some()).await?);
        let member = known.map(|known| known.membership.id);
        Ok(Decided { value: (member, value), events })
    }

    async fn save(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        invited: &Invited,
        had_invitation: bool,
    ) -> Result<Vec<Event>, StoreError> {
        match invited {
            Invited::New { membership, grant, invitation, selections } => {
                unit.receipt_changes().supersede_deleted(&membership.email).await?;
                unit.membership_changes().insert(membership).await?;
                unit.grant_changes().insert(grant).await?;
                unit.invitation_changes().insert(invitation).await?;
                replace(unit, selections).await?;
            }
            Invited::Again { grant, is_new, invitation, selections } => {
                if !selections.is_empty() {
                    unit.membership_changes().touch(grant.member).await?;
                    replace(unit, selections).await?;
                }
                if *is_new {
                    unit.grant_changes().insert(grant).await?;
                } else {
                    unit.grant_changes().update(grant).await?;
                }
                if had_invitation {
                    unit.invitation_changes().update(invitation).await?;
                } else {
                    unit.invitation_changes().insert(invitation).await?;
                }
            }
            Invited::Granted { grant, selections } => {
                unit.membership_changes().touch(grant.member).await?;
                replace(unit, selections).await?;
                unit.receipt_changes().supersede(grant.member, grant.workspace).await?;
                unit.grant_changes().insert(grant).await?;
                if let Some(member) = Loaded::find(unit, self.organization, grant.member).await? {
                    return release_lost(unit, self.organization, grant.member, &member.access).await;
                }
            }
            Invited::AlreadyMember | Invited::Inactive => {}
        }
        Ok(Vec::new())
    }
}
