//! Organizations.

use async_trait::async_trait;
use tenure_domain::organization::Organization;
use tenure_domain::{Instant, OrganizationId};

use crate::StoreError;

/// Reading organizations.
#[async_trait]
pub trait Organizations: Send {
    /// One of them.
    async fn find(&mut self, id: OrganizationId) -> Result<Option<Organization>, StoreError>;

    /// Claims the first setup of the installation; false when somebody did before.
    async fn claim_setup(&mut self, at: Instant) -> Result<bool, StoreError>;
}

/// Writing the locked organization's own row.
#[async_trait]
pub trait OrganizationChanges: Send {
    /// Makes it.
    async fn insert(&mut self, organization: &Organization) -> Result<(), StoreError>;

    /// Changes it, from the version it carries to the next; `Stale` if it isn't at that version.
    async fn update(&mut self, organization: &Organization) -> Result<(), StoreError>;
}
