//! The benchmarks, on both databases.

use anyhow::{Result, bail};
use tenure_throwaway_postgres::ENV as POSTGRES;

use crate::{
    cargo::{BENCH, cargo, run as run_command},
    machine,
    workspace::Workspace,
};

const SERVER: &str = "tenured";

/// Builds the benchmarks as a release is built and runs them with a Postgres of their own.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if !Workspace::load()?.has(BENCH) {
        bail!("there is no package {BENCH} in this workspace, so there is nothing to measure");
    }
    let server = machine::server()?;
    // What is measured is the program that people run.
    run_command(&mut cargo(["build", "--release", "--package", SERVER]))?;
    let mut command = cargo(["run", "--release", "--package", BENCH, "--"]);
    run_command(command.args(arguments).env(POSTGRES, server.admin_url()))
}
