//! The schema that the migrations make, as one file to read and to review.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

use tempfile::TempDir;
use tenure_store_sql::{Driver as _, Sql};
use tenure_store_sqlite::{OpenOptions, SqliteStore};

// Shadow tables belong to the virtual table that makes them, and indexes without a text to their table's keys.
const OBJECTS: &str = "select m.sql from sqlite_master m join pragma_table_list l on l.name = m.tbl_name \
     where m.sql is not null and l.type <> 'shadow' and m.tbl_name <> 'tenure_migrations' \
     order by m.tbl_name, m.type desc, m.name";

#[tokio::test]
async fn golden_schema() {
    let folder = TempDir::new().unwrap();
    let store = SqliteStore::open(folder.path().join("tenure.db"), OpenOptions::default()).await.unwrap();
    store.migrate().await.unwrap();
    let objects = store.driver().read(&Sql::fixed(OBJECTS)).await.unwrap();
    let texts: Vec<String> = objects.iter().map(|row| format!("{};\n", row.text("sql").unwrap())).collect();
    let schema =
        format!("-- What the migrations make. Written by the test `golden_schema` under TENURE_BLESS=1.\n\n{}", texts.join("\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
    if std::env::var_os("TENURE_BLESS").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(golden == schema, "the migrations make another schema than schema.sql says; TENURE_BLESS=1 rewrites it:\n{schema}");
}
