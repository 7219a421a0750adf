//! Pictures of the console: every place and state of the demo, in both themes, for people to look at.

use std::process::Command;

use anyhow::Result;

use crate::{
    cargo::{self, cargo},
    machine,
    workspace::Workspace,
};

/// Writes them under the target folder, which git ignores.
pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let browser = machine::with_browser(&workspace)?;
    cargo::run(cargo(["build"]).args(["--package", "tenured"]))?;
    let pictures = workspace.target.join("screenshots");
    let script = workspace.root.join("tests").join("browser").join("screenshots.js");
    let server = workspace.target.join("debug").join("tenured");
    cargo::run(Command::new("node").arg(script).arg(server).arg(&pictures).env(machine::BROWSER, browser))?;
    println!("look at {}", pictures.display());
    Ok(())
}
