//! The TOML file.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use super::layers::Layer;
use super::origin::Origin;

/// Reads a document; what is no setting in it is a problem with its line.
pub(super) fn file(path: &Path, document: &str) -> Layer {
    let path = path.display().to_string();
    let line = |byte: usize| document.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
    let mut layer = Layer::new();
    let (table, errors) = DeTable::parse_recoverable(document);
    // What the parser makes of the text behind its first fault is a guess.
    if let Some(error) = errors.first() {
        let at = error.span().map_or(1, |span| line(span.start));
        layer.problem(Problem::of(&path, format!("line {at} is not TOML: {}", error.message())));
        return layer;
    }
    walk(table.get_ref(), "", &mut |name, value| {
        let origin = Origin::File { path: path.clone(), line: line(value.span().start) };
        say(&mut layer, name, value.get_ref(), origin);
    });
    layer
}

/// Calls back for every value that isn't a table, with its dotted name.
fn walk(table: &DeTable<'_>, section: &str, found: &mut impl FnMut(&str, &Spanned<DeValue<'_>>)) {
    for (key, value) in table {
        let name = if section.is_empty() { key.get_ref().to_string() } else { format!("{section}.{}", key.get_ref()) };
        match value.get_ref() {
            DeValue::Table(table) => walk(table, &name, found),
            _ => found(&name, value),
        }
    }
}

fn say(layer: &mut Layer, name: &str, value: &DeValue<'_>, origin: Origin) {
    match value {
        DeValue::String(text) => layer.say(name, text.to_string(), origin),
        DeValue::Integer(number) => layer.say(name, number.as_str().to_owned(), origin),
        DeValue::Array(items) => {
            let texts: Option<Vec<String>> = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect();
            match texts {
                Some(texts) => layer.say_many(name, &texts, origin),
                None => layer.problem(Problem::at(name, &origin, "the array takes texts in quotes only")),
            }
        }
        _ => layer.problem(Problem::at(name, &origin, "it takes a text in quotes or a number")),
    }
}
