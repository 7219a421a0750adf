//! A Python with programs that nobody here wrote: an SMTP server, and one that tries an API out.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};

use crate::cargo::run;

/// What the foreign mail servers and the foreign client are made of, from the Python package index, with the versions that tests are
/// held to: what we are tried against changes when these lines do.
const PACKAGES: [(&str, &str); 3] = [("aiosmtpd", "1.4.6"), ("cryptography", "50.0.2"), ("schemathesis", "4.32.5")];

/// The python of a virtual environment under the target folder that has these packages.
pub(crate) fn with_python(target: &Path) -> Result<PathBuf> {
    let folder = target.join("test-python");
    let python = folder.join("bin").join("python");
    let held = PACKAGES.map(|(name, version)| format!("assert m.version('{name}') == '{version}'"));
    let ready = format!("import importlib.metadata as m\n{}", held.join("\n"));
    if !succeeds(&python, &ready) {
        let system = system_python()?;
        run(Command::new(system).args(["-m", "venv", "--clear"]).arg(&folder))?;
        let wanted = PACKAGES.map(|(name, version)| format!("{name}=={version}"));
        run(Command::new(&python).args(["-m", "pip", "install", "--disable-pip-version-check"]).args(wanted))?;
    }
    Ok(python)
}

/// A python that can make virtual environments. Debian's lies beside one of the user's own, which may come first.
fn system_python() -> Result<PathBuf> {
    if let Some(found) = able_python() {
        return Ok(found);
    }
    super::install("python3-venv", "a Python with venv")?;
    able_python().context("python3-venv is installed, and yet no python3 can make a virtual environment")
}

fn able_python() -> Option<PathBuf> {
    let candidates = ["python3", "/usr/bin/python3"].map(PathBuf::from);
    candidates.into_iter().find(|python| succeeds(python, "import venv, ensurepip"))
}

fn succeeds(python: &Path, program: &str) -> bool {
    let mut command = Command::new(python);
    command.args(["-c", program]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
