//! Sizes of files, openings of modules, names, and things left unfinished.

mod code;
mod exceptions;
mod lines;
mod names;
mod sizes;

use anyhow::Result;

use crate::{
    files::{self, File},
    findings::Findings,
    workspace::Workspace,
};
use exceptions::Exceptions;

/// A rule of the house; exceptions are made from one rule for one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// A file is short enough to be read at once.
    Size,
    /// A module says in its first line what it is for.
    Opening,
    /// A module's file is named after the module.
    ModuleFile,
    /// Nothing is left for later.
    Unfinished,
    /// A test waits for what happens, not for time to pass.
    Sleep,
    /// A name says what a thing is.
    Name,
    /// Nothing depends on one machine's folders.
    MachinePath,
}

/// A breach of a rule: where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    rule: Rule,
    /// Lines count from 1; a breach by the whole file has none.
    line: Option<usize>,
    what: String,
}

pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let files = files::all(&workspace.root)?;
    let mut exceptions = Exceptions::default();
    let mut findings = Findings::default();
    for file in &files {
        for breach in breaches(file, &workspace.root.to_string_lossy()) {
            if exceptions.excuse(&file.path, breach.rule) {
                continue;
            }
            let line = breach.line.map(|line| format!(":{line}")).unwrap_or_default();
            findings.add(format!("{}{line}: {}", file.path, breach.what));
        }
    }
    for unused in exceptions.unused() {
        findings.add(format!("{}: the exception from {:?} is used no more", unused.path, unused.rule));
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
