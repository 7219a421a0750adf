//! The house rules as commands: `cargo xtask <command>`.

#![allow(clippy::print_stdout, reason = "what these commands find is said on standard output")]

mod arrows;
mod bench;
mod cargo;
mod ci;
mod docs;
mod facade;
mod files;
mod findings;
mod golden;
mod licences;
mod machine;
mod outfit;
mod screenshots;
mod test;
mod tidy;
mod workspace;

use std::{env, process::ExitCode};

use anyhow::{Result, bail};

/// A command: its name, what it does in a sentence, and the function that gets the remaining arguments.
type Command = (&'static str, &'static str, fn(&[String]) -> Result<()>);

const COMMANDS: [Command; 11] = [
    ("ci", "all that CI does: formatting, every check below, and the tests", |rest| alone(rest, ci::run)),
    ("test", "every test, with all it needs; further arguments go to the test runner", test::run),
    ("screenshots", "every place of the console in both themes, under target/screenshots", |rest| alone(rest, screenshots::run)),
    ("arrows", "which crate may know which, and what the domain must not know", |rest| alone(rest, arrows::run)),
    ("tidy", "sizes of files, openings of modules, names, things left unfinished", |rest| alone(rest, tidy::run)),
    ("docs", "rustdoc without warnings, links, and what the documents must name", |rest| alone(rest, docs::run)),
    ("facade", "that each feature of the facade builds alone", |rest| alone(rest, facade::run_all)),
    ("licences", "licences, banned crates and sources, as deny.toml says", |rest| alone(rest, licences::run)),
    ("schema", "the golden schema files of both stores", |rest| alone(rest, golden::schema)),
    ("bless", "reruns tests and takes what they say as golden; an argument narrows by name", golden::bless),
    ("bench", "the benchmarks; further arguments go to them", bench::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nxtask: {reason:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else { bail!("say which command\n{}", usage()) };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{}", usage());
        return Ok(());
    }
    match COMMANDS.iter().find(|(known, ..)| known == name) {
        Some((.., run)) => run(rest),
        None => bail!("there is no command `{name}`\n{}", usage()),
    }
}

/// Runs a command that takes no arguments, and says so when it gets some.
fn alone(rest: &[String], run: fn() -> Result<()>) -> Result<()> {
    if let Some(first) = rest.first() {
        bail!("this command takes no arguments, and got `{first}`");
    }
    run()
}

fn usage() -> String {
    let lines = COMMANDS.iter().map(|(name, about, _)| format!("  {name:<11} {about}"));
    format!("usage: cargo xtask <command>\n\n{}", lines.collect::<Vec<_>>().join("\n"))
}
