//! What is told of how easily a password is guessed.

#![allow(missing_docs, reason = "tests")]

use proptest::prelude::*;
use tenure_credentials::{Weakness, strength};

#[test]
fn what_people_often_take_is_easy_and_it_is_said_why() {
    for (password, weakness) in [
        ("password1234", Weakness::Common),
        ("aaaaaaaaaaaaaa", Weakness::Repeats),
        ("qwertyuiop", Weakness::Common),
        ("abcdefghijklmnop", Weakness::Sequence),
    ] {
        let found = strength(&password.into(), &[]);
        assert!(found.score <= 1 && found.weakness == Some(weakness), "{password}: {found:?}");
    }
    let strong = strength(&"four words nobody joins".into(), &[]);
    assert_eq!((strong.score, strong.weakness), (4, None));
}

#[test]
fn what_it_is_for_makes_it_easier() {
    let of = |about: &[&str]| strength(&"leonhard.kowalczyk".into(), about).score;
    assert!(of(&["leonhard.kowalczyk"]) < of(&[]));
}

proptest! {
    #[test]
    fn any_text_has_a_strength_and_what_comes_after_its_beginning_changes_nothing(text in "\\PC{0,200}", more in "\\PC{0,50}") {
        let found = strength(&text.as_str().into(), &[]);
        prop_assert!(found.score <= 4);
        if text.chars().count() >= 72 {
            prop_assert_eq!(strength(&format!("{text}{more}").into(), &[]), found);
        }
    }
}
