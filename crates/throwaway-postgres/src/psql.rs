//! Sends statements to a server through `psql`.

use std::process::{Command, Stdio};

use crate::{Error, programs::Programs};

/// Runs a statement, or several as one transaction.
pub(crate) fn run(programs: &Programs, url: &str, statement: &str) -> Result<(), Error> {
    let program = programs.psql();
    let output = Command::new(&program)
        .args(["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=verbose"])
        .args(["--dbname", url, "--command", statement])
        .env("LC_ALL", "C")
        .env("PGCONNECT_TIMEOUT", "20")
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Error::Run { program, source })?;
    if output.status.success() {
        return Ok(());
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
