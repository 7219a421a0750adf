//! Who is online: leases that processes renew in batches, and the waves by which they learn of each other's.

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::{Instant, MemberId, OrganizationId};

use crate::StoreError;

/// For how long somebody counts as online after they were heard of.
pub const ONLINE_FOR: Duration = Duration::from_secs(30);

/// How far the clocks of processes may be apart.
const APART: Duration = Duration::from_mins(1);

/// The latest instant until when anybody can be online who was heard of by now. A lease beyond it was written by a clock that was
/// ahead, and counts for nothing.
pub fn online_at_most_until(now: Instant) -> Instant {
    now.plus(ONLINE_FOR + APART)
}

/// Whether somebody with a lease until then is online.
pub fn is_online(until: Instant, now: Instant) -> bool {
    until > now && until <= online_at_most_until(now)
}

/// Somebody is online until then, unless the lease is renewed. One that nobody renews runs out by itself, also if the process
/// that wrote it died.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lease {
    /// The tenant.
    pub organization: OrganizationId,
    /// Who.
    pub member: MemberId,
    /// Until when.
    pub until: Instant,
}

/// A lease as it was last renewed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Renewed {
    /// In which wave of the organization: waves rise, and what is in one can be read from the same moment on, after all that is
    /// in the waves before it.
    pub wave: u64,
    /// Who.
    pub member: MemberId,
    /// Until when.
    pub until: Instant,
}

/// Leases. They are no part of any unit: nothing is decided by who is online.
#[async_trait]
pub trait Presences: Send + Sync {
    /// Writes all of these, in one transaction and as one wave for each organization. A lease never becomes shorter, but for one that
    /// counts for nothing because it is too far ahead of now.
    async fn renew(&self, leases: &[Lease], now: Instant) -> Result<(), StoreError>;

    /// Up to this many leases that come after this one in the order of waves, and of members in a wave; from the first one on
    /// without it.
    async fn renewed(
        &self,
        organization: OrganizationId,
        after: Option<(u64, MemberId)>,
        up_to: u32,
    ) -> Result<Vec<Renewed>, StoreError>;
}
