//! Dates, times and numbers as people of a language write them.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use tenure_domain::Instant;
use tenure_domain::membership::{Language, TimeZone};

use crate::phrases::{Phrases, Unwritten};

/// An instant on the reader's clock, with the name of their zone.
pub(crate) fn moment(at: Instant, zone: TimeZone, phrases: &Phrases) -> Result<String, Unwritten> {
    // The name came from the same table, so there is nothing to fall back for.
    let zone: Tz = zone.name().parse().unwrap_or(Tz::UTC);
    let local = DateTime::<Utc>::from(at).with_timezone(&zone);
    phrases.say(
        "moment",
        &[
            ("day", local.day().to_string().into()),
            ("month", local.month().into()),
            ("year", local.year().to_string().into()),
            ("time", local.format("%H:%M").to_string().into()),
            ("zone", zone.name().into()),
        ],
    )
}

/// A number with its thousands set apart.
pub(crate) fn number(number: u32, language: Language) -> String {
    let mark = match language {
        Language::English => ',',
        Language::German => '.',
    };
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(mark);
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(micros: i64, zone: &str, language: Language) -> String {
        moment(Instant::from_micros(micros), TimeZone::parse(zone).unwrap(), &Phrases::of(language)).unwrap()
    }

    #[test]
    fn an_instant_is_shown_on_the_readers_clock() {
        let summer = 1_782_864_300_000_000; // 2026-07-01T00:05:00Z
        assert_eq!(shown(summer, "UTC", Language::English), "1 July 2026, 00:05 (UTC)");
        assert_eq!(shown(summer, "Europe/Berlin", Language::German), "1. Juli 2026, 02:05 Uhr (Europe/Berlin)");
        assert_eq!(shown(summer, "America/New_York", Language::English), "30 June 2026, 20:05 (America/New_York)");
    }

    #[test]
    fn every_month_has_its_name() {
        let month = 31 * 24 * 3600 * 1_000_000_i64;
        for language in [Language::English, Language::German] {
            let names: std::collections::BTreeSet<_> =
                (0..12).map(|n| shown(n * month, "UTC", language).split_whitespace().nth(1).unwrap().to_owned()).collect();
            assert_eq!(names.len(), 12, "{names:?}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(7, Language::English), "7");
        assert_eq!(number(999, Language::German), "999");
        assert_eq!(number(10_000, Language::English), "10,000");
        assert_eq!(number(1_234_567, Language::German), "1.234.567");
    }
}
