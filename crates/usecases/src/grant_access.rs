//! Giving somebody who is here access to a workspace, or changing it.

use tenure_domain::governance::Chair;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::granting::{Given, GivingFacts, GivingRefused, give};
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, Instant, MemberId, OrganizationId, Reason, WorkspaceId};
use tenure_port_store::{OrganizationUnit, Unit};

use crate::release::release_lost;
use crate::selecting::{Chooser, Chosen, replace, too_many};
use crate::{Acting, Context, Failure, InOrganization, Loaded, Tools, UseCase, load};

/// What the caller believes to stand there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Nothing yet.
    New,
    /// This version.
    Version(u64),
}

/// Asks for a whole grant, in place of whatever stands.
#[derive(Clone, Debug)]
pub struct GrantAccess {
    /// The tenant.
    pub organization: OrganizationId,
    /// To whom.
    pub member: MemberId,
    /// At which workspace.
    pub workspace: WorkspaceId,
    /// What.
    pub offer: Offer,
    /// What they reach of resource kinds from now on, where the change needs it or is to bring it along (R3).
    pub selections: Choices,
    /// What the caller believes to stand there.
    pub expected: Expected,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for GrantAccess {
    type Lock = InOrganization;
    type Done = Grant;
    type Refusal = GivingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    fn reason(&self) -> Option<Reason> {
        self.reason.clone()
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<GivingRefused>> {
        too_many(&self.selections).map_or(Ok(()), |refused| Err(Failure::Refused(refused.into())))
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Grant>, Failure<GivingRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        let member = Loaded::find(unit, &acting.organization, self.member).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        let chooser = Chooser::load(unit, &acting, &self.selections).await?;
        let giving = Giving::of(&acting, &place, &chooser, cx.now);
        giving.give(unit, member, self.offer.clone(), self.expected).await
    }
}

/// Who gives, where, and what they choose along with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Giving<'a> {
    pub(crate) organization: &'a Organization,
    pub(crate) granter: Granter<'a>,
    pub(crate) giver: Giver,
    pub(crate) place: &'a Place,
    pub(crate) chooser: &'a Chooser,
    pub(crate) now: Instant,
}

impl<'a> Giving<'a> {
    /// What a member gives.
    pub(crate) fn of(acting: &'a Acting, place: &'a Place, chooser: &'a Chooser, now: Instant) -> Self {
        Self { organization: &acting.organization, granter: acting.granter(), giver: acting.giver(), place, chooser, now }
    }
}

impl Giving<'_> {
    /// What it would come to if somebody were given this in place of what they have there.
    pub(crate) async fn decide(
        &self,
        unit: &mut (dyn Unit + 'static),
        member: &Loaded,
        offer: Offer,
    ) -> Result<Decided<Given>, Failure<GivingRefused>> {
        let chair = member.chair(unit, self.organization).await?;
        let chosen = self.chooser.of(unit, self.organization, Some(member.membership.id)).await?;
        self.weigh(chair, &chosen, member, offer).map_err(Failure::Refused)
    }

    /// The same where all that it rests on has been read.
    pub(crate) fn weigh(
        &self,
        chair: Chair<'_>,
        chosen: &Chosen<'_>,
        member: &Loaded,
        offer: Offer,
    ) -> Result<Decided<Given>, GivingRefused> {
        let Self { granter, giver, place, now, .. } = *self;
        let facts = GivingFacts {
            chair,
            access: &member.access,
            grants: &member.grants,
            place,
            granter,
            giver,
            choosing: chosen.facts(&member.places),
            now,
        };
        give(facts, offer)
    }

    /// Gives somebody this in place of what they have there.
    pub(crate) async fn give(
        &self,
        unit: &mut (dyn OrganizationUnit + 'static),
        member: Loaded,
        offer: Offer,
        expected: Expected,
    ) -> Result<Decided<Grant>, Failure<GivingRefused>> {
        let (organization, id, place) = (self.organization, member.membership.id, self.place);
        let Decided { value: given, mut events } = self.decide(unit, &member, offer).await?;
        match (member.grant_at(place.workspace()), expected) {
            (None, Expected::New) => {}
            (Some(standing), Expected::Version(seen)) if standing.version == seen => {}
            _ => return Err(Failure::Stale),
        }
        let mut grant = given.grant;
        if given.is_new {
            unit.receipt_changes().supersede(grant.member, grant.workspace).await?;
            unit.grant_changes().insert(&grant).await?;
        } else if given.is_changed || !given.selections.is_empty() {
            // What is chosen with a grant counts its changes, too: two edits of one version can't both win.
            unit.grant_changes().update(&grant).await?;
            grant.version += 1;
        }
        if !events.is_empty() {
            // INVARIANT: the membership's row is written before portfolios are read; see `carry_out`.
            unit.membership_changes().touch(id).await?;
            replace(unit, &given.selections).await?;
            events.extend(release_lost(unit, organization, id, &given.access).await?);
        }
        Ok(Decided { value: grant, events })
    }
}
