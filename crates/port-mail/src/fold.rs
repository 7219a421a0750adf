//! Folding what people wrote into text that can stand in a header line or in a body.

/// How long a header line may be, in characters. A word can't be broken, and servers refuse lines beyond 998 bytes.
const LONGEST: usize = 200;

/// One header line: every run of control characters and line separators becomes one space, the ends are trimmed,
/// and what is longer than 200 characters ends in `…`.
///
/// Names come from people and must not keep a letter from leaving, so a hostile one is made harmless, not refused.
/// For the same reason `=?` is taken apart: a reader would decode what follows into something else than was written.
pub(crate) fn header_line(text: &str) -> String {
    let parts: Vec<_> = text.split(breaks_a_line).filter(|part| !part.is_empty()).collect();
    let line = parts.join(" ").trim().replace("=?", "= ?");
    if line.chars().nth(LONGEST).is_none() {
        return line;
    }
    let start: String = line.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

/// A body: line ends become LF, and a control character that text has no use for becomes U+FFFD, as HTML reads it.
pub(crate) fn body(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\r' => '\n',
            '\n' | '\t' => c,
            _ if c.is_control() => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect()
}

fn breaks_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, body, header_line};

    #[test]
    fn g3_line_breaks_in_a_header_become_one_space() {
        assert_eq!(header_line("Hi\r\nBcc: eve@example.test\0\u{2028}!\n"), "Hi Bcc: eve@example.test !");
        assert_eq!(header_line("\r\n"), "");
    }

    #[test]
    fn spaces_and_letters_of_any_script_are_kept() {
        assert_eq!(header_line("Zoë  Ωmega 🦊\u{a0}x"), "Zoë  Ωmega 🦊\u{a0}x");
    }

    #[test]
    fn g3_an_encoded_word_in_a_name_stays_what_it_is() {
        assert_eq!(header_line("=?utf-8?q?=0D=0ABcc=3A?="), "= ?utf-8?q?=0D=0ABcc=3A?=");
        assert_eq!(header_line("=\n?"), "= ?");
    }

    #[test]
    fn a_line_that_no_server_would_take_is_shortened() {
        let line = header_line(&"x".repeat(1500));
        assert_eq!(line, format!("{}…", "x".repeat(LONGEST - 1)));
        assert_eq!(header_line(&"🦊".repeat(LONGEST)), "🦊".repeat(LONGEST));
    }

    #[test]
    fn a_body_has_line_feeds_and_no_other_control_characters() {
        assert_eq!(body("a\r\nb\rc\n\td\0"), "a\nb\nc\n\td\u{fffd}");
    }

    proptest! {
        #[test]
        fn g3_no_text_breaks_a_header_line(text in any::<String>()) {
            let line = header_line(&text);
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert_eq!(header_line(&line), line);
        }

        #[test]
        fn g3_no_text_brings_a_carriage_return_into_a_body(text in any::<String>()) {
            prop_assert!(!body(&text).chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
        }
    }
}
