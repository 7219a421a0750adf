//! Where this machine keeps the PostgreSQL programs.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::Error;

/// The folder that holds `initdb`, `pg_ctl` and `psql`.
#[derive(Debug, Clone)]
pub(crate) struct Programs(PathBuf);

/// What it takes to start a server.
const SERVER: [&str; 4] = ["initdb", "pg_ctl", "postgres", "psql"];
/// What it takes to speak to one that runs already.
const CLIENT: [&str; 1] = ["psql"];

impl Programs {
    pub(crate) fn of_a_server() -> Result<Self, Error> {
        Self::find(&SERVER)
    }

    pub(crate) fn of_a_client() -> Result<Self, Error> {
        Self::find(&CLIENT)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    pub(crate) fn psql(&self) -> PathBuf {
        self.0.join("psql")
    }

    /// The first folder with all of these: those in PATH, then Debian's, which keeps the server's programs out of PATH.
    fn find(wanted: &[&str]) -> Result<Self, Error> {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path)
            .chain(debian_folders())
            .find(|folder| wanted.iter().all(|program| folder.join(program).is_file()))
            .map(Self)
            .ok_or_else(|| Error::NotInstalled { missing: wanted.join(", ") })
    }
}

/// Debian's folders, one per major version, newest first.
fn debian_folders() -> impl Iterator<Item = PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    newest_first(versions.map(|entry| entry.path()).collect()).into_iter().map(|folder| folder.join("bin"))
}

fn newest_first(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    folders.sort_by_key(|folder| std::cmp::Reverse(major_version(folder)));
    folders
}

fn major_version(folder: &Path) -> u32 {
    folder.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers_and_the_newest_comes_first() {
        let folders = ["/p/9", "/p/15", "/p/16", "/p/odd"].map(PathBuf::from).to_vec();
        assert_eq!(newest_first(folders), ["/p/16", "/p/15", "/p/9", "/p/odd"].map(PathBuf::from));
    }

    #[test]
    fn a_machine_without_the_programs_is_told_what_to_install() {
        let refused = Programs::find(&["a-program-nobody-has", "psql"]).unwrap_err().to_string();
        assert!(refused.contains("a-program-nobody-has, psql"), "{refused}");
        assert!(refused.contains("apt-get install postgresql"), "{refused}");
    }
}
