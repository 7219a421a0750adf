//! Sheets that come back: text of whatever spreadsheet, as heads and rows, or the line on which it isn't a sheet.

use std::fmt;

use csv::{ErrorKind, Position, ReaderBuilder};

use super::cell::unguarded;

/// What some programs put in front of a text to say that it is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How many columns a sheet may have, unknown ones among them, each of which is told.
const WIDEST: usize = 64;

/// A sheet as it was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ReadSheet {
    /// The heads of its columns.
    pub(crate) heads: Vec<String>,
    /// Each row with the line on which it begins; as many cells as there are heads.
    pub(crate) rows: Vec<(u32, Vec<String>)>,
}

/// Why a text is no sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not in UTF-8, from this line on.
    NotUtf8(u32),
    /// No heads.
    Empty,
    /// A cell in quotes that doesn't end where a cell ends.
    Quotes(u32),
    /// More or fewer cells than heads.
    Cells { line: u32, cells: u64, heads: u64 },
    /// More heads than any sheet has.
    Wide,
    /// More rows than are taken.
    TooMany,
}

impl Fault {
    /// The line, where it is about one.
    pub(crate) const fn line(&self) -> Option<u32> {
        match self {
            Self::NotUtf8(line) | Self::Quotes(line) | Self::Cells { line, .. } => Some(*line),
            Self::Empty | Self::Wide | Self::TooMany => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8(line) => write!(f, "line {line} is not in UTF-8; save the sheet as CSV in UTF-8"),
            Self::Empty => f.write_str("the sheet is empty; its first line names the columns"),
            Self::Quotes(line) => write!(f, "the cell in quotes that begins on line {line} doesn't end where a cell ends"),
            Self::Cells { line, cells, heads } => write!(f, "line {line} has {cells} cells, and the first line names {heads}"),
            Self::Wide => write!(f, "the first line names more than {WIDEST} columns"),
            Self::TooMany => f.write_str("the sheet has more rows than are taken at once"),
        }
    }
}

fn lines_in(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.split(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}

/// Reads a sheet of at most so many rows. Rows without any text are none.
pub(crate) fn read(bytes: &[u8], most_rows: usize) -> Result<ReadSheet, Fault> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Fault::NotUtf8(lines_in(bytes.get(..error.valid_up_to()).unwrap_or_default())))?;
    let by = separator(text);
    quotes_end(text, by)?;
    let mut records = ReaderBuilder::new().has_headers(false).delimiter(by as u8).from_reader(bytes).into_records();
    let mut lines = Lines { bytes, at: 0, line: 1 };
    let heads = records.next().ok_or(Fault::Empty)?.map_err(|error| fault(&error, &mut lines))?;
    if heads.len() > WIDEST {
        return Err(Fault::Wide);
    }
    let heads: Vec<String> = heads.iter().map(|head| unguarded(head.trim()).to_ascii_lowercase()).collect();
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(|error| fault(&error, &mut lines))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == most_rows {
            return Err(Fault::TooMany);
        }
        rows.push((lines.of(record.position()), record.iter().map(|cell| unguarded(cell).to_owned()).collect()));
    }
    Ok(ReadSheet { heads, rows })
}

/// Counts the lines of a text as editors do, from one place in it to the next.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of a row that begins there, or behind the end of the line before.
    fn of(&mut self, place: Option<&Position>) -> u32 {
        let from = place.and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(self.at);
        let ends = self.bytes.get(from..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.at..from + ends).unwrap_or_default();
        self.line = self.line.saturating_add(lines_in(passed) - 1);
        self.at = from + ends;
        self.line
    }
}

fn fault(error: &csv::Error, lines: &mut Lines<'_>) -> Fault {
    let line = lines.of(error.position());
    match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => Fault::Cells { line, cells: *len, heads: *expected_len },
        // It is UTF-8, and memory doesn't fail to be read.
        _ => Fault::Quotes(line),
    }
}

/// What separates the cells of the first line: where programs write commas in numbers, they write semicolons between cells.
fn separator(text: &str) -> char {
    let (mut is_quoted, mut commas, mut semicolons) = (false, 0_u32, 0_u32);
    for c in text.chars().take_while(|c| *c != '\n') {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => commas += 1,
            ';' if !is_quoted => semicolons += 1,
            _ => {}
        }
    }
    if semicolons > commas { ';' } else { ',' }
}

/// Whether every cell that begins with a quote ends with one: a reader of CSV takes all that follows for one cell otherwise.
fn quotes_end(text: &str, by: char) -> Result<(), Fault> {
    #[derive(PartialEq, Eq)]
    enum At {
        Beginning,
        Bare,
        Quoted,
        Quote,
    }
    let (mut at, mut line, mut began) = (At::Beginning, 1, 1);
    for c in text.chars() {
        at = match (at, c) {
            (At::Beginning, '"') => {
                began = line;
                At::Quoted
            }
            (At::Quoted, '"') => At::Quote,
            (At::Quote, '"') | (At::Quoted, _) => At::Quoted,
            (At::Beginning | At::Bare | At::Quote, '\r' | '\n') => At::Beginning,
            (At::Beginning | At::Bare | At::Quote, c) if c == by => At::Beginning,
            (At::Quote, _) => return Err(Fault::Quotes(began)),
            (At::Beginning | At::Bare, _) => At::Bare,
        };
        line += u32::from(c == '\n');
    }
    if at == At::Quoted { Err(Fault::Quotes(began)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<(u32, Vec<String>)>, Fault> {
        read(text.as_bytes(), 4).map(|sheet| sheet.rows)
    }

    fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn sheets_of_all_programs_are_read_with_their_lines() {
        let expected = vec![row(2, &["ada@example.test", "Ada, \"A\"\nB"]), row(4, &["+49", "'Hare"])];
        for text in [
            "email,name\nada@example.test,\"Ada, \"\"A\"\"\nB\"\n+49,'Hare\n",
            "\u{feff}email,name\r\nada@example.test,\"Ada, \"\"A\"\"\nB\"\r\n'+49,''Hare\r\n,\r\n\r\n",
            "\"Email\"; name\nada@example.test;\"Ada, \"\"A\"\"\nB\"\n\"'+49\";''Hare",
        ] {
            let sheet = read(text.as_bytes(), 4).unwrap();
            assert_eq!(sheet.heads, ["email", "name"], "{text}");
            assert_eq!(sheet.rows, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_told_with_its_line() {
        for (text, fault) in [
            ("", Fault::Empty),
            ("a,b\n1,2\n1\n", Fault::Cells { line: 3, cells: 1, heads: 2 }),
            ("a,b\n1,2\n1,\"2\n3,4\n", Fault::Quotes(3)),
            ("a,b\n\"1\"x,2\n", Fault::Quotes(2)),
            ("a\n1\n2\n3\n4\n5\n", Fault::TooMany),
        ] {
            assert_eq!(rows(text), Err(fault), "{text:?}");
        }
        assert_eq!(read(b"a,b\n1,2\n\xe4,2\n", 4), Err(Fault::NotUtf8(3)));
        assert_eq!(read(b"\xff\xfea\0", 4), Err(Fault::NotUtf8(1)));
        assert_eq!(rows("a,b\n5\" pipe,2\n"), Ok(vec![row(2, &["5\" pipe", "2"])]), "a quote within a cell is text");
    }
}
