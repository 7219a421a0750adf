//! Second factors: what was begun lives for an hour, and why codes and removals are refused.

use std::time::Duration;

use tenure_domain::user::{BegunFactor, CodeRefused, FactorRefused};
use tenure_domain::{Instant, RefusalKind};

use crate::{Line, check, no};

fn minute(minute: u64) -> Instant {
    Instant::from_micros(0).plus(Duration::from_mins(minute))
}

#[test]
fn whoever_shows_no_second_factor_is_told_what_to_show() {
    use RefusalKind::{Conflict, Invalid, SecondFactorRequired};
    let code = |when, refused, rule| Line {
        when,
        refused: no(Err::<(), _>(refused)),
        kind: SecondFactorRequired,
        rule,
        says: "recovery code",
        pointer: Some("/second_factor"),
    };
    let factor = |when, refused: FactorRefused, kind, rule, says, pointer| Line {
        when,
        refused: no(Err::<(), _>(refused)),
        kind,
        rule,
        says,
        pointer,
    };
    check(vec![
        code("no code", CodeRefused::Missing, "missing_code"),
        code("a wrong code", CodeRefused::Wrong, "wrong_code"),
        factor("a wrong password", FactorRefused::WrongPassword, Invalid, "wrong_password", "present", Some("/current_password")),
        factor("no code", CodeRefused::Missing.into(), Invalid, "missing_code", "authenticator", Some("/second_factor")),
        factor("a wrong code", CodeRefused::Wrong.into(), Invalid, "wrong_code", "used before", Some("/second_factor")),
        factor("a wrong first code", FactorRefused::WrongFirstCode, Invalid, "wrong_code", "time of your device", Some("/code")),
        factor("none begun", FactorRefused::NotBegun, Conflict, "not_begun", "begin again", None),
        factor("none at all", FactorRefused::Absent, Conflict, "no_second_factor", "no second factor", None),
        factor("the last in charge", FactorRefused::Headless, Conflict, "headless", "in charge", None),
    ]);
}

#[test]
fn what_was_begun_waits_for_an_hour() {
    let begun = BegunFactor { sealed: Vec::new(), at: minute(0) };
    assert!(begun.lives(minute(0)) && begun.lives(minute(59)) && !begun.lives(minute(60)));
    // h12: what a clock began that was a year ahead isn't alive for a year.
    assert!(!BegunFactor { at: minute(600_000), ..begun }.lives(minute(0)));
}
