//! Who may break which rule, and why.

use super::Rule;

/// One file's exception from one rule.
#[derive(Debug)]
pub(crate) struct Exception {
    pub(crate) rule: Rule,
    pub(crate) path: &'static str,
    /// A sentence for the reader of this list; the command doesn't need it.
    #[expect(dead_code, reason = "it is there to be read")]
    reason: &'static str,
}

const EXCEPTIONS: &[Exception] =
    &[Exception { rule: Rule::MachinePath, path: "xtask/src/tidy/lines.rs", reason: "It names the folders that it looks for." }];

/// The list, and which of it has been used in this run.
#[derive(Debug, Default)]
pub(crate) struct Exceptions {
    used: Vec<usize>,
}

impl Exceptions {
    /// Whether the list excuses this file from this rule.
    pub(crate) fn excuse(&mut self, path: &str, rule: Rule) -> bool {
        let found = EXCEPTIONS.iter().position(|each| each.path == path && each.rule == rule);
        self.used.extend(found);
        found.is_some()
    }

    /// Exceptions that excused nothing: the list must not outlive what it excuses.
    pub(crate) fn unused(&self) -> impl Iterator<Item = &'static Exception> {
        EXCEPTIONS.iter().enumerate().filter(|(index, _)| !self.used.contains(index)).map(|(_, each)| each)
    }
}
