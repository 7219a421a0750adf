//! A clock that is set by hand and ids that come in a fixed order, so that the example has a past and is the same each time.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use tenure_domain::Instant;
use tenure_usecases::{Clock, Ids};
use uuid::{Builder, Uuid};

/// 2026-01-01 in milliseconds. Ids of the example begin there, so that whatever people make later comes after them.
const FIRST: u64 = 1_767_225_600_000;

const MINUTE: Duration = Duration::from_mins(1);

/// The time of the example. It moves when it is told to.
pub(super) struct Calendar {
    today: Instant,
    shown: AtomicI64,
}

impl Calendar {
    /// A calendar that shows today.
    pub(super) fn new(today: Instant) -> Self {
        Self { today, shown: AtomicI64::new(today.micros()) }
    }

    /// This many days ago, each at a time of its own, so that nothing seems to happen by the clock. Later days stay later: no
    /// two are apart by less than some hours.
    pub(super) fn ago(&self, days: u32) -> Instant {
        self.minutes_ago(days.saturating_mul(24 * 60) + days.wrapping_mul(397) % (9 * 60))
    }

    /// This many minutes ago.
    pub(super) fn minutes_ago(&self, minutes: u32) -> Instant {
        self.today.minus(MINUTE.saturating_mul(minutes))
    }

    /// Shows another time from now on.
    pub(super) fn turn_to(&self, at: Instant) {
        self.shown.store(at.micros(), Ordering::Relaxed);
    }
}

impl Clock for Calendar {
    fn now(&self) -> Instant {
        Instant::from_micros(self.shown.load(Ordering::Relaxed))
    }
}

/// Ids of version 7, one millisecond after the other.
#[derive(Default)]
pub(super) struct Counted(AtomicU64);

impl Ids for Counted {
    fn next(&self) -> Uuid {
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        let mut tail = [0; 10];
        // Spread over the random part, so that ids look like ids; nothing hangs on their being unguessable.
        let spread = count.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        for (place, byte) in tail.iter_mut().zip(spread) {
            *place = byte;
        }
        Builder::from_unix_timestamp_millis(FIRST + count, &tail).into_uuid()
    }
}
