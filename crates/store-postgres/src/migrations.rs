//! The schema, step by step, in the program itself.

use std::collections::BTreeSet;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migrate as _, Migration, MigrationType, Migrator};
use tenure_port_store::StoreError;
use tenure_store_sql::{MigrationStatus, Row, Sql};

use crate::connection;
use crate::driver::Postgres;
use crate::error::{migration_refused, refused};

const TABLE: &str = "tenure_migrations";

/// Number, name and text of each step, first to last. A step that was released never changes.
const STEPS: &[(i64, &str, &str)] = &[
    (1, "init", include_str!("../migrations/0001_init.sql")),
    (2, "search", include_str!("../migrations/0002_search.sql")),
    (3, "statistics", include_str!("../migrations/0003_statistics.sql")),
    (4, "insights", include_str!("../migrations/0004_insights.sql")),
];

/// More statements than any step has.
pub(crate) const PARTS: i64 = 1_000;

/// The statements of all steps, each with a number and in a transaction of its own: databases of this kind that spread over
/// machines change their schema by one statement at a time, and a migration that was interrupted goes on where it was. A
/// statement's number is its step's with three more digits.
fn parts() -> impl Iterator<Item = (i64, &'static str, &'static str)> {
    STEPS.iter().flat_map(|(version, name, text)| {
        let statements = text.split_inclusive(";\n").map(str::trim).filter(|statement| !statement.is_empty());
        (1..).zip(statements).map(move |(nth, statement)| (version * PARTS + nth, *name, statement))
    })
}

fn migrator() -> Migrator {
    let part = |(version, name, text): (i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
    };
    let mut migrator = Migrator::with_migrations(parts().map(part).collect());
    // No database exists yet whose steps are kept under another name.
    migrator.dangerous_set_table_name(TABLE);
    migrator
}

/// Brings the schema up to date.
pub(crate) async fn migrate(database: &Postgres) -> Result<(), StoreError> {
    migrator().run(database.pool()).await.map_err(migration_refused)
}

/// What the database has of the schema. Nothing is written.
pub(crate) async fn status(database: &Postgres) -> Result<MigrationStatus, StoreError> {
    let mut connection = database.pool().acquire().await.map_err(refused)?;
    let table = Sql::fixed("select 1 as one from pg_catalog.pg_class where oid = to_regclass($1)").bind(TABLE);
    let begun: Vec<Row> = connection::rows(&mut *connection, &table).await?;
    let applied =
        if begun.is_empty() { Vec::new() } else { connection.list_applied_migrations(TABLE).await.map_err(migration_refused)? };
    let applied: Vec<i64> = applied.iter().map(|part| part.version).collect();
    Ok(MigrationStatus::new(STEPS.iter().map(|(version, name, _)| (*version, *name)), &steps(&applied)))
}

/// The steps that these statements complete, and those that this program doesn't know.
fn steps(applied: &[i64]) -> Vec<i64> {
    let begun: BTreeSet<i64> = applied.iter().map(|part| part / PARTS).collect();
    let lacks_none = |step: i64| parts().all(|(part, ..)| part / PARTS != step || applied.contains(&part));
    begun.into_iter().filter(|step| lacks_none(*step)).collect()
}

/// The texts of all steps, first to last: whatever caches a migrated database changes its name when one of them does.
pub fn migration_texts() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|(_, _, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_one_statement_and_together_they_are_all() {
        let text: String = migration_texts().collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&text), bare(&parts().map(|(.., part)| part).collect::<String>()));
        for (number, _, part) in parts() {
            let lines = part.lines().filter(|line| !line.starts_with("--"));
            let statement: String = lines.map(|line| line.split(" -- ").next().unwrap_or_default()).collect();
            assert_eq!(statement.matches(';').count(), 1, "{number}: {part}");
            assert!(statement.ends_with(';'), "{number}: {part}");
        }
        let numbers: Vec<i64> = parts().map(|(number, ..)| number).collect();
        assert!(numbers.is_sorted() && numbers.len() > 50, "{numbers:?}");
    }

    #[test]
    fn a_step_is_applied_when_all_of_its_statements_are() {
        let all: Vec<i64> = parts().map(|(number, ..)| number).collect();
        let known: Vec<i64> = STEPS.iter().map(|(step, ..)| *step).collect();
        assert_eq!(steps(&all), known);
        assert_eq!(steps(&all[..all.len() - 1]), known[..known.len() - 1], "the last one was interrupted");
        let newer = known.iter().max().unwrap() + 5;
        let told = steps(&[&all[..], &[newer * PARTS + 1]].concat());
        assert_eq!(told, [&known[..], &[newer]].concat(), "and one is a newer program's");
        assert!(steps(&[]).is_empty());
    }
}
