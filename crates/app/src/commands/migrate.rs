//! `tenured migrate` and `tenured migrate status`.

use tenure_store_sql::MigrationStatus;

use super::{Out, database};
use crate::cli::{Migrate, MigrateCommand};
use crate::database::Database;
use crate::failure::Failure;

/// Brings the schema up to date, or says how far it is.
pub(super) async fn migrate(migrate: Migrate, out: Out<'_>) -> Result<(), Failure> {
    let url = database(migrate.place)?;
    if let Some(MigrateCommand::Status) = migrate.command {
        let database = Database::beside(&url).await?;
        let status = database.migration_status().await?;
        print(&status, out)?;
        return if status.is_current() { Ok(()) } else { Err(Failure::Found) };
    }
    // The schema doesn't change under a server of a SQLite file, so the lock is asked for as a server does.
    let database = Database::to_serve(&url).await?;
    let before = waiting(&database.migration_status().await?);
    database.migrate().await?;
    database.close().await;
    if before.is_empty() {
        writeln!(out, "{url} is up to date.")?;
    } else {
        writeln!(out, "{url} has taken {}: {}.", steps(before.len()), before.join(", "))?;
    }
    Ok(())
}

/// One, or several.
pub(crate) fn steps(count: usize) -> String {
    if count == 1 { "1 step".to_owned() } else { format!("{count} steps") }
}

/// The steps that the database lacks.
pub(crate) fn waiting(status: &MigrationStatus) -> Vec<String> {
    let waiting = status.steps.iter().filter(|step| !step.applied);
    waiting.map(|step| format!("{:04} {}", step.version, step.name)).collect()
}

fn print(status: &MigrationStatus, out: Out<'_>) -> Result<(), Failure> {
    for step in &status.steps {
        writeln!(out, "{:04} {:<20} {}", step.version, step.name, if step.applied { "applied" } else { "waiting" })?;
    }
    for version in &status.newer {
        writeln!(out, "{version:04} {:<20} applied by a newer program", "?")?;
    }
    Ok(())
}
