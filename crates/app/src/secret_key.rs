//! The server key that lies in the data folder where none is configured.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use secrecy::ExposeSecret as _;
use tenure_credentials::ServerKey;

use crate::data_folder;
use crate::failure::Failure;

/// The key's file in the data folder.
pub(crate) const FILE: &str = "secret.key";

/// The key in a folder; made at the first start, and the folder with it.
pub(crate) fn in_folder(folder: &Path) -> Result<ServerKey, Failure> {
    data_folder::make(folder)?;
    let path = folder.join(FILE);
    let failed = |error: &dyn std::fmt::Display| Failure::of(format_args!("the secret key {}", path.display()), error);
    match fs::read(&path) {
        Ok(content) => ServerKey::parse(&content).map_err(|refused| failed(&refused)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let key = ServerKey::generate(&mut rand::rng());
            keep(&path, &key).map_err(|error| failed(&error))?;
            Ok(key)
        }
        Err(error) => Err(failed(&error)),
    }
}

/// Writes a key where there is none, readable by this user alone from the first byte on.
fn keep(path: &Path, key: &ServerKey) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file: File = options.open(path)?;
    writeln!(file, "{}", key.text().expose_secret())?;
    // Links that leave before the key is on the disk would be dead after a power cut.
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data_folder::is_open_to_others;

    #[test]
    fn the_key_is_made_once_and_for_its_user_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (in_folder(folder.path()).unwrap(), in_folder(folder.path()).unwrap());
        assert_eq!(first.text().expose_secret(), second.text().expose_secret());
        assert!(!is_open_to_others(&folder.path().join(FILE)));
    }

    #[test]
    fn c4_a_key_that_is_none_is_refused_without_repeating_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "swordfish").unwrap();
        let refused = in_folder(folder.path()).unwrap_err().to_string();
        assert!(refused.contains(FILE) && !refused.contains("swordfish"), "{refused}");
    }
}
