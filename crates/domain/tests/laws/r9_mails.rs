//! R9: mails of invitations leave in measure, and no more of them wait than is said (g5).

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use tenure_domain::invitation::{MailHour, MailHours, MailLimits};
use tenure_domain::{EmailAddress, Instant};

const HOUR: Duration = Duration::from_hours(1);

fn address(domain: u8, nth: usize) -> EmailAddress {
    EmailAddress::parse(&format!("p{nth}@d{domain}.example.test")).unwrap()
}

proptest! {
    #[test]
    fn g5_no_hour_has_more_mails_than_it_may_in_all_and_to_one_domain_and_none_leaves_later_than_it_must(
        most in 1_u32..6,
        to_a_domain in 1_u32..5,
        waiting in 0_u32..12,
        // To which domain, how many seconds after the one before, and whether the hours are read anew first.
        asks in vec((0_u8..3, 0_u64..2_000, any::<bool>()), 1..60),
    ) {
        let some = |number| NonZeroU32::new(number).unwrap();
        let limits = MailLimits { an_hour: some(most), an_hour_to_a_domain: some(to_a_domain), waiting };
        let mut now = Instant::from_micros(1_700_000_000_000_000);
        let mut leave: Vec<(u8, Instant)> = Vec::new();
        let mut hours = MailHours::new(limits, now, []);
        for (nth, (domain, later, anew)) in asks.into_iter().enumerate() {
            if anew {
                now = now.plus(Duration::from_secs(later));
                let mut kept: BTreeMap<(i64, String), u32> = BTreeMap::new();
                for (domain, at) in leave.iter().filter(|(_, at)| MailHours::hour_of(*at) >= MailHours::hour_of(now)) {
                    for domain in [String::new(), address(*domain, 0).domain().to_owned()] {
                        *kept.entry((MailHours::hour_of(*at), domain)).or_default() += 1;
                    }
                }
                hours = MailHours::new(limits, now, kept.into_iter().map(|((hour, domain), mails)| MailHour { hour, domain, mails }));
            }
            let to = address(domain, nth);
            let present = MailHours::hour_of(now);
            let wait = leave.iter().filter(|(_, at)| MailHours::hour_of(*at) > present).count();
            let room = |hour: i64| {
                let in_it: Vec<u8> = leave.iter().filter(|(_, at)| MailHours::hour_of(*at) == hour).map(|(to, _)| *to).collect();
                let to_it = leave.iter().filter(|(to, at)| *to == domain && MailHours::hour_of(*at) == hour);
                in_it.len() < most as usize && to_it.count() < to_a_domain as usize
            };
            match hours.next(&to) {
                Some(at) => {
                    prop_assert!(at >= now && room(MailHours::hour_of(at)));
                    let before = present..MailHours::hour_of(at);
                    prop_assert!(before.into_iter().all(|hour| !room(hour)), "an earlier hour had room");
                    prop_assert!(at == now || wait < waiting as usize);
                    hours.take(&to);
                    leave.push((domain, at));
                }
                None => {
                    prop_assert!(!room(present) && wait >= waiting as usize);
                }
            }
        }
    }
}

#[test]
fn g5_a_mail_that_waits_leaves_when_its_hour_begins() {
    let limits = MailLimits { an_hour_to_a_domain: NonZeroU32::MIN, ..MailLimits::default() };
    let now = Instant::from_micros(1_700_000_000_000_000);
    let mut hours = MailHours::new(limits, now, []);
    let mut at = Vec::new();
    for nth in 0..3 {
        at.extend(hours.next(&address(1, nth)));
        hours.take(&address(1, nth));
    }
    let next = Instant::from_micros((MailHours::hour_of(now) + 1) * 3_600_000_000);
    assert_eq!(at, [now, next, next.plus(HOUR)]);
    assert_eq!(hours.next(&address(2, 0)), Some(now), "another domain has room");
}
