//! Making what people typed harmless for a mail without refusing it.

use tenure_domain::visibility::looks_like_address_or_number;

/// A name in a sentence: one line.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    unlinked(&words.join(" "))
}

/// A note: its lines.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = |line: &str| unlinked(&line.replace('\t', " ").chars().filter(|c| !c.is_control()).collect::<String>());
    text.trim().split(['\n', '\u{2028}', '\u{2029}']).map(line).collect()
}

/// The name of a person, unless it is an address or a number.
pub(crate) fn person(name: Option<&str>) -> Option<String> {
    name.map(one_line).filter(|name| !name.is_empty() && !looks_like_address_or_number(name))
}

/// Mail programs make a link of whatever looks like one. A stranger's link in a letter that this installation signs would be
/// bait, so a scheme is set apart from its slashes; and marks that turn the direction of writing go, lest one text pass for another.
fn unlinked(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(|c| !turns(c)).collect::<String>().replace("://", ": //")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{lines, one_line, person};

    #[test]
    fn g3_a_name_stays_on_its_line() {
        assert_eq!(one_line("Ada\r\nBcc: eve@example.test\0 \u{2028}x"), "Ada Bcc: eve@example.test x");
    }

    #[test]
    fn c1_a_link_in_a_name_or_note_is_set_apart() {
        assert_eq!(one_line("https://evil.test"), "https: //evil.test");
        assert_eq!(lines("see\nhttps:\u{202e}//evil.test"), ["see", "https: //evil.test"]);
    }

    #[test]
    fn a_note_keeps_its_lines_and_nothing_invisible() {
        assert_eq!(lines("\na\r\n\r\nb\rc\td\u{7}\n"), ["a", "", "b", "c d"]);
    }

    #[test]
    fn r4_a_person_without_a_name_is_not_named_by_their_address() {
        assert_eq!(person(Some("ada@example.test")), None);
        assert_eq!(person(Some(" \n ")), None);
        assert_eq!(person(Some("Ada  Lovelace")).as_deref(), Some("Ada Lovelace"));
    }

    proptest! {
        #[test]
        fn g3_no_name_brings_a_line_break_or_a_link(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert!(!line.contains("://"));
        }
    }
}
