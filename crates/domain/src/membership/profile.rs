//! The profile that somebody has in an organization.

use std::fmt;
use std::str::FromStr;

use super::UnknownWord;
use crate::email::EmailAddress;
use crate::text::Name;

/// Names, phone and preferences. All but the language may be missing while somebody is pending.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// First name.
    pub first_name: Option<Name>,
    /// Last name.
    pub last_name: Option<Name>,
    /// Phone number.
    pub phone: Option<Phone>,
    /// The language of pages and mails.
    pub language: Language,
    /// The time zone of days and digests.
    pub time_zone: TimeZone,
    /// How often a digest comes.
    pub digest: Digest,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            first_name: None,
            last_name: None,
            phone: None,
            language: Language::English,
            time_zone: TimeZone(chrono_tz::UTC),
            digest: Digest::Never,
        }
    }
}

impl Profile {
    /// First and last name, or the address of somebody without either.
    pub fn display_name(&self, email: &EmailAddress) -> String {
        let names: Vec<&str> = [&self.first_name, &self.last_name].into_iter().flatten().map(Name::as_str).collect();
        if names.is_empty() { email.as_str().to_owned() } else { names.join(" ") }
    }
}

/// Why a field of a profile was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProfileRefused {
    /// Not an international phone number.
    #[error("write the phone number in international form, such as +49 30 1234567")]
    Phone,
    /// A language that Tenure doesn't speak.
    #[error("this language is not available; use `en` or `de`")]
    Language,
    /// No such time zone.
    #[error("this is no time zone; use a name such as `Europe/Berlin`")]
    TimeZone,
}

/// A phone number in E.164 form: a plus and 7 to 15 digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Phone(String);

impl Phone {
    /// Reads what somebody typed; spaces, dashes, dots, slashes and brackets are left out.
    pub fn parse(text: &str) -> Result<Self, ProfileRefused> {
        let bare: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}')).collect();
        let digits = bare.strip_prefix('+').ok_or(ProfileRefused::Phone)?;
        let well_formed =
            (7..=15).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        if well_formed { Ok(Self(bare)) } else { Err(ProfileRefused::Phone) }
    }

    /// `+` and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A language that pages and mails are written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// The tag, as in `Accept-Language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a tag; regions (`de-AT`) count as their language.
    pub fn parse(tag: &str) -> Result<Self, ProfileRefused> {
        match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Ok(Self::English),
            "de" => Ok(Self::German),
            _ => Err(ProfileRefused::Language),
        }
    }
}

/// A time zone of the IANA database.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TimeZone(chrono_tz::Tz);

impl TimeZone {
    /// Reads a name such as `Europe/Berlin`.
    pub fn parse(name: &str) -> Result<Self, ProfileRefused> {
        name.parse().map(Self).map_err(|_| ProfileRefused::TimeZone)
    }

    /// The name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// How often somebody gets a digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Digest {
    /// Not at all.
    #[default]
    Never,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
}

impl Digest {
    /// The word in code, SQL, JSON and URLs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Digest {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        [Self::Never, Self::Daily, Self::Weekly, Self::Monthly].into_iter().find(|one| one.word() == word).ok_or(UnknownWord)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_kept_as_plus_and_digits() {
        assert_eq!(Phone::parse(" +49 (30) 123-45.67").unwrap().as_str(), "+49301234567");
        for text in ["030 1234567", "+0301234567", "+49", "+49 30 12345x", "+1234567890123456", ""] {
            assert_eq!(Phone::parse(text), Err(ProfileRefused::Phone), "{text}");
        }
    }

    #[test]
    fn regions_count_as_their_language() {
        assert_eq!(Language::parse("de-AT"), Ok(Language::German));
        assert_eq!(Language::parse("fr"), Err(ProfileRefused::Language));
        assert!(TimeZone::parse("Mars/Olympus").is_err());
    }
}
