//! Revoking somebody's access to a workspace, with one handover of everything that hangs on it.

use std::collections::BTreeMap;

use tenure_domain::membership::{Membership, Status};
use tenure_domain::revocation::{Fate, Fingerprint, Handover, Receipt, RevokeAsk, RevokeRefused, Revoked, revoke};
use tenure_domain::selection::Selection;
use tenure_domain::{Decided, Instant, MemberId, OrganizationId, PortfolioId, Reason, UserId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError};

use crate::revocation_plan::Ending;
use crate::{Acting, Context, Failure, InOrganization, LoadedRevocation, UseCase, load};

/// Asks for a revocation.
#[derive(Clone, Debug)]
pub struct RevokeAccess {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose access.
    pub member: MemberId,
    /// To which workspace.
    pub workspace: WorkspaceId,
    /// What becomes of the contacts.
    pub handover: Handover,
    /// The plan that the caller saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for RevokeAccess {
    type Lock = InOrganization;
    type Done = Receipt;
    type Refusal = RevokeRefused;

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
    ) -> Result<Decided<Receipt>, Failure<RevokeRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let ending = Ending::Grant(self.workspace);
        carry_out(cx, unit, &acting, self.member, ending, self.handover, self.fingerprint.clone()).await
    }
}

/// Carries a revocation, a deactivation or a deletion out: there is one way, however much ends.
pub(crate) async fn carry_out(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    acting: &Acting,
    member: MemberId,
    ending: Ending,
    handover: Handover,
    fingerprint: Option<Fingerprint>,
) -> Result<Decided<Receipt>, Failure<RevokeRefused>> {
    // INVARIANT: the membership's row is written before portfolios are so much as read. An assignment that came first holds
    // that row, so this waits and then sees what it opened; one that comes later waits, and then sees that the grant is gone.
    if !load::touch(unit, member).await? {
        return Err(Failure::NotFound);
    }
    let loaded = LoadedRevocation::find(unit, &acting.organization, member, ending, handover).await?;
    let decided = decide(cx, acting, loaded.as_ref(), fingerprint)?;
    save(cx, unit, std::slice::from_ref(&decided.value)).await?;
    Ok(decided.map(|revoked| revoked.receipt))
}

/// What it comes to, about somebody whom the actor may know of.
pub(crate) fn decide(
    cx: &Context<'_>,
    acting: &Acting,
    loaded: Option<&LoadedRevocation>,
    fingerprint: Option<Fingerprint>,
) -> Result<Decided<Revoked>, Failure<RevokeRefused>> {
    let organization = &acting.organization;
    let loaded = loaded.filter(|loaded| loaded.is_seen_by(acting)).ok_or(Failure::NotFound)?;
    let ask = RevokeAsk { organization, by: acting.giver(), fingerprint, receipt: cx.id(), now: cx.now };
    revoke(&loaded.facts(acting.granter()), ask).map_err(Failure::Refused)
}

/// Writes what was decided about one, or about many at once.
pub(crate) async fn save(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    decided: &[Revoked],
) -> Result<(), StoreError> {
    let mut handed: BTreeMap<Option<MemberId>, Vec<PortfolioId>> = BTreeMap::new();
    let mut deleted: BTreeMap<Instant, Vec<MemberId>> = BTreeMap::new();
    for revoked in decided.iter().filter(|revoked| !revoked.portfolios.is_empty()) {
        handed.entry(revoked.to).or_default().extend(&revoked.portfolios);
    }
    // Portfolios first: whoever is about to assign a contact out of one is waited for, and has left before this receipt.
    for (to, portfolios) in handed {
        unit.holder_changes().hand_over(&portfolios, to).await?;
    }
    let receipts: Vec<_> = decided.iter().map(|revoked| (&revoked.receipt, revoked.portfolios.as_slice())).collect();
    unit.receipt_changes().insert_all(&receipts).await?;
    for Revoked { receipt, membership, .. } in decided {
        match *membership {
            Fate::Stays => {
                for grant in &receipt.grants {
                    unit.grant_changes().remove(grant).await?;
                }
            }
            Fate::Inactive => {
                for had in &receipt.selections {
                    unit.selection_changes().replace(&had.clone().chosen(Selection::None, receipt.by)).await?;
                }
                let standing = unit.memberships().find(receipt.organization, receipt.member).await?;
                let standing = standing.ok_or(StoreError::Stale("the membership"))?;
                unit.membership_changes().update(&Membership { status: Status::Inactive, ..standing }).await?;
            }
            // The grants go with the membership.
            Fate::Withdrawn => unit.membership_changes().remove(receipt.member, cx.now).await?,
            Fate::Deleted { kept_until } => deleted.entry(kept_until).or_default().push(receipt.member),
        }
    }
    for (kept_until, members) in deleted {
        unit.membership_changes().delete_all(&members, kept_until).await?;
    }
    // Nor does a token outlive its member's acting (R13): undone or reactivated, they make another.
    let gone: Vec<MemberId> =
        decided.iter().filter(|revoked| revoked.membership != Fate::Stays).map(|one| one.receipt.member).collect();
    unit.token_changes().remove_of(&gone).await?;
    // None of them lives again when a reactivation or an undoing lets them in (h5). Who lost a grant still signs in.
    let logins: Vec<UserId> =
        decided.iter().filter(|revoked| revoked.membership != Fate::Stays).filter_map(|one| one.user).collect();
    unit.sessions().end_of_who_may_not(&logins).await
}
