//! Carrying on with jobs: step by step, by whoever began them at first, and by whichever process gets to them after that.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::job::{AT_A_TIME, Job, JobState};
use tenure_domain::{JobId, OrganizationId};
use tenure_port_store::{ClaimedJob, StoreError};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::continue_job::{ContinueJob, Stepped, StopJob};
use crate::{Caller, Failure, Never, Tenure};

/// For how long a job is somebody's who doesn't get on with it.
pub(crate) const LEASE: Duration = Duration::from_secs(15);

/// How often it is looked whether there is a job that nobody carries on with.
const LOOK: Duration = Duration::from_secs(1);

/// How many jobs one process carries on with at once, so that a short one doesn't wait for a long one.
const AT_ONCE: usize = 4;

/// How often a job is tried that doesn't get on before it is stopped.
const TRIES: u32 = 20;

/// Between two steps others get their turn, for this part of the time that a step took.
const BREATH: u32 = 4;

impl Tenure {
    /// Takes a job one step on, as who began it; says how far it is then. A job whose maker may not act here any more is stopped.
    pub async fn step(&self, job: &Job) -> Result<Job, StoreError> {
        let Job { organization, id, by, reason, .. } = job.clone();
        let stepped = self.perform(Caller::Member { member: by }, ContinueJob { organization, job: id, reason }).await;
        match stepped {
            Ok(Stepped { job, user, refused }) => {
                for rule in refused {
                    self.note_refusal(organization, user, rule).await;
                }
                Ok(job)
            }
            Err(Failure::Store(error)) => Err(error),
            Err(Failure::Unauthenticated | Failure::NotFound | Failure::Forbidden(_)) => self.stop(organization, id).await,
            Err(_) => Err(StoreError::Contention),
        }
    }

    /// Takes up a job that was begun just now: a short one is carried out at once, a longer one is left to whoever
    /// [works](Self::work).
    pub async fn take_up(&self, job: Job) -> Job {
        let is_short = usize::try_from(job.total).is_ok_and(|total| total <= AT_A_TIME);
        if !is_short || job.state != JobState::Running {
            self.jobs_waiting().notify_one();
            return job;
        }
        match self.step(&job).await {
            Ok(stepped) => stepped,
            Err(error) => {
                // Its lease runs out, and then it is tried again.
                tracing::warn!(job = %job.id, %error, "a job could not be carried out at once");
                job
            }
        }
    }

    async fn stop(&self, organization: OrganizationId, job: JobId) -> Result<Job, StoreError> {
        self.perform(Caller::Anonymous, StopJob { organization, job }).await.map_err(|failure: Failure<Never>| match failure {
            Failure::Store(error) => error,
            _ => StoreError::Stale("the job"),
        })
    }

    /// Carries on with jobs until the end comes: those that were begun here, and those that somebody else left behind. Every process
    /// that answers requests does this; as many as you like may do it over one store.
    pub async fn work(&self, until: impl Future<Output = ()>) {
        tokio::pin!(until);
        let (places, mut at_work) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
        loop {
            let found = tokio::select! {
                () = &mut until => break,
                found = self.next_job(&places) => found,
            };
            if let Some((claimed, place)) = found {
                let tenure = self.clone();
                at_work.spawn(async move {
                    tenure.carry_on(claimed).await;
                    drop(place);
                });
                continue;
            }
            while at_work.try_join_next().is_some() {}
            tokio::select! {
                () = &mut until => break,
                () = self.jobs_waiting().notified() => {}
                () = sleep(LOOK) => {}
            }
        }
        // What isn't through is left where it is: each step is whole, and the next process carries on.
        at_work.shutdown().await;
    }

    async fn next_job(&self, places: &Arc<Semaphore>) -> Option<(ClaimedJob, tokio::sync::OwnedSemaphorePermit)> {
        let place = Arc::clone(places).acquire_owned().await.ok()?;
        let tools = self.tools();
        match tools.store.job_queue().claim(tools.clock.now(), LEASE).await {
            Ok(claimed) => claimed.map(|claimed| (claimed, place)),
            Err(error) => {
                tracing::warn!(%error, "the jobs that wait could not be read");
                None
            }
        }
    }

    async fn carry_on(&self, ClaimedJob { mut job, attempts }: ClaimedJob) {
        if attempts >= TRIES {
            tracing::error!(job = %job.id, "a job doesn't get on, and is stopped");
            if let Err(error) = self.stop(job.organization, job.id).await {
                tracing::warn!(job = %job.id, %error, "a job could not be stopped");
            }
            return;
        }
        while job.state == JobState::Running {
            let began = Instant::now();
            match self.step(&job).await {
                Ok(stepped) => job = stepped,
                Err(error) => {
                    // Its lease runs out, and then it is tried again.
                    tracing::warn!(job = %job.id, %error, "a step of a job failed");
                    return;
                }
            }
            sleep(began.elapsed() / BREATH).await;
        }
    }
}
