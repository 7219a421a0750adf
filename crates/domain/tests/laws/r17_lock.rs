//! R17: so many tries in so long a time, and no more, whatever the clock does (h12).

use std::time::Duration;

use proptest::prelude::*;
use tenure_domain::Instant;
use tenure_domain::attempts::{Limit, Tries};

const LIMIT: Limit = Limit::PASSWORD;
const MOST: usize = 10;
const WITHIN: Duration = Duration::from_mins(15);
const NOON: Instant = Instant::from_micros(1_772_452_800_000_000);

/// When somebody tries: some seconds after one another, often close together.
fn hurried() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(prop_oneof![4 => 0..30_u64, 2 => 30..400_u64, 1 => 400..2_000_u64], 1..120)
}

/// The instants at which one who tries at these was let.
fn let_in(tries: &mut Tries, at: &[Instant]) -> Vec<Instant> {
    at.iter().copied().filter(|now| tries.take(LIMIT, *now).is_ok()).collect()
}

fn times(gaps: &[u64]) -> Vec<Instant> {
    let mut now = NOON;
    let next = |gap: &u64| {
        now = now.plus(Duration::from_secs(*gap));
        now
    };
    gaps.iter().map(next).collect()
}

proptest! {
    #[test]
    fn r17_there_are_never_more_tries_in_any_quarter_of_an_hour(gaps in hurried()) {
        let passed = let_in(&mut Tries::default(), &times(&gaps));
        for first in &passed {
            let within = passed.iter().filter(|at| (*first..first.plus(WITHIN)).contains(at)).count();
            prop_assert!(within <= MOST, "{within} from {first} on");
        }
    }

    #[test]
    fn r17_who_was_refused_is_let_in_when_the_time_that_was_said_has_come(gaps in hurried()) {
        let mut tries = Tries::default();
        for now in times(&gaps) {
            if let Err(until) = tries.take(LIMIT, now) {
                prop_assert!(until > now && until <= now.plus(WITHIN));
                prop_assert_eq!(tries.locked_until(LIMIT, now), Some(until));
                prop_assert_eq!(tries.clone().take(LIMIT, until), Ok(()));
            }
        }
    }

    #[test]
    fn r17_who_came_in_vain_makes_nobody_wait_longer(gaps in hurried(), often in 1..50_usize) {
        let mut tries = Tries::default();
        let_in(&mut tries, &times(&gaps));
        while tries.take(LIMIT, NOON.plus(Duration::from_hours(48))).is_ok() {}
        let before = tries.clone();
        for _ in 0..often {
            prop_assert!(tries.take(LIMIT, NOON.plus(Duration::from_hours(48))).is_err());
        }
        prop_assert_eq!(tries, before);
    }

    #[test]
    fn r17_processes_whose_clocks_differ_a_little_count_together(gaps in prop::collection::vec((0..5_u64, 0..60_u64), 20..80)) {
        // Each is at a process that is up to a minute ahead; all of it takes less than the window.
        let mut now = NOON;
        let mut at = Vec::new();
        for (gap, ahead) in gaps {
            now = now.plus(Duration::from_secs(gap));
            at.push(now.plus(Duration::from_secs(ahead)));
        }
        prop_assert_eq!(let_in(&mut Tries::default(), &at).len(), MOST);
    }

    #[test]
    fn h12_no_lock_outlives_its_length_by_more_than_clocks_differ(gaps in hurried(), back in 0..400_000_000_u64, after in 0..1_000_u64) {
        let mut tries = Tries::default();
        let_in(&mut tries, &times(&gaps));
        let now = times(&gaps).last().unwrap().minus(Duration::from_secs(back)).plus(Duration::from_secs(after));
        let latest = now.plus(WITHIN).plus(Duration::from_mins(1));
        prop_assert!(tries.locked_until(LIMIT, now).is_none_or(|until| until <= latest));
    }
}

#[test]
fn h12_what_was_tried_in_a_future_that_is_gone_counts_for_nothing() {
    let mut tries = Tries::default();
    assert_eq!(let_in(&mut tries, &[NOON; 12]).len(), MOST);
    assert_eq!(tries.locked_until(LIMIT, NOON), Some(NOON.plus(WITHIN)));
    for back in [Duration::from_mins(2), Duration::from_hours(1), Duration::from_hours(24 * 365)] {
        assert_eq!(tries.locked_until(LIMIT, NOON.minus(back)), None);
        let mut again = tries.clone();
        assert_eq!(let_in(&mut again, &[NOON.minus(back); 12]).len(), MOST, "and all begins anew");
    }
    assert_eq!(tries.locked_until(LIMIT, NOON.plus(Duration::from_hours(1))), None, "nor does a jump ahead hold anything up");
}

#[test]
fn r17_a_try_that_was_given_back_was_none() {
    let mut tries = Tries::default();
    assert_eq!(let_in(&mut tries, &[NOON; 10]).len(), MOST);
    tries.give_back();
    assert_eq!(tries.take(LIMIT, NOON), Ok(()));
    assert_eq!(tries.take(LIMIT, NOON), Err(NOON.plus(WITHIN)));
}
