//! `tenured openapi`.

use super::Out;
use crate::failure::Failure;

/// Prints the document.
pub(super) fn openapi(out: Out<'_>) -> Result<(), Failure> {
    let document = serde_json::to_string_pretty(&tenure_http_api::openapi())
        .map_err(|error| Failure::of("the document can't be written", error))?;
    writeln!(out, "{document}")?;
    Ok(())
}
