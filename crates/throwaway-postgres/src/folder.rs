//! The temporary folder of a server, and who owns it.

use std::{
    env, fs, io,
    os::unix::fs::{MetadataExt, PermissionsExt, chown},
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::Error;

/// A user of this machine, by numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    pub(crate) user: u32,
    pub(crate) group: u32,
}

/// A new folder that only its owner may enter; the owner is given where it is somebody other than us.
#[derive(Debug)]
pub(crate) struct Folder {
    pub(crate) place: TempDir,
    pub(crate) owner: Option<Owner>,
}

impl Folder {
    pub(crate) fn new() -> Result<Self, Error> {
        let parent = env::temp_dir();
        let place = make_in(&parent)?;
        if metadata(place.path())?.uid() != 0 {
            return Ok(Self { place, owner: None });
        }
        // Postgres refuses to run as root, so root's servers run as the user that the Debian package made for them.
        let owner = Owner { user: id_of("-u")?, group: id_of("-g")? };
        let place = if open_to_all(&parent) { place } else { make_in(Path::new("/tmp"))? };
        let folder = Self { place, owner: Some(owner) };
        folder.hand_over(folder.place.path())?;
        Ok(folder)
    }

    /// Writes a file that the server's owner, and nobody else, may read.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<(), Error> {
        let path = self.place.path().join(name);
        fs::write(&path, text).map_err(failed(&path))?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(failed(&path))?;
        self.hand_over(&path)
    }

    fn hand_over(&self, path: &Path) -> Result<(), Error> {
        let Some(owner) = self.owner else {
            return Ok(());
        };
        chown(path, Some(owner.user), Some(owner.group)).map_err(failed(path))
    }
}

fn make_in(parent: &Path) -> Result<TempDir, Error> {
    tempfile::Builder::new().prefix("tenure-postgres-").tempdir_in(parent).map_err(failed(parent))
}

fn metadata(path: &Path) -> Result<fs::Metadata, Error> {
    fs::metadata(path).map_err(failed(path))
}

/// Whether another user can walk to this folder: root's own temporary folder often lies where nobody else may go.
fn open_to_all(folder: &Path) -> bool {
    folder.ancestors().all(|each| fs::metadata(each).is_ok_and(|found| found.mode() & 0o001 != 0))
}

/// The user's (`-u`) or group's (`-g`) number of `postgres`.
fn id_of(which: &str) -> Result<u32, Error> {
    let program = PathBuf::from("id");
    let answer = Command::new(&program).args([which, "postgres"]).output();
    let answer = answer.map_err(|source| Error::Run { program, source })?;
    String::from_utf8_lossy(&answer.stdout).trim().parse().map_err(|_| Error::NoUser)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Folder { path, source }
}
