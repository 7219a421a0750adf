//! Numbers that hosts report about members.

use std::collections::BTreeMap;

use async_trait::async_trait;
use tenure_domain::{Instant, MemberId, OrganizationId, StatisticKey};

use crate::StoreError;

/// Writing statistics. They are facts that were measured and no state of the organization, so no unit needs its lock; whoever writes
/// holds the member ([`Memberships::hold`](crate::Memberships::hold)), so that nothing is kept of somebody who is being deleted.
#[async_trait]
pub trait Statistics: Send {
    /// Keeps these numbers of a member, each in place of the one before it. They stay with what is kept of who was deleted, and
    /// are erased with it.
    async fn keep(
        &mut self,
        organization: OrganizationId,
        member: MemberId,
        numbers: &BTreeMap<StatisticKey, u64>,
        at: Instant,
    ) -> Result<(), StoreError>;
}

/// A number as it was reported last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measured {
    /// Of whom.
    pub member: MemberId,
    /// What was counted.
    pub key: StatisticKey,
    /// How much.
    pub value: u64,
    /// When that was reported.
    pub at: Instant,
}
