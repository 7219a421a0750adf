//! R15: one normal form for each address, whatever was typed.

use proptest::prelude::*;
use tenure_domain::EmailAddress;
use tenure_domain::strategies::emails;

/// Letters that nobody sees: of no width, soft, turning the direction, or ending a line or a text.
const INVISIBLE: [char; 9] = ['\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\0', '\u{2028}', '\u{2060}'];

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r15_b1_the_normal_form_is_a_fixed_point(text in emails()) {
        if let Ok(email) = EmailAddress::parse(&text) {
            prop_assert_eq!(EmailAddress::parse(email.as_str()), Ok(email.clone()));
            prop_assert!(email.domain().is_ascii() && email.as_str().ends_with(email.domain()));
            prop_assert_eq!(email.as_str().matches('@').count(), 1);
            prop_assert!(!email.as_str().chars().any(|c| c.is_whitespace() || c.is_control() || c.is_ascii_uppercase()));
        }
    }

    #[test]
    fn r15_b1_case_and_blanks_around_it_make_no_other_person(
        local in "[a-z0-9+._-]{1,12}",
        domain in "[a-z0-9]{1,8}\\.test",
        upper in any::<u64>(),
        blanks in "[ \\t\u{a0}]{0,3}",
    ) {
        let plain = format!("{local}@{domain}");
        let typed: String =
            plain.char_indices().map(|(at, c)| if upper >> (at % 64) & 1 == 1 { c.to_ascii_uppercase() } else { c }).collect();
        prop_assert_eq!(EmailAddress::parse(&format!("{blanks}{typed}{blanks}")), EmailAddress::parse(&plain));
    }

    #[test]
    fn r15_b1_composed_and_decomposed_letters_are_one_person(
        head in "[a-z]{1,4}",
        tail in "[a-z]{1,4}",
        mark in prop_oneof![Just('\u{301}'), Just('\u{308}')],
    ) {
        let vowel = 'e';
        let composed = if mark == '\u{301}' { 'é' } else { 'ë' };
        let one = EmailAddress::parse(&format!("{head}{vowel}{mark}{tail}@x.test"));
        prop_assert!(one.is_ok());
        prop_assert_eq!(one, EmailAddress::parse(&format!("{head}{composed}{tail}@X.test")));
    }

    #[test]
    fn r15_b1_a_domain_is_the_same_in_unicode_and_in_ascii(domain in "[a-zäöüé]{1,10}") {
        if let Ok(email) = EmailAddress::parse(&format!("ada@{domain}.test")) {
            prop_assert_eq!(EmailAddress::parse(&format!("ada@{}", email.domain().to_uppercase())), Ok(email));
        }
    }

    #[test]
    fn r15_b1_no_invisible_letter_makes_a_second_ada(
        at in 0..4_usize,
        invisible in prop::sample::select(&INVISIBLE[..]),
    ) {
        let mut local: Vec<char> = "ada".chars().collect();
        local.insert(at, invisible);
        let typed: String = local.into_iter().collect();
        let plain = EmailAddress::parse("ada@x.test");
        // In front of the address a blank is trimmed; anywhere else what can't be seen is refused.
        let read = EmailAddress::parse(&format!("{typed}@x.test"));
        prop_assert!(read.is_err() || read == plain, "{:?}", read);
    }
}
