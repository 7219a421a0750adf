//! `tenured restore`: puts a backup of an embedded database in the place of what is there.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tenure_port_store::Store;
use tenure_store_sqlite::{OpenOptions, ServerLock, SqliteStore};
use tenure_usecases::{Clock as _, SystemClock};

use super::backup::{Part, sync_folder};
use super::{Out, database};
use crate::cli::Restore;
use crate::configuration::DatabaseUrl;
use crate::data_folder;
use crate::database::exists;
use crate::failure::Failure;

/// Restores one. Nothing of what is there changes until the copy of the backup is whole, sound and without sessions.
pub(super) async fn restore(ask: Restore, out: Out<'_>) -> Result<(), Failure> {
    let url = database(ask.place)?;
    let backup = &ask.file;
    let DatabaseUrl::Sqlite(place) = &url else {
        return Err(Failure::Failed(format!(
            "{url} is restored by Postgres' own program into a new and empty database, with all servers stopped. Set URL to the new \
             database's address, and Tenure's `database` too. Sessions that ended since the backup are alive again until \
             `end-sessions` has run, so start no server before:\n\n    \
             pg_restore --no-owner --single-transaction --exit-on-error --dbname=\"$URL\" {}\n    tenured migrate\n    \
             tenured operator end-sessions\n    tenured verify",
            backup.display()
        )));
    };
    if let Some(folder) = place.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        data_folder::make(folder)?;
    }
    let _lock = ServerLock::take(place).map_err(|error| Failure::of(format_args!("{url} can't be replaced"), error))?;
    let failed = |error: &dyn std::fmt::Display| Failure::of(format_args!("{} can't be restored", backup.display()), error);
    if fs::metadata(beside(backup, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(failed(&"a log of changes lies beside it, so it is no backup but a database; make one with `tenured backup`"));
    }
    let part = Part::beside(place).map_err(|error| failed(&error))?;
    fs::copy(backup, &part.path).map_err(|error| failed(&error))?;
    restrict(&part.path).map_err(|error| failed(&error))?;
    let status = tenure_store_sqlite::examine(&part.path).await.map_err(|error| failed(&error))?;
    if let Some(newest) = status.newer.last() {
        return Err(failed(&format!("a newer program made it, with step {newest} of the schema: use that one")));
    }
    let ended = end_sessions(&part.path).await.map_err(|error| failed(&error))?;
    let aside = replace(&part.path, place).await.map_err(|error| failed(&error))?;
    writeln!(out, "{} is restored to {url}. {}: everybody signs in anew.", backup.display(), super::ended_sessions(ended))?;
    if let Some(aside) = aside {
        writeln!(out, "What was there before is kept in {}.", aside.display())?;
    }
    writeln!(out, "It needs the secret key of then. Run `tenured migrate` and `tenured verify` before `tenured serve`.")?;
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// A copy takes its permissions along.
fn restrict(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// What ended since the backup was made must not live again.
async fn end_sessions(copy: &Path) -> Result<u64, Failure> {
    let options = OpenOptions { create: false, ..OpenOptions::default() };
    let store = Arc::new(SqliteStore::open(copy, options).await?);
    let mut unit = Store::open(&*store).await?;
    let ended = unit.sessions().end_all().await?;
    unit.commit().await?;
    // Nothing of it may be left in a log beside it, which doesn't come along.
    store.close().await;
    Ok(ended)
}

/// Puts the copy in its place in one step, and says where what was there is kept.
async fn replace(copy: &Path, place: &Path) -> Result<Option<PathBuf>, Failure> {
    let failed = |error: io::Error| Failure::Failed(error.to_string());
    fs::File::open(copy).and_then(|copy| copy.sync_all()).map_err(failed)?;
    let mut aside = None;
    if exists(place) {
        // What is in its log still goes into the database, so that one file holds it all. One that is damaged keeps its log.
        if let Ok(store) = SqliteStore::open(place, OpenOptions { create: false, ..OpenOptions::default() }).await {
            store.close().await;
        }
        let kept = beside(place, &format!(".before-restore-{}", SystemClock.now().micros()));
        fs::hard_link(place, &kept).map_err(failed)?;
        for ending in ["-wal", "-shm"] {
            match fs::rename(beside(place, ending), beside(&kept, ending)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
                _ => {}
            }
        }
        aside = Some(kept);
    }
    fs::rename(copy, place).map_err(failed)?;
    sync_folder(place).map_err(failed)?;
    Ok(aside)
}
