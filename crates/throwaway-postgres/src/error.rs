//! What can go wrong while a test asks for a database.

use std::{io, path::PathBuf};

/// Why there is no server or no database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The programs `initdb`, `pg_ctl` and `psql` are nowhere to be found.
    #[error(
        "the PostgreSQL programs {missing} are neither in PATH nor in /usr/lib/postgresql/*/bin: install them \
         (Debian: apt-get install postgresql), or set TENURE_TEST_POSTGRES to the URL of a server's admin database"
    )]
    NotInstalled {
        /// The programs that were looked for, as a list with commas.
        missing: String,
    },
    /// The server refuses to run as root, and there is nobody to run it as.
    #[error("PostgreSQL does not run as root and this machine has no user `postgres`: create one with `useradd -r postgres`")]
    NoUser,
    /// A folder or file of the server could not be prepared.
    #[error("cannot prepare {path}: {source}")]
    Folder {
        /// What was being prepared.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A program could not be run at all.
    #[error("cannot run {program}: {source}")]
    Run {
        /// The program's path.
        program: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The server did not start.
    #[error("the server did not start; its log says:\n{log}")]
    Start {
        /// What the server wrote before it gave up.
        log: String,
    },
    /// The URL in `TENURE_TEST_POSTGRES` is not one of a Postgres database.
    #[error("`{0}` is not a URL like postgres://user:password@host:5432/database")]
    Address(String),
    /// The name can't be used for a database without quoting.
    #[error("`{0}` is no database name: use 1 to 63 of a-z, 0-9 and _, and begin with a letter or _")]
    Name(String),
    /// The server refused a statement, or could not be reached.
    #[error("`{statement}` failed: {message}")]
    Statement {
        /// What was asked.
        statement: String,
        /// The SQLSTATE of five characters, where the server answered at all.
        code: Option<String>,
        /// What `psql` wrote.
        message: String,
    },
    /// The caller's migration of the template database failed.
    #[error("the template database could not be migrated: {0}")]
    Migrate(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Whether the server answered with one of these SQLSTATEs.
    pub(crate) fn is_one_of(&self, codes: &[&str]) -> bool {
        matches!(self, Self::Statement { code: Some(code), .. } if codes.contains(&code.as_str()))
    }
}
