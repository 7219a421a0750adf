//! What the tests need of the machine beside Rust: installed where we may, named where we may not.

mod browser;
mod postgres;
mod python;

pub(crate) use browser::{FOLDER as BROWSER, with_browser};
pub(crate) use postgres::server;
pub(crate) use python::with_python;

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use crate::cargo::{output, run};

/// Installs a Debian package as root; anywhere else, fails with what to do.
fn install(package: &str, what_for: &str) -> Result<()> {
    let debian = Path::new("/etc/debian_version").exists();
    if !debian {
        bail!("{what_for} is missing: install it with this system's packages (on Debian: apt-get install {package})");
    }
    if !is_root()? {
        bail!("{what_for} is missing: run `sudo apt-get install --yes {package}`");
    }
    println!("{what_for} is missing: installing {package}");
    run(&mut apt(&["update"]))?;
    run(&mut apt(&["install", "--yes", "--no-install-recommends", package]))
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> Result<bool> {
    Ok(output(Command::new("id").arg("-u"))?.trim() == "0")
}
