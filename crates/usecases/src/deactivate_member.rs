//! Deactivating somebody: they act nowhere in the organization from the next request on, and keep what they have (R13).

use tenure_domain::revocation::{Fingerprint, Handover, Receipt, RevokeRefused};
use tenure_domain::{Decided, MemberId, OrganizationId, Reason};
use tenure_port_store::OrganizationUnit;

use crate::revocation_plan::Ending;
use crate::revoke_access::carry_out;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// Asks for a deactivation.
#[derive(Clone, Debug)]
pub struct DeactivateMember {
    /// The tenant.
    pub organization: OrganizationId,
    /// Who.
    pub member: MemberId,
    /// What becomes of the contacts; without it they keep them.
    pub handover: Option<Handover>,
    /// The plan that the caller saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for DeactivateMember {
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
        let (ending, handover) = (Ending::acting(self.handover), self.handover.unwrap_or_default());
        carry_out(cx, unit, &acting, self.member, ending, handover, self.fingerprint.clone()).await
    }
}
