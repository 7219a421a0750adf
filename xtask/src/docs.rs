//! Rustdoc without warnings, links that lead somewhere, and documents that name what they must.

mod links;
mod mentions;

use anyhow::Result;

use crate::{
    cargo::{EVERYTHING, cargo, run as run_command},
    files,
    findings::Findings,
    workspace::Workspace,
};

pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let files = files::all(&workspace.root)?;
    let mut findings = Findings::default();
    links::check(&workspace.root, &files, &mut findings);
    mentions::check(&workspace, &files, &mut findings);
    findings.settle("every link leads somewhere")?;
    // The features are those of the other steps, so that the dependencies are checked once for all of them.
    run_command(cargo(["doc", "--no-deps"]).args(EVERYTHING).env("RUSTDOCFLAGS", "-D warnings"))
}
