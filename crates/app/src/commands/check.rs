//! `tenured check`.

use super::Out;
use crate::check::{Finding, State, everything};
use crate::configuration::{Configuration, Flags, Purpose, Sources};
use crate::failure::Failure;

/// Prints a line for everything that was looked at; ends with 1 if one of them fails.
pub(super) async fn check(flags: &Flags, out: Out<'_>) -> Result<(), Failure> {
    let layers = Sources::of_process(flags).layers();
    let findings = match Configuration::read(&layers, Purpose::Serve) {
        Ok(configuration) => everything(&configuration).await,
        Err(problems) => problems.0.iter().map(|problem| Finding::fail("configuration", problem, "correct this setting")).collect(),
    };
    for finding in &findings {
        write!(out, "{finding}")?;
    }
    if findings.iter().any(|finding| finding.state == State::Fail) { Err(Failure::Found) } else { Ok(()) }
}
