//! What documents must name: every crate in the architecture, every decision in the list of decisions.

use crate::{files::File, findings::Findings, workspace::Workspace};

const ARCHITECTURE: &str = "docs/architecture.md";
const DECISIONS: &str = "docs/adr/README.md";

pub(crate) fn check(workspace: &Workspace, files: &[File], findings: &mut Findings) {
    let crates = workspace.packages.iter().filter(|package| package.folder.starts_with("crates"));
    let crates = crates.filter_map(|package| package.folder.file_name()?.to_str());
    each_is_in(files, ARCHITECTURE, crates, names, findings);
    let decisions = files.iter().filter(|file| file.has_ending("md") && file.path != DECISIONS);
    let decisions = decisions.filter_map(|file| file.path.strip_prefix("docs/adr/"));
    each_is_in(files, DECISIONS, decisions, |text, name| text.contains(&format!("]({name})")), findings);
}

fn each_is_in<'a>(
    files: &[File],
    document: &str,
    things: impl Iterator<Item = &'a str>,
    is_in: fn(&str, &str) -> bool,
    findings: &mut Findings,
) {
    let Some(file) = files.iter().find(|file| file.path == document) else {
        return findings.add(format!("{document}: there is no such document"));
    };
    for thing in things.filter(|thing| !is_in(&file.text, thing)) {
        findings.add(format!("{document}: says nothing of {thing}"));
    }
}

/// Whether a text has a name as `code`, or as the first word of a line, as in a drawing of folders.
fn names(text: &str, name: &str) -> bool {
    let drawn = |line: &str| line.trim_start_matches([' ', '│', '├', '└', '─', '|']).split_whitespace().next() == Some(name);
    text.contains(&format!("`{name}`")) || text.lines().any(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_named_by_code_or_by_a_drawing() {
        assert!(names("the `domain` decides", "domain"));
        assert!(names("crates/\n├── domain   the rules", "domain"));
        assert!(!names("the domain decides", "domain"));
        assert!(!names("`domains`", "domain"));
    }
}
