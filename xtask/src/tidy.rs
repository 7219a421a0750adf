//! Sizes of files, openings of modules, names, and things left unfinished.

mod code;
mod lines;
mod names;
mod sizes;

use anyhow::Result;

use crate::{
    files::{self, File},
    findings::Findings,
    workspace::Workspace,
};

/// A breach of a rule: where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    /// Lines count from 1; a breach by the whole file has none.
    line: Option<usize>,
    what: String,
}

pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let files = files::all(&workspace.root)?;
    let mut findings = Findings::default();
    for file in &files {
        for breach in breaches(file, &workspace.root.to_string_lossy()) {
            let line = breach.line.map(|line| format!(":{line}")).unwrap_or_default();
            findings.add(format!("{}{line}: {}", file.path, breach.what));
        }
    }
    print!("{}", sizes::report(&files));
    findings.settle(&format!("{} files are tidy", files.len()))
}

fn breaches(file: &File, root: &str) -> Vec<Breach> {
    let mut breaches = lines::machine_paths(file, root);
    if file.has_ending("rs") {
        let code = code::code_of(&file.text);
        breaches.extend(sizes::too_long(file));
        breaches.extend(lines::opening(file));
        breaches.extend(lines::unfinished(&code));
        breaches.extend(lines::sleeps(file, &code));
        breaches.extend(names::forbidden(&code));
    }
    breaches
}
