//! Reactivating somebody: they act again, with their grants, as far as their maker may give what is in them (R13).

use std::collections::BTreeSet;

use tenure_domain::grant::Giver;
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{
    Fingerprint, Held, ReactivateRefused, Reactivated, ReactivationFacts, Receipt, ReceiptState, plan_reactivation, reactivate,
};
use tenure_domain::selection::{Named, Part, Selected};
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, MemberId, OrganizationId, Reason};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::inviting::seats_left;
use crate::revocation_plan::held;
use crate::selecting::{named, replace};
use crate::{Acting, Context, Failure, InOrganization, Loaded, Reading, UseCase, load};

/// Asks for a reactivation.
#[derive(Clone, Debug)]
pub struct ReactivateMember {
    /// The tenant.
    pub organization: OrganizationId,
    /// Who.
    pub member: MemberId,
    /// The plan that the caller saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for ReactivateMember {
    type Lock = InOrganization;
    type Done = Reactivated;
    type Refusal = ReactivateRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    fn reason(&self) -> Option<Reason> {
        self.reason.clone()
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Reactivated>, Failure<ReactivateRefused>> {
        let acting = Acting::load(cx, unit).await?;
        // INVARIANT: the membership's row is written before portfolios are read, so no assignment slips by.
        if !load::touch(unit, self.member).await? {
            return Err(Failure::NotFound);
        }
        let still = Still::load(unit, &acting, self.member).await?;
        let decided =
            reactivate(&still.facts(acting.granter(), acting.giver()), self.fingerprint.as_ref()).map_err(Failure::Refused)?;
        still.save(unit, &decided.value).await?;
        Ok(decided)
    }
}

/// Reactivates somebody by the hand of whoever runs the server: all that they held comes back. Their row has been written.
pub(crate) async fn reactivate_whole(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
    member: Loaded,
) -> Result<Decided<Reactivated>, Failure<ReactivateRefused>> {
    let places = member.places_of_all(unit, organization).await?;
    let still = Still::around(unit, organization, None, member, places).await?;
    let decided = plan_reactivation(&still.facts(Granter::Server, Giver::SERVER)).map_err(Failure::Refused)?;
    still.save(unit, &decided.value).await?;
    Ok(decided)
}

/// Asks what a reactivation would do. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct PlannedReactivation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Who.
    pub member: MemberId,
}

impl UseCase for PlannedReactivation {
    type Lock = Reading;
    type Done = Reactivated;
    type Refusal = ReactivateRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<Reactivated>, Failure<ReactivateRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let still = Still::load(unit, &acting, self.member).await?;
        let decided = plan_reactivation(&still.facts(acting.granter(), acting.giver())).map_err(Failure::Refused)?;
        Ok(Decided { value: decided.value, events: Vec::new() })
    }
}

/// Somebody who stands still, with all that the decision rests on.
struct Still {
    member: Loaded,
    places: Vec<Place>,
    receipt: Option<Receipt>,
    standing: Vec<Selected>,
    named: Named,
    own: Vec<Selected>,
    held: Vec<Held>,
    seats_left: Option<u32>,
}

impl Still {
    /// To whoever sees none of their workspaces they don't exist.
    async fn load(unit: &mut (dyn Unit + 'static), acting: &Acting, member: MemberId) -> Result<Self, Failure<ReactivateRefused>> {
        let organization = &acting.organization;
        let member = Loaded::find(unit, organization, member).await?.ok_or(Failure::NotFound)?;
        let places = member.places_of_all(unit, organization).await?;
        if !places.iter().any(|place| acting.workspace_is_seen(place)) {
            return Err(Failure::NotFound);
        }
        Ok(Self::around(unit, organization, Some(acting.membership.id), member, places).await?)
    }

    async fn around(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        by: Option<MemberId>,
        member: Loaded,
        places: Vec<Place>,
    ) -> Result<Self, StoreError> {
        let id = member.membership.id;
        let receipt = unit.receipts().find_deactivation(organization.id, id).await?;
        let standing = unit.selections().of(organization.id, id).await?;
        let emptied = receipt.iter().flat_map(|receipt| &receipt.selections);
        let parts: BTreeSet<Part> = standing.iter().chain(emptied).flat_map(|had| had.selection.parts()).collect();
        let named = named(unit, organization.id, parts).await?;
        let own = match by {
            Some(by) => unit.selections().of(organization.id, by).await?,
            None => Vec::new(),
        };
        let held = held(unit, organization, id).await?;
        let seats_left = seats_left(unit, organization).await?;
        Ok(Self { member, places, receipt, standing, named, own, held, seats_left })
    }

    /// Whoever acts again is written, with what isn't as it was.
    async fn save(&self, unit: &mut (dyn OrganizationUnit + 'static), reactivated: &Reactivated) -> Result<(), StoreError> {
        unit.membership_changes().update(&reactivated.membership).await?;
        for lapsed in &reactivated.lapsed {
            unit.grant_changes().update(&lapsed.after).await?;
        }
        replace(unit, &reactivated.selections).await?;
        if let Some(receipt) = &self.receipt {
            unit.receipt_changes().set_state(receipt.id, ReceiptState::Undone).await?;
        }
        if !reactivated.left.is_empty() {
            unit.holder_changes().hand_over(&reactivated.left, None).await?;
        }
        Ok(())
    }

    fn facts<'a>(&'a self, granter: Granter<'a>, giver: Giver) -> ReactivationFacts<'a> {
        ReactivationFacts {
            membership: &self.member.membership,
            access: &self.member.access,
            grants: &self.member.grants,
            places: &self.places,
            seats_left: self.seats_left,
            standing: &self.standing,
            emptied: self.receipt.as_ref().map_or(&[], |receipt| &receipt.selections),
            named: &self.named,
            held: &self.held,
            granter,
            own: &self.own,
            giver,
        }
    }
}
