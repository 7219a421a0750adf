//! Collects everything that a check finds, so that one run tells it all.

use anyhow::{Result, bail};

/// What a check found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    lines: Vec<String>,
}

impl Findings {
    pub(crate) fn add(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Fails with every finding, or says that all is well.
    pub(crate) fn settle(mut self, well: &str) -> Result<()> {
        if self.lines.is_empty() {
            println!("{well}");
            return Ok(());
        }
        self.lines.sort();
        bail!("{} found:\n  {}", self.lines.len(), self.lines.join("\n  "))
    }

    #[cfg(test)]
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }
}
