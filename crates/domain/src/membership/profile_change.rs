//! A change of some fields of a profile.

use super::{Digest, Language, Phone, Profile, TimeZone};
use crate::text::Name;

/// A field of a merge patch: left alone, or set (an optional one to nothing, perhaps).
pub type Field<T> = Option<T>;

/// What is to change; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProfileChange {
    /// First name.
    pub first_name: Field<Option<Name>>,
    /// Last name.
    pub last_name: Field<Option<Name>>,
    /// Phone number.
    pub phone: Field<Option<Phone>>,
    /// Language.
    pub language: Field<Language>,
    /// Time zone.
    pub time_zone: Field<TimeZone>,
    /// Digest.
    pub digest: Field<Digest>,
}

impl ProfileChange {
    /// A profile with it.
    #[must_use]
    pub fn apply(self, to: &Profile) -> Profile {
        Profile {
            first_name: self.first_name.unwrap_or_else(|| to.first_name.clone()),
            last_name: self.last_name.unwrap_or_else(|| to.last_name.clone()),
            phone: self.phone.unwrap_or_else(|| to.phone.clone()),
            language: self.language.unwrap_or(to.language),
            time_zone: self.time_zone.unwrap_or(to.time_zone),
            digest: self.digest.unwrap_or(to.digest),
        }
    }
}

impl Profile {
    /// The fields in which another one differs.
    pub fn differing(&self, after: &Self) -> Vec<&'static str> {
        let fields = [
            ("first_name", self.first_name != after.first_name),
            ("last_name", self.last_name != after.last_name),
            ("phone", self.phone != after.phone),
            ("language", self.language != after.language),
            ("time_zone", self.time_zone != after.time_zone),
            ("digest", self.digest != after.digest),
        ];
        fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
    }
}
