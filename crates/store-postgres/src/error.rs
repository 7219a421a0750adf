//! Postgres's errors in the port's words.

use sqlx::Error;
use sqlx::migrate::MigrateError;
use tenure_port_store::StoreError;

use crate::migrations::PARTS;

/// What is made without the organization's lock in a workspace, which may be deleted after it was read: the unit that is run again
/// finds that out.
const GOING: [&str; 2] = ["contacts_organization_id_workspace_id_fkey", "portfolios_organization_id_workspace_id_fkey"];

/// What an error of the driver means to a caller. Values never get into its text: Postgres puts them into messages and details,
/// so only the code and the names of table and constraint are told.
pub(crate) fn refused(error: Error) -> StoreError {
    match error {
        Error::Database(error) => {
            let code = error.code().unwrap_or_default().into_owned();
            let told = || {
                let table = error.table().map_or_else(String::new, |table| format!(", table {table}"));
                let constraint = error.constraint().map_or_else(String::new, |name| format!(", constraint {name}"));
                format!("Postgres refuses with {code}{table}{constraint}")
            };
            match code.as_str() {
                // serialization_failure, deadlock_detected, lock_not_available
                "40001" | "40P01" | "55P03" => StoreError::Contention,
                // foreign_key_violation
                "23503" if error.constraint().is_some_and(|name| GOING.contains(&name)) => StoreError::Contention,
                // disk_full
                "53100" => StoreError::OutOfSpace,
                // Data that doesn't fit, broken constraints, and a database that says so of itself.
                code if ["22", "23", "XX"].iter().any(|class| code.starts_with(class)) => StoreError::Corrupt(told()),
                _ => StoreError::Unavailable(told()),
            }
        }
        Error::Migrate(error) => migration_refused(*error),
        Error::ColumnDecode { .. } | Error::Decode(_) | Error::Encode(_) | Error::TypeNotFound { .. } => {
            StoreError::Corrupt("a value isn't of its column's type".to_owned())
        }
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// What an error of a migration means to a caller.
pub(crate) fn migration_refused(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => refused(error),
        MigrateError::VersionMissing(version) => {
            StoreError::Unavailable(format!("a newer program has migrated the database to step {}", version / PARTS))
        }
        MigrateError::VersionMismatch(version) => {
            StoreError::Corrupt(format!("step {} of the schema isn't the one that the database was migrated with", version / PARTS))
        }
        other => StoreError::Unavailable(other.to_string()),
    }
}
