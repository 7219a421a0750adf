//! The file that says that a server serves this database.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use tenure_port_store::StoreError;

/// Held for as long as a server serves the database; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct ServerLock {
    _file: File,
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".lock");
    name.into()
}

impl ServerLock {
    /// Takes the lock of a database, or says that it is another's.
    pub fn take(database: &Path) -> Result<Self, StoreError> {
        let path = beside(database);
        let unavailable = |reason: String| StoreError::Unavailable(format!("the lock file {}: {reason}", path.display()));
        let open = File::options().create(true).write(true).truncate(false).open(&path);
        let file = open.map_err(|error| unavailable(error.to_string()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(unavailable("another server serves this database".to_owned())),
            Err(TryLockError::Error(error)) => Err(unavailable(error.to_string())),
        }
    }
}
