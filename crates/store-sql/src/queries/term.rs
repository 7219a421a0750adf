//! What somebody searches for, and how a row is asked whether it has it.

use unicode_normalization::UnicodeNormalization;

use crate::{Dialect, Sql, fold};

/// A text to search for, in the forms that the searched columns have. Nothing in it is a wildcard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Term {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) phone: Option<String>,
}

/// How many characters a trigram has.
const GRAM: usize = 3;

/// The form that addresses are kept in, as far as a part of one can have it.
fn lower(text: &str) -> String {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    lower.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// The form that phone numbers are kept in, if this can be a part of one.
fn number(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}')).collect();
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(bare)
}

impl Term {
    /// Reads what somebody typed; none if there is nothing to search for in it.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let (name, address) = (fold(typed), lower(typed));
        (!name.is_empty() && !address.is_empty()).then(|| Self { phone: number(&address), name, address })
    }

    /// Whether trigrams find what has it. What is shorter is in so many rows that walking meets it soon enough, mostly; and
    /// Postgres makes trigrams of letters and digits alone.
    pub(super) fn has_grams(&self, dialect: Dialect) -> bool {
        let has = |text: &String| match dialect {
            Dialect::Sqlite => text.chars().count() >= GRAM,
            Dialect::Postgres => text.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() >= GRAM),
        };
        has(&self.name) && has(&self.address) && self.phone.as_ref().is_none_or(has)
    }

    /// Adds whether this column has a name with the term in it.
    pub(super) fn push_name(&self, sql: &mut Sql, dialect: Dialect, column: &'static str) {
        push_has(sql, dialect, column, &self.name);
    }

    /// Adds whether this column has an address with the term in it.
    pub(super) fn push_address(&self, sql: &mut Sql, dialect: Dialect, column: &'static str) {
        push_has(sql, dialect, column, &self.address);
    }

    /// Adds whether this column has a phone number with the term in it; false for what is no part of one.
    pub(super) fn push_phone(&self, sql: &mut Sql, dialect: Dialect, column: &'static str) {
        match &self.phone {
            Some(phone) => push_has(sql, dialect, column, phone),
            None => drop(sql.push("false")),
        }
    }
}

/// Adds whether a column has a text in it.
pub(super) fn push_has(sql: &mut Sql, dialect: Dialect, column: &'static str, text: &str) {
    match dialect {
        Dialect::Sqlite => sql.push("instr(").push(column).push(", ").push_bind(text).push(") > 0"),
        // Told as a pattern, so that trigram indexes see it.
        Dialect::Postgres => sql.push(column).push(" like ").push_bind(format!("%{}%", literal(text))),
    };
}

/// A text as a pattern of `like` that means the text itself.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}

/// How many trigrams of a long term are looked for. More narrow the candidates no further, and rows are asked in the end.
const GRAMS: usize = 24;

/// The trigrams of a text as a query of FTS5: each a string of its own, so that none of its syntax gets a meaning.
pub(super) fn grams(column: &str, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let quoted = |gram: &[char]| format!("\"{}\"", gram.iter().collect::<String>().replace('"', "\"\""));
    let grams: Vec<String> = chars.windows(GRAM).take(GRAMS).map(quoted).collect();
    format!("{column} : ({})", grams.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_takes_the_form_of_each_column() {
        let term = Term::parse("  JÜRGEN ").unwrap();
        assert_eq!((term.name.as_str(), term.address.as_str(), term.phone), ("jurgen", "jürgen", None));
        assert_eq!(Term::parse("+49 (30) 12").unwrap().phone.as_deref(), Some("+493012"));
        for nothing in ["", " \t", "\0", "\u{301}"] {
            assert_eq!(Term::parse(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn only_what_has_a_trigram_in_each_form_is_looked_up_by_them() {
        let has = |typed: &str| [Dialect::Sqlite, Dialect::Postgres].map(|dialect| Term::parse(typed).unwrap().has_grams(dialect));
        assert_eq!(has("ada"), [true, true]);
        assert_eq!(has("a d"), [true, false]);
        assert_eq!(has("1 2"), [false, false], "as a phone number it has two characters");
        assert_eq!(has("ad"), [false, false]);
        assert_eq!(has("ﬃ"), [false, false], "as an address it has one");
    }

    #[test]
    fn wildcards_are_literal_and_quotes_are_quoted() {
        assert_eq!(literal(r"50%_\"), r"50\%\_\\");
        assert_eq!(grams("name_key", "a\"bc"), "name_key : (\"a\"\"b\" AND \"\"\"bc\")");
    }
}
