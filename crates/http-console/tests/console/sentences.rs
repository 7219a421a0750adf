//! The sentences: the same ones in both languages, with the same things in them, and one for every refusal.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

fn within(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    found.insert(id.name.clone());
                }
                Expression::Select { selector, variants } => {
                    if let InlineExpression::VariableReference { id } = selector {
                        found.insert(id.name.clone());
                    }
                    for variant in variants {
                        within(&variant.value, found);
                    }
                }
                Expression::Inline(_) => {}
            }
        }
    }
}

fn sentences(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = format!("{}/locales/{language}/console.ftl", env!("CARGO_MANIFEST_DIR"));
    let resource = fluent_syntax::parser::parse(std::fs::read_to_string(path).unwrap()).unwrap();
    let mut all = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut found = BTreeSet::new();
            within(&message.value.unwrap(), &mut found);
            assert!(all.insert(message.id.name.clone(), found).is_none(), "{} is there twice", message.id.name);
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_things_in_them() {
    assert_eq!(sentences("en"), sentences("de"));
}

/// The sentences that templates and code name, as far as they name them with a literal.
#[test]
fn every_sentence_that_is_named_exists_and_takes_what_it_is_given() {
    let known = sentences("en");
    let mut named = 0;
    for (file, text) in sources() {
        for (call, things) in
            [("say(\"", &[][..]), ("with(\"", &["it"][..]), ("with_both(\"", &["it", "that"][..]), ("count(\"", &["count"][..])]
        {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                    continue;
                }
                let Some(has) = known.get(key) else {
                    // `link.with("cursor", …)` names no sentence.
                    assert!(
                        call == "with(\"" && std::path::Path::new(&file).extension().is_some_and(|kind| kind == "rs"),
                        "{file} names `{key}`, which is nowhere"
                    );
                    continue;
                };
                let given: BTreeSet<String> = things.iter().map(|thing| (*thing).to_owned()).collect();
                let has: BTreeSet<String> = has.iter().filter(|thing| *thing != "shown").cloned().collect();
                assert!(has.is_subset(&given), "{file}: {key} has {has:?}");
                named += 1;
            }
        }
    }
    assert!(named > 250, "only {named} were found: does this still find them?");
}

fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![format!("{}/src", env!("CARGO_MANIFEST_DIR")), format!("{}/templates", env!("CARGO_MANIFEST_DIR"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_str().unwrap().to_owned();
            if path.is_dir() {
                folders.push(name);
            } else {
                found.push((name.clone(), std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

#[test]
fn every_right_of_the_engines_own_has_a_name() {
    let known = sentences("en");
    for key in tenure_domain::access_model::engine::KEYS {
        assert!(known.contains_key(&format!("permission-{}", key.replace(['.', '_'], "-"))), "{key}");
    }
}
