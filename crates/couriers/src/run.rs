//! All works side by side, until told to stop.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::Couriers;
use crate::couriers::AT_ONCE;
use crate::rounds::{Pace, Pauses, failed, rounds};

const LETTERS: Pace = Pace { busy: Duration::ZERO, idle: Duration::from_secs(1), longest: Duration::from_secs(4) };
const JOURNAL: Pace = Pace { busy: Duration::ZERO, idle: Duration::from_secs(1), longest: Duration::from_secs(4) };
// Folding waits between its batches, since each holds an organization's lock.
const FOLDING: Pace = Pace { busy: Duration::from_millis(200), idle: Duration::from_mins(1), longest: Duration::from_mins(5) };
const SWEEPING: Pace = Pace { busy: Duration::from_millis(200), idle: Duration::from_mins(10), longest: Duration::from_hours(1) };
const MEASURING: Pace = Pace { busy: Duration::from_secs(15), idle: Duration::from_secs(15), longest: Duration::from_secs(15) };

impl Couriers {
    /// Delivers, seals, folds, sweeps and measures until `shutdown` comes; then finishes what is under way, which takes as long as the
    /// postal service takes with a letter.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        let (stop, stopped) = watch::channel(false);
        let stopping = async {
            shutdown.await;
            // Whoever listens still is told; nobody listening any more is fine too.
            let _ = stop.send(true);
        };
        tokio::join!(
            stopping,
            self.deliver_rounds(stopped.clone()),
            rounds("seal", JOURNAL, Some(&self.nudge.journal), stopped.clone(), || self.seal()),
            rounds("fold", FOLDING, None, stopped.clone(), || self.fold()),
            rounds("sweep", SWEEPING, None, stopped.clone(), || self.sweep()),
            rounds("measure", MEASURING, None, stopped.clone(), || self.measure()),
        );
    }

    /// Like the other works, but a letter that takes its time doesn't hold up the others: whenever some are through, as many
    /// more are claimed. Never more are claimed than are carried at once, so no lease runs out in a queue.
    async fn deliver_rounds(&self, mut stop: watch::Receiver<bool>) {
        let mut under_way = JoinSet::new();
        let mut pauses = Pauses::new(LETTERS);
        while !*stop.borrow() {
            let free = AT_ONCE.saturating_sub(u32::try_from(under_way.len()).unwrap_or(u32::MAX));
            let pause = match self.office.claim(free).await {
                Ok(claimed) if claimed.is_empty() => pauses.nothing(),
                Ok(claimed) => {
                    for claimed in claimed {
                        under_way.spawn(Arc::clone(&self.office).carry(claimed));
                    }
                    pauses.found()
                }
                Err(error) => {
                    failed("deliver", &error);
                    pauses.nothing()
                }
            };
            let ended = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => None,
                Some(first) = under_way.join_next() => Some(first),
                () = self.nudge.letters.notified() => None,
                () = tokio::time::sleep(pause) => None,
            };
            if let Some(first) = ended {
                self.office.settle_ended(first, &mut under_way).await;
            }
        }
        while let Some(first) = under_way.join_next().await {
            self.office.settle_ended(first, &mut under_way).await;
        }
    }
}
