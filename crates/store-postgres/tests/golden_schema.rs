//! The schema that the migrations make, as one file to read and to review.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

mod fresh;

use std::fmt::Write as _;

use tenure_store_sql::{Driver as _, Sql};

// What extensions bring along isn't ours; what belongs to a constraint is told with its table.
const TABLES: &str = "select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace \
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'tenure_migrations' order by c.relname";
const EXTENSIONS: &str = "select extname::text as name from pg_extension where extname <> 'plpgsql' order by extname";
const COLUMNS: &str = "select a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod) \
     || case when l.collname is null or l.collname = 'default' then '' else ' collate \"' || l.collname || '\"' end \
     || case when a.attnotnull then ' not null' else '' end \
     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line \
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum \
     left join pg_collation l on l.oid = a.attcollation \
     where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum";
const CONSTRAINTS: &str = "select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = to_regclass($1) \
     and contype <> 'n' order by contype <> 'p', conname";
const INDEXES: &str = "select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid \
     where i.indrelid = to_regclass($1) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid \
     and k.contype in ('p', 'u')) order by c.relname";

#[tokio::test]
async fn golden_schema() {
    let database = fresh::database().await;
    let store = fresh::connected(&database).await;
    let lines = async |sql: Sql, column: &str| -> Vec<String> {
        let rows = store.driver().read(&sql).await.unwrap();
        rows.iter().map(|row| row.text(column).unwrap().to_owned()).collect()
    };
    let mut schema = "-- What the migrations make. Written by the test `golden_schema` under TENURE_BLESS=1.\n\n".to_owned();
    for extension in lines(Sql::fixed(EXTENSIONS), "name").await {
        writeln!(schema, "create extension {extension};").unwrap();
    }
    for table in lines(Sql::fixed(TABLES), "name").await {
        let mut parts = lines(Sql::fixed(COLUMNS).bind(&table), "line").await;
        parts.extend(lines(Sql::fixed(CONSTRAINTS).bind(&table), "line").await);
        writeln!(schema, "\ncreate table {table} (\n    {}\n);", parts.join(",\n    ")).unwrap();
        for index in lines(Sql::fixed(INDEXES).bind(&table), "line").await {
            writeln!(schema, "{};", index.replace(" ON public.", " ON ")).unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
    if std::env::var_os("TENURE_BLESS").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(golden == schema, "the migrations make another schema than schema.sql says; TENURE_BLESS=1 rewrites it:\n{schema}");
}
