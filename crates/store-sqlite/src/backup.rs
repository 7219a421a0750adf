//! Copies of a whole database: made while others write to it, and looked at before one is put to use.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use tenure_port_store::StoreError;
use tenure_store_sql::MigrationStatus;
use tokio::task::spawn_blocking;

use crate::error::unread;
use crate::migrations::{TABLE, compared};

/// How long it is waited for whoever keeps the database from being read.
const PATIENCE: Duration = Duration::from_secs(30);

/// Copies a database, all of it as of one moment, into a file that is there and empty. Whoever writes meanwhile goes on, and a copy
/// is one file, without a log beside it, that is on the disk when this is done.
pub async fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    let (from, to) = (from.to_owned(), to.to_owned());
    run(move || {
        let source = open(&from)?;
        let mut copy = open(&to)?;
        // Of everything in one step: what is read in several has to begin anew whenever somebody writes in between.
        let backup = Backup::new(&source, &mut copy)?;
        while backup.step(-1)? != StepResult::Done {
            std::thread::sleep(Duration::from_millis(50));
        }
        drop(backup);
        copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
        Ok(())
    })
    .await?;
    Ok(())
}

/// Reads a whole database, and says which steps of the schema it has: [`StoreError::Corrupt`] if it is damaged, or is none of Tenure's.
pub async fn examine(path: &Path) -> Result<MigrationStatus, StoreError> {
    let path = path.to_owned();
    run(move || {
        let database = open(&path)?;
        let sound: String = database.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
        let tables = "select count(*) from sqlite_master where type = 'table' and name in (?1, 'organizations', 'sessions')";
        let known: i64 = database.query_row(tables, [TABLE], |row| row.get(0))?;
        if sound != "ok" || known < 3 {
            return Ok(Err(StoreError::Corrupt(if sound == "ok" { "it is no database of Tenure's".to_owned() } else { sound })));
        }
        let mut steps = database.prepare(&format!("select version from {TABLE} order by version"))?;
        let applied: Vec<i64> = steps.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Ok(compared(&applied)))
    })
    .await?
}

fn open(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> rusqlite::Result<T> + Send + 'static) -> Result<T, StoreError> {
    match spawn_blocking(work).await {
        Ok(done) => done.map_err(unread),
        Err(_) => Err(StoreError::Unavailable("the program is stopping".to_owned())),
    }
}
