//! Cells that no spreadsheet takes for formulas, and the way back (g4).
//!
//! A text that a spreadsheet might calculate, and one that begins with an apostrophe, gets an apostrophe in front. Reading takes
//! an apostrophe away that is in front of such a text. So every text comes back as it went, and none begins a formula; and what
//! people type themselves keeps the apostrophe that it begins with.

use std::borrow::Cow;

/// What guards a cell: spreadsheets show what follows as text.
const GUARD: char = '\'';

/// Characters with which formulas begin, in all the widths that programs take for the same.
const FORMULA: [char; 14] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−', '|'];

/// Whether a program may skip this character before it looks what a cell begins with.
fn is_skipped(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// Whether a program might take a cell for a formula, or for something else than its text.
fn is_risky(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c == GUARD || c.is_control())
        || text.chars().find(|c| !is_skipped(*c)).is_some_and(|c| FORMULA.contains(&c))
}

/// The text of a cell for a sheet.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_risky(text) { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

/// The text that a cell of a sheet stands for.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|text| is_risky(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn g4_what_begins_a_formula_is_guarded_and_plain_text_is_left_alone() {
        for text in [
            "=1+1",
            "+49 30 1234567",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n",
            " =1",
            "\u{feff}=1",
            "\u{a0}=1",
            "＝1",
            "＋1",
            "－1",
            "＠A",
            "'x",
            "'=1",
            "|calc",
        ] {
            let cell = guarded(text);
            assert_eq!(cell, format!("'{text}"));
            assert_eq!(unguarded(&cell), text);
        }
        for text in ["", "Ada", "a=b", "O'Neill", "ada@example.test", "3 - 2", "Ada\t=1", "日本"] {
            assert_eq!(guarded(text), text);
        }
        for typed in ["'t Hooft", "'", "O'Neill", "=1"] {
            assert_eq!(unguarded(typed), typed, "nothing was put in front of this");
        }
    }

    /// Texts that often begin with what is dangerous.
    fn texts() -> impl Strategy<Value = String> {
        let head = prop::sample::select("=+-@\t\r\n' ＝＋－＠\u{feff}\u{200b}ax0\"".chars().collect::<Vec<_>>());
        (prop::collection::vec(head, 0..4), any::<String>()).prop_map(|(head, tail)| head.into_iter().collect::<String>() + &tail)
    }

    proptest! {
        #[test]
        fn g4_every_text_comes_back_as_it_went_and_none_begins_a_formula(text in texts()) {
            let cell = guarded(&text).into_owned();
            prop_assert_eq!(unguarded(&cell), &text);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']), "{:?}", cell);
            prop_assert!(!cell.starts_with(['\t', '\r', '\n']), "{:?}", cell);
        }

        #[test]
        fn g4_a_sheet_that_is_written_and_read_has_the_same_texts(table in prop::collection::vec([texts(), texts()], 1..5)) {
            let mut rows = super::super::Rows::new();
            for row in &table {
                rows.push(row.iter().map(|text| Cow::Borrowed(text.as_str())));
            }
            let bytes = rows.take();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
            let read: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(|cell| unguarded(cell).to_owned()).collect()).collect();
            prop_assert_eq!(read, table.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
        }
    }
}
