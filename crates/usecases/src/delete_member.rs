//! Deleting somebody from the organization: all their access at once, with one handover of everything that hangs on it.

use tenure_domain::revocation::{Fingerprint, Handover, Receipt, RevokeRefused};
use tenure_domain::{Decided, MemberId, OrganizationId, Reason};
use tenure_port_store::OrganizationUnit;

use crate::revocation_plan::Ending;
use crate::revoke_access::carry_out;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a deletion. Of somebody pending it withdraws the invitation.
#[derive(Clone, Debug)]
pub struct DeleteMember {
    /// The tenant.
    pub organization: OrganizationId,
    /// Who.
    pub member: MemberId,
    /// What becomes of the contacts.
    pub handover: Handover,
    /// The plan that the caller saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for DeleteMember {
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
        carry_out(cx, unit, &acting, self.member, Ending::Membership, self.handover, self.fingerprint.clone()).await
    }
}
