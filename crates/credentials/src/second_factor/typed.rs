//! What somebody typed where a code was asked for: an authenticator's or one on paper.

use secrecy::{ExposeSecret, SecretString};

use super::RecoveryCode;

/// A code as it was typed, read leniently.
#[derive(Debug)]
pub enum TypedCode {
    /// Six digits of an authenticator.
    Digits([u8; 6]),
    /// A recovery code.
    Recovery(RecoveryCode),
}

impl TypedCode {
    /// Nothing if it is neither.
    pub fn parse(text: &SecretString) -> Option<Self> {
        let text = text.expose_secret();
        // Whoever pastes a book has no code in it.
        if text.len() > 100 {
            return None;
        }
        let digits: Vec<u8> = significant(text).filter(char::is_ascii_digit).filter_map(|digit| u8::try_from(digit).ok()).collect();
        match <[u8; 6]>::try_from(digits) {
            Ok(digits) if significant(text).count() == digits.len() => Some(Self::Digits(digits)),
            _ => RecoveryCode::parse(text).map(Self::Recovery),
        }
    }
}

/// What counts of what was typed: all but white space and hyphens.
pub(super) fn significant(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '\u{2010}'..='\u{2015}'))
}
