//! All that tests need beyond Rust, made ready once for a whole run.

use std::{path::PathBuf, process::Command};

use anyhow::{Result, bail};
use tenure_throwaway_postgres::{ENV as POSTGRES, Server};

use crate::{
    cargo::{EVERYTHING, cargo, has, run},
    machine,
    workspace::Workspace,
};

/// The path of the built `tenured`.
const BINARY: &str = "TENURE_TEST_BINARY";
/// A Python that has aiosmtpd and schemathesis.
const PYTHON: &str = "TENURE_TEST_PYTHON";

/// What the tests of a run stand on. The server ends when this is dropped.
pub(crate) struct Outfit {
    server: Server,
    python: PathBuf,
    browser: PathBuf,
    binary: PathBuf,
}

impl Outfit {
    /// Installs what is missing, starts Postgres and builds the binary together with all tests.
    pub(crate) fn ready(workspace: &Workspace) -> Result<Self> {
        let server = machine::server()?;
        let python = machine::with_python(&workspace.target)?;
        let browser = machine::with_browser(workspace)?;
        run(cargo(["build"]).args(EVERYTHING).args(["--lib", "--bins", "--tests", "--examples"]))?;
        let binary = workspace.target.join("debug").join("tenured");
        if !binary.is_file() {
            bail!("cargo built no {}: is another profile or target set in the environment?", binary.display());
        }
        Ok(Self { server, python, browser, binary })
    }

    /// Runs tests; each of `arguments` narrows which, in the words of the runner.
    pub(crate) fn test(&self, arguments: &[String], golden: Golden) -> Result<()> {
        let mut command = if has("nextest") {
            // One failure must not hide the next.
            cargo(["nextest", "run", "--no-fail-fast"])
        } else {
            println!("cargo-nextest is not installed: running `cargo test`, which is slower");
            cargo(["test", "--no-fail-fast", "--lib", "--bins", "--tests", "--examples"])
        };
        command.args(EVERYTHING).args(arguments);
        self.lend(&mut command, golden);
        run(&mut command)
    }

    /// Runs the examples in the documentation.
    pub(crate) fn doc_tests(&self) -> Result<()> {
        let mut command = cargo(["test", "--doc"]);
        command.args(EVERYTHING);
        self.lend(&mut command, Golden::Hold);
        run(&mut command)
    }

    fn lend(&self, command: &mut Command, golden: Golden) {
        command.env(POSTGRES, self.server.admin_url()).env(PYTHON, &self.python).env(BINARY, &self.binary);
        command.env(machine::BROWSER, &self.browser);
        match golden {
            // Said outright, since insta would otherwise decide by whether it believes to be in CI.
            Golden::Hold => command.env("INSTA_UPDATE", "no").env_remove("TENURE_BLESS"),
            Golden::Take => command.env("INSTA_UPDATE", "always").env("TENURE_BLESS", "1"),
        };
        command.env_remove("INSTA_FORCE_PASS");
    }
}

/// What becomes of a golden file that differs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Golden {
    /// The test fails.
    Hold,
    /// The file becomes what the test says.
    Take,
}
