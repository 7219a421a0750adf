//! Runs cargo and other programs, showing what is run.

use std::{
    env,
    ffi::OsStr,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// Variables that `cargo run` sets for us. A nested cargo must not hand them on: build scripts that watch them would
/// run again, and rebuild half the workspace, each time a build is started from here rather than from a shell.
const OURS: [&str; 6] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_NAME", "CARGO_PRIMARY_", "OUT_DIR"];

/// The benchmarks' package. It is built alone: what its rivals switch on in shared dependencies would be on in what is tested.
pub(crate) const BENCH: &str = "tenure-bench";

/// Every other package, with all that can be switched on. Every build of a run asks for these: another set would compile the
/// dependencies again.
pub(crate) const EVERYTHING: [&str; 4] = ["--workspace", "--exclude", BENCH, "--all-features"];

/// A cargo command as a shell would start it.
pub(crate) fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    for (name, _) in env::vars_os() {
        if OURS.iter().any(|ours| name.to_string_lossy().starts_with(ours)) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether `cargo <name>` is an installed command.
pub(crate) fn has(name: &str) -> bool {
    let asked = cargo([name, "--version"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Runs a command to its end, with its output where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let told = told(command);
    println!("$ {told}");
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot run `{told}`"))?;
    if !status.success() {
        bail!("`{told}` failed ({status})");
    }
    Ok(())
}

/// Runs a command to its end and returns what it wrote to standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let told = told(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run `{told}`"))?;
    if !output.status.success() {
        bail!("`{told}` failed ({})\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{told}` wrote something other than UTF-8"))
}

/// The command as one would type it, with the variables that were set for it. Secrets never come this way: the only
/// one set for tests is a throwaway server's.
fn told(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let program = program.rsplit('/').next().unwrap_or_default().to_owned();
    let set = command.get_envs().filter_map(|(name, value)| Some((name.to_str()?, value?.to_str()?)));
    let set =
        set.filter(|(name, _)| *name != tenure_throwaway_postgres::ENV).map(|(name, value)| quoted(&format!("{name}={value}")));
    let arguments = command.get_args().map(|argument| quoted(&argument.to_string_lossy()));
    set.chain([program]).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = !word.is_empty() && !word.contains(|each: char| each.is_whitespace() || "'\"()&|$;*".contains(each));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
