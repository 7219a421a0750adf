//! An empty database for one test, of either sort.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tenure_throwaway_postgres::{Database as Clone, Databases};

/// Runs a statement on a SQLite file.
const ASK: &str = "import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=30) as c:
    for row in c.execute(sys.argv[2]): print(*row, sep='|')";

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

    /// Fills it, empty as it is, with a dump.
    pub fn load(&self, dump: &Path) {
        match self {
            Self::Sqlite(_) => {
                let load = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2]).read())";
                python(load, &self.file(), dump);
            }
            Self::Postgres(database, _) => database.load(dump).unwrap(),
        }
    }

    /// Runs a statement past the program, and gives what it says: a line for each row, with `|` between columns.
    pub fn ask(&self, statement: &str) -> String {
        match self {
            Self::Sqlite(_) => Self::ask_file(&self.file(), statement),
            Self::Postgres(database, _) => database.ask(statement).unwrap(),
        }
    }

    /// The same of a SQLite file, wherever it lies.
    pub fn ask_file(file: &Path, statement: &str) -> String {
        python(ASK, file, Path::new(statement))
    }

    fn file(&self) -> PathBuf {
        self.folder().join("tenure.db")
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

fn python(script: &str, file: &Path, argument: &Path) -> String {
    let python = std::env::var("TENURE_TEST_PYTHON").expect("TENURE_TEST_PYTHON names a Python; run `cargo xtask test`");
    let run = Command::new(python).args(["-c", script]).arg(file).arg(argument).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}
