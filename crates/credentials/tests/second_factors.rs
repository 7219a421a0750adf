//! Second factors: the RFC's own codes, steps that are used once whatever the clock does, and recovery codes as people type them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use std::collections::HashSet;

use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};
use tenure_credentials::{RecoveryCode, ServerKey, Shown, TotpSecret, TypedCode};
use tenure_domain::{Instant, UserId};
use uuid::Uuid;

const SECOND: i64 = 1_000_000;

fn rfc() -> TotpSecret {
    TotpSecret::from_bytes(b"12345678901234567890")
}

fn at(seconds: i64) -> Instant {
    Instant::from_micros(seconds * SECOND)
}

fn digits(text: &str) -> [u8; 6] {
    text.as_bytes().try_into().unwrap()
}

/// RFC 6238, appendix B: the last six of eight digits are the code of six.
#[test]
fn codes_are_those_of_the_rfc() {
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(rfc().code(at(seconds)), code, "at {seconds}");
        assert_eq!(rfc().step_of(&digits(code), at(seconds)), Some(u64::try_from(seconds / 30).unwrap()));
    }
}

#[test]
fn a_code_holds_for_a_step_before_and_after_its_own() {
    let code = digits("005924");
    let step = 1_234_567_890 / 30;
    let own = step * 30;
    for seconds in [own - 30, own, own + 29, own + 59] {
        assert_eq!(rfc().step_of(&code, at(seconds)), Some(u64::try_from(step).unwrap()), "at {seconds}");
    }
    for seconds in [own - 31, own + 60, own - 3_600, own + 31_536_000, -1] {
        assert_eq!(rfc().step_of(&code, at(seconds)), None, "at {seconds}");
    }
}

#[test]
fn c4_a_sealed_secret_opens_for_its_login_and_under_its_key_alone() {
    let key = ServerKey::generate(&mut rand::rng());
    let (ada, bob) = (UserId::new(Uuid::from_u128(1)), UserId::new(Uuid::from_u128(2)));
    let secret = TotpSecret::generate(&mut rand::rng());
    let sealed = secret.seal(&key, ada);
    assert_eq!(TotpSecret::open(&key, ada, &sealed).unwrap().code(at(1)), secret.code(at(1)));
    assert!(TotpSecret::open(&key, bob, &sealed).is_none(), "another login");
    assert!(TotpSecret::open(&ServerKey::generate(&mut rand::rng()), ada, &sealed).is_none(), "another key");
    for at in 0..sealed.len() {
        let mut flipped = sealed.clone();
        flipped[at] ^= 1;
        assert!(TotpSecret::open(&key, ada, &flipped).is_none(), "flipped at {at}");
        assert!(TotpSecret::open(&key, ada, &sealed[..at]).is_none(), "cut at {at}");
    }
    assert_ne!(sealed, secret.seal(&key, ada), "sealing twice gives two texts");
    assert_eq!(format!("{secret:?}"), "TotpSecret { .. }");
}

#[test]
fn an_authenticator_gets_letters_an_address_and_a_picture() {
    let shown = Shown::new(&rfc(), "ada+1@example.test");
    assert_eq!(shown.secret.expose_secret(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert_eq!(
        shown.uri.expose_secret(),
        "otpauth://totp/Tenure:ada%2B1%40example.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tenure"
    );
    assert!(shown.qr.expose_secret().contains("<svg"));
    assert!(!format!("{shown:?}").contains("GEZD"));
    let longest = format!("{}@{}.test", "a".repeat(64), "b".repeat(180));
    assert!(Shown::new(&rfc(), &longest).qr.expose_secret().contains("<svg"));
}

#[test]
fn a_recovery_code_reads_however_people_type_it() {
    let code = RecoveryCode::generate(&mut rand::rng());
    let text = code.text().expose_secret().to_owned();
    assert_eq!(text.len(), 19);
    let bare = text.replace('-', "");
    for typed in
        [text.clone(), bare.clone(), text.to_lowercase(), text.replace('-', " "), format!("  {} ", text.replace('-', " – "))]
    {
        assert_eq!(RecoveryCode::parse(&typed).unwrap().hash(), code.hash(), "{typed}");
    }
    let alike = bare.replace('O', "0").replace('I', "1").replace('B', "8");
    assert_eq!(RecoveryCode::parse(&alike).unwrap().hash(), code.hash(), "digits that look like a letter");
    for wrong in ["", "123456", &bare[1..], &format!("{bare}A"), &bare.replace(&bare[..1], "!"), &"ü".repeat(16)] {
        assert!(RecoveryCode::parse(wrong).is_none(), "{wrong}");
    }
    assert_eq!(format!("{code:?}"), "RecoveryCode { .. }");
    let many: HashSet<[u8; 32]> = (0..1_000).map(|_| RecoveryCode::generate(&mut rand::rng()).hash()).collect();
    assert_eq!(many.len(), 1_000);
}

#[test]
fn six_digits_are_an_authenticators_code_however_they_are_set_apart() {
    let typed = |text: &str| TypedCode::parse(&SecretString::from(text));
    for text in ["005924", "005 924", " 00-59-24 "] {
        assert!(matches!(typed(text), Some(TypedCode::Digits(digits)) if &digits == b"005924"), "{text}");
    }
    assert!(matches!(typed("ABCD-EFGH-IJKL-MNOP"), Some(TypedCode::Recovery(_))));
    for text in ["", "00592", "0059245", "005924x", "٠٠٥٩٢٤", &"0".repeat(1_000)] {
        assert!(typed(text).is_none(), "{text}");
    }
}

proptest! {
    /// What the store keeps is the last step that was used, and takes later ones alone: in whatever order codes come, and wherever the
    /// clock jumps, no step is taken twice.
    #[test]
    fn no_step_is_used_twice(times in prop::collection::vec((0_i64..4_000_000_000, -90_i64..90), 1..60)) {
        let secret = rfc();
        let (mut last, mut used) = (None, HashSet::new());
        for (now, typed_later) in times.iter().flat_map(|(now, later)| [(*now, *later), (*now + 1, -*later), (*now, *later)]) {
            let code = digits(&secret.code(at((now + typed_later).max(0))));
            let Some(step) = secret.step_of(&code, at(now)) else { continue };
            if last.is_none_or(|last| step > last) {
                last = Some(step);
                prop_assert!(used.insert(step), "step {} was used before", step);
            }
        }
    }
}
