//! Undoing a revocation or a deletion from its receipt.

use std::collections::BTreeSet;

use tenure_domain::access::Access;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{ChosenAgain, Leaver, Receipt, UndoFacts, UndoRefused, undo};
use tenure_domain::selection::Part;
use tenure_domain::workspace::Place;
use tenure_domain::{ContactId, Decided, MemberId, OrganizationId, PortfolioId, Reason, ReceiptId, WorkspaceId};
use tenure_port_store::{Departed, OrganizationUnit, StoreError, Unit};

use crate::inviting::seats_left;
use crate::release::release_lost;
use crate::revocation_plan::with_places;
use crate::seeing::Seeing;
use crate::selecting::{named, replace};
use crate::{Acting, Context, Failure, InOrganization, Loaded, UseCase, load};

/// How many contacts that stayed elsewhere are listed.
const LISTED: u32 = 1_000;

/// Asks for an undo.
#[derive(Clone, Debug)]
pub struct UndoRevocation {
    /// The tenant.
    pub organization: OrganizationId,
    /// The receipt.
    pub receipt: ReceiptId,
    /// Why.
    pub reason: Option<Reason>,
}

/// What returned, and what didn't.
#[derive(Clone, PartialEq, Debug)]
pub struct UndoneRevocation {
    /// How many of the grants stayed away, because their workspaces are gone.
    pub gone: usize,
    /// The portfolios that returned.
    pub returned: Vec<PortfolioId>,
    /// What of their choices of resources is back, and how much isn't.
    pub chosen: Vec<ChosenAgain>,
    /// The portfolios that the member couldn't hold even so.
    pub kept_away: Vec<PortfolioId>,
    /// Contacts that were assigned singly since, and stay where they are: those of the first that the actor sees.
    pub stayed: Vec<ContactId>,
    /// How many of the first they don't see.
    pub stayed_unseen: usize,
    /// Whether there are more than the first.
    pub more_stayed: bool,
    /// Later receipts that have nothing to return any more.
    pub emptied: Vec<ReceiptId>,
}

impl UseCase for UndoRevocation {
    type Lock = InOrganization;
    type Done = UndoneRevocation;
    type Refusal = UndoRefused;

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
    ) -> Result<Decided<UndoneRevocation>, Failure<UndoRefused>> {
        let acting = Acting::load(cx, unit).await?;
        bring_back(cx, unit, &acting, self.receipt).await
    }
}

/// Brings back what a receipt says.
pub(crate) async fn bring_back(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    acting: &Acting,
    id: ReceiptId,
) -> Result<Decided<UndoneRevocation>, Failure<UndoRefused>> {
    let organization = &acting.organization;
    let receipt = unit.receipts().find(organization.id, id).await?.ok_or(Failure::NotFound)?;
    let told_at = unit.receipts().told_at(organization.id, id).await?;
    let places = load::places(unit, organization, &told_at).await?;
    if !places.iter().any(|place| acting.workspace_is_seen(place)) {
        return Err(Failure::NotFound);
    }
    let left = Left::find(unit, organization, &receipt).await?;
    let nothing = Access::new(organization.setting(), Status::Inactive, &[]);
    let standing = unit.selections().of(organization.id, receipt.member).await?;
    let had: BTreeSet<Part> = receipt.selections.iter().chain(&standing).flat_map(|had| had.selection.parts()).collect();
    let named = named(unit, organization.id, had).await?;
    let own = unit.selections().of(organization.id, acting.membership.id).await?;
    // Nothing is written about whoever is refused.
    let mut decided = None;
    for is_written in [false, true] {
        if is_written && left.member().is_some() {
            // INVARIANT: the membership's row is written before the portfolios that count are read; see `carry_out`.
            load::touch(unit, receipt.member).await?;
        }
        let portfolios = unit.portfolios().of_receipt(organization.id, id).await?;
        let portfolios = with_places(unit, organization, portfolios).await?;
        let facts = UndoFacts {
            receipt: &receipt,
            leaver: left.leaver(),
            access: left.member().map_or(&nothing, |member| &member.access),
            grants: left.member().map_or(&[], |member| &member.grants),
            places: &places,
            portfolios: &portfolios,
            held_at: left.member().map_or(&[], |member| &member.places),
            standing: &standing,
            named: &named,
            granter: acting.granter(),
            own: &own,
            giver: acting.giver(),
            now: cx.now,
        };
        decided = Some(undo(&facts).map_err(Failure::Refused)?);
    }
    let mut decided = decided.ok_or(Failure::NotFound)?;
    let undone = &decided.value;
    let departed = unit.receipts().departed(organization.id, id, LISTED).await?;
    let stayed = seen(unit, acting, &departed).await?;
    if let Some(membership) = &undone.membership {
        unit.membership_changes().restore(membership).await?;
    }
    for grant in &undone.grants {
        unit.grant_changes().insert(grant).await?;
    }
    replace(unit, &undone.selections).await?;
    for again in undone.chosen.iter().filter(|again| again.returned() > 0) {
        unit.selection_changes().restore(&again.selected).await?;
    }
    unit.receipt_changes().set_state(receipt.id, undone.receipt.state).await?;
    let mut emptied = Vec::new();
    if !undone.returned.is_empty() {
        unit.holder_changes().hand_over(&undone.returned, Some(receipt.member)).await?;
        emptied = unit.receipt_changes().release(&undone.returned, receipt.id).await?;
    }
    if let Some(member) = Loaded::find(unit, organization, receipt.member).await? {
        // What came back may cut as well as give.
        decided.events.extend(release_lost(unit, organization, receipt.member, &member.access).await?);
    }
    Ok(decided.map(|undone| {
        let (gone, returned, chosen, kept_away) = (undone.gone, undone.returned, undone.chosen, undone.kept_away);
        let (stayed_unseen, more_stayed) = (departed.contacts.len() - stayed.len(), departed.more);
        UndoneRevocation { gone, returned, chosen, kept_away, stayed, stayed_unseen, more_stayed, emptied }
    }))
}

/// Which of these contacts the actor sees: an undo tells of no others (R5).
async fn seen(unit: &mut (dyn Unit + 'static), acting: &Acting, departed: &Departed) -> Result<Vec<ContactId>, StoreError> {
    let at: BTreeSet<WorkspaceId> = departed.contacts.iter().map(|one| one.workspace).collect();
    let places = load::places(unit, &acting.organization, &at.into_iter().collect::<Vec<_>>()).await?;
    let departures = departed.contacts.iter().filter_map(|one| {
        let place = places.iter().find(|place| place.workspace() == one.workspace)?;
        Some((one.contact, (place, one.holder)))
    });
    let (contacts, held): (Vec<ContactId>, Vec<(&Place, Option<MemberId>)>) = departures.unzip();
    let seeing = Seeing::load(unit, acting, &held).await?;
    let shown = contacts.into_iter().zip(held).filter(|(_, (place, holder))| seeing.shows(place, *holder));
    Ok(shown.map(|(contact, _)| contact).collect())
}

/// Who left, as they are now.
enum Left {
    Here(Box<Loaded>),
    Deleted { membership: Box<Membership>, replaced: bool, seats_left: Option<u32> },
    Gone,
}

impl Left {
    async fn find(
        unit: &mut (dyn OrganizationUnit + 'static),
        organization: &Organization,
        receipt: &Receipt,
    ) -> Result<Self, StoreError> {
        if let Some(member) = Loaded::find(unit, organization, receipt.member).await? {
            return Ok(Self::Here(Box::new(member)));
        }
        let Some(membership) = unit.memberships().find_deleted(organization.id, receipt.member).await? else {
            return Ok(Self::Gone);
        };
        let mut replaced = unit.memberships().find_by_email(organization.id, &membership.email).await?.is_some();
        if let Some(user) = membership.user {
            replaced |= unit.memberships().find_by_user(organization.id, user).await?.is_some();
        }
        let seats_left = seats_left(unit, organization).await?;
        Ok(Self::Deleted { membership: Box::new(membership), replaced, seats_left })
    }

    fn member(&self) -> Option<&Loaded> {
        if let Self::Here(member) = self { Some(member) } else { None }
    }

    fn leaver(&self) -> Leaver<'_> {
        match self {
            Self::Here(member) => Leaver::Member(&member.membership),
            Self::Deleted { membership, replaced, seats_left } => {
                Leaver::Deleted { membership, replaced: *replaced, seats_left: *seats_left }
            }
            Self::Gone => Leaver::Gone,
        }
    }
}
