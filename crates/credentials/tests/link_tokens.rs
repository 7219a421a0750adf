//! Link tokens: genuine ones open, and nothing else does, however near it comes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use proptest::prelude::*;
use proptest::sample::Index;
use tenure_credentials::{LinkToken, Purpose, ServerKey};
use tenure_domain::OrganizationId;
use uuid::Uuid;

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PURPOSES: [Purpose; 3] = [Purpose::Invitation, Purpose::PasswordReset, Purpose::EmailConfirmation];

fn key() -> ServerKey {
    let bytes: Vec<u8> = (0..32).collect();
    ServerKey::parse(&bytes).unwrap()
}

fn issue(key: &ServerKey, purpose: Purpose, said: LinkToken) -> String {
    LinkToken::issue(key, purpose, said.organization, said.id, said.generation)
}

fn tokens() -> impl Strategy<Value = (Purpose, LinkToken)> {
    (prop::sample::select(PURPOSES.to_vec()), any::<u128>(), any::<u128>(), any::<u32>()).prop_map(
        |(purpose, organization, id, generation)| {
            let organization = OrganizationId::new(Uuid::from_u128(organization));
            (purpose, LinkToken { organization, id: Uuid::from_u128(id), generation })
        },
    )
}

/// Computed by another implementation of HMAC. It changes only if every link that is out shall die.
#[test]
fn the_format_of_tokens_in_mailboxes_stays() {
    let organization = OrganizationId::new(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001));
    let id = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0002);
    let token = LinkToken::issue(&key(), Purpose::Invitation, organization, id, 3);
    assert_eq!(token, "AQGYAAAAAHAAgAAAAAAAAAEBmAAAAABwAIAAAAAAAAACAAAAA1rseMQTaMYF5ymD0ok8q5tDmrYSyNtY3o_5cLO8DOL1");
}

proptest! {
    #[test]
    fn what_was_issued_opens_and_says_what_was_said((purpose, said) in tokens()) {
        let token = issue(&key(), purpose, said);
        prop_assert_eq!(token.len(), 92);
        prop_assert!(token.bytes().all(|letter| ALPHABET.contains(&letter)), "it fits in a link as it is");
        prop_assert_eq!(LinkToken::open(&key(), purpose, &token), Some(said));
        prop_assert_eq!(issue(&key(), purpose, said), token, "a letter written twice carries one link");
    }

    #[test]
    fn c3_truncated_tokens_are_refused((purpose, said) in tokens(), kept in 0..92_usize) {
        let token = issue(&key(), purpose, said);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &token[..kept]), None);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &token[92 - kept..]), None);
    }

    #[test]
    fn c3_padded_and_extended_tokens_are_refused((purpose, said) in tokens(), more in "[A-Za-z0-9_=. \r\n\0-]{1,8}") {
        let token = issue(&key(), purpose, said);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &format!("{token}{more}")), None);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &format!("{more}{token}")), None);
    }

    #[test]
    fn c3_case_changed_tokens_are_refused((purpose, said) in tokens(), at in any::<Index>()) {
        let token = issue(&key(), purpose, said);
        let letters: Vec<usize> = (0..92).filter(|at| token.as_bytes()[*at].is_ascii_alphabetic()).collect();
        let at = *at.get(&letters);
        let mut changed = token.clone().into_bytes();
        changed[at] ^= 0x20;
        prop_assert_eq!(LinkToken::open(&key(), purpose, std::str::from_utf8(&changed).unwrap()), None);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &token.to_ascii_uppercase()), None);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &token.to_ascii_lowercase()), None);
    }

    #[test]
    fn c3_a_token_with_any_other_letter_is_refused((purpose, said) in tokens(), at in 0..92_usize, letter in any::<Index>()) {
        let token = issue(&key(), purpose, said);
        let mut changed = token.clone().into_bytes();
        changed[at] = *letter.get(ALPHABET);
        prop_assume!(changed != token.as_bytes());
        prop_assert_eq!(LinkToken::open(&key(), purpose, std::str::from_utf8(&changed).unwrap()), None);
    }

    #[test]
    fn a_token_is_for_its_purpose_and_its_key_only((purpose, said) in tokens()) {
        let token = issue(&key(), purpose, said);
        for other in PURPOSES.into_iter().filter(|other| *other != purpose) {
            prop_assert_eq!(LinkToken::open(&key(), other, &token), None);
        }
        let other_key = ServerKey::generate(&mut rand::rng());
        prop_assert_eq!(LinkToken::open(&other_key, purpose, &token), None);
    }

    #[test]
    fn parts_of_two_tokens_make_no_third((purpose, one) in tokens(), (_, other) in tokens(), at in 1..92_usize) {
        prop_assume!(one != other);
        let (one, other) = (issue(&key(), purpose, one), issue(&key(), purpose, other));
        let spliced = format!("{}{}", &one[..at], &other[at..]);
        prop_assume!(spliced != one && spliced != other);
        prop_assert_eq!(LinkToken::open(&key(), purpose, &spliced), None);
    }

    #[test]
    fn made_up_text_is_refused(text in ".*", long in "[A-Za-z0-9_-]{92}") {
        for purpose in PURPOSES {
            prop_assert_eq!(LinkToken::open(&key(), purpose, &text), None);
            prop_assert_eq!(LinkToken::open(&key(), purpose, &long), None);
        }
    }
}
