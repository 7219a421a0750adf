//! Links to another password: which live, how many are sent, and to whom.

use std::time::Duration;

use tenure_domain::membership::Status;
use tenure_domain::user::{LinkDead, RESET_LASTS, ResetRefused, SentLinks};
use tenure_domain::{Instant, RefusalKind};

use crate::{Line, check, no};

fn minute(minute: u64) -> Instant {
    Instant::from_micros(0).plus(Duration::from_mins(minute))
}

#[test]
fn whoever_gets_no_link_is_told_why() {
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    check(vec![
        line(
            "somebody pending",
            no(ResetRefused::unless_active(Status::Pending)),
            RefusalKind::Conflict,
            "pending",
            "accepted their invitation",
        ),
        line(
            "somebody inactive",
            no(ResetRefused::unless_active(Status::Inactive)),
            RefusalKind::Conflict,
            "inactive",
            "reactivate",
        ),
        line("a dead link", no(Err::<(), _>(LinkDead)), RefusalKind::NotFound, "dead_link", "no longer valid"),
    ]);
    assert_eq!(ResetRefused::unless_active(Status::Active), Ok(()));
}

#[test]
fn c2_the_newest_link_lives_for_an_hour_and_no_other() {
    let first = SentLinks::default().another(RESET_LASTS, minute(0)).unwrap();
    assert!(
        first.lives(1, RESET_LASTS, minute(59))
            && !first.lives(1, RESET_LASTS, minute(60))
            && !first.lives(0, RESET_LASTS, minute(0))
            && !first.lives(2, RESET_LASTS, minute(0))
    );
    let second = first.another(RESET_LASTS, minute(1)).unwrap();
    assert!(second.lives(2, RESET_LASTS, minute(60)) && !second.lives(1, RESET_LASTS, minute(2)));
    assert!(!SentLinks::default().lives(0, RESET_LASTS, minute(0)), "before the first there is none");
    // h12: one that a clock asked for that was a year ahead isn't alive for a year.
    assert!(!SentLinks::default().another(RESET_LASTS, minute(600_000)).unwrap().lives(1, RESET_LASTS, minute(0)));
}

#[test]
fn five_mails_leave_in_any_quarter_of_an_hour() {
    let mut links = SentLinks::default();
    let mut sent = Vec::new();
    for now in 0..40 {
        if let Some(another) = links.another(RESET_LASTS, minute(now)) {
            sent.push(now);
            links = another;
        }
    }
    assert_eq!(sent, [0, 1, 2, 3, 4, 15, 16, 17, 18, 19, 30, 31, 32, 33, 34]);
    // h12: a clock that was a year ahead keeps nobody waiting.
    let ahead = SentLinks { sent_at: vec![minute(600_000); 5], ..SentLinks::default() };
    assert!(ahead.another(RESET_LASTS, minute(0)).is_some());
}
