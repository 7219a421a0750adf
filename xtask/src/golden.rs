//! Golden files: holding the schemas to them, and taking what the tests say as the new ones.

use anyhow::{Result, bail};

use crate::{
    files,
    outfit::{Golden, Outfit},
    workspace::Workspace,
};

/// The stores; each has its schema in `schema.sql`, and a test that its migrations arrive there.
const STORES: [&str; 2] = ["crates/store-sqlite/", "crates/store-postgres/"];

/// What the name of that test begins with.
const SCHEMA_TEST: &str = "golden_schema";

/// Runs the tests that compare the migrated schemas with their files.
pub(crate) fn schema() -> Result<()> {
    let workspace = Workspace::load()?;
    let files = files::all(&workspace.root)?;
    // Both are looked for, since a runner is content when it finds one.
    for store in STORES {
        let test = format!("fn {SCHEMA_TEST}");
        if !files.iter().any(|file| file.path.starts_with(store) && file.text.contains(&test)) {
            bail!("there is no test `{SCHEMA_TEST}` in {store}");
        }
        let schema = format!("{store}schema.sql");
        if !files.iter().any(|file| file.path == schema) {
            bail!("there is no {schema}: `cargo xtask bless {SCHEMA_TEST}` writes it");
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
