//! `tenured config show`.

use super::Out;
use crate::configuration::{Configuration, Flags, Purpose, Sources, show};
use crate::failure::Failure;

/// Prints what counts, even where something is wrong with it, and then what is wrong.
pub(super) fn config_show(flags: &Flags, out: Out<'_>) -> Result<(), Failure> {
    let layers = Sources::of_process(flags).layers();
    show(&layers, Purpose::Serve, out)?;
    Configuration::read(&layers, Purpose::Serve)?;
    Ok(())
}
