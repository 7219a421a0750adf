//! Jobs: one deed for many people, carried out step by step by whichever process gets to it.

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::job::{Job, JobItem};
use tenure_domain::{Instant, JobId, OrganizationId};

use crate::StoreError;

/// Jobs, to read and to begin.
#[async_trait]
pub trait Jobs: Send {
    /// By id.
    async fn find(&mut self, organization: OrganizationId, id: JobId) -> Result<Option<Job>, StoreError>;

    /// Keeps one with all its people; until this instant no [`JobQueue`] gives it to anybody.
    async fn insert(&mut self, job: &Job, items: &[JobItem], leased_until: Instant) -> Result<(), StoreError>;

    /// Up to this many people who weren't answered yet, in their order.
    async fn open_items(&mut self, organization: OrganizationId, id: JobId, up_to: u32) -> Result<Vec<JobItem>, StoreError>;

    /// All for whom it was done, in their order.
    async fn done_items(&mut self, organization: OrganizationId, id: JobId) -> Result<Vec<JobItem>, StoreError>;
}

/// Writes of jobs.
#[async_trait]
pub trait JobChanges: Send {
    /// Keeps what came of these people; `Stale` if one of them was answered before.
    async fn answer(&mut self, id: JobId, items: &[JobItem]) -> Result<(), StoreError>;

    /// Keeps how far a job is. Until this instant nobody else is given it.
    async fn update(&mut self, job: &Job, leased_until: Instant) -> Result<(), StoreError>;
}

/// The jobs that wait for somebody to carry on with them.
#[async_trait]
pub trait JobQueue: Send + Sync {
    /// Claims one that nobody has, the one that has waited longest, for as long as said: none of an organization of which somebody has
    /// another one.
    async fn claim(&self, now: Instant, lease: Duration) -> Result<Option<Job>, StoreError>;
}
