//! Keys: the names that an access model gives to its levels, permissions, restrictions and the rest.

use std::fmt;

/// What was given is no key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a key is 1 to 64 lower-case letters, digits and underscores, beginning with a letter")]
pub struct KeyRefused;

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn is_permission(text: &str) -> bool {
    text.len() <= 64 && text.split_once('.').is_some_and(|(noun, verb)| is_word(noun) && is_word(verb))
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident, $check:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks the form of a key; whether a model knows it is the model's answer.
            pub fn parse(text: &str) -> Result<Self, KeyRefused> {
                if $check(text) { Ok(Self(text.into())) } else { Err(KeyRefused) }
            }

            /// The key.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

keys! {
    /// An access level's key, such as `agent`.
    LevelKey, is_word;
    /// A permission's key, `noun.verb`, such as `contacts.view`.
    PermissionKey, is_permission;
    /// A restriction's key, such as `mask_phone_email`.
    RestrictionKey, is_word;
    /// A feature's key, such as `masking`.
    FeatureKey, is_word;
    /// A resource kind's key, such as `team`.
    KindKey, is_word;
    /// A plan's key, such as `growth`.
    PlanKey, is_word;
    /// A workspace kind's key, such as `account`.
    WorkspaceKindKey, is_word;
    /// A statistic's key, such as `calls_handled`.
    StatisticKey, is_word;
}
