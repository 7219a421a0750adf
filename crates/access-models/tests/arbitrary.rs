//! Whatever the text, reading it ends in a model or in faults that lie within it.
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
use tenure_access_models::{BUILT_IN, MOST_BYTES, compile, parse};

fn holds(document: &str) {
    let compiled = compile(document);
    let read = parse(document);
    let Err(faults) = compiled else {
        assert!(read.is_ok());
        return;
    };
    assert!(!faults.is_empty());
    let lines = document.matches('\n').count() + 1;
    for fault in &faults {
        assert!((1..=lines).contains(&fault.line), "{fault} in a document of {lines} lines");
        assert!(fault.column >= 1 && !fault.reason.is_empty());
    }
    assert!(faults.is_sorted_by_key(|fault| fault.line), "{faults:?}");
    if let Err(unread) = read {
        assert_eq!(unread, faults, "what can't be read can't be compiled either, for the same reasons");
    }
}

/// One way to spoil a document.
#[derive(Clone, Debug)]
enum Spoil {
    Drop { from: Index, letters: usize },
    Insert { at: Index, what: String },
    SwapLines { one: Index, other: Index },
    RepeatLine { line: Index, at: Index },
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let fragment = prop_oneof![
        "[\\[\\]{}=,.'\"#\n \\\\]{1,4}",
        "[a-z_.]{1,8}",
        prop::sample::select(vec![
            "[[level]]\n",
            "[level.reach]\n",
            "key = 'owner'\n",
            "= true",
            "\"owner\"",
            "-1",
            "1e9",
            "\u{feff}",
            "\r\n",
            "é𝄞"
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop_oneof![
        (any::<Index>(), 1..40_usize).prop_map(|(from, letters)| Spoil::Drop { from, letters }),
        (any::<Index>(), fragment).prop_map(|(at, what)| Spoil::Insert { at, what }),
        (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Spoil::SwapLines { one, other }),
        (any::<Index>(), any::<Index>()).prop_map(|(line, at)| Spoil::RepeatLine { line, at }),
    ]
}

fn spoilt(document: &str, by: &Spoil) -> String {
    let mut letters: Vec<char> = document.chars().collect();
    let mut lines: Vec<&str> = document.lines().collect();
    match by {
        Spoil::Drop { from, letters: count } => {
            let from = from.index(letters.len());
            letters.drain(from..(from + count).min(letters.len()));
            letters.into_iter().collect()
        }
        Spoil::Insert { at, what } => {
            let at = at.index(letters.len());
            letters.splice(at..at, what.chars());
            letters.into_iter().collect()
        }
        Spoil::SwapLines { one, other } => {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
            lines.join("\n")
        }
        Spoil::RepeatLine { line, at } => {
            let (line, at) = (line.index(lines.len()), at.index(lines.len()));
            lines.insert(at, lines[line]);
            lines.join("\n")
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_without_panic(text: String) {
        holds(&text);
    }

    #[test]
    fn any_heap_of_toml_signs_is_read_without_panic(text in "([\\[\\]{}=,.'\"#\n \\\\-]|key|level|name|true|1){0,60}") {
        holds(&text);
    }

    #[test]
    fn spoilt_models_are_read_without_panic(
        which in any::<Index>(),
        spoils in prop::collection::vec(spoil(), 1..6),
    ) {
        let (_, document) = BUILT_IN[which.index(BUILT_IN.len())];
        let text = spoils.iter().fold(document.to_owned(), |text, by| if text.is_empty() { text } else { spoilt(&text, by) });
        holds(&text);
    }
}

#[test]
fn a_stray_key_is_found_at_its_line_wherever_it_stands() {
    for (name, document) in BUILT_IN {
        let lines: Vec<&str> = document.lines().collect();
        let starts = |line: &str| line.contains(" = ") && line.starts_with(|first: char| first.is_ascii_lowercase());
        let mut tried = 0;
        for at in (0..lines.len()).filter(|at| starts(lines[*at])) {
            let mut lines = lines.clone();
            lines.insert(at, "stray_word_of_no_use = 1");
            let faults = compile(&lines.join("\n")).unwrap_err();
            let told: Vec<(usize, &str)> = faults.iter().map(|fault| (fault.line, fault.reason.as_str())).collect();
            assert_eq!(told, [(at + 1, "there is no key `stray_word_of_no_use`")], "in {name}");
            tried += 1;
        }
        assert!(tried > 20, "{name} has more keys than {tried}");
    }
}

#[test]
fn hostile_documents_are_refused_without_exhausting_the_stack() {
    let depth = MOST_BYTES / 2 - 16;
    for hostile in [
        format!("{}a = 1", "a.".repeat(depth)),
        format!("[{}a]", "a.".repeat(depth)),
        format!("[[{}a]]", "a.".repeat(depth)),
        format!("a = {}", "[".repeat(depth)),
        format!("a = {}{}", "[".repeat(depth), "]".repeat(depth)),
        format!("a = {}", "{a=".repeat(depth / 2)),
        format!("a = {{ {}a = 1 }}", "a.".repeat(depth)),
        "[".repeat(MOST_BYTES),
        "\n".repeat(MOST_BYTES),
        "a.b.c.d.e.f=1\n".repeat(MOST_BYTES / 14),
    ] {
        holds(&hostile);
        assert!(compile(&hostile).is_err());
    }
}

#[test]
fn a_document_of_nothing_but_unknown_words_is_refused() {
    let key = |at: usize| format!("[[permission]]\nkey = 'n{}.v{at}'\n", "o".repeat(50));
    let keys: String = (0..240).map(key).collect();
    let words = format!("'{}',", "x".repeat(60)).repeat(256);
    let mut document = format!("name = 't'\n{keys}");
    let level = |at: usize| format!("[[level]]\nkey = 'l{at}'\npermissions = [{words}]\n");
    for at in 0.. {
        let more = level(at);
        if document.len() + more.len() > MOST_BYTES {
            break;
        }
        document.push_str(&more);
    }
    // Looking for the nearest declared word stops after the first few: comparing all with all would take far too long.
    assert_eq!(compile(&document).unwrap_err().len(), 100);
}
