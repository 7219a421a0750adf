//! Carrying on with jobs: step by step, by whoever began them at first, and by whichever process gets to them after that.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::job::{AT_A_TIME, Job, JobState};
use tenure_domain::{JobId, OrganizationId};
use tenure_port_store::StoreError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::continue_job::{ContinueJob, Stepped, StopJob, Stride};
use crate::{Caller, Failure, Never, Tenure};

/// For how long a job is somebody's who doesn't get on with it.
pub(crate) const LEASE: Duration = Duration::from_secs(15);

/// How often it is looked whether there is a job that nobody carries on with.
const LOOK: Duration = Duration::from_secs(1);

/// How many jobs one process carries on with at once, each of another organization, so that a short one doesn't wait for a long one.
const AT_ONCE: usize = 4;

/// After how many steps a job makes way for others that wait.
const IN_A_ROW: u32 = 20;

/// Between two steps others get their turn, for this part of the time that a step took.
const BREATH: u32 = 4;

/// As many people as a unit takes.
const WHOLE: Stride = Stride { people: 100, gives_up: false, lets_go: false };

impl Tenure {
    /// Takes a job one step on, as who began it; says how far it is then. A job whose maker may not act here any more is stopped.
    pub async fn step(&self, job: &Job) -> Result<Job, StoreError> {
        self.stride(job, WHOLE).await
    }

    async fn stride(&self, job: &Job, stride: Stride) -> Result<Job, StoreError> {
        let Job { organization, id, by, reason, .. } = job.clone();
        let ask = ContinueJob { organization, job: id, reason, stride };
        match self.perform(Caller::Member { member: by }, ask).await {
            Ok(Stepped { job, user, refused }) => {
                for rule in refused {
                    self.note_refusal(organization, user, rule).await;
                }
                Ok(job)
            }
            Err(Failure::Store(error)) => Err(error),
            Err(Failure::Unauthenticated | Failure::NotFound | Failure::Forbidden(_) | Failure::SecondFactorRequired) => {
                let job = self.stop(organization, id).await?;
                // Its maker may act here after all, and yet it didn't get on: that is no step.
                if job.state == JobState::Running { Err(StoreError::Contention) } else { Ok(job) }
            }
            Err(_) => Err(StoreError::Stale("a person of the job")),
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

    /// Carries on with jobs, and with copies of addresses that have changed, until the end comes: jobs that were begun here, and those that somebody else left behind. Every process
    /// that answers requests does this; as many as you like may do it over one store.
    pub async fn work(&self, until: impl Future<Output = ()>) {
        tokio::pin!(until);
        let (places, mut at_work) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
        at_work.spawn(self.clone().keep_following());
        loop {
            let found = tokio::select! {
                () = &mut until => break,
                found = self.next_job(&places) => found,
            };
            if let Some((job, place)) = found {
                let tenure = self.clone();
                at_work.spawn(async move {
                    tenure.carry_on(job).await;
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

    async fn next_job(&self, places: &Arc<Semaphore>) -> Option<(Job, OwnedSemaphorePermit)> {
        let place = Arc::clone(places).acquire_owned().await.ok()?;
        let tools = self.tools();
        match tools.store.job_queue().claim(tools.clock.now(), LEASE).await {
            Ok(claimed) => claimed.map(|job| (job, place)),
            Err(error) => {
                tracing::warn!(%error, "the jobs that wait could not be read");
                None
            }
        }
    }

    async fn carry_on(&self, mut job: Job) {
        let mut stride = WHOLE;
        for nth in 1.. {
            let began = Instant::now();
            stride.lets_go = nth >= IN_A_ROW;
            match self.stride(&job, stride).await {
                Ok(stepped) => {
                    job = stepped;
                    // After the one who was in the way, more again, little by little: there may be others.
                    stride = Stride { people: (stride.people * 2).min(WHOLE.people), gives_up: false, ..stride };
                }
                // Its lease runs out, and then it is tried again.
                Err(error @ (StoreError::Contention | StoreError::Unavailable(_))) => {
                    tracing::warn!(job = %job.id, %error, "a step of a job failed");
                    return;
                }
                // What is broken of one person is in nobody else's way: one by one it is found whom it is about.
                Err(error) if stride.gives_up => {
                    tracing::error!(job = %job.id, %error, "a job doesn't get on");
                    return;
                }
                Err(error) => {
                    tracing::warn!(job = %job.id, %error, "a step of a job failed");
                    (stride.gives_up, stride.people) = (stride.people == 1, 1);
                    continue;
                }
            }
            if job.state != JobState::Running || stride.lets_go {
                return;
            }
            sleep(began.elapsed() / BREATH).await;
        }
    }
}
