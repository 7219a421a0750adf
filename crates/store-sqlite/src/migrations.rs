//! The schema, step by step, in the program itself.

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migrate as _, Migration, MigrationType, Migrator};
use tenure_port_store::StoreError;
use tenure_store_sql::{MigrationStatus, Row, Sql};

use crate::connection;
use crate::driver::Sqlite;
use crate::error::{migration_refused, refused};

pub(crate) const TABLE: &str = "tenure_migrations";

/// Number, name and text of each step, first to last. A step that was released never changes.
const STEPS: &[(i64, &str, &str)] = &[
    (1, "init", include_str!("../migrations/0001_init.sql")),
    (2, "search", include_str!("../migrations/0002_search.sql")),
    (3, "statistics", include_str!("../migrations/0003_statistics.sql")),
    (4, "insights", include_str!("../migrations/0004_insights.sql")),
];

fn migrator() -> Migrator {
    let step = |(version, name, text): &(i64, &'static str, &'static str)| {
        Migration::new(*version, (*name).into(), MigrationType::Simple, text.into_sql_str(), false)
    };
    let mut migrator = Migrator::with_migrations(STEPS.iter().map(step).collect());
    // No database exists yet whose steps are kept under another name.
    migrator.dangerous_set_table_name(TABLE);
    migrator
}

/// Sets the steps that this program knows against those that a database says it has.
pub(crate) fn compared(applied: &[i64]) -> MigrationStatus {
    MigrationStatus::new(STEPS.iter().map(|(version, name, _)| (*version, *name)), applied)
}

/// Brings the schema up to date.
pub(crate) async fn migrate(database: &Sqlite) -> Result<(), StoreError> {
    migrator().run(database.writer()).await.map_err(migration_refused)
}

/// What the database has of the schema. Nothing is written.
pub(crate) async fn status(database: &Sqlite) -> Result<MigrationStatus, StoreError> {
    let mut connection = database.writer().acquire().await.map_err(refused)?;
    let table = Sql::fixed("select 1 as one from sqlite_master where type = 'table' and name = $1").bind(TABLE);
    let begun: Vec<Row> = connection::rows(&mut *connection, &table).await?;
    let applied =
        if begun.is_empty() { Vec::new() } else { connection.list_applied_migrations(TABLE).await.map_err(migration_refused)? };
    let applied: Vec<i64> = applied.iter().map(|step| step.version).collect();
    Ok(compared(&applied))
}
