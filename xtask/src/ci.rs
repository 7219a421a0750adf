//! All that CI does, in the order in which a mistake is found soonest.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::{
    arrows,
    cargo::{BENCH, EVERYTHING, cargo, run as run_command},
    docs, facade, golden, licences, test, tidy,
};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 9] = [
    ("formatting", formatting),
    ("arrows", arrows::run),
    ("tidy", tidy::run),
    ("licences", licences::run),
    ("lints", lints),
    ("docs", docs::run),
    ("facade", facade::run_all),
    ("tests", || test::run(&[])),
    ("schema", golden::schema),
];

/// Runs every step and stops at the first that fails.
pub(crate) fn run() -> Result<()> {
    let begin = Instant::now();
    let mut times = Vec::new();
    for (name, step) in STEPS {
        println!("\n=== {name} ===");
        let start = Instant::now();
        step().with_context(|| format!("{name} failed after {}", told(start.elapsed())))?;
        println!("=== {name}: {} ===", told(start.elapsed()));
        times.push(format!("  {name:<12} {:>9}", told(start.elapsed())));
    }
    println!("\nall well in {}:\n{}", told(begin.elapsed()), times.join("\n"));
    Ok(())
}

fn formatting() -> Result<()> {
    run_command(&mut cargo(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    run_command(cargo(["clippy"]).args(EVERYTHING).args(["--all-targets", "--", "-D", "warnings"]))?;
    run_command(&mut cargo(["clippy", "--package", BENCH, "--all-targets", "--", "-D", "warnings"]))
}

fn told(time: Duration) -> String {
    format!("{}m {:04.1}s", time.as_secs() / 60, time.as_secs_f64() % 60.0)
}
