//! The rules for new passwords: long enough to resist guessing, short enough to hash.

use secrecy::{ExposeSecret, SecretString};
use tenure_domain::{Refusal, RefusalKind};

const LEAST_CHARACTERS: usize = 12;
const MOST_BYTES: usize = 1024;

/// Whether a new password may be set: at least 12 characters (Unicode code points) and at most 1,024 bytes.
///
/// Nothing is trimmed, folded or normalised: what was typed is the password.
pub fn password_allowed(password: &SecretString) -> Result<(), PasswordRefused> {
    let text = password.expose_secret();
    // Bytes first: nobody's long text is walked through.
    if text.len() > MOST_BYTES {
        Err(PasswordRefused::TooLong)
    } else if text.chars().count() < LEAST_CHARACTERS {
        Err(PasswordRefused::TooShort)
    } else {
        Ok(())
    }
}

/// Why a password can't be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasswordRefused {
    /// Fewer than 12 characters.
    #[error("a password needs at least 12 characters; a few words that only you would put together are easy to remember")]
    TooShort,
    /// More than 1,024 bytes.
    #[error("a password can have at most 1,024 bytes")]
    TooLong,
}

impl Refusal for PasswordRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some("/password".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(password: &str) -> Result<(), PasswordRefused> {
        password_allowed(&SecretString::from(password))
    }

    #[test]
    fn twelve_characters_are_enough_in_any_script() {
        assert_eq!(verdict("elevenchars"), Err(PasswordRefused::TooShort));
        assert_eq!(verdict("twelve chars"), Ok(()));
        assert_eq!(verdict("ééééééééééé"), Err(PasswordRefused::TooShort), "eleven characters, though 22 bytes");
        assert_eq!(verdict("éééééééééééé"), Ok(()));
    }

    #[test]
    fn a_kibibyte_is_the_most() {
        assert_eq!(verdict(&"x".repeat(1024)), Ok(()));
        assert_eq!(verdict(&"x".repeat(1025)), Err(PasswordRefused::TooLong));
        assert_eq!(verdict(&"é".repeat(513)), Err(PasswordRefused::TooLong), "bytes count, as they are what is hashed");
    }

    #[test]
    fn a_refusal_names_its_field_and_rule() {
        assert_eq!(PasswordRefused::TooShort.pointer().as_deref(), Some("/password"));
        assert_eq!(PasswordRefused::TooShort.kind(), RefusalKind::Invalid);
        assert_ne!(PasswordRefused::TooShort.rule(), PasswordRefused::TooLong.rule());
    }
}
