//! The console's sentences, in the reader's language, with times on the reader's clock.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt::Display;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid};
use tenure_domain::Instant;
use tenure_domain::membership::{Language, TimeZone};
use tenure_http_base::{Problem, rfc3339};

use crate::phone;

mod embedded {
    fluent_templates::static_loader! {
        pub(super) static TRANSLATIONS = {
            locales: "./locales",
            fallback_language: "en",
            // Names stand alone in elements of their own, which isolate their direction already.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

/// One reader's sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    language: Language,
    zone: TimeZone,
}

/// An instant, for a `<time>` element.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// For programs.
    pub(crate) iso: String,
    /// For people.
    pub(crate) text: String,
}

impl Words {
    pub(crate) const fn new(language: Language, zone: TimeZone) -> Self {
        Self { language, zone }
    }

    /// The `lang` of the page.
    pub(crate) fn tag(self) -> &'static str {
        self.language.tag()
    }

    fn identifier(self) -> LanguageIdentifier {
        match self.language {
            Language::English => langid!("en"),
            Language::German => langid!("de"),
        }
    }

    fn find(self, key: &str, filling: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let filling: HashMap<&str, FluentValue<'_>> = filling.iter().cloned().collect();
        embedded::TRANSLATIONS.lookup_single_language(&self.identifier(), key, Some(&filling)).ok()
    }

    fn filled(self, key: &str, filling: &[(&'static str, FluentValue<'_>)]) -> String {
        self.find(key, filling).unwrap_or_else(|| {
            tracing::error!(key, "a sentence of the console is missing or incomplete");
            debug_assert!(false, "the sentence `{key}` is missing or incomplete");
            key.to_owned()
        })
    }

    /// A sentence.
    pub(crate) fn say(self, key: &str) -> String {
        self.filled(key, &[])
    }

    /// A sentence, if there is one.
    pub(crate) fn said_if(self, key: &str) -> Option<String> {
        self.find(key, &[])
    }

    /// A sentence of a family, such as a status or what a journal's entry is about; the word itself where there is none.
    pub(crate) fn word(self, family: &str, word: &str) -> String {
        let key = format!("{family}-{}", word.replace(['_', '.'], "-"));
        self.find(&key, &[]).unwrap_or_else(|| word.replace('_', " "))
    }

    /// A sentence of a family that may have one thing in it, as what comes before that thing and what comes after; for where
    /// the thing is a link. Nothing comes after where the sentence doesn't name it.
    pub(crate) fn around(self, family: &str, word: &str) -> (String, Option<String>) {
        const THING: char = '\u{fffc}';
        let key = format!("{family}-{}", word.replace('_', "-"));
        let sentence = self.find(&key, &[("it", THING.to_string().into())]).unwrap_or_else(|| word.replace('_', " "));
        match sentence.split_once(THING) {
            Some((begins, ends)) => (begins.to_owned(), Some(ends.to_owned())),
            None => (sentence, None),
        }
    }

    /// A sentence with one thing in it, which its text calls `it`.
    pub(crate) fn with(self, key: &str, it: impl Display) -> String {
        self.filled(key, &[("it", it.to_string().into())])
    }

    /// A sentence with two things in it, which its text calls `it` and `that`.
    pub(crate) fn with_both(self, key: &str, it: impl Display, that: impl Display) -> String {
        self.filled(key, &[("it", it.to_string().into()), ("that", that.to_string().into())])
    }

    /// A sentence with a number, which its text calls `count`; `shown` is the same as people of the language write it.
    pub(crate) fn count(self, key: &str, count: impl Borrow<u32>) -> String {
        let count = *count.borrow();
        self.filled(key, &[("count", count.into()), ("shown", self.number(count).into())])
    }

    /// A number with its thousands set apart.
    pub(crate) fn number(self, number: impl Borrow<u32>) -> String {
        self.big_number(u64::from(*number.borrow()))
    }

    /// The same, however big it is.
    pub(crate) fn big_number(self, number: u64) -> String {
        let mark = match self.language {
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

    /// A name in the midst of a sentence: English begins nouns with small letters.
    pub(crate) fn within(self, name: &str) -> String {
        match self.language {
            // Not an abbreviation.
            Language::English if name.chars().nth(1).is_some_and(char::is_uppercase) => name.to_owned(),
            Language::English => {
                let mut letters = name.chars();
                letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
            }
            Language::German => name.to_owned(),
        }
    }

    /// A telephone number in groups.
    #[expect(clippy::unused_self, reason = "templates reach functions through the words")]
    pub(crate) fn phone(self, number: &str) -> String {
        phone::grouped(number)
    }

    fn local(self, at: Instant) -> DateTime<Tz> {
        DateTime::<Utc>::from(at).with_timezone(&self.zone.name().parse().unwrap_or(Tz::UTC))
    }

    /// An instant, to the minute.
    pub(crate) fn moment(self, at: Instant) -> Moment {
        let local = self.local(at);
        let text = self.filled("moment", &[("day", self.day(at).into()), ("time", local.format("%H:%M").to_string().into())]);
        Moment { iso: rfc3339(at), text }
    }

    /// A day.
    pub(crate) fn day(self, at: Instant) -> String {
        let local = self.local(at);
        let (day, year) = (local.day().to_string(), local.year().to_string());
        self.filled("day", &[("day", day.into()), ("month", local.month().into()), ("year", year.into())])
    }

    /// When a day begins on the reader's clock, as browsers write days; none if it is none.
    pub(crate) fn day_began(self, day: &str) -> Option<Instant> {
        let midnight = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?.and_time(NaiveTime::MIN);
        let zone: Tz = self.zone.name().parse().unwrap_or(Tz::UTC);
        // Where clocks are put forward at midnight, the day begins an hour later.
        let began = zone.from_local_datetime(&midnight).earliest();
        let began = began.or_else(|| zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest())?;
        Some(began.with_timezone(&Utc).into())
    }

    /// A problem's sentence: by its rule or its code in the reader's language, else as it came.
    pub(crate) fn problem(self, problem: &Problem) -> String {
        let body = problem.body();
        let by_rule = body.rule.as_deref().and_then(|rule| self.refusal(rule));
        by_rule.unwrap_or_else(|| {
            self.find(&format!("problem-{}", body.code.replace('_', "-")), &[]).unwrap_or_else(|| sentence(&body.detail))
        })
    }

    /// What is wrong with a field: by the word for it in the reader's language, else as it came.
    pub(crate) fn refused(self, code: &str, detail: &str) -> String {
        self.refusal(code).unwrap_or_else(|| sentence(detail))
    }

    fn refusal(self, rule: &str) -> Option<String> {
        self.find(&format!("refused-{}", rule.replace('_', "-")), &[])
    }
}

/// Refusals are told in the middle of other sentences as well; alone, they begin and end as one.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}
