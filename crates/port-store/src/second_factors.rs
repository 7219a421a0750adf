//! Second factors of logins. Secrets come sealed, and codes as hashes.

use async_trait::async_trait;
use tenure_domain::user::SecondFactor;
use tenure_domain::{Instant, OrganizationId, UserId};

use crate::StoreError;

/// A second factor that has just been shown to be its owner's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Confirmed {
    /// The authenticator's secret, sealed.
    pub sealed: Vec<u8>,
    /// The step of time whose code showed it, which is used by that.
    pub step: u64,
    /// Since when it counts.
    pub since: Instant,
    /// The hashes of its recovery codes.
    pub recovery_codes: Vec<[u8; 32]>,
}

/// Second factors. Whoever writes one [holds](crate::Users::hold) its login.
#[async_trait]
pub trait SecondFactors: Send {
    /// What a login has; nothing at all for most.
    async fn find(&mut self, user: UserId) -> Result<SecondFactor, StoreError>;

    /// Keeps a secret that counts for nothing yet, in place of one like it. One that counts goes on counting.
    async fn begin(&mut self, user: UserId, sealed: &[u8], at: Instant) -> Result<(), StoreError>;

    /// Has a secret count, in place of an older one and its recovery codes. Nothing is begun after that.
    async fn confirm(&mut self, user: UserId, confirmed: &Confirmed) -> Result<(), StoreError>;

    /// Uses a step of time, in one statement; says whether that and all later ones were unused until then.
    async fn use_step(&mut self, user: UserId, step: u64) -> Result<bool, StoreError>;

    /// Whether there is such a recovery code, unused.
    async fn has_recovery_code(&mut self, user: UserId, hash: &[u8; 32]) -> Result<bool, StoreError>;

    /// Uses a recovery code up, in one statement; says whether there was such a one.
    async fn use_recovery_code(&mut self, user: UserId, hash: &[u8; 32]) -> Result<bool, StoreError>;

    /// Other recovery codes in place of those that there are.
    async fn replace_recovery_codes(&mut self, user: UserId, hashes: &[[u8; 32]]) -> Result<(), StoreError>;

    /// Takes it away, with what was begun; says whether there was one that counted.
    async fn remove(&mut self, user: UserId) -> Result<bool, StoreError>;

    /// Whether an organization requires one in which this login is active.
    async fn is_required(&mut self, user: UserId) -> Result<bool, StoreError>;

    /// The organizations that this login has anything to do with, deleted memberships among them, by id.
    async fn organizations_of(&mut self, user: UserId) -> Result<Vec<OrganizationId>, StoreError>;

    /// Takes the locks of these organizations, in the order of their ids, until the unit ends: nothing of what makes somebody govern
    /// them changes meanwhile. The login is held after that, never before, as everybody does.
    async fn hold_organizations(&mut self, organizations: &[OrganizationId]) -> Result<(), StoreError>;
}
