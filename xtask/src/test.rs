//! Every test there is.

use anyhow::Result;

use crate::{
    outfit::{Golden, Outfit},
    workspace::Workspace,
};

/// Runs all tests and the examples in the documentation, or, with arguments, what they choose.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let outfit = Outfit::ready(&Workspace::load()?)?;
    outfit.test(arguments, Golden::Hold)?;
    if arguments.is_empty() { outfit.doc_tests() } else { Ok(()) }
}
