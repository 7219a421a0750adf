//! A disk that is full, or fails, whenever a test says so: a library that is loaded before the system's.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// Faults of a disk, for processes that are started with its environment.
pub struct Faults {
    folder: TempDir,
}

impl Faults {
    /// Builds the library. It takes a C compiler, as SQLite does.
    pub fn build() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/faults.c");
        let compiler = std::env::var_os("CC").unwrap_or_else(|| OsString::from("cc"));
        let mut build = Command::new(compiler);
        build.args(["-shared", "-fPIC", "-O1", "-o"]).arg(folder.path().join("faults.so")).arg(source).arg("-ldl");
        let run = build.output().expect("a C compiler runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        Self { folder }
    }

    /// With what a process is started to have them.
    pub fn environment(&self) -> [(&'static str, PathBuf); 2] {
        [("LD_PRELOAD", self.folder.path().join("faults.so")), ("FAULTS", self.control())]
    }

    fn control(&self) -> PathBuf {
        self.folder.path().join("control")
    }

    /// From now on whatever changes the database fails with this error: `ENOSPC` or `EIO`.
    pub fn begin(&self, error: &str) {
        let drafted = self.folder.path().join("draft");
        std::fs::write(&drafted, error).unwrap();
        std::fs::rename(drafted, self.control()).unwrap();
    }

    /// From now on nothing fails.
    pub fn end(&self) {
        std::fs::remove_file(self.control()).unwrap();
    }
}
