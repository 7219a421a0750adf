//! What is wrong with a configuration.

use std::fmt;

use super::origin::Origin;

/// One thing that is wrong, with a sentence that says what would be right. It never repeats a secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Problem(String);

impl Problem {
    /// Something is wrong with what a place says about a key.
    pub(super) fn at(key: &str, origin: &Origin, what: impl fmt::Display) -> Self {
        Self(format!("{key} ({origin}): {what}"))
    }

    /// Something is missing, or wrong with no place in particular.
    pub(super) fn of(key: &str, what: impl fmt::Display) -> Self {
        Self(format!("{key}: {what}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that is wrong, at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Problems(pub(crate) Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        write!(f, "the configuration has {count} {}:", if count == 1 { "problem" } else { "problems" })?;
        self.0.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for Problems {}
