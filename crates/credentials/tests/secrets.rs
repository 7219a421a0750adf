//! Bearer secrets and the server key: read in their own spelling, kept as hashes, never shown.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use proptest::prelude::*;
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use tenure_credentials::{ApiToken, BearerSecret, Sealer, ServerKey, ServerKeyRefused, SessionSecret};

fn spelt(bytes: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from_digit(digit.into(), 16).unwrap()).collect()
}

fn same(one: &ServerKey, other: &ServerKey) -> bool {
    one.derive("test").tag(b"message") == other.derive("test").tag(b"message")
}

#[test]
fn a_thousand_secrets_are_a_thousand_different_ones() {
    let hashes: HashSet<_> = (0..1000).map(|_| SessionSecret::generate(&mut rand::rng()).hash()).collect();
    assert_eq!(hashes.len(), 1000);
}

#[test]
fn c3_a_token_is_read_in_its_own_spelling_alone() {
    let token = ApiToken::generate(&mut rand::rng());
    let text = token.text().expose_secret().to_owned();
    assert_eq!((text.len(), &text[..4]), (52, "tnr_"));
    assert_eq!(ApiToken::parse(&text).unwrap().hash(), token.hash());
    assert!(!format!("{token:?}").contains(&text[4..]));
    // Every letter counts: another one in any place is a spelling mistake.
    for at in 0..text.len() {
        let mut letters = text.clone().into_bytes();
        letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
        assert!(ApiToken::parse(&String::from_utf8(letters).unwrap()).is_none(), "at {at}");
    }
    for other in [&text[..51], &text[4..], &format!("{text}A"), &format!("{text}="), &format!(" {text}"), &format!("{text}\n")] {
        assert!(ApiToken::parse(other).is_none(), "{other:?}");
    }
}

#[test]
fn c4_nothing_secret_is_shown_to_whoever_debugs() {
    let secret = BearerSecret::generate(&mut rand::rng());
    let key = ServerKey::generate(&mut rand::rng());
    let shown = format!("{secret:?} {key:?} {:?} {:?} {:?} {:?}", key.derive("x"), Sealer::new(&key), secret.text(), key.text());
    assert!(!shown.contains(secret.text().expose_secret()) && !shown.contains(key.text().expose_secret()));
    assert_eq!(
        shown,
        "BearerSecret { .. } ServerKey { .. } SubKey { .. } Sealer { .. } SecretBox<str>([REDACTED]) SecretBox<str>([REDACTED])"
    );
}

#[test]
fn a_sub_key_is_for_its_purpose_and_confirms_whole_tags_only() {
    let key = ServerKey::generate(&mut rand::rng());
    let (one, other) = (key.derive("one"), key.derive("other"));
    let tag = one.tag(b"message");
    assert!(one.confirms(b"message", &tag));
    assert!(!one.confirms(b"massage", &tag));
    assert!(!other.confirms(b"message", &tag));
    assert!(!one.confirms(b"message", &tag[..31]));
    assert!(!one.confirms(b"message", &[]));
    assert!(!one.confirms(b"message", &[&tag[..], &[0]].concat()));
}

/// Computed by another implementation: a sub-key is the HMAC of its purpose, a tag the HMAC under that.
#[test]
fn the_derivation_is_what_another_implementation_computes() {
    let bytes: Vec<u8> = (0..32).collect();
    let tag = ServerKey::parse(&bytes).unwrap().derive("link-token").tag(b"message");
    let hex = hex(&tag);
    assert_eq!(hex, "38c00ae46bfc0b3ea9f1a129edf93dca176c6fb03f5157f537a2a1458022e819");
}

#[test]
fn short_and_guessable_keys_are_refused_and_their_text_is_not_repeated() {
    let refused = |content: &[u8]| ServerKey::parse(content).unwrap_err();
    assert_eq!(refused(b""), ServerKeyRefused::TooShort);
    assert_eq!(refused(b"\n"), ServerKeyRefused::TooShort);
    assert_eq!(refused(&[0x80; 31]), ServerKeyRefused::TooShort);
    assert_eq!(refused(URL_SAFE_NO_PAD.encode([1; 31]).as_bytes()), ServerKeyRefused::TooShort);
    assert_eq!(refused("0".repeat(62).as_bytes()), ServerKeyRefused::TooShort);
    assert_eq!(refused("0".repeat(64).as_bytes()), ServerKeyRefused::Guessable);
    assert_eq!(refused("deadbeef".repeat(8).as_bytes()), ServerKeyRefused::Guessable);
    assert_eq!(refused(&[0x80; 64]), ServerKeyRefused::Guessable);
    let sentence = b"please change this secret key before you go live, will you?";
    assert_eq!(refused(sentence), ServerKeyRefused::Unreadable);
    assert!(!refused(sentence).to_string().contains("go live"));
}

proptest! {
    #[test]
    fn a_secret_is_read_back_and_hashed_as_its_bytes(bytes in any::<[u8; 32]>()) {
        let secret = BearerSecret::parse(&spelt(&bytes)).unwrap();
        prop_assert_eq!(secret.text().expose_secret().to_owned(), spelt(&bytes));
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        prop_assert_eq!(secret.hash(), hash);
    }

    #[test]
    fn c3_truncated_padded_and_extended_secrets_are_refused(bytes in any::<[u8; 32]>(), kept in 0..43_usize, more in "[A-Za-z0-9_= \n-]{1,3}") {
        let text = spelt(&bytes);
        prop_assert!(BearerSecret::parse(&text[..kept]).is_none());
        let (longer, shifted) = (format!("{text}{more}"), format!("{more}{text}"));
        prop_assert!(BearerSecret::parse(&longer).is_none());
        prop_assert!(BearerSecret::parse(&shifted).is_none());
    }

    /// 43 letters hold two bits more than 32 bytes: of the four last letters that would say the same, one is taken.
    #[test]
    fn c3_a_secret_has_one_spelling(bytes in any::<[u8; 32]>(), last in "[A-Za-z0-9_-]") {
        let text = spelt(&bytes);
        let other = format!("{}{last}", &text[..42]);
        if let Some(read) = BearerSecret::parse(&other) {
            prop_assert_eq!(read.text().expose_secret().to_owned(), other.clone());
            prop_assert_eq!(other == text, read.hash() == BearerSecret::parse(&text).unwrap().hash());
        } else {
            prop_assert!(other != text);
        }
    }

    #[test]
    fn a_key_is_read_in_every_spelling(bytes in prop::collection::vec(any::<u8>(), 32..80)) {
        // Chance of this length always passes in practice; what repeats itself has its own test.
        prop_assume!(bytes.iter().collect::<HashSet<_>>().len() >= 16 && !bytes.is_ascii());
        let raw = ServerKey::parse(&bytes).unwrap();
        let hex = hex(&bytes);
        let spellings = [
            hex.to_uppercase(), format!(" {hex}\r\n"), raw.text().expose_secret().to_owned(),
            STANDARD.encode(&bytes), STANDARD_NO_PAD.encode(&bytes), URL_SAFE.encode(&bytes), format!("{}\n", URL_SAFE_NO_PAD.encode(&bytes)),
        ];
        for text in spellings {
            prop_assert!(same(&ServerKey::parse(text.as_bytes()).unwrap(), &raw), "{}", text);
        }
    }
}
