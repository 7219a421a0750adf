//! The database and its schema.

use super::Finding;
use crate::commands::{steps, waiting};
use crate::configuration::DatabaseUrl;
use crate::database::{Database, exists};

const DATABASE: &str = "database";
const MIGRATIONS: &str = "migrations";

pub(super) async fn look(url: &DatabaseUrl) -> Vec<Finding> {
    if let DatabaseUrl::Sqlite(path) = url
        && !exists(path)
    {
        return vec![Finding::warn(DATABASE, format_args!("there is no {url} yet"), "`tenured serve` makes it when it starts")];
    }
    let opened = async {
        let database = Database::beside(url).await.map_err(|failure| failure.to_string())?;
        database.store().queries().ready().await.map_err(|error| error.to_string())?;
        Ok::<_, String>(database)
    };
    match opened.await {
        Ok(database) => vec![Finding::ok(DATABASE, format_args!("{url} answers")), migrations(&database).await],
        Err(said) => vec![Finding::fail(DATABASE, said, "see that the database runs, and that `database` is its address")],
    }
}

async fn migrations(database: &Database) -> Finding {
    let status = match database.migration_status().await {
        Ok(status) => status,
        Err(error) => return Finding::fail(MIGRATIONS, error, "see that this user may read the database"),
    };
    let missing = waiting(&status);
    if !status.newer.is_empty() {
        Finding::fail(MIGRATIONS, "a newer `tenured` has migrated this database", "run that version, or a newer one")
    } else if missing.is_empty() {
        Finding::ok(MIGRATIONS, format_args!("the database has all {}", steps(status.steps.len())))
    } else {
        let said = format!("{} to go: {}", steps(missing.len()), missing.join(", "));
        Finding::warn(MIGRATIONS, said, "back up, then `tenured migrate`; `tenured serve` does it when it starts, too")
    }
}
