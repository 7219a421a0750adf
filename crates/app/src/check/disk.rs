//! Whether there is room where this machine keeps things.

use std::path::{Path, PathBuf};

use super::Finding;
use crate::configuration::{Configuration, DatabaseUrl, Transport};

const DISK: &str = "disk";
const MIB: u64 = 1024 * 1024;
/// Less is a matter of days.
const WARN: u64 = 1024 * MIB;
/// Less is a matter of minutes.
const FAIL: u64 = 64 * MIB;

pub(super) fn look(configuration: &Configuration) -> Finding {
    let folder = match (&configuration.database, &configuration.mail) {
        (DatabaseUrl::Sqlite(path), _) => path.parent().map_or_else(PathBuf::new, Path::to_path_buf),
        (_, Some(Transport::File(folder, _))) => folder.clone(),
        _ => return Finding::ok(DISK, "nothing that grows is kept on this machine; watch the database server's"),
    };
    let Some(free) = free(&folder) else {
        return Finding::fail(DISK, format_args!("{} can't be looked into", folder.display()), "see that this user may");
    };
    let said = format!("{} MiB are free in {}", free / MIB, folder.display());
    match free {
        ..FAIL => Finding::fail(DISK, said, "make room"),
        FAIL..WARN => Finding::warn(DISK, said, "make room"),
        WARN.. => Finding::ok(DISK, said),
    }
}

/// The free bytes where a folder is, or will be.
fn free(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().map(|path| if path.as_os_str().is_empty() { Path::new(".") } else { path });
    let there = there.into_iter().find(|path| path.exists())?;
    let space = rustix::fs::statvfs(there).ok()?;
    Some(space.f_bavail.saturating_mul(space.f_frsize))
}
