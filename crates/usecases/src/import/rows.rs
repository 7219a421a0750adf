//! A row's turn: the same deeds as a single invitation, a single grant and a single profile.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::grant::Offer;
use tenure_domain::import::{Change, Deed, Newcomer, Offered};
use tenure_domain::invitation::{Invite, Invited, seats_left};
use tenure_domain::job::JobItem;
use tenure_domain::membership::ProfileChange;
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, Instant, LevelKey, MemberId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use super::look::plainly;
use crate::edit_profile::{edit, may_edit};
use crate::grant_access::Giving;
use crate::inviting::{Inviting, Mails};
use crate::job_round::{NOT_FOUND, Turn, ruled};
use crate::selecting::Chooser;
use crate::{Acting, Context, Expected, Failure, InvitingRefused, Loaded, Never, load};

/// What all rows of a step have in common.
pub(crate) struct Rows<'a> {
    pub(super) cx: &'a Context<'a>,
    pub(super) acting: &'a Acting,
    /// The organization's root; none if it is gone.
    pub(super) root: Option<Place>,
    /// Those of the workspaces named in them that they may know of who import.
    pub(super) places: BTreeMap<WorkspaceId, Place>,
    pub(super) chooser: Chooser,
    /// Whether this is a plan, and whoever makes it sees no addresses: then nobody is looked for by one. A plan costs nothing and is
    /// journalled nowhere; what an invitation tells of who is here is told when there is one.
    pub(super) is_blind: bool,
}

impl<'a> Rows<'a> {
    pub(crate) async fn load<'b, R>(
        cx: &'a Context<'a>,
        unit: &mut (dyn Unit + 'static),
        acting: &'a Acting,
        deeds: impl Iterator<Item = &'b Deed>,
    ) -> Result<Self, Failure<R>> {
        let root = acting.organization.root;
        let named = deeds.flat_map(Deed::grants).map(|(workspace, _)| *workspace);
        let named: BTreeSet<WorkspaceId> = named.chain([root]).collect();
        let places = load::places(unit, &acting.organization, &named.into_iter().collect::<Vec<_>>()).await?;
        let root = places.iter().find(|place| place.workspace() == root).cloned();
        let seen = places.into_iter().filter(|place| acting.workspace_is_seen(place));
        let places = seen.map(|place| (place.workspace(), place)).collect();
        let chooser = Chooser::load(unit, acting, &Choices::new()).await?;
        Ok(Self { cx, acting, root, places, chooser, is_blind: false })
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

    /// A row's turn. One that asks for several things looks at all of them first: half a row is none.
    pub(crate) async fn turn(&self, unit: &mut (dyn OrganizationUnit + 'static), item: &JobItem) -> Result<Turn, Failure<Never>> {
        let Some(deed) = item.row.as_ref().and_then(|row| row.deed.as_ref()) else { return Ok(Turn::Refused(NOT_FOUND)) };
        let seats_left = self.seats_left(unit).await?;
        if is_manifold(deed) {
            let people = self.meet(unit, [(item.member, deed)]).await?;
            if let Err((refused, _)) = self.look(&people, item.member, deed, seats_left)? {
                return Ok(Turn::Refused(refused));
            }
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
    pub(super) fn offer(&self, member: &Loaded, (workspace, levels): (&WorkspaceId, &BTreeSet<LevelKey>)) -> (Offer, Expected) {
        match member.grant_at(*workspace) {
            Some(standing) => {
                let offer = standing.as_offer().at_levels(levels.clone(), self.acting.access.model());
                (offer, Expected::Version(standing.version))
            }
            None => (Offer { levels: levels.clone(), ..Offer::default() }, Expected::New),
        }
    }

    pub(super) fn invite(
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

    pub(super) fn inviting<'b>(&'b self, place: &'b Place, seats_left: Option<u32>, mail_at: Option<Instant>) -> Inviting<'b> {
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

    pub(super) fn giving<'b>(&'b self, place: &'b Place) -> Giving<'b> {
        Giving::of(self.acting, place, &self.chooser, self.cx.now)
    }
}

/// Whether a row asks for more than one thing.
fn is_manifold(deed: &Deed) -> bool {
    match deed {
        Deed::Invite(newcomer) => newcomer.grants.len() > 1,
        Deed::Change(change) => usize::from(change.profile != ProfileChange::default()) + change.grants.len() > 1,
    }
}
