//! Inviting one address: load, decide, save, whoever offers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::{
    Invitation, Invite, InviteFacts, InviteRefused, Invited, Known, MailHours, MailRoom, invite, seats_left as left,
};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::selection::Selected;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, EmailAddress, Instant, MemberId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::release::release_lost;
use crate::selecting::{Chooser, Chosen, replace};
use crate::{Context, Failure, Loaded};

/// Who offers, where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inviting<'a> {
    pub(crate) organization: &'a Organization,
    pub(crate) place: &'a Place,
    pub(crate) granter: Granter<'a>,
    pub(crate) giver: Giver,
    pub(crate) chooser: &'a Chooser,
    pub(crate) seats_left: Option<u32>,
    pub(crate) mail_at: Option<Instant>,
    pub(crate) now: Instant,
}

/// How many more members an organization may have; none for no limit.
pub(crate) async fn seats_left(unit: &mut (dyn Unit + 'static), organization: &Organization) -> Result<Option<u32>, StoreError> {
    let Some(seats) = organization.seats else { return Ok(None) };
    Ok(left(Some(seats), unit.memberships().seats_taken(organization.id, seats).await?))
}

/// How long it is remembered how many mails left in an hour.
const KEPT_HOURS: i64 = 24;

/// When mails leave, for the addresses that are going to be asked for. What is taken here is so that the next one of this unit knows;
/// it is kept with the invitations.
#[derive(Debug)]
pub(crate) struct Mails(MailHours);

impl Mails {
    pub(crate) async fn load<'a>(
        unit: &mut (dyn OrganizationUnit + 'static),
        cx: &Context<'_>,
        to: impl IntoIterator<Item = &'a EmailAddress>,
    ) -> Result<Self, StoreError> {
        let domains: BTreeSet<&str> = to.into_iter().map(EmailAddress::domain).chain([""]).collect();
        let domains: Vec<&str> = domains.into_iter().collect();
        let (organization, present) = (unit.organization(), MailHours::hour_of(cx.now));
        // With slack: clocks of two servers differ, and who waited for the lock began in the hour before.
        unit.invitation_changes().forget_mail_hours(present - KEPT_HOURS).await?;
        let taken = unit.invitations().mail_hours(organization, present, &domains).await?;
        Ok(Self(MailHours::new(cx.tools.mail_limits, cx.now, taken)))
    }

    pub(crate) fn next(&self, to: &EmailAddress) -> Option<Instant> {
        self.0.next(to)
    }

    pub(crate) fn take(&mut self, to: &EmailAddress) {
        self.0.take(to);
    }

    pub(crate) fn give_back(&mut self, room: Option<&MailRoom>) {
        if let Some(room) = room {
            self.0.give_back(room);
        }
    }
}

/// Somebody who is here already, with their invitation while they are pending.
#[derive(Debug)]
pub(crate) struct Met {
    pub(crate) member: Loaded,
    pub(crate) invitation: Option<Invitation>,
}

impl Met {
    /// All of these, in a few statements, by their addresses.
    pub(crate) async fn all(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        memberships: Vec<Membership>,
    ) -> Result<BTreeMap<EmailAddress, Self>, StoreError> {
        let pending = memberships.iter().filter(|membership| membership.status == Status::Pending);
        let pending: Vec<MemberId> = pending.map(|membership| membership.id).collect();
        let invitations = unit.invitations().of_members(organization.id, &pending).await?;
        let mut invitations: HashMap<MemberId, Invitation> = invitations.into_iter().map(|one| (one.member, one)).collect();
        let members = Loaded::of_all(unit, organization, memberships).await?;
        let met = members.into_iter().map(|member| {
            let invitation = invitations.remove(&member.membership.id);
            (member.membership.email.clone(), Self { member, invitation })
        });
        Ok(met.collect())
    }
}

/// Somebody who wasn't here before, to be saved.
#[derive(Debug)]
pub(crate) struct Newcomer {
    pub(crate) membership: Membership,
    pub(crate) grant: Grant,
    pub(crate) invitation: Invitation,
    pub(crate) selections: Vec<Selected>,
}

/// Saves those who are new, all in a few statements.
pub(crate) async fn save_new(unit: &mut (dyn OrganizationUnit + 'static), people: &[Newcomer]) -> Result<(), StoreError> {
    if people.is_empty() {
        return Ok(());
    }
    let (mut memberships, mut grants, mut invitations) = (Vec::new(), Vec::new(), Vec::new());
    for Newcomer { membership, grant, invitation, .. } in people {
        memberships.push(membership.clone());
        grants.push(grant.clone());
        invitations.push(invitation.clone());
    }
    let emails: Vec<EmailAddress> = memberships.iter().map(|membership| membership.email.clone()).collect();
    unit.receipt_changes().supersede_deleted(&emails).await?;
    unit.membership_changes().insert_all(&memberships).await?;
    unit.grant_changes().insert_all(&grants).await?;
    unit.invitation_changes().insert_all(&invitations).await?;
    for person in people {
        replace(unit, &person.selections).await?;
    }
    Ok(())
}

impl Inviting<'_> {
    /// Offers to one address, and says who has it here.
    pub(crate) async fn one(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        ask: Invite,
    ) -> Result<Decided<(Option<MemberId>, Invited)>, Failure<InviteRefused>> {
        let known = unit.memberships().find_by_email(self.organization.id, &ask.email).await?;
        let known = Met::all(unit, self.organization, known.into_iter().collect()).await?.into_values().next();
        let (member, decided) = self.to(unit, known, ask).await?;
        if let Invited::New { membership, grant, invitation, selections } = decided.value.clone() {
            save_new(unit, &[Newcomer { membership, grant, invitation, selections }]).await?;
        }
        Ok(decided.map(|invited| (member, invited)))
    }

    /// The same where it is known who has the address; somebody new is left to be [saved](save_new).
    pub(crate) async fn to(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        known: Option<Met>,
        ask: Invite,
    ) -> Result<(Option<MemberId>, Decided<Invited>), Failure<InviteRefused>> {
        let Decided { value, mut events } = self.decide(unit, known.as_ref(), ask).await?;
        let had_invitation = known.as_ref().is_some_and(|met| met.invitation.is_some());
        let known = known.map(|met| met.member);
        events.extend(self.save(unit, &value, known.as_ref(), had_invitation).await?);
        let member = known.map(|known| known.membership.id);
        Ok((member, Decided { value, events }))
    }

    /// What it would come to.
    pub(crate) async fn decide(
        &self,
        unit: &mut (dyn Unit + 'static),
        known: Option<&Met>,
        ask: Invite,
    ) -> Result<Decided<Invited>, Failure<InviteRefused>> {
        let chosen = self.chooser.of(unit, self.organization, known.map(|met| met.member.membership.id)).await?;
        self.weigh(known, &chosen, ask).map_err(Failure::Refused)
    }

    /// The same where all that it rests on has been read.
    pub(crate) fn weigh(&self, known: Option<&Met>, chosen: &Chosen<'_>, ask: Invite) -> Result<Decided<Invited>, InviteRefused> {
        let invitation = known.and_then(|met| met.invitation.as_ref());
        let known = known.map(|met| &met.member);
        let facts = InviteFacts {
            organization: self.organization,
            place: self.place,
            granter: self.granter,
            giver: self.giver,
            known: known.map(|known| Known {
                membership: &known.membership,
                access: &known.access,
                standing: known.grant_at(self.place.workspace()),
                invitation,
            }),
            choosing: chosen.facts(known.map_or(&[], |known| &known.places)),
            seats_left: self.seats_left,
            mail_at: self.mail_at,
            now: self.now,
        };
        invite(facts, ask)
    }

    async fn save(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        invited: &Invited,
        known: Option<&Loaded>,
        had_invitation: bool,
    ) -> Result<Vec<Event>, StoreError> {
        match invited {
            Invited::Again { grant, is_new, invitation, selections, .. } => {
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
                    unit.invitation_changes().update(invitation, self.now).await?;
                } else {
                    unit.invitation_changes().insert(invitation).await?;
                }
            }
            Invited::Granted { grant, selections } => {
                unit.membership_changes().touch(grant.member).await?;
                replace(unit, selections).await?;
                unit.receipt_changes().supersede(grant.member, grant.workspace).await?;
                unit.grant_changes().insert(grant).await?;
                if let Some(known) = known {
                    return release_lost(unit, self.organization, grant.member, &known.access.with(grant)).await;
                }
            }
            Invited::New { .. } | Invited::AlreadyMember | Invited::Inactive => {}
        }
        Ok(Vec::new())
    }
}
