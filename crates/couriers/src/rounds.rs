//! Doing rounds of one work until told to stop: at once while there is more to do, else when nudged or after a pause.

use std::time::Duration;

use tenure_port_store::StoreError;
use tokio::sync::{Notify, watch};
use tracing::warn;

use crate::meters;

/// How long to pause between rounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// After a round that found something.
    pub(crate) busy: Duration,
    /// After the first round that found nothing; it doubles with each further one.
    pub(crate) idle: Duration,
    /// Where doubling ends.
    pub(crate) longest: Duration,
}

/// The pauses of one work.
#[derive(Debug)]
pub(crate) struct Pauses {
    pace: Pace,
    next: Duration,
}

impl Pauses {
    pub(crate) const fn new(pace: Pace) -> Self {
        Self { pace, next: pace.idle }
    }

    /// Something was found: the next pause is short.
    pub(crate) const fn found(&mut self) -> Duration {
        self.next = self.pace.idle;
        self.pace.busy
    }

    /// Nothing was found, or the round failed: pauses grow.
    pub(crate) fn nothing(&mut self) -> Duration {
        let pause = self.next;
        self.next = (self.next * 2).min(self.pace.longest);
        pause
    }
}

/// Does rounds of a work.
pub(crate) async fn rounds<F: Future<Output = Result<u32, StoreError>>>(
    work: &'static str,
    pace: Pace,
    nudged: Option<&Notify>,
    mut stop: watch::Receiver<bool>,
    round: impl Fn() -> F,
) {
    let mut pauses = Pauses::new(pace);
    while !*stop.borrow() {
        let pause = match round().await {
            Ok(0) => pauses.nothing(),
            Ok(_) => pauses.found(),
            Err(error) => {
                failed(work, &error);
                pauses.nothing()
            }
        };
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => break,
            () = called(nudged) => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Notes that a round failed.
pub(crate) fn failed(work: &'static str, error: &StoreError) {
    meters::failed(work);
    warn!(work, %error, "a round failed");
}

async fn called(nudged: Option<&Notify>) {
    match nudged {
        Some(nudged) => nudged.notified().await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::Arc;

    use super::*;

    const HOURS: Pace = Pace { busy: Duration::ZERO, idle: Duration::from_hours(1), longest: Duration::from_hours(4) };

    #[test]
    fn pauses_grow_while_nothing_is_found_and_begin_anew() {
        let mut pauses = Pauses::new(HOURS);
        let hours: Vec<u64> = (0..4).map(|_| pauses.nothing().as_secs() / 3_600).collect();
        assert_eq!(hours, [1, 2, 4, 4]);
        assert_eq!(pauses.found(), Duration::ZERO);
        assert_eq!(pauses.nothing(), HOURS.idle);
    }

    #[tokio::test(start_paused = true)]
    async fn a_nudge_starts_a_round_at_once() {
        let begun = tokio::time::Instant::now();
        let (stop, stopped) = watch::channel(false);
        let nudged = Arc::new(Notify::new());
        let done = Cell::new(0);
        rounds("test", HOURS, Some(&nudged), stopped, || async {
            done.set(done.get() + 1);
            if done.get() == 5 {
                stop.send_replace(true);
            } else {
                nudged.notify_one();
            }
            Ok(0)
        })
        .await;
        assert_eq!((done.get(), begun.elapsed()), (5, Duration::ZERO));
    }

    #[tokio::test(start_paused = true)]
    async fn rounds_go_on_after_one_that_failed() {
        let begun = tokio::time::Instant::now();
        let (stop, stopped) = watch::channel(false);
        let done = Cell::new(0);
        rounds("test", HOURS, None, stopped, || async {
            done.set(done.get() + 1);
            if done.get() == 3 {
                stop.send_replace(true);
            }
            Err(StoreError::Contention)
        })
        .await;
        assert_eq!(begun.elapsed(), Duration::from_hours(3), "after an hour, then two");
    }
}
