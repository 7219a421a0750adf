//! What a row comes to: the same decisions as a single invitation, a single grant and a single profile.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::access::Access;
use tenure_domain::grant::Offer;
use tenure_domain::import::{Change, Deed, Newcomer, Offered};
use tenure_domain::invitation::{Invite, InviteRefused, Invited, seats_left};
use tenure_domain::job::JobItem;
use tenure_domain::membership::{ProfileChange, Status};
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, Instant, LevelKey, MemberId, Refusal as _, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::edit_profile::{edit, may_edit};
use crate::grant_access::Giving;
use crate::inviting::{Inviting, Mails, Met};
use crate::job_round::{NOT_FOUND, Ruled, Turn, ruled};
use crate::selecting::Chooser;
use crate::{Acting, Context, Expected, Failure, InvitingRefused, Loaded, Never, load};

/// What all rows of a step have in common.
pub(crate) struct Rows<'a> {
    cx: &'a Context<'a>,
    acting: &'a Acting,
    /// Those of the workspaces named in them that they may know of who import.
    places: BTreeMap<WorkspaceId, Place>,
    chooser: Chooser,
    /// Whether this is a plan, and whoever makes it sees no addresses: then nobody is looked for by one. A plan costs nothing and is
    /// journalled nowhere; what an invitation tells of who is here is told when there is one.
    is_blind: bool,
}

/// What of a row is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Person,
    Profile,
    Grants,
}

/// How many seats a row takes, or why it comes to nothing.
type Looked = Result<u32, (Ruled, Part)>;

const fn plainly(rule: &'static str) -> Ruled {
    Ruled { rule, is_access: false }
}

impl<'a> Rows<'a> {
    pub(crate) async fn load<'b, R>(
        cx: &'a Context<'a>,
        unit: &mut (dyn Unit + 'static),
        acting: &'a Acting,
        deeds: impl Iterator<Item = &'b Deed>,
    ) -> Result<Self, Failure<R>> {
        let named: BTreeSet<WorkspaceId> = deeds.flat_map(Deed::grants).map(|(workspace, _)| *workspace).collect();
        let places = load::places(unit, &acting.organization, &named.into_iter().collect::<Vec<_>>()).await?;
        let seen = places.into_iter().filter(|place| acting.workspace_is_seen(place));
        let places = seen.map(|place| (place.workspace(), place)).collect();
        let chooser = Chooser::load(unit, acting, &Choices::new()).await?;
        Ok(Self { cx, acting, places, chooser, is_blind: false })
    }

    /// The same to plan with, and not to do.
    pub(crate) fn planned(self) -> Self {
        let is_blind = self.acting.access.masking_of_members().hides_addresses();
        Self { is_blind, ..self }
    }

    /// How many more members there may be; none for no limit.
    pub(crate) async fn seats_left(&self, unit: &mut (dyn Unit + 'static)) -> Result<Option<u32>, StoreError> {
        let organization = &self.acting.organization;
        let Some(seats) = organization.seats else { return Ok(None) };
        Ok(seats_left(Some(seats), unit.memberships().seats_taken(organization.id, seats).await?))
    }

    /// What a row would come to; nothing is written. Whether its mail would find room is known when it is its turn.
    pub(crate) async fn look(
        &self,
        unit: &mut (dyn Unit + 'static),
        member: MemberId,
        deed: &Deed,
        seats_left: Option<u32>,
    ) -> Result<Looked, Failure<Never>> {
        match deed {
            Deed::Invite(newcomer) => self.look_at_newcomer(unit, member, newcomer, seats_left).await,
            Deed::Change(change) => self.look_at_change(unit, member, change).await,
        }
    }

    async fn look_at_change(
        &self,
        unit: &mut (dyn Unit + 'static),
        member: MemberId,
        change: &Change,
    ) -> Result<Looked, Failure<Never>> {
        let acting = self.acting;
        let Some(member) = Loaded::find(unit, &acting.organization, member).await? else {
            return Ok(Err((NOT_FOUND, Part::Person)));
        };
        if change.profile != ProfileChange::default()
            && let Err(refused) = ruled(may_edit(unit, acting, &member).await)?
        {
            return Ok(Err((refused, Part::Profile)));
        }
        self.look_at_grants(unit, member, &change.grants).await
    }

    /// One grant after the other, each beside those before it.
    async fn look_at_grants(
        &self,
        unit: &mut (dyn Unit + 'static),
        mut member: Loaded,
        grants: &[Offered],
    ) -> Result<Looked, Failure<Never>> {
        for (workspace, levels) in grants {
            let Some(place) = self.places.get(workspace) else { return Ok(Err((NOT_FOUND, Part::Grants))) };
            let (offer, _) = self.offer(&member, (workspace, levels));
            let given = match ruled(self.giving(place).decide(unit, &member, offer).await)? {
                Ok(decided) => decided.value,
                Err(refused) => return Ok(Err((refused, Part::Grants))),
            };
            if given.is_new {
                member.places.push(place.clone());
                member.grants.push(given.grant);
            } else if let Some(standing) = member.grants.iter_mut().find(|grant| grant.workspace == *workspace) {
                *standing = given.grant;
            }
            member.access = given.access;
        }
        Ok(Ok(0))
    }

    async fn look_at_newcomer(
        &self,
        unit: &mut (dyn Unit + 'static),
        member: MemberId,
        newcomer: &Newcomer,
        seats_left: Option<u32>,
    ) -> Result<Looked, Failure<Never>> {
        let organization = &self.acting.organization;
        let Some(((workspace, levels), others)) = newcomer.grants.split_first() else { return Ok(Err((NOT_FOUND, Part::Grants))) };
        let Some(place) = self.places.get(workspace) else { return Ok(Err((NOT_FOUND, Part::Grants))) };
        let known = if self.is_blind { None } else { unit.memberships().find_by_email(organization.id, &newcomer.email).await? };
        let known = Met::all(unit, organization, known.into_iter().collect()).await?.into_values().next();
        // An invitation changes nothing of what somebody active has.
        let stands = |met: &Met, (workspace, levels): &Offered| {
            let standing = met.member.grant_at(*workspace);
            met.member.membership.status == Status::Active && standing.is_some_and(|standing| standing.levels != *levels)
        };
        if known.as_ref().is_some_and(|met| others.iter().any(|offered| stands(met, offered))) {
            return Ok(Err((plainly("already_member"), Part::Person)));
        }
        let asked = async {
            let ask = self.invite(member, newcomer, levels)?;
            let inviting = self.inviting(place, seats_left, Some(self.cx.now));
            inviting.decide(unit, known.as_ref(), ask).await.map_err(|failure| failure.map(InvitingRefused::from))
        };
        let invited = match ruled(asked.await)? {
            Ok(decided) => decided.value,
            Err(refused) => return Ok(Err((refused, part_of(refused)))),
        };
        let (mut person, grant, seats) = match (invited, known) {
            (Invited::AlreadyMember, _) => return Ok(Err((plainly("already_member"), Part::Person))),
            (Invited::Inactive, _) => return Ok(Err((plainly("inactive"), Part::Person))),
            (Invited::New { membership, grant, .. }, _) => {
                let access = Access::new(organization.setting(), Status::Pending, &[]);
                (Loaded { membership, grants: Vec::new(), places: Vec::new(), access }, grant, 1)
            }
            (Invited::Again { grant, .. } | Invited::Granted { grant, .. }, Some(known)) => (known.member, grant, 0),
            (Invited::Again { .. } | Invited::Granted { .. }, None) => return Err(Failure::Stale),
        };
        person.access = person.access.with(&grant);
        person.grants.retain(|standing| standing.workspace != *workspace);
        person.grants.push(grant);
        person.places.push(place.clone());
        let looked = self.look_at_grants(unit, person, others).await?;
        Ok(looked.map(|more| seats + more))
    }

    /// A row's turn. One that asks for several things looks at all of them first: half a row is none.
    pub(crate) async fn turn(&self, unit: &mut (dyn OrganizationUnit + 'static), item: &JobItem) -> Result<Turn, Failure<Never>> {
        let Some(deed) = item.row.as_ref().and_then(|row| row.deed.as_ref()) else { return Ok(Turn::Refused(NOT_FOUND)) };
        let seats_left = self.seats_left(unit).await?;
        if is_manifold(deed)
            && let Err((refused, _)) = self.look(unit, item.member, deed, seats_left).await?
        {
            return Ok(Turn::Refused(refused));
        }
        match deed {
            Deed::Invite(newcomer) => self.turn_of_newcomer(unit, item.member, newcomer, seats_left).await,
            Deed::Change(change) => self.turn_of_change(unit, item.member, change).await,
        }
    }

    async fn turn_of_change(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        member: MemberId,
        change: &Change,
    ) -> Result<Turn, Failure<Never>> {
        let (acting, mut events) = (self.acting, Vec::new());
        let has_profile = change.profile != ProfileChange::default();
        if has_profile {
            let Some(loaded) = Loaded::find(unit, &acting.organization, member).await? else {
                return Ok(Turn::Refused(NOT_FOUND));
            };
            if let Err(refused) = ruled(may_edit(unit, acting, &loaded).await)? {
                return Ok(Turn::Refused(refused));
            }
            events = edit(unit, loaded.membership, change.profile.clone()).await?.events;
        }
        match self.give(unit, member, &change.grants, has_profile).await? {
            Turn::Done(receipt, whom, more) => {
                events.extend(more);
                Ok(Turn::Done(receipt, whom, events))
            }
            refused @ Turn::Refused(_) => Ok(refused),
        }
    }

    async fn turn_of_newcomer(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        member: MemberId,
        newcomer: &Newcomer,
        seats_left: Option<u32>,
    ) -> Result<Turn, Failure<Never>> {
        let Some(((workspace, levels), others)) = newcomer.grants.split_first() else { return Ok(Turn::Refused(NOT_FOUND)) };
        let Some(place) = self.places.get(workspace) else { return Ok(Turn::Refused(NOT_FOUND)) };
        let mails = Mails::load(unit, self.cx, [&newcomer.email]).await?;
        let asked = async {
            let ask = self.invite(member, newcomer, levels)?;
            let inviting = self.inviting(place, seats_left, mails.next(&newcomer.email));
            inviting.one(unit, ask).await.map_err(|failure| failure.map(InvitingRefused::from))
        };
        let Decided { value: (known, invited), mut events } = match ruled(asked.await)? {
            Ok(decided) => decided,
            Err(refused) => return Ok(Turn::Refused(refused)),
        };
        match invited {
            Invited::AlreadyMember => return Ok(Turn::Refused(plainly("already_member"))),
            Invited::Inactive => return Ok(Turn::Refused(plainly("inactive"))),
            Invited::New { .. } | Invited::Again { .. } | Invited::Granted { .. } => {}
        }
        match self.give(unit, known.unwrap_or(member), others, true).await? {
            Turn::Done(_, _, more) => events.extend(more),
            refused @ Turn::Refused(_) => return Ok(refused),
        }
        // Whose address it is that was typed is hidden from who sees no addresses (R4).
        let masked = self.acting.access.masking_of_members().hides_addresses();
        Ok(Turn::Done(None, known.filter(|_| !masked), events))
    }

    /// Gives one grant after the other. What is refused after something was written of this row ends the step: it was looked at
    /// before, so that can't be.
    async fn give(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        member: MemberId,
        grants: &[Offered],
        mut is_begun: bool,
    ) -> Result<Turn, Failure<Never>> {
        let mut events = Vec::new();
        for (workspace, levels) in grants {
            let loaded = Loaded::find(unit, &self.acting.organization, member).await?;
            let given = match (self.places.get(workspace), loaded) {
                (Some(place), Some(loaded)) => {
                    let (offer, expected) = self.offer(&loaded, (workspace, levels));
                    ruled(self.giving(place).give(unit, loaded, offer, expected).await)?
                }
                _ => Err(NOT_FOUND),
            };
            match given {
                Ok(decided) => events.extend(decided.events),
                Err(_) if is_begun => return Err(Failure::Stale),
                Err(refused) => return Ok(Turn::Refused(refused)),
            }
            is_begun = true;
        }
        Ok(Turn::Done(None, None, events))
    }

    /// What somebody would be given: other levels, with what goes with them of the grant that stands.
    fn offer(&self, member: &Loaded, (workspace, levels): (&WorkspaceId, &BTreeSet<LevelKey>)) -> (Offer, Expected) {
        match member.grant_at(*workspace) {
            Some(standing) => {
                let offer = standing.as_offer().at_levels(levels.clone(), self.acting.access.model());
                (offer, Expected::Version(standing.version))
            }
            None => (Offer { levels: levels.clone(), ..Offer::default() }, Expected::New),
        }
    }

    fn invite(
        &self,
        member: MemberId,
        newcomer: &Newcomer,
        levels: &BTreeSet<LevelKey>,
    ) -> Result<Invite, Failure<InvitingRefused>> {
        let offer = Offer { levels: levels.clone(), ..Offer::default() }.shaped(self.acting.access.model());
        Ok(Invite {
            email: newcomer.email.clone(),
            offer: offer.map_err(|refused| Failure::Refused(refused.into()))?,
            profile: newcomer.profile.clone(),
            note: None,
            expires_at: None,
            member,
            invitation: self.cx.id(),
        })
    }

    fn inviting<'b>(&'b self, place: &'b Place, seats_left: Option<u32>, mail_at: Option<Instant>) -> Inviting<'b> {
        Inviting {
            organization: &self.acting.organization,
            place,
            granter: self.acting.granter(),
            giver: self.acting.giver(),
            chooser: &self.chooser,
            seats_left,
            mail_at,
            now: self.cx.now,
        }
    }

    fn giving<'b>(&'b self, place: &'b Place) -> Giving<'b> {
        Giving { acting: self.acting, place, chooser: &self.chooser, now: self.cx.now }
    }
}

/// Whether a row asks for more than one thing.
fn is_manifold(deed: &Deed) -> bool {
    match deed {
        Deed::Invite(newcomer) => newcomer.grants.len() > 1,
        Deed::Change(change) => usize::from(change.profile != ProfileChange::default()) + change.grants.len() > 1,
    }
}

/// Full seats are about the person, and not about what they are offered.
fn part_of(refused: Ruled) -> Part {
    if refused.rule == InviteRefused::SeatsFull.rule() { Part::Person } else { Part::Grants }
}
