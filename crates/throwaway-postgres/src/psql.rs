//! Sends statements to a server through `psql`.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Error, programs::Programs};

/// Runs a statement, or several as one transaction.
pub(crate) fn run(programs: &Programs, url: &str, statement: &str) -> Result<(), Error> {
    ask(programs, url, statement).map(drop)
}

/// The same, and gives what it says: a line for each row, with `|` between columns.
pub(crate) fn ask(programs: &Programs, url: &str, statement: &str) -> Result<String, Error> {
    psql(programs, url, statement, &["--tuples-only", "--no-align", "--command", statement])
}

/// Runs all that is in a file, as `pg_dump` writes them, in one transaction.
pub(crate) fn load(programs: &Programs, url: &str, file: &Path) -> Result<(), Error> {
    let file = file.display().to_string();
    psql(programs, url, &file, &["--single-transaction", "--output=/dev/null", "--file", &file]).map(drop)
}

fn psql(programs: &Programs, url: &str, statement: &str, arguments: &[&str]) -> Result<String, Error> {
    let program = programs.psql();
    let output = Command::new(&program)
        .args(["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=verbose"])
        .args(["--dbname", url])
        .args(arguments)
        .env("LC_ALL", "C")
        .env("PGCONNECT_TIMEOUT", "20")
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Error::Run { program, source })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(Error::Statement { statement: statement.to_owned(), code: sqlstate(&message), message })
}

/// Reads `42P04` out of `ERROR:  42P04: database "x" already exists`.
fn sqlstate(message: &str) -> Option<String> {
    let (_, rest) = message.split_once("ERROR:")?;
    let (code, _) = rest.trim_start().split_once(':')?;
    (code.len() == 5 && code.chars().all(|each| each.is_ascii_alphanumeric())).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_read_from_a_verbose_refusal_only() {
        assert_eq!(sqlstate("ERROR:  42P04: database \"x\" already exists").as_deref(), Some("42P04"));
        assert_eq!(sqlstate("ERROR:  database \"x\" already exists"), None);
        assert_eq!(sqlstate("psql: error: connection to server failed"), None);
    }
}
