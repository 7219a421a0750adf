//! Undoing a revocation from its receipt.

use tenure_domain::access::Access;
use tenure_domain::membership::Status;
use tenure_domain::revocation::{UndoFacts, UndoRefused, undo};
use tenure_domain::{Decided, OrganizationId, PortfolioId, Reason, ReceiptId};
use tenure_port_store::{Departed, OrganizationUnit};

use crate::release::release_lost;
use crate::revocation_plan::with_places;
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
    /// The portfolios that returned.
    pub returned: Vec<PortfolioId>,
    /// The portfolios that the member couldn't hold even so.
    pub kept_away: Vec<PortfolioId>,
    /// Contacts that were assigned singly since, and stay where they are.
    pub departed: Departed,
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
        let organization = &acting.organization;
        let receipt = unit.receipts().find(self.organization, self.receipt).await?.ok_or(Failure::NotFound)?;
        let place = load::place(unit, organization, receipt.workspace).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        let member = Loaded::find(unit, organization, receipt.member).await?;
        if member.is_some() {
            // INVARIANT: the membership's row is written before portfolios are read; see `RevokeAccess`.
            load::touch(unit, receipt.member).await?;
        }
        let nothing = Access::new(organization.setting(), Status::Inactive, &[]);
        let portfolios = unit.portfolios().of_receipt(self.organization, self.receipt).await?;
        let portfolios = with_places(unit, organization, portfolios).await?;
        let facts = UndoFacts {
            receipt: &receipt,
            membership: member.as_ref().map(|member| &member.membership),
            access: member.as_ref().map_or(&nothing, |member| &member.access),
            grants: member.as_ref().map_or(&[], |member| &member.grants),
            place: &place,
            portfolios: &portfolios,
            granter: acting.granter(),
            giver: acting.giver(),
            now: cx.now,
        };
        let decided = undo(&facts).map_err(Failure::Refused)?;
        let undone = &decided.value;
        let departed = unit.receipts().departed(self.organization, self.receipt, LISTED).await?;
        unit.grant_changes().insert(&undone.grant).await?;
        unit.receipt_changes().set_state(receipt.id, undone.receipt.state).await?;
        let mut emptied = Vec::new();
        if !undone.returned.is_empty() {
            unit.holder_changes().hand_over(&undone.returned, Some(receipt.member)).await?;
            emptied = unit.receipt_changes().release(&undone.returned, receipt.id).await?;
        }
        let mut decided = decided;
        if let Some(member) = Loaded::find(unit, organization, receipt.member).await? {
            // What came back may cut as well as give.
            decided.events.extend(release_lost(unit, organization, receipt.member, &member.access).await?);
        }
        Ok(decided.map(|undone| UndoneRevocation { returned: undone.returned, kept_away: undone.kept_away, departed, emptied }))
    }
}
