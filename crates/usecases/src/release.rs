//! Releasing what somebody can't keep: whatever takes the handling of contacts away leaves no contact with who may not handle it.

use tenure_domain::access::Access;
use tenure_domain::event::Event;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::leave_behind;
use tenure_domain::{Decided, MemberId};
use tenure_port_store::{OrganizationUnit, StoreError};

use crate::revocation_plan::held;

/// Leaves unassigned what a member with this access can't keep, and tells what that was.
///
/// A further grant can do that as well as a smaller one: its restrictions cut rights that come from above. The membership must
/// have been touched before, so that no assignment slips by.
pub(crate) async fn release_lost(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
    member: MemberId,
    after: &Access,
) -> Result<Vec<Event>, StoreError> {
    let held = held(unit, organization, member).await?;
    let Decided { value: left, events } = leave_behind(member, &held, after);
    if !left.is_empty() {
        unit.holder_changes().hand_over(&left, None).await?;
    }
    Ok(events)
}
