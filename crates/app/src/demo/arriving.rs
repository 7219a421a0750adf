//! Coming in: whoever was invited accepts.

use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::{InvitationId, Name, OrganizationId};
use tenure_usecases::{AcceptInvitation, Caller, SignOut, Tenure};

use super::PASSWORD;
use crate::example::failed;
use crate::failure::Failure;

/// Accepts with the link that the mail would have had, and signs out again.
pub(super) async fn accept(
    tenure: &Tenure,
    organization: OrganizationId,
    invitation: Option<InvitationId>,
    (first, last): (Name, Name),
) -> Result<(), Failure> {
    let dead = || Failure::of("the example can't be made (an acceptance)", "there is no link to accept with");
    let key = &tenure.tools().key;
    let token = LinkToken::issue(key, Purpose::Invitation, organization, invitation.ok_or_else(dead)?.uuid(), 1);
    let link = LinkToken::open(key, Purpose::Invitation, &token).ok_or_else(dead)?;
    let ask = AcceptInvitation::new(link, (Some(first), Some(last)), Some(PASSWORD.into()));
    let accepted = tenure.perform(Caller::Anonymous, ask).await.map_err(failed("an acceptance"))?;
    if let Some(signed_in) = accepted.signed_in {
        let caller = Caller::Session { session: signed_in.session, user: signed_in.user.id };
        tenure.perform(caller, SignOut).await.map_err(failed("signing out"))?;
    }
    Ok(())
}
