//! `tenured backup`: a copy of an embedded database, made beside the server.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Out, database};
use crate::cli::Backup;
use crate::configuration::DatabaseUrl;
use crate::database::exists;
use crate::failure::Failure;

/// Makes one, all of it as of one moment, whole or not at all.
pub(super) async fn backup(ask: Backup, out: Out<'_>) -> Result<(), Failure> {
    let url = database(ask.place)?;
    let DatabaseUrl::Sqlite(from) = &url else {
        return Err(Failure::Failed(format!(
            "{url} is backed up by Postgres' own program; set URL to its address:\n\n    \
             pg_dump --format=custom --file={} --dbname=\"$URL\"",
            ask.file.display()
        )));
    };
    if !exists(from) {
        return Err(Failure::Failed(format!("there is no database {url} yet; `tenured serve` makes it")));
    }
    let failed =
        |error: &dyn std::fmt::Display| Failure::of(format_args!("the backup {} can't be made", ask.file.display()), error);
    let part = Part::beside(&ask.file).map_err(|error| failed(&error))?;
    tenure_store_sqlite::copy(from, &part.path).await.map_err(|error| failed(&error))?;
    part.keep_as(&ask.file).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => failed(&"the file is there already, and nothing is overwritten"),
        _ => failed(&error),
    })?;
    writeln!(
        out,
        "{url} is backed up in {}. The secret key isn't in it: keep `secret.key` of the data folder, or what `secret_key` is set to, in \
         another place.",
        ask.file.display()
    )?;
    Ok(())
}

/// A file that isn't whole yet. It goes when this is dropped, and its maker alone may read it from the first byte on.
pub(super) struct Part {
    pub(super) path: PathBuf,
}

impl Part {
    /// Makes an empty one in the folder of what it will be.
    pub(super) fn beside(whole: &Path) -> std::io::Result<Self> {
        let mut name = whole.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let path = whole.with_file_name(name);
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)?;
        Ok(Self { path })
    }

    /// Gives it its name, if nothing has that name yet, when all of it is on the disk.
    pub(super) fn keep_as(&self, whole: &Path) -> std::io::Result<()> {
        File::open(&self.path)?.sync_all()?;
        fs::hard_link(&self.path, whole)?;
        sync_folder(whole)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Once it was put in its place under this name there is nothing to remove.
        let _gone = fs::remove_file(&self.path);
    }
}

/// Sees to it that a name which was given or taken is on the disk.
pub(super) fn sync_folder(of: &Path) -> std::io::Result<()> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
