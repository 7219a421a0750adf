//! Golden files: holding the schemas to them, and taking what the tests say as the new ones.

use anyhow::{Result, bail};

use crate::{
    outfit::{Golden, Outfit},
    workspace::Workspace,
};

/// The schema that each store's migrations must arrive at.
const SCHEMAS: [&str; 2] = ["crates/store-sqlite/schema.sql", "crates/store-postgres/schema.sql"];

/// The name that the test of a schema bears in each store.
const SCHEMA_TEST: &str = "golden_schema";

/// Runs the tests that compare the migrated schemas with their files.
pub(crate) fn schema() -> Result<()> {
    let workspace = Workspace::load()?;
    for path in SCHEMAS {
        if !workspace.root.join(path).is_file() {
            bail!("there is no {path}: `cargo xtask bless {SCHEMA_TEST}` writes it");
        }
    }
    Outfit::ready(&workspace)?.test(&[SCHEMA_TEST.to_owned()], Golden::Hold)
}

/// Runs all tests, or those whose names have the argument in them, and writes golden files as they say.
pub(crate) fn bless(arguments: &[String]) -> Result<()> {
    Outfit::ready(&Workspace::load()?)?.test(arguments, Golden::Take)?;
    println!("look at what changed (`git diff`) before you commit it");
    Ok(())
}
