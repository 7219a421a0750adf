//! Revoking somebody's access to a workspace, with one handover of everything that hangs on it.

use tenure_domain::revocation::{Fate, Fingerprint, Handover, Receipt, RevokeAsk, RevokeRefused, revoke};
use tenure_domain::{Decided, MemberId, OrganizationId, Reason, WorkspaceId};
use tenure_port_store::OrganizationUnit;

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

/// Carries a revocation or a deletion out: there is one way, however much ends.
pub(crate) async fn carry_out(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    acting: &Acting,
    member: MemberId,
    ending: Ending,
    handover: Handover,
    fingerprint: Option<Fingerprint>,
) -> Result<Decided<Receipt>, Failure<RevokeRefused>> {
    let organization = &acting.organization;
    unit.memberships().find(organization.id, member).await?.ok_or(Failure::NotFound)?;
    // INVARIANT: the membership's row is written before portfolios are so much as read. An assignment that came first holds
    // that row, so this waits and then sees what it opened; one that comes later waits, and then sees that the grant is gone.
    if !load::touch(unit, member).await? {
        return Err(Failure::NotFound);
    }
    let loaded = LoadedRevocation::find(unit, organization, member, ending, handover).await?;
    let loaded = loaded.filter(|loaded| loaded.is_seen_by(acting)).ok_or(Failure::NotFound)?;
    let ask = RevokeAsk { organization, by: acting.giver(), fingerprint, receipt: cx.id(), now: cx.now };
    let decided = revoke(&loaded.facts(acting.granter()), ask).map_err(Failure::Refused)?;
    let revoked = &decided.value;
    // Portfolios first: whoever is about to assign a contact out of one is waited for, and has left before this receipt.
    if !revoked.portfolios.is_empty() {
        unit.holder_changes().hand_over(&revoked.portfolios, revoked.to).await?;
    }
    unit.receipt_changes().insert(&revoked.receipt, &revoked.portfolios).await?;
    match revoked.membership {
        Fate::Stays => {
            for grant in &revoked.receipt.grants {
                unit.grant_changes().remove(grant).await?;
            }
        }
        // The grants go with the membership.
        Fate::Withdrawn => unit.membership_changes().remove(member, cx.now).await?,
        Fate::Deleted { kept_until } => unit.membership_changes().delete(member, kept_until).await?,
    }
    Ok(decided.map(|revoked| revoked.receipt))
}
