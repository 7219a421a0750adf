//! How long to wait before a letter is tried again, and when to give up.

use std::time::Duration;

use tenure_domain::ErrandId;

/// How often a letter is tried. With the waits between, that is about two days of a mail server that is away.
pub const TRIES: u32 = 54;

const FIRST: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_hours(1);
/// A server may ask for more patience than ours, up to this.
const LONGEST_ASKED: Duration = Duration::from_hours(6);

/// How long to wait after this many tries failed. Doubles from half a minute to an hour; a quarter of it hangs on the errand, so
/// that letters which failed together don't come back together. A longer wait that the server asked for counts instead.
pub(crate) fn wait(errand: ErrandId, failed: u32, asked: Option<Duration>) -> Duration {
    let doubled = FIRST.saturating_mul(1 << failed.saturating_sub(1).min(16));
    let spread = doubled.min(LONGEST * 4 / 5) / 4;
    // The low bits of a version 7 id are random; the count of tries turns them, so that two errands don't stay neighbours.
    let bits = errand.uuid().as_u128() ^ (u128::from(failed) * 0x9e37_79b9_7f4a_7c15);
    let part = u32::try_from(bits % 1000).unwrap_or_default();
    let own = (doubled.min(LONGEST * 4 / 5) + spread * part / 1000).min(LONGEST);
    asked.map_or(own, |asked| own.max(asked.min(LONGEST_ASKED)))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn errand(id: u128) -> ErrandId {
        ErrandId::new(Uuid::from_u128(id))
    }

    #[test]
    fn waits_grow_from_half_a_minute_to_an_hour() {
        for id in [0, 1, 999, u128::MAX] {
            let waits: Vec<_> = (1..TRIES).map(|failed| wait(errand(id), failed, None)).collect();
            assert!(waits[0] >= FIRST && waits[0] < FIRST * 2, "{:?}", waits[0]);
            assert!(waits[..7].is_sorted(), "{waits:?}");
            assert!(waits.iter().all(|wait| *wait <= LONGEST), "{waits:?}");
            assert!(waits.iter().skip(8).all(|wait| *wait >= LONGEST * 4 / 5), "{waits:?}");
        }
        assert!(wait(errand(1), u32::MAX, None) <= LONGEST, "any number of tries has a wait");
    }

    #[test]
    fn giving_up_takes_about_two_days() {
        for id in [0, 12_345, u128::MAX] {
            let whole: Duration = (1..TRIES).map(|failed| wait(errand(id), failed, None)).sum();
            assert!((36..=54).contains(&(whole.as_secs() / 3600)), "{whole:?}");
        }
    }

    #[test]
    fn letters_that_failed_together_come_back_apart() {
        let waits: std::collections::BTreeSet<_> = (0..100).map(|id| wait(errand(id), 5, None)).collect();
        assert!(waits.len() > 90, "{}", waits.len());
    }

    #[test]
    fn a_server_that_asks_for_more_time_gets_it_within_reason() {
        let asked = |seconds| wait(errand(7), 1, Some(Duration::from_secs(seconds)));
        assert_eq!(asked(600), Duration::from_mins(10));
        assert_eq!(asked(1), wait(errand(7), 1, None));
        assert_eq!(asked(u64::MAX), LONGEST_ASKED);
    }
}
