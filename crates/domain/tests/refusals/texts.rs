//! What people type and what is refused of it, each with a sentence.

use tenure_domain::membership::{Language, Phone, Status, TimeZone};
use tenure_domain::revocation::Fingerprint;
use tenure_domain::{EmailAddress, LevelKey, Name, Note, Reason};

#[test]
fn whatever_is_refused_of_what_people_type_comes_with_a_sentence() {
    let long = "x".repeat(2_001);
    for (what, sentence, word) in [
        ("no address", EmailAddress::parse("ada").unwrap_err().to_string(), "e-mail"),
        ("no name", Name::parse(" ").unwrap_err().to_string(), "empty"),
        ("a name of two lines", Name::parse("a\nb").unwrap_err().to_string(), "control"),
        ("a note without end", Note::parse(&long).unwrap_err().to_string(), "2000"),
        ("a reason without end", Reason::parse(&long).unwrap_err().to_string(), "1000"),
        ("a local phone number", Phone::parse("030 1234567").unwrap_err().to_string(), "+49"),
        ("a language that nobody speaks here", Language::parse("fr").unwrap_err().to_string(), "`de`"),
        ("no time zone", TimeZone::parse("Mars/Olympus").unwrap_err().to_string(), "Europe/Berlin"),
        ("no status", "asleep".parse::<Status>().unwrap_err().to_string(), "allowed"),
        ("no key", LevelKey::parse("Owner").unwrap_err().to_string(), "lower-case"),
        ("no fingerprint", "abc".parse::<Fingerprint>().unwrap_err().to_string(), "plan"),
    ] {
        assert!(sentence.contains(word) && sentence.split_whitespace().count() >= 4, "{what}: {sentence}");
    }
}

#[test]
fn b1_addresses_that_differ_only_in_how_they_are_typed_are_one() {
    for (typed, kept) in [
        ("STRASSE@X.TEST", "strasse@x.test"),
        ("\u{212a}im@x.test", "kim@x.test"),
        ("ada@xn--bcher-kva.test", "ada@xn--bcher-kva.test"),
        ("ada@B\u{fc}cher.TEST", "ada@xn--bcher-kva.test"),
        ("ada@bu\u{308}cher.test", "ada@xn--bcher-kva.test"),
        ("\u{a0}ada@x.test\u{2003}", "ada@x.test"),
        ("Zoe\u{308}@x.test", "zo\u{eb}@x.test"),
    ] {
        assert_eq!(EmailAddress::parse(typed).unwrap().as_str(), kept, "{typed:?}");
    }
}

#[test]
fn b1_letters_that_other_systems_fold_together_stay_different_people() {
    for (one, other) in [("ı", "i"), ("ſ", "s"), ("ß", "ss"), ("ﬁ", "fi"), ("ª", "a"), ("１", "1"), ("а", "a")] {
        let parse = |local: &str| EmailAddress::parse(&format!("{local}@x.test"));
        assert_ne!(parse(one), parse(other), "{one} and {other}");
    }
}
