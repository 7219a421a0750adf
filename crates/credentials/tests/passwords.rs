//! Passwords, from outside: what is stored, what is right, and what a hash of other times or makers is worth.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use secrecy::SecretString;
use tenure_credentials::{CostRefused, PasswordError, PasswordRefused, Passwords, Verdict};

fn cheap() -> Passwords {
    Passwords::with_cost(8, 1).unwrap()
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[tokio::test]
async fn the_right_password_is_right_and_every_other_is_wrong() {
    let passwords = cheap();
    let stored = passwords.hash(&secret("correct horse battery")).await.unwrap();
    assert_eq!(passwords.verify(&secret("correct horse battery"), Some(&stored)).await, Ok(Verdict::Right { rehash: false }));
    for other in ["Correct horse battery", "correct horse battery ", "correct horse batter", "", "correct horse battery\0"] {
        assert_eq!(passwords.verify(&secret(other), Some(&stored)).await, Ok(Verdict::Wrong), "{other:?}");
    }
}

#[tokio::test]
async fn the_default_cost_is_written_into_the_hash() {
    let stored = Passwords::new().hash(&secret("correct horse battery")).await.unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    assert!(!stored.contains("horse"));
}

#[tokio::test]
async fn one_password_twice_is_stored_as_two_hashes() {
    let passwords = cheap();
    let password = secret("correct horse battery");
    assert_ne!(passwords.hash(&password).await.unwrap(), passwords.hash(&password).await.unwrap());
}

#[tokio::test]
async fn letters_that_look_alike_are_not_normalised() {
    let passwords = cheap();
    let stored = passwords.hash(&secret("caf\u{e9} au lait, merci")).await.unwrap();
    assert_eq!(passwords.verify(&secret("cafe\u{301} au lait, merci"), Some(&stored)).await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn d1_an_unknown_person_is_always_wrong() {
    let passwords = cheap();
    for password in ["correct horse battery", "", "short"] {
        assert_eq!(passwords.verify(&secret(password), None).await, Ok(Verdict::Wrong));
    }
}

#[tokio::test]
async fn d4_the_rules_hold_before_hashing() {
    let refused = |refused| Err(PasswordError::Refused(refused));
    assert_eq!(cheap().hash(&secret("eleven char")).await, refused(PasswordRefused::TooShort));
    assert_eq!(cheap().hash(&secret(&"x".repeat(1025))).await, refused(PasswordRefused::TooLong));
    let longest = secret(&"x".repeat(1024));
    let stored = cheap().hash(&longest).await.unwrap();
    assert_eq!(cheap().verify(&longest, Some(&stored)).await, Ok(Verdict::Right { rehash: false }));
}

#[tokio::test]
async fn a_hash_of_another_cost_is_right_and_wants_renewing() {
    let password = secret("correct horse battery");
    let (old, new) = (cheap(), Passwords::with_cost(64, 2).unwrap());
    let stored = old.hash(&password).await.unwrap();
    assert_eq!(new.verify(&password, Some(&stored)).await, Ok(Verdict::Right { rehash: true }));
    assert_eq!(new.verify(&secret("wrong horse battery"), Some(&stored)).await, Ok(Verdict::Wrong));
    let renewed = new.hash(&password).await.unwrap();
    assert_eq!(new.verify(&password, Some(&renewed)).await, Ok(Verdict::Right { rehash: false }));
}

/// The reference implementation's own vectors, all of the password `password`.
#[tokio::test]
async fn hashes_that_other_products_made_are_understood() {
    let passwords = cheap();
    for foreign in [
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
    ] {
        let verdict = passwords.verify(&secret("password"), Some(foreign)).await;
        assert_eq!(verdict, Ok(Verdict::Right { rehash: true }), "{foreign}");
        assert_eq!(passwords.verify(&secret("Password"), Some(foreign)).await, Ok(Verdict::Wrong));
    }
}

#[tokio::test]
async fn what_is_no_bearable_argon2_hash_is_said_to_be_unreadable() {
    for stored in [
        "",
        "correct horse battery",
        "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=20$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=8,t=4000000000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc$",
    ] {
        assert_eq!(cheap().verify(&secret("password"), Some(stored)).await, Err(PasswordError::Unreadable), "{stored}");
    }
}

#[test]
fn a_cost_beyond_its_bounds_is_refused() {
    for (memory_kib, passes) in [(7, 1), (8, 0), (262_145, 1), (8, 17), (0, 0), (u32::MAX, u32::MAX)] {
        assert_eq!(Passwords::with_cost(memory_kib, passes).err(), Some(CostRefused), "{memory_kib} KiB, {passes} passes");
    }
    assert!(Passwords::with_cost(8, 1).is_ok());
    assert!(Passwords::with_cost(262_144, 16).is_ok(), "no memory is taken before the first hash");
}
