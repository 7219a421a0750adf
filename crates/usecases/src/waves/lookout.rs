//! A lookout: looks for what is new in one organization, and tells all who watch it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tenure_domain::job::Job;
use tenure_domain::{Instant, JobId, MemberId, OrganizationId};
use tenure_port_store::{Renewed, StoreError, is_online};
use tokio::sync::{OnceCell, broadcast};
use tokio::time::{MissedTickBehavior, interval};

use super::{Entry, MOST_TOLD, Watching, Wave, Waves};
use crate::Tools;

/// How often it looks.
const EVERY: Duration = Duration::from_millis(250);

/// For how long a job that has ended is told of: whoever comes meanwhile may have seen it running.
const ENDED: Duration = Duration::from_secs(15);

/// How many waves whoever watches may be behind.
const BEHIND: usize = 64;

/// How many leases or entries are read at a time.
const AT_A_TIME: u32 = 500;

/// What has been seen so far.
#[derive(Debug, Default)]
struct Seen {
    leases: HashMap<MemberId, Instant>,
    after: Option<(u64, MemberId)>,
    position: u64,
    /// The jobs that are running, or have just ended.
    jobs: HashMap<JobId, Job>,
    has_ended: bool,
}

/// One organization's lookout.
#[derive(Debug)]
pub(super) struct Lookout {
    organization: OrganizationId,
    begun: OnceCell<()>,
    /// One looks at a time, so that nothing is found twice.
    looking: tokio::sync::Mutex<()>,
    seen: Mutex<Seen>,
    waves: broadcast::Sender<Arc<Wave>>,
}

/// What a look found, before it is told.
struct Found {
    renewed: Vec<Renewed>,
    jobs: Vec<Job>,
    entries: Vec<Entry>,
    is_too_much: bool,
    position: u64,
    now: Instant,
}

impl Lookout {
    pub(super) fn new(organization: OrganizationId) -> Self {
        Self {
            organization,
            begun: OnceCell::new(),
            looking: tokio::sync::Mutex::default(),
            seen: Mutex::default(),
            waves: broadcast::channel(BEHIND).0,
        }
    }

    pub(super) const fn organization(&self) -> OrganizationId {
        self.organization
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a first look; says whether this was it, and somebody has to go on looking.
    pub(super) async fn begin(&self, tools: &Tools) -> Result<bool, StoreError> {
        let mut is_first = false;
        let first = async {
            let position = tools.store.queries().journal_position(self.organization).await?;
            self.seen().position = position;
            self.look(tools).await?;
            is_first = true;
            Ok(())
        };
        self.begun.get_or_try_init(|| first).await?;
        if !is_first {
            // Whoever comes later sees what is, too, and not what was when somebody looked last.
            self.look(tools).await?;
        }
        Ok(is_first)
    }

    /// Looks, and tells what is new.
    async fn look(&self, tools: &Tools) -> Result<(), StoreError> {
        let _looking = self.looking.lock().await;
        let found = self.find(tools).await?;
        self.see(found);
        Ok(())
    }

    /// Begins to watch; none after the end.
    pub(super) fn join(&self) -> Option<Watching> {
        // INVARIANT: what is seen and who is told changes under this lock, so nobody who joins misses a wave or hears one again.
        let seen = self.seen();
        if seen.has_ended {
            return None;
        }
        let online = seen.leases.keys().copied().collect();
        let jobs = seen.jobs.values().cloned().collect();
        Some(Watching { online, jobs, position: seen.position, waves: self.waves.subscribe() })
    }

    /// Looks again and again, until nobody watches any more.
    pub(super) async fn keep_looking(self: Arc<Self>, tools: Arc<Tools>, waves: Arc<Waves>) {
        let mut looks = interval(EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // The first tick comes at once. Nobody has joined yet, and the first look has been taken.
        looks.tick().await;
        let mut fails = false;
        loop {
            looks.tick().await;
            if self.has_ended() {
                break;
            }
            match self.look(&tools).await {
                Ok(()) => fails = false,
                // It is said once; whoever watches hears of what is new when the database answers again.
                Err(error) if !fails => {
                    fails = true;
                    tracing::warn!(organization = %self.organization, %error, "what is new could not be read");
                }
                Err(_) => {}
            }
        }
        waves.forget(&self);
    }

    /// Ends it if nobody watches.
    fn has_ended(&self) -> bool {
        let mut seen = self.seen();
        seen.has_ended = self.waves.receiver_count() == 0;
        seen.has_ended
    }

    async fn find(&self, tools: &Tools) -> Result<Found, StoreError> {
        let (mut after, mut position) = {
            let seen = self.seen();
            (seen.after, seen.position)
        };
        let ended_since = tools.clock.now().minus(ENDED);
        let jobs = tools.store.queries().jobs_lately(self.organization, ended_since).await?;
        let (mut renewed, mut entries, mut is_too_much) = (Vec::new(), Vec::new(), false);
        loop {
            let some = tools.store.presences().renewed(self.organization, after, AT_A_TIME).await?;
            let is_all = some.len() < AT_A_TIME as usize;
            after = some.last().map(|last| (last.wave, last.member)).or(after);
            renewed.extend(some);
            if is_all {
                break;
            }
        }
        loop {
            let some = tools.store.queries().journal_after(self.organization, position, AT_A_TIME).await?;
            let is_all = some.len() < AT_A_TIME as usize;
            entries.extend(some.into_iter().filter_map(Entry::of));
            position = entries.last().map_or(position, |last| last.position);
            if entries.len() > MOST_TOLD as usize {
                // What so much did is read anew by whoever shows it. It needn't be read here, nor kept for every listener.
                (entries, is_too_much) = (Vec::new(), true);
                position = tools.store.queries().journal_position(self.organization).await?;
                break;
            }
            if is_all {
                break;
            }
        }
        Ok(Found { renewed, jobs, entries, is_too_much, position, now: tools.clock.now() })
    }

    /// Takes note of what was found, and tells what is new in it.
    fn see(&self, found: Found) {
        let Found { renewed, jobs, entries, is_too_much, position, now } = found;
        let mut seen = self.seen();
        let mut wave = Wave { entries, is_too_much, position, ..Wave::default() };
        if let Some(last) = renewed.last() {
            seen.after = Some((last.wave, last.member));
        }
        for Renewed { member, until, .. } in renewed.into_iter().filter(|renewed| is_online(renewed.until, now)) {
            if seen.leases.insert(member, until).is_none() {
                wave.came.push(member);
            }
        }
        seen.leases.retain(|member, until| {
            let stays = is_online(*until, now);
            if !stays {
                wave.went.push(*member);
            }
            stays
        });
        seen.position = position;
        wave.jobs = jobs.iter().filter(|job| seen.jobs.get(&job.id) != Some(job)).cloned().collect();
        seen.jobs = jobs.into_iter().map(|job| (job.id, job)).collect();
        if wave.has_entries() || !(wave.came.is_empty() && wave.went.is_empty() && wave.jobs.is_empty()) {
            // Nobody may be listening; then nobody is told.
            let _told = self.waves.send(Arc::new(wave));
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn member(number: u128) -> MemberId {
        Uuid::from_u128(number).into()
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000)
    }

    fn entry(position: u64) -> Entry {
        Entry { position, kind: "profile_changed".to_owned(), member: Some(member(1)), is_leaving: false, workspaces: Vec::new() }
    }

    fn found(now: i64, renewed: &[(u128, i64)], before: u64, positions: &[u64]) -> Found {
        let renewed = renewed.iter().map(|(number, until)| Renewed { wave: 1, member: member(*number), until: at(*until) });
        Found {
            renewed: renewed.collect(),
            jobs: Vec::new(),
            entries: positions.iter().copied().map(entry).collect(),
            is_too_much: false,
            position: positions.last().copied().unwrap_or(before),
            now: at(now),
        }
    }

    #[tokio::test]
    async fn who_joins_hears_what_comes_after_what_they_see() {
        let lookout = Lookout::new(Uuid::nil().into());
        lookout.see(found(0, &[(1, 30), (2, 10), (3, -1)], 0, &[1, 2]));
        let mut watching = lookout.join().unwrap();
        assert_eq!((watching.online.clone(), watching.position), ([member(1), member(2)].into(), 2));
        lookout.see(found(1, &[(1, 31)], 2, &[]));
        lookout.see(found(5, &[(4, 35)], 2, &[3]));
        lookout.see(found(10, &[], 3, &[]));
        let first = watching.next().await.unwrap();
        assert_eq!((&first.came[..], &first.entries[..], first.position), (&[member(4)][..], &[entry(3)][..], 3));
        let second = watching.next().await.unwrap();
        assert_eq!((&second.came[..], &second.went[..], second.position), (&[][..], &[member(2)][..], 3));
    }

    #[tokio::test]
    async fn h12_nobody_is_online_by_a_lease_of_a_clock_that_was_ahead() {
        let lookout = Lookout::new(Uuid::nil().into());
        lookout.see(found(0, &[(1, 30), (2, 3_630)], 0, &[]));
        let watching = lookout.join().unwrap();
        assert_eq!(watching.online, [member(1)].into());
    }

    #[tokio::test]
    async fn who_is_too_slow_is_let_go() {
        let lookout = Lookout::new(Uuid::nil().into());
        let mut watching = lookout.join().unwrap();
        for position in 1..=u64::try_from(BEHIND).unwrap() + 1 {
            lookout.see(found(0, &[], 0, &[position]));
        }
        assert_eq!(watching.next().await, None);
    }

    #[tokio::test]
    async fn nobody_joins_a_lookout_that_has_ended() {
        let lookout = Lookout::new(Uuid::nil().into());
        let watching = lookout.join().unwrap();
        assert!(!lookout.has_ended());
        drop(watching);
        assert!(lookout.has_ended() && lookout.join().is_none());
    }
}
