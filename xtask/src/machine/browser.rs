//! Chromium, Node.js, and what the browser tests are made of.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    cargo::{output, run},
    workspace::Workspace,
};

/// The variable that names the folder with `node_modules`.
pub(crate) const FOLDER: &str = "TENURE_TEST_BROWSER";
/// What the packages are held to.
const LISTS: [&str; 2] = ["package.json", "package-lock.json"];
/// The oldest Node.js that the packages run on.
const NODE: u32 = 20;

/// A folder under the target folder with the packages that `tests/browser` asks for, on a machine with Node.js and Chromium.
pub(crate) fn with_browser(workspace: &Workspace) -> Result<PathBuf> {
    for (program, package) in [("chromium", "chromium"), ("node", "nodejs"), ("npm", "npm")] {
        if !starts(program) {
            super::install(package, program)?;
        }
    }
    let version = output(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("Node.js {} is too old for the browser tests: install {NODE} or newer (Debian 13 has it)", version.trim());
    }
    let (folder, lists) = (workspace.target.join("browser"), workspace.root.join("tests").join("browser"));
    // What was installed is kept while the lists are the same.
    let mut ready = folder.join("node_modules").is_dir();
    fs::create_dir_all(&folder)?;
    for list in LISTS {
        let wanted = fs::read(lists.join(list)).with_context(|| format!("cannot read {list} of the browser tests"))?;
        ready &= fs::read(folder.join(list)).is_ok_and(|there| there == wanted);
    }
    if !ready {
        for list in LISTS {
            fs::copy(lists.join(list), folder.join(list))?;
        }
        let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        if let Err(reason) = run(Command::new("npm").args(install).current_dir(&folder)) {
            // Half of it must not pass for all of it the next time.
            let _gone = fs::remove_dir_all(folder.join("node_modules"));
            return Err(reason);
        }
    }
    Ok(folder)
}

fn starts(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The first number of a version such as `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_of_node_is_read_from_its_version() {
        assert_eq!(major("v20.19.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("node"), None);
    }
}
