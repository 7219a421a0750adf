//! Short texts that people type: names, notes and reasons, trimmed, normalised and free of control characters.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Why a text was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TextRefused {
    /// Nothing is left after trimming.
    #[error("it must not be empty")]
    Empty,
    /// Longer than the stated number of characters.
    #[error("it must have at most {0} characters")]
    TooLong(usize),
    /// A control character, a line break where none belongs, or an invisible direction mark.
    #[error("it must not contain control characters")]
    Control,
}

impl TextRefused {
    /// The stable word for this reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong(_) => "too_long",
            Self::Control => "control_character",
        }
    }
}

// Direction overrides let a name pretend to be another ("nimda" shown as "admin"), so they count as control characters.
fn is_forbidden(c: char, lines: bool) -> bool {
    (c.is_control() && !(lines && matches!(c, '\n' | '\t')))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

fn clean(text: &str, most: usize, lines: bool) -> Result<String, TextRefused> {
    // What stores kept was cleaned before, and most of what people type is clean.
    let is_clean = (text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes) && !text.contains('\r');
    let text = if is_clean { Cow::Borrowed(text) } else { Cow::Owned(text.replace("\r\n", "\n").nfc().collect()) };
    let text = text.trim();
    if text.is_empty() {
        Err(TextRefused::Empty)
    } else if text.chars().count() > most {
        Err(TextRefused::TooLong(most))
    } else if text.chars().any(|c| is_forbidden(c, lines)) {
        Err(TextRefused::Control)
    } else {
        Ok(text.to_owned())
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $most:literal, $lines:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
        pub struct $name(String);

        impl $name {
            /// Trims, normalises (NFC) and checks what somebody typed.
            pub fn parse(text: &str) -> Result<Self, TextRefused> {
                clean(text, $most, $lines).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

texts! {
    /// The name of a person, an organization, a workspace or a contact: one line, 1 to 200 characters.
    Name, 200, false;
    /// A note to people who are invited: several lines, 1 to 2,000 characters.
    Note, 2_000, true;
    /// Why somebody did something, for the journal: several lines, 1 to 1,000 characters.
    Reason, 1_000, true;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_composed() {
        assert_eq!(Name::parse("  Zoe\u{308} ").unwrap().as_str(), "Zoë");
    }

    #[test]
    fn a_name_has_no_line_breaks_overrides_or_nul() {
        for text in ["a\nb", "a\r\nb", "a\0", "ad\u{202e}nim"] {
            assert_eq!(Name::parse(text), Err(TextRefused::Control), "{text:?}");
        }
        assert_eq!(Name::parse(" \t"), Err(TextRefused::Empty));
        assert_eq!(Name::parse(&"x".repeat(201)), Err(TextRefused::TooLong(200)));
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(Note::parse("Hello\r\nyou").unwrap().as_str(), "Hello\nyou");
    }
}
