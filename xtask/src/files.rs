//! The files that people write here.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// A file of the workspace and its text.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path from the root, with `/` between the parts.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn has_ending(&self, ending: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == ending)
    }

    /// Whether the file holds tests and nothing else.
    pub(crate) fn is_test(&self) -> bool {
        let mut parts = self.path.split('/').rev();
        let name = parts.next().unwrap_or_default();
        name == "tests.rs" || parts.any(|part| matches!(part, "tests" | "benches"))
    }
}

/// Folders that are built, installed or run into, not written.
const NOT_WRITTEN: [&str; 4] = ["target", "node_modules", "__pycache__", ".venv"];
/// The folders with a leading dot that are ours.
const DOTTED: [&str; 3] = [".cargo", ".ci", ".config"];

/// Every file with UTF-8 text under the root, sorted by path.
pub(crate) fn all(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() {
                if is_ours(root, &path) {
                    folders.push(path);
                }
            } else if kind.is_file() {
                files.extend(read(root, &path)?);
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn is_ours(root: &Path, folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // The data folder of a server that was started at the root; a crate may well have a folder of that name.
    let data = name == "data" && folder.parent() == Some(root);
    !data && !NOT_WRITTEN.contains(&name.as_ref()) && (!name.starts_with('.') || DOTTED.contains(&name.as_ref()))
}

fn read(root: &Path, path: &PathBuf) -> Result<Option<File>> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let inside = path.strip_prefix(root)?.components().map(|part| part.as_os_str().to_string_lossy());
    let name = inside.collect::<Vec<_>>().join("/");
    // Pictures and their like have no lines to judge.
    Ok(String::from_utf8(bytes).ok().map(|text| File { path: name, text }))
}
