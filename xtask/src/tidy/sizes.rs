//! How long files are.

use std::fmt::Write;

use super::Breach;
use crate::files::File;

/// The wall for code, in lines.
const WALL: usize = 500;
/// The wall for tests: a table of cases is read by its row.
const TEST_WALL: usize = 600;
/// What the median should not exceed.
const MEDIAN: usize = 120;
/// How many of the longest are shown.
const SHOWN: usize = 8;

pub(crate) fn too_long(file: &File) -> Option<Breach> {
    let wall = if file.is_test() { TEST_WALL } else { WALL };
    let length = length(file);
    let what = || format!("{length} lines, and the wall is at {wall}: find the second concept in it");
    (length > wall).then(|| Breach { line: None, what: what() })
}

/// The median and the longest, for code and for tests.
pub(crate) fn report(files: &[File]) -> String {
    let mut report = String::new();
    for (kind, tests) in [("code", false), ("tests", true)] {
        let chosen = files.iter().filter(|file| file.has_ending("rs") && file.is_test() == tests);
        let mut lengths: Vec<_> = chosen.map(|file| (length(file), file.path.as_str())).collect();
        lengths.sort_by(|one, other| other.cmp(one));
        let Some((median, _)) = lengths.get(lengths.len() / 2) else {
            continue;
        };
        let over = if *median > MEDIAN { format!(", over the {MEDIAN} that are aimed at") } else { String::new() };
        // Writing to a string can't fail.
        let _written = writeln!(report, "{kind}: {} files, median {median} lines{over}; the longest:", lengths.len());
        for (length, path) in lengths.iter().take(SHOWN) {
            let _written = writeln!(report, "  {length:>4} {path}");
        }
    }
    report
}

fn length(file: &File) -> usize {
    file.text.lines().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, lines: usize) -> File {
        File { path: path.to_owned(), text: "x\n".repeat(lines) }
    }

    #[test]
    fn the_wall_stands_after_the_last_allowed_line() {
        assert!(too_long(&file("crates/a/src/b.rs", 500)).is_none());
        assert!(too_long(&file("crates/a/src/b.rs", 501)).is_some());
        assert!(too_long(&file("crates/a/tests/b.rs", 600)).is_none());
        assert!(too_long(&file("crates/a/src/b/tests.rs", 601)).is_some());
    }

    #[test]
    fn the_report_has_medians_and_the_longest_first() {
        let report = report(&[file("a.rs", 1), file("b.rs", 300), file("c.rs", 200), file("tests/d.rs", 9), file("e.md", 999)]);
        assert!(
            report.starts_with("code: 3 files, median 200 lines, over the 120 that are aimed at; the longest:\n   300 b.rs\n"),
            "{report}"
        );
        assert!(report.contains("tests: 1 files, median 9 lines; the longest:\n     9 tests/d.rs\n"), "{report}");
    }
}
