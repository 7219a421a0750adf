//! The translations have the same sentences, with the same placeholders, and all are used.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

type Sentences = BTreeMap<String, BTreeSet<String>>;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("the letters need no {other:?}"),
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn sentences(tag: &str) -> Sentences {
    let source = fs::read_to_string(folder().join("locales").join(tag).join("letters.ftl")).unwrap();
    let resource = parse(source.as_str()).unwrap();
    let mut sentences = Sentences::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let mut found = BTreeSet::new();
                in_pattern(message.value.as_ref().unwrap(), &mut found);
                assert!(sentences.insert(message.id.name.to_owned(), found).is_none(), "{tag}: {} is there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{tag}: {other:?}"),
        }
    }
    sentences
}

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { sources(&path, into) } else { into.push_str(&fs::read_to_string(path).unwrap()) }
    }
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_placeholders() {
    let (english, german) = (sentences("en"), sentences("de"));
    assert_eq!(english.keys().collect::<Vec<_>>(), german.keys().collect::<Vec<_>>());
    let unnamed = |key: &str, placeholders: &BTreeSet<String>| (key.to_owned(), placeholders.clone());
    for (key, placeholders) in &english {
        assert_eq!(unnamed(key, placeholders), unnamed(key, &german[key]));
    }
}

#[test]
fn a_sentence_that_names_nobody_lacks_one_placeholder_at_most() {
    let english = sentences("en");
    for (key, placeholders) in english.iter().filter(|(key, _)| key.ends_with("-nobody")) {
        let named = &english[key.trim_end_matches("-nobody")];
        assert!(named.difference(placeholders).count() == 1, "{key}");
    }
}

#[test]
fn every_sentence_is_used() {
    let mut source = String::new();
    sources(&folder().join("src"), &mut source);
    for key in sentences("en").keys() {
        let key = key.trim_end_matches("-nobody");
        let made = ["granted", "changed", "revoked", "deleted", "deactivated", "reactivated", "restored"]
            .iter()
            .any(|what| *key == format!("{what}-subject") || *key == format!("{what}-lead"));
        assert!(made || source.contains(&format!("\"{key}\"")), "nobody says {key}");
    }
}
