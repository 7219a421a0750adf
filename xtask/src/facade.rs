//! The facade: each of its features builds alone, and so does none of them.

use anyhow::{Context, Result, bail};

use crate::{
    cargo::{cargo, run},
    workspace::Workspace,
};

/// The package that people depend on to embed Tenure.
const FACADE: &str = "tenure";
/// What is there without being asked for is no part that somebody chooses.
const DEFAULT: &str = "default";

/// Checks it without features, and then with each one alone.
pub(crate) fn run_all() -> Result<()> {
    let workspace = Workspace::load()?;
    let facade = workspace.packages.iter().find(|package| package.name == FACADE).context("there is no facade to check")?;
    let features: Vec<&str> = facade.features.iter().map(String::as_str).filter(|name| *name != DEFAULT).collect();
    if features.is_empty() {
        bail!("`{FACADE}` has no features, and this would check nothing");
    }
    let alone = ["check", "--package", FACADE, "--lib", "--no-default-features"];
    run(&mut cargo(alone))?;
    for feature in features {
        run(cargo(alone).args(["--features", feature])).with_context(|| format!("`{feature}` doesn't build alone"))?;
    }
    Ok(())
}
