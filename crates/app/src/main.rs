//! The `tenured` command: configuration, wiring and commands, and no rules.

mod capture;
mod check;
mod cli;
mod commands;
mod configuration;
mod data_folder;
mod database;
mod demo;
mod example;
mod failure;
mod generate;
mod logs;
mod meters;
mod post;
mod secret_key;
mod serving;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::Cli;

/// Lists are made of many small pieces of memory, which the system's own allocator takes a sixth of their time for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(cli.command, &mut io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(told) = failure.told() {
                // When nobody listens to standard error, the exit code has to say it all.
                let _unheard = writeln!(io::stderr(), "tenured: {told}");
            }
            failure.exit_code()
        }
    }
}
