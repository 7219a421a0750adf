//! The folder that holds what lies on this machine: nobody else may read it.

use std::fs::DirBuilder;
use std::path::Path;

use crate::failure::Failure;

/// Makes a folder that only this user may enter, with the folders above it. One that is there stays as it is.
pub(crate) fn make(path: &Path) -> Result<(), Failure> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| Failure::of(format_args!("the data folder {} can't be made", path.display()), error))
}

/// Whether others on this machine may look into a folder or file.
#[cfg(unix)]
pub(crate) fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

/// Elsewhere than on Unix, nobody can tell by a mode.
#[cfg(not(unix))]
pub(crate) fn is_open_to_others(_path: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_new_data_folder_is_its_users_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b");
        make(&path).unwrap();
        assert!(!is_open_to_others(&path) && !is_open_to_others(&folder.path().join("a")));
        make(&path).unwrap();
    }
}
