//! What cargo knows about this workspace.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::cargo::{cargo, output};

/// The workspace: where it lies and what it is made of.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    pub(crate) packages: Vec<Package>,
}

/// A package of the workspace.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// Its folder, from the root.
    pub(crate) folder: PathBuf,
    pub(crate) knows: Vec<Arrow>,
    /// The names of its features.
    pub(crate) features: Vec<String>,
}

/// A dependency of one package of the workspace on another.
#[derive(Debug)]
pub(crate) struct Arrow {
    pub(crate) to: String,
    /// Whether it is there for tests and benchmarks only.
    pub(crate) in_tests: bool,
}

impl Workspace {
    pub(crate) fn load() -> Result<Self> {
        let metadata = metadata(&["--no-deps"])?;
        let root = PathBuf::from(text(&metadata, "workspace_root")?);
        let target = PathBuf::from(text(&metadata, "target_directory")?);
        let packages = list(&metadata, "packages")?.iter().map(|package| read_package(package, &root)).collect::<Result<_>>()?;
        Ok(Self { root, target, packages })
    }

    pub(crate) fn has(&self, package: &str) -> bool {
        self.packages.iter().any(|each| each.name == package)
    }
}

/// What `cargo metadata` answers.
pub(crate) fn metadata(arguments: &[&str]) -> Result<Value> {
    let answer = output(cargo(["metadata", "--format-version", "1"]).args(arguments))?;
    serde_json::from_str(&answer).context("cargo metadata did not answer JSON")
}

pub(crate) fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    value.get(key).and_then(Value::as_array).with_context(|| format!("cargo metadata has no list `{key}`"))
}

pub(crate) fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    value.get(key).and_then(Value::as_str).with_context(|| format!("cargo metadata has no text `{key}`"))
}

fn read_package(package: &Value, root: &Path) -> Result<Package> {
    let manifest = Path::new(text(package, "manifest_path")?);
    let folder = manifest.parent().and_then(|folder| folder.strip_prefix(root).ok());
    let mut knows = Vec::new();
    for dependency in list(package, "dependencies")? {
        // Only a member of the workspace is depended on by its path.
        if dependency.get("path").is_some_and(Value::is_string) {
            let in_tests = dependency.get("kind").and_then(Value::as_str) == Some("dev");
            knows.push(Arrow { to: text(dependency, "name")?.to_owned(), in_tests });
        }
    }
    let features = package.get("features").and_then(Value::as_object).context("cargo metadata has no features")?;
    Ok(Package {
        name: text(package, "name")?.to_owned(),
        folder: folder.context("a package lies outside the workspace")?.to_owned(),
        knows,
        features: features.keys().cloned().collect(),
    })
}
