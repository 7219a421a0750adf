//! The sentences: the same ones in both languages, with the same things in them, and one for every refusal, problem and field.

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

/// The texts of a crate's sources, as far as they aren't tests.
fn of_crate(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![format!("{}/../{name}/src", env!("CARGO_MANIFEST_DIR"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.to_str().unwrap().to_owned());
            } else {
                found.push(std::fs::read_to_string(path).unwrap().split("#[cfg(test)]").next().unwrap().to_owned());
            }
        }
    }
    found
}

/// The words in quotes within a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    text.split('"').skip(1).step_by(2).filter(is_word)
}

/// All words that a refusal can be told by: those of decisions and use cases, and those that faces give to fields.
fn rules() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for name in ["domain", "credentials", "usecases", "http-base", "http-console"] {
        for text in of_crate(name) {
            for signature in
                ["fn rule(&self) -> &'static str {", "fn code(&self) -> &'static str {", "fn code(self) -> &'static str {"]
            {
                for body in text.split(signature).skip(1) {
                    rules.extend(quoted(body.split("\n    }").next().unwrap()).map(str::to_owned));
                }
            }
            // The rule itself, or the field's name before it.
            for (call, at) in [(".with_rule(\"", 0), ("with_field(\"", 1), (".take(\"", 1)] {
                for arguments in text.split(call).skip(1) {
                    rules.extend(arguments.split('"').step_by(2).nth(at).map(str::to_owned));
                }
            }
        }
    }
    rules
}

#[test]
fn every_refusal_has_a_sentence() {
    let known = sentences("en");
    let rules = rules();
    assert!(rules.len() > 70, "only {} were found: does this still find them?", rules.len());
    let missing: Vec<&String> =
        rules.iter().filter(|rule| !known.contains_key(&format!("refused-{}", rule.replace('_', "-")))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_problem_has_a_heading_and_a_sentence() {
    let known = sentences("en");
    for (code, ..) in tenure_http_base::CODES {
        for family in ["problem", "problem-heading"] {
            assert!(known.contains_key(&format!("{family}-{}", code.replace('_', "-"))), "{family}: {code}");
        }
    }
}

#[test]
fn every_field_of_the_journal_has_a_name() {
    let known = sentences("en");
    let mut fields = BTreeSet::new();
    for (name, file) in [
        ("domain", "event/describe.rs"),
        ("domain", "organization/change.rs"),
        ("usecases", "export_members.rs"),
        ("usecases", "export_journal.rs"),
    ] {
        let text = std::fs::read_to_string(format!("{}/../{name}/src/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for rest in text.split("(\"").skip(1) {
            let (field, after) = rest.split_once('"').unwrap();
            if after.starts_with(", ") {
                fields.insert(field.to_owned());
            }
        }
    }
    assert!(fields.len() > 25, "{fields:?}");
    for field in fields {
        assert!(known.contains_key(&format!("field-{}", field.replace('_', "-"))), "{field}");
    }
}

#[test]
fn regions_are_asked_for_again_when_something_comes_that_does_come() {
    let told = ["members", "jobs", "journal", "presence"];
    let mut regions = 0;
    for (file, text) in sources() {
        for rest in text.split("data-refresh=\"").skip(1) {
            for event in rest.split('"').next().unwrap().split(' ') {
                assert!(told.contains(&event), "{file}: the stream has no `{event}`");
            }
            regions += 1;
        }
    }
    assert!(regions >= 6, "{regions}");
}
