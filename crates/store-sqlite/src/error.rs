//! SQLite's errors in the port's words.

use sqlx::Error;
use sqlx::migrate::MigrateError;
use tenure_port_store::StoreError;

/// What an error of the driver means to a caller. Values never get into its text: SQLite's messages name tables and columns.
pub(crate) fn refused(error: Error) -> StoreError {
    match error {
        Error::Database(error) => {
            let code = error.code().and_then(|code| code.parse().ok()).unwrap_or_default();
            told(code, error.message().to_owned())
        }
        Error::Migrate(error) => migration_refused(*error),
        Error::ColumnDecode { .. } | Error::Decode(_) | Error::Encode(_) | Error::TypeNotFound { .. } => {
            StoreError::Corrupt("a value isn't of its column's type".to_owned())
        }
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// What an error while reading means to a caller.
pub(crate) fn unread(error: rusqlite::Error) -> StoreError {
    match error {
        rusqlite::Error::SqliteFailure(code, message) => told(code.extended_code, message.unwrap_or_else(|| code.to_string())),
        other => StoreError::Unavailable(other.to_string()),
    }
}

/// What SQLite tells by this code. The lower byte is the kind, the rest a shade of it.
fn told(code: i32, message: String) -> StoreError {
    match code & 0xff {
        // BUSY, LOCKED
        5 | 6 => StoreError::Contention,
        // FULL
        13 => StoreError::OutOfSpace,
        // CORRUPT, CONSTRAINT, MISMATCH, NOTADB
        11 | 19 | 20 | 26 => StoreError::Corrupt(message),
        _ => StoreError::Unavailable(message),
    }
}

/// What an error of a migration means to a caller.
pub(crate) fn migration_refused(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => refused(error),
        MigrateError::VersionMissing(version) => {
            StoreError::Unavailable(format!("a newer program has migrated the database to step {version}"))
        }
        MigrateError::VersionMismatch(version) => {
            StoreError::Corrupt(format!("step {version} of the schema isn't the one that the database was migrated with"))
        }
        other => StoreError::Unavailable(other.to_string()),
    }
}
