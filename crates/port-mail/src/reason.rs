//! Why a letter didn't leave, in words that may be stored, logged and shown.

use std::fmt;

/// How much of a station's answer is worth keeping, in characters.
const LONGEST: usize = 300;
/// A run of token characters this long may be a link's token; queue numbers and host names are shorter.
const TOKEN: usize = 40;

/// One line without addresses, links or tokens.
///
/// Mail servers like to quote what they refuse: the recipient's address, or a link from the text. Both are kept
/// out here, in the type, so that no transport can forget it.
///
/// ```
/// use tenure_port_mail::Reason;
///
/// let reason = Reason::from("550 5.1.1 <ada@example.test> unknown\r\nsee https://mx.test/help?id=7");
/// assert_eq!(reason.as_str(), "550 5.1.1 [address] unknown see https://mx.test/…");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason(String);

impl Reason {
    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str>> From<T> for Reason {
    fn from(text: T) -> Self {
        let words: Vec<_> =
            text.as_ref().split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).map(redact).collect();
        let mut line = words.join(" ");
        if let Some((end, _)) = line.char_indices().nth(LONGEST) {
            line.truncate(end);
            line.push('…');
        }
        Self(line)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn redact(word: &str) -> String {
    if word.contains('@') {
        return "[address]".to_owned();
    }
    if let Some((before, after)) = word.split_once("://") {
        let host = after.split(['/', '?', '#', '>', '"', '\'', ')']).next().unwrap_or_default();
        return redact_tokens(&format!("{before}://{host}/…"));
    }
    redact_tokens(word)
}

fn redact_tokens(word: &str) -> String {
    let is_token = |part: &str| part.len() >= TOKEN;
    word.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '=')))
        .map(|part| if is_token(part) { "…" } else { part })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, Reason};

    #[test]
    fn c4_a_reason_keeps_no_address_link_or_token() {
        let token = "AbCd-_09".repeat(12);
        for (said, kept) in [
            ("550 5.1.1 <ada@example.test>: unknown", "550 5.1.1 [address] unknown".to_owned()),
            (
                &format!("554 URL https://t.example/invitation/{token} is listed"),
                "554 URL https://t.example/… is listed".to_owned(),
            ),
            (&format!("554 t.example/invitation/{token} is listed"), "554 t.example/invitation/… is listed".to_owned()),
            ("421 4.7.0 try later 4bX9kQ2vLzz1", "421 4.7.0 try later 4bX9kQ2vLzz1".to_owned()),
        ] {
            assert_eq!(Reason::from(said).as_str(), kept);
        }
    }

    #[test]
    fn a_reason_is_one_line_of_bounded_length() {
        let reason = Reason::from("später \r\n".repeat(500));
        assert_eq!(reason.as_str().chars().count(), LONGEST + 1);
        assert!(!reason.as_str().contains(['\r', '\n']));
    }

    proptest! {
        #[test]
        fn c4_no_reason_contains_an_at_sign(text in ".{0,200}", local in "[a-z]{1,9}") {
            let reason = Reason::from(format!("{text} {local}@example.test"));
            prop_assert!(!reason.as_str().replace("[address]", "").contains('@'));
        }
    }
}
