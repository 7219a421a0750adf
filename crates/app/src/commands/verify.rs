//! `tenured verify`.

use super::{Out, database};
use crate::configuration::Place;
use crate::database::Database;
use crate::failure::Failure;

/// How many violations are printed; who has more has one cause for them.
const MOST: u32 = 1_000;

/// Prints every violation of an invariant.
pub(super) async fn verify(place: Place, out: Out<'_>) -> Result<(), Failure> {
    let url = database(place)?;
    let database = Database::current(&url).await?;
    let violations = database.store().queries().violations(MOST).await?;
    for violation in &violations {
        let place = violation.organization.map(|id| format!(" in organization {id}")).unwrap_or_default();
        writeln!(out, "{}{place}: {}", violation.invariant, violation.detail)?;
    }
    database.close().await;
    if violations.is_empty() {
        writeln!(out, "Every invariant holds in {url}.")?;
        return Ok(());
    }
    let more = if violations.len() >= MOST as usize { "at least " } else { "" };
    writeln!(out, "{more}{} found in {url}.", violations.len())?;
    Err(Failure::Found)
}
