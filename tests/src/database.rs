//! An empty database for one test, of either sort.

use std::path::Path;

use tempfile::TempDir;
use tenure_throwaway_postgres::{Database as Clone, Databases};

/// An empty database. Keep it as long as anything uses it.
pub enum Database {
    /// A file in a folder of its own.
    Sqlite(TempDir),
    /// A database of the run's server.
    Postgres(Clone, TempDir),
}

impl Database {
    /// An empty SQLite database.
    pub fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    /// An empty Postgres database.
    pub fn postgres() -> Self {
        let database = Databases::from_env().expect("a Postgres server; run `cargo xtask test`").empty().unwrap();
        Self::Postgres(database, tempfile::tempdir().unwrap())
    }

    /// The folder for what lies on this machine.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Sqlite(folder) | Self::Postgres(_, folder) => folder.path(),
        }
    }

    /// Its URL.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite://{}", folder.path().join("tenure.db").display()),
            Self::Postgres(database, _) => database.url(),
        }
    }
}
