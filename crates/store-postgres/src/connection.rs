//! Statements and rows in Postgres's types.

use std::sync::Arc;

use sqlx::postgres::{PgArguments, PgRow, PgValueRef};
use sqlx::{Arguments as _, AssertSqlSafe, Column as _, Decode, Executor, Postgres, Row as _, TypeInfo as _, ValueRef as _};
use tenure_port_store::StoreError;
use tenure_store_sql::{Cell, Names, Row, Sql, Value};

use crate::error::refused;

type Query<'q> = sqlx::query::Query<'q, Postgres, PgArguments>;

fn bind(values: &[Value]) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Uuid(id) => arguments.add(*id),
            Value::Uuids(ids) => arguments.add(ids),
            Value::Text(text) => arguments.add(text.as_deref()),
            Value::Int(number) => arguments.add(*number),
            Value::Bool(flag) => arguments.add(*flag),
            Value::Bytes(bytes) => arguments.add(bytes.as_deref()),
            Value::Json(json) => arguments.add(json.as_ref()),
        }
        .map_err(|_| StoreError::Corrupt("a value can't be bound".to_owned()))?;
    }
    Ok(arguments)
}

fn query(sql: &Sql) -> Result<Query<'_>, StoreError> {
    // `Sql` is made of `&'static str` pieces and whole numbers alone; what people typed is in its values.
    Ok(sqlx::query_with(AssertSqlSafe(sql.text().clone()), bind(sql.args())?).persistent(sql.is_kept()))
}

/// Runs a statement.
pub(crate) async fn execute<'e>(on: impl Executor<'e, Database = Postgres>, sql: &Sql) -> Result<u64, StoreError> {
    Ok(on.execute(query(sql)?).await.map_err(refused)?.rows_affected())
}

/// Reads all rows.
pub(crate) async fn rows<'e>(on: impl Executor<'e, Database = Postgres>, sql: &Sql) -> Result<Vec<Row>, StoreError> {
    let rows = on.fetch_all(query(sql)?).await.map_err(refused)?;
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let names: Names = first.columns().iter().map(|column| Box::from(column.name())).collect();
    rows.iter().map(|row| Ok(Row::new(Arc::clone(&names), cells(row)?))).collect()
}

fn cells(row: &PgRow) -> Result<Vec<Cell>, StoreError> {
    (0..row.len()).map(|at| cell(row.try_get_raw(at).map_err(refused)?)).collect()
}

fn cell(value: PgValueRef<'_>) -> Result<Cell, StoreError> {
    if value.is_null() {
        return Ok(Cell::Null);
    }
    let kind = value.type_info();
    let decoded = match kind.name() {
        "UUID" => Decode::<Postgres>::decode(value).map(Cell::Uuid),
        "TEXT" | "VARCHAR" | "NAME" => Decode::<Postgres>::decode(value).map(Cell::Text),
        "INT8" => Decode::<Postgres>::decode(value).map(Cell::Int),
        "INT4" => <i32 as Decode<Postgres>>::decode(value).map(|number| Cell::Int(number.into())),
        "BOOL" => Decode::<Postgres>::decode(value).map(Cell::Bool),
        "BYTEA" => Decode::<Postgres>::decode(value).map(Cell::Bytes),
        "JSONB" | "JSON" => Decode::<Postgres>::decode(value).map(Cell::Json),
        other => return Err(StoreError::Corrupt(format!("a column has the unknown type {other}"))),
    };
    decoded.map_err(|_| StoreError::Corrupt("a value isn't of its column's type".to_owned()))
}
